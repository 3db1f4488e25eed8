"""The projector's own screen: it follows the facilitator's and shows nothing but slides."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from workshop_tui.domain.values import Stage
from workshop_tui.progress import where_it_stands
from workshop_tui.store.on_screen import OnScreen
from workshop_tui.ui.opened import OpenedWorkshop
from workshop_tui.ui.projector.shown import Shown
from workshop_tui.ui.projector.slides import clock_of, slide_of
from workshop_tui.ui.projector.view import SlideView
from workshop_tui.ui.readings import Readings

LOOK_EVERY_SECONDS: Final = 0.06
"""A look costs three questions to the file system. With drawing, and on a busy machine, a slide is
less than a quarter of a second behind the facilitator."""


class ProjectorScreen(Screen[None]):
    """Slides of one workshop, as the facilitator's screen turns to them.

    It holds while nobody runs the workshop, and follows again when somebody does.
    """

    DEFAULT_CSS = "ProjectorScreen { background: $background; color: $foreground; }"

    def __init__(self, opened: OpenedWorkshop, look: Callable[[], None]) -> None:
        """look: has the Room show what another program wrote; called several times a second."""
        super().__init__()
        self._opened = opened
        self._look = look
        self._slide = SlideView()
        self._seen: OnScreen | None = None
        """What the facilitator's screen was last seen turned to."""
        self._turned_to: OnScreen | None = None
        self._drawn: tuple[int, OnScreen, Content] | None = None
        self._readings = Readings(opened.room, opened.folder, self.run_worker)

    def compose(self) -> ComposeResult:
        yield self._slide

    def on_mount(self) -> None:
        self._readings.watch(self._draw)
        self.set_interval(LOOK_EVERY_SECONDS, self._follow)
        self.call_after_refresh(self._readings.start)
        self._follow()

    def on_unmount(self) -> None:
        self._readings.stop()

    def turn_to(self, stage: Stage) -> None:
        """Show this stage until the facilitator's screen turns elsewhere."""
        self._turned_to = OnScreen(stage=stage)
        self._draw()

    def _follow(self) -> None:
        self._look()
        seen = self._opened.on_screen()
        if seen is not None and seen != self._seen:
            self._seen = self._turned_to = seen
        if self._what_is_shown() != self._drawn:
            self._draw()

    def _draw(self) -> None:
        self._drawn = self._what_is_shown()
        shown = Shown(self._opened.room.session, self._on_screen(), self._readings.current)
        self._slide.show(slide_of(shown, datetime.now(UTC)))

    def _what_is_shown(self) -> tuple[int, OnScreen, Content]:
        """Another value where the slide is another one; of a new reading we are told."""
        on_screen = self._on_screen()
        # The Room makes a new session of every change.
        return id(self._opened.room.session), on_screen, clock_of(on_screen, datetime.now(UTC))

    def _on_screen(self) -> OnScreen:
        return self._turned_to or OnScreen(stage=where_it_stands(self._opened.room.session))
