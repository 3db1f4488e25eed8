"""People are counted exactly, whatever the spelling, the container of the words or the repeats."""

import pytest

from tests.text.planted import ENGLISH, INDONESIAN, planted
from workshop_tui.text.reading import ReadingChoices, read_survey


@pytest.mark.parametrize("templates", [ENGLISH, INDONESIAN], ids=["english", "indonesian"])
@pytest.mark.parametrize("people", [40, 300, 5_000])
def test_planted_words_are_counted_to_the_person(templates: tuple[str, ...], people: int) -> None:
    survey = planted(templates, people, seed=people)

    reading = read_survey(survey.answers)

    found = {word: reading.find(word) for word in survey.people}
    assert {word: said.people for word, said in found.items() if said} == dict(survey.people)


@pytest.mark.parametrize("templates", [ENGLISH, INDONESIAN], ids=["english", "indonesian"])
def test_planted_words_are_among_the_first_specific_words(templates: tuple[str, ...]) -> None:
    survey = planted(templates, 200, seed=1)

    reading = read_survey(survey.answers)

    first = {reading.find(word.word) for word in reading.specific[:25]}
    assert all(reading.find(word) in first for word in survey.people)


def test_a_person_who_says_a_word_twice_is_one_person() -> None:
    reading = read_survey(["The rebate, always the rebate: rebates!", "rebate"])

    word = reading.find("rebate")

    assert word is not None
    assert (word.people, word.mentions) == (2, 4)


def test_folded_answers_stay_as_many_people_as_gave_them() -> None:
    reading = read_survey(["Easy process.", "easy   PROCESS", "“Easy process!”", "hard process"])

    process = reading.find("process")

    assert process is not None
    assert process.people == 4
    assert (reading.people, reading.duplicates) == (4, 2)
    assert [answer.people for answer in reading.all_answers()] == [3, 1]


def test_answers_that_differ_by_a_number_or_a_sign_are_not_folded() -> None:
    reading = read_survey(["3 days for a refund", "5 days for a refund", "👍", "👎"])

    assert reading.duplicates == 0
    assert reading.people == 4


@pytest.mark.parametrize(
    "silence",
    ["", "   ", "-", "N/A", "n.a.", "none", "Nothing!", "tidak ada", "Tdk ada.", "gak tau", "…"],
)
def test_an_answer_that_says_nothing_is_no_person(silence: str) -> None:
    reading = read_survey(["They explain the bill", silence])

    assert (reading.rows, reading.people, reading.non_answers) == (2, 1, 1)


def test_an_answer_that_only_begins_like_a_non_answer_stays() -> None:
    reading = read_survey(["None. Quite satisfied with the ward."])

    assert reading.people == 1


def test_forms_of_one_word_are_one_family_named_by_the_form_used_most() -> None:
    reading = read_survey(["they listened", "nurses listened", "she listens", "listen to us"])

    word = reading.find("listen")

    assert word is not None
    assert (word.word, word.people) == ("listened", 4)
    assert dict(word.forms) == {"listened": 2, "listens": 1, "listen": 1}


def test_a_word_that_follows_a_negator_is_counted_as_negated_too() -> None:
    answers = ["tidak ribet", "prosesnya gak ribet", "ribet", "ribet banget, tidak jelas"]

    word = read_survey(answers).find("ribet")

    assert word is not None
    assert (word.people, word.negated) == (4, 2)


def test_a_negator_does_not_reach_over_a_comma_and_not_only_negates_nothing() -> None:
    reading = read_survey(["not slow, tidy", "not only tidy but quiet", "tidy", "not tidy"])

    word = reading.find("tidy")

    assert word is not None
    assert (word.people, word.negated) == (4, 1)


def test_languages_are_told_answer_by_answer() -> None:
    answers = ["They explained the bill", "petugas menjelaskan tagihan", "yg penting jelas ya"]

    assert read_survey(answers).languages == {"en": 1, "id": 2}


def test_a_mixed_answer_counts_the_words_of_both_languages() -> None:
    reading = read_survey(["staffnya explain tagihan dengan jelas", "they explain bills"])

    words = {word.key for word in reading.words}

    assert {"explain", "jelas", "staff"} <= words


def test_marks_of_the_facilitator_change_the_flags_and_nothing_else() -> None:
    plain = read_survey(["fast rebate process", "rebate process"] * 6)

    marked = plain.with_choices(
        ReadingChoices(generic_on=("rebates",), generic_off=("fast",), hidden=("process",))
    )

    assert [(word.word, word.generic) for word in plain.words] == [
        ("process", False),
        ("rebate", False),
        ("fast", True),
    ]
    assert [(word.word, word.generic) for word in marked.words] == [
        ("rebate", True),
        ("fast", False),
    ]
    assert marked.people == plain.people


def test_a_merge_counts_people_once_and_a_split_takes_a_form_out() -> None:
    answers = ["resepsionis ramah", "receptionis jutek", "resepsionis dan receptionis"] * 5
    apart = read_survey(answers, ReadingChoices(language="id"))

    merged = apart.with_choices(
        ReadingChoices(language="id", merges=(("receptionis", "resepsionis"),))
    )

    def people(word: str) -> tuple[int, int]:
        found = [reading.find(word) for reading in (apart, merged)]
        return found[0].people if found[0] else 0, found[1].people if found[1] else 0

    assert people("resepsionis") == (10, 15)
    assert people("receptionis") == (10, 15)


def test_a_split_form_is_a_word_of_its_own() -> None:
    answers = ["perlu diperbaiki", "hotel baik", "diperbaiki lagi", "baik"] * 4

    reading = read_survey(answers, ReadingChoices(language="id", splits=("diperbaiki",)))

    assert {word.word: word.people for word in reading.words}["diperbaiki"] == 8
    found = reading.find("baik")
    assert found is not None
    assert found.people == 8


def test_the_same_answers_give_the_same_reading() -> None:
    survey = planted(ENGLISH, 200, seed=9)

    first, second = read_survey(survey.answers), read_survey(survey.answers)

    assert tuple(first.words) == tuple(second.words)
    assert first.phrases == second.phrases
    assert first.quotes() == second.quotes()
    assert first.themes == second.themes


def test_a_million_fold_repeat_costs_one_text() -> None:
    reading = read_survey(["the rebate came", "the form is easy"] * 50_000)

    word = reading.find("rebate")

    assert word is not None
    assert (reading.people, reading.corpus.texts, word.people) == (100_000, 2, 50_000)
