"""Checking a statement: what is asked about it, and where in it."""

import pytest

from workshop_tui.text.reading import ReadingChoices, read_survey
from workshop_tui.text.statement import StatementCheck, check_statement


def categories(check: StatementCheck) -> dict[str, str]:
    return {finding.text: finding.category for finding in check.findings}


@pytest.mark.parametrize(
    "statement",
    [
        "We build trust with our customers through caring and prompt service.",
        "Fast, reliable, and knowledgeable customer service.",
        "World's best customer service team.",
        "The World's Favourite Airline",
        "Melayani dengan sepenuh hati.",
        "",
    ],
)
def test_wording_of_any_company_is_generic(statement: str) -> None:
    assert check_statement(statement).verdict == "generic"


@pytest.mark.parametrize(
    "statement",
    [
        "We help fix it.",
        "We inspire, educate and outfit for a lifetime of outdoor adventure and stewardship.",
        "Welcome to your mountain community retreat.",
        "Kami membantu memperbaikinya.",
    ],
)
def test_the_models_of_the_method_are_specific_and_not_about_the_company(statement: str) -> None:
    check = check_statement(statement)

    assert (check.verdict, check.company_focused) == ("specific", False)


def test_each_generic_word_is_asked_about_with_its_category() -> None:
    found = categories(check_statement("Fast, reliable service that will exceed expectations"))

    assert found["Fast"] == "speed"
    assert found["reliable"] == "reliability"
    assert found["exceed"] == found["expectations"] == "satisfaction"


def test_a_claim_to_a_rank_is_about_the_company() -> None:
    check = check_statement("To be the most trusted bank in Indonesia.")

    assert check.company_focused
    assert [f.text for f in check.findings if f.criterion == "customer"] == [
        "To be the most trusted bank"
    ]


def test_a_rank_that_is_the_customers_is_not_self_praise() -> None:
    assert not check_statement("We help you become the best cook in your street.").company_focused


def test_a_long_statement_is_marked_from_the_first_word_too_many() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve a b c over it"

    check = check_statement(text)
    finding = next(finding for finding in check.findings if finding.category == "too_long")

    assert check.too_long
    assert check.words == 17
    assert finding.text == "over it"
    assert finding.ask.count == 17


def test_abbreviations_and_promises_are_asked_about() -> None:
    found = categories(check_statement("Every SLA met"))

    assert found["SLA"] == "abbreviation"
    assert found["Every"] == "promise"


def test_voices_are_the_people_who_used_the_family_of_a_word() -> None:
    survey = read_survey(["my rebates came", "a rebate form", "the form was easy"])

    check = check_statement("Your rebate, without forms, at sea.", voices=survey)

    assert [(voice.word, voice.people) for voice in check.voices] == [
        ("rebate", 2),
        ("forms", 2),
        ("sea", 0),
    ]


def test_without_a_survey_there_are_no_voices() -> None:
    assert check_statement("Your rebate.").voices == ()


def test_a_word_that_the_survey_shows_as_specific_is_specific_in_a_statement() -> None:
    survey = read_survey(["side by side, together", "we fix it together", "we mend it together"])

    alone = check_statement("We mend it together.")
    beside = check_statement("We mend it together.", voices=survey)

    assert categories(alone)["together"] == "mission"
    assert "together" not in categories(beside)


def test_a_word_that_this_workshop_marked_is_generic_in_its_statements() -> None:
    answers = ["an easy process"] * 3 + ["helpful people"] * 3
    choices = ReadingChoices(generic_on=("process",), generic_off=("helpful",))

    check = check_statement("A helpful process.", voices=read_survey(answers, choices))

    assert categories(check) == {"process": "marked"}


def test_a_word_too_short_to_be_counted_has_no_voice() -> None:
    survey = read_survey(["my pc works"])

    check = check_statement("Your pc works.", voices=survey)

    assert [voice.word for voice in check.voices] == ["works"]
