"""The reaction cues as data to match in spoken words, the longest cue first."""

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from workshop_tui.text.cue_lists import (
    INTENSIFIERS,
    INTENSITY,
    PRAISE,
    ReactionClass,
)
from workshop_tui.text.lexicons import load
from workshop_tui.text.spelling import plain_form
from workshop_tui.text.spoken import Spoken, spoken, written_out

ANY = "*"
OPENS = "^"
CLOSING = "!?."
NEUTRAL = ("not_negating", "neutral")
"""Lists of [meta] whose entries say nothing, and hide what stands in them."""
_LONGEST_OVER_PARTICLES = 6
_LONGEST_INFLECTED = 12


class Cue(msgspec.Struct, frozen=True):
    """Words that speak for a class.

    closing: the sign that must follow ("!" or "?"; "." for any end), or "".
    opens: the cue counts only where it opens a clause.
    breaks: the places in it before which a sign may stand ("yeah, right").
    """

    forms: tuple[str, ...]
    closing: str
    reading: ReactionClass
    intensity: int
    opens: bool = False
    breaks: frozenset[int] = frozenset()

    def closes_with(self, sign: str) -> bool:
        """Whether the sign behind the last word suits the cue."""
        return self.closing in ("", sign) or (self.closing == "." and sign == "!")


def forms_of(phrase: str) -> tuple[str, ...]:
    """A listed phrase as the forms to match; "*" stays."""
    forms: list[str] = []
    for word in phrase.split():
        if word == ANY:
            forms.append(ANY)
        else:
            forms += _forms_of_word(word)
    return tuple(forms)


def breaks_of(phrase: str) -> frozenset[int]:
    """The places in the forms of a listed phrase before which it has a comma."""
    parts = phrase.split(",")
    return frozenset(len(forms_of(" ".join(parts[:end]))) for end in range(1, len(parts)))


@lru_cache(maxsize=1 << 14)
def _forms_of_word(word: str) -> tuple[str, ...]:
    if word.isalpha():
        return written_out(plain_form(word), "en")
    return tuple(token.form for token in spoken(word))


def bare(cue: str) -> str:
    """A listed cue without the signs that tell where it counts."""
    return cue.lstrip(OPENS).rstrip(CLOSING)


def intensified_praise(words: tuple[Spoken, ...], begin: int) -> Cue | None:
    """Mild praise that an intensifier makes strong: "really good", "bagus banget"."""
    strong, clear, after = INTENSIFIERS
    at, intensity = begin, 0
    while (size := _listed_here(words, at, begin, clear)) or _listed_here(words, at, begin, strong):
        intensity = max(intensity, INTENSITY["clear" if size else "strong"])
        at += size or _listed_here(words, at, begin, strong)
    praised = max(_listed_here(words, at, begin, name) for name in PRAISE)
    if not praised:
        return None
    at += praised
    while size := _listed_here(words, at, begin, after):
        intensity = INTENSITY["strong"]
        at += size
    forms = tuple(word.form for word in words[begin:at])
    return Cue(forms, "", "strong", intensity) if intensity else None


def _listed_here(words: tuple[Spoken, ...], at: int, begin: int, name: str) -> int:
    """How many words of a [meta] list entry stand here, in the clause of `begin`."""
    size = listed_at(words, at, name)
    here = range(max(at, begin + 1), at + size)
    return 0 if any(words[place].after_break for place in here) else size


def is_praise(form: str) -> bool:
    """Whether a word alone is mild praise."""
    return any((form,) in _phrases(name).get(form, ()) for name in PRAISE)


def in_neutral(words: tuple[Spoken, ...], place: int) -> bool:
    """Whether a word belongs to "not only", "kurang lebih" and the like."""
    return any(
        listed_at(words, at, name) > place - at
        for at in range(max(place - 2, 0), place + 1)
        for name in NEUTRAL
    )


def listed_at(words: tuple[Spoken, ...], at: int, name: str) -> int:
    """How many words of the longest entry of a [meta] list stand here; 0 for none."""
    if not 0 <= at < len(words):
        return 0
    for forms in _phrases(name).get(words[at].form, ()):
        if tuple(word.form for word in words[at : at + len(forms)]) == forms:
            return len(forms)
    return 0


@lru_cache
def _phrases(name: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """A list of [meta] as forms by their first word, the longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for forms in {forms_of(entry) for entry in load("reaction_cues")["meta"][name]}:
        by_first.setdefault(forms[0], []).append(forms)
    return {
        first: tuple(sorted(listed, key=lambda forms: (-len(forms), forms)))
        for first, listed in by_first.items()
    }
