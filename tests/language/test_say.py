"""Messages become sentences, numbers and dates become text, in both languages."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_tui.domain.message import Message
from workshop_tui.language import (
    Language,
    choose_language,
    clock,
    clock_with_seconds,
    day_near,
    number,
    percent,
    say,
    short_day,
    weekday,
    written_day,
)


@pytest.mark.parametrize(
    ("language", "short", "written", "of_week"),
    [
        ("en", "3 Aug", "3 August 2026", "Monday"),
        ("id", "3 Agu", "3 Agustus 2026", "Senin"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(
    language: Language, short: str, written: str, of_week: str
) -> None:
    day = date(2026, 8, 3)

    assert short_day(day, language) == short
    assert written_day(day, language) == written
    assert weekday(day, language) == of_week


def test_a_day_close_by_is_named_as_people_name_it() -> None:
    today = date(2026, 11, 22)

    names = [day_near(date(2026, 11, day), today, "id") for day in (20, 21, 22, 23)]

    assert names == ["20 Nov", "kemarin", "hari ini", "besok"]
    assert day_near(date(2025, 3, 1), today, "en") == "1 March 2025"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (3.25, "3.3"),
        (4.25, "4.3"),
        (3.75, "3.8"),
        (63 / 20, "3.2"),
        (3.2499, "3.2"),
        (-0.25, "-0.3"),
        (0.0, "0.0"),
        (12000.0, "12,000.0"),
    ],
)
def test_halves_are_rounded_up(value: float, written: str) -> None:
    assert number(value, "en") == written


def test_numbers_have_the_separators_of_the_language() -> None:
    assert number(12_000, "en") == "12,000"
    assert number(12_000, "id") == "12.000"
    assert number(3.14, "en") == "3.1"
    assert number(3.14, "id") == "3,1"
    assert number(0.413, "id", ".0%") == "41%"


def test_the_time_of_day_is_written_as_the_language_writes_it() -> None:
    moment = datetime(2026, 11, 22, 14, 2, 11)  # noqa: DTZ001 - a time on a clock on the wall

    assert clock_with_seconds(moment, "en") == "14:02:11"
    assert clock(time(14, 2), "id") == "14.02"


def test_a_message_among_the_values_is_said_in_the_same_language() -> None:
    month = Message.of("dates.month.5")

    sentence = say(Message.of("dates.short_day", day=3, month=month), "id")

    assert sentence == "3 Mei"


def test_a_sentence_that_reads_like_its_key_is_not_taken_for_missing() -> None:
    assert say(Message.of("dates.today"), "en") == "today"


@given(st.text(), st.integers() | st.none())
def test_an_unknown_key_is_shown_and_never_stops_the_program(key: str, count: int | None) -> None:
    assert say(Message.of(f"dates.no{key}", count), "en") == f"dates.no{key}"


@given(st.text())
def test_people_s_text_is_never_read_as_a_placeholder(text: str) -> None:
    sentence = say(Message.of("dates.short_day", day=text, month="May"), "en")

    assert sentence == f"{text} May"


def test_a_placeholder_without_a_value_is_shown_as_it_is() -> None:
    assert say(Message.of("dates.short_day", day=1), "en") == "1 {month}"


@pytest.mark.parametrize(
    ("option", "configured", "environ", "chosen"),
    [
        ("id", "en", {"LANG": "en_US.UTF-8"}, "id"),
        (None, "id", {"LANG": "en_US.UTF-8"}, "id"),
        (None, None, {"LANG": "id_ID.UTF-8"}, "id"),
        (None, None, {"LC_ALL": "en_GB.UTF-8", "LANG": "id_ID.UTF-8"}, "en"),
        (None, None, {"LANGUAGE": "de:id:en", "LANG": "de_DE.UTF-8"}, "id"),
        (None, None, {"LC_ALL": "C.UTF-8", "LANG": "id_ID.UTF-8"}, "en"),
        (None, "klingon", {"LANG": "nl_NL.UTF-8"}, "en"),
        (None, None, {}, "en"),
    ],
)
def test_the_first_language_that_is_known_is_spoken(
    option: str | None, configured: str | None, environ: dict[str, str], chosen: Language
) -> None:
    assert choose_language(option, configured, environ) == chosen


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.0, "0%"), (1 / 214, "<1%"), (0.005, "<1%"), (0.006, "1%"), (0.5, "50%"), (1.0, "100%")],
)
def test_a_share_that_is_not_none_is_never_said_to_be_none(share: float, said: str) -> None:
    assert percent(share, "en") == said
