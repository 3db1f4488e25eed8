"""The base of everything this program draws itself: a widget that answers for one line at a time.

Only lines that changed are drawn again, which is what keeps a key press cheap over SSH. Leaves
out: what the lines say (subclasses) and fields to type in (`field`).
"""

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from workshop_tui.ui.look import DIM, parser_for, strip_of

Motion: TypeAlias = Literal[
    "up", "down", "page_up", "page_down", "first", "last", "left", "right", "next", "previous"
]
"""Where a cursor or a page can be moved. `next` and `previous` go by the order of what is listed,
which is not up and down where words stand in a picture."""


class LineWidget(Widget):
    """Draws `line(y)` for each of its lines; knows values, never the session."""

    can_focus = False
    DEFAULT_CSS = "LineWidget { height: 1; width: 1fr; }"

    def line(self, y: int) -> Content:
        """The content of line `y` of the visible part, counted from 0."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Textual asks for one line; nothing else is laid out or kept."""
        content, width, style = self.line(y), self.size.width, self.visual_style
        if not content.plain:
            return Strip.blank(width, style.rich_style)
        return strip_of(content, width, style, parser_for(self.app))

    def redraw_lines(self, lines: Iterable[int]) -> None:
        """Draw these lines of the visible part again, and only these."""
        size = self.size
        if not size:  # not on the screen now: what was drawn when it last was must not come back
            self.refresh()
            return
        regions = [Region(0, y, size.width, 1) for y in lines if 0 <= y < size.height]
        if regions:
            self.refresh(*regions)


class Hairline(LineWidget):
    """One thin line."""

    def line(self, y: int) -> Content:
        del y
        return Content.styled("─" * self.size.width, DIM)


class Block(LineWidget):
    """Lines that are set as they are; each is cut where it is too long."""

    def __init__(
        self,
        lines: Sequence[Content] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: tuple[Content, ...] = tuple(lines)

    @property
    def lines(self) -> tuple[Content, ...]:
        return self._lines

    def set_lines(self, lines: Sequence[Content]) -> None:
        """Show these lines; only those that differ are drawn again."""
        before, self._lines = self._lines, tuple(lines)
        if len(before) != len(self._lines) or self._widest(before) != self._widest(self._lines):
            self.refresh(layout=self.styles.auto_dimensions)
            return
        width = self.size.width
        changed = [
            region
            for y, (old, new) in enumerate(zip(before, self._lines, strict=True))
            if (region := changed_region(old, new, y, width)) is not None
        ]
        if changed:
            self.refresh(*changed)

    def line(self, y: int) -> Content:
        return self._lines[y] if y < len(self._lines) else Content("")

    def _widest(self, lines: Sequence[Content]) -> int:
        """The cells that the lines ask for where the style says `width: auto`, else 0."""
        width = self.styles.width
        is_auto = width is not None and width.is_auto
        return max((line.cell_length for line in lines), default=0) if is_auto else 0

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's signature
        """As wide as the widest line, where the style says `width: auto`."""
        return self._widest(self._lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As many lines as there are, where the style says `height: auto`."""
        return len(self._lines)


def changed_region(old: Content, new: Content, y: int, width: int) -> Region | None:
    """The cells of line `y` that differ; None where none do.

    A clock that ticks changes two cells of its line, and only they go over the wire.
    """
    if old.is_same(new):
        return None
    if old.cell_length != new.cell_length or list(old.spans) != list(new.spans):
        return Region(0, y, width, 1)
    start = _same_at_start(old.plain, new.plain)
    end = _same_at_start(old.plain[:start:-1], new.plain[:start:-1])
    before, after = Content(new.plain[:start]), Content(new.plain[len(new.plain) - end :])
    left, right = before.cell_length, new.cell_length - after.cell_length
    return Region(left, y, max(1, right - left), 1)


def _same_at_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
