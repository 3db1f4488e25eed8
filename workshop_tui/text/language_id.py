"""Which language a word speaks for, English or Indonesian, and from its words an answer.

Words decide, not letters: answers are short and often mixed. A function word of one language only
weighs 2, a word that only one dictionary knows weighs 1; Indonesian is the positive side.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from workshop_tui.text.dictionaries import is_english, is_indonesian
from workshop_tui.text.indonesian import has_indonesian_shape
from workshop_tui.text.lexicons import (
    chat_spellings,
    function_words,
    load,
    without_clitic,
)

Language = Literal["en", "id"]
FUNCTION_WORD = 2
KNOWN_WORD = 1


@lru_cache(maxsize=1 << 17)
def word_weight(form: str) -> int:
    """Above 0 for an Indonesian word, below 0 for an English one, 0 for both or neither."""
    weight = _function_weight(form)
    if weight or form in function_words().everything:
        return weight
    word = without_clitic(form)
    english = is_english(word)
    if not english and form in chat_spellings():
        return FUNCTION_WORD
    indonesian = is_indonesian(word) or (not english and has_indonesian_shape(word))
    return KNOWN_WORD * (indonesian - english)


def _function_weight(form: str) -> int:
    """The weight of a function word or negator; 0 for one of both languages, and for others."""
    indonesian, english = form in _indonesian(), form in _english() or form.endswith("n't")
    return FUNCTION_WORD * (indonesian - english)


@lru_cache
def _indonesian() -> frozenset[str]:
    return function_words().indonesian | frozenset(load("function_words")["negators_id"])


@lru_cache
def _english() -> frozenset[str]:
    return function_words().english | frozenset(load("function_words")["negators_en"])


def language_of(forms: Iterable[str], otherwise: Language = "en") -> Language:
    """The language of one text by its forms; `otherwise` where they do not tell.

    Function words decide alone where they can, so that short texts mostly do without the
    dictionaries, which take half a second to load.
    """
    words = tuple(forms)
    weight = sum(map(_function_weight, words)) or sum(map(word_weight, words))
    if weight == 0:
        return otherwise
    return "id" if weight > 0 else "en"
