"""What the survey gives to the record: from a `Reading` to counts of people and unnamed quotes.

Knows how long each list of the record should be; how answers are read, `text` knows.
"""

from typing import TYPE_CHECKING, Final

from workshop_tui.domain.gut_check import plain_word, statement
from workshop_tui.domain.session import Session
from workshop_tui.record.evidence import (
    Changes,
    CustomerWords,
    EmployeeQuote,
    Evidence,
    Voice,
    WordChange,
    WordPeople,
    WordsBeneath,
)

if TYPE_CHECKING:
    from workshop_tui.text.reading import Change, Comparison, Reading

WORDS: Final = 100
"""Words for the record's picture; its table lists the first."""
SPECIFIC: Final = 15
BIG_WORDS: Final = 3
"""Generic words of which the record shows what lies beneath."""
BENEATH: Final = 6
QUOTES: Final = 6
QUOTES_OF_WORD: Final = 2
CHANGES: Final = 8
"""Words of each direction that the record shows of two surveys."""


def evidence_of(
    reading: "Reading", session: Session, comparison: "Comparison | None" = None
) -> Evidence:
    """The words, what lies beneath the biggest, quotes, and who said the statement's words.

    comparison: with another survey, where there is one.
    """
    changes = None if comparison is None else _changes(comparison)
    if not reading.sample.may_rank:
        # Of so few answers nothing is ranked: the record quotes them.
        return Evidence(quotes=_quotes(reading), voices=_voices(reading, session), changes=changes)
    big = [word.word for word in reading.words if word.generic][:BIG_WORDS]
    return Evidence(
        words=tuple(
            WordPeople(word.word, word.people, word.generic) for word in reading.words[:WORDS]
        ),
        beneath=tuple(beneath for word in big for beneath in _beneath(reading, word)),
        specific=tuple(WordPeople(word.word, word.people) for word in reading.specific[:SPECIFIC]),
        quotes=_quotes(reading),
        voices=_voices(reading, session),
        changes=changes,
    )


def customer_words(customers: "Reading", session: Session) -> CustomerWords:
    """What customers said, beside what the statement promises."""
    # As in `_voices`.
    from workshop_tui.text.promise import promise_beside  # noqa: PLC0415

    promise = promise_beside(statement(session.scoring, session.gut_check), customers)
    return CustomerWords(
        people=promise.people,
        kept=tuple(WordPeople(voice.word, voice.people) for voice in promise.kept),
        unheard=promise.unheard,
        instead=tuple(WordPeople(voice.word, voice.people) for voice in promise.instead),
    )


def _changes(comparison: "Comparison") -> Changes:
    """The changes that are clear; of too few people to judge, the largest."""
    judges = comparison.sample.shows_low
    more, less = (
        tuple(_change(change) for change in changes if change.clear or not judges)[:CHANGES]
        for changes in (comparison.more, comparison.less)
    )
    return Changes(comparison.people_before, comparison.people_now, more, less, judges)


def _change(change: "Change") -> WordChange:
    return WordChange(change.word, change.before, change.now, change.generic)


def _beneath(reading: "Reading", word: str) -> tuple[WordsBeneath, ...]:
    under = reading.under(word, BENEATH)
    if under is None or not under.beside:
        return ()
    together = tuple(WordPeople(beside.word, beside.people) for beside in under.beside)
    return (WordsBeneath(under.word, under.people, together),)


def _quotes(reading: "Reading") -> tuple[EmployeeQuote, ...]:
    return tuple(EmployeeQuote(quote.text, quote.people) for quote in reading.quotes(most=QUOTES))


def _voices(reading: "Reading", session: Session) -> tuple[Voice, ...]:
    """A voice for each content word of the statement."""
    # The checker's word lists take a while to load, and a workshop without a statement needs none.
    from workshop_tui.text.statement import check_statement  # noqa: PLC0415

    wording = statement(session.scoring, session.gut_check)
    if not wording:
        return ()
    check = check_statement(wording, voices=reading)
    return tuple(
        Voice(plain_word(voice.word), voice.people, _said_with(reading, voice.word, voice.people))
        for voice in check.voices
    )


def _said_with(reading: "Reading", word: str, people: int) -> tuple[str, ...]:
    if not people:
        # A word that nobody wrote has no quotes; those of other words would be false witnesses.
        return ()
    quotes = reading.quotes([word], QUOTES_OF_WORD)
    return tuple(quote.text for quote in quotes)
