"""Where the driver and its thread write: a terminal that may be slow, stop reading, or go away.

A terminal that stops reading (a frozen connection, a suspended window) blocks whoever writes to it,
for ever; and with it the thread, the lock of the stream, and the end of the program. So this
writes through an open file of its own that never blocks, and waits only as long as it may.
"""

import contextlib
import io
import os
import select
import termios
import time
from collections.abc import Callable
from typing import Final

from workshop_tui.ui.sgr import fewer_bytes

PATIENCE: Final = 2.0
"""Seconds that a terminal has to take what was still to be written when the program ends."""
LOOK_EVERY: Final = 0.1
"""Seconds of waiting for room, after which it is looked whether waiting is still allowed."""


class TerminalOutput(io.TextIOBase):
    """The file that text for the terminal is written to.

    `send` never waits, and is for the thread that draws; `write` waits for room, in another.
    """

    def __init__(self, terminal: int, patience: float = PATIENCE) -> None:
        """terminal: a descriptor of it. It is opened anew, because not to block is a property of
        the open file, which the shell shares. patience: seconds, counted from `hurry`.
        """
        self._patience = patience
        self._ends_at: float | None = None
        self._left = b""
        self._times_handed_over = 0
        self._times_written = 0
        """Each is counted in one thread only; they differ while something waits for room."""
        self._may_block = False
        try:
            path = os.ttyname(terminal)
            self._terminal = os.open(path, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        except OSError:  # no name here, as in some containers: then it may block, as everywhere
            self._terminal = os.dup(terminal)
            self._may_block = True

    def fileno(self) -> int:
        return self._terminal

    def isatty(self) -> bool:
        return True

    def take_time(self) -> None:
        """Wait for a slow terminal from now on."""
        self._ends_at = None

    def hurry(self) -> None:
        """The program leaves: write what the terminal takes within the time, drop the rest."""
        self._ends_at = time.monotonic() + self._patience

    def send(self, text: str, hand_over: Callable[[str], None]) -> None:
        """Write at once what the terminal takes; hand over what has to wait for room.

        hand_over: has another thread call `write` with what it is given, in the order given. Never
        waits and never raises.
        """
        is_behind = self._times_handed_over != self._times_written
        if not is_behind and self._write_at_once(text):
            return
        self._times_handed_over += 1
        hand_over(text if is_behind else "")

    def _write_at_once(self, text: str) -> bool:
        """Whether the terminal took it all. What it did not take comes first in `write`."""
        data = _bytes_of(text)
        taken = 0
        if not self._may_block:
            with contextlib.suppress(OSError):
                taken = os.write(self._terminal, data)
        self._left = data[taken:]
        return not self._left

    def write(self, text: str) -> int:
        """Write all of it, or drop what the terminal does not take. Never raises."""
        data = memoryview(self._left + _bytes_of(text))
        self._left = b""
        with contextlib.suppress(OSError):  # it has gone, which reading from it tells the driver
            while data and self._has_room():
                with contextlib.suppress(BlockingIOError):
                    data = data[os.write(self._terminal, data) :]
        self._times_written += 1
        return len(text)

    def _has_room(self) -> bool:
        """Wait for room; False where there is none and the time is over."""
        while not self._is_writable(LOOK_EVERY):
            if self._ends_at is not None and time.monotonic() > self._ends_at:
                # What was not taken is thrown away, so that the last words still find room.
                with contextlib.suppress(termios.error):
                    termios.tcflush(self._terminal, termios.TCOFLUSH)
                return False
        return True

    def _is_writable(self, seconds: float) -> bool:
        watched = select.poll()
        watched.register(self._terminal, select.POLLOUT)
        return bool(watched.poll(seconds * 1000))


def _bytes_of(text: str) -> bytes:
    return fewer_bytes(text).encode("utf-8", "replace")
