"""Words of the survey with bars and people, for a room to see: in small letters or in large ones.

A generic word has another bar, not only another colour. Leaves out which words, and how many.
"""

from collections.abc import Sequence
from typing import Final

import msgspec
from textual.content import Content

from workshop_tui.ui.look import ACCENT, DIM, STRONG, fitted, plain
from workshop_tui.ui.projector.items import apart
from workshop_tui.ui.projector.large_letters import HEIGHT, Face, large_word
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


class WordBars(msgspec.Struct, frozen=True):
    """A block of a slide."""

    words: tuple[WordBar, ...]

    @property
    def _most(self) -> int:
        return max((word.people for word in self.words), default=0)

    def small(self, width: int, between: int, most: int | None) -> list[Content]:
        """A line a word; see `slide.Block`."""
        del width, most
        digits = len(str(self._most))
        rows = [
            fitted(plain(word.word, word.style), WORD_WIDTH)
            + Content.styled(f"{word.people:>{digits}}  ", DIM)
            + word.bar(self._most, BAR_WIDTH)
            for word in self.words
        ]
        return apart([[row] for row in rows], between)

    def large(self, face: Face, width: int, between: int) -> Sequence[Content]:
        """The same in large letters; see `slide.Block`."""
        written = [large_word(word.word, face) for word in self.words]
        known = [block for block in written if block is not None]
        if not known or len(known) < len(self.words):
            return ()
        numbers = [large_word(str(word.people), face) or () for word in self.words]
        longest = max(len(block[0]) for block in known) + face.space
        widest = max(len(number[0]) for number in numbers)
        room = min(WIDEST_LARGE_BAR, width - longest - widest - face.space)
        if room < SHORTEST_LARGE_BAR:
            return ()
        parts = []
        for word, block, number in zip(self.words, known, numbers, strict=True):
            drawn = word.bar(self._most, room)
            parts.append(
                [
                    Content.styled(block[line].ljust(longest), word.style)
                    + Content.styled(number[line].rjust(widest) + " " * face.space, DIM)
                    + (drawn if line in BAR_LINES else Content(""))
                    for line in range(HEIGHT)
                ]
            )
        return apart(parts, between)
