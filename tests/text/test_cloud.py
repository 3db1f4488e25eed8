"""The word cloud: words never touch, sizes tell the truth, and the picture is always the same."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.ui.survey_sample import REBATE
from workshop_tui.text.reading import read_survey
from workshop_tui.text.survey.block_letters import block_letters
from workshop_tui.text.survey.cloud import (
    AROUND,
    LONGEST,
    STEP,
    CloudWord,
    PlacedWord,
    Size,
    cloud_of,
)

WIDTHS = st.integers(0, 210)
HEIGHTS = st.integers(0, 60)
HOSTILE = (
    "[bold]", "[/", "[@click=app.quit]", "\x1b[31m", "\u202eabc", "e" + "\u0301" * 40, "|", "`",
    "<script>", "", " ", "\n", "服务" * 30, "🧑‍🤝‍🧑", "İstanbul", "ß" * 30, "don't",
    "\u0301",
)  # fmt: skip
LABELS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=40),
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14),
)
PLAIN_LABELS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=LONGEST)


def words_of(labels: list[tuple[str, int]]) -> list[CloudWord]:
    return [CloudWord(f"{at}", label, people) for at, (label, people) in enumerate(labels)]


def some_words(
    labels: st.SearchStrategy[str], most: int = 40
) -> st.SearchStrategy[list[CloudWord]]:
    return st.lists(st.tuples(labels, st.integers(0, 500)), max_size=most).map(words_of)


def placed_in(words: list[CloudWord], width: int, height: int) -> tuple[PlacedWord, ...]:
    return cloud_of(words, width, height, cell_len).placed


def touch(one: PlacedWord, other: PlacedWord) -> bool:
    """Whether a cell between them on a line is missing, or they cover each other."""
    apart = (
        one.column + one.width + AROUND <= other.column
        or other.column + other.width + AROUND <= one.column
        or one.line + one.height <= other.line
        or other.line + other.height <= one.line
    )
    return not apart


def many(count: int = 60) -> list[CloudWord]:
    """Words as a survey has them: few big ones, many small ones."""
    letters = "etaoinshrdlucmfwyp"
    return [
        CloudWord(
            f"w{at}", (letters[at % 18] + letters[at * 5 % 18]) * (2 + at % 4), 200 // (at + 1)
        )
        for at in range(count)
    ]


@settings(max_examples=150)
@given(some_words(LABELS), WIDTHS, HEIGHTS)
def test_whatever_the_words_none_touches_another_and_all_lie_inside(
    words: list[CloudWord], width: int, height: int
) -> None:
    placed = placed_in(words, width, height)

    for word in placed:
        assert word.column >= 0
        assert word.column + word.width <= width
        assert word.line >= 0
        assert word.line + word.height <= height
        assert all(cell_len(line) + word.margin <= word.width for line in word.lines)
    assert not [pair for pair in combinations(placed, 2) if touch(*pair)]


@settings(max_examples=60)
@given(some_words(LABELS), WIDTHS, HEIGHTS)
def test_the_same_words_in_the_same_room_give_the_same_picture(
    words: list[CloudWord], width: int, height: int
) -> None:
    assert cloud_of(words, width, height, cell_len) == cloud_of(words, width, height, cell_len)


@settings(max_examples=100)
@given(some_words(LABELS), WIDTHS, HEIGHTS)
def test_no_word_is_left_out_for_one_that_fewer_people_said(
    words: list[CloudWord], width: int, height: int
) -> None:
    placed = placed_in(words, width, height)

    by_people = sorted(words, key=lambda word: -word.people)
    assert [word.word for word in placed] == by_people[: len(placed)]


@settings(max_examples=100)
@given(some_words(PLAIN_LABELS), st.integers(LONGEST + 4, 210), HEIGHTS)
def test_who_was_said_by_as_many_is_as_big_and_who_was_said_by_more_is_no_smaller(
    words: list[CloudWord], width: int, height: int
) -> None:
    placed = placed_in(words, width, height)

    for one, other in pairwise(placed):
        assert one.size >= other.size
        assert one.size == other.size or one.word.people > other.word.people


@pytest.mark.parametrize("width", [56, 76, 116, 196])
def test_the_word_that_most_people_said_stands_in_the_middle(width: int) -> None:
    height = width // 5

    biggest = placed_in(many(), width, height)[0]

    assert biggest.word.key == "w0"
    assert biggest.column <= width // 2 < biggest.column + biggest.width
    assert biggest.line <= height // 2 < biggest.line + biggest.height


@pytest.mark.parametrize(("width", "height"), [(56, 9), (76, 15), (116, 31), (196, 42)])
def test_every_room_holds_a_good_number_of_words_and_letters_of_blocks(
    width: int, height: int
) -> None:
    placed = placed_in(many(), width, height)

    assert len(placed) >= 20
    assert placed[0].size >= Size.TWO_LINES


def test_what_counts_as_generic_moves_nothing() -> None:
    words = [CloudWord(word.key, word.word, word.people) for word in read_survey(REBATE).words]
    marked = [CloudWord(word.key, word.label, word.people, is_generic=True) for word in words]

    def places(words: list[CloudWord]) -> list[tuple[str, int, int]]:
        return [(at.word.key, at.column, at.line) for at in placed_in(words, 76, 15)]

    assert places(words) == places(marked)


@pytest.mark.parametrize("more", range(1, STEP))
def test_a_little_more_width_moves_no_word_against_another(more: int) -> None:
    before, after = placed_in(many(), 76, 15), placed_in(many(), 76 + more, 15)

    assert [(word.column, word.line) for word in before] == [
        (word.column, word.line) for word in after
    ]


def test_a_line_more_leaves_the_biggest_words_where_they_were() -> None:
    before, after = placed_in(many(), 76, 16), placed_in(many(), 76, 17)

    assert before[:8] == after[:8]


def test_a_word_without_letters_of_blocks_is_written_in_others() -> None:
    words = [CloudWord("1", "сервис", 9), CloudWord("2", "服务", 9), CloudWord("3", "a.b", 9)]

    lines = [word.lines for word in placed_in(words, 76, 15)]

    assert lines == [("С Е Р В И С",), ("服 务",), ("a.b",)]


def test_a_word_that_is_too_long_is_cut() -> None:
    (word,) = placed_in([CloudWord("1", "a" * 200, 3)], 76, 15)

    assert word.lines == ("a" * (LONGEST - 1) + "…",)


def test_block_letters_know_the_alphabet_and_drop_accents() -> None:
    for height in (2, 3, 5):
        drawn = [block_letters(letter, height) for letter in "abcdefghijklmnopqrstuvwxyz-'"]
        assert len(set(drawn)) == len(drawn)
        assert None not in drawn
        assert block_letters("résumé", height) == block_letters("RESUME", height)
        assert block_letters("naïve1", height) is None
        assert block_letters("", height) is None


@given(PLAIN_LABELS, st.sampled_from([2, 3, 5]))
def test_block_letters_are_as_many_lines_as_asked_and_all_as_wide(word: str, height: int) -> None:
    lines = block_letters(word, height)

    assert lines is not None
    assert len(lines) == height
    assert len({len(line) for line in lines}) == 1
