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
_AMERICAN_ENDINGS = (("ize", "ise"), ("ization", "isation"), ("izer", "iser"))
_LONGEST_OWN_Z = 5
"""Letters of words such as "prize" and "seize", which have their z everywhere."""
_SHORTEST_VERB = 3
_SHORTEST_DOUBLED = 5
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


def listed_families(language: str) -> Mapping[str, str]:
    """What `families.toml` says of a language, above every dictionary: form to family."""
    listed: Mapping[str, str] = load("families")[language]
    return listed


def is_headword(form: str) -> bool:
    """Whether the Indonesian dictionary has an entry of its own for the form."""
    return _entry("id", form) == form


def is_english(form: str) -> bool:
    """Whether simplemma's English dictionary holds the form."""
    return _entry("en", form) is not None


def is_indonesian(form: str) -> bool:
    """Whether simplemma's Indonesian dictionary or the root list holds the form."""
    return form in indonesian_roots() or _entry("id", form) is not None


def english_lemma(form: str) -> str | None:
    """The English lemma of a form, or None where neither the list nor the dictionary has it."""
    listed = listed_families("en").get(form)
    if listed is not None:
        return listed
    lemma = _entry("en", form)
    if lemma is None:
        return None
    return _british(_of_verb(form, _undoubled(_without_false_e(form, lemma.lower()))))


def _undoubled(lemma: str) -> str:
    """The dictionary takes "cancelled" to cancell and "preferred" to preferr."""
    base = lemma[:-1]
    if not lemma.endswith(("ll", "rr")) or len(lemma) < _SHORTEST_DOUBLED:
        return lemma
    return base if _entry("en", base) == base and _entry("en", base + "ed") == base else lemma


def _of_verb(form: str, lemma: str) -> str:
    """A form in -ing goes with its verb ("borrowing", borrow) where it is no thing of its own.

    The dictionary leaves it to chance; `nouns_in_ing` lists the things, such as "ceiling".
    """
    if lemma != form or not form.endswith("ing") or form in _nouns_in_ing():
        return lemma
    stem = form.removesuffix("ing")
    undoubled = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    # English spelling would have doubled the last letter of "grad": grading is of grade.
    wants_e = stem.endswith(_KEEPS_E) or _DOUBLING.search(stem) is not None
    bases = (stem + "e", stem) if wants_e else (stem, stem + "e")
    for base in (*bases, undoubled):
        if len(base) >= _SHORTEST_VERB and _entry("en", base) == _entry("en", base + "s") == base:
            return base
    return lemma


@lru_cache
def _nouns_in_ing() -> frozenset[str]:
    return frozenset(load("families")["nouns_in_ing"]["en"])


def _british(lemma: str) -> str:
    """One spelling for both sides of the Atlantic: "organize" is organise, "color" colour."""
    listed: str | None = load("families")["british"].get(lemma)
    if listed is not None:
        return listed
    for american, british in _AMERICAN_ENDINGS:
        if lemma.endswith(american) and len(lemma) > _LONGEST_OWN_Z:
            spelled = lemma.removesuffix(american) + british
            return spelled if _entry("en", spelled) is not None else lemma
    return lemma


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
    listed = listed_families("id").get(form)
    if listed is not None:
        return listed
    lemma = _entry("id", form)
    return lemma if lemma != form else None


def guessed_english_lemma(form: str) -> str:
    """simplemma's rules for a form that its dictionary lacks: "rebooks" is rebook."""
    lemma: str | None = _english_rules().get_lemma(form, "en")
    return _british(lemma.lower()) if lemma else form


def english_forms() -> Iterator[str]:
    """Every form of the English dictionary, for benchmarks that need many real words."""
    return iter(_dictionary("en"))
