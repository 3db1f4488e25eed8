"""Text with its styles, in large letters: lines of the screen. Leaves out where these stand."""

import re
from collections.abc import Sequence
from typing import Final, TypeAlias

from textual.content import Content
from textual.style import Style

from workshop_tui.ui.projector.large_letters import (
    HEIGHT,
    Face,
    Glyph,
    even_breaks,
    large_word,
)

_WORD: Final = re.compile(r"\S+|(?<=\s)(?=\s)")
"""A word, or nothing between two words that are further apart than a space."""

MOST_LINES: Final = 10
"""Lines of large letters that fill the largest screen."""
_Styled: TypeAlias = tuple[Glyph, str | Style]


def large_text(text: Content, room: int, face: Face) -> Sequence[list[Content]]:
    """The text in as few lines of large letters as `room` cells allow, and these as even as can be.

    Each of them is HEIGHT lines of the screen. () where a letter is not drawn, a word is wider than
    the room, there is no word, or it would be a page to read.
    """
    words = _words(text.plain, face)
    widths = [len(word[0]) for _, word in words]
    if not words or max(widths) > room:
        return ()
    # Measured before anything is drawn: a long text would keep the clock from ticking.
    if sum(widths) > MOST_LINES * room:
        return ()
    ends = even_breaks(widths, room, face.space)
    styled = [(word, _style_at(text, place)) for place, word in words]
    return [
        _side_by_side(_between_words(styled[begin:end]), face.space)
        for begin, end in zip((0, *ends), ends, strict=False)
    ]


def large_width(text: str, face: Face) -> int | None:
    """Cells of the text in one line of large letters; None where a letter is not drawn."""
    words = _words(text, face)
    return sum(len(word[0]) + face.space for _, word in words) - face.space if words else None


def _words(text: str, face: Face) -> Sequence[tuple[int, Glyph]]:
    """Each word and where it begins; () where a letter is not drawn."""
    words = []
    for match in _WORD.finditer(text):
        word = large_word(match.group(), face)
        if word is None:
            return ()
        words.append((match.start(), word))
    return words


def _between_words(words: Sequence[_Styled]) -> Sequence[_Styled]:
    """Without the empty ones at both ends, which would be no gap but a margin."""
    places = [place for place, (word, _) in enumerate(words) if word[0]]
    return words[places[0] : places[-1] + 1] if places else ()


def _side_by_side(words: Sequence[_Styled], space: int) -> list[Content]:
    gap = Content(" " * space)
    return [
        gap.join(Content.styled(word[line], style) for word, style in words)
        for line in range(HEIGHT)
    ]


def _style_at(text: Content, place: int) -> str | Style:
    return next((span.style for span in text.spans if span.start <= place < span.end), "")


def without_empty_end(lines: list[Content]) -> list[Content]:
    """The lines without a last one that nothing reaches into: else the text stands too high."""
    return lines if not lines or lines[-1].plain.strip() else lines[:-1]
