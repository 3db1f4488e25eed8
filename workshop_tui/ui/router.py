"""The one route of every key and paste: the open form, the page's own field, then the commands.

The app awaits it for each event in its own task, so that a key is done completely, with whatever
it opens, before the next is looked at; nothing typed ahead is lost or overtakes.
"""

from collections.abc import Sequence
from typing import Protocol

from textual import events

from workshop_tui.domain.message import Message
from workshop_tui.ui.commands.command import Command, Place
from workshop_tui.ui.commands.table import Keymap
from workshop_tui.ui.keys import key_name


class KeyTaker(Protocol):
    """A form or page that takes keys before any command does; False passes one on."""

    async def take(self, event: events.Key | events.Paste) -> bool: ...


class Routed(Protocol):
    """What the router asks of the frame."""

    @property
    def is_too_small(self) -> bool: ...

    @property
    def places(self) -> Sequence[Place]: ...

    def key_takers(self) -> Sequence[KeyTaker]: ...

    def see_somebody(self) -> None: ...

    def clear_notice(self) -> None: ...

    def show_notice(self, message: Message) -> None: ...

    def redraw(self) -> None: ...

    async def run(self, command: Command) -> None: ...


async def route(event: events.Key | events.Paste, keymap: Keymap, frame: Routed) -> None:
    """Handle one event completely."""
    key = key_name(event.key, event.character) if isinstance(event, events.Key) else ""
    if frame.is_too_small:
        leaving = keymap.called_by(key, ("everywhere",))
        if leaving is not None and leaving.name == "quit":
            await frame.run(leaving)
        return
    frame.see_somebody()
    frame.clear_notice()
    for taker in frame.key_takers():
        if await taker.take(event):
            frame.redraw()
            return
    if isinstance(event, events.Paste):
        frame.show_notice(Message.of("ui.nowhere_to_paste"))
        return
    command = keymap.called_by(key, frame.places)
    if command is not None:
        await frame.run(command)
