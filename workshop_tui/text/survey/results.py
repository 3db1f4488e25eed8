"""What a survey reading says: plain values, in people, to be shown, pinned or exported."""

import msgspec


class Word(msgspec.Struct, frozen=True):
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


class Beside(msgspec.Struct, frozen=True):
    """A word that stands with another one (or with a group).

    people: who said both in one answer (or clause); log_dice: how closely, 14 at most, +1 is twice
    as strong; low: the conservative end of the log ratio; clear: whether that is above 0.
    """

    word: str
    people: int
    log_dice: float
    low: float
    clear: bool


class Under(msgspec.Struct, frozen=True):
    """What lies beneath a word. unit: "answer" or "clause", in which the two stand together."""

    word: str
    people: int
    unit: str
    beside: tuple[Beside, ...]


class SpecificWord(msgspec.Struct, frozen=True):
    """A word one level deeper. under: the generic words that it clearly stands with."""

    word: str
    people: int
    share: float
    under: tuple[str, ...]


class Phrase(msgspec.Struct, frozen=True):
    """Words that people said in this order."""

    phrase: str
    people: int
    generic: bool
    negated: bool


class Quote(msgspec.Struct, frozen=True):
    """An answer as it was given. words: the shown words that it stands for; row: its first row."""

    text: str
    people: int
    words: tuple[str, ...]
    row: int


class Theme(msgspec.Struct, frozen=True):
    """Words said by the same people. name: the facilitator's, "" for a suggestion."""

    name: str
    words: tuple[str, ...]
    people: int


class Answer(msgspec.Struct, frozen=True):
    """A distinct answer. row: the first row that gave it."""

    text: str
    people: int
    row: int


class NearDuplicate(msgspec.Struct, frozen=True):
    """Answers that may be one answer: the one that most people gave, and those like it."""

    answer: Answer
    others: tuple[Answer, ...]


class Variant(msgspec.Struct, frozen=True):
    """Two words that may be one spelling apart; a person decides."""

    word: str
    people: int
    other: str
    other_people: int


class GroupReading(msgspec.Struct, frozen=True):
    """What one group says more than the rest."""

    name: str
    people: int
    beside: tuple[Beside, ...]
