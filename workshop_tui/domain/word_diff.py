"""Which words went, came and moved between two wordings of a statement. Knows no stage."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

import msgspec
from msgspec.structs import replace

ChangeKind = Literal["kept", "removed", "added", "moved_away", "moved_here"]
"""A word that moved stands twice: where it was, and where it is now."""

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


class Change(msgspec.Struct, frozen=True):
    """Neighbouring words that share a fate. words: apart by one space, never empty."""

    kind: ChangeKind
    words: str


def word_diff(old: str, new: str) -> tuple[Change, ...]:
    """What was kept, removed, added and moved, in reading order; what went stands before what came.

    The kept, removed and moved-away words are those of `old`; the kept, added and moved-here ones
    those of `new`. A word is what stands between spaces, with its punctuation; one that moved may
    have changed its capitals and punctuation on the way.
    """
    words = _with_moves(list(_fates(old.split(), new.split())))
    return tuple(
        Change(kind, " ".join(each.word for each in together))
        for kind, together in groupby(words, key=lambda each: each.kind)
    )


class _Fate(msgspec.Struct, frozen=True):
    """place: the stretch that differs, where it differs."""

    kind: ChangeKind
    word: str
    place: int


def _fates(old: list[str], new: list[str]) -> Iterator[_Fate]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for place, (tag, old_from, old_to, new_from, new_to) in enumerate(matcher.get_opcodes()):
        if tag == "equal":
            yield from (_Fate("kept", word, place) for word in old[old_from:old_to])
            continue
        yield from (_Fate("removed", word, place) for word in old[old_from:old_to])
        yield from (_Fate("added", word, place) for word in new[new_from:new_to])


def _with_moves(fates: list[_Fate]) -> list[_Fate]:
    """Each word that was removed in one place and added in another, told as one that moved."""
    told = list(fates)
    come: dict[str, list[int]] = {}
    for at, fate in enumerate(fates):
        if fate.kind == "added" and _bare(fate.word):
            come.setdefault(_bare(fate.word), []).append(at)
    for at, fate in enumerate(fates):
        if fate.kind != "removed":
            continue
        ways = come.get(_bare(fate.word), [])
        to = next((way for way in ways if fates[way].place != fate.place), None)
        if to is not None:
            ways.remove(to)
            told[at] = replace(fate, kind="moved_away")
            told[to] = replace(fates[to], kind="moved_here")
    return told


def _bare(word: str) -> str:
    return _EDGES.sub("", word).casefold()
