"""Markdown for a pane: the pages of help and guide, and papers in which people's words are escaped.

markdown-it parses; this sets headings, paragraphs, lists, lines to write on, `keys` and **strong**
as content.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.content import Content

from workshop_tui.language import Language
from workshop_tui.ui.look import DIM, KEY, STRONG

if TYPE_CHECKING:
    from markdown_it.token import Token

HELP: Final = Path(__file__).parent / "help"
BULLET: Final = "· "
LINE_TO_WRITE_ON: Final = "_" * 60
_DEEPER: Final = {
    "bullet_list_open": 1,
    "ordered_list_open": 1,
    "bullet_list_close": -1,
    "ordered_list_close": -1,
}
_BLOCK_STYLE: Final = {
    "heading_open": STRONG,
    "heading_close": "",
    "blockquote_open": STRONG,
    "blockquote_close": "",
}
_STYLE_OF: Final = {"strong_open": STRONG, "em_open": "italic"}


@cache
def page(name: str, language: Language) -> tuple[Content, ...]:
    """The page `help/<language>/<name>.md` as paragraphs; () where there is none."""
    try:
        text = (HELP / language / f"{name}.md").read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    return paragraphs(text)


def paragraphs(markdown: str) -> tuple[Content, ...]:
    """The blocks of a Markdown text, an empty line between them; list items are indented."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - keeps the start fast

    found: list[Content] = []
    depth, style, marker = 0, "", ""
    for token in MarkdownIt().parse(markdown):
        if token.type in _DEEPER:
            depth += _DEEPER[token.type]
            if _DEEPER[token.type] < 0:
                found.append(Content(""))
        elif token.type == "list_item_open":
            marker = f"{token.info}. " if token.info else BULLET
        elif token.type in _BLOCK_STYLE:
            style = _BLOCK_STYLE[token.type]
        elif token.type == "hr":
            found += [Content.styled(LINE_TO_WRITE_ON, DIM), Content("")]
        elif token.type == "inline":
            content = _inline(token.children or (), style)
            indent = "  " * (depth - 1) + marker if depth else ""
            found.append(Content(indent) + content)
            marker = " " * len(marker)
            if not depth:
                found.append(Content(""))
    while found and not found[-1].plain:
        found.pop()
    return tuple(found)


def _inline(tokens: "Sequence[Token]", style: str) -> Content:
    pieces: list[Content] = []
    styles = [style]
    for token in tokens:
        if token.type in _STYLE_OF:
            styles.append(_STYLE_OF[token.type])
        elif token.type in {"strong_close", "em_close"}:
            styles.pop()
        elif token.type == "code_inline":
            pieces.append(Content.styled(token.content, KEY))
        elif token.type in {"softbreak", "hardbreak"}:
            pieces.append(Content(" "))
        elif token.content:
            pieces.append(Content.styled(token.content, " ".join(styles).strip()))
    return Content("").join(pieces)
