"""The palette: every command that acts here by its words, for hands that do not know its key."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.language import say
from workshop_tui.ui.commands.command import Command, Place
from workshop_tui.ui.keys import shown_key
from workshop_tui.ui.look import DIM, KEY
from workshop_tui.ui.page import Page
from workshop_tui.ui.widgets.field import LineField
from workshop_tui.ui.widgets.lines import Motion
from workshop_tui.ui.widgets.rows import Column, Row, RowList, widest_of

WIDEST_LABEL = 24
WIDEST_KEY = 9
_MOTIONS: dict[str, Motion] = {
    "down": "down",
    "up": "up",
    "pagedown": "page_down",
    "pageup": "page_up",
}


class PalettePage(Page):
    """A field above the commands; Enter does the one under the cursor."""

    places: ClassVar[tuple[Place, ...]] = ("help", "everywhere")
    DEFAULT_CSS = "PalettePage { layout: vertical; & LineField { margin: 1 2; } }"

    def __init__(
        self,
        commands: Sequence[tuple[Command, Message | None]],
        run: Callable[[Command], Awaitable[None]],
    ) -> None:
        """commands: with what keeps each from acting now; run: does the chosen one."""
        super().__init__()
        self._commands = tuple(commands)
        self._run = run
        self._field = LineField()
        self._rows = RowList([Column()] * 3)

    def compose(self) -> ComposeResult:
        yield self._field
        yield self._rows

    def on_shown(self) -> None:
        rows = [self._row(number) for number in range(len(self._commands))]
        labels, keys = (
            Column(width=widest_of((row.cells[place] for row in rows), most))
            for place, most in enumerate((WIDEST_LABEL, WIDEST_KEY))
        )
        self._rows.set_columns([labels, keys, Column()])
        self._rows.set_rows(rows)
        self._field.placeholder = self.t("ui.palette_field")
        self.screen.set_focus(self._field)

    def footer(self) -> Sequence[tuple[str, Message]]:
        return (("↵", Message.of("ui.do_it")), ("Esc", Message.of("ui.leave")))

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Type to narrow down, move, choose, leave; nothing behind the palette acts."""
        key = event.key if isinstance(event, events.Key) else ""
        if key in {"escape", "ctrl+p"}:
            await self.frame.close_page()
        elif key in {"enter", "ctrl+j"}:
            await self._choose()
        elif key in _MOTIONS:
            self._rows.move(_MOTIONS[key])
        elif await self._field.take(event):
            self._rows.set_filter(self._field.typed)
            self._rows.move("first")
        return True

    async def _choose(self) -> None:
        selected = self._rows.selected
        await self.frame.close_page()
        if selected is not None:
            await self._run(self._commands[int(selected)][0])

    def _row(self, number: int) -> Row:
        command, reason = self._commands[number]
        style = DIM if reason else ""
        key = shown_key(command.keys[0]) if command.keys else ""
        return Row(
            str(number),
            (
                Content.styled(say(command.label, self.language), style),
                Content.styled(key, DIM if reason else KEY),
                Content.styled(say(reason or command.help, self.language), DIM),
            ),
        )
