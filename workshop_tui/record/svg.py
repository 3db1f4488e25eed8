"""Pictures drawn from a few shapes, in SVG that is safe beside everything else.

Shapes come from the functions here and nowhere else, so that a word of somebody's is always the
text of a `<text>` and never a tag, a style or a link. Colours are roles, not values: a page gives
them in its style sheet, a file of its own carries them along (`file`), each for dark and light.
What a picture shows, the picture's maker knows.
"""

from hashlib import sha256
from html import escape
from typing import Literal, NewType, TypeAlias
from unicodedata import east_asian_width

from workshop_tui.domain.plain_text import clean
from workshop_tui.record.blocks import Drawing, Picture, words_of

Shape = NewType("Shape", str)
Ink = Literal["ink", "quiet", "accent", "generic", "hairline"]
"""ink: what is. quiet: what helps. accent: what matters. generic: any company would say it, drawn
as an outline, so that it is told apart without colour. hairline: a thin line of a scale."""
Anchor: TypeAlias = Literal["start", "middle", "end"]

_SEAL = b"<!-- drawn by workshop-tui "
_MARGIN = 16
"""Around a picture that is a file of its own."""

_STYLE = """\
text { font-family: "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
.paper { fill: #fdfdfb; } .ink { fill: #1d2326; } .quiet { fill: #566167; }
.accent { fill: #0b5d57; } .generic { fill: none; stroke: #566167; }
.hairline { stroke: #d3d8d6; stroke-width: 1; }
@media (prefers-color-scheme: dark) {
.paper { fill: #14181a; } .ink { fill: #e6e8e6; } .quiet { fill: #9ba5a6; }
.accent { fill: #7fd1c6; } .generic { stroke: #9ba5a6; } .hairline { stroke: #353d3f; }
}"""


def drawing(width: float, height: float, *shapes: Shape) -> Drawing:
    """The shapes on a sheet of this size, in units of a picture's own."""
    return Drawing(width, height, shapes)


def text(
    at: tuple[float, float],
    words: str,
    *,
    size: float = 14,
    ink: Ink = "ink",
    anchor: Anchor = "start",
    length: float | None = None,
) -> Shape:
    """Words on one line. at: where they begin (or are centred, or end), on their baseline.

    length: the width that they are fitted to, so that a picture looks alike in every font.
    """
    x, y = at
    fitted = f' textLength="{_n(length)}" lengthAdjust="spacingAndGlyphs"' if length else ""
    words = escape(" ".join(clean(words).split()))
    return Shape(
        f'<text class="{ink}" x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" '
        f'text-anchor="{anchor}"{fitted}>{words}</text>'
    )


def dot(at: tuple[float, float], radius: float = 4, ink: Ink = "accent") -> Shape:
    """One person."""
    x, y = at
    return Shape(f'<circle class="{ink}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"/>')


def bar(at: tuple[float, float], width: float, height: float, ink: Ink = "accent") -> Shape:
    """A box. at: its upper left corner."""
    x, y = at
    return Shape(
        f'<rect class="{ink}" x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"/>'
    )


def line(start: tuple[float, float], end: tuple[float, float]) -> Shape:
    """A thin line of a scale."""
    (x1, y1), (x2, y2) = start, end
    return Shape(
        f'<line class="hairline" x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"/>'
    )


def width_of(words: str, size: float) -> float:
    """About how wide words are in the letters of a page, which no program without fonts knows."""
    return size * sum(map(_letter_width, words))


def _letter_width(letter: str) -> float:
    if letter in "iljtfrI.,:;!'|()[] ":
        return 0.32
    if letter in "mwMW@%—…" or east_asian_width(letter) in "WF":
        return 0.92
    return 0.68 if letter.isupper() else 0.56


def inline(picture: Picture) -> str:
    """The picture as a part of a page, which gives the colours."""
    return "\n".join(
        (_opening(picture, margin=0), *_labels(picture), *picture.drawing.shapes, "</svg>")
    )


def file(picture: Picture) -> str:
    """The picture as a file of its own. Ends with a line feed."""
    width, height = (
        _n(side + 2 * _MARGIN) for side in (picture.drawing.width, picture.drawing.height)
    )
    lines = (
        _opening(picture, margin=_MARGIN),
        *_labels(picture),
        f"<style>\n{_STYLE}\n</style>",
        # A viewer in the dark would otherwise lay dark letters on its dark page.
        f'<rect class="paper" x="-{_MARGIN}" y="-{_MARGIN}" width="{width}" height="{height}"/>',
        *picture.drawing.shapes,
        "</svg>",
    )
    return "\n".join(lines) + "\n"


def sealed(drawn: str, record: str) -> bytes:
    """A file beside the record of this name, by whose last line `is_sealed` knows it again."""
    content = drawn.encode()
    return content + _seal(content, record)


def is_sealed(content: bytes, record: str) -> bool:
    """Whether this was made for a record of this name, and nobody has changed it since."""
    drawn, found, rest = content.rpartition(_SEAL)
    return bool(found) and found + rest == _seal(drawn, record)


def _seal(content: bytes, record: str) -> bytes:
    digest = sha256(record.encode(errors="surrogateescape") + b"\x00" + content).hexdigest()
    return _SEAL + digest.encode() + b" -->\n"


def _opening(picture: Picture, *, margin: int) -> str:
    width = _n(picture.drawing.width + 2 * margin)
    height = _n(picture.drawing.height + 2 * margin)
    name = escape(picture.name)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-margin} {-margin} {width} {height}" '
        f'width="{width}" height="{height}" role="img" '
        f'aria-labelledby="{name}-title {name}-description">'
    )


def _labels(picture: Picture) -> tuple[str, str]:
    name = escape(picture.name)
    title = escape(clean(words_of(picture.caption)))
    description = escape(clean(words_of(picture.alternative)))
    return (
        f'<title id="{name}-title">{title}</title>',
        f'<desc id="{name}-description">{description}</desc>',
    )


def _n(value: float) -> str:
    """A number as SVG wants it, at most one digit behind the point; -0 would be a change."""
    return f"{round(value, 1) + 0:g}"
