"""Names of people in answers, as far as they are known: of the roster, of a column of names.

A name is found where it is written as one: two of its words side by side, or one of them with a
capital or behind a title ("Pak Budi"). Nobody's name is guessed: who is in no list stays readable.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from workshop_tui.text.content_words import is_content
from workshop_tui.text.lexicons import generic_lexicon, load, without_clitic
from workshop_tui.text.spelling import plain_form
from workshop_tui.text.words import BREAK, WORD

_SHORTEST_ALONE: Final = 3
Span = tuple[int, int]


def names_said(answers: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """What of these people's names stands in the answers, as it is written there, sorted.

    Enough to mask them later, and no more of anybody than the answers tell already.
    """
    known = _parts(tuple(name for name in names if name.casefold() not in _listed("nobody")))
    if not known:
        return ()
    found: set[str] = set()
    for answer in answers:
        found.update(" ".join(answer[begin:end].split()) for begin, end in _spans(answer, known))
    return tuple(sorted(found))


def without_names(text: str, names: tuple[str, ...], mask: str) -> str:
    """The text with the mask in place of each of these names."""
    known = _parts(names)
    for begin, end in reversed(_spans(text, known) if known else ()):
        text = text[:begin] + mask + text[end:]
    return text


def only_names(names: tuple[str, ...]) -> frozenset[str]:
    """The words of these names that are nothing but names, small letters: no "will", no "bagus"."""
    return frozenset(filter(_says_nothing_else, _parts(names)))


def stands_as_name(word: str, text: str, names: tuple[str, ...]) -> bool:
    """Whether a text has a word, in small letters, within one of these names."""
    spans = _spans(text, _parts(names))
    return any(
        _form(found) == word for begin, end in spans for found in WORD.findall(text[begin:end])
    )


@lru_cache
def _listed(name: str) -> frozenset[str]:
    """The words of one of the lists, of both languages: answers mix them."""
    return frozenset(word for words in load("people_names")[name].values() for word in words)


@lru_cache(maxsize=8)
def _parts(names: tuple[str, ...]) -> Mapping[str, frozenset[int]]:
    """The words of the names, small letters, each with the numbers of the names that have it."""
    parts: dict[str, set[int]] = {}
    for number, name in enumerate(names):
        for word in WORD.findall(name):
            parts.setdefault(_form(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in parts.items()}


def _spans(text: str, known: Mapping[str, frozenset[int]]) -> list[Span]:
    """Where names stand, in order: begin, end."""
    if known.keys().isdisjoint(map(_form, WORD.findall(text))):
        return []
    words = [(match.start(), match.end(), match.group()) for match in WORD.finditer(text)]
    shouts = text.isupper()
    spans: list[Span] = []
    at = 0
    while at < len(words):
        last = _last_of_name(text, words, at, known)
        if last > at or (last == at and _is_a_name(text, words, at, can_tell=not shouts)):
            spans.append((words[at][0], words[last][1]))
        at = max(last, at) + 1
    return spans


def _form(word: str) -> str:
    """How a word of a name is looked up: "Rina's" is rina."""
    return without_clitic(plain_form(word))


def _last_of_name(
    text: str, words: list[tuple[int, int, str]], at: int, known: Mapping[str, frozenset[int]]
) -> int:
    """The last word of the name that begins at a word; -1 where none does."""
    whose = known.get(_form(words[at][2]), frozenset())
    if not whose:
        return -1
    last = at
    while last + 1 < len(words) and not BREAK.search(text, words[last][1], words[last + 1][0]):
        whose = whose & known.get(_form(words[last + 1][2]), frozenset())
        if not whose:
            break
        last += 1
    return last


def _is_a_name(text: str, words: list[tuple[int, int, str]], at: int, *, can_tell: bool) -> bool:
    """Whether one word of a name is written as a name. can_tell: whether capitals say anything."""
    begin, _, word = words[at]
    if at and _form(words[at - 1][2]) in _listed("titles"):
        return True
    if len(word) < _SHORTEST_ALONE or not can_tell or not word[0].isupper():
        return False
    opens = not at or BREAK.search(text, words[at - 1][1], begin) is not None
    return not opens or _says_nothing_else(_form(word))


def _says_nothing_else(form: str) -> bool:
    """Whether a word may open a sentence as a name only: no "Will", no "Bagus"."""
    return is_content(form) and generic_lexicon().category(form) is None
