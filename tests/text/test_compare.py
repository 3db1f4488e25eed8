"""A survey beside an earlier one: shares, not numbers; changes that are clear; small surveys."""

import pytest

from workshop_tui.text.reading import Change, ReadingChoices, read_survey


def answers(*counts: tuple[str, int]) -> list[str]:
    """So many different answers around each sentence."""
    sentences = [sentence for sentence, count in counts for _ in range(count)]
    return [
        f"{sentence} q{chr(97 + at // 26)}{chr(97 + at % 26)}x"
        for at, sentence in enumerate(sentences)
    ]


def change(changes: tuple[Change, ...], word: str) -> Change:
    return next(item for item in changes if item.word == word)


def test_what_is_said_more_and_less_than_before_is_told_in_people_and_shares() -> None:
    now = read_survey(answers(("the rebate form", 30), ("the ward", 10)))
    before = read_survey(answers(("the ward", 60), ("the rebate form", 20)))

    both = now.compared_with(before)

    assert (both.people_now, both.people_before) == (40, 80)
    assert [item.word for item in both.more if item.clear] == ["form", "rebate"]
    assert [item.word for item in both.less if item.clear] == ["ward"]
    rebate = change(both.more, "rebate")
    assert (rebate.now, rebate.before) == (30, 20)
    assert (rebate.share_now, rebate.share_before) == (0.75, 0.25)
    assert rebate.clear


def test_a_larger_survey_alone_changes_nothing() -> None:
    now = read_survey(answers(("the rebate form", 60), ("the ward", 60)))
    before = read_survey(answers(("the rebate form", 15), ("the ward", 15)))

    both = now.compared_with(before)

    assert not any(item.clear for item in (*both.more, *both.less))


def test_the_smaller_survey_decides_what_may_be_shown() -> None:
    large = read_survey(answers(("the rebate form", 120)))
    small = read_survey(answers(("the ward", 9)))

    both = large.compared_with(small)

    assert not both.sample.may_rank
    assert both.more == both.less == ()


def test_a_word_of_one_person_is_no_change() -> None:
    now = read_survey([*answers(("the rebate form", 20)), "a parking space"])
    before = read_survey(answers(("the rebate form", 20)))

    assert "parking" not in {item.word for item in now.compared_with(before).more}


def test_the_earlier_survey_is_read_with_the_marks_of_this_one() -> None:
    choices = ReadingChoices(hidden=("ward",), merges=(("form", "rebate"),), generic_on=("desk",))
    now = read_survey(answers(("the rebate", 20), ("a desk", 20)), choices)
    before = read_survey(answers(("the form", 40), ("the ward", 20)))

    both = now.compared_with(before)

    assert (change(both.more, "desk").generic, change(both.more, "desk").before) == (True, 0)
    assert (change(both.less, "rebate").now, change(both.less, "rebate").before) == (20, 40)
    assert "ward" not in {item.word for item in (*both.more, *both.less)}


def test_a_word_that_is_now_denied_says_so() -> None:
    now = read_survey(answers(("forms are not tidy", 20)))
    before = read_survey(answers(("forms are tidy", 10), ("the desk", 10)))

    tidy = change(now.compared_with(before).more, "tidy")

    assert (tidy.negated_now, tidy.negated_before) == (20, 0)


@pytest.mark.parametrize("people", [0, 3])
def test_surveys_with_hardly_an_answer_compare_as_nothing(people: int) -> None:
    reading = read_survey(answers(("the rebate", people)))

    both = reading.compared_with(reading)

    assert both.more == both.less == ()
