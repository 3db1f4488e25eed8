"""A slide stands in the middle of any screen, and says at most seven things."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from tests.large_letters import read_aloud
from workshop_tui.ui.look import plain
from workshop_tui.ui.projector.grid import Cell, Table
from workshop_tui.ui.projector.items import Item, Items
from workshop_tui.ui.projector.large_letters import HEIGHT
from workshop_tui.ui.projector.slide import Slide, slide_lines

SIZES = [(60, 18), (80, 24), (120, 40), (200, 50)]
TEXTS = st.text(max_size=400)
ITEMS = st.builds(Item, st.text(max_size=8), TEXTS)
CELLS = st.builds(Cell, st.text(max_size=20), st.just(""), st.integers(0, 30), st.booleans())
BLOCKS = st.one_of(
    st.builds(Items, st.lists(ITEMS, max_size=8).map(tuple)),
    st.builds(Table, st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8).map(tuple)),
)
SLIDES = st.builds(
    Slide,
    heading=st.builds(plain, TEXTS),
    statement=TEXTS.map(lambda text: plain(text).plain),
    blocks=st.lists(BLOCKS, max_size=3).map(tuple),
    foot=st.lists(st.builds(plain, TEXTS), max_size=3).map(tuple),
    corner=st.builds(plain, st.text(max_size=8)),
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
    rows = Items(tuple(Item(f"{number}", "a step") for number in range(7)))

    lines = drawn(Slide(statement=text, blocks=(rows,), foot=(Content("round 2"),)), size)

    assert not any(text in line for line in lines)
    assert text in read_aloud("\n".join(lines))
    assert read_aloud("\n".join(lines)).count("a step") == 7


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
    text = "We make it easy for people to install a café heater with a rebate they can trust."

    lines = [line.strip("│ ") for line in drawn(Slide(statement=text), (80, 24)) if "│" in line]

    wording = [line for line in lines if line]
    assert " ".join(wording) == text
    assert len(wording) == 2
    assert abs(len(wording[0]) - len(wording[1])) < 12


def test_a_statement_too_long_for_the_screen_is_cut_in_its_box_and_says_so() -> None:
    slide = Slide(statement="a long promise " * 130, foot=(Content("draft 3 of 7"),))

    lines = [line.strip() for line in drawn(slide, (80, 24)) if line.strip()]

    top, *wording, last, bottom, foot = lines
    assert (top[0], bottom[0], foot) == ("╭", "╰", "draft 3 of 7")
    assert last.strip("│ ").endswith("…")
    assert not any("…" in line for line in wording)


def test_a_long_row_goes_on_beneath_its_own_text() -> None:
    words = "word " * 30
    slide = Slide(blocks=(Items((Item("20 Nov", f"{words}é"),)),))

    lines = [line.plain for line in slide_lines(slide, 80, 24) if line.plain.strip()]

    first = lines[0].index("word")
    assert lines[0].strip().startswith("20 Nov")
    assert all(line.index("word") == first for line in lines)
    assert sum(line.count("word") for line in lines) == 30


def test_no_word_of_a_row_stands_alone_on_a_line() -> None:
    slide = Slide(blocks=(Items((Item("20 Nov", "naïve " + "word " * 12 + "last"),)),))

    first, second = (line.split() for line in drawn(slide, (80, 24)) if line.strip())

    assert abs(len(first[2:]) - len(second)) <= 2


def test_rows_too_long_for_the_screen_are_cut_and_say_so() -> None:
    rows = Items(tuple(Item(f"{number}", "a long step " * 20) for number in range(6)))

    lines = drawn(Slide(statement="Here", blocks=(rows,)), (80, 24))

    starts = [line.strip()[0] for line in lines if line.strip()[:1].isdigit()]
    assert starts == list("012345")
    assert sum(line.endswith("…") for line in lines) == 6


def test_a_whole_screen_is_written_large_before_any_part_is_written_small() -> None:
    agenda = Items(tuple(Item("15 min", f"Item {number} of the day") for number in range(7)))
    slide = Slide(headline="Clean rides", blocks=(agenda,), foot=(Content("for everyone"),))

    lines = drawn(slide, (200, 50))
    said = read_aloud("\n".join(lines))

    assert not any(letter.isalpha() for letter in "".join(lines))
    assert all(f"15 min Item {number} of the day" in said for number in range(7))
    assert "for everyone" in said


def test_people_are_dots_in_a_large_table_and_a_number_where_there_is_no_room_for_them() -> None:
    few = Table(((Cell("simple"), Cell(people=3)),))
    many = Table(((Cell("simple"), Cell(people=90)),))

    dots = "\n".join(drawn(Slide(blocks=(few,)), (120, 40)))
    number = "\n".join(drawn(Slide(blocks=(many,)), (120, 40)))

    assert dots.count("▀██▀") == 3
    assert "simple 90" in read_aloud(number)


def test_sentences_beneath_a_slide_are_broken_between_two_of_them() -> None:
    foot = tuple(Content(f"é {'word ' * 7}end{number}") for number in range(3))

    lines = [line.strip() for line in drawn(Slide(foot=foot), (100, 24)) if line.strip()]

    assert [line.count("é") for line in lines] == [line.count("end") for line in lines]
    assert len(lines) == 2


def test_a_foot_that_goes_on_and_on_leaves_the_screen_to_the_rest() -> None:
    slide = Slide(statement="We help fix it.", foot=(Content("scope é " * 300),))

    lines = drawn(slide, (80, 24))

    assert "We help fix it." in read_aloud("\n".join(lines))
    assert sum("scope" in line for line in lines) == 3
    assert sum(line.endswith("…") for line in lines) == 1


def test_a_sentence_is_broken_into_lines_of_like_length() -> None:
    lines = drawn(Slide(heading=Content("word " * 16 + "naïve")), (80, 24))

    first, second = (line.strip() for line in lines if line.strip())
    assert abs(len(first) - len(second)) <= len("word ")


def test_a_timer_stands_apart_at_the_top_right() -> None:
    lines = drawn(Slide(statement="We help fix it.", corner=Content("4:31")), (80, 24))

    assert "4:31" in read_aloud("\n".join(lines[: HEIGHT + 1]))
    assert max(len(line) for line in lines[: HEIGHT + 1]) == 76


def test_a_timer_is_small_where_a_large_one_would_stand_on_something() -> None:
    wide = Slide(heading=Content("word " * 28), corner=Content("4:31"))
    full = msgspec.structs.replace(
        wide, picture=lambda width, height: [Content("x" * width)] * height
    )

    lines = drawn(full, (80, 24))

    assert lines[0] == "4:31".rjust(76)
