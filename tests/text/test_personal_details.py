"""Personal details in answers are masked, and what only looks like them stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_tui.cli.shapes import survey_json
from workshop_tui.domain.survey import Pin, Survey
from workshop_tui.text.personal_details import board_shown, is_masked, masked
from workshop_tui.text.reading import ReadingChoices, read_survey
from workshop_tui.text.words import tokens_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Write to rina.s+x@mail.co.id, please", "Write to [e-mail], please"),
        ("rina (at) gmail.com", "[e-mail]"),
        ("rina@kantor helps", "[e-mail] helps"),
        ("WA 0812-3456-7890 ya", "WA [number] ya"),
        ("0812 3456 7890", "[number]"),
        ("HP:08123456789", "HP:[number]"),
        ("+62 812-3456-7890.", "[number]."),
        ("+62(812)34567890", "[number]"),
        ("62812345678", "[number]"),
        ("0812.3456.7890", "[number]"),
        ("(021) 555-1234", "[number]"),
        ("call 555-1234", "call [number]"),
        ("+1 (555) 123-4567", "[number]"),
        ("06 12 34 56 78", "[number]"),
        ("NIK 3175071203900001", "NIK [number]"),
        ("3175 0712 0390 0001", "[number]"),
        ("NIP198703122010011002", "NIP[number]"),
        ("4111 1111 1111 1111", "[number]"),
        ("https://rina:pw@host.com/x now", "[link] now"),
        ("see https://instagram.com/rina.s.", "see [link]."),
        ("wa.me/62812345678", "[link]"),
        ("(linkedin.com/in/rina)", "([link])"),
    ],
)
def test_what_calls_or_tells_a_person_is_masked(text: str, shown: str) -> None:
    assert masked(text, "en") == shown
    assert is_masked(masked(text, "en"))


@pytest.mark.parametrize(
    "text",
    [
        "2 hours", "24 jam", "100 %", "24/7", "3x24 jam", "90210", "125000", "in 2024",
        "2019-2024", "2023/2024", "2022 2023 2024", "12/11/2026", "2026-11-22", "12.11.2026 08.30",
        "08.00-17.00", "08:00 - 17:00", "08.00 17.00 setiap hari", "jam 7.30-16.30 dan 18.00-20.00",
        "Rp 1.500.000", "Rp1.500.000,00", "1,500,000 rebates", "$1,200,000.50", "IDR 15000000",
        "1500000 rupiah", "12345678 rupiah", "1000000 times", "150.000-200.000", "50 juta",
        "500-1000 pelanggan", "call 5 10 times", "1 2 3 4 5 6 7 8", "in 2024 1500 customers",
        "dan/atau cepat.ramah/sopan", "https://www.rebate.org", "2 @ 5000", "[bold] [/ [@click=x]",
    ],
)  # fmt: skip
def test_counts_prices_times_and_years_stay(text: str) -> None:
    assert masked(text, "en") == text


def test_the_mask_is_in_the_language_of_the_answer() -> None:
    reading = read_survey(
        ["Saya mau dihubungi di 0812-3456-7890 saja", "Please call me at 0812-3456-7890 instead"]
    )

    assert [answer.text for answer in reading.all_answers()] == [
        "Saya mau dihubungi di [nomor] saja",
        "Please call me at [number] instead",
    ]


def test_no_answer_leaves_a_reading_with_its_details_unless_they_are_asked_for() -> None:
    secret = "Ask ana@example.org or 0812 3456 7890 about the rebate"
    reading = read_survey([secret, *(["the rebate is easy"] * 30)])

    unmasked = reading.with_choices(ReadingChoices(personal_details="shown"))

    assert "example" not in str(survey_json(reading)["quotes"])
    assert "Ask [e-mail] or [number] about the rebate" in [
        answer.text for answer in reading.answers_with("rebate")
    ]
    assert [answer.text for answer in unmasked.answers_with("ask", "rebate")] == [secret]
    assert [word.people for word in reading.words] == [word.people for word in unmasked.words]


def test_a_quote_that_was_pinned_unmasked_is_masked_on_the_board() -> None:
    pin = Pin(id="pin1", kind="quote", text="Ask ana@example.org")

    assert [each.text for each in board_shown(Survey(pins=(pin,)), "id")] == ["Ask [email]"]
    shown = board_shown(Survey(pins=(pin,), personal_details="shown"), "id")
    assert shown == (pin,)


def test_words_and_names_on_the_board_are_left_alone() -> None:
    pins = (
        Pin(id="pin1", kind="word", text="24/7"),
        Pin(id="pin2", kind="theme", text="Call 0812-3456-7890"),
    )

    assert board_shown(Survey(pins=pins), "en") == pins


PIECES = ["0812-3456-7890", "ana@example.org", "3175071203900001", "https://a.id/rina", "2", "jam"]
PIECES += ["Rp 5.000", "(", ")", "+62", "@", ".", "/", "[bold]", "\x1b", "é", "\u202e", "rebate"]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=12).map(" ".join))
def test_a_masked_text_stays_as_it_is_and_its_words_stand_inside_it(text: str) -> None:
    shown = masked(text, "id")

    assert masked(shown, "id") == shown
    assert all(0 <= token.start < token.end <= len(shown) for token in tokens_of(shown))
    assert "0812-3456-7890" not in shown
    assert "ana@example.org" not in shown
    assert "3175071203900001" not in shown


@pytest.mark.parametrize(
    "text",
    ["a" * 20_000, "1," * 10_000, "a@" * 10_000, "1 " * 10_000, "a/" * 10_000, "1.234" * 4_000],
    ids=["letters", "commas", "signs", "spaces", "slashes", "amounts"],
)
def test_a_hostile_text_comes_back_like_any_other(text: str) -> None:
    assert masked(f"{text} 0812-3456-7890", "en").endswith("[number]")
