"""The word lists of `text/data`, loaded once: function words, chat spellings, generic wording.

Lists are data that a native reader or a facilitator can edit; this module only gives them a shape.
What a workshop changes for itself (`ReadingChoices`) is laid over them elsewhere.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import msgspec
import tomli

ENGLISH_ENDINGS = ("'s", "s", "d", "ed", "ly")
INDONESIAN_ENDINGS = ("nya", "lah", "kah")
ENGLISH_CLITICS = ("'s", "'re", "'ve", "'ll", "'d", "'m", "'")
_LISTS: Final = Path(__file__).parent / "data"
_WORDS = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*|\d+")


@lru_cache
def load(name: str) -> Mapping[str, Any]:
    """One of the lists in `text/data`, as TOML gives it. Never change the value."""
    return tomli.loads((_LISTS / f"{name}.toml").read_text("utf-8"))


class FunctionWords(msgspec.Struct, frozen=True):
    """Closed-class words, which never count as content.

    english, indonesian: the two lists; everything: both, since answers mix the languages.
    short_content: two-letter words that are content all the same ("ac", "tv").
    """

    english: frozenset[str]
    indonesian: frozenset[str]
    everything: frozenset[str]
    short_content: frozenset[str]


@lru_cache
def function_words() -> FunctionWords:
    lists = load("function_words")
    english, indonesian = frozenset(lists["en"]), frozenset(lists["id"])
    return FunctionWords(
        english, indonesian, english | indonesian, frozenset(lists["short_content_words"])
    )


@lru_cache
def chat_spellings() -> Mapping[str, str]:
    """Indonesian chat spelling to usual spelling."""
    return dict(load("function_words")["id_spelling"])


@lru_cache
def common_misspellings() -> Mapping[str, str]:
    """English misspelling to usual spelling."""
    return dict(load("function_words")["en_spelling"])


@lru_cache
def run_together() -> Mapping[str, tuple[str, ...]]:
    """Indonesian chat spellings that are several words: "gaada" is tidak ada."""
    listed = load("function_words")["id_run_together"]
    return {form: tuple(words) for form, words in listed.items()}


@lru_cache
def negators() -> frozenset[str]:
    """Words that turn the next words into their opposite, in both languages."""
    lists = load("function_words")
    return frozenset([*lists["negators_en"], *lists["negators_id"]])


def is_negator(form: str) -> bool:
    """Whether a form negates what follows: "not", "kurang", "didn't", "didnt"."""
    return form in negators() or form.endswith("n't")


@lru_cache
def non_answers() -> frozenset[tuple[str, ...]]:
    """Whole answers that say nothing, as their words in order."""
    patterns = load("function_words")["non_answers"]["patterns"]
    return frozenset(
        tuple(words) for pattern in patterns if (words := _WORDS.findall(pattern.lower()))
    )


class GenericLexicon(msgspec.Struct, frozen=True):
    """Wording that any company could use, by form.

    forms: one-word entries and these with their endings, each with its category.
    phrases: entries of several words, as tuples, with their category.
    never: forms that no rule may flag.
    """

    forms: Mapping[str, str]
    phrases: Mapping[tuple[str, ...], str]
    never: frozenset[str]

    def category(self, form: str) -> str | None:
        """The category of a form, or None: listed, with an ending, or a listed form doubled."""
        if "-" not in form or form in self.forms or form in self.never:
            return self.forms.get(form)
        first, _, second = form.partition("-")
        return self.forms.get(first) if second.removesuffix("nya") == first else None


def with_endings(listed: Mapping[str, str], never: frozenset[str]) -> dict[str, str]:
    """The listed forms and those that differ by an ending; a listed form keeps its category."""
    endings = (*ENGLISH_ENDINGS, *INDONESIAN_ENDINGS)
    derived = {form + ending: category for form, category in listed.items() for ending in endings}
    return {form: name for form, name in (derived | dict(listed)).items() if form not in never}


def entries(
    lists: Mapping[str, Iterable[str]],
) -> tuple[dict[str, str], dict[tuple[str, ...], str]]:
    """One-word entries and entries of several words, each with its category."""
    forms: dict[str, str] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for category, listed in lists.items():
        for entry in listed:
            words = tuple(_WORDS.findall(entry))
            if len(words) == 1:
                forms.setdefault(words[0], category)
            elif words:
                phrases.setdefault(words, category)
    return forms, phrases


@lru_cache
def generic_lexicon() -> GenericLexicon:
    """The shipped list: both languages in one, since answers mix them."""
    lists = load("generic_lexicon")
    forms: dict[str, str] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for language in lists["meta"]["languages"]:
        some_forms, some_phrases = entries(lists[language])
        forms = some_forms | forms
        phrases = some_phrases | phrases
    never = frozenset(form for forms_ in lists["never_generic"].values() for form in forms_)
    return GenericLexicon(with_endings(forms, never), phrases, never)


def without_clitic(form: str) -> str:
    """An English form without 's, 're, 've, 'll, 'd, 'm: "customer's" is customer."""
    if "'" in form:
        for clitic in ENGLISH_CLITICS:
            if form.endswith(clitic) and len(form) > len(clitic):
                return form[: -len(clitic)]
    return form
