"""The survey stage on the screen: what was imported, read one level deeper, and kept as insights.

The view switches between lenses (words, phrases, themes, answers, the insight board) and does the
commands to whatever is selected in them. Leaves out how each lens draws, and the import.
"""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, Final

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer

from workshop_tui.domain.message import Message
from workshop_tui.domain.progress import missing, notices
from workshop_tui.domain.session import Session
from workshop_tui.domain.survey import (
    AddTheme,
    ChangeTheme,
    MergeWords,
    PinInsight,
    PinKind,
    RejoinForm,
    SetPinAside,
    SetQuestion,
    SetThemeAside,
    SplitForm,
    UnmergeWord,
    board,
)
from workshop_tui.domain.values import find
from workshop_tui.room import Room
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.base import Filtered, StageView
from workshop_tui.ui.stages.survey.answers import AnswersLens, QuotesLens
from workshop_tui.ui.stages.survey.board import BoardLens
from workshop_tui.ui.stages.survey.cloud import CloudLens
from workshop_tui.ui.stages.survey.forms import FormsLens
from workshop_tui.ui.stages.survey.importing import survey_import
from workshop_tui.ui.stages.survey.lens import Lens, LensName, Shown, Subject
from workshop_tui.ui.stages.survey.phrases import PhrasesLens
from workshop_tui.ui.stages.survey.questions import WordQuestion, words_in
from workshop_tui.ui.stages.survey.sentences import (
    facts_of,
    facts_without_a_reading,
    instead_of_words,
)
from workshop_tui.ui.stages.survey.subjects import (
    PINNED_AS,
    quoted,
    reason_against_subject,
    toggled_generic,
    toggled_hidden,
)
from workshop_tui.ui.stages.survey.themes import ThemesLens, people_with_any, theme_questions
from workshop_tui.ui.stages.survey.words import WordsLens
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.question import Answers, LineQuestion
from workshop_tui.ui.widgets.rows import RowList

LENSES: Final[Mapping[LensName, type[Lens]]] = {
    "words": WordsLens,
    "cloud": CloudLens,
    "phrases": PhrasesLens,
    "themes": ThemesLens,
    "answers": AnswersLens,
    "board": BoardLens,
    "quotes": QuotesLens,
    "forms": FormsLens,
}
IN_TURN: Final[tuple[LensName, ...]] = (
    "words", "cloud", "phrases", "themes", "answers", "board",
)  # fmt: skip
"""The lenses that `v` goes through; quotes and forms open from a word."""
IN_TURN_OF_FEW: Final[tuple[LensName, ...]] = ("answers", "themes", "board")
"""Very few answers are read, not ranked."""
WITHOUT_LOOKING_FURTHER: Final = frozenset({"words", "cloud", "board", "quotes"})
PATIENCE: Final = 2.0
"""Seconds that keys typed ahead wait for a reading, once; a cold start takes half of one."""
WITHOUT_A_READING: Final = frozenset({"import_answers", "set_question"})


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
        self._at: LensName = "words"
        self._came_from: LensName = "words"
        self._word = ""
        """Selected where the user was last: the words and their cloud have one selection."""
        self._has_notes = False
        self._has_waited = False
        self._import = survey_import(self)
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
        return Shown(
            reading,
            session.survey,
            self.language,
            self.t,
            self.readings.answers,
            self.readings.texts,
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
        return self._at in WITHOUT_LOOKING_FURTHER or readings.is_looked_through

    async def _open_first(self) -> None:
        """Open a lens, where none is open yet."""
        if self._lens is None and not self._has_notes:
            await self._go(self._in_turn(self._shown(self.session))[0])

    def _in_turn(self, shown: Shown | None) -> tuple[LensName, ...]:
        may_rank = shown is None or shown.reading.sample.may_rank
        return IN_TURN if may_rank else IN_TURN_OF_FEW

    async def _go(self, name: LensName) -> None:
        """Show a lens; each is made when it is first looked through."""
        subject = self._subject()
        if subject is not None and subject.kind == "word":
            self._word = subject.words[0]
        lens = self._lenses.get(name)
        if lens is None:
            lens = self._lenses[name] = LENSES[name]()
            await self.mount(lens)
        self._at = name
        self.panes = lens.panes
        self.activate(lens.panes[0])
        self._space(lens)
        self.show(self.session)
        if self._word:
            lens.take_word(self._word)
        self.frame.redraw()

    def on_projector(self, projector: bool) -> None:  # noqa: FBT001 - the value is the state itself
        super().on_projector(projector)
        for lens in self._lenses.values():
            self._space(lens)

    def _space(self, lens: Lens) -> None:
        for pane in lens.panes:
            if isinstance(pane, RowList):
                pane.set_spacing(2 if self.is_projecting else 1)

    def facts(self) -> Sequence[Fact]:
        reading, lens = self.readings.current, self._lens
        if reading is None or lens is None:
            return facts_without_a_reading(self.session.survey, self.readings.fault)
        has_folded = self._at in {"words", "cloud", "phrases"}
        facts = facts_of(reading, self.session.setup.headcount, has_folded=has_folded)
        way_back = () if self._at in IN_TURN else (Message.of("survey_view.esc_back"),)
        return (*way_back, *lens.facts(), *facts)

    # -- commands ----------------------------------------------------------------------------------

    @property
    def _lens(self) -> Lens | None:
        return self._lenses.get(self._at)

    def _subject(self) -> Subject | None:
        lens = self._lens
        return lens.subject() if lens is not None and self.readings.current is not None else None

    @property
    def selected_for_all(self) -> str:
        """The word whose depths are looked at; other views of the survey turn to no word."""
        subject = self._subject()
        if subject is None or subject.kind != "word":
            return ""
        return subject.under or subject.text

    @property
    def view_for_all(self) -> str:
        """The word cloud is a picture for the room."""
        return "cloud" if self._at == "cloud" and self.readings.current is not None else ""

    def reason_against(self, command: str) -> Message | None:
        if command in WITHOUT_A_READING:
            return Message.of("survey_view.importing") if self._import.is_under_way else None
        if command in {"next_view", "previous_view", "show_hidden"}:
            has_answers = self.readings.current is not None and self._lens is not None
            return None if has_answers else Message.of("survey_view.no_answers")
        return reason_against_subject(command, self._subject()) or super().reason_against(command)

    async def command_next_view(self) -> None:
        await self._turn(1)

    async def command_previous_view(self) -> None:
        await self._turn(-1)

    async def _turn(self, step: int) -> None:
        names = self._in_turn(self._shown(self.session))
        at = self._at if self._at in names else self._came_from
        place = names.index(at) if at in names else 0
        await self._go(names[(place + step) % len(names)])

    async def command_back(self) -> None:
        """Esc: stop an import, show all rows again, or go back to where this was opened from."""
        if self._import.is_under_way:
            self._import.stop()
            return
        is_filtered = any(isinstance(pane, Filtered) and pane.filter for pane in self.panes)
        super().command_back()
        if is_filtered or (self._lens is not None and self._lens.let_go()):
            return
        if self._at not in IN_TURN:
            await self._go(self._came_from)

    async def command_show_quotes(self) -> None:
        subject, reading = self._subject(), self.readings.current
        if subject is None or reading is None:
            return
        found = quoted(reading, subject, self.t)
        if self._at in IN_TURN:
            self._came_from = self._at
        await self._go("quotes")
        lens = self._lens
        if isinstance(lens, QuotesLens):
            lens.look_at(found)
            self.show(self.session)

    async def command_show_forms(self) -> None:
        subject = self._subject()
        if subject is None:
            return
        if self._at in IN_TURN:
            self._came_from = self._at
        await self._go("forms")
        lens = self._lens
        if isinstance(lens, FormsLens):
            lens.look_at(subject.text)
            self.show(self.session)

    def command_show_hidden(self) -> None:
        lens = self._lenses.get("words")
        if isinstance(lens, WordsLens):
            lens.toggle_hidden()

    def command_mark_generic(self) -> None:
        subject = self._subject()
        if subject is not None and subject.word is not None:
            self.act(toggled_generic(subject.word))

    def command_hide_word(self) -> None:
        subject = self._subject()
        if subject is not None:
            self.act(toggled_hidden(subject))

    def command_pin(self) -> None:
        """Put on the insight board, or take it off again."""
        subject = self._subject()
        if subject is None:
            return
        kind: PinKind = PINNED_AS[subject.kind]
        pinned = next(
            (
                pin
                for pin in board(self.session.survey.pins)
                if (pin.kind, pin.text) == (kind, subject.text)
            ),
            None,
        )
        self.act(SetPinAside(pin=pinned.id) if pinned else _pin(kind, subject, ""))

    async def command_pin_with_note(self) -> None:
        subject = self._subject()
        if subject is None:
            return
        kind = PINNED_AS[subject.kind]

        def pin(answers: Answers) -> bool:
            return self.act(_pin(kind, subject, answers.text("note")))

        question = LineQuestion(key="note", ask=self.t("survey_view.ask_note", what=subject.text))
        await self.ask(f"note {subject.text}", [question], pin)

    async def command_merge_words(self) -> None:
        subject, reading = self._subject(), self.readings.current
        if subject is None or reading is None:
            return
        words = tuple(word.word for word in reading.words if word.word != subject.text)

        def merge(answers: Answers) -> bool:
            return self.act(MergeWords(word=subject.text, into=answers.text("into")))

        question = WordQuestion(
            key="into", ask=self.t("survey_view.ask_merge", word=subject.text), words=words
        )
        await self.ask(f"merge {subject.text}", [question], merge)

    def command_split_form(self) -> None:
        """Count a form apart, or put back what was split off or merged."""
        subject = self._subject()
        if subject is None:
            return
        if subject.kind == "merge":
            self.act(UnmergeWord(word=subject.text))
        elif subject.kind == "split":
            self.act(RejoinForm(form=subject.text))
        else:
            self.act(SplitForm(form=subject.text))

    async def command_name_theme(self) -> None:
        """Make a theme of the selected word or suggestion, or change the selected theme."""
        subject, reading = self._subject(), self.readings.current
        if subject is None or reading is None:
            return
        is_theme = subject.kind == "theme"

        def keep(answers: Answers) -> bool:
            name, words = answers.text("name"), words_in(answers.text("words"))
            people = people_with_any(reading, words)
            if is_theme:
                change = ChangeTheme(theme=subject.key, name=name, words=words, people=people)
                return self.act(change)
            return self.act(AddTheme(name=name, words=words, people=people))

        questions = theme_questions(reading, subject, self.t)
        await self.ask(f"theme {subject.key} {subject.text}", questions, keep)

    def command_set_aside(self) -> None:
        subject = self._subject()
        if subject is None:
            return
        if subject.kind == "theme":
            self.act(SetThemeAside(theme=find(self.session.survey.themes, subject.key).id))
        else:
            self.act(SetPinAside(pin=subject.key))

    async def command_set_question(self) -> None:
        def keep(answers: Answers) -> bool:
            return self.act(SetQuestion(question=answers.text("question")))

        question = LineQuestion(
            key="question",
            ask=self.t("survey_view.ask_question"),
            value=self.session.survey.question,
        )
        await self.ask("survey question", [question], keep)

    async def command_import_answers(self) -> None:
        await self._import.begin()

    # -- what an import asks of its host -----------------------------------------------------------

    @property
    def paper_width(self) -> int:
        return max(20, self.size.width - 6)

    def show_paper(self, paragraphs: Sequence[Content] | None) -> None:
        self._has_notes = paragraphs is not None
        if paragraphs is not None:
            self._paper.read_from_top()
            self._paper.set_paragraphs(paragraphs)
        self.show(self.session)

    def beside_the_screen(self, work: Coroutine[Any, Any, None]) -> None:
        self.run_worker(work)

    def every(self, seconds: float, do: Callable[[], None]) -> Timer:
        return self.set_interval(seconds, do)


def _pin(kind: PinKind, subject: Subject, note: str) -> PinInsight:
    return PinInsight(
        kind=kind, text=subject.text, under=subject.under, people=subject.people, note=note
    )
