"""Reads large letters off a screen, as somebody at the back of the room does."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from string import ascii_letters, digits, punctuation

from workshop_tui.ui.projector.large_letters import HEIGHT, NARROW, WIDE, large_word

QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""What shows the inked quarters of a cell: upper left 1, upper right 2, lower left 4, right 8."""
HALVES = {
    cell: tuple((place >> half & 1) + (place >> half >> 1 & 2) for half in (0, 1))
    for place, cell in enumerate(QUARTERS)
}
"""The ink in the left and in the right half of each: 1 above, 2 beneath."""
Column = tuple[int, ...]
"""Half a cell of each line of a letter, from top to bottom: as narrow as anything in a letter."""
UNREADABLE = 4
"""The ink of a small letter."""
BLANK: Column = (0,) * HEIGHT
BARS = {(0, 3, 3, 0), (0, 2, 1, 0)}
"""Columns of a bar, and of a dot: at the height of small letters."""


def _inked(line: str) -> list[int]:
    return [ink for cell in line for ink in HALVES.get(cell, (UNREADABLE,) * 2)]


def _columns(band: Iterable[Sequence[int]]) -> Iterator[Column]:
    return zip(*band, strict=True)


def _trimmed(columns: Iterable[Column]) -> tuple[Column, ...]:
    found = list(columns)
    inked = [place for place, column in enumerate(found) if column != BLANK]
    return tuple(found[inked[0] : inked[-1] + 1])


LETTERS = {
    _trimmed(_columns(map(_inked, block))): (letter, 2 * face.space - 1)
    for face in (NARROW, WIDE)
    for letter in ascii_letters + digits + punctuation + "–—’‘“”…·✓•"
    if (block := large_word(letter, face)) is not None
}
"""Each letter by its ink, and how many halves of a cell tell its word from the next."""


def read_aloud(screen: str) -> str:
    """All that stands on the screen: as it is, and what is written there in large letters."""
    lines = [line.replace("│", " ").replace("░", " ") for line in screen.split("\n")]
    width = max(map(len, lines), default=0)
    inked = [_inked(line.ljust(width)) for line in lines]
    bands = (inked[top : top + HEIGHT] for top in range(len(inked) - HEIGHT + 1))
    large = " ".join(text for band in bands for text in _texts(_columns(band)))
    return f"{screen}\n{large}"


def _texts(columns: Iterable[Column]) -> Iterator[str]:
    """What the columns say, where all that stands in them are letters, bars and dots."""
    said, gap = "", 0
    for is_blank, group in groupby(columns, BLANK.__eq__):
        block = tuple(group)
        if is_blank:
            gap = len(block)
        elif block in LETTERS:
            letter, least = LETTERS[block]
            said += (" " if said and gap >= least else "") + letter
        elif not set(block) <= BARS:
            return
    if said:
        yield said
