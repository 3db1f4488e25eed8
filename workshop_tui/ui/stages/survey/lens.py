"""Ways of looking at the same survey: what they have in common, and what is selected in one.

A lens draws and says what stands under its cursor (the `Subject`); what is done to that, the
survey view does. Each lens has a module of its own.
"""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Literal, TypeAlias

from textual import events
from textual.geometry import Size
from textual.widget import Widget

from workshop_tui.domain.message import Message
from workshop_tui.domain.survey import Survey
from workshop_tui.language import Language
from workshop_tui.ui.page import Fact, MovablePane, Say
from workshop_tui.ui.stages.survey.marks import Marks
from workshop_tui.ui.widgets.lines import LineWidget

if TYPE_CHECKING:
    from workshop_tui.text.reading import Answer, Reading, Word
    from workshop_tui.ui.other_survey import Compared

SubjectKind: TypeAlias = Literal[
    "word",
    "hidden",
    "phrase",
    "quote",
    "theme",
    "suggestion",
    "pin",
    "form",
    "merge",
    "split",
    "spelling",
]
LensName: TypeAlias = Literal[
    "words", "cloud", "phrases", "themes", "groups", "compare", "answers", "board", "quotes",
    "forms", "spellings", "decisions",
]  # fmt: skip
Selected: TypeAlias = Callable[[], None]
"""Called when another subject is selected."""
LAYOUT_PATIENCE: Final = 1.0
"""Seconds that a key typed ahead waits for a layout; it takes a frame."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands under the cursor.

    text: the word, phrase, answer, name of the theme or form. words: those that it is made of.
    under: the word beneath which it was found; "" where it stands alone.
    people: who said it. word: of the reading, where it is one. key: the id of a pin or theme;
    of a spelling the word with which it may be one.
    """

    kind: SubjectKind
    text: str
    words: tuple[str, ...] = ()
    under: str = ""
    people: int | None = None
    word: "Word | None" = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Whose answers are looked at: a word (with another one), a phrase, a theme.

    title: as the heading names it. under: what a pinned answer is kept under.
    """

    title: str
    answers: "Sequence[Answer]"
    marks: Marks
    under: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a lens draws."""

    reading: "Reading"
    survey: Survey
    language: Language
    t: Say
    answers: "Sequence[Answer]" = ()
    """The distinct answers; () until they have been looked through."""
    texts: Sequence[str] = ()
    """Their texts."""
    compared: "Compared | None" = None
    """The survey beside another one; None until that has been read."""
    comparison_fault: Message | None = None
    """Why the other survey cannot be read."""
    questions: tuple[Message, ...] = ()
    """What the facilitator may want to ask the room, and what the stage still lacks."""

    @property
    def masks(self) -> bool:
        """Whether e-mail addresses and numbers in quotes stand behind a mask."""
        return self.survey.personal_details == "masked"

    @property
    def group_column(self) -> str:
        """The heading of the column that says the groups; "" without one."""
        columns = (source.group_column for source in self.survey.sources)
        return next(filter(None, columns), "")


class Lens(Widget):
    """One way of looking at the survey. Subclasses set `name` and `panes`, and draw."""

    name_: ClassVar[LensName]
    DEFAULT_CSS = "Lens { width: 1fr; height: 1fr; layout: horizontal; }"

    def __init__(self) -> None:
        super().__init__(id=f"survey-{self.name_}")
        self.panes: tuple[MovablePane, ...] = ()
        self.shown: Shown | None = None
        self._drawn_at: object = None
        self._is_behind = False
        self._laid_out = asyncio.Event()
        self._laid_out.set()

    async def until_laid_out(self) -> None:
        """Wait until what was drawn fits the panes as they are; a key must not act before."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._laid_out.wait(), LAYOUT_PATIENCE)

    def show(self, shown: Shown) -> None:
        """Draw this, unless it stands there already."""
        key = (
            id(shown.reading), id(shown.answers), shown.survey, shown.language, shown.questions,
            id(shown.compared), shown.comparison_fault,
        )  # fmt: skip
        if self._drawn_at != key:
            self._drawn_at, self.shown = key, shown
            self._draw_as_laid_out()

    def draw(self, shown: Shown) -> None:
        """Fill the panes, but for what follows the cursor."""
        raise NotImplementedError

    def follow(self) -> None:
        """Draw what follows the cursor: what stands under the selected row, or its quotes."""

    def catch_up(self) -> None:
        """Draw what follows the cursor, where that is still to be done."""
        if self._is_behind:
            self._is_behind = False
            self.follow()

    def cursor_moved(self, _: str | None) -> None:
        """For a list's `on_move`: what follows is drawn once the cursor itself has been.

        The move goes to the terminal at once, in a few bytes; while a key is held down, what
        follows is drawn for the row on which it rests.
        """
        if not self._is_behind:
            self._is_behind = True
            self.call_after_refresh(self.catch_up)

    def subject(self) -> Subject | None:
        """What stands under the cursor of the active pane."""
        return None

    def take_word(self, word: str) -> None:
        """Select the word that was selected in another lens, where this one shows it."""

    def let_go(self) -> bool:
        """Esc: step back inside this lens; whether there was anything to step back from."""
        return False

    def facts(self) -> Sequence[Fact]:
        """What the facts line says of this lens, before what it says of the survey."""
        return ()

    def on_resize(self, event: events.Resize) -> None:
        """Bars and lines around a word are as long as there is room."""
        del event
        self._draw_as_laid_out()

    def _draw_as_laid_out(self) -> None:
        """Draw, and once more where the panes were laid out anew meanwhile."""
        if self.shown is not None:
            self._laid_out.clear()
            sizes = self._sizes()
            self.draw(self.shown)
            self._is_behind = False
            self.follow()
            self.call_after_refresh(self._check_layout, sizes)

    def _check_layout(self, drawn_for: Sequence[Size]) -> None:
        if self._sizes() != drawn_for:
            self._draw_as_laid_out()
        else:
            self._laid_out.set()

    def _sizes(self) -> list[Size]:
        return [pane.size for pane in self.query(LineWidget)]
