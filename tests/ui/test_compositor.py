"""What is drawn is what Textual would draw, and nobody is asked for more than is seen."""

from itertools import product

from rich.segment import Segment
from textual._compositor import Compositor
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from workshop_tui.ui.compositor import SeenCompositor

WIDTH, HEIGHT = 40, 12
UNCHANGED = 4


class Lines(Widget):
    """The same text on every line, and which lines it was asked for."""

    def __init__(self, text: str, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._text = text
        self.asked: set[int] = set()

    def render_line(self, y: int) -> Strip:
        self.asked.add(y)
        return Strip([Segment(f"{y} {self._text}")]).adjust_cell_length(self.size.width)


class Overlapping(Screen[None]):
    """Two halves, one of which scrolls; over them a box, and a line docked at the bottom."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SeenCompositor()

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Lines("left 漢字漢字漢字漢字漢字", id="left")
            with VerticalScroll(id="right"):
                yield Lines("tall", id="tall")
        yield Lines("box", id="box")
        yield Lines("docked", id="docked")

    def compositor(self) -> Compositor:
        return self._compositor


class OverlappingApp(App[None]):
    """Shows the one screen."""

    CSS = """
    Overlapping { layers: below above; overflow: hidden; }
    #left { width: 1fr; }
    #right { width: 17; }
    #tall { height: 30; }
    #box { layer: above; width: 11; height: 4; offset: 9 3; border: round white; }
    #docked { dock: bottom; height: 1; }
    """

    def get_default_screen(self) -> Screen[None]:
        return Overlapping()


def drawn(compositor: Compositor, crop: Region, *, as_textual: bool) -> dict[tuple[int, int], str]:
    """What stands in each piece of every line of the crop but one, by line and first cell."""
    render = Compositor._render_chops if as_textual else type(compositor)._render_chops
    chops = render(compositor, crop, lambda y: y != UNCHANGED)
    return {
        (y, start): strip.text
        for y in crop.line_range
        for (start, strip), end in zip(chops[y].items(), compositor.cuts[y][1:], strict=False)
        if y != UNCHANGED and start < crop.right and end > crop.x
    }


def overlapping(app: OverlappingApp) -> Overlapping:
    screen = app.screen
    assert isinstance(screen, Overlapping)
    return screen


async def test_every_part_of_the_screen_is_drawn_as_textual_draws_it() -> None:
    app = OverlappingApp()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        screen = overlapping(app)
        screen.query_one("#right").scroll_to(y=7, animate=False)
        await pilot.pause()
        compositor = screen.compositor()

        for left, top, width, height in product((0, 5, 13, 39), (0, 3, 11), (1, 9, 40), (1, 3, 12)):
            crop = Region(left, top, width, height).intersection(Region(0, 0, WIDTH, HEIGHT))
            ours = drawn(compositor, crop, as_textual=False)

            assert ours
            assert ours == drawn(compositor, crop, as_textual=True)


async def test_only_the_lines_that_change_are_asked_for_and_only_of_who_is_seen_there() -> None:
    app = OverlappingApp()
    async with app.run_test(size=(WIDTH, HEIGHT)):
        screen = overlapping(app)
        widgets = {widget.id: widget for widget in screen.query(Lines)}
        for widget in widgets.values():
            widget.asked.clear()
            widget._styles_cache.clear()

        box = widgets["box"].region
        changed = box.y + 1
        crop = Region(box.x, changed, box.width, 2)
        screen.compositor()._render_chops(crop, lambda y: y == changed)

        assert widgets["box"].asked == {0}
        assert not any(widgets[name].asked for name in ("left", "tall", "docked"))
