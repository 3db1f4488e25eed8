"""Where the driver's thread writes: a terminal that may be slow, stop reading, or go away.

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
from typing import Final

from workshop_tui.ui.sgr import fewer_bytes

PATIENCE: Final = 2.0
"""Seconds that a terminal has to take what was still to be written when the program ends."""
LOOK_EVERY: Final = 0.1
"""Seconds of waiting for room, after which it is looked whether waiting is still allowed."""


class TerminalOutput(io.TextIOBase):
    """The file that text for the terminal is written to, in the driver's writing thread."""

    def __init__(self, terminal: int, patience: float = PATIENCE) -> None:
        """terminal: a descriptor of it. It is opened anew, because not to block is a property of
        the open file, which the shell shares. patience: seconds, counted from `hurry`.
        """
        self._patience = patience
        self._ends_at: float | None = None
        try:
            path = os.ttyname(terminal)
            self._terminal = os.open(path, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        except OSError:  # no name here, as in some containers: then it may block, as everywhere
            self._terminal = os.dup(terminal)

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

    def write(self, text: str) -> int:
        """Write all of it, or drop what the terminal does not take. Never raises."""
        data = memoryview(fewer_bytes(text).encode("utf-8", "replace"))
        with contextlib.suppress(OSError):  # it has gone, which reading from it tells the driver
            while data and self._has_room():
                with contextlib.suppress(BlockingIOError):
                    data = data[os.write(self._terminal, data) :]
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
