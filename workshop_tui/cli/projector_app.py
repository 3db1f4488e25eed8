"""The projector's program: it follows the facilitator's, and can change nothing.

Loaded only once there is a terminal, because it brings the interface.
"""

from collections.abc import Callable

from textual import events
from textual.screen import Screen

from workshop_tui.cli.garbage import collect_garbage_again
from workshop_tui.domain.values import STAGES
from workshop_tui.language import Language
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.config import Config
from workshop_tui.ui.keys import key_name
from workshop_tui.ui.opened import OpenedWorkshop
from workshop_tui.ui.projector.screen import ProjectorScreen


class ProjectorApp(WorkshopApp):
    """The projector's view: slides that follow the facilitator's screen, and nothing else."""

    def __init__(
        self,
        *,
        language: Language,
        config: Config,
        look: Callable[[], None],
        opened: OpenedWorkshop,
    ) -> None:
        super().__init__(language=language, config=config, opened=opened)
        self._slides = ProjectorScreen(opened, look)

    def get_default_screen(self) -> Screen[None]:
        return self._slides

    def on_mount(self) -> None:
        self.call_after_refresh(collect_garbage_again)

    async def on_event(self, event: events.Event) -> None:
        """Keys leave, or turn to a stage until the facilitator turns to another."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        key = key_name(event.key, event.character)
        command = self._config.keymap.called_by(key, ("workshop", "stages", "everywhere"))
        if command is None:
            return
        if command.name in {"quit", "close_workshop"}:
            self.exit(return_code=0)
        for stage in STAGES:
            if command.name == f"go_to_{stage}":
                self._slides.turn_to(stage)
