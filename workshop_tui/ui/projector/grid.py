"""A table for a room to see: in small letters as its stage draws it, in large ones as cells.

People are dots, as large as the letters; where these do not fit, their number. Leaves out what
stands in the cells.
"""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Final, TypeAlias

import msgspec
from textual.content import Content

from workshop_tui.ui.look import DIM, fitted_right, plain
from workshop_tui.ui.projector.items import apart
from workshop_tui.ui.projector.large_letters import HEIGHT, NARROW, Face
from workshop_tui.ui.projector.large_text import large_text, large_width

RULE: Final = "─"
GAP: Final = 4
SMALL_GAP: Final = 3
"""Cells between two columns."""
_ROOMY: Final = ("     ", "▄██▄ ", "▀██▀ ", "     ")
_CLOSE: Final = ("   ", "▗█▖", "▝█▘", "   ")
_COUNTED: Final = ()
"""A person's dot, on each line of a letter; none where the number stands for all dots."""


class Cell(msgspec.Struct, frozen=True):
    """What stands in one place. people: a dot each, where there is no text.

    is_right: at the right of its column, as numbers are. is_heading: goes on over the columns
    behind it, which are empty there.
    """

    text: str = ""
    style: str = ""
    people: int = 0
    is_right: bool = False
    is_heading: bool = False

    @property
    def wording(self) -> str:
        """Its text; without one, how many people it is of, and nothing of none."""
        return plain(self.text or str(self.people or "")).plain


Row: TypeAlias = tuple[Cell, ...]
"""() is a line from one side to the other."""


class Table(msgspec.Struct, frozen=True):
    """A block of a slide. rows: what it says. in_brief: the same in fewer words, where these
    do not fit. in_small: draws it in so many cells, where its stage has its own way of that.
    """

    rows: tuple[Row, ...]
    in_brief: tuple[Row, ...] = ()
    in_small: Callable[[int], Sequence[Content]] | None = None

    def small(self, width: int, between: int, most: int | None) -> list[Content]:
        """A row is one line; see `slide.Block`."""
        del most
        lines = _small(self.rows) if self.in_small is None else self.in_small(width)
        return apart([[line] for line in lines], between)

    def large(self, face: Face, width: int, between: int) -> Sequence[Content]:
        """In large letters, with the largest dots that fit; see `slide.Block`."""
        # Wide letters are not worth a word.
        wordings = [self.rows, self.in_brief] if self.in_brief and face is NARROW else [self.rows]
        dotted = product(wordings, (_ROOMY, _CLOSE))
        for rows, dot in (*dotted, *product(wordings, (_COUNTED,))):
            parts = _parts(rows, dot, face, width)
            if parts:
                return apart(parts, between)
        return ()


def _small(rows: Sequence[Row]) -> list[Content]:
    drawn = [[plain(cell.text, cell.style) for cell in row] for row in rows]
    columns = _columns(rows, [[cell.cell_length for cell in row] for row in drawn])
    return [_placed(row, cells, columns, SMALL_GAP) for row, cells in zip(rows, drawn, strict=True)]


def _columns(rows: Sequence[Row], widths: Sequence[Sequence[int]]) -> list[int]:
    """Cells of each column."""
    counted = [
        [0 if cell.is_heading else width for cell, width in zip(row, cells, strict=True)]
        for row, cells in zip(rows, widths, strict=True)
        if row
    ]
    return [max(column) for column in zip(*counted, strict=True)]


def _parts(
    rows: Sequence[Row], dot: Sequence[str], face: Face, width: int
) -> Sequence[list[Content]]:
    """Each row as lines; () where they are wider, or a letter is not drawn."""
    # Measured before anything is drawn: that costs a hundred times as much.
    measured = [[_width(cell, dot, face) for cell in row] for row in rows]
    known = [[each for each in row if each is not None] for row in measured]
    if any(len(row) < len(cells) for row, cells in zip(known, rows, strict=True)):
        return ()
    columns = _columns(rows, known)
    whole = sum(columns) + GAP * (len(columns) - 1)
    begins = [sum(columns[:place]) + GAP * place for place in range(len(columns))]
    ends = [begin + each for row in known for begin, each in zip(begins, row, strict=False)]
    if max([whole, *ends]) > width:
        return ()
    return [_drawn(row, columns, dot, face) or [Content.styled(RULE * whole, DIM)] for row in rows]


def _width(cell: Cell, dot: Sequence[str], face: Face) -> int | None:
    """None where a letter is not drawn."""
    if cell.people and dot:
        return len(dot[0]) * cell.people
    return large_width(cell.wording, face) if cell.wording else 0


def _drawn(row: Row, columns: Sequence[int], dot: Sequence[str], face: Face) -> list[Content]:
    cells = [_large(cell, dot, face) for cell in row]
    lines = range(HEIGHT if row else 0)
    return [_placed(row, [cell[line] for cell in cells], columns, GAP) for line in lines]


def _large(cell: Cell, dot: Sequence[str], face: Face) -> Sequence[Content]:
    """The cell as HEIGHT lines."""
    if cell.people and dot:
        return [Content.styled(line * cell.people, cell.style) for line in dot]
    if not cell.wording:
        return [Content("")] * HEIGHT
    styled = Content.styled(cell.wording, cell.style)
    return large_text(styled, large_width(cell.wording, face) or 0, face)[0]


def _placed(row: Row, cells: Sequence[Content], columns: Sequence[int], gap: int) -> Content:
    """A line of the row: each cell at its column, a number at the right of it."""
    line, begins = Content(""), 0
    for cell, drawn, column in zip(row, cells, columns, strict=True):
        content = fitted_right(drawn, column) if cell.is_right else drawn
        line = line.pad_right(begins - line.cell_length) + content
        begins += column + gap
    return line.rstrip()
