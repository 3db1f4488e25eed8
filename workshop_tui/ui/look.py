"""How text looks: the roles of the visual language, and people's text made safe to draw.

A role is a style string for Content (`Content.styled("141", ACCENT)`); the theme gives its colour.
Every role that means something also carries an attribute or goes with a sign, so that the screen
reads the same without colour. Leaves out: the signs of one stage, which belong to its view.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from rich.segment import Segment
from textual.app import App
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

from workshop_tui.domain.plain_text import clean_line

STRONG: Final = "bold"
DIM: Final = "$text-muted"
FAINT: Final = f"{DIM} 70%"
"""For letters made of blocks, which have so much ink that they stand out where text steps back."""
ACCENT: Final = "$accent"
CHOSEN: Final = "bold $accent"
KEY: Final = "bold $accent"
GOOD: Final = "$text-success"
WARN: Final = "bold $text-warning"
UNDERLINED: Final = "underline"

SELECTED: Final = "▸"
DONE: Final = "✓"
ATTENTION: Final = "!"
PRIVATE: Final = "⌂"

# The last guard before the terminal: whatever came in unclean must not steer it.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

StyleParser = Callable[[str | Style], Style]


def parser_for(app: App[object]) -> StyleParser:
    """What turns a role into a style: with the theme's colours, or without any (NO_COLOR)."""
    return _parse_without_colour if app.no_color else app.stylesheet.parse_style


@lru_cache(256)
def _parse_without_colour(style: str | Style) -> Style:
    if isinstance(style, Style):
        return style
    words = style.replace(FAINT, "dim").replace(DIM, "dim").split()
    return Style.parse(" ".join(word for word in words if not word.startswith("$")))


def plain(text: str, style: str = "") -> Content:
    """Text from people as one line of content: never markup, no control codes."""
    return Content.styled(clean_line(text), style)


def strip_of(content: Content, width: int, base: Style, parse_style: StyleParser) -> Strip:
    """The content as one line of exactly `width` cells; what does not fit ends in an ellipsis."""
    if width <= 0:
        return Strip([])
    line = content.first_line if "\n" in content.plain else content
    if line.cell_length > width:
        line = line.truncate(width, ellipsis=True)
    segments = [
        Segment(_CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text), style.rich_style)
        for text, style in line.render(base, end="", parse_style=parse_style)
        if text
    ]
    return Strip(_joined(Strip(segments).adjust_cell_length(width, base.rich_style)), width)


def _joined(segments: Iterable[Segment]) -> list[Segment]:
    """The same line in fewer pieces: every change of style is forty bytes over SSH.

    A space looks the same in any colour of ink, so it goes with the piece before it.
    """
    joined: list[Segment] = []
    for segment in segments:
        last = joined[-1] if joined else None
        if last is not None and (segment.style == last.style or _is_gap_after(last, segment)):
            joined[-1] = Segment(last.text + segment.text, last.style)
        else:
            joined.append(segment)
    return joined


def _is_gap_after(last: Segment, segment: Segment) -> bool:
    if segment.text.strip(" ") or last.style is None or segment.style is None:
        return False
    styles = (last.style, segment.style)
    has_lines = any(style.underline or style.strike or style.reverse for style in styles)
    return not has_lines and last.style.bgcolor == segment.style.bgcolor


def fitted(content: Content, width: int) -> Content:
    """The content cut or padded on the right to exactly `width` cells."""
    if content.cell_length > width:
        # What was blanked for a projector stays blank.
        content = content.truncate(width, ellipsis=bool(content.plain.strip()))
    return content.pad_right(width - content.cell_length)


def cut_behind_word(content: Content, width: int) -> Content:
    """The content up to the last whole word that leaves room for an ellipsis; whole if it fits.

    A first word that is longer than that is left for `fitted` to cut.
    """
    if content.cell_length <= width:
        return content
    head = content.truncate(width - 1)
    goes_on_in_word = not content.plain[len(head.plain) :].startswith(" ")
    kept = head.plain.rpartition(" ")[0] if goes_on_in_word else head.plain
    kept = kept.rstrip(" ,;:–-")
    return content[: len(kept)] + "…" if kept else content


def fitted_right(content: Content, width: int) -> Content:
    """The content cut or padded on the left to exactly `width` cells, as numbers are."""
    if content.cell_length > width:
        content = content.truncate(width, ellipsis=bool(content.plain.strip()))
    return content.pad_left(width - content.cell_length)


def blanked(content: Content) -> Content:
    """Empty space of the same width: what a projector shows in place of something private."""
    return Content(" " * content.cell_length)
