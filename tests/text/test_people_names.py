"""Known names of people are masked where they are written as names, and nobody else's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_tui.text.people_names import names_said, without_names
from workshop_tui.text.reading import ReadingChoices, read_survey

NAMES = ("Rina Wijaya", "Budi Santoso", "Will Grace", "Bagus Pratama", "Kate O'Brien")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("thanks to Rina Wijaya!", "thanks to [name]!"),
        ("thanks to rina  wijaya", "thanks to [name]"),
        ("Rina, and then Budi.", "[name], and then [name]."),
        ("pak budi yang sabar", "pak [name] yang sabar"),
        ("Wijaya helped me", "[name] helped me"),
        ("I asked Will about it", "I asked [name] about it"),
        ("Grace answered. Kate O’Brien too", "[name] answered. [name] too"),
        ("Kate O'Brien", "[name]"),
        ("I like Rina's voice", "I like [name] voice"),
        ("MAKASIH PAK BUDI", "MAKASIH PAK [name]"),
    ],
)
def test_a_known_name_is_masked(text: str, shown: str) -> None:
    assert without_names(text, NAMES, "[name]") == shown


@pytest.mark.parametrize(
    "text",
    [
        "Will you call me back?",
        "Bagus pelayanannya. Bagus sekali",
        "orang yang berbudi, budi bahasa",
        "EVERYBODY HERE HAS GRACE",
        "I do not know Sari",
        "rina",
        "",
    ],
)
def test_what_is_not_written_as_a_known_name_stays(text: str) -> None:
    assert without_names(text, NAMES, "[name]") == text


def test_only_what_answers_hold_of_a_name_is_kept_of_it() -> None:
    answers = ["Pak Budi is patient", "thanks, Rina Wijaya", "an easy process"]

    assert names_said(answers, NAMES) == ("Budi", "Rina Wijaya")


def test_a_column_in_which_nobody_gave_a_name_has_none() -> None:
    assert names_said(["Anonymous feedback is good"], ["Anonymous", "anonim", ""]) == ()


@given(st.text(), st.lists(st.text(), max_size=3))
def test_masking_with_what_was_found_masks_all_that_was_known(text: str, names: list[str]) -> None:
    known = tuple(names)

    found = names_said([text], known)

    assert without_names(text, found, "") == without_names(text, known, "")


def test_the_answers_of_a_reading_come_without_the_names_and_all_other_words_are_counted() -> None:
    answers = ["Budi explained the form", "the form was easy"]
    reading = read_survey(answers, ReadingChoices(names=("Budi",)))

    assert [each.text for each in reading.all_answers()] == [
        "[name] explained the form",
        "the form was easy",
    ]
    assert {word.word: word.people for word in reading.words} == {
        word.word: word.people for word in read_survey(answers).words if word.word != "budi"
    }


def _words(answers: list[str], choices: ReadingChoices) -> dict[str, int]:
    return {word.word: word.people for word in read_survey(answers, choices).words}


def test_a_name_that_is_masked_in_answers_is_in_no_list_of_words() -> None:
    answers = [f"the parcel {number}, ask Zyxbudi please" for number in range(12)]
    reading = read_survey(answers, ReadingChoices(names=("Zyxbudi",)))

    under = reading.under("parcel")
    assert {word.word for word in reading.words} == {"parcel", "ask", "please"}
    assert under is not None
    assert "zyxbudi" not in {beside.word for beside in under.beside}
    assert not any("zyxbudi" in phrase.phrase for phrase in reading.phrases)


def test_a_word_that_only_a_few_say_as_a_name_stays_a_word() -> None:
    answers = ["we ask Joy Tan for the roster"] + [f"a joy to ride {n}" for n in range(12)]

    words = _words(answers, ReadingChoices(names=("Joy Tan",)))

    assert words["joy"] == 13
    assert "tan" not in words


def test_where_personal_details_are_shown_names_are_counted_like_any_word() -> None:
    answers = [f"the parcel {number}, ask Zyxbudi please" for number in range(12)]

    words = _words(answers, ReadingChoices(names=("Zyxbudi",), personal_details="shown"))

    assert words["zyxbudi"] == 12
