"""What cues come to where a reaction says more than one thing: contrast, halves, and the last word.

What one cue says by itself is settled before (`reaction`, `tempering`, `questions`).
"""

from functools import lru_cache

from msgspec.structs import replace

from workshop_tui.text.cue_lists import ReactionClass
from workshop_tui.text.cues import in_neutral, listed_at
from workshop_tui.text.inflection import base_form
from workshop_tui.text.lexicons import load
from workshop_tui.text.spoken import Spoken
from workshop_tui.text.tempering import INTENSE, Hit

_REMARK = 6
"""A remark of so many words tells something, though none of them is a cue."""
_CONTRASTS = ("contrast_en", "contrast_id")


def after_contrast(words: tuple[Spoken, ...], hits: list[Hit], said: list[Hit]) -> list[Hit]:
    """What follows the last contrast word counts; of what stands before, only what it leaves open.

    Praise before it is void, and nothing left is hesitant ("love it, but"). An objection stays
    unless it is told as past ("at first I was unsure, but I love it"); praise behind it makes it
    doubt ("too long, but I love it"), and a mild one gives way ("not my style, but fine").
    said: the cues as found; a contrast word inside one is none.
    """
    inside = {place for hit in said for place in range(hit.begin, hit.end)}
    places = [
        (place, size)
        for place in range(1, len(words))
        if place not in inside and not in_neutral(words, place)
        if (size := _contrast_at(words, place))
    ]
    if not places:
        return hits
    begun = {hit.begin for hit in hits}
    place, size = places[-1]
    size = min([size, *(at - place for at in range(place + 1, place + size) if at in begun)])
    before = [hit for hit in hits if hit.begin < place]
    after = [hit for hit in hits if hit.begin >= place + size]
    kept = _left_of(words[:place], before, after) + after
    voided = any(hit.reading == "strong" for hit in before)
    if all(hit.reading in ("faint", "strong") for hit in kept) and (
        not after or (voided and not any(hit.reading == "strong" for hit in after))
    ):
        kept.append(Hit(place, place + size, "hesitant", INTENSE))
    return sorted(kept, key=lambda hit: (hit.begin, hit.end))


def _contrast_at(words: tuple[Spoken, ...], place: int) -> int:
    """How many words of a contrast stand here; some contrast only where they open a clause."""
    size = max(listed_at(words, place, name) for name in _CONTRASTS)
    if not size and words[place].after_break:
        return listed_at(words, place, "contrast_opening")
    return size


def _left_of(words: tuple[Spoken, ...], before: list[Hit], after: list[Hit]) -> list[Hit]:
    """What a contrast leaves of the cues before it."""
    if _holds(after, "strong", INTENSE):
        if any(listed_at(words, at, "overcome") for at in range(len(words))):
            return []
        return [replace(hit, reading="hesitant") for hit in before if hit.reading == "negative"]
    mild = 2 if _holds(after, "hesitant", 2) or _holds(after, "faint", 2) else 0
    return [
        hit
        for hit in before
        if hit.reading != "strong" and not (hit.reading == "negative" and hit.intensity <= mild)
    ]


def _holds(hits: list[Hit], reading: ReactionClass, least: int) -> bool:
    return any(hit.reading == reading and hit.intensity >= least for hit in hits)


def in_halves(words: tuple[Spoken, ...], hits: list[Hit]) -> list[Hit]:
    """Praise beside an objection to a part is doubt: "great line, the last word kills it"."""
    parts = [at for at in range(len(words)) if listed_at(words, at, "parts")]
    if not parts or all(hit.reading == "negative" for hit in hits):
        return hits
    return [
        replace(hit, reading="hesitant")
        if hit.reading == "negative" and any(_in_one_clause(words, at, hit) for at in parts)
        else hit
        for hit in hits
    ]


def leaning(words: tuple[Spoken, ...], hits: list[Hit]) -> list[Hit]:
    """Where no cue is clear, a longer remark leans to where its words lean, if all lean one way.

    A story has no cue ("my daughter wants to share it with her friends"); praise needs two such
    words, and that nothing is denied, asked or opposed.
    """
    if len(words) < _REMARK or any(hit.intensity > 1 for hit in hits):
        return hits
    taken = {at for hit in hits for at in range(hit.begin, hit.end)}
    taken |= {at for at in range(len(words)) if in_neutral(words, at)}
    up, down = (
        [at for at in range(len(words)) if at not in taken and _leans(words[at].form, name)]
        for name in ("leaning_up", "leaning_down")
    )
    if down and not up:
        leant = [Hit(at, at + 1, "negative", 1) for at in down]
        return sorted([*hits, *leant], key=lambda hit: (hit.begin, hit.end))
    if len(up) > 1 and not down and not hits:
        return [Hit(at, at + 1, "strong", 1) for at in up]
    return hits


def _leans(form: str, name: str) -> bool:
    return base_form(form) in _bases(name)


@lru_cache
def _bases(name: str) -> frozenset[str]:
    """The words of a [meta] list without their endings."""
    return frozenset(map(base_form, load("reaction_cues")["meta"][name]))


def _in_one_clause(words: tuple[Spoken, ...], at: int, hit: Hit) -> bool:
    first, last = min(at, hit.begin), max(at, hit.end - 1)
    return not any(words[place].after_break for place in range(first + 1, last + 1))


def strongest_claim(hits: list[Hit]) -> ReactionClass:
    """negative over hesitant over faint over strong; a weak sign gives way to a clear one."""
    most = {
        reading: max((hit.intensity for hit in hits if hit.reading == reading), default=0)
        for reading in ("negative", "hesitant", "faint", "strong")
    }
    praised, doubted = most["strong"] == INTENSE, most["hesitant"] > 1
    weak = 1 if praised or doubted or most["faint"] > 1 else 0
    if most["negative"] > (2 if most["hesitant"] == INTENSE else weak):
        return "negative"
    if most["hesitant"] > (1 if most["strong"] > 1 or most["faint"] else 0):
        return "hesitant"
    if most["faint"] > (2 if praised else 1 if most["strong"] else 0):
        return "strong" if _ends_in_praise(hits, most["faint"]) else "faint"
    return "strong" if most["strong"] else "faint"


def _ends_in_praise(hits: list[Hit], faint: int) -> bool:
    """Whether strong praise, no weaker than the faint, is said last: "Not bad? Superb!"."""
    last = hits[-1]
    return last.reading == "strong" and last.intensity >= max(faint, 2)
