"""The picture of the survey's words: the word cloud of the screen, in the letters of a page.

Where each word stands and how big, `text` decides for screen and record alike; here a step of size
becomes a size of letters, and the sign of the list says that any company would use the word.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final
from unicodedata import combining, east_asian_width

from workshop_tui.record import svg
from workshop_tui.record.blocks import Picture, Text
from workshop_tui.record.evidence import WordPeople
from workshop_tui.record.svg import Shape
from workshop_tui.record.wording import Wording, listed, shortened
from workshop_tui.text.survey.cloud import LONGEST, CloudWord, PlacedWord, Size, cloud_of

COLUMNS, LINES = 96, 30
"""The room in cells of a terminal; lines that stay empty above and beneath are cut off."""
_CELL, _LINE = 7, 15
"""A cell in units of the picture, across and down."""
_SIZES: Final = {
    Size.PLAIN: 11.5,
    Size.BOLD: 13,
    Size.CAPITALS: 16,
    Size.TWO_LINES: 29,
    Size.THREE_LINES: 42,
    Size.FIVE_LINES: 68,
}
_BASELINE: Final = 0.26
"""How far beneath the middle of a word its baseline lies, in sizes of its letters."""
_GENERIC: Final = "░"
_SIGN_SIZE, _BEFORE = 12, 3
_NAMED: Final = 5


def word_cloud(words: Sequence[WordPeople], t: Wording) -> tuple[Picture, ...]:
    """The picture of these words, most people first; () without any."""
    wanted = [CloudWord(each.word, each.word, each.people, each.is_generic) for each in words]
    placed = cloud_of(wanted, COLUMNS, LINES, _cells).placed
    if not placed:
        return ()
    first = min(at.line for at in placed)
    last = max(at.line + at.height for at in placed)
    shapes = chain.from_iterable(_shapes(at, at.line - first) for at in placed)
    drawing = svg.drawing(COLUMNS * _CELL, (last - first) * _LINE, *shapes)
    return (Picture("words", drawing, _in_words(placed, t), t("record.picture.words")),)


def _cells(text: str) -> int:
    """The cells that a terminal would give the text, which the record does not ask one for."""
    return sum(
        2 if east_asian_width(letter) in "WF" else 0 if combining(letter) else 1 for letter in text
    )


def _shapes(placed: PlacedWord, line: int) -> Iterator[Shape]:
    """The word, and before it the sign of any company's. line: of the picture, its upper one."""
    label, size = shortened(placed.word.label, LONGEST), _SIZES[placed.size]
    room = (placed.width - placed.margin) * _CELL
    middle = (placed.column + placed.margin) * _CELL + room / 2
    baseline = (line + placed.height / 2) * _LINE + _BASELINE * size
    width = min(room, svg.width_of(label, size))
    ink: svg.Ink = "ink"
    if placed.word.is_generic:
        # Small letters are lost in an outline; grey and the sign tell them apart.
        ink = "generic" if placed.height > 1 else "quiet"
        before = middle - width / 2 - _BEFORE, baseline
        yield svg.text(before, _GENERIC, size=_SIGN_SIZE, ink="quiet", anchor="end")
    yield svg.text((middle, baseline), label, size=size, ink=ink, anchor="middle", length=width)


def _in_words(placed: Sequence[PlacedWord], t: Wording) -> Text:
    """How many words are to be seen, and which are the biggest: any company's, and the others."""
    kinds = {
        "record.picture.words_generic": [at.word for at in placed if at.word.is_generic],
        "record.picture.words_specific": [at.word for at in placed if not at.word.is_generic],
    }
    told = [
        t(
            key,
            words=listed(t("record.picture.word", word.people, word=word.label) for word in some),
        )
        for key, words in kinds.items()
        if (some := words[:_NAMED])
    ]
    return listed((t("record.picture.words_shown", len(placed)), *told), " ")
