"""Questions in a reaction: those that hold back, those that object, those asked out of zeal."""

import re

from msgspec.structs import replace

from workshop_tui.text.cues import listed_at
from workshop_tui.text.spoken import Spoken
from workshop_tui.text.tempering import INTENSE, Hit

SHORT_QUESTION = 3
"""A question of so few words that the speaker goes on to answer holds nothing back."""

_ENDS = re.compile(r"[.!\n](?:\s|$)")
_QUESTION = re.compile(r"\?")


def with_questions(text: str, words: tuple[Spoken, ...], hits: list[Hit]) -> list[Hit]:
    """A question that no cue explains holds back, and so does an objection put as one.

    "Maybe it is too long?" leaves the answer to others.
    """
    found = list(hits)
    begin = 0
    for match in _QUESTION.finditer(text):
        begin = max(
            (end.end() for end in _ENDS.finditer(text, begin, match.start())), default=begin
        )
        sentence = [at for at, word in enumerate(words) if begin <= word.start < match.start()]
        begin = match.end()
        if not sentence:
            continue
        asked = [hit for hit in found if sentence[0] <= hit.begin <= sentence[-1]]
        if _is_denied(words, sentence):
            found = [hit for hit in found if hit not in asked]
            found.append(Hit(sentence[0], sentence[-1] + 2, "negative", 2))
            continue
        open_ended = _open_ended(words, asked, sentence)
        found = [_left_open(hit) if hit in open_ended else hit for hit in found]
        asked = [_left_open(hit) if hit in open_ended else hit for hit in asked]
        if not _explains(words, asked, sentence):
            intensity = 1 if _asks_nothing(words, hits, sentence) else 2
            found.append(Hit(sentence[0], sentence[-1] + 1, "hesitant", intensity))
    return sorted(found, key=lambda hit: (hit.begin, hit.end))


def _is_denied(words: tuple[Spoken, ...], sentence: list[int]) -> bool:
    """Whether the speaker answers a short question with a plain no: "Excited? No."."""
    after = sentence[-1] + 1
    return (
        len(sentence) <= SHORT_QUESTION
        and after < len(words)
        and bool(words[after].closing)
        and listed_at(words, after, "denials") == 1
    )


def _open_ended(words: tuple[Spoken, ...], asked: list[Hit], sentence: list[int]) -> list[Hit]:
    """The cues of a question that leaves its answer to others.

    Beside clear doubt all do, and before a tag ("kurang terasa, ya?"); in "is it too long?" those
    after the opening, for "is this a joke?" asks nothing; in "what if we can't keep it?" all but
    contempt.
    """
    if _ends_in_assertive_tag(words, sentence):
        return []
    is_doubt = any(hit.reading == "hesitant" and hit.intensity > 1 for hit in asked)
    if is_doubt or listed_at(words, sentence[-1], "tags"):
        return asked
    if listed_at(words, sentence[0], "yes_or_no"):
        return [hit for hit in asked if hit.begin > sentence[0]]
    if listed_at(words, sentence[0], "wh_questions"):
        return [hit for hit in asked if hit.begin > sentence[0] and hit.intensity < INTENSE]
    return []


def _ends_in_assertive_tag(words: tuple[Spoken, ...], sentence: list[int]) -> bool:
    """Whether a question only wants a yes: "it's a cliché, isn't it?"."""
    return any(
        words[at].after_break and listed_at(words, at, "assertive_tags") == sentence[-1] + 1 - at
        for at in sentence[1:]
    )


def _explains(words: tuple[Spoken, ...], asked: list[Hit], sentence: list[int]) -> bool:
    """Whether cues say what a question means: "why not?" does, a passing "useful" does not.

    Nor does praise of a word or two in what is asked: "who exactly will pay for this?".
    """
    asks = listed_at(words, sentence[0], "wh_questions") > 0
    clear = [
        hit
        for hit in asked
        if hit.intensity > 1
        and not (asks and hit.reading == "strong" and hit.end - hit.begin < SHORT_QUESTION)
    ]
    said = {place for hit in clear for place in range(hit.begin, hit.end)}
    return any(hit.reading != "faint" for hit in clear) or said.issuperset(sentence)


def _left_open(hit: Hit) -> Hit:
    return replace(hit, reading="hesitant") if hit.reading == "negative" else hit


def _asks_nothing(words: tuple[Spoken, ...], hits: list[Hit], sentence: list[int]) -> bool:
    """Whether a question holds nothing back: one answered, asked out of zeal, or to move on.

    "My first reaction? Yes!", "Who found this? Brilliant.", "Awesome! When do we start?", "Good.
    Is there anything else on the agenda?"
    """
    if any(listed_at(words, at, "moving_on") for at in sentence):
        return True
    praised = [hit for hit in hits if hit.reading == "strong" and hit.intensity == INTENSE]
    if listed_at(words, sentence[0], "zeal") and any(hit.begin < sentence[0] for hit in praised):
        return True
    return sentence[-1] + 1 < len(words) and (
        len(sentence) <= SHORT_QUESTION or any(hit.begin > sentence[-1] for hit in praised)
    )
