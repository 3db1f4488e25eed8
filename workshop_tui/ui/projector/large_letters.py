"""Letters four lines high, in which a statement is read from the back of a room.

Small letters and capitals, since a sentence in capitals shouts; digits and the signs of a sentence.
A cell shows two pixels, one above the other; of narrow letters, four. Nothing is left out or
replaced: a text with any other letter is not written large at all. Leaves out where the lines stand
and how they look.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, TypeAlias

import msgspec

HEIGHT: Final = 4
"""Lines of a letter. The last is empty but for what reaches below the line, and a few signs."""
Glyph: TypeAlias = tuple[str, ...]
"""HEIGHT lines, each as wide as the other."""


class Face(msgspec.Struct, frozen=True):
    """How wide letters are. pixel: half cells. space: cells between two words."""

    pixel: int
    space: int


WIDE: Final = Face(pixel=2, space=3)
NARROW: Final = Face(pixel=1, space=2)
"""Half as wide and as high: a whole sentence stands in one line of a large screen."""

_PIXELS: Final = 2 * HEIGHT
_INK: Final = "#"
_QUARTERS: Final = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""What shows the inked quarters of a cell: upper left 1, upper right 2, lower left 4, right 8."""
_SHADE: Final = "░"

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
“ 0 #.#. .#.#
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
· 3 #
• 2 .#. ### .#.
= 2 ### ... ###
* 0 #.# .#. #.#
# 0 .#.#. ##### .#.#. .#.#. ##### .#.#.
$ 0 .### #.#. .##. .#.# ###. .#..
[ 0 ## #. #. #. #. ##
] 0 ## .# .# .# .# ##
✓ 1 ....# ....# ...#. #.#.. .#...
"""


@cache
def _letters() -> Mapping[str, Sequence[str]]:
    """The rows of pixels of each letter."""
    letters = {}
    for line in _DRAWN.split("\n"):
        if line:
            letter, above, *pixels = line.split(" ")
            empty = "." * len(pixels[0])
            rows = [empty] * int(above) + pixels
            letters[letter] = rows + [empty] * (_PIXELS - len(rows))
    return letters


@lru_cache(1024)
def large_word(word: str, face: Face = WIDE) -> Glyph | None:
    """The word as HEIGHT lines, each as wide as the other; None where a letter is not drawn."""
    if not word:
        return ("",) * HEIGHT
    if word == _SHADE:
        return (" " * 2, _SHADE * 2, _SHADE * 2, " " * 2)
    letters = [pixels for letter in word if (pixels := _letters().get(letter)) is not None]
    if not letters or len(letters) < len(word):
        return None
    rows = [".".join(letter[row] for letter in letters) for row in range(_PIXELS)]
    return tuple(
        _line(upper, lower, face) for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    )


def _line(upper: str, lower: str, face: Face) -> str:
    """Two rows of pixels as a line of cells."""
    halves = [
        (pixels[0] == _INK) + 4 * (pixels[1] == _INK)
        for pixels in zip(upper, lower, strict=True)
        for _ in range(face.pixel)
    ]
    halves += [0] * (len(halves) % 2)
    return "".join(
        _QUARTERS[left + 2 * right] for left, right in zip(halves[::2], halves[1::2], strict=True)
    )


def even_breaks(widths: Sequence[int], room: int, space: int) -> list[int]:
    """After how many words each line ends: no more lines than `room` needs, the widest narrow.

    widths: cells of each word, none wider than the room. space: cells between two words.
    """
    fewest = len(_breaks(widths, room, space))
    narrowest = max(*widths, (sum(widths) + space * (len(widths) - fewest)) // fewest)
    return next(
        breaks
        for narrower in range(min(narrowest, room), room + 1)
        if len(breaks := _breaks(widths, narrower, space)) == fewest
    )


def _breaks(widths: Sequence[int], room: int, space: int) -> list[int]:
    breaks, filled = [], 0
    for place, width in enumerate(widths):
        if filled and filled + space + width > room:
            breaks.append(place)
            filled = 0
        filled += width + (space if filled else 0)
    return [*breaks, len(widths)]
