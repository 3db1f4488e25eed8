"""The interface kept up to date with the disk: what another program writes is seen at once.

For the facilitator, and for a second opener, who can change nothing.
Loaded only once there is a terminal, because it brings the whole interface.
"""

from collections.abc import Callable

from workshop_tui.cli.garbage import collect_garbage_again
from workshop_tui.language import Language
from workshop_tui.room_on_disk import LOOK_EVERY_SECONDS
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.config import Config
from workshop_tui.ui.opened import OpenedWorkshop, Shelf


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
        self.call_after_refresh(collect_garbage_again)
