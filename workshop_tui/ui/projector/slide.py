"""A slide: a few large, calm lines in the middle of the screen. Layout only; no workshop here.

A slide leaves nearly everything out and lets the rest stand in empty space, in which it is read
from the back of a room. What it is about is written in large letters wherever they fit.
"""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

import msgspec
from textual.content import Content

from workshop_tui.ui.look import DIM, STRONG, fitted_right, plain
from workshop_tui.ui.projector.large_letters import large_lines
from workshop_tui.ui.widgets.pane import wrapped

MOST_THINGS: Final = 7
"""What a room can take in at once; a slide never shows more."""
WIDEST_STATEMENT: Final = 60
BOX_SIDES: Final = 8
"""Cells of a box's two sides: a line and three cells of air each."""
MARGIN: Final = 4
WHOLE: Final = None
"""As many lines for a row as its text needs."""
Letters: TypeAlias = Callable[[str, int], Sequence[Content]]
"""A text as lines of at most so many cells."""


class Slide(msgspec.Struct, frozen=True):
    """What a slide shows, from top to bottom; what is empty takes no room.

    headline: what the whole slide is about, larger than a heading. heading, foot: a sentence each.
    statement: people's words, in a box. rows: at most seven, aligned with one another. large_rows:
    the same in large letters, in so many cells and lines; () where these are too few. table: lines
    that belong together, in so many cells. picture: draws itself into so many cells and lines, as
    large as it can. corner: what stands apart at the top right, such as a timer. hang: cells in
    front of the text of a row, beneath which its other lines begin; 0 cuts a long row off.
    """

    headline: str = ""
    heading: Content = Content("")
    statement: str = ""
    rows: tuple[Content, ...] = ()
    large_rows: Callable[[int, int], Sequence[Content]] | None = None
    table: Callable[[int], tuple[Content, ...]] | None = None
    picture: Callable[[int, int], Sequence[Content]] | None = None
    foot: Content = Content("")
    corner: Content = Content("")
    hang: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on it but perhaps a timer."""
        words = (self.headline, self.heading.plain, self.statement, self.foot.plain)
        return not (any(words) or self.rows or self.table or self.picture)


def slide_lines(slide: Slide, width: int, height: int) -> list[Content]:
    """The slide as exactly `height` lines of at most `width` cells."""
    body = (
        _body(slide, width, height - 2) if slide.picture is None else _around(slide, width, height)
    )
    above = max(0, (height - len(body)) // 2)
    lines = [Content("")] * above + body
    lines += [Content("")] * (height - len(lines))
    # Before the first layout there is no line at all.
    if slide.corner.plain and lines:
        corner = fitted_right(slide.corner, width - MARGIN) if width > MARGIN else slide.corner
        lines[0] = corner.truncate(width) if corner.cell_length > width else corner
    return lines[:height]


def _around(slide: Slide, width: int, height: int) -> list[Content]:
    """A picture with a sentence above and beneath it."""
    head, foot = _sentence(slide.heading, width), _sentence(slide.foot, width)
    room = height - len(head) - len(foot) - 4
    if slide.picture is None or room <= 0:
        return [*head, *foot]
    inner = max(0, width - 2 * MARGIN)
    drawn = [line.pad_left(MARGIN) for line in slide.picture(inner, room)]
    return _joined([part for part in (head, drawn, foot) if part], 1)


def _body(slide: Slide, width: int, height: int) -> list[Content]:
    """The parts with air between them; on a low screen with less, and with rows cut short."""
    table = () if slide.table is None else slide.table(max(1, width - 2 * MARGIN))
    rows = (*slide.rows[:MOST_THINGS], *table)
    beneath = _rows(table, width, 0, 0, WHOLE)
    large = _large_rows(slide, width, height - len(beneath) - bool(beneath))
    if large:
        head, foot = _sentence(slide.heading, width), _sentence(slide.foot, width)
        parts = [part for part in (head, large, beneath, foot) if part]
        gaps = len(parts) - 1
        return _joined(parts, 2 if sum(map(len, parts)) + 2 * gaps <= height else 1)
    for letters, air, between, padding, most in (
        (LARGE, 3, 1, 2, WHOLE),
        (LARGE, 2, 1, 1, WHOLE),
        (LARGE, 1, 1, 1, WHOLE),
        (SMALL, 3, 1, 2, WHOLE),
        (SMALL, 2, 1, 1, WHOLE),
        (SMALL, 1, 0, 1, WHOLE),
        (SMALL, 1, 0, 0, WHOLE),
        (SMALL, 1, 0, 0, 2),
        (SMALL, 1, 0, 0, 1),
    ):
        parts = [
            _headline(slide.headline, width, letters),
            _sentence(slide.heading, width),
            _statement(slide.statement, width, padding, letters),
            _rows(rows, width, between, slide.hang, most),
            _sentence(slide.foot, width),
        ]
        body = _joined([part for part in parts if part], air)
        if len(body) <= height:
            return body
    return body[: max(0, height)]


def _large_rows(slide: Slide, width: int, height: int) -> list[Content]:
    """The rows in large letters, in the middle; [] where there is no room for them."""
    beside = len(_sentence(slide.heading, width)) + len(_sentence(slide.foot, width))
    inner, room = width - 2 * MARGIN, height - beside - 2
    if slide.large_rows is None or inner <= 0 or room <= 0:
        return []
    lines = slide.large_rows(inner, room)
    indent = (width - max((line.cell_length for line in lines), default=0)) // 2
    return [line.pad_left(indent) for line in lines]


def _headline(headline: str, width: int, letters: Letters) -> list[Content]:
    lines = letters(headline, max(1, width - 2 * MARGIN)) if headline else ()
    return [_centred(line, width) for line in lines]


def _sentence(sentence: Content, width: int) -> list[Content]:
    room = max(1, width - 2 * MARGIN)
    return [_centred(line, width) for line in _evenly(sentence, room) if line.plain]


def _statement(statement: str, width: int, padding: int, letters: Letters) -> list[Content]:
    """The statement in a box, broken into lines of like length."""
    if not statement:
        return []
    lines = letters(statement, max(1, width - 2 * MARGIN - BOX_SIDES))
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


def _small(text: str, room: int) -> Sequence[Content]:
    return _evenly(plain(text, STRONG), min(room, WIDEST_STATEMENT))


def _large(text: str, room: int) -> Sequence[Content]:
    """In large letters, an empty line between two; small where these do not fit into the room."""
    written = large_lines(plain(text).plain, room)
    if written is None:
        return _small(text, room)
    widest = max(len(block[0]) for block in written)
    blocks = [
        [Content.styled(f"{indent}{line}".ljust(widest), STRONG) for line in block]
        for block in written
        for indent in [" " * ((widest - len(block[0])) // 2)]
    ]
    lines = _joined(blocks, 1)
    # Where nothing reaches below the last line, the text would stand too high.
    return lines if lines[-1].plain.strip() else lines[:-1]


SMALL: Final[Letters] = _small
LARGE: Final[Letters] = _large


def _evenly(content: Content, room: int) -> tuple[Content, ...]:
    """As few lines as the room allows, and these as even as the words allow."""
    count = len(wrapped([content], room))
    narrowest = min(room, max(1, content.cell_length // count))
    return next(
        lines
        for narrower in range(narrowest, room + 1)
        if len(lines := wrapped([content], narrower)) <= count or narrower == room
    )


def _rows(
    rows: Sequence[Content], width: int, between: int, hang: int, most: int | None
) -> list[Content]:
    """Rows that begin in one column, which stands in the middle."""
    if not rows:
        return []
    widest = min(max(row.cell_length for row in rows), max(1, width - 2 * MARGIN))
    indent = max(0, (width - widest) // 2)
    parts = [
        [line.pad_left(indent) for line in (_hanging(row, widest, hang, most) if hang else [row])]
        for row in rows
    ]
    room = indent + widest
    return _joined([[_cut(line, room) for line in part] for part in parts], between)


def _hanging(row: Content, width: int, hang: int, most: int | None) -> list[Content]:
    """The row in as many lines as its text needs beside what stands in front of it.

    most: lines after which it is cut off; WHOLE for all.
    """
    first, *others = wrapped([row[hang:]], max(1, width - hang))
    lines = [row[:hang] + first, *(line.pad_left(hang) for line in others)]
    if most is None or len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip()
    return [*lines[: most - 1], last[: width - 1].rstrip() + Content("…")]


def _cut(line: Content, width: int) -> Content:
    return line.truncate(width, ellipsis=True) if line.cell_length > width else line


def _joined(parts: Sequence[list[Content]], air: int) -> list[Content]:
    joined: list[Content] = []
    for part in parts:
        joined += [*([Content("")] * air if joined else []), *part]
    return joined


def _centred(content: Content, width: int) -> Content:
    if content.cell_length > width:
        return content.truncate(width, ellipsis=True)
    return content.pad_left((width - content.cell_length) // 2)
