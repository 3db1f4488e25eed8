"""What each reading (a form in a language) means: family, generic, negator, start of a clause.

One row per reading, filled for the readings that occur. Word lists and dictionaries are asked
once per distinct form; the facilitator's choices are laid over them here.
"""

from collections.abc import Iterable
from functools import lru_cache

import msgspec
import numpy as np
import numpy.typing as npt

from workshop_tui.text.content_words import is_counted
from workshop_tui.text.families import family
from workshop_tui.text.lexicons import (
    function_words,
    generic_lexicon,
    is_negator,
    load,
    without_clitic,
)
from workshop_tui.text.spelling import plain_form
from workshop_tui.text.survey.choices import ReadingChoices
from workshop_tui.text.survey.corpus import LANGUAGES, Corpus
from workshop_tui.text.survey.pieces import Flags, Ints

NONE = -1


class Lexical(msgspec.Struct, frozen=True):
    """Tables over readings, and the families.

    family: the family number of a content reading, NONE for function words, negators and numbers.
    category: the number of the generic category of a reading's form, NONE where it is not listed.
    negates, opens_clause, is_word: flags per reading; revokes: takes the force of a negator just
    before it ("not only").
    families: the key of each family number; number: the way back.
    categories: the names of the generic categories.
    """

    family: Ints
    category: npt.NDArray[np.int8]
    negates: Flags
    opens_clause: Flags
    is_word: Flags
    revokes: Flags
    families: tuple[str, ...]
    number: dict[str, int]
    categories: tuple[str, ...]


def lexical_of(corpus: Corpus, choices: ReadingChoices) -> Lexical:
    """The tables for the readings of a corpus under the facilitator's choices."""
    size = 2 * len(corpus.forms)
    mentions = np.bincount(corpus.readings, minlength=size)
    joining = _Joining(choices)
    categories = tuple(load("generic_lexicon")["meta"]["categories"])
    number_of_category = {name: number for number, name in enumerate(categories)}
    families = np.full(size, NONE, np.int32)
    category = np.full(size, NONE, np.int8)
    negates, opens_clause, is_word, revokes = (np.zeros(size, np.bool_) for _ in range(4))
    number: dict[str, int] = {}
    languages = _languages_of_forms(mentions)
    for reading in np.flatnonzero(mentions).tolist():
        form = corpus.forms[reading >> 1]
        role = _role(form)
        is_word[reading] = role.is_word
        if role.steers:
            negates[reading], opens_clause[reading] = role.negates, role.opens_clause
            revokes[reading] = role.revokes
        if role.category:
            category[reading] = number_of_category[role.category]
        if role.is_content:
            key = joining.key(form, LANGUAGES[languages[reading >> 1]])
            families[reading] = number.setdefault(key, len(number))
    return Lexical(
        families,
        category,
        negates,
        opens_clause,
        is_word,
        revokes,
        tuple(number),
        number,
        categories,
    )


def _languages_of_forms(mentions: npt.NDArray[np.int64]) -> list[int]:
    """Per form the language in which it is mostly used here; of two alike, that of more words.

    Its family is looked up in that language alone: a form that were counted in two families could
    name both, and a list would hold the same word twice.
    """
    by_language = mentions.reshape(-1, 2)
    english, indonesian = by_language[:, 0], by_language[:, 1]
    is_indonesian = indonesian > english
    if indonesian.sum() > english.sum():
        is_indonesian |= indonesian == english
    languages: list[int] = is_indonesian.astype(np.int8).tolist()
    return languages


class _Role(msgspec.Struct, frozen=True):
    """What a form is, whatever its language. steers: one of the three flags after it is set."""

    is_word: bool = False
    is_content: bool = False
    category: str = ""
    steers: bool = False
    negates: bool = False
    opens_clause: bool = False
    revokes: bool = False


_NO_WORD = _Role()
_CONTENT = _Role(is_word=True, is_content=True)
_FUNCTION_WORD = _Role(is_word=True)


@lru_cache(maxsize=1 << 17)
def _role(form: str) -> _Role:
    if not form[:1].isalpha():
        return _NO_WORD
    category = generic_lexicon().category(form) or ""
    if form in _steering() or is_negator(form):
        return _steering_role(form, category)
    if not _is_content(form):
        return _Role(is_word=True, category=category) if category else _FUNCTION_WORD
    return _Role(is_word=True, is_content=True, category=category) if category else _CONTENT


def _steering_role(form: str, category: str) -> _Role:
    return _Role(
        is_word=True,
        is_content=not is_negator(form) and _is_content(form),
        category=category,
        steers=True,
        negates=is_negator(form),
        opens_clause=form in load("function_words")["clause_openers"],
        revokes=form in _revoking(),
    )


@lru_cache
def _steering() -> frozenset[str]:
    return _revoking() | frozenset(load("function_words")["clause_openers"])


@lru_cache
def _revoking() -> frozenset[str]:
    """Words that take the force of the negator before them: "only" in "not only"."""
    return frozenset(phrase.split()[-1] for phrase in load("reaction_cues")["meta"]["not_negating"])


def _is_content(form: str) -> bool:
    """Whether a form that is no negator is counted: no function word, three letters or more."""
    words = function_words()
    if form in words.everything:
        return False
    word = without_clitic(form)
    if word in words.everything:
        return False
    return is_counted(word)


def share_a_family(form: str, other: str) -> bool:
    """Whether two forms are counted together in some language where nobody splits them."""
    return any(
        family(plain_form(form), language) == family(plain_form(other), language)
        for language in LANGUAGES
    )


class _Joining:
    """Families as the facilitator joins and splits them."""

    def __init__(self, choices: ReadingChoices) -> None:
        self._apart = {plain_form(form) for form in choices.splits}
        self._into: dict[str, str] = {}
        for word, into in choices.merges:
            target = self._own_family(plain_form(into))
            for source in self._families_of(plain_form(word)):
                if source != target:
                    self._into[source] = target

    def key(self, form: str, language: str) -> str:
        """The family that a form is counted in. Split forms stand alone, marked by a colon."""
        own = f"{form}:" if form in self._apart else family(form, language)
        seen = {own}
        while own in self._into and self._into[own] not in seen:
            own = self._into[own]
            seen.add(own)
        return own

    def _families_of(self, form: str) -> Iterable[str]:
        if form in self._apart:
            return (f"{form}:",)
        return dict.fromkeys(family(form, language) for language in LANGUAGES)

    def _own_family(self, form: str) -> str:
        return next(iter(self._families_of(form)))
