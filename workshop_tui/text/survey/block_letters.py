"""Letters made of half blocks: the big words of the word cloud, two or three lines high.

Capitals a to z with the hyphen and the apostrophe; accented letters lose their accent. A cell
shows two pixels, one above the other, so that a pixel is about as wide as high on every terminal.
Leaves out where words stand (`cloud`) and how they look (whoever draws them).
"""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

BETWEEN: Final = 1
"""Cells between two letters."""
_INK: Final = "#"
_BLOCKS: Final = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
_UNFOLDED: Final = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"})
"""Letters that Unicode does not take apart into a letter and its accent."""

_FIVE_PIXELS: Final = """
a ### #.# ### #.# #.#
b ##. #.# ##. #.# ###
c ### #.. #.. #.. ###
d ##. #.# #.# #.# ##.
e ### #.. ##. #.. ###
f ### #.. ##. #.. #..
g ### #.. #.# #.# ###
h #.# #.# ### #.# #.#
i # # # # #
j ..# ..# ..# #.# ###
k #.# #.# ##. #.# #.#
l #.. #.. #.. #.. ###
m #...# ##.## #.#.# #...# #...#
n #..# ##.# #.## #..# #..#
o ### #.# #.# #.# ###
p ### #.# ### #.. #..
q ### #.# #.# ### ..#
r ### #.# ##. #.# #.#
s ### #.. ### ..# ###
t ### .#. .#. .#. .#.
u #.# #.# #.# #.# ###
v #.# #.# #.# #.# .#.
w #...# #...# #.#.# ##.## #...#
x #.# #.# .#. #.# #.#
y #.# #.# ### .#. .#.
z ### ..# .#. #.. ###
- .. .. ## .. ..
' # # . . .
"""
_FOUR_PIXELS: Final = """
a .#. #.# ### #.#
b #.. ### #.# ###
c ### #.. #.. ###
d ##. #.# #.# ##.
e ### ##. #.. ###
f ### #.. ##. #..
g ### #.. #.# ###
h #.# #.# ### #.#
i # # # #
j ..# ..# #.# ###
k #.# ##. #.# #.#
l #.. #.. #.. ###
m #...# ##.## #.#.# #...#
n #..# ##.# #.## #..#
o ### #.# #.# ###
p ### #.# ### #..
q ### #.# ### ..#
r ### #.# ##. #.#
s .## #.. ..# ##.
t ### .#. .#. .#.
u #.# #.# #.# ###
v #.# #.# #.# .#.
w #...# #.#.# ##.## #...#
x #.# .#. .#. #.#
y #.# #.# .#. .#.
z ### ..# #.. ###
- .. .. ## ..
' # # . .
"""

Glyph = tuple[str, ...]


def _font(drawn: str, scale: int = 1) -> Mapping[str, Glyph]:
    """scale: pixels that each pixel of the drawing becomes, both ways."""
    font = {}
    for line in drawn.split("\n"):
        letter, *pixels = line.split() or ("",)
        wide = ["".join(pixel * scale for pixel in row) for row in pixels]
        tall = [row for row in wide for _ in range(scale)]
        font[letter] = tuple(cells_of_pixels(tall)) if tall else ()
    del font[""]
    return font


def cells_of_pixels(pixels: list[str]) -> list[str]:
    """Two rows of pixels, `#` for ink, become a line of cells; a row that is missing is empty."""
    even = [*pixels, "." * len(pixels[0])] if len(pixels) % 2 else pixels
    return [
        "".join(_BLOCKS[top == _INK, low == _INK] for top, low in zip(upper, lower, strict=True))
        for upper, lower in zip(even[::2], even[1::2], strict=True)
    ]


@cache
def _font_of(height: int) -> Mapping[str, Glyph]:
    """The letters of so many lines; cut out when the first is written."""
    match height:
        case 5:
            return _font(_FIVE_PIXELS, 2)
        case 3:
            return _font(_FIVE_PIXELS)
        case _:
            return _font(_FOUR_PIXELS)


@lru_cache(512)
def block_letters(word: str, height: int) -> tuple[str, ...] | None:
    """The word in block letters, line by line, each as wide as the other.

    height: lines, 2 or 3. None where the word holds anything but these letters.
    """
    font = _font_of(height)
    glyphs = [font.get(letter) for letter in _folded(word)]
    known = [glyph for glyph in glyphs if glyph is not None]
    if not known or len(known) < len(glyphs):
        return None
    return tuple((" " * BETWEEN).join(glyph[line] for glyph in known) for line in range(height))


def _folded(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.lower().translate(_UNFOLDED))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
