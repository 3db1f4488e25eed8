"""The field of several lines: Textual's TextArea, fed by the one key route like `field`'s."""

from textual import events
from textual.widgets import TextArea

from workshop_tui.domain.plain_text import clean


class TextField(TextArea):
    """Several lines. ctrl+j begins a new one; Enter, Tab and Esc are left to the owner."""

    DEFAULT_CSS = """
    TextField { background: transparent; padding: 0; height: 4; scrollbar-size: 0 0; }
    TextField:focus { background: transparent; border: none; }
    TextField .text-area--cursor {
        background: $background !important; color: $foreground !important;
        text-style: reverse !important;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(compact=True, highlight_cursor_line=False, id=id)
        self.cursor_blink = False

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self.text

    def start_with(self, text: str) -> None:
        """Begin with this text, the cursor behind it."""
        self.text = text
        self.move_cursor(self.document.end)

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Do what the key does to the text; False where it does nothing to it."""
        if isinstance(event, events.Paste):
            self.insert(clean(event.text))
            return True
        if event.key == "ctrl+j":
            self.insert("\n")
            return True
        if event.key == "up" and self.cursor_location[0] == 0 and self.cursor_at_first_line:
            return False
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            await self.run_action(binding.action)
            return True
        if event.is_printable:
            await self._on_key(event)
            return True
        return False
