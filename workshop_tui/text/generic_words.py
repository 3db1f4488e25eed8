"""Which words of a sentence any company would say, and of which category they are.

One word reads one way in a workshop: what its survey lists is generic here where it is generic
there, by the facilitator's marks too. The other words are told by the lists: those of surveys and,
on top, the wording that vision statements share. How a whole statement is judged is `statement`.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, Protocol

from workshop_tui.text.content_words import is_content
from workshop_tui.text.lexicons import (
    GenericLexicon,
    entries,
    generic_lexicon,
    load,
    with_endings,
    without_clitic,
)

MARKED: Final = "marked"
"""The category of a word that no list has: this workshop marked it as generic."""


class SaidWord(Protocol):
    """A word of a survey, as far as a statement asks for it."""

    @property
    def people(self) -> int: ...

    @property
    def generic(self) -> bool: ...

    @property
    def category(self) -> str: ...


class Voices(Protocol):
    """What people said: `reading.Reading` is one."""

    def find(self, word: str) -> SaidWord | None: ...

    def listed(self, word: str) -> SaidWord | None: ...


def generic_flags(forms: tuple[str, ...], voices: Voices | None = None) -> list[str]:
    """The generic category of each form of a sentence, "" where it is not flagged.

    A phrase of a list ("on time") goes before its words.
    """
    lexicon = _lexicon()
    flags = [_category(form, lexicon, voices) if is_content(form) else "" for form in forms]
    for begin, end, category in phrases_found(forms, lexicon.phrases):
        for at in range(begin, end):
            if is_content(forms[at]):
                flags[at] = category
    return flags


def phrases_found(
    forms: tuple[str, ...], phrases: Mapping[tuple[str, ...], str]
) -> Iterator[tuple[int, int, str]]:
    """Where listed phrases stand: first word, past the last word, category."""
    longest = max(map(len, phrases), default=0)
    for begin in range(len(forms)):
        for size in range(min(longest, len(forms) - begin), 0, -1):
            category = phrases.get(forms[begin : begin + size])
            if category is not None:
                yield begin, begin + size, category
                break


def _category(form: str, lexicon: GenericLexicon, voices: Voices | None) -> str:
    listed = lexicon.category(form) or lexicon.category(without_clitic(form)) or ""
    said = None if voices is None else voices.listed(form)
    if said is None:
        return listed
    return (said.category or listed or MARKED) if said.generic else ""


@lru_cache
def _lexicon() -> GenericLexicon:
    """The generic words of surveys and, on top, those of vision statements."""
    base = generic_lexicon()
    forms: dict[str, str] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for lists in load("statement")["generic"].values():
        some_forms, some_phrases = entries(lists)
        forms |= some_forms
        phrases |= some_phrases
    listed = with_endings(forms, base.never) | dict(base.forms)
    return GenericLexicon(listed, phrases | dict(base.phrases), base.never)
