"""The cues by the word with which they start, and which of them stands where in a remark."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from workshop_tui.text.cue_lists import Listed, listed_cues, signs, with_each_word
from workshop_tui.text.cues import (
    ANY,
    CLOSING,
    OPENS,
    Cue,
    bare,
    breaks_of,
    forms_of,
    intensified_praise,
    listed_at,
)
from workshop_tui.text.inflection import base_form
from workshop_tui.text.spoken import Spoken

_LONGEST_OVER_PARTICLES = 6
_LEAST_INFLECTED = 3
"""A cue of fewer words may change its meaning with an ending: "nice words", "nice wording"."""
_BySecond = Mapping[str, tuple[Cue, ...]]


def _first_forms(cue: str) -> Collection[str]:
    """The forms that a listed cue may start with: several where it starts with a class."""
    for word in bare(cue).split():
        firsts = {forms[0] for opening in with_each_word(word) if (forms := forms_of(opening))}
        if firsts:
            return firsts
    return ()


def _written_out(listed: Listed) -> Iterator[Cue]:
    for cue in with_each_word(listed.cue):
        closing = cue[-1] if cue[-1] in CLOSING else ""
        phrase = bare(cue)
        yield Cue(
            forms_of(phrase),
            closing,
            listed.reading,
            listed.intensity,
            cue.startswith(OPENS),
            breaks_of(phrase) if "," in phrase else frozenset(),
        )


class CueIndex:
    """Cues by their first word and their second, the longest first.

    A word's cues are written out when a text first holds it: all of them are many thousand, and a
    reaction holds ten words.
    """

    def __init__(self) -> None:
        self._by_first: dict[str, list[Listed]] = {}
        self._exact: dict[str, _BySecond] = {}
        self._inflected: dict[str, _BySecond] = {}
        for listed in listed_cues():
            for first in _first_forms(listed.cue):
                self._by_first.setdefault(first, []).append(listed)
        self._firsts: dict[str, list[str]] = {}
        for first in self._by_first:
            self._firsts.setdefault(base_form(first), []).append(first)

    def at(self, words: tuple[Spoken, ...], begin: int) -> Cue | None:
        """The longest cue that starts at a word; it does not reach over a sign."""
        praise = intensified_praise(words, begin)
        for cue in _going_on(self._starting_with(words[begin].form), _second(words, begin)):
            if _fits(cue, words, begin) and not self._hides_objection(cue, words, begin):
                return praise if praise and len(praise.forms) > len(cue.forms) else cue
        return praise

    def inflected_at(self, words: tuple[Spoken, ...], begin: int) -> Cue | None:
        """The longest cue of several words that starts at a word in any inflection of them."""
        cues = self._starting_like(base_form(words[begin].form))
        for cue in _going_on(cues, base_form(_second(words, begin))):
            if _fits_inflected(cue, words, begin) and not self._hides_objection(cue, words, begin):
                return cue
        return None

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

    def _starting_with(self, form: str) -> _BySecond:
        """The cues that start with a form."""
        if form not in self._exact:
            if form not in self._by_first and form not in signs():
                return {}
            self._exact[form] = _by_second(self._write_out(form), _itself)
        return self._exact[form]

    def _starting_like(self, base: str) -> _BySecond:
        """The cues of several words that start with any form of a base."""
        if base not in self._inflected:
            firsts = self._firsts.get(base, ())
            if not firsts:
                return {}
            alike = (cue for first in firsts for cue in self._write_out(first))
            self._inflected[base] = _by_second(filter(_may_inflect, alike), base_form)
        return self._inflected[base]

    def _write_out(self, form: str) -> Iterator[Cue]:
        for listed in self._by_first.get(form, ()):
            for cue in _written_out(listed):
                if cue.forms[:1] == (form,):
                    yield cue
        if form in signs():
            yield Cue((form,), "", *signs()[form])

    def _hides_objection(self, cue: Cue, words: tuple[Spoken, ...], begin: int) -> bool:
        """Whether "a bit *" would swallow a word that is an objection itself: "a bit boring"."""
        return cue.reading != "negative" and any(
            form == ANY and self._is_objection(words[begin + offset].form)
            for offset, form in enumerate(cue.forms)
        )

    def _is_objection(self, form: str) -> bool:
        return any(
            cue.forms == (form,) and cue.reading == "negative"
            for cue in _going_on(self._starting_with(form), "")
        )


@lru_cache
def cue_index() -> CueIndex:
    return CueIndex()


def _itself(form: str) -> str:
    return form


def _second(words: tuple[Spoken, ...], begin: int) -> str:
    return words[begin + 1].form if begin + 1 < len(words) else ""


def _going_on(cues: _BySecond, second: str) -> tuple[Cue, ...]:
    """The cues that may go on with a second word, in the order in which they are tried."""
    return cues.get(second) or cues.get(ANY, ())


def _by_second(cues: Iterable[Cue], form_of: Callable[[str], str]) -> _BySecond:
    """Cues by their second word, each with those of one word or any second word among them."""
    whatever: list[Cue] = []
    by_second: dict[str, list[Cue]] = {}
    for cue in cues:
        if len(cue.forms) == 1 or cue.forms[1] == ANY:
            whatever.append(cue)
        else:
            by_second.setdefault(form_of(cue.forms[1]), []).append(cue)
    return {ANY: tuple(sorted(whatever, key=_tried))} | {
        second: tuple(sorted([*own, *whatever], key=_tried)) for second, own in by_second.items()
    }


def _tried(cue: Cue) -> tuple[int, int, bool, bool]:
    """The order in which cues are tried: the longest and the most definite first."""
    return (-len(cue.forms), cue.forms.count(ANY), not cue.closing, not cue.opens)


def _may_inflect(cue: Cue) -> bool:
    return len(cue.forms) - cue.forms.count(ANY) >= _LEAST_INFLECTED


def _fits(cue: Cue, words: tuple[Spoken, ...], begin: int) -> bool:
    return _suits(cue, words, begin) and all(
        form in (ANY, words[begin + offset].form) for offset, form in enumerate(cue.forms)
    )


def _fits_inflected(cue: Cue, words: tuple[Spoken, ...], begin: int) -> bool:
    return _suits(cue, words, begin) and all(
        form in (ANY, word.form) or base_form(form) == base_form(word.form)
        for form, word in zip(cue.forms, words[begin:], strict=False)
    )


def _suits(cue: Cue, words: tuple[Spoken, ...], begin: int) -> bool:
    """Whether a cue may stand here by the signs around and inside it."""
    end = begin + len(cue.forms)
    if end > len(words) or not cue.closes_with(words[end - 1].closing):
        return False
    if cue.opens and not words[begin].after_break:
        return False
    return not any(
        words[begin + offset].after_break and offset not in cue.breaks
        for offset in range(1, len(cue.forms))
    )
