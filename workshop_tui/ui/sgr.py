"""The same picture on the terminal in fewer bytes: styles and moves that change nothing left out.

Textual switches every piece of text from no style to its own and back, forty bytes each time, and
moves the cursor twice per line; over SSH that is more than the text. SGR (Select Graphic Rendition)
is the terminal's own word for a change of style.
"""

import re
from functools import lru_cache
from typing import Final

import msgspec

_STYLE = re.compile(r"\x1b\[([\d;]*)m")
_MOVES_BEFORE_A_MOVE = re.compile(r"(?:\n|\x1b\[\d+;\d+H)+(?=\x1b\[\d+;\d+H)")
# Where the cursor goes, style does not matter: nothing is drawn on the way.
_ONLY_MOVES = re.compile(r"(?:\n|\x1b\[\d+;\d+H)*")
_ONLY_BLANKS = re.compile(r"(?: |\n|\x1b\[\d+;\d+H)*")
_SEEN_ON_BLANKS: Final = frozenset({"4", "7", "9", "21", "53"})
"""Flags that draw lines or swap ink and paper."""
_LONG_COLOURS: Final = {"2": 5, "5": 3}
"""Numbers of a colour behind 38 or 48, those two included, by the number that follows."""
RESET: Final = "\x1b[0m"


class _Style(msgspec.Struct, frozen=True):
    """What is on: flags (bold, dim, …), ink and paper; "" and none is the terminal's own."""

    flags: tuple[str, ...] = ()
    ink: str = ""
    paper: str = ""


def fewer_bytes(text: str) -> str:
    """Text for a terminal that looks the same and says each change of style once.

    It begins and ends without a style, as what Textual writes does.
    """
    if "\x1b[" not in text:
        return text
    pieces = _STYLE.split(text)
    shorter = [_last_move(pieces[0])]
    on = ""
    for numbers, drawn in zip(pieces[1::2], map(_last_move, pieces[2::2]), strict=True):
        wanted = "" if numbers == "0" else numbers
        if not _ONLY_MOVES.fullmatch(drawn) and not (
            _ONLY_BLANKS.fullmatch(drawn) and _look_alike_on_blanks(on, wanted)
        ):
            shorter.append(_change(on, wanted))
            on = wanted
        shorter.append(drawn)
    if on:
        shorter.append(RESET)
    return "".join(shorter)


def _last_move(drawn: str) -> str:
    return _MOVES_BEFORE_A_MOVE.sub("", drawn)


@lru_cache(1024)
def _look_alike_on_blanks(one: str, other: str) -> bool:
    """Whether spaces look the same in both styles, given as numbers."""
    styles = _style(one), _style(other)
    lines = any(_SEEN_ON_BLANKS.intersection(style.flags) for style in styles)
    return not lines and styles[0].paper == styles[1].paper


@lru_cache(1024)
def _change(before: str, after: str) -> str:
    """What switches from one style to another, both as numbers."""
    if before == after:
        return ""
    if not after:
        return RESET
    old, new = _style(before), _style(after)
    adds_only = (
        set(old.flags) <= set(new.flags)
        and bool(new.ink) >= bool(old.ink)
        and bool(new.paper) >= bool(old.paper)
    )
    if not adds_only:
        return f"\x1b[0;{after}m"
    changed = [
        *(flag for flag in new.flags if flag not in old.flags),
        *([new.ink] if new.ink != old.ink else []),
        *([new.paper] if new.paper != old.paper else []),
    ]
    return f"\x1b[{';'.join(changed)}m"


def _style(numbers: str) -> _Style:
    flags: list[str] = []
    ink = paper = ""
    left = numbers.split(";") if numbers else []
    while left:
        first = left[0]
        size = _LONG_COLOURS.get(left[1], 1) if first in {"38", "48"} and len(left) > 1 else 1
        colour, left = ";".join(left[:size]), left[size:]
        if first.startswith(("4", "10")) and len(first) > 1:
            paper = colour
        elif first.startswith(("3", "9")) and len(first) > 1:
            ink = colour
        else:
            flags.append(first)
    return _Style(tuple(flags), ink, paper)
