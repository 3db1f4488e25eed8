"""The document as Markdown: CommonMark and tables, one sentence or row a line.

People's words go on one line (a quote: on lines that all begin with `>`), and `plain_markdown` sees
to it that no heading, list, link, image, fence, table cell, tag, entity or reference definition can
come of them. Sentences of the catalogue are escaped only where they would read as markup. The
source of both stays legible.
"""

import os
import re
from collections.abc import Callable, Iterable
from typing import TypeAlias, assert_never
from urllib.parse import quote

from workshop_tui.domain.plain_text import clean
from workshop_tui.domain.word_diff import Change
from workshop_tui.record.blocks import (
    SIGNS,
    Align,
    Block,
    Document,
    Heading,
    Items,
    Paragraph,
    Picture,
    Quote,
    Said,
    Section,
    Statement,
    Table,
    Terms,
    Text,
    WordChanges,
)
from workshop_tui.record.plain_markdown import plain_markdown

_MARKUP = {ord(mark): f"\\{mark}" for mark in r"\`*_[]<>|#&~"}
_LIST_MARK = re.compile(r"^([0-9]*)([-+.)])(?=\s|$)")
_DIVIDERS: dict[Align, str] = {"left": "---", "right": "---:"}


PictureLink: TypeAlias = Callable[[Picture], str]
"""Gives the address of a picture's file; "" where its words stand for it."""


def in_words(picture: Picture) -> str:  # noqa: ARG001 - a link of no picture
    """No picture is linked: for the preview, the clipboard and a pipe."""
    return ""


def beside(stem: str) -> PictureLink:
    """Pictures lie beside a file of this stem, which may be bytes that are no text."""
    return lambda picture: quote(os.fsencode(picture_file(stem, picture)))


def picture_file(stem: str, picture: Picture) -> str:
    """record-scores-round-1.svg"""
    return f"{stem}-{picture.name}.svg"


def render(document: Document, link: PictureLink = in_words) -> str:
    """The whole document. Begins with its heading, ends with a line feed."""
    blocks = (
        _heading(1, document.title),
        *(_block(block, link) for block in document.opening),
        *(text for section in document.sections for text in _section(section, link)),
    )
    return _apart(blocks) + "\n"


def render_opening(document: Document) -> str:
    """The document's heading and what stands above its first section."""
    return _apart((_heading(1, document.title), *map(_told, document.opening))) + "\n"


def render_section(section: Section, link: PictureLink = in_words) -> str:
    """One section, to be copied on its own."""
    return _apart(_section(section, link)) + "\n"


def escaped(words: str) -> str:
    """Words from people on one line that reads as nothing but words."""
    return plain_markdown(" ".join(clean(words).split()))


def _section(section: Section, link: PictureLink) -> Iterable[str]:
    yield _heading(2, section.title)
    yield from (_block(block, link) for block in section.blocks)


def _apart(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block)


def _block(block: Block, link: PictureLink) -> str:
    match block:
        case Heading():
            return _heading(3, block.text)
        case Paragraph():
            return "\n".join(filter(None, map(_line, block.sentences)))
        case Statement():
            words = escaped(block.words)
            return f"> **{words}**" if words else ""
        case Quote():
            return _quote(block)
        case Items():
            return "\n".join(f"- {_line(item)}" for item in block.items)
        case Terms():
            return "\n".join(
                f"- **{_line(term.name)}:** {_inline(term.meaning)}" for term in block.terms
            )
        case Table():
            return _table(block)
        case WordChanges():
            changes = " ".join(map(_changed, block.changes))
            return "\n".join((f"{_line(block.title)} {changes}", *map(_line, block.reasons)))
        case Picture():
            return _picture(block, link(block))
        case _:
            assert_never(block)


def _told(block: Block) -> str:
    return _block(block, in_words)


def _picture(picture: Picture, address: str) -> str:
    caption, words = _inline(picture.caption), _inline(picture.alternative)
    if address:
        return f"![{words}]({address})\n\n*{caption}*"
    return f"*{caption}:*\n{_line(picture.alternative)}"


def _heading(level: int, text: Text) -> str:
    return f"{'#' * level} {_inline(text)}"


def _quote(quote: Quote) -> str:
    lines = [escaped(line) for line in clean(quote.words).splitlines()]
    # A backslash at the end of a line keeps the line break that the speaker made.
    said = "\\\n".join(f"> {line}" for line in lines if line)
    return f"{said}\n>\n> — {_inline(quote.by)}" if quote.by else said


def _table(table: Table) -> str:
    titles = (column.title for column in table.columns)
    dividers = (_DIVIDERS[column.align] for column in table.columns)
    rows = (_row(map(_inline, row)) for row in table.rows)
    return "\n".join((_row(map(_inline, titles)), _row(dividers), *rows))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _changed(change: Change) -> str:
    sign = SIGNS[change.kind]
    return f"{sign}{escaped(change.words)}{sign}"


def _line(text: Text) -> str:
    """Text at the beginning of a line, where `1.` and `-` would begin a list."""
    return _LIST_MARK.sub(r"\1\\\2", _inline(text))


def _inline(text: Text) -> str:
    return "".join(
        escaped(piece.words) if isinstance(piece, Said) else piece.translate(_MARKUP)
        for piece in text
    ).strip()
