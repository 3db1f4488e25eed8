"""What is being typed goes to the disk whenever the fingers rest, and comes back when it opens.

Leaves out the forms (`widgets.questions`) and the file (`store.half_typed`).
"""

import contextlib
from collections.abc import Callable
from threading import Lock
from typing import Final, Protocol

from textual.timer import Timer
from textual.widget import Widget

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.store.half_typed import NOTHING, HalfTyped

REST_SECONDS: Final = 0.7
"""How long nothing is typed before it is written: a word's pause, not a letter's."""


class Forms(Protocol):
    """The forms of the screen, as far as what is half typed goes."""

    @property
    def half_typed(self) -> HalfTyped: ...

    def take_up(self, half_typed: HalfTyped, on_typed: Callable[[], None] | None) -> None: ...


class HalfTypedKeeper:
    """Keeps what is half typed in one workshop."""

    def __init__(self, forms: Forms, keep: Callable[[HalfTyped], None], widget: Widget) -> None:
        """keep: brings it to the disk, from any thread. widget: whose timers and workers to use."""
        self._forms = forms
        self._keep = keep
        self._widget = widget
        self._resting: Timer | None = None
        self._latest = self._written = NOTHING
        self._writing = Lock()

    def start(self, before: HalfTyped) -> Message | None:
        """Let what was half typed before come back; what to say of it."""
        self._latest = self._written = before
        self._forms.take_up(before, self._typed)
        if not before.forms:
            return None
        return Message.of("ui.half_typed", len(before.forms), ask=before.forms[-1].ask)

    def stop(self) -> None:
        """Keep what is half typed now; the forms are for another workshop."""
        self._rest_no_more()
        self._latest = self._forms.half_typed
        self._forms.take_up(NOTHING, None)
        self._write()

    def _typed(self) -> None:
        self._rest_no_more()
        self._resting = self._widget.set_timer(REST_SECONDS, self._rested)

    def _rested(self) -> None:
        self._resting = None
        self._latest = self._forms.half_typed
        self._widget.run_worker(self._write, thread=True, exit_on_error=False)

    def _rest_no_more(self) -> None:
        if self._resting is not None:
            self._resting.stop()
            self._resting = None

    def _write(self) -> None:
        # Whoever comes second writes what is latest, so that an older text never replaces it.
        with self._writing:
            latest = self._latest
            if latest == self._written:
                return
            # A disk that takes nothing is told of by the workshop itself, which matters more.
            with contextlib.suppress(RefusedError):
                self._keep(latest)
                self._written = latest
