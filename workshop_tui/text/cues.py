"""The reaction cues as data to match in spoken words, the longest cue first."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from workshop_tui.text.cue_lists import (
    INTENSIFIERS,
    INTENSITY,
    PRAISE,
    Listed,
    ReactionClass,
    listed_cues,
    signs,
    with_each_word,
)
from workshop_tui.text.inflection import base_form
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


@dataclass(frozen=True, slots=True)
class Cue:
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


def _breaks_of(phrase: str) -> frozenset[int]:
    """The places in the forms of a listed phrase before which it has a comma."""
    parts = phrase.split(",")
    return frozenset(len(forms_of(" ".join(parts[:end]))) for end in range(1, len(parts)))


@lru_cache(maxsize=1 << 14)
def _forms_of_word(word: str) -> tuple[str, ...]:
    if word.isalpha():
        return written_out(plain_form(word), "en")
    return tuple(token.form for token in spoken(word))


def _bare(cue: str) -> str:
    """A listed cue without the signs that tell where it counts."""
    return cue.lstrip(OPENS).rstrip(CLOSING)


def _first_forms(cue: str) -> Collection[str]:
    """The forms that a listed cue may start with: several where it starts with a class."""
    for word in _bare(cue).split():
        firsts = {forms[0] for opening in with_each_word(word) if (forms := forms_of(opening))}
        if firsts:
            return firsts
    return ()


def _written_out(listed: Listed) -> Iterator[Cue]:
    for cue in with_each_word(listed.cue):
        closing = cue[-1] if cue[-1] in CLOSING else ""
        bare = _bare(cue)
        yield Cue(
            forms_of(bare),
            closing,
            listed.reading,
            listed.intensity,
            cue.startswith(OPENS),
            _breaks_of(bare) if "," in bare else frozenset(),
        )


class CueIndex:
    """Cues by their first word, the longest first.

    A word's cues are written out when a text first holds it: all of them are ten thousand, and a
    reaction holds ten words.
    """

    def __init__(self) -> None:
        self._by_first: dict[str, list[Listed]] = {}
        self._seen: dict[str, tuple[Cue, ...]] = {}
        self._alike: dict[str, tuple[Cue, ...]] = {}
        for listed in listed_cues():
            for first in _first_forms(listed.cue):
                self._by_first.setdefault(first, []).append(listed)
        self._firsts: dict[str, list[str]] = {}
        for first in self._by_first:
            self._firsts.setdefault(base_form(first), []).append(first)

    def starting_with(self, form: str) -> tuple[Cue, ...]:
        """The cues that start with a form, in the order in which they are tried."""
        if form not in self._seen:
            if form not in self._by_first and form not in signs():
                return ()
            self._seen[form] = self._write_out(form)
        return self._seen[form]

    def _write_out(self, form: str) -> tuple[Cue, ...]:
        cues = [
            cue
            for listed in self._by_first.get(form, ())
            for cue in _written_out(listed)
            if cue.forms[:1] == (form,)
        ]
        if form in signs():
            cues.append(Cue((form,), "", *signs()[form]))
        return tuple(sorted(cues, key=_tried))

    def at(self, words: tuple[Spoken, ...], begin: int) -> Cue | None:
        """The longest cue that starts at a word; it does not reach over a sign."""
        praise = intensified_praise(words, begin)
        for cue in self.starting_with(words[begin].form):
            if _fits(cue, words, begin) and not self._hides_objection(cue, words, begin):
                return praise if praise and len(praise.forms) > len(cue.forms) else cue
        return praise

    def inflected_at(self, words: tuple[Spoken, ...], begin: int) -> Cue | None:
        """The longest cue of several words that starts at a word in any inflection of them."""
        bases = tuple(base_form(word.form) for word in words[begin : begin + _LONGEST_INFLECTED])
        for cue in self._starting_like(bases[0]):
            if _fits_inflected(cue, words, begin, bases) and not self._hides_objection(
                cue, words, begin
            ):
                return cue
        return None

    def _starting_like(self, base: str) -> tuple[Cue, ...]:
        """The cues of several words that start with any form of a base, the longest first."""
        if base not in self._alike:
            alike = {
                cue
                for first in self._firsts.get(base, ())
                for cue in self.starting_with(first)
                if _may_inflect(cue)
            }
            self._alike[base] = tuple(sorted(alike, key=_tried))
        return self._alike[base]

    def over_particles(self, words: tuple[Spoken, ...], begin: int) -> tuple[Cue, int] | None:
        """The longest cue with particles inside it, and how many words it takes with them.

        "I just wish" is the cue "I wish", "ini tuh kita banget" is "ini kita banget".
        """
        places = [begin]
        for place in range(begin + 1, len(words)):
            if words[place].after_break or len(places) > _LONGEST_OVER_PARTICLES:
                break
            if not listed_at(words, place, "particles"):
                places.append(place)
        if places == list(range(begin, begin + len(places))):
            return None
        cue = self.at(tuple(words[place] for place in places), 0)
        if cue is None or len(cue.forms) == 1:
            return None
        return cue, places[len(cue.forms) - 1] + 1 - begin

    def _hides_objection(self, cue: Cue, words: tuple[Spoken, ...], begin: int) -> bool:
        """Whether "a bit *" would swallow a word that is an objection itself: "a bit boring"."""
        return cue.reading != "negative" and any(
            form == ANY and self._is_objection(words[begin + offset].form)
            for offset, form in enumerate(cue.forms)
        )

    def _is_objection(self, form: str) -> bool:
        return any(
            cue.forms == (form,) and cue.reading == "negative" for cue in self.starting_with(form)
        )


def _tried(cue: Cue) -> tuple[int, int, bool, bool, tuple[str, ...]]:
    """The order in which cues are tried: the longest and the most definite first."""
    return (-len(cue.forms), cue.forms.count(ANY), not cue.closing, not cue.opens, ())


def _may_inflect(cue: Cue) -> bool:
    return len(cue.forms) - cue.forms.count(ANY) > 2


def _fits_inflected(
    cue: Cue, words: tuple[Spoken, ...], begin: int, bases: tuple[str, ...]
) -> bool:
    size = len(cue.forms)
    if size > len(bases) or not cue.closes_with(words[begin + size - 1].closing):
        return False
    if cue.opens and not words[begin].after_break:
        return False
    return all(
        (form in (ANY, words[begin + offset].form) or base_form(form) == bases[offset])
        and not _breaks_off(cue, words[begin + offset], offset)
        for offset, form in enumerate(cue.forms)
    )


def _fits(cue: Cue, words: tuple[Spoken, ...], begin: int) -> bool:
    end = begin + len(cue.forms)
    if end > len(words) or not cue.closes_with(words[end - 1].closing):
        return False
    if cue.opens and not words[begin].after_break:
        return False
    for offset, form in enumerate(cue.forms):
        word = words[begin + offset]
        if (form not in (ANY, word.form)) or _breaks_off(cue, word, offset):
            return False
    return True


def _breaks_off(cue: Cue, word: Spoken, offset: int) -> bool:
    """Whether a sign before a word of a cue tells that the cue does not reach over it."""
    return offset > 0 and word.after_break and offset not in cue.breaks


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


@lru_cache
def cue_index() -> CueIndex:
    return CueIndex()


def is_praise(form: str) -> bool:
    """Whether a word alone is mild praise."""
    return any((form,) in _phrases(name).get(form, ()) for name in PRAISE)


def in_neutral(words: tuple[Spoken, ...], place: int) -> bool:
    """Whether a word belongs to "not only", "kurang lebih" and the like: it says nothing itself."""
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
