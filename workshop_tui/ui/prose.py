"""The pages of help and guide: Markdown files, read for a pane. Our own texts, never people's.

markdown-it parses; this sets headings, paragraphs, lists, `keys` and **strong** as content.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.content import Content

from workshop_tui.language import Language
from workshop_tui.ui.look import KEY, STRONG

if TYPE_CHECKING:
    from markdown_it.token import Token

HELP: Final = Path(__file__).parent / "help"
BULLET: Final = "· "
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
    depth = 0
    is_heading = False
    marker = ""
    for token in MarkdownIt().parse(markdown):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            depth += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            depth -= 1
            found.append(Content(""))
        elif token.type == "list_item_open":
            marker = f"{token.info}. " if token.info else BULLET
        elif token.type in {"heading_open", "heading_close"}:
            is_heading = token.type == "heading_open"
        elif token.type == "inline":
            content = _inline(token.children or ())
            if is_heading:
                content = content.stylize(STRONG)
            indent = "  " * (depth - 1) + marker if depth else ""
            found.append(Content(indent) + content)
            marker = " " * len(marker)
            if not depth:
                found.append(Content(""))
    while found and not found[-1].plain:
        found.pop()
    return tuple(found)


def _inline(tokens: "Sequence[Token]") -> Content:
    pieces: list[Content] = []
    styles: list[str] = []
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
            pieces.append(Content.styled(token.content, " ".join(styles)))
    return Content("").join(pieces)
