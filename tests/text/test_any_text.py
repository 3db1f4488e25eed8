"""Any text in: no crash, places inside the text, people never more than answers."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_tui.cli.shapes import survey_json
from workshop_tui.text.non_answers import says_nothing
from workshop_tui.text.reaction import read_reaction
from workshop_tui.text.reading import ReadingChoices, read_survey
from workshop_tui.text.statement import check_statement
from workshop_tui.text.words import tokens_of

PIECES = """not no tidak kurang but tapi love it fine boring bagus banget sekali our best the rebate
form explain 24/7 don't yg 😍 … “x” 'word' said: bilang - ' ! ? , . é ßtraße ﬁ 中文"""
WORDS = st.sampled_from([*PIECES.split(), "\0", "\n", "\n" * 40, "\ud800"])
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=20).map(" ".join))


@given(TEXTS)
def test_words_stand_in_order_inside_the_text(text: str) -> None:
    tokens = tokens_of(text)

    places = [place for token in tokens for place in (token.start, token.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(TEXTS)
def test_findings_lie_inside_the_statement(text: str) -> None:
    check = check_statement(text)

    assert all(text[found.start : found.end] == found.text for found in check.findings)
    assert check.generic_words <= check.content_words <= check.words


@given(TEXTS)
def test_cues_lie_inside_the_reaction(text: str) -> None:
    reading = read_reaction(text)

    assert all(text[cue.start : cue.end] == cue.text for cue in reading.cues)
    assert reading.ask


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=25))
def test_people_are_never_more_than_the_answers(answers: list[str]) -> None:
    reading = read_survey(answers)

    shape = survey_json(reading, under="rebate")
    everybody = reading.people
    assert everybody + reading.non_answers == len(answers)
    assert sum(answer.people for answer in reading.all_answers()) == everybody
    assert all(0 < word["people"] <= everybody for word in shape["words"])
    assert all(word["negated"] <= word["people"] for word in shape["words"])
    assert all(phrase["people"] <= everybody for phrase in shape["phrases"])


SILENT = st.sampled_from(
    ["none", "N/A", "-", "tidak ada", "Tdk ada.", "…", "n.a", "5", "👍", "..." * 40]
)


@settings(deadline=None)
@given(st.lists(st.one_of(SILENT, TEXTS, st.text("none ,.-'’/5·👍tidk", max_size=9)), max_size=8))
def test_a_single_answer_says_nothing_where_the_reading_sets_it_aside(answers: list[str]) -> None:
    assert sum(map(says_nothing, answers)) == read_survey(answers).non_answers


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=12))
def test_the_order_of_the_answers_does_not_change_the_counts(answers: list[str]) -> None:
    forward, backward = read_survey(answers), read_survey(answers[::-1])

    def counted(reading: object) -> dict[str, int]:
        assert isinstance(reading, type(forward))
        return {word.key: word.people for word in reading.words}

    assert counted(forward) == counted(backward)
    assert forward.people == backward.people


MIXED = """proses prosesnya prose akses benar lunas miring windows window listed list artisan artis
aman bikin bikini dibantu bantu membantu tunggu menunggu used using the is and they was yang ini itu
sudah akan"""
MIXED_WORDS = st.sampled_from(MIXED.split())
MIXED_TEXTS = st.lists(st.lists(MIXED_WORDS, min_size=1, max_size=6).map(" ".join), max_size=25)
MIXED_CHOICES = st.builds(
    ReadingChoices,
    splits=st.lists(MIXED_WORDS, max_size=3).map(tuple),
    merges=st.lists(st.tuples(MIXED_WORDS, MIXED_WORDS), max_size=3).map(tuple),
)


@settings(deadline=None)
@given(MIXED_TEXTS, MIXED_CHOICES)
def test_no_word_and_no_form_is_listed_twice(answers: list[str], choices: ReadingChoices) -> None:
    reading = read_survey([*answers, *answers, *answers], choices)

    words = [word.word for word in reading.words]
    forms = [form for word in reading.words for form, _ in word.forms]
    assert len(set(words)) == len(words)
    assert len(set(forms)) == len(forms)


def test_a_form_of_both_languages_is_counted_in_one_family() -> None:
    english = [f"They were clear in the proses and told us why {row}" for row in "abc"]
    indonesian = [f"Prosesnya cepat, dan proses itu jelas untuk kami {row}" for row in "abcd"]

    reading = read_survey(english + indonesian)

    found = [word for word in reading.words if "proses" in dict(word.forms)]
    assert [(word.word, word.people) for word in found] == [("proses", 7)]


@pytest.mark.parametrize("text", ["a" * 20_000, "no " * 6_000, "!?" * 10_000, "'" * 20_000])
def test_one_endless_text_is_read_like_any_other(text: str) -> None:
    assert check_statement(text).text == text
    assert read_reaction(text).text == text
    assert read_survey([text, "rebate"]).rows == 2


@pytest.mark.parametrize("module", ["text.statement", "text.reaction", "cli.shapes"])
def test_statements_and_reactions_do_without_numpy(module: str) -> None:
    code = f"import sys, workshop_tui.{module}; print('numpy' in sys.modules)"

    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert printed.strip() == "False"
