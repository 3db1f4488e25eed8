"""Commands that act here: who does each, and why one cannot act now."""

from collections.abc import Callable, Sequence

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.ui.commands.command import Command, Place
from workshop_tui.ui.commands.table import Keymap
from workshop_tui.ui.page import CommandTarget, does, run_on


class Dispatch:
    """Finds who does a command: of those who are there, the first that has it."""

    def __init__(
        self,
        keymap: Keymap,
        targets: Callable[[], Sequence[CommandTarget]],
        is_read_only: Callable[[], bool],
    ) -> None:
        """targets: nearest first; the last one has every command that no other has.

        is_read_only: whether commands that change the workshop are refused.
        """
        self._keymap = keymap
        self._targets = targets
        self._is_read_only = is_read_only

    def reason_not_to(self, command: Command) -> Message | None:
        """Why this command cannot act now; None where it can."""
        if command.changes and self._is_read_only():
            return Message.of("ui.read_only")
        return self._target(command).reason_against(command.name)

    async def do(self, command: Command) -> Message | None:
        """Do a command completely. Why it was not done; None where it was."""
        reason = self.reason_not_to(command)
        if reason is None:
            try:
                await run_on(self._target(command), command.name)
            except RefusedError as refused:
                return refused.reason
        return reason

    def at(self, places: Sequence[Place]) -> list[tuple[Command, Message | None]]:
        """Every command of these places, with why it cannot act now."""
        return [(command, self.reason_not_to(command)) for command in self._keymap.at(places)]

    def _target(self, command: Command) -> CommandTarget:
        targets = self._targets()
        return next((target for target in targets if does(target, command.name)), targets[-1])
