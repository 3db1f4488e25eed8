"""The document as one page that needs nothing else: no script, nothing remote, one style sheet.

It reads in dark and light, without the style sheet, and on paper. The content policy in its head
forbids a browser to fetch anything, whatever people's words may say.
"""

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from typing import assert_never

from workshop_tui.domain.plain_text import clean
from workshop_tui.domain.word_diff import Change
from workshop_tui.record import svg
from workshop_tui.record.blocks import (
    SIGNS,
    Block,
    Column,
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
    words_of,
)

_STYLE_SHEET = Path(__file__).with_name("page.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LONGEST_WORD = 24
"""Letters that still stand in one line of a column; an address has more."""
_CHANGE_TAGS = {
    "kept": "span",
    "removed": "del",
    "added": "ins",
    "moved_away": "del",
    "moved_here": "ins",
}


def render(document: Document) -> str:
    """The whole page. Ends with a line feed."""
    lines = (
        "<!DOCTYPE html>",
        f'<html lang="{escape(document.language)}">',
        "<head>",
        render_head(document),
        "</head>",
        "<body>",
        render_opening(document),
        *_contents(document.sections),
        "<main>",
        *(render_section(section) for section in document.sections),
        "</main>",
        "</body>",
        "</html>",
    )
    return "\n".join(lines) + "\n"


def render_head(document: Document) -> str:
    """What stands in the page's head: what a browser may fetch, the title and the style sheet."""
    lines = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_inline(document.title)}</title>",
        "<style>",
        _style().rstrip(),
        "</style>",
    )
    return "\n".join(lines)


def render_opening(document: Document) -> str:
    """The document's heading and what stands above its first section."""
    blocks = map(_block, document.opening)
    return "\n".join(("<header>", f"<h1>{_inline(document.title)}</h1>", *blocks, "</header>"))


def render_section(section: Section) -> str:
    """One section with its heading."""
    title = _inline(section.title)
    body = render_body(section)
    return f'<section id="{escape(section.key)}">\n<h2>{title}</h2>\n{body}\n</section>'


def render_body(section: Section) -> str:
    """What stands beneath the section's heading."""
    return "\n".join(map(_block, section.blocks))


@cache
def _style() -> str:
    return _STYLE_SHEET.read_text(encoding="utf-8")


def _contents(sections: Iterable[Section]) -> Iterable[str]:
    yield "<nav>"
    for section in sections:
        yield f'<a href="#{escape(section.key)}">{_inline(section.title)}</a>'
    yield "</nav>"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h3>{_inline(block.text)}</h3>"
        case Paragraph():
            return "<p>" + "\n".join(map(_inline, block.sentences)) + "</p>"
        case Statement():
            return f'<p class="statement">{escaped(block.words)}</p>'
        case Quote():
            return _quote(block)
        case Items():
            return "\n".join(
                ("<ul>", *(f"<li>{_inline(item)}</li>" for item in block.items), "</ul>")
            )
        case Terms():
            pairs = (
                f"<dt>{_inline(term.name)}</dt><dd>{_inline(term.meaning)}</dd>"
                for term in block.terms
            )
            return "\n".join(("<dl>", *pairs, "</dl>"))
        case Table():
            return _table(block)
        case WordChanges():
            changes = " ".join(map(_changed, block.changes))
            reasons = "".join(f"<br>\n{_inline(reason)}" for reason in block.reasons)
            return f"<p>{_inline(block.title)} {changes}{reasons}</p>"
        case Picture():
            caption = _inline(block.caption)
            return f"<figure>\n{svg.inline(block)}\n<figcaption>{caption}</figcaption>\n</figure>"
        case _:
            assert_never(block)


def _quote(quote: Quote) -> str:
    lines = (escaped(line) for line in clean(quote.words).splitlines())
    said = "<br>\n".join(line for line in lines if line)
    by = f"\n<footer>— {_inline(quote.by)}</footer>" if quote.by else ""
    return f"<blockquote><p>{said}</p>{by}</blockquote>"


def _table(table: Table) -> str:
    titles = "".join(
        f'<th scope="col"{_alignment(column)}>{_inline(column.title)}</th>'
        for column in table.columns
    )
    rows = (
        "<tr>"
        + "".join(
            f"<td{_alignment(column) or _breaking(cell)}>{_inline(cell)}</td>"
            for column, cell in zip(table.columns, row, strict=True)
        )
        + "</tr>"
        for row in table.rows
    )
    # A wide table scrolls in its own box, so that the page does not.
    opening = ('<div class="table">', "<table>", f"<thead><tr>{titles}</tr></thead>", "<tbody>")
    return "\n".join((*opening, *rows, "</tbody>", "</table>", "</div>"))


def _alignment(column: Column) -> str:
    return ' class="number"' if column.align == "right" else ""


def _breaking(cell: Text) -> str:
    """A word too long for a column would push those beside it off the paper: it may break.

    Only there, since a column whose every word may break is made too narrow for them.
    """
    longest = max(map(len, words_of(cell).split()), default=0)
    return ' class="long"' if longest > _LONGEST_WORD else ""


def _changed(change: Change) -> str:
    tag, sign = _CHANGE_TAGS[change.kind], SIGNS[change.kind]
    return f"<{tag}>{sign}{escaped(change.words)}{sign}</{tag}>"


def _inline(text: Text) -> str:
    return "".join(
        escaped(piece.words) if isinstance(piece, Said) else escape(piece) for piece in text
    )


def escaped(words: str) -> str:
    """Words from people on one line, with nothing in them that a browser reads as markup."""
    return escape(" ".join(clean(words).split()))
