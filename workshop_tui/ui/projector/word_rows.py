"""Words of the survey with bars and people, for a room to see: in small letters or in large ones.

A generic word has another bar, not only another colour. Leaves out which words, and how many.
"""

from collections.abc import Sequence
from typing import Final

import msgspec
from textual.content import Content

from workshop_tui.ui.look import ACCENT, DIM, STRONG, fitted, plain
from workshop_tui.ui.projector.large_letters import HEIGHT, SPACE, large_word
from workshop_tui.ui.widgets.bars import GENERIC, SPECIFIC, bar

WORD_WIDTH: Final = 20
BAR_WIDTH: Final = 32
SHORTEST_LARGE_BAR: Final = 24
WIDEST_LARGE_BAR: Final = 96
BAR_LINES: Final = range(1, 3)
"""Lines of a large row on which its bar stands, at the height of small letters."""


class WordBar(msgspec.Struct, frozen=True):
    """A word and how many people wrote it."""

    word: str
    people: int
    is_generic: bool = False

    @property
    def style(self) -> str:
        return DIM if self.is_generic else STRONG

    def bar(self, most: int, width: int) -> Content:
        """Its people against `most`, which fill the width."""
        fill, style = (GENERIC, DIM) if self.is_generic else (SPECIFIC, ACCENT)
        return bar(self.people, most, width, fill=fill, style=style)


def word_rows(words: Sequence[WordBar]) -> tuple[Content, ...]:
    """A line a word."""
    most = max((word.people for word in words), default=0)
    digits = len(str(most))
    return tuple(
        Content("").join(
            [
                fitted(plain(word.word, word.style), WORD_WIDTH),
                Content.styled(f"{word.people:>{digits}}  ", DIM),
                word.bar(most, BAR_WIDTH),
            ]
        )
        for word in words
    )


def large_word_rows(words: Sequence[WordBar], width: int, height: int) -> Sequence[Content]:
    """The same in large letters; () where they do not fit, or a letter is not drawn.

    width, height: cells and lines to fit into.
    """
    written = [large_word(word.word) for word in words]
    known = [block for block in written if block is not None]
    if not known or len(known) < len(words) or len(words) * HEIGHT > height:
        return ()
    numbers = [large_word(str(word.people)) or () for word in words]
    longest = max(len(block[0]) for block in known)
    widest = max(len(number[0]) for number in numbers)
    most = max(word.people for word in words)
    room = min(WIDEST_LARGE_BAR, width - longest - widest - 2 * SPACE)
    if room < SHORTEST_LARGE_BAR:
        return ()
    between = 1 if len(words) * (HEIGHT + 1) <= height else 0
    rows: list[Content] = []
    for word, block, number in zip(words, known, numbers, strict=True):
        drawn = word.bar(most, room)
        for line in range(HEIGHT):
            beside = drawn if line in BAR_LINES else Content("")
            rows.append(
                Content.styled(block[line].ljust(longest + SPACE), word.style)
                + Content.styled(number[line].rjust(widest) + " " * SPACE, DIM)
                + beside
            )
        rows += [Content("")] * between
    return rows[: len(rows) - between]
