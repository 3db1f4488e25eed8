"""The record as lines of a terminal: what the preview scrolls through.

A record of sixty pages is laid out at once, and quickly: a line has one style, and words are
broken by counting cells. Leaves out: scrolling (`record_text`) and how files look (`record`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest
from typing import assert_never

import msgspec
from rich.cells import cell_len, set_cell_size
from textual.content import Content

from workshop_tui.domain.plain_text import clean
from workshop_tui.record.blocks import (
    SIGNS,
    Block,
    Document,
    Heading,
    Items,
    Paragraph,
    Picture,
    Quote,
    Section,
    Statement,
    Table,
    Terms,
    WordChanges,
    words_of,
)
from workshop_tui.ui.look import DIM, STRONG

_GAP = 2
_INDENT = 2
_TERM_WIDTH = 24
_LONGEST_WORD = 16
"""Cells of a word that a column of a table keeps whole; a link is broken."""
_LEGIBLE_COLUMN = 9
"""Where columns would on average get less than this, or a word would break, a table is stacked."""


class RecordLines(msgspec.Struct, frozen=True):
    """starts: the number of each section's first line, from 0, in the order of the record."""

    lines: tuple[Content, ...] = ()
    starts: Mapping[str, int] = {}

    def section_at(self, number: int) -> str:
        """The section that this line belongs to; what stands above the first belongs to it."""
        keys = list(self.starts)
        begun = [key for key in keys if self.starts[key] <= number]
        return (begun or keys or [""])[-1 if begun else 0]


def record_lines(document: Document, width: int) -> RecordLines:
    """The document in lines of at most `width` cells."""
    lines = list(_styled(_wrapped(words_of(document.title), width), STRONG))
    lines += chain.from_iterable(_apart(_block(block, width)) for block in document.opening)
    starts: dict[str, int] = {}
    for section in document.sections:
        lines += [Content(""), Content("")]
        starts[section.key] = len(lines)
        lines += _section(section, width)
    return RecordLines(tuple(lines), starts)


def _section(section: Section, width: int) -> Iterator[Content]:
    title = _wrapped(words_of(section.title), width)
    yield from _styled(title, STRONG)
    yield Content.styled("─" * min(width, max(map(cell_len, title), default=0)), DIM)
    for block in section.blocks:
        yield from _apart(_block(block, width))


def _apart(lines: Iterable[Content]) -> Iterator[Content]:
    yield Content("")
    yield from lines


def _block(block: Block, width: int) -> Iterable[Content]:
    match block:
        case Heading():
            return _styled(_wrapped(words_of(block.text), width), STRONG)
        case Paragraph():
            return _styled(_wrapped(" ".join(map(words_of, block.sentences)), width))
        case Statement():
            lines = _wrapped(block.words, width - 2 * _INDENT)
            return _styled([_indented(line, _INDENT) for line in lines], STRONG)
        case Quote():
            return _quote(block, width)
        case Items():
            items = (_hanging("· ", words_of(item), width) for item in block.items)
            return _styled(chain.from_iterable(items))
        case Terms():
            return chain.from_iterable(
                _term(words_of(term.name), words_of(term.meaning), width) for term in block.terms
            )
        case Table():
            return _table(block, width)
        case WordChanges():
            return _changes(block, width)
        case Picture():
            words = f"{words_of(block.caption)}: {words_of(block.alternative)}"
            return _styled(_wrapped(words, width), DIM)
        case _:
            assert_never(block)


def _quote(quote: Quote, width: int) -> Iterator[Content]:
    for said in clean(quote.words).splitlines():
        lines = _wrapped(said, width - _INDENT) if said.strip() else ()
        yield from _styled(_indented(line, _INDENT) for line in lines)
    if quote.by:
        by = _hanging("— ", words_of(quote.by), width - _INDENT)
        yield from _styled((_indented(line, _INDENT) for line in by), DIM)


def _term(name: str, meaning: str, width: int) -> Iterator[Content]:
    room = min(_TERM_WIDTH, width // 3)
    names, meanings = _wrapped(name, room), _wrapped(meaning, width - room - _GAP)
    for left, right in zip_longest(names, meanings, fillvalue=""):
        yield Content.styled(set_cell_size(left, room), DIM) + Content(" " * _GAP + right)


def _changes(block: WordChanges, width: int) -> Iterable[Content]:
    signs = ((SIGNS[change.kind], change.words) for change in block.changes)
    words = " ".join(f"{sign}{said}{sign}" for sign, said in signs)
    return chain(
        _styled(_wrapped(f"{words_of(block.title)} {words}", width)),
        *(_styled(_wrapped(words_of(reason), width), DIM) for reason in block.reasons),
    )


def _table(table: Table, width: int) -> Iterator[Content]:
    titles = [_flat(words_of(column.title)) for column in table.columns]
    rows = [[_flat(words_of(cell)) for cell in row] for row in table.rows]
    columns = list(zip(titles, *rows, strict=True))
    natural = [max(map(cell_len, column), default=1) for column in columns]
    least = [_longest_word(column) for column in columns]
    room = width - _GAP * (len(natural) - 1)
    if sum(natural) > room and (room < _LEGIBLE_COLUMN * len(natural) or sum(least) > room):
        yield from _stacked(titles, rows, width)
        return
    widths = natural if sum(natural) <= room else _fitted(natural, least, room)
    aligned = [column.align == "right" for column in table.columns]
    yield from _styled(_row(titles, widths, aligned), DIM)
    for row in rows:
        yield from _styled(_row(row, widths, aligned))


def _stacked(titles: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> Iterator[Content]:
    """A table too wide for the pane: each row as its cells beneath one another."""
    for number, row in enumerate(rows):
        if number:
            yield Content("")
        for title, cell in zip(titles, row, strict=True):
            yield from _term(title, cell, width)


def _row(cells: Sequence[str], widths: Sequence[int], is_right: Sequence[bool]) -> Iterator[str]:
    broken = [_wrapped(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    for pieces in zip_longest(*broken, fillvalue=""):
        columns = zip(pieces, widths, is_right, strict=True)
        line = (" " * _GAP).join(
            " " * (width - cell_len(piece)) + piece if right else set_cell_size(piece, width)
            for piece, width, right in columns
        )
        yield line.rstrip()


def _fitted(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The widths that columns get: narrow ones what they need, wide ones share what is left.

    least: what a column gets in any case; together no more than the room.
    """
    for most in range(max(natural), 0, -1):
        widths = [max(low, min(wanted, most)) for wanted, low in zip(natural, least, strict=True)]
        if sum(widths) <= room:
            break
    left = room - sum(widths)
    for place, wanted in enumerate(natural):
        if left > 0 and widths[place] < wanted:
            widths[place] += 1
            left -= 1
    return widths


def _longest_word(cells: Iterable[str]) -> int:
    """Cells of the longest word, which a column does not break, unless it is no word at all."""
    words = (word for cell in cells for word in cell.split(" "))
    return min(_LONGEST_WORD, max(map(cell_len, words), default=1)) or 1


def _hanging(mark: str, words: str, width: int) -> Iterator[str]:
    indent = cell_len(mark)
    for number, line in enumerate(_wrapped(words, width - indent)):
        yield (" " * indent if number else mark) + line


def _indented(line: str, cells: int) -> str:
    return " " * cells + line


def _styled(lines: Iterable[str], style: str = "") -> Iterator[Content]:
    return (Content.styled(line, style) for line in lines)


def _flat(words: str) -> str:
    return " ".join(clean(words).split())


def _wrapped(words: str, width: int) -> list[str]:
    """Broken at spaces; a word wider than a line is broken where the line ends."""
    width = max(1, width)
    flat = _flat(words)
    if cell_len(flat) <= width:
        return [flat] if flat else []
    lines: list[str] = []
    line, used = "", 0
    for word in flat.split(" "):
        length = cell_len(word)
        if line and used + 1 + length <= width:
            line, used = f"{line} {word}", used + 1 + length
            continue
        if line:
            lines.append(line)
        *full, line = _cut(word, width) if length > width else (word,)
        lines += full
        used = cell_len(line)
    return [*lines, line]


def _cut(word: str, width: int) -> list[str]:
    pieces, piece, used = [], "", 0
    for letter in word:
        length = cell_len(letter)
        if piece and used + length > width:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + letter, used + length
    return [*pieces, piece]
