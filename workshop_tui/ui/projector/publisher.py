"""Tells the projector's program what the facilitator's screen is turned to.

Through a small file, since the two are programs of their own, on one machine or on two terminals
of it. Leaves out what that file looks like (`store.on_screen`).
"""

import contextlib
from collections.abc import Callable
from threading import Lock
from typing import Final

from textual.widget import Widget

from workshop_tui.domain.message import RefusedError
from workshop_tui.store.on_screen import OnScreen

MOST_OFTEN_SECONDS: Final = 0.05
"""The first move is told of at once; a cursor that runs on is told of twenty times a second."""


class Publisher:
    """Publishes what is on the screen, the latest only, off the screen's thread."""

    def __init__(self, publish: Callable[[OnScreen | None], None], widget: Widget) -> None:
        """publish: called in a thread; None takes it back. widget: whose timers to use."""
        self._publish = publish
        self._widget = widget
        self._latest: OnScreen | None = None
        self._handed_over: OnScreen | None = None
        self._is_resting = False
        self._publishing = Lock()

    def turn_to(self, on_screen: OnScreen) -> None:
        """The screen shows this now. Cheap where it is what it was."""
        if on_screen == self._latest:
            return
        self._latest = on_screen
        if not self._is_resting:
            self._hand_over()

    def stop(self) -> None:
        """Nothing is on the screen any more."""
        self._latest = self._handed_over = None
        self._write()

    def _hand_over(self) -> None:
        self._handed_over, self._is_resting = self._latest, True
        self._widget.run_worker(self._write, thread=True, exit_on_error=False)
        self._widget.set_timer(MOST_OFTEN_SECONDS, self._rested)

    def _rested(self) -> None:
        self._is_resting = False
        if self._latest != self._handed_over:
            self._hand_over()

    def _write(self) -> None:
        # A projector that is behind harms nobody; a full disk is told of by the workshop itself.
        with self._publishing, contextlib.suppress(RefusedError):
            self._publish(self._latest)
