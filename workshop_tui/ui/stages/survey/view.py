"""The survey stage on the screen: what was imported, read one level deeper, and kept as insights.

The view switches between lenses (words, phrases, themes, answers, the insight board); its doers
do the commands to whatever is selected in them. Leaves out how each lens draws.
"""

import asyncio
from collections.abc import Sequence
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import changed
from workshop_tui.progress import missing, notices
from workshop_tui.room import Room
from workshop_tui.text.personal_details import board_shown
from workshop_tui.ui.page import Fact, MovablePane
from workshop_tui.ui.stages.base import Filtered, StageView
from workshop_tui.ui.stages.survey.answers import QuotesLens
from workshop_tui.ui.stages.survey.editing import WordEditing
from workshop_tui.ui.stages.survey.forms import FormsLens
from workshop_tui.ui.stages.survey.keeping import Keeping
from workshop_tui.ui.stages.survey.lens import Lens, LensName, Shown, Subject
from workshop_tui.ui.stages.survey.lenses import LENSES, WITHOUT_LOOKING_FURTHER, in_turn
from workshop_tui.ui.stages.survey.sentences import (
    facts_of,
    facts_without_a_reading,
    instead_of_words,
)
from workshop_tui.ui.stages.survey.subjects import reason_against_subject
from workshop_tui.ui.stages.survey.themes import ThemesLens
from workshop_tui.ui.stages.survey.whole import WholeSurvey
from workshop_tui.ui.stages.survey.words import WordsLens
from workshop_tui.ui.widgets.pane import Pane

PATIENCE: Final = 2.0
"""Seconds that keys typed ahead wait for a reading, once; a cold start takes half of one."""
NEEDS_ANSWERS: Final = frozenset(
    {
        "next_view", "previous_view", "show_groups", "show_comparison", "show_spellings",
        "show_hidden", "show_decisions",
    }
)  # fmt: skip


class SurveyView(StageView):
    """Everything that employees wrote, one level deeper."""

    stage = "survey"
    DEFAULT_CSS = """
    SurveyView {
        layout: vertical;
        & > #paper { padding: 0 2; }
        & > Lens { display: none; }
        & > Lens.-current { display: block; }
        & > #paper.-away { display: none; }
    }
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._paper = Pane(id="paper")
        self._lenses: dict[LensName, Lens] = {}
        self._opening = asyncio.Lock()
        self._at: LensName = "words"
        self._came_from: LensName = "words"
        self._word = ""
        """Selected where the user was last: the words and their cloud have one selection."""
        self._has_notes = False
        self._has_waited = False
        self._whole = WholeSurvey(self)
        self.doers = (WordEditing(self), Keeping(self), self._whole)
        self.panes = (self._paper,)

    def compose(self) -> ComposeResult:
        yield self._paper

    def on_mount(self) -> None:
        self.readings.watch(self._reading_changed)

    # -- drawing -----------------------------------------------------------------------------------

    def show(self, session: Session) -> None:
        shown = self._shown(session)
        lens = self._lenses.get(self._at)
        is_away = shown is not None and lens is not None and not self._has_notes
        self._paper.set_class(is_away, "-away")
        for name, other in self._lenses.items():
            other.set_class(is_away and name == self._at, "-current")
        if shown is None and not self._has_notes:
            self._paper.set_paragraphs(
                instead_of_words(session.survey, self.readings.fault, self.t, self.language)
            )
        elif lens is None:
            self.call_later(self._open_first)
        if shown is not None and lens is not None:
            lens.show(shown)

    def _shown(self, session: Session) -> Shown | None:
        reading = self.readings.current
        if reading is None:
            return None
        asked = (*missing(session, "survey"), *notices(session, "survey"))
        board = board_shown(session.survey, session.language)
        return Shown(
            reading,
            changed(session.survey, pins=board),
            self.language,
            self.t,
            self.readings.found.answers,
            self.readings.found.texts,
            self.other_survey.compared,
            self.other_survey.fault,
            asked,
        )

    def _reading_changed(self) -> None:
        self._has_waited = False
        self.show(self.session)
        self.frame.redraw()

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Keys typed ahead wait for the reading that they were meant for, but not for long."""
        del event
        if not self._has_waited and not self._is_read():
            self._has_waited = True
            await self.readings.until(self._is_read, PATIENCE)
        if self.readings.current is not None:
            await self._open_first()
        return False

    def _is_read(self) -> bool:
        """Whether there is nothing to wait for in this lens."""
        readings = self.readings
        if readings.is_reading or readings.current is None:
            return not readings.is_reading
        if self._at == "compare":
            return not self.other_survey.is_due
        return self._at in WITHOUT_LOOKING_FURTHER or readings.is_looked_through

    async def _open_first(self) -> None:
        """Open a lens, where none is open yet."""
        async with self._opening:  # the reading that came and a key behind it both ask for it
            if self._lens is None and not self._has_notes:
                await self._go(in_turn(self._shown(self.session))[0])

    @property
    def _leads_back(self) -> bool:
        """Whether this lens was opened from another one, to which Esc leads."""
        return self._at not in in_turn(self._shown(self.session))

    async def _go(self, name: LensName) -> None:
        """Show a lens; each is made when it is first looked through."""
        subject = self.selected_subject()
        # A list of decisions is looked through; the words stay where they were.
        if subject is not None and subject.kind == "word" and self._at != "decisions":
            self._word = subject.words[0]
        lens = self._lenses.get(name)
        if lens is None:
            lens = LENSES[name]()
            await self.mount(lens)
            self._lenses[name] = lens
        self._at = name
        self.panes = lens.panes
        self.activate(lens.panes[0])
        self.show(self.session)
        if self._word:
            lens.take_word(self._word)
        self.frame.redraw()
        await lens.until_laid_out()

    def facts(self) -> Sequence[Fact]:
        reading, lens = self.readings.current, self._lens
        if reading is None or lens is None:
            return facts_without_a_reading(self.session.survey, self.readings.fault)
        if self._at == "compare" and self.other_survey.compared is not None:
            return lens.facts()  # of two surveys, each with its own numbers
        has_folded = self._at in {"words", "cloud", "phrases"}
        facts = facts_of(
            reading, self.session.survey, self.session.setup.headcount, has_folded=has_folded
        )
        way_back = () if not self._leads_back else (Message.of("survey_view.esc_back"),)
        return (*way_back, *lens.facts(), *facts)

    def activate(self, pane: MovablePane) -> None:
        # What is typed behind a move must not act on rows that still stand under another one.
        lens = self._lens
        if lens is not None:
            lens.catch_up()
        super().activate(pane)
        if lens is not None:
            lens.cursor_moved(None)

    # -- commands ----------------------------------------------------------------------------------

    @property
    def _lens(self) -> Lens | None:
        return self._lenses.get(self._at)

    @property
    def has_answers(self) -> bool:
        return self.readings.current is not None and self._lens is not None

    def selected_subject(self) -> Subject | None:
        lens = self._lens
        return lens.subject() if lens is not None and self.readings.current is not None else None

    @property
    def selected_for_all(self) -> str:
        """The word whose depths are looked at; other views of the survey turn to no word."""
        subject = self.selected_subject()
        if subject is None or subject.kind != "word":
            return ""
        return subject.under or subject.text

    @property
    def view_for_all(self) -> str:
        """The word cloud is a picture for the room."""
        return "cloud" if self._at == "cloud" and self.readings.current is not None else ""

    def reason_against(self, command: str) -> Message | None:
        if command in NEEDS_ANSWERS:
            return None if self.has_answers else Message.of("survey_view.no_answers")
        return reason_against_subject(command, self.selected_subject()) or super().reason_against(
            command
        )

    async def command_next_view(self) -> None:
        await self._turn(1)

    async def command_previous_view(self) -> None:
        await self._turn(-1)

    async def command_show_groups(self) -> None:
        await self._open("groups")

    async def command_show_comparison(self) -> None:
        await self._open("compare")

    async def command_show_spellings(self) -> None:
        await self._open("spellings")

    async def command_show_decisions(self) -> None:
        await self._open("decisions")

    async def _open(self, name: LensName) -> None:
        """Go to a lens from which Esc leads back."""
        if self._at in in_turn(self._shown(self.session)):
            self._came_from = self._at
        await self._go(name)

    async def _turn(self, step: int) -> None:
        names = in_turn(self._shown(self.session))
        at = self._at if self._at in names else self._came_from
        place = names.index(at) if at in names else 0
        await self._go(names[(place + step) % len(names)])

    def matters(self, command: str) -> bool:
        """A theme is made where themes are looked at; elsewhere its key would be one too many."""
        return command != "name_theme" or isinstance(self._lens, ThemesLens)

    async def command_back(self) -> None:
        """Esc: stop an import, show all rows again, or go back to where this was opened from."""
        if self._whole.is_importing:
            self._whole.stop_importing()
            return
        is_filtered = any(isinstance(pane, Filtered) and pane.filter for pane in self.panes)
        super().command_back()
        if is_filtered or (self._lens is not None and self._lens.let_go()):
            return
        if self._leads_back:
            await self._go(self._came_from)

    async def command_show_quotes(self) -> None:
        subject = self.selected_subject()
        if subject is None:
            return
        await self._open("quotes")
        lens = self._lens
        if isinstance(lens, QuotesLens):
            lens.look_at(subject)
            self.show(self.session)

    async def command_show_forms(self) -> None:
        subject = self.selected_subject()
        if subject is None:
            return
        await self._open("forms")
        lens = self._lens
        if isinstance(lens, FormsLens):
            lens.look_at(subject.text)
            self.show(self.session)

    def command_show_hidden(self) -> None:
        lens = self._lenses.get("words")
        if isinstance(lens, WordsLens):
            lens.toggle_hidden()

    # -- what an import asks of its host -----------------------------------------------------------

    @property
    def beneath_form(self) -> Pane | None:
        return self._paper if self._has_notes else None

    @property
    def paper_width(self) -> int:
        return max(20, self.size.width - 6)

    def show_paper(self, paragraphs: Sequence[Content] | None) -> None:
        self._has_notes = paragraphs is not None
        if paragraphs is None:
            self._paper.end_above(0)
        else:
            self._paper.read_from_top()
            self._paper.set_paragraphs(paragraphs)
        self.show(self.session)
