"""Fields to type in: Textual's own editors, fed one key at a time by the program's one key route.

Textual edits printable keys and the editor's bindings in different tasks, so that fast typing is
reordered (`abc⌫⌫z` gave "ab"); here `take` finishes each key before the next is looked at. The
field of several lines is in `text_field`.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from rich.highlighter import Highlighter
from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import Input

from workshop_tui.domain.plain_text import clean_line
from workshop_tui.ui.widgets.question import MASK

Spans: TypeAlias = Sequence[tuple[int, int]]
"""Start and end of pieces of a text, in characters."""

# Textual's Input would scroll, as every scrolling widget, or post a message, on these.
_LEFT_TO_THE_OWNER = frozenset(
    {"enter", "up", "down", "pageup", "pagedown", "ctrl+pageup", "ctrl+pagedown"}
)


class LineField(Input):
    """One line. Enter, Tab, Esc, Up and Down are left to whoever owns the field."""

    DEFAULT_CSS = """
    LineField, LineField:focus { background: transparent; background-tint: transparent; }
    LineField > .input--cursor {
        background: $background; color: $foreground; text-style: reverse;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(select_on_focus=False, compact=True, id=id)
        self.cursor_blink = False

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self.value

    def start_with(self, text: str) -> None:
        """Begin with this text, the cursor behind it."""
        self.value = text
        self.cursor_position = len(text)

    @property
    def content_width(self) -> int:
        """A masked field is as wide as its mask, however much is typed."""
        return len(MASK) + 1 if self.password else super().content_width

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor is put: behind the mask, it tells no length either."""
        if not self.password:
            return super().cursor_screen_offset
        return self.content_region.offset + Offset(len(MASK) if self.value else 0, 0)

    def render_line(self, y: int) -> Strip:
        """The line of the field; a masked one looks the same from the first letter on."""
        if not self.password or y:
            return super().render_line(y)
        cursor = self.get_component_rich_style("input--cursor", partial=True)
        marks = Segment(MASK if self.value else "")
        strip = Strip([marks, Segment(" ", cursor if self.has_focus else None)])
        return strip.adjust_cell_length(self.size.width).apply_style(self.rich_style)

    def underline(self, marks: Callable[[str], Spans] | None) -> None:
        """Underline these pieces of whatever is typed, as it is typed."""
        self.highlighter = _Underliner(marks) if marks else None
        self.refresh()

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Do what the key does to the text; False where it does nothing to it."""
        if isinstance(event, events.Paste):
            self.replace(one_line(event.text), *sorted(self.selection))
            return True
        if event.key in _LEFT_TO_THE_OWNER:
            return False
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            await self.run_action(binding.action)
            return True
        if event.is_printable:
            await self._on_key(event)
            return True
        return False


def one_line(pasted: str) -> str:
    """Pasted text for a field of one line: every line of it, with the blanks at its ends."""
    line = clean_line(pasted)
    before = " " if line and pasted[:1].isspace() else ""
    after = " " if line and pasted[-1:] in {" ", "\t"} else ""
    return f"{before}{line}{after}"


class _Underliner(Highlighter):
    """Underlines pieces of the text that the field shows."""

    def __init__(self, marks: Callable[[str], Spans]) -> None:
        self._marks = marks

    def highlight(self, text: Text) -> None:
        for start, end in self._marks(text.plain):
            text.stylize("underline bold", start, end)
