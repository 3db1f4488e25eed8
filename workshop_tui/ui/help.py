"""The help page: what this place is for, and the keys that act here, from the command table."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.language import say
from workshop_tui.ui.commands.command import Command, Place
from workshop_tui.ui.keys import shown_key
from workshop_tui.ui.look import DIM, KEY, STRONG, fitted
from workshop_tui.ui.page import Page
from workshop_tui.ui.prose import page
from workshop_tui.ui.widgets.pane import Pane

KEYS_WIDTH = 16


class HelpPage(Page):
    """Help for one place."""

    places: ClassVar[tuple[Place, ...]] = ("help", "lists", "everywhere")
    DEFAULT_CSS = "HelpPage { & > Pane { max-width: 104; } }"

    def __init__(self, name: str, commands: Sequence[tuple[Command, Message | None]]) -> None:
        """name: of the page in `help/`; commands: those that act there, with what keeps each
        from acting now."""
        super().__init__()
        self._about = name
        self._commands = tuple(commands)
        self._pane = Pane()
        self.panes = (self._pane,)

    def compose(self) -> ComposeResult:
        yield self._pane

    def on_shown(self) -> None:
        frame = page("frame", self.language) if self._about != "home" else ()
        self._pane.set_paragraphs(
            [
                *page(self._about, self.language),
                Content(""),
                Content.styled(self.t("ui.keys_here"), STRONG),
                Content(""),
                *(self._key(command, reason) for command, reason in self._commands if command.keys),
                Content(""),
                *frame,
            ]
        )

    def _key(self, command: Command, reason: Message | None) -> Content:
        keys = " ".join(shown_key(key) for key in command.keys)
        said = say(command.help, self.language)
        why = f" ({say(reason, self.language)})" if reason else ""
        return Content("").join(
            [
                Content("  "),
                fitted(Content.styled(keys, DIM if reason else KEY), KEYS_WIDTH),
                Content.styled(f"{said}{why}", DIM if reason else ""),
            ]
        )
