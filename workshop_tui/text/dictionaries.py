"""What the dictionaries of simplemma and PySastrawi know about a word, and nothing more.

The only module that touches what the two libraries know; it is read at the first look-up, so that
nothing else waits for it. simplemma's dictionaries are made into tables when the program is built
(`hatch_build.py`), and it is not needed afterwards.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from workshop_tui.text.lemma_table import LemmaTable, open_table
from workshop_tui.text.lexicons import load

_DICTIONARIES: Final = Path(__file__).parent / "data"
_KEEPS_E = ("s", "th", "v", "c", "u", "past")
_AMERICAN_ENDINGS = (("ize", "ise"), ("ization", "isation"), ("izer", "iser"))
_LONGEST_OWN_Z = 5
"""Letters of words such as "prize" and "seize", which have their z everywhere."""
_SHORTEST_VERB = 3
_SHORTEST_REGULAR = 8
"""Letters of a form whose ending tells: "species" and "drums" only look like plurals."""
_SHORTEST_DOUBLED = 5
_DOUBLING = re.compile(r"(?:^|[^aeiou])[aeiou][^aeiouwxy]$")


@cache
def _dictionary(language: str) -> LemmaTable:
    return open_table(_DICTIONARIES / f"{language}.lemmas")


@lru_cache(maxsize=1 << 18)
def _entry(language: str, form: str) -> str | None:
    """The lemma that a dictionary has for a form."""
    return _dictionary(language).get(form)


@cache
def indonesian_roots() -> frozenset[str]:
    """Root words of Indonesian: PySastrawi's list and the loan words of `families.toml`."""
    # Its list is a file of lines; its own way to it imports a stemmer of twenty modules.
    package = find_spec("Sastrawi")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("PySastrawi is not installed", name="Sastrawi")
    listed = Path(package.origin).with_name("Stemmer") / "data" / "kata-dasar.txt"
    return frozenset((*listed.read_text("utf-8").split(), *load("families")["more_roots"]["id"]))


def warm_up() -> None:
    """Read the dictionaries now, for benchmarks that measure what comes after."""
    _dictionary("en")
    _dictionary("id")
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
    """The lemma of a form that the dictionary lacks: of a name, or by a regular ending."""
    for known in (form.capitalize(), form.removesuffix("n't")):
        lemma = _entry("en", known)
        if lemma is not None:
            return _british(lemma.lower())
    endings: Mapping[str, str] = load("families")["regular_endings"]["en"]
    for ending, of_lemma in endings.items():
        if form.endswith(ending) and len(form) >= _SHORTEST_REGULAR:
            return _british(form.removesuffix(ending) + of_lemma)
    return form


def english_forms() -> Iterator[str]:
    """Every form of the English dictionary, for benchmarks that need many real words."""
    return iter(_dictionary("en"))
