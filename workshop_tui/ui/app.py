"""The Textual application: terminal, signals, themes, crashes, and every key into one route.

Leaves out everything that is seen, which is the frame's.
"""

import asyncio
import os
import signal
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App
from textual.filter import LineFilter, NoColor
from textual.screen import Screen
from textual.worker import WorkerFailed

from workshop_tui.crash_report import crash_folder, write_crash_report
from workshop_tui.language import Language
from workshop_tui.ui.config import Config
from workshop_tui.ui.driver import GuardedDriver
from workshop_tui.ui.frame import Frame, Views
from workshop_tui.ui.opened import OpenedWorkshop, Shelf
from workshop_tui.ui.router import route
from workshop_tui.ui.stages.registry import STAGE_VIEWS
from workshop_tui.ui.themes import THEMES

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)


class WorkshopApp(App[None]):
    """The facilitator's screen.

    After `run()`: return_code is 0 when the user left, 128 + n after signal n, 1 after a crash
    (then `crash_report` is the file that tells of it), None when the input thread died.
    """

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    ESCAPE_TO_MINIMIZE = False
    BINDINGS: ClassVar = []

    def __init__(
        self,
        *,
        language: Language,
        config: Config | None = None,
        shelf: Shelf | None = None,
        opened: OpenedWorkshop | None = None,
        views: Views = STAGE_VIEWS,
        crashes: Path | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        """shelf: the home screen's workshops; opened: begin in this one.

        views: the view of each stage. crashes: the folder for a report of a crash; None: the
        user's own. The caller has checked that standard input and output are terminals.
        """
        without_colour = "NO_COLOR" in environ
        super().__init__(driver_class=GuardedDriver, ansi_color=without_colour or None)
        self.animation_level = "none"
        self._config = config or Config()
        self._language = language
        self._shelf = shelf
        self._opened = opened
        self._views = views
        self._crashes = crashes
        self.crash_report: Path | None = None
        for theme in THEMES:
            self.register_theme(theme)
        # Before the style sheet is first read: set later, the theme would have it read twice.
        self.set_reactive(WorkshopApp.theme, self._config.theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The frame is the one screen."""
        return Frame(
            language=self._language,
            keymap=self._config.keymap,
            views=self._views,
            shelf=self._shelf,
            opened=self._opened,
        )

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Under NO_COLOR colours are left out, not turned into greys; dim and bold stay."""
        return (NoColor(),) if self.no_color else super().get_line_filters()

    def on_mount(self) -> None:
        if self.is_headless:
            return
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, self._leave, 128 + number)

    def _leave(self, return_code: int) -> None:
        self.exit(return_code=return_code)

    async def on_event(self, event: events.Event) -> None:
        """Take every key and paste in this task, one after the other; leave the rest to Textual."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            frame = self.screen
            # What was typed behind the key that leaves has no screen to act on any more.
            if isinstance(frame, Frame) and not self._exit:
                await frame.ready.wait()
                await route(event, self._config.keymap, frame)
            return
        await super().on_event(event)

    def _fatal_error(self) -> None:
        """Private in Textual; the original prints people's words, from local variables."""
        self.bell()
        error = self._exception
        if error is not None:
            now = datetime.now()  # noqa: DTZ005 - the name of a file
            folder = self._crashes or crash_folder()
            # Only the error in a worker knows where it happened, not what Textual wraps it in.
            cause = error.error if isinstance(error, WorkerFailed) else error
            self.crash_report = write_crash_report(cause, folder, now)
        self._close_messages_no_wait()
