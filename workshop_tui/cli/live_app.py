"""The interface kept up to date with the disk: what another program writes is seen at once.

For a second opener, and for the projector, where nothing private may ever be seen and nothing is
changed. Loaded only once there is a terminal, because it brings the whole interface.
"""

import gc
from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from workshop_tui.language import Language
from workshop_tui.room_on_disk import LOOK_EVERY_SECONDS
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.commands.table import TABLE, Keymap
from workshop_tui.ui.config import Config
from workshop_tui.ui.frame import Frame
from workshop_tui.ui.opened import OpenedWorkshop, Shelf

NOT_ON_THE_PROJECTOR: Final = frozenset({"projector", "guide", "export", "copy", "close_workshop"})
"""What would show private things, or lead away from the workshop."""


class LiveApp(WorkshopApp):
    """The facilitator's screen, which has the open session look at its files."""

    def __init__(
        self,
        *,
        language: Language,
        config: Config,
        look: Callable[[], None],
        shelf: Shelf | None,
        opened: OpenedWorkshop | None,
    ) -> None:
        """look: called on the screen's thread, several times a second."""
        super().__init__(language=language, config=config, shelf=shelf, opened=opened)
        self._look = look

    def on_mount(self) -> None:
        # Textual calls the handlers of the base class too.
        self.set_interval(LOOK_EVERY_SECONDS, self._look)
        self.call_after_refresh(_collect_garbage_again)


class ProjectorApp(LiveApp):
    """The projector's view: in projector mode from the first frame to the last."""

    def __init__(
        self,
        *,
        language: Language,
        config: Config,
        look: Callable[[], None],
        opened: OpenedWorkshop,
    ) -> None:
        super().__init__(
            language=language,
            config=replace(config, keymap=for_projector(config.keymap)),
            look=look,
            shelf=None,
            opened=opened,
        )

    def on_mount(self) -> None:
        self.run_worker(self._hide_private_things(), name="projector")

    async def _hide_private_things(self) -> None:
        frame = self.screen
        if isinstance(frame, Frame):
            await frame.ready.wait()
            await frame.run(Keymap(TABLE).named("projector"))
            frame.clear_notice()
            frame.redraw()


def _collect_garbage_again() -> None:
    """The first frame stands: what was loaded for it stays, and need not be looked at again."""
    gc.freeze()
    gc.enable()


def for_projector(keymap: Keymap) -> Keymap:
    """The keys that look at a workshop and change nothing."""
    return Keymap(
        tuple(
            command
            for command in keymap.commands
            if not command.changes and command.name not in NOT_ON_THE_PROJECTOR
        )
    )
