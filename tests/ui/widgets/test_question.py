"""Questions read what people type, and say what to type instead."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.language import say
from workshop_tui.ui.widgets.question import (
    Answers,
    ChoiceQuestion,
    DateQuestion,
    LineQuestion,
    NumberQuestion,
    Option,
    PersonQuestion,
    Question,
    TextQuestion,
    YesNoQuestion,
    read_day,
)

TODAY = date(2026, 11, 22)
ROLE = ChoiceQuestion(
    key="role",
    ask="Role?",
    options=(Option("writer", "penulis"), Option("observer", "pengamat"), Option("x", "tamu")),
)
NAMES = ("Ana Putri", "Ani", "Budi")


def refusal(question: Question, text: str) -> str:
    with pytest.raises(RefusedError) as refused:
        question.read(text)
    return refused.value.reason.key


def test_a_line_is_cleaned_and_needed() -> None:
    question = LineQuestion(key="k", ask="?")

    assert question.read("  Make \x1b[1m it  easy ") == "Make [1m it easy"
    assert refusal(question, "  ") == "questions.needed"


def test_an_optional_question_is_passed_over_and_a_default_taken_by_enter() -> None:
    assert LineQuestion(key="k", ask="?", optional=True).read("") is None
    assert NumberQuestion(key="k", ask="?", default="8").read("") == 8
    assert YesNoQuestion(key="k", ask="?", default="y").read("") is True


def test_a_text_keeps_its_lines() -> None:
    assert TextQuestion(key="k", ask="?").read("one\n two \n") == "one\n two"


def test_a_check_refuses_with_its_own_words() -> None:
    no = Message.of("questions.needed")
    question = LineQuestion(key="k", ask="?", check=lambda text: no if text == "bad" else None)

    assert question.read("good") == "good"
    assert refusal(question, "bad") == "questions.needed"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("1", "writer"), ("3", "x"), ("pengamat", "observer"), ("PENU", "writer"), ("t", "x")],
)
def test_a_choice_is_made_by_number_or_first_letters(typed: str, answer: str) -> None:
    assert ROLE.read(typed) == answer


@pytest.mark.parametrize("typed", ["0", "4", "pen", "zzz", "²", "-1"])
def test_a_choice_that_is_none_or_several_is_refused(typed: str) -> None:
    assert refusal(ROLE, typed) == ("questions.not_an_option")


def test_a_choice_may_have_a_default() -> None:
    question = ChoiceQuestion(key="k", ask="?", options=ROLE.options, default="observer")

    assert question.read("") == "observer"
    assert question.label_of(question.default) == "pengamat"


@pytest.mark.parametrize(("typed", "number"), [("5", 5), (" 12 ", 12), ("1.000", 1000)])
def test_numbers_are_read_with_their_separators(typed: str, number: int) -> None:
    assert NumberQuestion(key="k", ask="?", most=5000).read(typed) == number


@pytest.mark.parametrize("typed", ["0", "6", "x", "1.5x", "-1", "9" * 40, "²"])
def test_a_number_outside_its_range_is_refused(typed: str) -> None:
    question = NumberQuestion(key="k", ask="?", least=1, most=5)

    assert refusal(question, typed) == "questions.not_a_number"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", TODAY),
        ("besok", date(2026, 11, 23)),
        ("Tomorrow", date(2026, 11, 23)),
        ("+7d", date(2026, 11, 29)),
        ("+2w", date(2026, 12, 6)),
        ("+3", date(2026, 11, 25)),
        ("2027-01-05", date(2027, 1, 5)),
        ("5/1", date(2027, 1, 5)),
        ("25.12", date(2026, 12, 25)),
        ("3/2/27", date(2027, 2, 3)),
        ("29-2", None),
        ("31/2/2027", None),
        ("soon", None),
        ("+", None),
        ("1/1/1/1", None),
        ("", None),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


def test_a_day_is_echoed_in_the_language_before_it_is_taken() -> None:
    question = DateQuestion(key="k", ask="?", today=TODAY)

    echo = question.echo("+7d")

    assert echo is not None
    assert say(echo, "id") == "Minggu, 29 November 2026"
    assert question.echo("soon") is None
    assert refusal(question, "soon") == "questions.not_a_day"


def test_a_person_is_completed_from_the_names() -> None:
    free = PersonQuestion(key="k", ask="?", names=NAMES)
    known = PersonQuestion(key="k", ask="?", names=NAMES, known_only=True)

    assert free.completed("an") == "Ana Putri"
    assert free.read("budi") == "Budi"
    assert free.read("Citra") == "Citra"
    assert known.read("bu") == "Budi"
    assert refusal(known, "an") == "questions.not_a_person"


@pytest.mark.parametrize(("typed", "yes"), [("y", True), ("Ya", True), ("n", False), ("t", False)])
def test_yes_and_no_are_read_in_both_languages(typed: str, yes: bool) -> None:  # noqa: FBT001 - the expected answer
    assert YesNoQuestion(key="k", ask="?").read(typed) is yes


def test_answers_are_asked_for_by_their_kind() -> None:
    answers = Answers({"a": "x", "n": 3, "y": True, "d": TODAY, "none": None})

    assert (answers.text("a"), answers.text("none"), answers.text("missing")) == ("x", "", "")
    assert (answers.number("n"), answers.number("y"), answers.number("a")) == (3, None, None)
    assert (answers.yes("y"), answers.yes("n")) == (True, False)
    assert (answers.day("d"), answers.day("a")) == (TODAY, None)


def understood(question: Question, text: str) -> str | Message:
    """The answer as it is shown, or the reason why there is none."""
    try:
        return question.shown(question.read(text))
    except RefusedError as refused:
        return refused.reason


ALL_KINDS: list[Question] = [
    LineQuestion(key="k", ask="?"),
    TextQuestion(key="k", ask="?"),
    ROLE,
    NumberQuestion(key="k", ask="?"),
    DateQuestion(key="k", ask="?", today=TODAY),
    PersonQuestion(key="k", ask="?", names=NAMES, known_only=True),
    YesNoQuestion(key="k", ask="?"),
]


@pytest.mark.parametrize("question", ALL_KINDS, ids=lambda question: type(question).__name__)
@given(text=st.text())
def test_whatever_is_typed_is_read_or_refused_with_a_sentence(
    question: Question, text: str
) -> None:
    question.completed(text)
    question.echo(text)

    said = understood(question, text)

    assert said
    assert not isinstance(said, Message) or say(said, "en") != said.key
