"""The smallest Textual list of many rows: what a cursor move of ours is compared with.

Textual's line API and nothing around it: two lines are drawn for a move.
"""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

ROWS = 3_000
CHOSEN = Style(bold=True)


class MinimalList(Widget, can_focus=True):
    """Numbered rows and a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [("down", "move(1)", ""), ("up", "move(-1)", "")]
    _cursor = 0

    def render_line(self, y: int) -> Strip:
        sign, style = ("▸", CHOSEN) if y == self._cursor else (" ", Style())
        return Strip([Segment(f"{sign} row {y} of {ROWS}", style)]).adjust_cell_length(
            self.size.width
        )

    def action_move(self, step: int) -> None:
        before, self._cursor = self._cursor, max(0, min(ROWS - 1, self._cursor + step))
        self.refresh(*(Region(0, y, self.size.width, 1) for y in (before, self._cursor)))


class MinimalListApp(App[None]):
    """One list."""

    def compose(self) -> ComposeResult:
        yield MinimalList()


if __name__ == "__main__":
    MinimalListApp().run()
