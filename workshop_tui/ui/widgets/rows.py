"""A list of rows with a cursor: drafts, people, words. Columns, filter, pages; cheap to move in.

The cursor is a key, not a number: when the rows change it stays on its row. Leaves out: where
rows come from (a view makes them) and which keys move the cursor (the command table).
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, TypeAlias

import msgspec
from textual import events
from textual.content import Content

from workshop_tui.ui.look import CHOSEN, DIM, SELECTED, cut_behind_word, fitted, fitted_right, plain
from workshop_tui.ui.widgets.lines import LineWidget, Motion
from workshop_tui.ui.widgets.pane import Paragraphs

MARGIN = 2
"""Cells before the first column, where the cursor's sign stands."""
GAP = 2
"""Cells between two columns."""
WIDEST_ROW = 124
"""Cells that an eye follows from the first column to the last; a wider screen leaves air."""


class Column(msgspec.Struct, frozen=True):
    """heading: above the column, with the unit; width: cells, or None for what is left.

    cut: whether a text that does not fit ends anywhere, or behind one of its words.
    """

    heading: str = ""
    width: int | None = None
    align: Literal["left", "right"] = "left"
    cut: Literal["anywhere", "words"] = "anywhere"


class Row(msgspec.Struct, frozen=True):
    """One row.

    key: what it stands for; unique in the list and stable when the list changes.
    cells: one per column; text from people through `plain()`.
    words: what `/` searches; "" means the text of the cells.
    """

    key: str
    cells: tuple[Content, ...]
    words: str = ""

    def matches(self, needle: str) -> bool:
        """Whether the row holds every word of the (case-folded) needle."""
        text = (self.words or " ".join(cell.plain for cell in self.cells)).casefold()
        return all(word in text for word in needle.split())


OnMove: TypeAlias = Callable[[str | None], None]


def row_width(columns: Sequence[Column], rows: Sequence[Row]) -> int:
    """Cells of a list in which nothing of these rows is cut."""
    widths = [
        max((row.cells[place].cell_length for row in rows), default=0)
        if column.width is None
        else column.width
        for place, column in enumerate(columns)
    ]
    return MARGIN + sum(widths) + GAP * len(widths)


class RowList(LineWidget):
    """Rows with one cursor. Knows values, never the session."""

    DEFAULT_CSS = "RowList { height: 1fr; }"

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        on_move: OnMove | None = None,
        empty: Sequence[Content] = (),
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        """on_move: told the key under the cursor whenever it changes; None when there is no row.

        empty: what an empty list says instead: what belongs here and the key that puts it there.
        """
        super().__init__(id=id, classes=classes)
        self._columns = tuple(columns)
        self._on_move = on_move
        self._empty = Paragraphs(empty)
        self._rows: tuple[Row, ...] = ()
        self._shown: tuple[Row, ...] = ()
        self._cursor = 0
        self._top = 0
        self._needle = ""
        self._is_active = True

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, in this order; the cursor stays on its row, else near its place."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._show_matching()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other headings or widths; the rows must have as many cells."""
        before, self._columns = self._columns, tuple(columns)
        if before == self._columns:
            return
        if [(old.width, old.align) for old in before] == [
            (new.width, new.align) for new in self._columns
        ]:
            self.redraw_lines([0] if self._head else ())
        else:
            self.refresh()

    def set_empty(self, lines: Sequence[Content]) -> None:
        """What the list says when it has no rows."""
        self._empty = Paragraphs(lines)
        if not self._shown:
            self.refresh()

    def set_filter(self, needle: str) -> None:
        """Show only rows that hold every word of the needle; "" shows all."""
        self._needle = needle.casefold()
        self._show_matching()

    @property
    def filter(self) -> str:
        return self._needle

    @property
    def selected(self) -> str | None:
        """The key of the row under the cursor."""
        return self._shown[self._cursor].key if self._shown else None

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows that the filter lets through."""
        return self._shown

    def select(self, key: str) -> bool:
        """Put the cursor on this row; False where the list does not show it."""
        for place, row in enumerate(self._shown):
            if row.key == key:
                self._go(place)
                return True
        return False

    def copy_text(self) -> str:
        """The selected row as text."""
        if not self._shown:
            return ""
        return "  ".join(cell.plain for cell in self._shown[self._cursor].cells if cell.plain)

    def move(self, motion: Motion) -> bool:
        """Move the cursor; False for a motion that means nothing here."""
        page = max(1, self._capacity - 1)
        steps = {"up": -1, "down": 1, "page_up": -page, "page_down": page}
        if motion in steps:
            self._go(self._cursor + steps[motion])
        elif motion == "first":
            self._go(0)
        elif motion == "last":
            self._go(len(self._shown) - 1)
        else:
            return False
        return True

    @property
    def is_active(self) -> bool:
        """Whether this is the pane that the arrow keys move in."""
        return self._is_active

    def set_active(self, active: bool) -> None:  # noqa: FBT001 - the value is the state itself
        """The active pane's cursor is drawn in the accent colour, the others' quietly."""
        if active != self._is_active:
            self._is_active = active
            self.redraw_lines([self._y_of(self._cursor)])

    @property
    def _head(self) -> int:
        return 1 if any(column.heading for column in self._columns) else 0

    @property
    def _capacity(self) -> int:
        return max(1, self.size.height - self._head)

    def _y_of(self, place: int) -> int:
        return self._head + place - self._top

    def line(self, y: int) -> Content:
        if y < self._head:
            return self._heading()
        if not self._shown:
            return self._empty_line(y - self._head)
        place = y - self._head + self._top
        return self._row(place) if place < len(self._shown) else Content("")

    def _heading(self) -> Content:
        cells = [Content.styled(column.heading, DIM) for column in self._columns]
        return self._laid_out(Content(" " * MARGIN), cells)

    def _row(self, place: int) -> Content:
        cells = list(self._shown[place].cells)
        if place != self._cursor:
            return self._laid_out(Content(self._more_sign(place).ljust(MARGIN)), cells)
        style = CHOSEN if self._is_active else "bold"
        sign = Content.styled(SELECTED.ljust(MARGIN), style if self._is_active else DIM)
        if self._is_active:
            cells = [cell.stylize_before("bold") for cell in cells]
        return self._laid_out(sign, cells)

    def _more_sign(self, place: int) -> str:
        last_visible = self._top + self._capacity - 1
        if place == self._top and self._top > 0:
            return "↑"
        if place == last_visible and last_visible < len(self._shown) - 1:
            return "↓"
        return ""

    def _laid_out(self, margin: Content, cells: Sequence[Content]) -> Content:
        widths = column_widths(self._columns, min(self.size.width, WIDEST_ROW) - MARGIN - 1)
        fitting = [
            _fitting(cell, column, width)
            for column, width, cell in zip(self._columns, widths, cells, strict=False)
        ]
        return margin + Content(" " * GAP).join(fitting)

    def _empty_line(self, y: int) -> Content:
        if self._needle and self._rows:
            return plain(f"  / {self._needle}", DIM) if y == 1 else Content("")
        lines = self._empty.lines(self.size.width - 2 * MARGIN)
        return Content(" " * MARGIN) + lines[y - 1] if 1 <= y <= len(lines) else Content("")

    def _visible(self) -> list[Content]:
        return [self.line(y) for y in range(self.size.height)]

    def _redraw_changed(self, before: Sequence[Content]) -> None:
        pairs = enumerate(zip(before, self._visible(), strict=True))
        self.redraw_lines(y for y, (old, new) in pairs if not old.is_same(new))

    def _show_matching(self) -> None:
        before = self._visible()
        selected = self.selected
        self._shown = tuple(row for row in self._rows if row.matches(self._needle))
        places = {row.key: place for place, row in enumerate(self._shown)}
        last = max(0, len(self._shown) - 1)
        self._cursor = places.get(selected or "", min(self._cursor, last))
        self._scroll_to_cursor()
        self._redraw_changed(before)
        if self.selected != selected:
            self._tell()

    def _go(self, place: int) -> None:
        before = self._cursor
        self._cursor = max(0, min(place, len(self._shown) - 1))
        if self._cursor == before:
            return
        if self._scroll_to_cursor():
            self.refresh()
        else:
            self.redraw_lines([self._y_of(before), self._y_of(self._cursor)])
        self._tell()

    def _tell(self) -> None:
        if self._on_move:
            self._on_move(self.selected)

    def _scroll_to_cursor(self) -> bool:
        """Bring the cursor into sight; whether anything scrolled."""
        if not self.size.height:
            return False
        before = self._top
        highest = max(0, len(self._shown) - self._capacity)
        self._top = max(self._cursor - self._capacity + 1, min(self._top, self._cursor, highest))
        self._top = max(0, self._top)
        return self._top != before

    def on_resize(self) -> None:
        # Keys typed ahead may have moved the cursor before there was a height to scroll in.
        if self._scroll_to_cursor():
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        place = event.y - self._head + self._top
        if event.y >= self._head and place < len(self._shown):
            self._go(place)

    def on_mouse_scroll_down(self) -> None:
        self._go(self._cursor + 3)

    def on_mouse_scroll_up(self) -> None:
        self._go(self._cursor - 3)


def _fitting(cell: Content, column: Column, width: int) -> Content:
    if column.align == "right":
        return fitted_right(cell, width)
    return fitted(cut_behind_word(cell, width) if column.cut == "words" else cell, width)


def widest_of(cells: Iterable[Content], most: int) -> int:
    """Cells for a column whose texts are to be read whole, as far as there is room for them."""
    return min(most, max((cell.cell_length for cell in cells), default=0))


def column_widths(columns: Sequence[Column], width: int) -> list[int]:
    """Cells for each column: the fixed ones as they are, the others share what is left."""
    fixed = sum(column.width for column in columns if column.width is not None)
    free = [column for column in columns if column.width is None]
    left = width - fixed - GAP * max(0, len(columns) - 1)
    share, rest = divmod(max(0, left), len(free)) if free else (0, 0)
    widths = []
    for column in columns:
        if column.width is not None:
            widths.append(column.width)
        else:
            widths.append(max(1, share + (1 if rest > 0 else 0)))
            rest -= 1
    return widths
