"""Letters four lines high, in which a statement is read from the back of a room.

Small letters and capitals, since a sentence in capitals shouts; digits and the signs of a sentence.
A cell shows two pixels, one above the other. Nothing is left out or replaced: a text with any other
letter is not written large at all. Leaves out where the lines stand and how they look.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from workshop_tui.text.survey.block_letters import BETWEEN, Glyph, cells_of_pixels

HEIGHT: Final = 4
"""Lines of a letter. The last is empty but for what reaches below the line, and a few signs."""
SPACE: Final = 3
"""Cells between two words."""
_PIXELS: Final = 2 * HEIGHT

_DRAWN: Final = """
a 2 .### #..# #..# .###
b 0 #... #... ###. #..# #..# ###.
c 2 .## #.. #.. .##
d 0 ...# ...# .### #..# #..# .###
e 2 .##. #### #... .###
f 0 .## #.. ### #.. #.. #..
g 2 .### #..# #..# .### ...# .##.
h 0 #... #... ###. #..# #..# #..#
i 0 # . # # # #
j 0 .# .. .# .# .# .# .# #.
k 0 #.. #.. #.# ##. ##. #.#
l 0 # # # # # #
m 2 ####. #.#.# #.#.# #.#.#
n 2 ###. #..# #..# #..#
o 2 .##. #..# #..# .##.
p 2 ###. #..# #..# ###. #... #...
q 2 .### #..# #..# .### ...# ...#
r 2 #.# ##. #.. #..
s 2 .### ##.. ..## ###.
t 1 #.. ### #.. #.. .##
u 2 #..# #..# #..# .###
v 2 #.# #.# #.# .#.
w 2 #.#.# #.#.# #.#.# .#.#.
x 2 #.# .#. .#. #.#
y 2 #..# #..# #..# .### ...# .##.
z 2 #### ..#. .#.. ####
A 0 .##. #..# #..# #### #..# #..#
B 0 ###. #..# ###. #..# #..# ###.
C 0 .### #... #... #... #... .###
D 0 ###. #..# #..# #..# #..# ###.
E 0 #### #... ###. #... #... ####
F 0 #### #... ###. #... #... #...
G 0 .### #... #... #.## #..# .###
H 0 #..# #..# #### #..# #..# #..#
I 0 ### .#. .#. .#. .#. ###
J 0 ..## ...# ...# ...# #..# .##.
K 0 #..# #.#. ##.. ##.. #.#. #..#
L 0 #... #... #... #... #... ####
M 0 #...# ##.## #.#.# #.#.# #...# #...#
N 0 #...# ##..# #.#.# #..## #...# #...#
O 0 .##. #..# #..# #..# #..# .##.
P 0 ###. #..# #..# ###. #... #...
Q 0 .##. #..# #..# #..# #.## .###
R 0 ###. #..# #..# ###. #.#. #..#
S 0 .### #... .##. ...# ...# ###.
T 0 ##### ..#.. ..#.. ..#.. ..#.. ..#..
U 0 #..# #..# #..# #..# #..# .##.
V 0 #...# #...# #...# .#.#. .#.#. ..#..
W 0 #...# #...# #.#.# #.#.# ##.## #...#
X 0 #..# #..# .##. .##. #..# #..#
Y 0 #...# .#.#. ..#.. ..#.. ..#.. ..#..
Z 0 #### ...# ..#. .#.. #... ####
0 0 .##. #..# #.## ##.# #..# .##.
1 0 .#. ##. .#. .#. .#. ###
2 0 .##. #..# ..#. .#.. #... ####
3 0 ###. ...# .##. ...# ...# ###.
4 0 #..# #..# #### ...# ...# ...#
5 0 #### #... ###. ...# ...# ###.
6 0 .##. #... ###. #..# #..# .##.
7 0 #### ...# ..#. ..#. .#.. .#..
8 0 .##. #..# .##. #..# #..# .##.
9 0 .##. #..# #..# .### ...# .##.
. 5 #
, 5 .# .# #.
: 2 # . . #
; 2 .# .. .. .# .# #.
! 0 # # # # . #
? 0 ##. ..# .#. .#. ... .#.
' 0 # #
’ 0 .# #.
‘ 0 #. .#
" 0 #.# #.#
“ 0 .#.# #.#.
” 0 .#.# #.#.
- 3 ###
– 3 ####
— 3 ######
( 0 .# #. #. #. #. .#
) 0 #. .# .# .# .# #.
/ 0 ..# ..# .#. .#. #.. #..
& 0 .#.. #.#. .#.. #.## #..# .##.
% 0 ##..# ##.#. ..#.. .#... #.##. ..##.
+ 1 .#. .#. ### .#. .#.
… 5 #.#.#
"""


@cache
def _letters() -> Mapping[str, Glyph]:
    letters = {}
    for line in _DRAWN.split("\n"):
        if line:
            letter, above, *pixels = line.split(" ")
            empty = "." * len(pixels[0])
            rows = [empty] * int(above) + pixels
            letters[letter] = tuple(cells_of_pixels(rows + [empty] * (_PIXELS - len(rows))))
    return letters


@lru_cache(512)
def large_word(word: str) -> Glyph | None:
    """The word as HEIGHT lines, each as wide as the other; None where a letter is not drawn."""
    glyphs = [glyph for letter in word if (glyph := _letters().get(letter)) is not None]
    if not glyphs or len(glyphs) < len(word):
        return None
    return tuple((" " * BETWEEN).join(glyph[line] for glyph in glyphs) for line in range(HEIGHT))


def large_lines(text: str, room: int) -> tuple[Glyph, ...] | None:
    """The text in as few lines of large letters as `room` cells allow, and these as even as can be.

    None where a letter is not drawn, or a word is wider than the room.
    """
    words = [large_word(word) for word in text.split()]
    known = [word for word in words if word is not None]
    if not known or len(known) < len(words):
        return None
    widths = [len(word[0]) for word in known]
    if max(widths) > room:
        return None
    ends = _even_breaks(widths, room)
    return tuple(_joined(known[begin:end]) for begin, end in zip((0, *ends), ends, strict=False))


def _joined(words: Sequence[Glyph]) -> Glyph:
    return tuple((" " * SPACE).join(word[line] for word in words) for line in range(HEIGHT))


def _even_breaks(widths: Sequence[int], room: int) -> list[int]:
    """After how many words each line ends: no more lines than `room` needs, the widest narrow."""
    fewest = len(_breaks(widths, room))
    narrowest = max(*widths, (sum(widths) + SPACE * (len(widths) - fewest)) // fewest)
    return next(
        breaks
        for narrower in range(min(narrowest, room), room + 1)
        if len(breaks := _breaks(widths, narrower)) == fewest
    )


def _breaks(widths: Sequence[int], room: int) -> list[int]:
    breaks, filled = [], 0
    for place, width in enumerate(widths):
        if filled and filled + SPACE + width > room:
            breaks.append(place)
            filled = 0
        filled += width + (SPACE if filled else 0)
    return [*breaks, len(widths)]
