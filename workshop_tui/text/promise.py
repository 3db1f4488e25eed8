"""A statement beside what customers say: which of its words they use, and what they say instead.

A question for the group, never a grade: a word that no customer uses may still be the right hope.
"""

from typing import TYPE_CHECKING, Final

import msgspec

from workshop_tui.text.statement import Voice, check_statement

if TYPE_CHECKING:
    from workshop_tui.text.reading import Reading

MOST_INSTEAD: Final = 8


class Promise(msgspec.Struct, frozen=True):
    """What a statement promises, beside what customers say.

    people: customers who answered with content.
    kept: content words of the statement that customers use, in its order, with their people.
    unheard: those that no customer uses. instead: the biggest specific words of customers that
    the statement does not have, most people first.
    """

    people: int
    kept: tuple[Voice, ...]
    unheard: tuple[str, ...]
    instead: tuple[Voice, ...]


def promise_beside(statement: str, customers: "Reading") -> Promise:
    """The statement beside what customers answered."""
    voices = check_statement(statement, voices=customers).voices
    promised = {found.word for voice in voices if (found := customers.find(voice.word)) is not None}
    instead = [
        Voice(word.word, word.people)
        for word in customers.specific[: MOST_INSTEAD + len(promised)]
        if word.word not in promised
    ]
    return Promise(
        people=customers.people,
        kept=tuple(voice for voice in voices if voice.people),
        unheard=tuple(voice.word for voice in voices if not voice.people),
        instead=tuple(instead[:MOST_INSTEAD]),
    )
