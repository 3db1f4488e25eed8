"""The gut check on the screen: the statement with its heat line, who was asked, what they said.

Left and right always go along the words, up and down along the people; so a word and the person
who stumbled over it are picked without changing places. The room never sees any of it: on a
projector the verdict lies over it (`projector.verdict`). Leaves out what the keys do to feelings,
people, reactions and words: each of the view's doers has the commands of one of them.
"""

import asyncio
from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.gut_check import (
    Acceptance,
    Reaction,
    Stakeholder,
    statement,
    statement_version,
    statement_versions,
)
from workshop_tui.domain.gut_check_standing import (
    answers_now,
    last_reactions,
    stumbles,
    to_recheck,
    words_changed,
)
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import find
from workshop_tui.language import say
from workshop_tui.progress import notices
from workshop_tui.room import Room
from workshop_tui.text.reaction import ReactionReading, read_reaction
from workshop_tui.ui.look import DIM, DONE, GOOD, STRONG, plain
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.base import StageView
from workshop_tui.ui.stages.gut_check.host import reason_against_now
from workshop_tui.ui.stages.gut_check.own_feeling import OwnFeeling
from workshop_tui.ui.stages.gut_check.reactions import Reactions
from workshop_tui.ui.stages.gut_check.rows import (
    CODES_AND_NONE,
    FEELING_STATES,
    OWN_FEELING,
    class_lines,
    kind_width,
    people_rows,
    stumble_marks,
    widest,
)
from workshop_tui.ui.stages.gut_check.stakeholders import Stakeholders
from workshop_tui.ui.stages.gut_check.told import (
    told_of_feelings,
    told_of_person,
    told_of_versions,
)
from workshop_tui.ui.stages.gut_check.verdict import VerdictPage
from workshop_tui.ui.stages.gut_check.wording import Wording
from workshop_tui.ui.widgets.arranging import Across, Down
from workshop_tui.ui.widgets.lines import Block
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, RowList, row_width
from workshop_tui.ui.widgets.words import WordLine

WIDE: Final = 110
"""Cells from which the classes of the people stand there in words."""
LEAST: Final = 38
MOST_OF_IT: Final = 0.65
"""Cells of the list of people at least, and its part of the screen at most."""


class GutCheckView(StageView):
    """The statement with its stumbling blocks above, the people and what they said beneath."""

    stage = "gut_check"
    DEFAULT_CSS = """
    GutCheckView {
        layout: vertical;
        & > #statement { height: auto; max-height: 60%; padding: 1 1 0 2; }
        & #words { height: auto; width: 1fr; max-width: 82; }
        & #standing { height: auto; }
        & #covered { height: auto; width: 34; margin: 0 0 0 2; }
        & > #people { height: 1fr; padding: 1 0 0 0; }
        & #stakeholders { width: 11fr; max-width: 84; }
        & #told { width: 10fr; max-width: 78; padding: 0 1 0 2; }
    }
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.words = WordLine()
        self.standing = Block(id="standing")
        self.covered = Block(id="covered")
        self.people = RowList([Column()] * 4, on_move=self._moved, id="stakeholders")
        self.told = Pane(id="told")
        self.panes = (self.people, self.told)
        self._can_read = False
        own_feeling = OwnFeeling(self)
        wording = Wording(self, own_feeling)
        reactions = Reactions(self, own_feeling, wording.swap_because_of)
        self.doers = (own_feeling, Stakeholders(self), reactions, wording)

    def compose(self) -> ComposeResult:
        with Across(id="statement"):
            with Down(id="words"):
                yield self.words
                yield self.standing
            yield self.covered
        with Across(id="people"):
            yield self.people
            yield self.told

    def on_mount(self) -> None:
        """Word lists and the index of cues take a moment to load, which no frame waits for."""
        self.run_worker(self._load_reader())

    def on_resize(self) -> None:
        """The classes are told in words where there is room for them."""
        self.show(self.session)

    async def _load_reader(self) -> None:
        await asyncio.to_thread(read_reaction, "", self.room.session.language)
        self._can_read = True
        self._moved(self.people.selected)

    # -- drawing -----------------------------------------------------------------------------------

    def show(self, session: Session) -> None:
        gut_check = session.gut_check
        words = self.statement.split()
        self.words.set_words(words, marks=stumble_marks(words, stumbles(gut_check)))
        self.standing.set_lines(self._standing_lines())
        asked = len(last_reactions(gut_check))
        stumbled = {
            each.stakeholder
            for each in answers_now(gut_check)
            if each.code != "strong" or each.stumbled_over
        }
        people = self.t("gut_check_view.asked", asked, stumbled=len(stumbled))
        classes = class_lines(gut_check, self.said)
        self.covered.set_lines([Content.styled(people, STRONG), *classes])
        codes = [
            *(self.t(f"gut_check_view.code.{code}") for code in CODES_AND_NONE),
            *(self.t(f"gut_check_view.feeling.{state}") for state in FEELING_STATES),
        ]
        is_wide = self.size.width >= WIDE
        columns = [
            Column("", 2),
            Column("", kind_width(self.said, is_wide=is_wide)),
            Column(self.t("gut_check_view.heading.who")),
            Column(self.t("gut_check_view.heading.reaction"), widest(codes)),
        ]
        rows = people_rows(gut_check, self.said, self.private, is_wide=is_wide)
        self.people.set_columns(columns)
        self.people.set_rows(rows)
        # What was said can be broken into shorter lines; a name cannot.
        whole = row_width(columns, rows)
        self.people.styles.min_width = max(LEAST, min(whole, round(self.size.width * MOST_OF_IT)))
        self._moved(self.people.selected)

    def _standing_lines(self) -> list[Content]:
        """Under the statement: which version it is, and whether it is accepted."""
        if not self.statement:
            return [Content.styled(self.t("gut_check_view.no_statement"), DIM)]
        number = statement_version(self.session.gut_check)
        if self._acceptance is None:
            return [Content.styled(self.t("gut_check_view.version", number=number), DIM)]
        accepted = self.t("gut_check_view.accepted", number=number)
        return [Content.styled(f"{DONE} ", GOOD) + Content.styled(accepted, STRONG)]

    def _moved(self, key: str | None) -> None:
        if self.is_projecting:
            self.told.set_paragraphs(())
            return
        gut_check = self.session.gut_check
        if key == OWN_FEELING:
            told = told_of_feelings(gut_check, self.session.setup, self.said)
        elif key is not None:
            person = find(gut_check.stakeholders, key)
            told = told_of_person(person, gut_check, self.said, self.private, self.read)
        else:
            told = []
        if not self.statement:
            told.insert(0, Content.styled(self.t("gut_check_view.choose_first"), DIM))
        versions = statement_versions(self.session.scoring, gut_check)
        told += told_of_versions(versions, gut_check, self.said, self.private)
        if self._acceptance is not None:
            because = self.t("gut_check_view.because", reason=self._acceptance.because)
            told += [Content(""), plain(because)]
        asks = [self.said(each) for each in notices(self.session, "gut_check")]
        told += [Content(""), *(Content.styled(each, DIM) for each in asks)]
        self.told.set_paragraphs(told)

    def facts(self) -> Sequence[Fact]:
        gut_check = self.session.gut_check
        latest = last_reactions(gut_check)
        if not latest:
            return (Message.of("gut_check_view.nobody_asked"),)
        strong = sum(reaction.code == "strong" for reaction in latest)
        facts: list[Fact] = [Message.of("gut_check_view.strong", strong, all=len(latest))]
        again = to_recheck(gut_check)
        if again:
            version = statement_version(gut_check)
            facts.append(Message.of("gut_check_view.recheck", len(again), version=version))
        if gut_check.changes:
            words = words_changed(self.session.scoring, gut_check)
            facts.append(Message.of("gut_check_view.words_changed", words))
        return facts

    def said(self, message: Message) -> str:
        """The message in the user's language."""
        return say(message, self.language)

    def copy_text(self) -> str:
        """The statement, or the whole of what is told while that is what the keys act in."""
        is_told = self.active_pane is self.told and not self.is_projecting
        return self.told.copy_text() if is_told else self.words.copy_text()

    @property
    def _acceptance(self) -> Acceptance | None:
        """That of the latest version; an earlier one has lost its meaning."""
        accepted = self.session.gut_check.accepted
        is_latest = accepted and accepted.version == statement_version(self.session.gut_check)
        return accepted if is_latest else None

    # -- what the doers know of the view -----------------------------------------------------------

    @property
    def statement(self) -> str:
        return statement(self.session.scoring, self.session.gut_check)

    @property
    def person(self) -> Stakeholder | None:
        people = self.session.gut_check.stakeholders
        return next((each for each in people if each.id == self.people.selected), None)

    @property
    def latest(self) -> Reaction | None:
        latest = last_reactions(self.session.gut_check)
        return next((each for each in latest if each.stakeholder == self.people.selected), None)

    def select_person(self, stakeholder: str) -> None:
        self.people.select(stakeholder)

    def read(self, words: str) -> ReactionReading | None:
        return read_reaction(words, self.session.language) if self._can_read else None

    # -- commands ----------------------------------------------------------------------------------

    def reason_against(self, command: str) -> Message | None:
        return reason_against_now(command, self) or super().reason_against(command)

    def command_move_left(self) -> None:
        self.words.move("left")

    def command_move_right(self) -> None:
        self.words.move("right")

    async def command_show_verdict(self) -> None:
        await self.frame.open_page(VerdictPage(self.session))
