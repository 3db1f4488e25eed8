"""The reaction cues as they are listed: words for a class, with their intensity.

What a listed cue matches in a text is left to `cues`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from workshop_tui.text.lexicons import load
from workshop_tui.text.spelling import indonesian_form
from workshop_tui.text.words import WORD

ReactionClass = Literal["strong", "faint", "hesitant", "negative"]
CLASSES: tuple[ReactionClass, ...] = ("strong", "faint", "hesitant", "negative")
_CLASS = re.compile(r"<(\w+)>")
INTENSITY = {"strong": 3, "clear": 2, "weak": 1}
PRAISE = ("praise_en", "praise_id")
INTENSIFIERS = ("intensifiers_strong", "intensifiers_clear", "intensifiers_after")


@lru_cache
def objections() -> frozenset[str]:
    """Cues of one word that object."""
    return frozenset(cue for cue, reading, _ in listed_cues() if reading == "negative")


@lru_cache
def cue_words() -> frozenset[str]:
    """Every word that stands in a cue, in praise or before it, in its usual spelling."""
    meta = load("reaction_cues")["meta"]
    listed = [cue for cue, _, _ in listed_cues()]
    praise = [phrase for name in (*PRAISE, *INTENSIFIERS, "changes") for phrase in meta[name]]
    return frozenset(indonesian_form(word) for cue in listed + praise for word in WORD.findall(cue))


@lru_cache
def signs() -> Mapping[str, tuple[ReactionClass, int]]:
    """The signs that people add, with what they speak for."""
    return {
        sign: (reading, INTENSITY[level])
        for reading in CLASSES
        for level, listed in load("reaction_cues")["signs"].get(reading, {}).items()
        for sign in listed
    }


def listed_cues() -> Iterator[tuple[str, ReactionClass, int]]:
    """Every cue with its class and intensity, written out where it names a class of words."""
    lists = load("reaction_cues")
    for language in ("en", "id"):
        for reading in CLASSES:
            for level, cues in lists[language][reading].items():
                for listed in cues:
                    for cue in with_each_word(listed):
                        yield cue, reading, INTENSITY[level]


def with_each_word(cue: str) -> Iterator[str]:
    """A cue with every word of the class that it names: "any <company>" is "any bank", ..."""
    named = _CLASS.search(cue)
    if named is None:
        yield cue
        return
    for word in load("reaction_cues")["classes"][named.group(1)]:
        yield from with_each_word(cue[: named.start()] + word + cue[named.end() :])
