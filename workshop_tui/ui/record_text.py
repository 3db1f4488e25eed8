"""The pane that the record is read in: scrolled by line, page and section. Knows no session."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Region

from workshop_tui.record.blocks import Document
from workshop_tui.ui.look import DIM
from workshop_tui.ui.record_lines import RecordLines, record_lines
from workshop_tui.ui.widgets.lines import LineWidget, Motion


class RecordText(LineWidget):
    """Shows a document; only the lines in sight are drawn."""

    DEFAULT_CSS = "RecordText { height: 1fr; width: 1fr; max-width: 104; }"

    def __init__(self, on_section: Callable[[str], None]) -> None:
        """on_section: told the section at the top whenever scrolling brings up another."""
        super().__init__()
        self._on_section = on_section
        self._document: Document | None = None
        self._laid_out = RecordLines()
        self._laid_out_at = -1
        self._top = 0

    def set_document(self, document: Document) -> None:
        """Show this one; the section that was at the top stays there."""
        section, below = self.section, self._top
        below -= self._laid_out.starts.get(section, 0)
        self._document = document
        self._laid_out_at = -1
        start = self._lines().starts.get(section)
        self._top = self._within(0 if start is None else start + below)
        self.refresh()

    @property
    def section(self) -> str:
        """The key of the section at the top; "" before there is a document."""
        return self._laid_out.section_at(self._top)

    def jump(self, section: str) -> None:
        """Bring this section to the top, as far as the text reaches."""
        start = self._lines().starts.get(section)
        if start is not None:
            self._go(0 if section == next(iter(self._laid_out.starts)) else start)

    def move(self, motion: Motion) -> bool:
        """Scroll; False for a motion that means nothing here."""
        page = max(1, self.size.height - 1)
        steps = {"up": -1, "down": 1, "page_up": -page, "page_down": page}
        places = {"first": 0, "last": len(self._lines().lines)}
        if motion not in steps and motion not in places:
            return False
        before = self.section
        self._go(places[motion] if motion in places else self._top + steps[motion])
        if self.section != before:
            self._on_section(self.section)
        return True

    def set_active(self, active: bool) -> None:  # noqa: FBT001 - the value is the state itself
        """A pane without a cursor looks the same."""

    def copy_text(self) -> str:
        """What is in sight."""
        lines = self._lines().lines[self._top : self._top + self.size.height]
        return "\n".join(line.plain for line in lines)

    def line(self, y: int) -> Content:
        lines = self._lines().lines
        place = y + self._top
        if y == self.size.height - 1 and place < len(lines) - 1:
            return Content.styled("↓", DIM)
        return lines[place] if place < len(lines) else Content("")

    def on_resize(self) -> None:
        self._top = self._within(self._top)
        self.refresh()

    def on_mouse_scroll_down(self) -> None:
        self.move("down")

    def on_mouse_scroll_up(self) -> None:
        self.move("up")

    def _go(self, place: int) -> None:
        place = self._within(place)
        if place != self._top:
            before = self._visible()
            self._top = place
            self._redraw(before)

    def _visible(self) -> list[Content]:
        return [self.line(y) for y in range(self.size.height)]

    def _redraw(self, before: Sequence[Content]) -> None:
        """Send only what is or was written: a record has more air than words."""
        pairs = enumerate(zip(before, self._visible(), strict=True))
        regions = [
            Region(0, y, max(old.cell_length, new.cell_length), 1)
            for y, (old, new) in pairs
            if not old.is_same(new)
        ]
        if regions:
            self.refresh(*regions)
        elif (
            not before
        ):  # not on the screen now: what was drawn when it last was must not come back
            self.refresh()

    def _within(self, place: int) -> int:
        return max(0, min(place, len(self._lines().lines) - self.size.height))

    def _lines(self) -> RecordLines:
        if self._laid_out_at != self.size.width and self._document is not None:
            self._laid_out_at = self.size.width
            self._laid_out = record_lines(self._document, self.size.width)
        return self._laid_out
