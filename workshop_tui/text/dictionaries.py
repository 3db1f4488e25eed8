"""What the dictionaries of simplemma and PySastrawi know about a word, and nothing more.

The only module that touches the two libraries. They and their data (31 MiB, half a second) are
read at the first look-up, so that nothing else waits for them.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from workshop_tui.text.lexicons import load

_KEEPS_E = ("s", "th", "v", "c", "u", "past")
_DOUBLING = re.compile(r"(?:^|[^aeiou])[aeiou][^aeiouwxy]$")


@lru_cache
def _factory() -> Any:
    from simplemma.strategies import DefaultDictionaryFactory  # noqa: PLC0415 - takes .1 s

    return DefaultDictionaryFactory()


@lru_cache
def _dictionary(language: str) -> Mapping[str, str]:
    dictionary: Mapping[str, str] = _factory().get_dictionary(language)
    return dictionary


@lru_cache(maxsize=1 << 18)
def _entry(language: str, form: str) -> str | None:
    """The lemma that a dictionary has for a form."""
    return _dictionary(language).get(form)


@lru_cache
def _english_rules() -> Any:
    from simplemma.strategies import DefaultStrategy  # noqa: PLC0415 - as above

    return DefaultStrategy(dictionary_factory=_factory())


@lru_cache
def indonesian_roots() -> frozenset[str]:
    """Root words of Indonesian: PySastrawi's list and the loan words of `families.toml`."""
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory  # noqa: PLC0415 - as above

    listed = frozenset(StemmerFactory().get_words())
    return listed | frozenset(load("families")["more_roots"]["id"])


def warm_up() -> None:
    """Read the dictionaries now, for benchmarks that measure what comes after."""
    _dictionary("en")
    _dictionary("id")
    _english_rules()
    indonesian_roots()


def is_english(form: str) -> bool:
    """Whether simplemma's English dictionary holds the form."""
    return _entry("en", form) is not None


def is_indonesian(form: str) -> bool:
    """Whether simplemma's Indonesian dictionary or the root list holds the form."""
    return form in indonesian_roots() or _entry("id", form) is not None


def english_lemma(form: str) -> str | None:
    """The English lemma of a form, or None where neither the list nor the dictionary has it."""
    listed: str | None = load("families")["en"].get(form)
    if listed is not None:
        return listed
    lemma = _entry("en", form)
    if lemma is None:
        return None
    return _without_false_e(form, lemma.lower())


def _without_false_e(form: str, lemma: str) -> str:
    """The dictionary has lemmas that are no words: "thinking" is thinke, "fixed" fixe.

    Where the form without its ending is a word itself, and English spelling would not have doubled
    its last letter (hoping is hope, hopping is hop), the word without the e is meant.
    """
    base = lemma.removesuffix("e")
    if base == lemma or form in (lemma, lemma + "s") or not form.startswith(base):
        return lemma
    if (
        len(base) < 3
        or base.endswith(_KEEPS_E)
        or _DOUBLING.search(base)
        or _entry("en", base) != base
    ):
        return lemma
    return base


def indonesian_lemma(form: str) -> str | None:
    """The Indonesian lemma where the list or the dictionary *changes* the form, else None."""
    listed: str | None = load("families")["id"].get(form)
    if listed is not None:
        return listed
    lemma = _entry("id", form)
    return lemma if lemma != form else None


def guessed_english_lemma(form: str) -> str:
    """simplemma's rules for a form that its dictionary lacks: "rebooks" is rebook."""
    lemma: str | None = _english_rules().get_lemma(form, "en")
    return lemma.lower() if lemma else form


def english_forms() -> Iterator[str]:
    """Every form of the English dictionary, for benchmarks that need many real words."""
    return iter(_dictionary("en"))
