"""A statement laid out word by word, with a cursor on one word and marks beneath the words.

For picking the word that a person stumbles over, and for showing how many did at which word.
"""

from collections.abc import Callable, Mapping, Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size

from workshop_tui.ui.look import CHOSEN, WARN
from workshop_tui.ui.widgets.lines import LineWidget, Motion

SPACE = 2
"""Cells between two words."""


class WordLine(LineWidget):
    """The words of one statement. Knows values, never the session."""

    DEFAULT_CSS = "WordLine { height: auto; }"

    def __init__(
        self,
        *,
        on_move: Callable[[int | None], None] | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        """on_move: told the index of the word under the cursor; None when there is no word."""
        super().__init__(id=id, classes=classes)
        self._words: tuple[str, ...] = ()
        self._marks: dict[int, str] = {}
        self._struck: frozenset[int] = frozenset()
        self._cursor = 0
        self._is_active = True
        self._on_move = on_move

    def set_words(
        self,
        words: Sequence[str],
        *,
        marks: Mapping[int, str] | None = None,
        struck: Sequence[int] = (),
    ) -> None:
        """words: as written, with their punctuation; marks: signs under a word, by its index;
        struck: words that are shown crossed out. The cursor keeps its place."""
        taller = (tuple(words), marks or {}) != (self._words, self._marks)
        self._words = tuple(words)
        self._marks = dict(marks or {})
        self._struck = frozenset(struck)
        self._cursor = max(0, min(self._cursor, len(self._words) - 1))
        self.refresh(layout=taller)

    @property
    def selected(self) -> int | None:
        """The index of the word under the cursor."""
        return self._cursor if self._words else None

    @property
    def selected_word(self) -> str:
        return self._words[self._cursor] if self.selected is not None else ""

    def select(self, index: int) -> None:
        """Put the cursor on this word."""
        wanted = max(0, min(index, len(self._words) - 1))
        if wanted != self._cursor:
            self._cursor = wanted
            self.refresh()
            if self._on_move:
                self._on_move(self.selected)

    def move(self, motion: Motion) -> bool:
        """left, right, first, last; False for other motions."""
        places = {
            "left": self._cursor - 1,
            "right": self._cursor + 1,
            "first": 0,
            "last": len(self._words) - 1,
        }
        if motion not in places:
            return False
        self.select(places[motion])
        return True

    def set_active(self, active: bool) -> None:  # noqa: FBT001 - the value is the state itself
        """The active pane's cursor is drawn in the accent colour."""
        self._is_active = active
        self.refresh()

    def copy_text(self) -> str:
        """The statement."""
        return " ".join(self._words)

    def line(self, y: int) -> Content:
        rows = self._rows(self.size.width)
        row, part = divmod(y, 2)
        if row >= len(rows):
            return Content("")
        pieces = [self._word(i) if part == 0 else self._mark(i) for i in rows[row]]
        return Content(" " * SPACE).join(pieces)

    def _word(self, index: int) -> Content:
        style = "strike" if index in self._struck else ""
        if index == self._cursor:
            style = f"{style} underline {CHOSEN if self._is_active else 'bold'}".strip()
        word = Content.styled(self._words[index], style)
        return word.pad_right(self._width(index) - word.cell_length)

    def _mark(self, index: int) -> Content:
        width = Content(self._words[index]).cell_length
        mark = Content.styled(self._marks.get(index, ""), WARN)
        return mark.center(width).pad_right(self._width(index) - max(width, mark.cell_length))

    def _width(self, index: int) -> int:
        """Of the column of a word: as wide as the word or what stands under it."""
        word, mark = Content(self._words[index]), Content(self._marks.get(index, ""))
        return max(word.cell_length, mark.cell_length)

    def _rows(self, width: int) -> list[list[int]]:
        return word_rows([self._width(index) for index in range(len(self._words))], width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Two lines for each row of words: the words and the marks."""
        return 2 * len(self._rows(width))

    def on_click(self, event: events.Click) -> None:
        rows = self._rows(self.size.width)
        if event.y // 2 >= len(rows):
            return
        x = 0
        for index in rows[event.y // 2]:
            width = self._width(index)
            if x <= event.x < x + width:
                self.select(index)
            x += width + SPACE


def word_rows(widths: Sequence[int], width: int) -> list[list[int]]:
    """The indexes of columns of these widths, row by row, as many on a row as fit."""
    rows: list[list[int]] = []
    used = 0
    for index, length in enumerate(widths):
        if rows and used + SPACE + length <= width:
            rows[-1].append(index)
            used += SPACE + length
        else:
            rows.append([index])
            used = length
    return rows
