"""The word cloud: where each word stands and how big, in cells of a terminal, not drawn.

Sizes are steps by people: who was said by as many is as big. The words are placed one after the
other, the biggest in the middle, each as near to it as there is room, until one finds none; so a
cloud holds the biggest words and no others. The same words in the same room always give the same
picture, and a mark on a word moves nothing. Leaves out colours and signs (whoever draws it).
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from typing import Final, NamedTuple, TypeAlias

import msgspec

from workshop_tui.text.survey.block_letters import block_letters

Cells: TypeAlias = Callable[[str], int]
"""How many cells a text takes; terminals know, Unicode alone does not."""


class Size(IntEnum):
    """How a word is written, the smallest first."""

    PLAIN = 0
    BOLD = 1
    CAPITALS = 2
    TWO_LINES = 3
    THREE_LINES = 4
    FIVE_LINES = 5


_LINES: Final = {Size.TWO_LINES: 2, Size.THREE_LINES: 3, Size.FIVE_LINES: 5}
NEVER: Final = 2.0
SCALES: Final = (
    (0.06, 0.10, 0.18, 0.35, 0.60),
    (0.10, 0.17, 0.28, 0.50, 0.75),
    (0.12, 0.22, 0.36, 0.66, NEVER),
    (0.12, 0.22, 0.45, 0.80, NEVER),
    (0.12, 0.25, 0.60, 0.95, NEVER),
    (0.15, 0.30, 0.80, NEVER, NEVER),
    (0.20, 0.40, 0.95, NEVER, NEVER),
    (0.20, 0.40, NEVER, NEVER, NEVER),
    (0.30, NEVER, NEVER, NEVER, NEVER),
)
"""From which share of the biggest word's people a word is bold, in capitals, and so on upwards.
The first is for much room, the last for little."""
MARGIN: Final = 2
"""Cells before a word, for its signs; block letters stand one farther from them."""
AROUND: Final = 2
"""Empty cells at least between two words on a line."""
BIG_SHARE: Final = 0.5
"""The part of the room that block letters may take, so that smaller words find theirs."""
ENOUGH: Final = 60
CELLS_A_WORD: Final = 24
"""A cloud of ENOUGH words, or one word for so many cells of a small room, gets no smaller letters
to hold more."""
LONGEST: Final = 24
"""Cells of a word in small letters; a longer one is cut, and written in no larger ones."""
SHAPES: Final = ((5.0, 6), (3.0, 4))
NARROW: Final = 2
"""From which shape of the room (its width in heights) on so many cells of a line are as far from
the middle as one line up or down; less in a narrow room."""
STEP: Final = 4
"""The width is used in steps of as many cells, so that a small change of it moves nothing."""


class CloudWord(msgspec.Struct, frozen=True):
    """key: its name in the reading; label: as people read it; people: who said it."""

    key: str
    label: str
    people: int
    is_generic: bool = False


class PlacedWord(msgspec.Struct, frozen=True):
    """A word in the cloud.

    column, line: of the upper left cell, where its margin for signs begins, counted from 0.
    width: cells, with the margin. lines: what is written behind the margin, all equally wide.
    margin: cells for signs.
    """

    word: CloudWord
    size: Size
    column: int
    line: int
    width: int
    lines: tuple[str, ...]
    margin: int

    @property
    def height(self) -> int:
        return len(self.lines)


class Cloud(msgspec.Struct, frozen=True):
    """placed: the words with the most people, most first; the others found no room."""

    width: int
    height: int
    placed: tuple[PlacedWord, ...]


class _Box(NamedTuple):
    """A word that has a size and no place yet."""

    word: CloudWord
    size: Size
    lines: tuple[str, ...]
    wide: int

    @property
    def is_big(self) -> bool:
        return len(self.lines) > 1

    @property
    def margin(self) -> int:
        return MARGIN + 1 if self.is_big else MARGIN

    @property
    def width(self) -> int:
        """Cells with the margin."""
        return self.margin + self.wide


def cloud_of(words: Sequence[CloudWord], width: int, height: int, cells: Cells) -> Cloud:
    """The cloud of these words in a room of width x height cells.

    words: any order; those that as many people said stand in the order given.
    """
    ordered = sorted(words, key=lambda word: -word.people)
    used = width - width % STEP
    enough = min(ENOUGH, used * height // CELLS_A_WORD, len(ordered))
    best: tuple[PlacedWord, ...] = ()
    for placed in _attempts(ordered, used, height, cells):
        if len(placed) > len(best):
            best = placed
        if len(best) >= enough:
            break
    return Cloud(width, height, best)


def _attempts(
    words: Sequence[CloudWord], width: int, height: int, cells: Cells
) -> Iterator[tuple[PlacedWord, ...]]:
    """The same words ever smaller; at each size with air between the lines, then without."""
    if width <= MARGIN + 1 or height <= 0:
        return
    for scale in SCALES:
        boxes = list(_boxes(words, scale, width, cells))
        # No word is made smaller alone, for want of width: its size would say fewer people.
        is_too_wide = any(box.width > width for box in boxes)
        big = sum((box.width + AROUND) * (len(box.lines) + 1) for box in boxes if box.is_big)
        if not is_too_wide and big <= BIG_SHARE * width * height:
            for air in (1, 0):
                yield tuple(_packed(boxes, width, height, air))


# --- how big


def _boxes(
    words: Sequence[CloudWord], scale: Sequence[float], width: int, cells: Cells
) -> Iterator[_Box]:
    most = max(words[0].people, 1) if words else 1
    for word in words:
        size = Size(sum(word.people >= share * most for share in scale))
        label = _cut(word.label, min(LONGEST, width - MARGIN - 1), cells)
        written, lines = _written(label, size)
        yield _Box(word, written, lines, max(1, cells(lines[0])))


def _written(label: str, size: Size) -> tuple[Size, tuple[str, ...]]:
    """The label in this size, or in the largest one that has its letters."""
    lines = block_letters(label, _LINES[size]) if size in _LINES else None
    if lines is not None:
        return size, lines
    if size >= Size.CAPITALS and label.isalpha():
        return Size.CAPITALS, (" ".join(label.upper()),)
    return min(size, Size.BOLD), (label,)


def _cut(label: str, width: int, cells: Cells) -> str:
    """The label in at most so many cells, 1 at least."""
    if cells(label) <= width:
        return label
    kept = label[:width]
    while kept and (cells(kept) >= width or unicodedata.combining(kept[-1])):
        kept = kept[:-1]
    return f"{kept}…"


# --- where


def _packed(boxes: Sequence[_Box], width: int, height: int, air: int) -> Iterator[PlacedWord]:
    """Each box at the free place nearest to the middle, until one finds none.

    air: empty lines at least between two words that stand one above the other.
    """
    room = _Room(width, height)
    for box in boxes:
        place = room.nearest(box.width, len(box.lines))
        if place is None:
            return
        column, line = place
        # Letters of blocks need a line between them, or they grow together.
        room.take(column, line, box.width, len(box.lines), 1 if box.is_big else air)
        yield PlacedWord(box.word, box.size, column, line, box.width, box.lines, box.margin)


class _Room:
    """Which cells are taken: one number, line after line, with a bit per cell."""

    def __init__(self, width: int, height: int) -> None:
        self._width = width
        self._height = height
        self._taken = 0
        # A picture is wider than high; distances are measured so that it fills its room. In steps,
        # because the order in which places are tried must not change with every line.
        shape = width / max(1, height)
        self._aspect = next((aspect for over, aspect in SHAPES if shape > over), NARROW)

    def nearest(self, width: int, height: int) -> tuple[int, int] | None:
        """The column and line nearest to the middle where a box of this size finds room."""
        if width > self._width:
            return None
        free = self._free(width, height)
        wanted = (self._width - width) // 2
        best: tuple[float, int, int] | None = None
        for line, away in self._outwards(self._height // 2 - height // 2, height):
            if best is not None and away**2 > best[0]:
                break
            for column in _beside(wanted, free >> line * self._width, self._width - width + 1):
                far = ((column - wanted) / self._aspect) ** 2 + away**2
                if best is None or (far, line, column) < best:
                    best = far, line, column
        return None if best is None else (best[2], best[1])

    def _outwards(self, wanted: int, height: int) -> Iterator[tuple[int, int]]:
        """The lines where a box of this height may begin, and how far from the wanted one."""
        last = self._height - height
        for away in range(self._height + 1):
            for line in {wanted - away, wanted + away}:
                if 0 <= line <= last:
                    yield line, away

    def take(self, column: int, line: int, width: int, height: int, air: int) -> None:
        """Nothing may stand here, nor too near."""
        first, last = max(0, column - AROUND), min(self._width, column + width + AROUND)
        mask = (1 << last) - (1 << first)
        for taken in range(max(0, line - air), min(self._height, line + height + air)):
            self._taken |= mask << taken * self._width

    def _free(self, width: int, height: int) -> int:
        """The cells where a box may begin. Of a line, as many as leave the box room in it."""
        return ~_spread(_spread(self._taken, height, self._width), width, 1)


def _spread(cells: int, times: int, step: int) -> int:
    """Each taken cell, and as many before it, a step apart, as make `times` with it."""
    reach = 1
    while reach < times:
        more = min(reach, times - reach)
        cells |= cells >> more * step
        reach += more
    return cells


def _beside(wanted: int, free: int, columns: int) -> Iterator[int]:
    """The free columns of a line nearest to the wanted one, to its left and to its right."""
    free &= (1 << columns) - 1
    left, right = free & ((1 << wanted + 1) - 1), free >> wanted
    if left:
        yield left.bit_length() - 1
    if right:
        yield wanted + (right & -right).bit_length() - 1
