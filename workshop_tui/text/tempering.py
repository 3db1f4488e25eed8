"""What takes the edge off an objection, what ties praise to a change, and what it is meant for.

A fault of form that is only hinted at ("a bit long", "agak kepanjangan") holds back, where the
same fault said outright objects; so does praise that waits for something ("better if it were
shorter"). Contempt stays an objection however softly it is put: "a bit boring".
"""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from workshop_tui.text.cue_lists import ReactionClass
from workshop_tui.text.cues import is_praise, listed_at
from workshop_tui.text.spoken import Spoken

_DOWNTONED_WITHIN = 2
_LONE = 3
_COMPARED_WITHIN = 3
_CONDITION_WITHIN = 4
_FEARED_WITHIN = 8
_CONDITION_LENGTH = 10
_ANDS = frozenset(["and", "dan"])
_WOULDS = frozenset(["would", "pasti", "baru"])
_SAYS_MORE = frozenset(["more", "lebih"])
_IRREGULAR = frozenset(["better"])
INTENSE = 3
"""The intensity of a clear cue, of which a weak sign takes nothing away."""


class Hit(msgspec.Struct, frozen=True):
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


def meant_for_this(words: tuple[Spoken, ...], hits: list[Hit]) -> list[Hit]:
    """Praise that is meant for something else, or for nothing, does not count as strong."""
    elsewhere = [at for at in range(len(words)) if _names_another(words, at)]
    meant: list[Hit] = []
    for hit in hits:
        if listed_at(words, hit.begin, "comparators") == hit.end - hit.begin:
            meant += [hit] if all(other == hit or other.intensity == 1 for other in hits) else []
        elif hit.reading != "strong":
            meant.append(hit)
        elif _only_intensifies(words, hit):
            meant.append(replace(hit, reading="negative", end=hit.end + 1))
        elif any(_in_one_clause(words, at, hit) for at in elsewhere):
            meant.append(replace(hit, reading="hesitant", intensity=2))
        elif _is_bare_surprise(words, hits, hit):
            meant.append(replace(hit, reading="faint", intensity=1))
        else:
            meant.append(hit)
    return meant


def _names_another(words: tuple[Spoken, ...], at: int) -> bool:
    """Whether another statement is named ("the old one was perfect") and not compared with."""
    return bool(listed_at(words, at, "elsewhere")) and not any(
        listed_at(words, before, "compared") for before in range(max(at - _COMPARED_WITHIN, 0), at)
    )


def _in_one_clause(words: tuple[Spoken, ...], at: int, hit: Hit) -> bool:
    is_inside = hit.begin <= at < hit.end
    return not is_inside and not _broken(words, min(at, hit.begin), max(at, hit.end - 1))


def _only_intensifies(words: tuple[Spoken, ...], hit: Hit) -> bool:
    """Whether what sounds like praise makes a fault bigger: "luar biasa panjangnya"."""
    return (
        hit.end < len(words)
        and not words[hit.end].after_break
        and listed_at(words, hit.end, "faults_of_form") > 0
    )


def _is_bare_surprise(words: tuple[Spoken, ...], hits: list[Hit], hit: Hit) -> bool:
    """Whether "Wow" opens a remark that says nothing good: "Wow, that is ambitious"."""
    return (
        listed_at(words, hit.begin, "exclamations") == hit.end - hit.begin
        and hit.end < len(words)
        and len(words) > _LONE
        and not any(word.closing == "!" for word in words)
        and all(other == hit or other.reading in ("hesitant", "negative") for other in hits)
    )


def conditional(words: tuple[Spoken, ...], hits: list[Hit]) -> list[Hit]:
    """Praise that waits for a condition is doubt: "great if", "lebih enak kalau"."""
    kept = [hit for hit in hits if not (hit.reading == "strong" and _supposed(words, hit))]
    for place in range(len(words)):
        if not _sets_condition(words, place) or _in_clear_cue(hits, place):
            continue
        begin, end = _praise_before(words, hits, place), place + 1
        if begin is None:
            begin, end = place, _praise_after_change(words, hits, place)
        elif _only_adopts(words, place):
            continue
        else:
            end = _past_change(words, place)
        if end > begin:
            kept = [hit for hit in kept if not (begin <= hit.begin < end and _gives_way(hit))]
            kept.append(Hit(begin, end, "hesitant", INTENSE))
    return sorted(kept, key=lambda hit: (hit.begin, hit.end))


def requested(words: tuple[Spoken, ...], hits: list[Hit]) -> list[Hit]:
    """Praise that is promised for a change is doubt: "lose the last word and I'm in"."""
    for place, word in enumerate(words):
        if not word.after_break or not listed_at(words, place, "requests"):
            continue
        end = _promised_praise(words, hits, place)
        if end:
            kept = [hit for hit in hits if not place <= hit.begin < end]
            return sorted(
                [*kept, Hit(place, end, "hesitant", INTENSE)], key=lambda hit: (hit.begin, hit.end)
            )
    return hits


def _promised_praise(words: tuple[Spoken, ...], hits: list[Hit], place: int) -> int:
    """Past the praise that a request leads to with "and"; 0 where it leads to none."""
    praised = {hit.begin: hit.end for hit in hits if hit.reading in ("strong", "faint")}
    promised = False
    for at in range(place + 1, len(words)):
        if promised and at in praised:
            return praised[at]
        promised = promised or words[at].form in _ANDS
        if words[at].closing in ("!", "?"):
            return 0
    return 0


def _supposed(words: tuple[Spoken, ...], hit: Hit) -> bool:
    """Whether praise stands in a condition that opens a sentence: "if that's us, I must be ..."."""
    for place in range(hit.begin, -1, -1):
        if words[place].after_break:
            return place < hit.begin and _sets_condition(words, place) and not _story(words, place)
    return False


def _story(words: tuple[Spoken, ...], place: int) -> bool:
    return listed_at(words, place, "stories") > 0


def _in_clear_cue(hits: list[Hit], place: int) -> bool:
    return any(hit.begin <= place < hit.end and hit.intensity > 1 for hit in hits)


def _gives_way(hit: Hit) -> bool:
    """Praise does, and so does what is to be changed: "without", "if it were dropped"."""
    return hit.reading in ("strong", "faint") or hit.intensity < INTENSE


def _past_change(words: tuple[Spoken, ...], place: int) -> int:
    """Past the change that a condition asks for: "better if the last word were dropped"."""
    end = place + 1
    for at in range(place + 1, min(place + 1 + _CONDITION_LENGTH, len(words))):
        if words[at].after_break:
            break
        if listed_at(words, at, "changes"):
            end = at + 1
    return end


def _only_adopts(words: tuple[Spoken, ...], place: int) -> bool:
    """Whether the condition is only that the statement is taken: "proud if this becomes ours"."""
    return any(
        listed_at(words, at, "adoptions") for at in range(place + 1, place + 1 + _CONDITION_WITHIN)
    )


def _praise_after_change(words: tuple[Spoken, ...], hits: list[Hit], place: int) -> int:
    """Past the praise that "if it were shorter" leads to, or the change; 0 without a change."""
    if not words[place].after_break:
        return 0
    praised = {hit.begin: hit.end for hit in hits if hit.reading in ("strong", "faint")}
    supposes = _supposes(words, place)
    changed = False
    for at in range(place + 1, min(place + 1 + _CONDITION_LENGTH, len(words))):
        changed = changed or (supposes and _leads_on(words[at]))
        if changed and at in praised:
            return praised[at]
        if changed and _compares(words, at):
            return at + 1
        changed = changed or bool(listed_at(words, at, "changes")) or _compares(words, at)
        if changed and words[at].closing:
            return at + 1
    return 0


def _leads_on(word: Spoken) -> bool:
    """Whether a word opens what a condition leads to: "if it's true, I ...", "... I'd cheer"."""
    return word.after_break or word.form in _WOULDS


def _supposes(words: tuple[Spoken, ...], place: int) -> bool:
    """Whether a condition doubts something: "if we mean it", not "if that doesn't move you"."""
    return (
        listed_at(words, place, "suppositions") > 0
        and not _story(words, place)
        and not _only_adopts(words, place)
    )


def _sets_condition(words: tuple[Spoken, ...], place: int) -> bool:
    return bool(listed_at(words, place, "conditions")) and not listed_at(words, place, "asides")


def _praise_before(words: tuple[Spoken, ...], hits: Iterable[Hit], place: int) -> int | None:
    """Where the praise or the comparison begins that a condition follows in its clause."""
    nearest = [
        hit.begin
        for hit in hits
        if hit.end <= place
        and hit.reading in ("strong", "faint")
        and place - hit.end < _CONDITION_WITHIN
        and not _broken(words, hit.begin, place - 1)
        and words[place - 1].closing not in ("!", "?")
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
