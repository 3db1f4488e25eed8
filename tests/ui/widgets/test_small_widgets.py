"""Panes, bars, words, the title line, prose and the timer: values in, lines out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content

from workshop_tui.ui.frame_lines import StageMark, title_line
from workshop_tui.ui.look import plain
from workshop_tui.ui.prose import LINE_TO_WRITE_ON, paragraphs
from workshop_tui.ui.timer import BoxTimer
from workshop_tui.ui.widgets.bars import PERSON, bar, bar_length, distribution, dots
from workshop_tui.ui.widgets.lines import changed_region
from workshop_tui.ui.widgets.pane import Pane, wrapped
from workshop_tui.ui.widgets.words import SPACE, WordLine, word_rows


def texts(contents: tuple[Content, ...]) -> list[str]:
    return [content.plain for content in contents]


def test_paragraphs_are_wrapped_and_keep_their_indent() -> None:
    lines = wrapped([Content("  one two three"), Content(""), Content("four")], 9)

    assert [line.rstrip() for line in texts(lines)] == ["  one two", "  three", "", "four"]


@pytest.mark.parametrize(
    ("paragraph", "width", "expected"),
    [
        ("2  Make it easy now", 12, ["2  Make it", "   easy now"]),
        ("· Tell me more", 10, ["· Tell me", "  more"]),
        ("? Tell me more", 10, ["? Tell me", "  more"]),
        ("  └ 2 Easy now", 9, ["  └ 2", "    Easy", "    now"]),
        ("No   not yet, and why", 15, ["No   not yet,", "     and why"]),
        ("Ended.  Another one", 9, ["Ended.", "Another", "one"]),
        ("quite a long label  text", 12, ["quite a long", "label  text"]),
    ],
    ids=["number", "bullet", "question", "branch", "word", "two sentences", "label without room"],
)
def test_lines_begin_beneath_the_text_behind_a_label(
    paragraph: str, width: int, expected: list[str]
) -> None:
    lines = wrapped([Content(paragraph)], width)

    assert [line.rstrip() for line in texts(lines)] == expected


@given(st.lists(st.text()), st.integers(1, 60))
def test_no_wrapped_line_is_wider_than_the_pane(lines: list[str], width: int) -> None:
    contents = wrapped([plain(line) for line in lines], max(width, 2))

    assert all(line.rstrip().cell_length <= max(width, 2) for line in contents)


class OneWidget(App[None]):
    def __init__(self, widget: Pane | WordLine) -> None:
        super().__init__()
        self.widget = widget

    def compose(self) -> ComposeResult:
        yield self.widget

    def lines(self) -> list[str]:
        height = self.widget.size.height
        return [self.widget.render_line(y).text.rstrip() for y in range(height)]


async def test_a_pane_scrolls_and_shows_that_there_is_more() -> None:
    pane = Pane([Content(f"line {n}") for n in range(10)])
    app = OneWidget(pane)

    async with app.run_test(size=(20, 4)):
        first = app.lines()
        pane.move("page_down")
        second = app.lines()
        pane.move("last")
        last = app.lines()
        moved = pane.move("left")

    assert first == ["line 0", "line 1", "line 2", "↓"]
    assert second[0] == "line 3"
    assert last == ["line 6", "line 7", "line 8", "line 9"]
    assert not moved


async def test_a_pane_draws_only_lines_that_changed() -> None:
    pane = Pane([Content("a"), Content("b"), Content("c")])
    app = OneWidget(pane)
    drawn: list[int] = []

    async with app.run_test(size=(20, 6)) as pilot:
        original = pane.line

        def line(y: int) -> Content:
            drawn.append(y)
            return original(y)

        pane.set_paragraphs([Content("a"), Content("changed"), Content("c")])
        pane.line = line  # type: ignore[method-assign] # counts what is drawn
        await pilot.pause()

    assert drawn == [1]


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("Saved 14:02:11", "Saved 14:02:12", (13, 1)),
        ("Saved 14:02:59", "Saved 14:03:00", (10, 4)),
        ("漢字 1", "漢字 2", (5, 1)),
        ("aaa", "aba", (1, 1)),
        ("short", "longer one", (0, 40)),
    ],
)
def test_only_the_cells_that_changed_are_drawn_again(
    old: str, new: str, cells: tuple[int, int]
) -> None:
    region = changed_region(Content(old), Content(new), 0, 40)

    assert region is not None
    assert (region.x, region.width) == cells


@given(st.text("ab漢 ", max_size=12), st.text("ab漢 ", max_size=12))
def test_cells_outside_the_changed_region_are_the_same(old: str, new: str) -> None:
    region = changed_region(Content(old), Content(new), 0, 40)

    if region is None:
        assert old == new
    else:
        for part in (slice(0, region.x), slice(region.right, None)):
            assert cells_of(old)[part] == cells_of(new)[part]


def cells_of(text: str) -> list[str]:
    return [letter for letter in text for _ in range(Content(letter).cell_length)]


@pytest.mark.parametrize(("value", "cells"), [(0, 0), (1, 1), (50, 5), (100, 10), (400, 10)])
def test_a_bar_is_as_long_as_its_share_and_never_hides_a_number(value: int, cells: int) -> None:
    assert bar_length(value, 100, 10) == cells
    assert bar(value, 100, 10).cell_length == 10


def test_people_are_dots_as_long_as_there_is_room() -> None:
    assert dots(3, 5).plain == "●●●"
    assert dots(12, 5).plain == "●×12"
    assert distribution([0, 1, 3], [5, 5, 5]).plain == "     ●    ●●●  "
    assert PERSON == "●"


async def test_the_cursor_goes_from_word_to_word_and_marks_stand_beneath() -> None:
    line = WordLine()
    app = OneWidget(line)

    async with app.run_test(size=(40, 4)) as pilot:
        line.set_words(["We", "help", "you", "fix", "it."], marks={2: "●●"})
        await pilot.pause()
        line.move("right")
        line.move("right")
        shown = app.lines()
        chosen = line.selected_word
        line.move("last")

    assert shown[0] == "We  help  you  fix  it."
    assert shown[1].index("●●") in range(shown[0].index("you"), shown[0].index("you") + 3)
    assert chosen == "you"
    assert line.selected == 4


async def test_a_click_chooses_the_word_under_it() -> None:
    moves: list[int | None] = []
    line = WordLine(on_move=moves.append)
    app = OneWidget(line)

    async with app.run_test(size=(40, 4)) as pilot:
        line.set_words(["We", "help", "fix"])
        await pilot.pause()
        await pilot.click(WordLine, offset=(5, 0))

    assert moves == [1]


@given(st.lists(st.text("abc漢", min_size=1, max_size=12)), st.integers(12, 60))
def test_rows_of_words_hold_every_word_once_and_fit(words: list[str], width: int) -> None:
    found = word_rows([Content(word).cell_length for word in words], width)

    assert [index for row in found for index in row] == list(range(len(words)))
    for row in found:
        cells = sum(Content(words[index]).cell_length for index in row) + SPACE * (len(row) - 1)
        assert cells <= width or len(row) == 1


STAGES = ["Set-up", "Survey", "Draft", "Score", "Gut check", "Sustain"]
INDONESIAN = ["Persiapan", "Survei", "Draf", "Menilai", "Uji rasa", "Keberlanjutan"]


def marks(labels: list[str], current: int) -> list[StageMark]:
    return [
        StageMark(label, is_done=place < current, is_current=place == current)
        for place, label in enumerate(labels)
    ]


@pytest.mark.parametrize("labels", [STAGES, INDONESIAN])
@pytest.mark.parametrize("current", range(6))
@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_title_line_fits_and_names_the_current_stage(
    labels: list[str], current: int, width: int
) -> None:
    right = (Content(" 4:31  Saved 14:02:11"), Content(" 4:31  ✓ 14:02:11"))

    line = title_line(width, "Clean rides", marks(labels, current), right)

    assert Content(line.plain).cell_length == width
    assert f"▸ {labels[current]}" in line.plain
    assert line.plain.startswith(" Clean")
    assert "14:02:11" in line.plain


def test_a_narrow_title_line_gives_far_stages_their_numbers() -> None:
    line = title_line(60, "Clean rides", marks(INDONESIAN, 1), (Content("✓ 14:02:11"),))

    assert "✓ Persiapan ▸ Survei   Draf  4  5  6 ✓ 14:02:11" in line.plain


def test_done_stages_are_ticked() -> None:
    line = title_line(120, "Clean rides", marks(STAGES, 2), (Content(""),))

    assert "✓ Set-up  ✓ Survey  ▸ Draft    Score" in line.plain


def test_our_own_pages_are_set_as_paragraphs_and_lists() -> None:
    found = paragraphs("# Head\n\nOne **strong**\nline, `n`.\n\n- first\n- second\n\n1. third\n")

    assert texts(found) == [
        "Head",
        "",
        "One strong line, n.",
        "",
        "· first",
        "· second",
        "",
        "1. third",
    ]


def test_the_timer_counts_down_and_then_says_how_far_over_it_is() -> None:
    timer = BoxTimer.started("Drafts", 10, now=100.0)

    assert timer.shown(100.0) == "10:00"
    assert timer.shown(429.0) == "4:31"
    assert timer.shown(712.0) == "+0:12"
    assert timer.extended(5, now=712.0).shown(712.0) == "5:00"
    assert timer.extended(5, now=400.0).shown(400.0) == "10:00"
    assert not timer.rung().extended(5, now=712.0).has_rung
    assert (timer.is_forgotten(4300.0), timer.is_forgotten(4301.0)) == (False, True)


def test_lines_to_write_on_are_kept_in_a_paper() -> None:
    lines = texts(paragraphs("**Say it**\n\n______\n\n______"))

    assert lines == ["Say it", "", LINE_TO_WRITE_ON, "", LINE_TO_WRITE_ON]
