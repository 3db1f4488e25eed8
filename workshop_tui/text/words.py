"""Words of one text with their places: what a statement, a reaction and a quote are made of.

A survey of a million answers takes the faster road of `survey.stream`, with the same idea of a
word: letters, joined by apostrophes and hyphens. Languages and meanings are left to others.
"""

import re
import unicodedata

import msgspec

from workshop_tui.text.spelling import plain_form

WORD = re.compile(r"[^\W\d_]+(?:['’‘ʼ\-‐‑][^\W\d_]+)*")
BREAK = re.compile(r"[.!?;,\n:()]")
"""Signs over which no phrase and no negation reaches."""


class Token(msgspec.Struct, frozen=True):
    """One word as it stands in a text.

    start, end: character positions, so that `text[start:end]` is the word as written.
    form: the word to look up: NFKC, lower case, straight apostrophe.
    after_break: whether a punctuation sign lies between it and the word before.
    """

    start: int
    end: int
    form: str
    after_break: bool = False


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text, in order."""
    found: list[Token] = []
    previous = 0
    for match in WORD.finditer(text):
        broken = BREAK.search(text, previous, match.start()) is not None
        form = plain_form(match.group())
        if form:
            found.append(Token(match.start(), match.end(), form, broken))
            previous = match.end()
    return tuple(found)


def plain_words(text: str) -> tuple[str, ...]:
    """Only the forms of the words of a text."""
    return tuple(token.form for token in tokens_of(text))


def shorthand(text: str) -> str:
    """The text as duplicates are compared: forms and numbers, one space apart."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).lower()))
