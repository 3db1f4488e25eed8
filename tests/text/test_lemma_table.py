"""The table of lemmas answers what the dictionary that it was made from answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatch_build import LANGUAGES, WORD_LISTS, compile_dictionaries
from workshop_tui.text.lemma_table import LemmaTable, open_table, table_of

words = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\t\n"), max_size=9)
SOURCE = "a dictionary 1.0"


@given(st.dictionaries(words, words), words)
def test_a_table_says_what_its_dictionary_says(lemmas: dict[str, str], other: str) -> None:
    table = LemmaTable(table_of(lemmas, SOURCE))

    for form in (*lemmas, other):
        # Nothing after the tab is the form itself: a lemma is never nothing.
        wanted = lemmas.get(form)
        assert table.get(form) == (form if wanted == "" else wanted)
    assert sorted(table) == sorted(lemmas)


@given(st.dictionaries(words, words, min_size=2))
def test_the_same_lemmas_in_another_order_are_the_same_bytes(lemmas: dict[str, str]) -> None:
    turned = dict(reversed(lemmas.items()))

    assert table_of(turned, SOURCE) == table_of(lemmas, SOURCE)


@pytest.mark.parametrize("form", ["half\ttab", "two\nlines", "\ud800", "", "ask\tasked"])
def test_a_form_that_no_line_can_hold_is_not_found(form: str) -> None:
    table = LemmaTable(table_of({"asked": "ask", "ask": "ask"}, SOURCE))

    assert table.get(form) is None


@pytest.mark.parametrize(("form", "lemma"), [("a\tb", "a"), ("a", "a\nb")])
def test_what_would_break_a_line_is_refused(form: str, lemma: str) -> None:
    with pytest.raises(ValueError, match="one line"):
        table_of({form: lemma}, SOURCE)


@pytest.mark.parametrize("content", [b"", b"lemmas", b"words 1 x\n", b"\x00" * 40])
def test_another_file_is_no_table(content: bytes) -> None:
    with pytest.raises(ValueError, match="no table"):
        LemmaTable(content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_of_the_program_hold_whole_dictionaries(language: str) -> None:
    from simplemma.strategies import DefaultDictionaryFactory  # noqa: PLC0415 - takes a while

    dictionary = DefaultDictionaryFactory().get_dictionary(language)

    table = open_table(WORD_LISTS / f"{language}.lemmas")

    assert {form: table.get(form) for form in table} == dict(dictionary.items())


def test_tables_that_are_there_are_not_made_again() -> None:
    assert compile_dictionaries(WORD_LISTS) == []
