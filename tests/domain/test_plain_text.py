"""Text from people: nothing that steers a terminal or hides a letter survives; the rest does."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_tui.domain.plain_text import MARKS_IN_A_ROW, clean, clean_line, clean_name


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("\x1b]52;c;ZXZpbA==\x07hello", "]52;c;ZXZpbA==hello"),
        ("a\x9bm red", "am red"),
        ("left\u202eright", "leftright"),
        ("zero\u200bwidth", "zerowidth"),
        ("line\r\nbreak\rhere", "line\nbreak\nhere"),
        ("half a pair \ud800", "half a pair \ufffd"),
        ("[bold]and[/bold] [@click=app.quit]x[/]", "[bold]and[/bold] [@click=app.quit]x[/]"),
        (
            "family \U0001f469\u200d\U0001f469\u200d\U0001f467",
            "family \U0001f469\u200d\U0001f469\u200d\U0001f467",
        ),
    ],
)
def test_clean_drops_what_steers_or_hides_and_keeps_what_was_written(
    dirty: str, cleaned: str
) -> None:
    assert clean(dirty) == cleaned


def test_a_letter_keeps_a_few_marks_and_not_ten_thousand() -> None:
    assert len(clean("e" + "\u0301" * 10_000)) <= 1 + MARKS_IN_A_ROW


def test_a_name_is_one_line_of_at_most_eighty_characters() -> None:
    assert clean_name("Sri\n\tWahyuni " + "x" * 200) == ("Sri Wahyuni " + "x" * 200)[:80]


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    for cleaner in (clean, clean_line, clean_name):
        assert cleaner(cleaner(text)) == cleaner(text)


@given(st.text())
def test_cleaned_text_holds_no_control_code_but_line_feed_and_tab(text: str) -> None:
    assert not [
        character
        for character in clean(text)
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\t"
    ]
