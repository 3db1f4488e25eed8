"""The pure parts of the survey's screen: marks in answers, concordances, scales, questions."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.geometry import Size

from tests.ui.survey_sample import REBATE
from workshop_tui.domain.message import RefusedError, Value
from workshop_tui.domain.plain_text import clean_line
from workshop_tui.store.importing import Column, ColumnKind
from workshop_tui.text.reading import read_survey
from workshop_tui.ui.importing.questions import ColumnQuestion, FileQuestion, matching_columns
from workshop_tui.ui.look import CHOSEN, STRONG
from workshop_tui.ui.stages.survey.lens import Subject
from workshop_tui.ui.stages.survey.marks import (
    Marks,
    around,
    holds_phrase,
    marked,
    marks_of,
)
from workshop_tui.ui.stages.survey.phrases import answers_with_phrase
from workshop_tui.ui.stages.survey.questions import (
    WordQuestion,
    unknown_words,
    words_in,
)
from workshop_tui.ui.stages.survey.rows import scale_of, that_fit
from workshop_tui.ui.stages.survey.subjects import quoted, reason_against_subject
from workshop_tui.ui.stages.survey.themes import people_with_any
from workshop_tui.ui.widgets.long_list import MOST_ROWS, LongList
from workshop_tui.ui.widgets.rows import Column as ListColumn
from workshop_tui.ui.widgets.rows import Row

READING = read_survey(REBATE)
EASY = Marks(frozenset({"easy"}), frozenset({"process"}))


def key_alone(key: str, /, count: int | None = None, **values: Value) -> str:
    """Says only which sentence would be said."""
    return key


def styled(content: Content) -> list[tuple[str, str]]:
    return [(content.plain[span.start : span.end], str(span.style)) for span in content.spans]


def test_both_words_are_marked_where_they_stand_in_whatever_form() -> None:
    marks = marks_of(READING.find("customer"), READING.find("process"))

    content = marked("CUSTOMERS finish the process.", marks)

    assert styled(content) == [("CUSTOMERS", STRONG), ("process", CHOSEN)]


def test_chat_spellings_and_drawn_out_letters_are_marked_too() -> None:
    content = marked("prosesss yg Easyyyy", Marks(frozenset({"proses", "easyy"})))

    assert [word for word, _ in styled(content)] == ["prosesss", "Easyyyy"]


def test_the_words_of_a_concordance_stand_in_one_column() -> None:
    lines = [
        around(text, EASY, 60)
        for text in (
            "The process is easy",
            "Long before anything else, the process starts",
            "process",
        )
    ]

    assert {line.plain.index("process") for line in lines} == {24}


def test_what_does_not_fit_before_the_word_is_cut_at_its_beginning() -> None:
    line = around("x" * 100 + " the process works", EASY, 40)

    assert line.plain.startswith("…")
    assert line.plain.index("process") == 16


@given(st.text(max_size=80), st.integers(1, 120))
def test_any_answer_can_be_marked_and_set_in_a_line(text: str, width: int) -> None:
    whole, line = marked(text, EASY), around(text, EASY, width)

    assert whole.plain == clean_line(text)
    assert all(0 <= span.start <= span.end <= len(whole) for span in whole.spans)
    assert "\n" not in line.plain


@given(st.text(max_size=60))
def test_words_from_any_text_are_single_and_lower_case(text: str) -> None:
    words = words_in(text)

    assert len(set(words)) == len(words)
    assert all(word == word.casefold() and " " not in word for word in words)


def test_a_phrase_is_found_where_its_words_follow_one_another() -> None:
    assert holds_phrase("An Easy, easy process!", ("easy", "process"))
    assert not holds_phrase("The process is easy", ("easy", "process"))
    assert answers_with_phrase(READING, "nobody said this") == ()


def test_people_with_any_word_are_counted_once() -> None:
    both = people_with_any(READING, ("process", "easy"))

    assert both == sum(
        answer.people
        for answer in READING.all_answers()
        if "process" in answer.text.lower() or "easy" in answer.text.lower()
    )


def test_the_answers_of_a_pair_hold_both_words() -> None:
    subject = Subject("word", "process", words=("customer", "process"), under="customer")

    found = quoted(READING, subject, key_alone)

    assert sum(answer.people for answer in found.answers) == 6
    assert found.under == "customer + process"


def test_a_command_says_what_must_be_selected_for_it() -> None:
    quote = Subject("quote", "An answer")

    assert reason_against_subject("pin", quote) is None
    assert reason_against_subject("guide", None) is None
    refusal = reason_against_subject("mark_generic", quote)
    assert refusal is not None
    assert refusal.key == "survey_view.select.word"


@given(st.lists(st.text(max_size=40), max_size=8), st.integers(0, 200))
def test_a_scale_never_needs_more_cells_than_there_are(words: list[str], width: int) -> None:
    scale = scale_of(words, [3] * len(words), width)

    assert scale.bar >= 0
    assert scale.bar == 0 or scale.free < width


def test_at_least_one_quote_stands_beneath_its_sentence() -> None:
    quotes = [Content("a quote that takes two lines")] * 3

    assert len(that_fit([Content("head")], quotes, Size(20, 2))) == 2
    assert len(that_fit([Content("head")], quotes, Size(20, 5))) == 3
    assert that_fit([], [], Size(20, 5)) == []


def test_a_long_list_makes_rows_for_what_it_shows_and_searches_all() -> None:
    texts = [f"answer {number}" for number in range(MOST_ROWS * 3)]
    rows = LongList([ListColumn()])
    rows.set_items(texts, lambda text: text, lambda text, words: Row(text, (Content(text),), words))

    assert (len(rows.shown), rows.found, rows.is_cut) == (MOST_ROWS, MOST_ROWS * 3, True)
    rows.set_filter(f"{MOST_ROWS * 3 - 1}")
    assert [row.key for row in rows.shown] == [f"answer {MOST_ROWS * 3 - 1}"]
    rows.set_filter("")
    assert len(rows.shown) == MOST_ROWS


def test_file_names_are_completed_as_far_as_they_are_alike(tmp_path: Path) -> None:
    (tmp_path / "survey-one.csv").touch()
    (tmp_path / "survey-two.csv").touch()
    (tmp_path / "answers").mkdir()
    question = FileQuestion(key="file", ask="?")

    assert question.completed(f"{tmp_path}/su") == f"{tmp_path}/survey-"
    assert question.completed(f"{tmp_path}/a") == f"{tmp_path}/answers/"
    assert question.completed(f"{tmp_path}/survey-o") == f"{tmp_path}/survey-one.csv"
    assert question.completed("/nowhere/at/all") == "/nowhere/at/all"
    assert question.completed("~nobody-here/x") == "~nobody-here/x"


def test_a_file_dropped_on_the_terminal_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "my survey.csv"
    path.touch()
    question = FileQuestion(key="file", ask="?")

    assert question.read(f"'{path}' ") == str(path)
    assert question.read(str(path).replace(" ", "\\ ")) == str(path)
    with pytest.raises(RefusedError):
        question.read("~nobody-here/x")
    with pytest.raises(RefusedError):
        question.read("a" * 5000)
    with pytest.raises(RefusedError):
        question.read("nul\x00")


def test_a_column_is_found_by_letter_label_or_the_start_of_its_heading() -> None:
    columns = (
        Column(0, "Time", ColumnKind.DATE),
        Column(1, "What was good?", ColumnKind.TEXT),
        Column(2, "What was bad?", ColumnKind.TEXT),
    )
    question = ColumnQuestion(key="column", ask="?", columns=columns)

    assert question.read("b") == "B"
    assert question.read("what was b") == "C"
    assert question.read("A: Time") == "A"
    assert question.completed("ti") == "A: Time"
    assert matching_columns(columns, "what") == ["B: What was good?", "C: What was bad?"]
    with pytest.raises(RefusedError):
        question.read("what")


def test_a_word_is_completed_and_one_that_nobody_said_is_refused() -> None:
    question = WordQuestion(key="into", ask="?", words=("rebate", "Reset"))

    assert question.completed("reb") == "rebate"
    assert question.read("RESET") == "Reset"
    with pytest.raises(RefusedError):
        question.read("reb")
    assert unknown_words("rebate, foo bar", ("rebate",)) is not None
    assert unknown_words("rebate", ("rebate",)) is None
