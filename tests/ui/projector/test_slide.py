"""A slide stands in the middle of any screen, and says at most seven things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from tests.large_letters import read_aloud
from workshop_tui.ui.look import plain
from workshop_tui.ui.projector.slide import MOST_THINGS, Slide, slide_lines

SIZES = [(60, 18), (80, 24), (120, 40), (200, 50)]
TEXTS = st.text(max_size=400)
SLIDES = st.builds(
    Slide,
    heading=st.builds(plain, TEXTS),
    statement=TEXTS.map(lambda text: plain(text).plain),
    rows=st.lists(st.builds(plain, TEXTS), max_size=20).map(tuple),
    foot=st.builds(plain, TEXTS),
    corner=st.builds(plain, st.text(max_size=8)),
    hang=st.integers(0, 12),
)


def drawn(slide: Slide, size: tuple[int, int]) -> list[str]:
    return [line.plain.rstrip() for line in slide_lines(slide, *size)]


@given(SLIDES, st.integers(1, 200), st.integers(0, 60))
def test_any_slide_fills_any_screen_and_no_more(slide: Slide, width: int, height: int) -> None:
    lines = slide_lines(slide, width, height)

    assert len(lines) == height
    assert all(line.cell_length <= width for line in lines)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "statement", ["We help fix it.", "每个人都很方便。"], ids=["large", "small"]
)
def test_a_statement_stands_in_a_box_in_the_middle(statement: str, size: tuple[int, int]) -> None:
    width, height = size

    lines = drawn(Slide(statement=statement), size)

    assert statement in read_aloud("\n".join(lines))
    box = [place for place, line in enumerate(lines) if line.strip()]
    left = len(lines[box[0]]) - len(lines[box[0]].lstrip())
    right = width - len(lines[box[0]])
    assert abs(box[0] - (height - 1 - box[-1])) <= 1
    assert abs(left - right) <= 1
    assert min(left, right, box[0]) >= 1


@pytest.mark.parametrize("size", [(120, 40), (200, 50)])
def test_a_statement_is_large_beside_seven_rows(size: tuple[int, int]) -> None:
    text = "Make it easy to join the clean vehicle movement."
    rows = tuple(Content(f"{number}  a step") for number in range(7))

    lines = drawn(Slide(statement=text, rows=rows, foot=Content("round 2")), size)

    assert not any(text in line for line in lines)
    assert text in read_aloud("\n".join(lines))
    assert sum("a step" in line for line in lines) == 7


@pytest.mark.parametrize(
    "statement",
    ["Café for all", "word " * 60, "incomprehensibilities" * 3],
    ids=["accent", "long", "wide"],
)
def test_what_cannot_be_written_large_is_written_small_and_whole(statement: str) -> None:
    lines = drawn(Slide(statement=statement), (80, 24))

    wording = " ".join(line.strip("│ ") for line in lines if "│" in line)
    assert "".join(wording.split()) == "".join(statement.split())


def test_a_long_statement_is_broken_into_lines_of_like_length() -> None:
    text = "We make it easy for people to install a clean heater with a rebate they can trust."

    lines = [line.strip("│ ") for line in drawn(Slide(statement=text), (80, 24)) if "│" in line]

    wording = [line for line in lines if line]
    assert " ".join(wording) == text
    assert len(wording) == 2
    assert abs(len(wording[0]) - len(wording[1])) < 12


def test_a_room_is_shown_seven_things_at_most() -> None:
    rows = tuple(Content(f"thing {number}") for number in range(20))

    lines = drawn(Slide(rows=rows), (200, 60))

    assert sum("thing" in line for line in lines) == MOST_THINGS


def test_a_long_row_goes_on_beneath_its_own_text() -> None:
    words = "word " * 30
    slide = Slide(rows=(Content(f"20 Nov  {words}".strip()),), hang=8)

    lines = [line.plain for line in slide_lines(slide, 80, 24) if line.plain.strip()]

    first = lines[0].index("word")
    assert lines[0].strip().startswith("20 Nov")
    assert all(line.index("word") == first for line in lines)
    assert sum(line.count("word") for line in lines) == 30


def test_rows_too_long_for_the_screen_are_cut_and_say_so() -> None:
    rows = tuple(Content(f"{number}  " + "a long step " * 20) for number in range(6))

    lines = drawn(Slide(statement="Here", rows=rows, hang=3), (80, 24))

    starts = [line.strip()[0] for line in lines if line.strip()[:1].isdigit()]
    assert starts == list("012345")
    assert sum(line.endswith("…") for line in lines) == 6


def test_a_sentence_is_broken_into_lines_of_like_length() -> None:
    lines = drawn(Slide(heading=Content("word " * 17)), (80, 24))

    first, second = (line.strip() for line in lines if line.strip())
    assert abs(len(first) - len(second)) <= len("word ")


def test_a_timer_stands_apart_at_the_top_right() -> None:
    lines = drawn(Slide(statement="We help fix it.", corner=Content("4:31")), (80, 24))

    assert lines[0] == "4:31".rjust(76)
