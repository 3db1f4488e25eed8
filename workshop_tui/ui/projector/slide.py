"""A slide: a few large, calm lines in the middle of the screen. Layout only; no workshop here.

A slide leaves nearly everything out and lets the rest stand in empty space, in which it is read
from the back of a room. All of it is written in the largest letters that fit: what it is about
before all else.
"""

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Final, NamedTuple, Protocol

import msgspec
from textual.content import Content

from workshop_tui.ui.look import fitted_right
from workshop_tui.ui.projector.items import apart
from workshop_tui.ui.projector.large_letters import NARROW, WIDE, Face
from workshop_tui.ui.projector.large_text import large_text
from workshop_tui.ui.projector.sentences import (
    MARGIN,
    SMALL,
    foot_lines,
    headline_lines,
    sentence_lines,
    statement_lines,
)

MOST_THINGS: Final = 7
"""What a room can take in at once; a slide never shows more."""
PICTURE_UNDER_LARGE: Final = 40
"""Lines of a screen on which a picture leaves room for large letters above and beneath it."""
WHOLE: Final = None
"""As many lines for a row as its text needs."""


class Block(Protocol):
    """Rows that belong together and begin in one column."""

    def small(self, width: int, between: int, most: int | None) -> list[Content]:
        """In the terminal's letters; a line that is wider than so many cells is cut off.

        between: empty lines between two rows. most: lines of a row after which its text is cut
        off; WHOLE for none.
        """
        ...

    def large(self, face: Face, width: int, between: int) -> Sequence[Content]:
        """In large letters; () where that is wider, or a letter is not drawn."""
        ...


class Slide(msgspec.Struct, frozen=True):
    """What a slide shows, from top to bottom; what is empty takes no room.

    headline: what the whole slide is about, larger than a heading. heading: a sentence. statement:
    people's words, in a box. blocks: rows, at most seven altogether. picture: draws itself into so
    many cells and lines, as large as it can. foot: sentences beside one another, as far as they
    fit. corner: what stands apart at the top right, such as a timer.
    """

    headline: str = ""
    heading: Content = Content("")
    statement: str = ""
    blocks: tuple[Block, ...] = ()
    picture: Callable[[int, int], Sequence[Content]] | None = None
    foot: tuple[Content, ...] = ()
    corner: Content = Content("")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on it but perhaps a timer."""
        words = (self.headline, self.heading.plain, self.statement)
        return not (
            any(words) or self.blocks or self.picture or any(each.plain for each in self.foot)
        )


class _Letters(NamedTuple):
    """In which letters: what the slide is about, the other blocks, its heading and foot."""

    main: Face | None
    rest: Face | None
    sentences: Face | None


class _Air(NamedTuple):
    """Empty lines between two parts, between two rows, and inside a box; most: of a row's text."""

    parts: int
    rows: int
    box: int
    most: int | None = WHOLE


_MUCH: Final = (_Air(3, 1, 2), _Air(2, 1, 1), _Air(2, 0, 1))
_LITTLE: Final = (_Air(1, 0, 1),)
_LARGEST_FIRST: Final = tuple(
    (letters, air)
    for letters, airs in (
        (_Letters(WIDE, WIDE, NARROW), _MUCH),
        (_Letters(WIDE, NARROW, NARROW), _MUCH + _LITTLE),
        (_Letters(NARROW, NARROW, NARROW), _MUCH + _LITTLE),
        (_Letters(WIDE, NARROW, SMALL), _MUCH + _LITTLE),
        (_Letters(NARROW, NARROW, SMALL), _MUCH + _LITTLE),
        (_Letters(WIDE, SMALL, SMALL), _MUCH),
        (_Letters(NARROW, SMALL, SMALL), _MUCH),
        (_Letters(WIDE, SMALL, SMALL), _LITTLE),
        (_Letters(NARROW, SMALL, SMALL), _LITTLE),
    )
    for air in airs
)
_SMALL_AIR: Final = (
    _Air(3, 1, 2),
    _Air(2, 1, 1),
    _Air(1, 0, 1),
    _Air(1, 0, 0),
    _Air(1, 0, 0, 2),
    _Air(1, 0, 0, 1),
)


def slide_lines(slide: Slide, width: int, height: int) -> list[Content]:
    """The slide as exactly `height` lines of at most `width` cells."""
    body = (
        _body(slide, width, height - 2) if slide.picture is None else _around(slide, width, height)
    )
    above = max(0, (height - len(body)) // 2)
    lines = [Content("")] * above + body
    lines += [Content("")] * (height - len(lines))
    return _with_corner(lines[:height], slide.corner, width)


def _with_corner(lines: list[Content], corner: Content, width: int) -> list[Content]:
    """In large letters where nothing is in its way; else small, over whatever is."""
    # Before the first layout there is no line at all.
    if not corner.plain or not lines:
        return lines
    room = width - 2 * MARGIN
    large = [Content(""), *next(iter(large_text(corner, room, WIDE)), [])]
    ends = width - MARGIN
    for drawn in (large, [corner]):
        begins = ends - max((line.cell_length for line in drawn), default=ends)
        beneath = lines[: len(drawn)]
        if len(drawn) > len(lines) or any(line.cell_length + MARGIN > begins for line in beneath):
            continue
        return [
            *(
                line.pad_right(begins - line.cell_length) + each
                for line, each in zip(beneath, drawn, strict=True)
            ),
            *lines[len(drawn) :],
        ]
    alone = fitted_right(corner, ends) if ends > 0 else corner
    return [alone.truncate(width), *lines[1:]]


def _around(slide: Slide, width: int, height: int) -> list[Content]:
    """A picture with a sentence above and beneath it."""
    face = NARROW if height >= PICTURE_UNDER_LARGE else SMALL
    head, foot = sentence_lines(slide.heading, width, face), foot_lines(slide.foot, width, face)
    room = height - len(head) - len(foot) - 4
    if slide.picture is None or room <= 0:
        return [*head, *foot]
    inner = max(0, width - 2 * MARGIN)
    drawn = [line.pad_left(MARGIN) for line in slide.picture(inner, room)]
    return apart([part for part in (head, drawn, foot) if part], 1)


def _body(slide: Slide, width: int, height: int) -> list[Content]:
    """The parts with air between them, in the largest letters that the screen has room for."""
    small = [(_Letters(SMALL, SMALL, SMALL), air) for air in _SMALL_AIR]
    parts_of = _Parts(slide, width)
    body: list[Content] = []
    for letters, air in (*_LARGEST_FIRST, *small):
        parts = parts_of.drawn(letters, air)
        if parts is None:
            continue
        if sum(map(len, parts)) + air.parts * (len(parts) - 1) <= height:
            return apart(parts, air.parts)
        body = [line for part in parts for line in part]
    # Not even the least air makes room for it: the statement says so where it is cut off.
    return parts_of.cut_short(len(body) - height, _SMALL_AIR[-1])[: max(0, height)]


class _Parts:
    """What stands on a slide above one another. Each part is drawn once in the same letters."""

    def __init__(self, slide: Slide, width: int) -> None:
        self._slide = slide
        self._leads = bool(slide.headline or slide.statement)
        """Else the first block is what the slide is about."""
        self._headline = cache(partial(headline_lines, slide.headline, width))
        self._heading = cache(partial(sentence_lines, slide.heading, width))
        self._statement = cache(partial(statement_lines, slide.statement, width))
        self._foot = cache(partial(foot_lines, slide.foot, width))
        self._block = cache(partial(_block, slide.blocks, width))

    def drawn(self, letters: _Letters, air: _Air) -> list[list[Content]] | None:
        """The parts that are not empty; None where one cannot be written in these letters."""
        return self._with(self._statement(letters.main, air.box, WHOLE), letters, air)

    def cut_short(self, lines: int, air: _Air) -> list[Content]:
        """All parts in small letters without air, the statement shorter by so many lines."""
        edges = 2
        whole = len(self._statement(SMALL, air.box, WHOLE)) - edges
        statement = self._statement(SMALL, air.box, max(1, whole - lines))
        parts = self._with(statement, _Letters(SMALL, SMALL, SMALL), air) or []
        return [line for part in parts for line in part]

    def _with(
        self, statement: list[Content], letters: _Letters, air: _Air
    ) -> list[list[Content]] | None:
        headline = self._headline(letters.main)
        if self._leads and not (headline or statement):
            return None
        blocks = []
        for place in range(len(self._slide.blocks)):
            face = letters.rest if self._leads or place else letters.main
            blocks.append(self._block(place, face, air.rows, air.most))
            if face and not blocks[-1]:
                return None
        heading, foot = self._heading(letters.sentences), self._foot(letters.sentences)
        parts = [headline, heading, statement, *blocks, foot]
        return [part for part in parts if part]


def _block(
    blocks: Sequence[Block],
    width: int,
    place: int,
    face: Face | None,
    between: int,
    most: int | None,
) -> list[Content]:
    """The block at this place in the middle; [] where it does not fit in these letters."""
    block = blocks[place]
    inner = max(1, width - 2 * MARGIN)
    if face is None:
        lines = [_cut(line, inner) for line in block.small(inner, between, most)]
    else:
        lines = list(block.large(face, inner, between))
    indent = max(0, (width - max((line.cell_length for line in lines), default=0)) // 2)
    return [line.pad_left(indent) for line in lines]


def _cut(line: Content, width: int) -> Content:
    return line.truncate(width, ellipsis=True) if line.cell_length > width else line
