"""The parts of a slide that are sentences: its headline, heading, statement and foot.

Each in the letters that are asked for, its lines in the middle of the screen. Leaves out which
letters, and what else stands on the slide.
"""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from workshop_tui.ui.look import DIM, STRONG, plain
from workshop_tui.ui.projector.items import apart, evenly
from workshop_tui.ui.projector.large_letters import Face, even_breaks
from workshop_tui.ui.projector.large_text import large_text, without_empty_end

WIDEST_STATEMENT: Final = 60
BOX_SIDES: Final = 8
"""Cells of a box's two sides: a line and three cells of air each."""
MARGIN: Final = 4
MOST_SENTENCE_LINES: Final = 2
"""Lines of large letters that a heading may take; longer, it would be louder than the rest."""
MOST_SMALL_LINES: Final = 3
"""Lines that a heading or a foot may take at all; a longer one is no sentence, and is cut off."""
BETWEEN_SENTENCES: Final = Content("   ")
SMALL: Final = None
"""The terminal's own letters."""


def headline_lines(headline: str, width: int, face: Face | None) -> list[Content]:
    lines = _wording(headline, max(1, width - 2 * MARGIN), face) if headline else ()
    return [_centred(line, width) for line in lines]


def sentence_lines(sentence: Content, width: int, face: Face | None) -> list[Content]:
    room = max(1, width - 2 * MARGIN)
    if face is not None:
        large = large_text(sentence, room, face)
        if 0 < len(large) <= MOST_SENTENCE_LINES:
            return [_centred(line, width) for lines in large for line in lines]
    lines = [line for line in evenly(sentence, room) if line.plain]
    if len(lines) > MOST_SMALL_LINES:
        last = lines[MOST_SMALL_LINES - 1].rstrip()[: room - 1] + "…"
        lines = [*lines[: MOST_SMALL_LINES - 1], last]
    return [_centred(line, width) for line in lines]


def foot_lines(foot: Sequence[Content], width: int, face: Face | None) -> list[Content]:
    """In few lines, broken between two sentences where that is possible."""
    said = [each for each in foot if each.plain]
    if len(said) < 2:
        return sentence_lines(said[0], width, face) if said else []
    room = max(1, width - 2 * MARGIN)
    large = [large_text(each, room, face) for each in said] if face else []
    if large and all(len(each) == 1 for each in large):
        widths = [each[0][0].cell_length for each in large]
    else:
        face, widths = None, [each.cell_length for each in said]
    if max(widths) > room:
        return sentence_lines(BETWEEN_SENTENCES.join(said), width, SMALL)
    gap = len(BETWEEN_SENTENCES.plain) * (face.space if face else 1)
    ends = even_breaks(widths, room, gap)
    lines = [BETWEEN_SENTENCES.join(said[a:b]) for a, b in zip((0, *ends), ends, strict=False)]
    if face and len(lines) > MOST_SENTENCE_LINES:
        return foot_lines(foot, width, SMALL)
    return [drawn for line in lines for drawn in sentence_lines(line, width, face)]


def statement_lines(
    statement: str, width: int, face: Face | None, padding: int, most: int | None
) -> list[Content]:
    """The statement in a box, broken into lines of like length; [] where it has no such letters.

    padding: empty lines above and beneath it, in the box. most: lines after which it is cut off.
    """
    lines = _wording(statement, max(1, width - 2 * MARGIN - BOX_SIDES), face) if statement else ()
    if not lines:
        return []
    if most is not None and len(lines) > most:
        lines = (*lines[: most - 1], lines[most - 1].rstrip()[: WIDEST_STATEMENT - 1] + "…")
    inner = max(line.cell_length for line in lines) + BOX_SIDES - 2
    empty = [Content("")] * padding
    boxed = [
        Content.styled("│", DIM)
        + _centred(line, inner).pad_right(inner - _centred(line, inner).cell_length)
        + Content.styled("│", DIM)
        for line in [*empty, *lines, *empty]
    ]
    edge = "─" * inner
    top, bottom = Content.styled(f"╭{edge}╮", DIM), Content.styled(f"╰{edge}╯", DIM)
    return [_centred(line, width) for line in (top, *boxed, bottom)]


def _wording(text: str, room: int, face: Face | None) -> Sequence[Content]:
    """The text in these letters, its lines centred on one another; () where they do not fit."""
    if face is None:
        return evenly(plain(text, STRONG), min(room, WIDEST_STATEMENT))
    blocks = large_text(plain(text, STRONG), room, face)
    widest = max((block[0].cell_length for block in blocks), default=0)
    centred = [
        [line.pad_left(indent).pad_right(widest - indent - line.cell_length) for line in block]
        for block in blocks
        for indent in [(widest - block[0].cell_length) // 2]
    ]
    return without_empty_end(apart(centred, 1))


def _centred(content: Content, width: int) -> Content:
    if content.cell_length > width:
        return content.truncate(width, ellipsis=True)
    return content.pad_left((width - content.cell_length) // 2)
