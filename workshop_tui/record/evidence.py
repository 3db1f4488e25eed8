"""What the reading of the survey supplies to the record: counts and quotes, no names.

The record does not read answers itself: whoever has the reading fills this value in. An empty
`Evidence()` stands for a workshop without a survey. All counts are people, not occurrences.
"""

import msgspec


class WordPeople(msgspec.Struct, frozen=True):
    """word: as people know it, the most frequent form of its family."""

    word: str
    people: int
    is_generic: bool = False
    """Whether any company would say it."""


class WordsBeneath(msgspec.Struct, frozen=True):
    """One level deeper: the words that share answers with a big word.

    together: strongest link first; `people` counts those who used both words.
    """

    word: str
    people: int
    together: tuple[WordPeople, ...] = ()


class EmployeeQuote(msgspec.Struct, frozen=True):
    """An answer in its own words. people: how many wrote the same."""

    text: str
    people: int = 1


class Voice(msgspec.Struct, frozen=True):
    """A content word of the statement and the employees who used its family.

    word: as it stands in the statement; capitals and punctuation do not matter.
    people: 0 where nobody used it. quotes: at most two are shown.
    """

    word: str
    people: int
    quotes: tuple[str, ...] = ()


class CustomerWords(msgspec.Struct, frozen=True):
    """What customers said last, beside what the statement promises.

    people: who answered. kept: words of the statement that customers use; unheard: those that none
    of them uses; instead: their own biggest words.
    """

    people: int
    kept: tuple[WordPeople, ...] = ()
    unheard: tuple[str, ...] = ()
    instead: tuple[WordPeople, ...] = ()


class WordChange(msgspec.Struct, frozen=True):
    """A word in two surveys: people who said it before, and now."""

    word: str
    before: int
    now: int
    is_generic: bool = False


class Changes(msgspec.Struct, frozen=True):
    """What another survey shows beside the workshop's own.

    people_before, people_now: who answered with content. more, less: the surest first.
    is_judged: whether there are enough people to tell a change from chance.
    """

    people_before: int
    people_now: int
    more: tuple[WordChange, ...] = ()
    less: tuple[WordChange, ...] = ()
    is_judged: bool = False


class Evidence(msgspec.Struct, frozen=True):
    """Each tuple in the order in which the record shows it, cut to the length it should have.

    words: as many as the picture of them may hold.
    """

    words: tuple[WordPeople, ...] = ()
    beneath: tuple[WordsBeneath, ...] = ()
    specific: tuple[WordPeople, ...] = ()
    quotes: tuple[EmployeeQuote, ...] = ()
    voices: tuple[Voice, ...] = ()
    customers: CustomerWords | None = None
    """None before customers were asked."""

    changes: Changes | None = None
    """None where no other survey was compared."""
