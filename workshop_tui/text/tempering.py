"""What takes the edge off an objection, and what ties praise to a change.

A fault of form that is only hinted at ("a bit long", "agak kepanjangan") holds back, where the
same fault said outright objects; so does praise that waits for something ("better if it were
shorter"). Contempt stays an objection however softly it is put: "a bit boring".
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop_tui.text.cue_lists import ReactionClass
from workshop_tui.text.cues import is_praise, listed_at
from workshop_tui.text.spoken import Spoken

_DOWNTONED_WITHIN = 2
_CONDITION_WITHIN = 4
_FEARED_WITHIN = 5
_SAYS_MORE = frozenset(["more", "lebih"])
_IRREGULAR = frozenset(["better"])
_SUPPOSED = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that stands at words begin to end (the last not included)."""

    begin: int
    end: int
    reading: ReactionClass
    intensity: int


def tempered(words: tuple[Spoken, ...], hits: list[Hit]) -> list[Hit]:
    """Objections to the form alone, with a word that plays them down beside them, hold back."""
    return [_only_feared(words, _only_hinted(words, hit)) for hit in hits]


def _only_hinted(words: tuple[Spoken, ...], hit: Hit) -> Hit:
    if hit.reading != "negative" or not listed_at(words, hit.end - 1, "faults_of_form"):
        return hit
    for begin in range(hit.begin - 1, max(hit.begin - 2 - _DOWNTONED_WITHIN, -1), -1):
        if _broken(words, begin, hit.begin):
            break
        size = listed_at(words, begin, "downtoners")
        if size and hit.begin - (begin + size) < _DOWNTONED_WITHIN:
            return replace(hit, begin=begin, reading="hesitant", intensity=2)
    after = listed_at(words, hit.end, "downtoners_after")
    if after and not words[hit.end].after_break:
        return replace(hit, end=hit.end + after, reading="hesitant", intensity=2)
    return hit


def _only_feared(words: tuple[Spoken, ...], hit: Hit) -> Hit:
    """An objection that is feared for later is a doubt of today: "takutnya tidak sanggup"."""
    if hit.reading != "negative":
        return hit
    for begin in range(hit.begin - 1, max(hit.begin - 1 - _FEARED_WITHIN, -1), -1):
        if _broken(words, begin, hit.begin):
            break
        if listed_at(words, begin, "fears"):
            return replace(hit, reading="hesitant")
    return hit


def conditional(words: tuple[Spoken, ...], hits: list[Hit]) -> list[Hit]:
    """Praise that waits for a condition is doubt: "great if", "lebih enak kalau"."""
    inside = {place for hit in hits for place in range(hit.begin, hit.end)}
    kept = list(hits)
    for place in range(1, len(words)):
        if place in inside or not _sets_condition(words, place):
            continue
        begin = _praise_before(words, hits, place)
        if begin is None:
            continue
        kept = [hit for hit in kept if not (hit.begin >= begin and _praises(hit, place))]
        kept.append(Hit(begin, place + 1, "hesitant", _SUPPOSED))
    return sorted(kept, key=lambda hit: (hit.begin, hit.end))


def _sets_condition(words: tuple[Spoken, ...], place: int) -> bool:
    return bool(listed_at(words, place, "conditions")) and not listed_at(words, place, "asides")


def _praises(hit: Hit, place: int) -> bool:
    return hit.end <= place and hit.reading in ("strong", "faint")


def _praise_before(words: tuple[Spoken, ...], hits: Iterable[Hit], place: int) -> int | None:
    """Where the praise or the comparison begins that a condition follows in its clause."""
    nearest = [
        hit.begin
        for hit in hits
        if _praises(hit, place)
        and place - hit.end < _CONDITION_WITHIN
        and not _broken(words, hit.begin, place)
    ]
    if nearest:
        return max(nearest)
    for at in range(place - 1, max(place - 1 - _CONDITION_WITHIN, -1), -1):
        if _broken(words, at, place):
            return None
        if _compares(words, at):
            return at
    return None


def _compares(words: tuple[Spoken, ...], at: int) -> bool:
    """Whether a word compares with a version that could be: "nicer", "more honest", "lebih pas"."""
    form = words[at].form
    if at and words[at - 1].form in _SAYS_MORE:
        return is_praise(form)
    stem = form.removesuffix("er")
    bases = (stem, stem + "e", stem[:-1], stem.removesuffix("i") + "y")
    return form in _IRREGULAR or (stem != form and any(map(is_praise, bases)))


def _broken(words: tuple[Spoken, ...], begin: int, end: int) -> bool:
    """Whether a sign lies between two words."""
    return any(
        words[place].after_break for place in range(begin + 1, end + 1) if place < len(words)
    )
