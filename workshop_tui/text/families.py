"""Word families: forms of one word, counted together ("listened", "listens", "listening").

A family is a lemma, not a stem, because stems merge what the method must keep apart (help and
helpful). Its name is only a key: people are shown the form that was used most. Splitting and
merging by hand is `ReadingChoices`.
"""

from functools import lru_cache

from workshop_tui.text.dictionaries import (
    english_lemma,
    guessed_english_lemma,
    is_english,
    is_indonesian,
    listed_families,
)
from workshop_tui.text.indonesian import has_indonesian_shape, indonesian_root
from workshop_tui.text.lexicons import without_clitic


@lru_cache(maxsize=1 << 17)
def family(form: str, language: str) -> str:
    """The family of a form in a text of that language ("en" or "id").

    A word that only the other language knows follows that other language: "helpful" in an
    Indonesian answer, "ramah" in an English one.
    """
    word = without_clitic(form)
    if language == "id":
        return _english(word) if _is_only_english(word) else _indonesian(word)
    if is_english(word) or not _is_surely_indonesian(word):
        return _english(word)
    return _indonesian(word)


def _is_only_english(word: str) -> bool:
    return is_english(word) and not is_indonesian(word) and not has_indonesian_shape(word)


def _is_surely_indonesian(word: str) -> bool:
    root = indonesian_root(word)
    return is_indonesian(word) or (root != word and (is_indonesian(root) or is_english(root)))


def _indonesian(word: str) -> str:
    """The root; that of an English host is English: "packingnya" goes with "packing", to pack."""
    root = indonesian_root(word)
    return _english(root) if root != word and _is_only_english(root) else root


def _english(word: str) -> str:
    if "-" in word and word not in listed_families("en"):
        return _english(word.replace("-", ""))  # "check-in" and "checkin" are one word
    lemma = english_lemma(word) or guessed_english_lemma(word)
    if lemma == word.removesuffix("s") and lemma.endswith("ing"):
        # "viewings" goes with "viewing", which the dictionary counts to view.
        return english_lemma(lemma) or lemma
    return lemma
