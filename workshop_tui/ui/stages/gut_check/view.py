"""The gut check on the screen: the statement word by word, who was asked, and what they said.

Left and right always go along the words, up and down along the people; so a word and the person
who stumbled over it are picked without changing places.
"""

import asyncio
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from workshop_tui.domain.gut_check import (
    STAKEHOLDER_CLASSES,
    Acceptance,
    Reaction,
    Stakeholder,
    SwapWord,
    apply,
    last_reactions,
    statement,
    statement_version,
    statement_versions,
    stumbles,
    to_recheck,
    words_changed,
)
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.plain_text import clean_line
from workshop_tui.domain.progress import missing, notices
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import changed, find
from workshop_tui.language import say
from workshop_tui.room import Room
from workshop_tui.text.reaction import ReactionReading, read_reaction
from workshop_tui.text.statement import check_statement
from workshop_tui.ui.look import DIM, DONE, GOOD, STRONG, plain
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.base import StageView
from workshop_tui.ui.stages.gut_check import forms
from workshop_tui.ui.stages.gut_check.rows import (
    CODES_AND_NONE,
    OWN_FEELING,
    class_lines,
    people_rows,
    stumble_marks,
    widest,
)
from workshop_tui.ui.stages.gut_check.told import (
    cause_line,
    told_of_feelings,
    told_of_person,
    told_of_versions,
)
from workshop_tui.ui.stages.topics import Form
from workshop_tui.ui.widgets.lines import Block
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.question import Answers
from workshop_tui.ui.widgets.rows import Column, RowList
from workshop_tui.ui.widgets.words import WordLine

ASKS_SHOWN = 2
"""Questions about a new wording that are shown while it is typed."""


class GutCheckView(StageView):
    """The statement with its stumbling blocks above, the people and what they said beneath."""

    stage = "gut_check"
    DEFAULT_CSS = """
    GutCheckView {
        layout: vertical;
        & > #statement { height: auto; max-height: 60%; padding: 1 1 0 2; }
        & #words { height: auto; width: 1fr; }
        & #standing { height: auto; }
        & #covered { height: auto; width: 30; margin: 0 0 0 2; }
        & > #people { height: 1fr; padding: 1 0 0 0; }
        & #stakeholders { width: 11fr; min-width: 38; }
        & #told { width: 10fr; padding: 0 1 0 2; }
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
        self._unconfirmed: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        with Horizontal(id="statement"):
            with Vertical(id="words"):
                yield self.words
                yield self.standing
            yield self.covered
        with Horizontal(id="people"):
            yield self.people
            yield self.told

    def on_mount(self) -> None:
        """The word lists behind a reading take a moment to load, which no frame waits for."""
        self.run_worker(self._load_reader())

    async def _load_reader(self) -> None:
        await asyncio.to_thread(read_reaction, "", self.room.session.language)
        self._can_read = True
        self._moved(self.people.selected)

    # -- drawing -----------------------------------------------------------------------------------

    def show(self, session: Session) -> None:
        gut_check = session.gut_check
        words = self._statement.split()
        self.words.set_words(words, marks=stumble_marks(words, stumbles(gut_check)))
        self.standing.set_lines(self._standing_lines())
        asked = len(last_reactions(gut_check))
        stumbled = {
            each.stakeholder
            for each in gut_check.reactions
            if each.code != "strong" or each.stumbled_over
        }
        people = self.t("gut_check_view.asked", asked, stumbled=len(stumbled))
        classes = class_lines(gut_check, self.said)
        self.covered.set_lines([Content.styled(people, STRONG), *classes])
        codes = [self.t(f"gut_check_view.code.{code}") for code in CODES_AND_NONE]
        kinds = [self.t(f"gut_check_view.kind.{kind}") for kind in STAKEHOLDER_CLASSES]
        self.people.set_columns(
            [
                Column("", 1),
                Column(
                    self.t("gut_check_view.heading.who"),
                    widest([*kinds, self.t("gut_check_view.own")]),
                ),
                Column(),
                Column(self.t("gut_check_view.heading.reaction"), widest(codes)),
            ]
        )
        self.people.set_rows(people_rows(gut_check, self.said, self.private))
        self._moved(self.people.selected)

    def _standing_lines(self) -> list[Content]:
        """Under the statement: which version it is, and whether it is accepted."""
        if not self._statement:
            return [Content.styled(self.t("gut_check_view.no_statement"), DIM)]
        number = statement_version(self.session.gut_check)
        if self._acceptance is None:
            return [Content.styled(self.t("gut_check_view.version", number=number), DIM)]
        accepted = self.t("gut_check_view.accepted", number=number)
        return [Content.styled(f"{DONE} ", GOOD) + Content.styled(accepted, STRONG)]

    def _moved(self, key: str | None) -> None:
        gut_check = self.session.gut_check
        if key == OWN_FEELING:
            told = told_of_feelings(gut_check, self.session.setup, self.said)
            told = [self.private(each) for each in told]
        elif key is not None:
            person = find(gut_check.stakeholders, key)
            told = told_of_person(person, gut_check, self.said, self.private, self._read)
        else:
            told = []
        if not self._statement:
            told.insert(0, Content.styled(self.t("gut_check_view.choose_first"), DIM))
        versions = statement_versions(self.session.scoring, gut_check)
        told += told_of_versions(versions, gut_check, self.said)
        if self._acceptance is not None:
            because = self.t("gut_check_view.because", reason=self._acceptance.because)
            told += [Content(""), plain(because)]
        if not self.is_projecting:
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
            facts.append(Message.of("gut_check_view.words_changed", words_changed(gut_check)))
        return facts

    def said(self, message: Message) -> str:
        """The message in the user's language."""
        return say(message, self.language)

    def copy_text(self) -> str:
        """The statement, or the whole of what is told while that is what the keys act in."""
        return self.told.copy_text() if self.active_pane is self.told else self.words.copy_text()

    # -- moving ------------------------------------------------------------------------------------

    def command_move_left(self) -> None:
        self.words.move("left")

    def command_move_right(self) -> None:
        self.words.move("right")

    # -- commands ----------------------------------------------------------------------------------

    def reason_against(self, command: str) -> Message | None:
        needs_statement = {"record_reaction", "probe_reaction", "swap_word", "accept_statement"}
        if command in needs_statement and not self._statement:
            return Message.of("refused.no_statement_yet")
        if command in {"record_reaction", "probe_reaction"} and self._person is None:
            return Message.of("gut_check_view.nobody_selected")
        if command == "probe_reaction" and self._latest is None:
            return Message.of("gut_check_view.no_reaction_yet")
        if command == "next_step" and self._next_step != command:
            return self.reason_against(self._next_step)
        return super().reason_against(command)

    async def command_next_step(self) -> None:
        """What the person under the cursor is to be asked next."""
        match self._next_step:
            case "record_feeling":
                await self.command_record_feeling()
            case "record_reaction":
                await self.command_record_reaction()
            case _:
                await self.command_probe_reaction()

    async def command_record_feeling(self) -> None:
        word = self.words.selected_word
        await self._ask_form(forms.feeling_form(self.session.setup, word, self.t))

    async def command_add_stakeholder(self) -> None:
        form = forms.stakeholder_form(self.t)

        def add(answers: Answers) -> bool:
            done = self.act(form.action(answers))
            if done:
                self.people.select(self.session.gut_check.stakeholders[-1].id)
            return done

        await self.ask(form.name, form.questions, add)

    async def command_record_reaction(self) -> None:
        """First the words exactly as they were said, then how they are to be read."""
        person = self._person
        if person is None:
            return

        async def read(answers: Answers) -> bool:
            await self._ask_reading(person, answers.text("words"))
            return True

        before = self._unconfirmed.get(person.id, "")
        await self.ask(f"words of {person.id}", [forms.words_question(before, self.t)], read)

    async def _ask_reading(self, person: Stakeholder, words: str) -> None:
        reading = read_reaction(clean_line(words), self.session.language)
        form = forms.reading_form(person, words, reading, self.t)
        # Until the reading is confirmed the words wait here: leaving must not lose them.
        self._unconfirmed[person.id] = words

        def record(answers: Answers) -> bool:
            done = self.act(form.action(answers))
            if done:
                del self._unconfirmed[person.id]
                if answers.text("code") != "strong":
                    self.notice(Message.of("gut_check_view.probe_now"))
            return done

        await self.ask(form.name, form.questions, record)

    async def command_probe_reaction(self) -> None:
        reaction = self._latest
        if reaction is not None:
            word = self.words.selected_word
            await self._ask_form(forms.probe_form(reaction, word, self._statement, self.t))

    async def command_swap_word(self) -> None:
        position = self.words.selected
        if position is None:
            return
        # Praise is no reason to change a word: such a change is made without a remark.
        latest = self._latest
        cause = latest if latest and latest.code != "strong" else None
        because = cause_line(cause, self.session.gut_check, self.said) if cause else ""
        form = forms.swap_form(
            position,
            self.words.selected_word,
            cause.id if cause else "",
            self.t("gut_check_view.because_of", words=because) if because else "",
            self._preview,
            self.t,
        )
        await self._ask_form(form)

    async def command_accept_statement(self) -> None:
        lacks = [self.said(each) for each in missing(self.session, "gut_check")]
        await self._ask_form(forms.accept_form(lacks, self.t))

    # -- what the commands act on ------------------------------------------------------------------

    @property
    def _statement(self) -> str:
        return statement(self.session.scoring, self.session.gut_check)

    @property
    def _acceptance(self) -> Acceptance | None:
        """That of the latest version; an earlier one has lost its meaning."""
        accepted = self.session.gut_check.accepted
        is_latest = accepted and accepted.version == statement_version(self.session.gut_check)
        return accepted if is_latest else None

    @property
    def _person(self) -> Stakeholder | None:
        """The stakeholder under the cursor."""
        people = self.session.gut_check.stakeholders
        return next((each for each in people if each.id == self.people.selected), None)

    @property
    def _latest(self) -> Reaction | None:
        """The latest reaction of the stakeholder under the cursor."""
        latest = last_reactions(self.session.gut_check)
        return next((each for each in latest if each.stakeholder == self.people.selected), None)

    @property
    def _next_step(self) -> str:
        person = self._person
        if person is None:
            return "record_feeling"
        if self._latest is None or person in to_recheck(self.session.gut_check):
            return "record_reaction"
        return "probe_reaction"

    def _read(self, words: str) -> ReactionReading | None:
        return read_reaction(words, self.session.language) if self._can_read else None

    def _preview(self, action: SwapWord) -> Sequence[str]:
        """What the statement would be after a swap, and what may be asked of it then."""
        session = self.session
        cleaned = changed(action, new=clean_line(action.new))
        try:
            after = apply(session.setup, session.scoring, session.gut_check, cleaned)
        except RefusedError as refused:
            return [self.said(refused.reason)]
        text = statement(session.scoring, after)
        findings = check_statement(text, session.language).findings
        return [text, *(self.said(each.ask) for each in findings[:ASKS_SHOWN])]

    async def _ask_form(self, form: Form) -> None:
        """Ask, and do what the answers say; what is refused stays in the field."""

        def then(answers: Answers) -> bool:
            return self.act(form.action(answers))

        await self.ask(form.name, form.questions, then)
