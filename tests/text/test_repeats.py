"""Answers that may be one answer: suggested by meaning and letters, never by letters alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_tui.text.reading import read_survey
from workshop_tui.text.survey.repeats import alikeness


def test_the_same_words_in_another_order_are_suggested_with_their_people() -> None:
    reading = read_survey(["Friendly staff, fast rebate"] * 3 + ["fast rebate, friendly staff"] * 2)

    (near,) = reading.near_duplicates

    assert (near.answer.text, near.answer.people) == ("Friendly staff, fast rebate", 3)
    assert [(other.text, other.people) for other in near.others] == [
        ("fast rebate, friendly staff", 2)
    ]
    assert reading.people == 5  # a suggestion folds nobody away


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("pelayanan ramah sekali di loket", "pelayanan kurang ramah sekali di loket"),
        ("the staff were helpful to us all", "the staff were unhelpful to us all"),
        ("forms are tidy and short", "forms are not tidy and short"),
        ("the rebate form", "a rebate form which we all had to fill in twice over again"),
    ],
)
def test_what_means_something_else_or_reads_otherwise_is_not_suggested(
    first: str, second: str
) -> None:
    assert read_survey([first, second]).near_duplicates == ()


def test_long_answers_that_came_in_twice_are_asked_about_and_short_ones_are_not() -> None:
    long = "we kept the promise that we made to her on the phone on that cold Monday morning"

    reading = read_survey([long, "easy rebate", long.upper(), "easy rebate"])

    assert [(answer.text, answer.people) for answer in reading.long_repeats] == [(long, 2)]


def test_answers_without_a_counted_word_are_never_alike() -> None:
    assert read_survey(["it is", "is it", "", "1 2"]).near_duplicates == ()


@given(st.text("abc ", max_size=12), st.text("abc ", max_size=12))
def test_alikeness_is_even_between_nothing_and_the_same(first: str, second: str) -> None:
    score = alikeness(first, second)

    assert 0 <= score <= 1
    assert score == alikeness(second, first)
    assert alikeness(first, first) == 1
