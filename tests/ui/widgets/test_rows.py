"""A list keeps its cursor on its row, its order, its columns in line, and its cost low."""

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content

from workshop_tui.ui.widgets.rows import GAP, Column, Row, RowList, column_widths

COLUMNS = [Column("WORDS"), Column("people", 8, "right")]


def row(key: str, people: int = 1) -> Row:
    return Row(key, (Content(key), Content(str(people))))


def rows(*keys: str) -> list[Row]:
    return [row(key) for key in keys]


class ListApp(App[None]):
    """A list in an app, and where its cursor went."""

    def __init__(self, *keys: str) -> None:
        super().__init__()
        self.moves: list[str | None] = []
        self.list = RowList(COLUMNS, on_move=self.moves.append, empty=[Content("Nothing yet.")])
        self.list.set_rows(rows(*keys))

    def compose(self) -> ComposeResult:
        yield self.list

    def lines(self) -> list[str]:
        size = self.list.size
        return [self.list.render_line(y).text.rstrip() for y in range(size.height)]


async def test_columns_stand_in_line_and_numbers_to_the_right() -> None:
    app = ListApp()
    app.list.set_rows([row("customer", 141), row("漢字漢字", 9)])

    async with app.run_test(size=(30, 8)):
        shown = app.lines()

    assert shown[0] == "  WORDS                people"
    assert shown[1] == "▸ customer                141"
    assert shown[2] == "  漢字漢字                  9"


async def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    app = ListApp("a word that is longer than its column")

    async with app.run_test(size=(30, 8)):
        shown = app.lines()

    assert shown[1] == "▸ a word that is l…         1"


async def test_the_cursor_stays_on_its_row_when_rows_come_and_go() -> None:
    app = ListApp("a", "b", "c")

    async with app.run_test(size=(30, 8)):
        app.list.move("down")
        app.list.set_rows(rows("new", "a", "b", "c"))
        stayed = app.list.selected
        app.list.set_rows(rows("new", "a", "c"))
        gone = app.list.selected

    assert stayed == "b"
    assert gone == "c"


async def test_the_cursor_keeps_to_the_last_row_when_the_last_goes() -> None:
    app = ListApp("a", "b", "c")

    async with app.run_test(size=(30, 8)):
        app.list.move("last")
        app.list.set_rows(rows("a", "b"))

    assert app.list.selected == "b"


async def test_moving_redraws_two_lines_and_scrolling_the_whole_list() -> None:
    app = ListApp(*"abcdefghij")
    drawn: list[int] = []

    async with app.run_test(size=(30, 5)) as pilot:
        original = app.list.line

        def line(y: int) -> Content:
            drawn.append(y)
            return original(y)

        app.list.line = line  # type: ignore[method-assign] # counts what is drawn
        app.list.move("down")
        await pilot.pause()
        moved, drawn[:] = sorted(drawn), []
        app.list.move("last")
        await pilot.pause()

    assert moved == [1, 2]
    assert sorted(drawn) == [0, 1, 2, 3, 4]


async def test_pages_and_ends_are_reached_and_the_cursor_is_always_in_sight() -> None:
    app = ListApp(*(f"row {n}" for n in range(100)))

    async with app.run_test(size=(30, 11)):
        for motion in ("page_down", "page_down", "page_up", "last", "up", "first"):
            app.list.move(motion)
            assert any(line.startswith("▸ ") for line in app.lines())
            if motion == "last":
                assert app.list.selected == "row 99"

    assert app.list.selected == "row 0"


async def test_the_filter_shows_rows_with_every_word_and_keeps_the_cursor() -> None:
    app = ListApp("fast help", "helpful people", "fast cars")

    async with app.run_test(size=(30, 8)):
        app.list.move("last")
        app.list.set_filter("FAST")
        fast = [r.key for r in app.list.shown]
        app.list.set_filter("help fast")
        both = [r.key for r in app.list.shown]
        app.list.set_filter("")
        everything = len(app.list.shown)

    assert fast == ["fast help", "fast cars"]
    assert both == ["fast help"]
    assert everything == 3


async def test_an_empty_list_teaches() -> None:
    app = ListApp()

    async with app.run_test(size=(30, 8)):
        shown = app.lines()

    assert shown[2] == "  Nothing yet."
    assert app.list.selected is None
    assert app.list.copy_text() == ""


async def test_the_view_is_told_of_every_move_and_only_of_moves() -> None:
    app = ListApp("a", "b")
    app.moves.clear()

    async with app.run_test(size=(30, 8)):
        app.list.move("down")
        app.list.move("down")
        app.list.select("a")
        app.list.set_rows(rows("a", "b", "c"))

    assert app.moves == ["b", "a"]


async def test_a_click_and_the_wheel_move_the_cursor() -> None:
    app = ListApp("a", "b", "c")

    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.click(RowList, offset=(3, 3))
        clicked = app.list.selected
        await pilot.click(RowList, offset=(3, 0))

    assert clicked == "c"
    assert app.list.selected == "c"


@given(
    st.lists(st.none() | st.integers(1, 20), min_size=1, max_size=6),
    st.integers(1, 200),
)
def test_columns_fill_the_width_where_one_is_free(widths: list[int | None], width: int) -> None:
    columns = [Column(width=column) for column in widths]

    found = column_widths(columns, width)

    fixed = sum(column for column in widths if column)
    gaps = GAP * (len(widths) - 1)
    free = widths.count(None)
    assert all(cells >= 1 for cells in found)
    if free and width - fixed - gaps >= free:
        assert sum(found) + gaps == width


@given(
    st.lists(st.sampled_from("abcdefgh"), unique=True),
    st.lists(
        st.sampled_from(["up", "down", "page_up", "page_down", "first", "last", "left", "right"])
        | st.lists(st.sampled_from("abcdefgh"), unique=True)
        | st.sampled_from("abcd").map(lambda needle: (needle,))
    ),
)
def test_no_order_of_moves_and_changes_loses_the_cursor(
    keys: list[str], steps: list[object]
) -> None:
    shown = RowList(COLUMNS)
    shown.set_rows(rows(*keys))

    for step in steps:
        if isinstance(step, str):
            shown.move(step)  # type: ignore[arg-type] # one of the motions
        elif isinstance(step, tuple):
            shown.set_filter(step[0])
        else:
            shown.set_rows(rows(*step))  # type: ignore[misc] # a list of keys
        visible = [r.key for r in shown.shown]
        assert shown.selected in visible or (shown.selected is None and not visible)
