"""The reaction cues as they are listed: words for a class, with their intensity.

What a listed cue matches in a text is left to `cues`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from workshop_tui.text.lexicons import load
from workshop_tui.text.spelling import indonesian_form
from workshop_tui.text.words import WORD

ReactionClass = Literal["strong", "faint", "hesitant", "negative"]
CLASSES: tuple[ReactionClass, ...] = ("strong", "faint", "hesitant", "negative")
_CLASS = re.compile(r"<(\w+)>")
INTENSITY = {"strong": 3, "clear": 2, "weak": 1}
PRAISE = ("praise_en", "praise_id")
INTENSIFIERS = ("intensifiers_strong", "intensifiers_clear", "intensifiers_after")


class Listed(NamedTuple):
    """A cue as it is listed, with the classes of words that it names."""

    cue: str
    reading: ReactionClass
    intensity: int


@lru_cache
def listed_cues() -> tuple[Listed, ...]:
    """Every cue in the order of the lists; `with_each_word` writes one out."""
    lists = load("reaction_cues")
    return tuple(
        Listed(cue, reading, INTENSITY[level])
        for language in ("en", "id")
        for reading in CLASSES
        for level, cues in lists[language][reading].items()
        for cue in cues
    )


@lru_cache
def objections() -> frozenset[str]:
    """Cues of one word that object."""
    return frozenset(
        listed.cue
        for listed in listed_cues()
        if listed.reading == "negative" and " " not in listed.cue
    )


@lru_cache
def cue_words() -> frozenset[str]:
    """Every word that stands in a cue, in praise or before it, in its usual spelling."""
    lists = load("reaction_cues")
    phrases = [
        _CLASS.sub(" ", " ".join(listed.cue for listed in listed_cues())),
        *(words for class_ in lists["classes"].values() for words in class_),
        *(words for name in (*PRAISE, *INTENSIFIERS, "changes") for words in lists["meta"][name]),
    ]
    return frozenset(map(indonesian_form, set(WORD.findall(" ".join(phrases)))))


@lru_cache
def signs() -> Mapping[str, tuple[ReactionClass, int]]:
    """The signs that people add, with what they speak for."""
    return {
        sign: (reading, INTENSITY[level])
        for reading in CLASSES
        for level, listed in load("reaction_cues")["signs"].get(reading, {}).items()
        for sign in listed
    }


def with_each_word(cue: str) -> Iterator[str]:
    """A cue with every word of the class that it names: "any <company>" is "any bank", ..."""
    named = _CLASS.search(cue) if "<" in cue else None
    if named is None:
        yield cue
        return
    for word in load("reaction_cues")["classes"][named.group(1)]:
        yield from with_each_word(cue[: named.start()] + word + cue[named.end() :])
