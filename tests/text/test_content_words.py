"""Which words of a sentence mean something: one notion for voices, origins and meanings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_tui.text.content_words import content_words, words_in
from workshop_tui.text.statement import check_statement


class Nobody:
    """A survey in which no word was said."""

    def listed(self, word: str) -> None:
        del word

    def find(self, word: str) -> None:
        del word


@pytest.mark.parametrize(
    ("sentence", "meaningful"),
    [
        ("We help you fix it.", ("help", "fix")),
        (
            "Make it easy to join the clean vehicle movement.",
            ("Make", "easy", "join", "clean", "vehicle", "movement"),
        ),
        (
            "Kami temani setiap langkah sampai tersambung lagi.",
            ("temani", "langkah", "tersambung"),
        ),
        ("Pulang dgn tenang, yg penting tenang.", ("Pulang", "tenang", "penting")),
        ("The customer’s day, easy/simple 24/7", ("customer’s", "day", "easy", "simple")),
        ("“…” — !", ()),
        ("", ()),
    ],
)
def test_small_words_of_both_languages_are_told_from_those_that_mean_something(
    sentence: str, meaningful: tuple[str, ...]
) -> None:
    assert content_words(sentence) == meaningful


def test_no_word_of_the_sentence_is_lost_and_each_stands_once_in_its_place() -> None:
    assert [(word.text, word.is_content) for word in words_in("We help, help you 24/7!")] == [
        ("We", False),
        ("help", True),
        ("you", False),
        ("24/7", False),
    ]


@given(st.text(max_size=80))
def test_the_voices_of_a_statement_are_asked_of_the_same_words(sentence: str) -> None:
    voices = check_statement(sentence, voices=Nobody()).voices

    asked = {voice.word.casefold() for voice in voices}
    assert asked <= {word.casefold() for word in content_words(sentence)}
