"""Reading a reaction to a draft statement: very positive, faint, hesitant or negative.

Good means very positive: where criticism is discouraged, missing praise is the signal. The reading
is a prompt for the facilitator ("which word makes it only fine?"), never a grade of a person, and
the facilitator's own code wins. Not seen: most irony, and a story in which nothing listed is done.
"""

import re
from functools import lru_cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from workshop_tui.domain.message import Message
from workshop_tui.text.cue_index import CueIndex, cue_index
from workshop_tui.text.cue_lists import ReactionClass
from workshop_tui.text.cues import (
    NEUTRAL,
    Cue,
    in_neutral,
    is_praise,
    listed_at,
)
from workshop_tui.text.language_id import Language, language_of
from workshop_tui.text.lexicons import load
from workshop_tui.text.questions import with_questions
from workshop_tui.text.spoken import Spoken, spoken
from workshop_tui.text.tempering import (
    INTENSE,
    Hit,
    conditional,
    meant_for_this,
    requested,
    tempered,
)
from workshop_tui.text.weighing import after_contrast, in_halves, leaning, strongest_claim
from workshop_tui.text.words import plain_words

_NEGATION_REACH = 4
_NEGATORS = frozenset(
    ["not", "no", "never", "hardly", "barely", "without", "lacks", "tidak", "bukan", "belum",
     "kurang", "jangan", "tanpa"]
)  # fmt: skip
_LACKING = frozenset(["without", "tanpa"])
"""Object only with what is lacking: "without heart", but "does it without thinking"."""
_FORBIDS = "jangan"
_NOT_YET = "belum"
_YET = "yet"
_RESIGNED = "then"
"""Leave the door open, where a plain "tidak" or "not" closes it."""
_YET_WITHIN = 5
_LEADS_WITHIN = 24
"""Letters before a quotation in which it is said whose it is."""

_QUOTED = re.compile(r"(?<!\w)'[^'\n]{1,60}'(?!\w)|\"[^\"\n]{1,60}\"|[“‘][^”’\n]{1,60}[”’](?!\w)")


class ReactionCue(msgspec.Struct, frozen=True):
    """Words that decided. start, end: their place in the text; intensity: 1 weak to 3 strong."""

    text: str
    start: int
    end: int
    reading: ReactionClass
    intensity: int


class ReactionReading(msgspec.Struct, frozen=True):
    """A reaction that has been read.

    cues: all that were found and count, in the order of the text.
    ask: what the facilitator may ask next, as messages of the area "reaction".
    """

    text: str
    language: Language
    reading: ReactionClass
    cues: tuple[ReactionCue, ...]
    ask: tuple[Message, ...]


def read_reaction(text: str, language: Literal["auto", "en", "id"] = "auto") -> ReactionReading:
    """Read one reaction, exactly as it was said."""
    spoken_language = language_of(plain_words(text)) if language == "auto" else language
    words = _outside_quotes(text, spoken_language)
    said = _hits(words)
    hits = tempered(words, _settled(words, said))
    hits = requested(words, conditional(words, meant_for_this(words, hits)))
    hits = with_questions(text, words, hits)
    hits = in_halves(words, after_contrast(words, hits, said))
    hits = leaning(words, hits)
    reading = strongest_claim(hits)
    cues = tuple(
        ReactionCue(text[start:end], start, end, hit.reading, hit.intensity)
        for hit in hits
        for start, end in ((words[hit.begin].start, words[hit.end - 1].end),)
    )
    return ReactionReading(text, spoken_language, reading, cues, _probes(reading, cues))


def _is_reported(text: str, at: int) -> bool:
    """Whether the words that lead to a quotation say that somebody spoke it."""
    leading = text[max(0, at - _LEADS_WITHIN) : at].casefold()
    last = leading.replace(",", " ").replace(":", " ").split()[-1:]
    return not _reporting().isdisjoint(last)


@lru_cache
def _reporting() -> frozenset[str]:
    return frozenset(load("reaction_cues")["meta"]["reporting"])


def _outside_quotes(text: str, language: Language) -> tuple[Spoken, ...]:
    """Words that react: what stands in quotation marks is the statement's, unless it is reported.

    "'Journey' is odd" quotes the statement, "she said 'finally'" a person.
    """
    bare = _QUOTED.sub(
        lambda match: (
            match.group() if _is_reported(text, match.start()) else " " * len(match.group())
        ),
        text,
    )
    return spoken(bare, language) or spoken(text, language)


def _hits(words: tuple[Spoken, ...]) -> list[Hit]:
    index = cue_index()
    hits: list[Hit] = []
    at = 0
    while at < len(words):
        affirms, neutral = (listed_at(words, at, name) for name in NEUTRAL)
        cue, size = _cue_at(index, words, at)
        if cue is None or size <= neutral or size < affirms:
            at += max(affirms, neutral, 1)
            continue
        later = _longer_inside(index, words, at, size) if cue.intensity == 1 else 0
        if not later:
            hits.append(Hit(at, at + size, cue.reading, cue.intensity))
        at += later or size
    return hits


def _longer_inside(index: CueIndex, words: tuple[Spoken, ...], at: int, size: int) -> int:
    """How far on a cue starts that reaches further than a weak one: "I [like it enormously]"."""
    for step in range(1, size):
        cue, reach = _cue_at(index, words, at + step)
        if cue is not None and cue.intensity > 1 and reach >= size:
            return step
    return 0


def _cue_at(index: CueIndex, words: tuple[Spoken, ...], at: int) -> tuple[Cue | None, int]:
    """The cue that starts at a word, and its size: the longer with or without particles."""
    cue = index.at(words, at)
    size = 0 if cue is None else len(cue.forms)
    inflected = index.inflected_at(words, at)
    if inflected is not None and len(inflected.forms) > size:
        cue, size = inflected, len(inflected.forms)
    loose = index.over_particles(words, at)
    if loose is not None and len(loose[0].forms) > size:
        return loose
    return cue, size


def _settled(words: tuple[Spoken, ...], hits: list[Hit]) -> list[Hit]:
    """Cues after negation and softening; a negator without a cue is an objection."""
    inside = {place for hit in hits for place in range(hit.begin, hit.end)}
    negators = [
        place
        for place, word in enumerate(words)
        if word.form in _NEGATORS and place not in inside and not in_neutral(words, place)
    ]
    used: set[int] = set()
    settled: list[Hit] = []
    for hit in hits:
        negator = _negator_before(words, hit, negators)
        if hit.reading == "negative" and _denies_for_now(words, hit):
            settled.append(replace(hit, reading="hesitant"))
        elif negator is None:
            settled.append(_softened(words, hit))
        else:
            used.add(negator)
            settled.append(_negated(words, hit, negator))
    if len(words) > 1:
        settled += [
            Hit(
                at,
                at + 1,
                "hesitant" if _is_not_yet(words, at) else "negative",
                INTENSE if _stands_alone(words, at) else 1,
            )
            for at in negators
            if at not in used and words[at].form not in _LACKING
        ]
    return sorted(settled, key=lambda hit: (hit.begin, hit.end))


def _stands_alone(words: tuple[Spoken, ...], negator: int) -> bool:
    """Whether a negator takes back all that was said: "How inspiring. Not."."""
    return negator > 0 and words[negator].after_break and words[negator].closing in (".", "!")


def _is_not_yet(words: tuple[Spoken, ...], negator: int) -> bool:
    return words[negator].form == _NOT_YET or _says_yet(words, negator)


def _denies_for_now(words: tuple[Spoken, ...], hit: Hit) -> bool:
    """Whether an objection with a negator in it goes on to "yet": "I don't feel it yet"."""
    denies = any(words[at].form in _NEGATORS for at in range(hit.begin, hit.end))
    return denies and _says_yet(words, hit.end - 1)


def _says_yet(words: tuple[Spoken, ...], negator: int) -> bool:
    """Whether "not" goes on to "yet" in its clause."""
    for word in words[negator + 1 : negator + 2 + _YET_WITHIN]:
        if word.after_break:
            return False
        if word.form == _YET:
            return True
    return False


def _negator_before(words: tuple[Spoken, ...], hit: Hit, negators: list[int]) -> int | None:
    """The nearest negator before a cue in its clause; none reaches over to "and it's not us"."""
    at = hit.begin
    if words[at].form in _NEGATORS:
        return None
    for place in range(at - 1, max(at - 1 - _NEGATION_REACH, -1), -1):
        if words[place + 1].after_break:
            return None
        if place in negators:
            return place
    return None


def _negated(words: tuple[Spoken, ...], hit: Hit, negator: int) -> Hit:
    """Praise turns into an objection, an objection into faint praise; doubt stays doubt.

    "Not too good" denies praise all the same, though "too good" objects; and who does not want
    an empty promise objects to it, as does who asks to drop it ("jangan muluk-muluk").
    """
    if hit.reading in ("strong", "faint") or is_praise(words[hit.end - 1].form):
        if _says_yet(words, negator):
            return Hit(negator, hit.end, "hesitant", 2)
        return Hit(negator, hit.end, "negative", max(hit.intensity, 2))
    wished_away = words[negator].form == _FORBIDS or listed_at(words, negator + 1, "wishes")
    if hit.reading == "negative" and not wished_away:
        return Hit(negator, hit.end, "faint", 1)
    return hit


def _softened(words: tuple[Spoken, ...], hit: Hit) -> Hit:
    """A softener beside strong praise takes it one step down: "bagus banget sih".

    What takes all praise back, wherever it follows, leaves it faint: "love it, I guess".
    """
    if hit.reading != "strong":
        return hit
    if _ends_resigned(words) or any(
        listed_at(words, at, "withdrawals") for at in range(hit.end, len(words))
    ):
        return replace(hit, reading="faint", intensity=2)
    if not _has_softener(words, hit):
        return hit
    if hit.intensity == INTENSE:
        return replace(hit, intensity=INTENSE - 1)
    return replace(hit, reading="faint", intensity=2)


def _ends_resigned(words: tuple[Spoken, ...]) -> bool:
    """Whether a remark gives in rather than praises: "let's print it, then"."""
    return words[-1].form == _RESIGNED


def _has_softener(words: tuple[Spoken, ...], hit: Hit) -> bool:
    return any(
        listed_at(words, at, name) and _same_clause(words, at, hit)
        for name in ("softeners_id", "softeners_en")
        for at in (hit.end, hit.begin - 1, hit.begin - 2)
    )


def _same_clause(words: tuple[Spoken, ...], at: int, hit: Hit) -> bool:
    first, last = min(at, hit.begin), max(at, hit.end - 1)
    return not any(words[place].after_break for place in range(first + 1, last + 1))


def _probes(reading: ReactionClass, cues: tuple[ReactionCue, ...]) -> tuple[Message, ...]:
    """The ladder of the method: tell me more, which word, why, and without it?"""
    own = [cue for cue in cues if cue.reading == reading]
    if not own:
        return (Message.of("reaction.ask.no_praise"), Message.of("reaction.ask.more"))
    words = own[0].text
    if reading == "strong":
        return (Message.of("reaction.ask.which_moved", words=words),)
    return (
        Message.of(f"reaction.ask.{reading}", words=words),
        Message.of("reaction.ask.which_word"),
        Message.of("reaction.ask.without"),
    )
