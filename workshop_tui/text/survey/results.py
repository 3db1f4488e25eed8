"""What a survey reading says: plain values, in people, to be shown, pinned or exported."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word family.

    word: its most frequent form; key: its name in the reading.
    people: who said it; share: of all who answered with content (0 to 1).
    generic: flagged as wording that any company could use; category: why, "" if not.
    negated: people who said it with a negator before it.
    forms: each form with the people who used it, most first.
    mentions: how often it stands in the answers.
    """

    word: str
    key: str
    people: int
    share: float
    generic: bool
    category: str
    negated: int
    forms: tuple[tuple[str, int], ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A word that stands with another one (or with a group).

    people: who said both in one answer (or clause); log_dice: how closely, 14 at most, +1 is twice
    as strong; low: the conservative end of the log ratio; clear: whether that is above 0.
    """

    word: str
    people: int
    log_dice: float
    low: float
    clear: bool


@dataclass(frozen=True, slots=True)
class Under:
    """What lies beneath a word. unit: "answer" or "clause", in which the two stand together."""

    word: str
    people: int
    unit: str
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class SpecificWord:
    """A word one level deeper. under: the generic words that it clearly stands with."""

    word: str
    people: int
    share: float
    under: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that people said in this order."""

    phrase: str
    people: int
    generic: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """An answer as it was given. words: the shown words that it stands for; row: its first row."""

    text: str
    people: int
    words: tuple[str, ...]
    row: int


@dataclass(frozen=True, slots=True)
class Theme:
    """Words said by the same people. name: the facilitator's, "" for a suggestion."""

    name: str
    words: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A distinct answer. row: the first row that gave it."""

    text: str
    people: int
    row: int


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Answers that may be one answer: the one that most people gave, and those like it."""

    answer: Answer
    others: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """Two words that may be one spelling apart; a person decides."""

    word: str
    people: int
    other: str
    other_people: int


@dataclass(frozen=True, slots=True)
class GroupReading:
    """What one group says more than the rest."""

    name: str
    people: int
    beside: tuple[Beside, ...]
