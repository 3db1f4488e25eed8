"""What the reading says beyond counts: beneath words, phrases, themes, quotes, groups, small n."""

import math

import pytest

from tests.text.planted import ENGLISH, planted
from workshop_tui.text.reading import Reading, ReadingChoices, WordGroup, read_survey
from workshop_tui.text.survey.samples import wilson_interval

WARD = (
    ["friendly staff on the ward"] * 8
    + ["friendly staff gave advice"] * 3
    + ["the food was cold"] * 20
    + ["quiet nights on the ward"] * 2
    + ["helpful advice by phone"] * 27
)


@pytest.fixture
def ward() -> Reading:
    return read_survey([f"{answer} {word}" for answer, word in zip(WARD, _fillers(), strict=True)])


def _fillers() -> list[str]:
    """A different closing word for every answer, so that none is folded."""
    return [f"q{chr(97 + number // 26)}{chr(97 + number % 26)}x" for number in range(len(WARD))]


def test_the_words_under_a_word_have_the_scores_of_the_2x2(ward: Reading) -> None:
    under = ward.under("staff")

    assert under is not None
    both, staff, place = 8, 11, 10
    assert [(beside.word, beside.people) for beside in under.beside] == [("ward", both)]
    expected = 14 + math.log2(2 * both / (staff + place))
    assert under.beside[0].log_dice == pytest.approx(expected)
    assert under.beside[0].clear


def test_a_word_that_nobody_said_has_nothing_under_it(ward: Reading) -> None:
    assert ward.under("submarine") is None
    assert ward.find("submarine") is None
    assert ward.answers_with("submarine") == ()


def test_a_specific_word_names_the_generic_words_above_it(ward: Reading) -> None:
    above = {word.word: word.under for word in ward.specific}

    assert above["ward"] == ("friendly", "staff")
    assert above["food"] == ()


def test_long_answers_are_read_by_clause_and_still_counted_in_people() -> None:
    padding = " and then we went over the whole of that long story about this and that again"
    answers = [
        f"friendly driver{padding}. cold food{padding}. friendly driver again {name}"
        for name in ("qax", "qbx", "qcx", "qdx", "qex")
    ]

    reading = read_survey(answers)
    under = reading.under("friendly")

    assert reading.unit == "clause"
    assert under is not None
    assert {beside.word: beside.people for beside in under.beside}["driver"] == 5
    assert "food" not in {beside.word for beside in under.beside}


def test_phrases_are_what_people_said_in_a_row_with_a_negator_in_front() -> None:
    answers = [f"tidak ribet, kamar mandi bersih {word}" for word in ("qa", "qb", "qc", "qd")]

    phrases = {phrase.phrase: phrase for phrase in read_survey(answers).phrases}

    assert phrases["tidak ribet"].negated
    assert phrases["kamar mandi bersih"].people == 4
    assert "kamar mandi" not in phrases
    assert not any(phrase.startswith("ribet kamar") for phrase in phrases)


def test_phrases_count_people_and_never_start_or_end_with_a_function_word() -> None:
    answers = ["on the ward of the year", "on the ward of the year!", "off the ward of the week"]

    phrases = {phrase.phrase: phrase.people for phrase in read_survey(answers).phrases}

    assert phrases == {"ward of the year": 2}


def test_quotes_hold_the_asked_word_and_are_given_as_written(ward: Reading) -> None:
    quotes = ward.quotes(["advice"], most=2)

    assert len(quotes) == 2
    assert all("advice" in quote.text for quote in quotes)
    assert all(ward.answers[quote.row] == quote.text for quote in quotes)


def test_answers_with_two_words_hold_both(ward: Reading) -> None:
    both = ward.answers_with("staff", "ward")

    assert len(both) == 8
    assert all("staff" in answer.text and "ward" in answer.text for answer in both)


def test_the_facilitators_own_groups_come_before_suggestions() -> None:
    survey = planted(ENGLISH, 300, seed=4)
    groups = (WordGroup("money", ("bill", "fees")),)

    reading = read_survey(survey.answers, ReadingChoices(groups=groups))

    bill_or_fees = sum("bill" in answer or "fees" in answer for answer in survey.answers)
    assert reading.themes[0].name == "money"
    assert reading.themes[0].people == bill_or_fees
    assert all(theme.name == "" for theme in reading.themes[1:])
    assert any({"technician", "appointment"} <= set(theme.words) for theme in reading.themes[1:])


def test_a_group_shows_what_it_says_more_than_the_rest() -> None:
    answers = [f"the {word} was late" for word in ["ambulance"] * 12 + ["letter"] * 12]
    groups = ["road"] * 12 + ["office"] * 12

    reading = read_survey(answers, groups=groups)

    assert [(group.name, group.people) for group in reading.groups] == [
        ("office", 12),
        ("road", 12),
    ]
    assert [group.beside[0].word for group in reading.groups] == ["letter", "ambulance"]


def test_small_groups_stay_hidden_and_so_does_a_remainder_that_gives_one_away() -> None:
    answers = [f"late letter {name}" for name in "abcdefghijklmnopqrst"]
    groups = ["north"] * 10 + ["south"] * 7 + ["boss"] * 3

    reading = read_survey(answers, groups=groups)

    assert [group.name for group in reading.groups] == ["north"]
    assert reading.people_in_hidden_groups == 10


def test_groups_must_fit_the_answers() -> None:
    with pytest.raises(ValueError, match="one group per answer"):
        read_survey(["a rebate"], groups=[])


def test_spelling_variants_are_suggested_and_known_words_are_not() -> None:
    answers = ["resepsionis ramah", "resepsionis", "resepsionsi jutek", "sempat", "sempit"] * 3

    pairs = {(variant.word, variant.other) for variant in read_survey(answers).variants}

    assert ("resepsionis", "resepsionsi") in pairs
    assert not any("sempit" in pair for pair in pairs)


@pytest.mark.parametrize(
    ("people", "allowed"),
    [
        (0, (False, False, False, 1)),
        (9, (False, False, False, 1)),
        (10, (True, False, False, 2)),
        (29, (True, False, False, 2)),
        (30, (True, True, False, 2)),
        (49, (True, True, False, 2)),
        (50, (True, True, False, 3)),
        (100, (True, True, True, 3)),
    ],
)
def test_a_small_survey_says_less(people: int, allowed: tuple[bool, bool, bool, int]) -> None:
    sample = read_survey([f"answer number {index}" for index in range(people)]).sample

    ranks, percent, low, fold_below = allowed
    assert (sample.may_rank, sample.shows_percent, sample.shows_low) == (ranks, percent, low)
    assert sample.fold_below == fold_below


@pytest.mark.parametrize(
    ("people", "everybody", "low", "high"),
    [(3, 10, 0.11, 0.60), (6, 30, 0.10, 0.37), (20, 100, 0.13, 0.29), (0, 0, 0.0, 1.0)],
)
def test_a_share_of_a_sample_lies_in_wilsons_interval(
    people: int, everybody: int, low: float, high: float
) -> None:
    assert wilson_interval(people, everybody) == pytest.approx((low, high), abs=0.005)


def test_words_of_too_few_people_are_folded_away_and_counted() -> None:
    reading = read_survey(["rebate form"] * 11 + ["desk"])

    assert [word.word for word in reading.words] == ["form", "rebate"]
    assert reading.folded_words == 1


def test_no_answers_are_a_reading_too() -> None:
    reading = read_survey([])

    assert (reading.rows, reading.people, len(reading.words)) == (0, 0, 0)
    assert reading.phrases == ()
    assert reading.themes == ()
    assert reading.quotes() == ()


def test_quotes_under_a_word_hold_the_pair_that_they_name(ward: Reading) -> None:
    quotes = ward.quotes_under("friendly", most=3)

    assert quotes
    assert all(quote.words[0] == "friendly" and len(quote.words) > 1 for quote in quotes)
    assert all(word in quote.text for quote in quotes for word in quote.words)


def test_quotes_of_one_pair_hold_both_words(ward: Reading) -> None:
    quotes = ward.quotes_under("staff", ["ward"], most=2)

    assert [quote.words for quote in quotes] == [("staff", "ward")] * 2
    assert all("staff" in quote.text and "ward" in quote.text for quote in quotes)


def test_quotes_of_words_that_never_stand_together_are_none(ward: Reading) -> None:
    assert ward.quotes_under("staff", ["food"]) == ()
    assert ward.quotes_under("submarine") == ()


def test_where_nothing_stands_beneath_a_word_its_own_answers_are_quoted(ward: Reading) -> None:
    quotes = ward.quotes_under("quiet", most=2)

    assert len(quotes) == 2
    assert all("quiet" in quote.text for quote in quotes)


def test_in_long_answers_a_pair_stands_in_one_clause() -> None:
    padding = " and then we went over the whole of that long story about this and that again"
    both = [f"friendly driver{padding}. cold food {name}" for name in ("qax", "qbx", "qcx")]
    apart = [f"friendly{padding}. the driver was late {name}" for name in ("qdx", "qex", "qfx")]

    quotes = read_survey(both + apart).quotes_under("friendly", ["driver"], most=6)

    assert {quote.row for quote in quotes} == {0, 1, 2}
