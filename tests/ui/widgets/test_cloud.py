"""Words in a picture: arrows go to the nearest, j and k by order, changed words are drawn."""

from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region

from workshop_tui.ui.widgets.cloud import CloudSpot, WordCloud, distance, set_apart

WHERE = {"big": (10, 4, 2), "left": (1, 4, 1), "right": (22, 5, 1), "above": (12, 0, 1),
         "below": (8, 8, 1), "corner": (24, 9, 1)}  # fmt: skip


def spot(key: str, column: int, line: int, height: int = 1, style: str = "") -> CloudSpot:
    lines = tuple(Content.styled(key, style) for _ in range(height))
    return CloudSpot(key, column, line, lines, f"{key} {key}s", f"{key}  7")


def spots(**styles: str) -> list[CloudSpot]:
    return [spot(key, *where, style=styles.get(key, "")) for key, where in WHERE.items()]


class CloudApp(App[None]):
    """A cloud in an app, where its cursor went, and what it drew anew."""

    def __init__(self) -> None:
        super().__init__()
        self.moves: list[str | None] = []
        self.cloud = WordCloud(on_select=self.moves.append)
        self.cloud.set_empty([Content("Nothing yet.")])

    def compose(self) -> ComposeResult:
        yield self.cloud

    def lines(self) -> list[str]:
        size = self.cloud.size
        return [self.cloud.render_line(y).text.rstrip() for y in range(size.height)]


async def test_words_stand_where_they_were_put() -> None:
    app = CloudApp()

    async with app.run_test(size=(40, 12)):
        assert app.lines()[1] == "Nothing yet."
        app.cloud.set_spots(spots())
        shown = app.lines()

    assert shown[0] == " " * 12 + "above"
    assert shown[4] == " left     big"
    assert shown[5] == " " * 10 + "big         right"


async def test_the_first_arrow_selects_the_first_word_and_the_next_the_nearest() -> None:
    app = CloudApp()
    app.cloud.set_spots(spots())

    async with app.run_test(size=(40, 12)):
        for motion in ("down", "right", "down", "left", "up", "up", "up", "left"):
            assert app.cloud.move(motion)

    assert app.moves == ["big", "right", "corner", "below", "big", "above", "left"]


async def test_next_and_previous_go_by_order_and_stop_at_the_ends() -> None:
    app = CloudApp()
    app.cloud.set_spots(spots())

    async with app.run_test(size=(40, 12)):
        for motion in ("next", "next", "previous", "previous", "last", "next", "first"):
            app.cloud.move(motion)

    assert app.moves == ["big", "left", "big", "corner", "big"]


def test_an_arrow_never_leads_backwards() -> None:
    there = spots()
    here = there[0]

    ahead = {
        motion: {at.key for at in there if distance(here, at, motion) is not None}
        for motion in ("left", "right", "up", "down")
    }

    assert ahead == {
        "left": {"left"},
        "right": {"right", "corner"},
        "up": {"above"},
        "down": {"below", "corner"},
    }


async def test_when_the_selected_word_goes_the_one_in_its_place_is_selected() -> None:
    app = CloudApp()
    app.cloud.set_spots(spots())

    async with app.run_test(size=(40, 12)):
        app.cloud.select("left")
        app.cloud.set_spots([at for at in spots() if at.key != "left"])
        assert app.cloud.selected == "right"
        app.cloud.set_spots([])

    assert app.cloud.selected is None


async def test_the_filter_hides_words_and_moves_none() -> None:
    app = CloudApp()
    app.cloud.set_spots(spots())

    async with app.run_test(size=(40, 12)):
        app.cloud.select("left")
        app.cloud.set_filter("RIGHTs")
        only = app.lines()
        app.cloud.set_filter("zzz")
        none = app.lines()
        app.cloud.set_filter("")
        all_of_them = app.lines()

    assert app.moves == ["left", "right"]
    assert [line for line in only if line] == [" " * 22 + "right"]
    assert [line for line in none if line] == ["  / zzz"]
    assert all_of_them[4].endswith("big")


def test_only_words_that_look_different_are_drawn_again() -> None:
    before, after = spots(big="bold"), spots(right="bold")

    changed = {at.region for at in set_apart(before, after)}

    assert changed == {Region(10, 4, 3, 2), Region(22, 5, 5, 1)}


async def test_a_click_selects_a_word_and_copying_says_what_it_is() -> None:
    app = CloudApp()
    app.cloud.set_spots(spots())

    async with app.run_test(size=(40, 12)) as pilot:
        assert app.cloud.copy_text() == ""
        await pilot.click(WordCloud, offset=(11, 5))
        assert app.cloud.selected == "big"
        await pilot.click(WordCloud, offset=(0, 0))

    assert app.cloud.copy_text() == "big  7"
