"""A program in a real pseudo-terminal, and the screen that a person would see."""

import contextlib
import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

import pyte

from tests.large_letters import read_aloud

LIMIT = 30.0
"""Seconds after which a wait fails."""
QUIET = 0.3
"""Seconds without output that count as settled."""
TAKE_TERMINAL = 'exec <"$0" >"$0" 2>&1; exec "$@"'
"""A session leader's first terminal becomes the one that hangs up on it and sends its signals."""
LOCAL_MODES = 3
"""Where termios keeps whether letters are echoed and lines are edited."""


def _environment() -> dict[str, str]:
    """Ours, without the size that a test worker sets for screens that are none."""
    return {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}


class PtyScreen:
    """Runs `python -m module arguments` and reads its screen. Kills it at the end of the block."""

    def __init__(
        self,
        module: str,
        *arguments: str,
        columns: int,
        rows: int,
        ignored: Sequence[signal.Signals] = (),
    ) -> None:
        """ignored: signals that the program is started with as ignored, as `nohup` does."""
        self.raw = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._fd, terminal = os.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        traps = "".join(f"trap '' {number.value}; " for number in ignored)
        self._process = subprocess.Popen(
            [
                *("sh", "-c", traps + TAKE_TERMINAL, os.ttyname(terminal)),
                *(sys.executable, "-m", module, *arguments),
            ],
            env={**_environment(), "TERM": "xterm-256color", "LANG": "C.UTF-8"},
            start_new_session=True,
        )
        self._terminal = terminal
        """Kept open until the program has begun; else the first reading would find it closed."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._let_go_of_terminal()
        if self._fd >= 0:
            os.close(self._fd)

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._process.pid

    def send(self, data: bytes) -> None:
        """Write all of it in one piece."""
        while data:
            data = data[os.write(self._fd, data) :]

    def type(self, keys: str) -> None:
        """Press these keys as fast as they come; `\\r` is Enter."""
        self.send(keys.encode())

    def wait_for(self, text: str) -> str:
        """The screen, settled, once this text stands on it. Fails with the screen in the end."""
        self.see(text)
        self.settle()
        return self.text()

    def see(self, *texts: str) -> str:
        """The screen as soon as all these texts stand on it at once."""
        return self.wait_until(lambda shown: all(text in shown for text in texts), repr(texts))

    def see_slide(self, *texts: str) -> str:
        """The screen as soon as all these texts stand on it, in small letters or in large ones."""
        return self.wait_until(
            lambda shown: all(text in read_aloud(shown) for text in texts), repr(texts)
        )

    def wait_until(self, condition: Callable[[str], bool], wanted: str) -> str:
        """The screen once it meets a condition. Fails with the screen when the time runs out.

        wanted: what the condition is, for the failure.
        """
        end = time.monotonic() + LIMIT
        while not condition(self.text()):
            if time.monotonic() > end or (not self._read(0.2) and self._gone()):
                raise AssertionError(f"no {wanted} on the screen:\n{self.text()}")
        return self.text()

    def settle(self) -> None:
        """Read until nothing comes any more."""
        while self._read(QUIET):
            pass

    def text(self) -> str:
        """The screen as text."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def hang_up(self) -> None:
        """The window is closed."""
        self._let_go_of_terminal()
        os.close(self._fd)
        self._fd = -1

    def kill(self) -> None:
        """End the program as a power cut would, and wait until it is gone."""
        self._process.kill()
        self._process.wait()

    @property
    def edits_lines(self) -> bool:
        """Whether the terminal echoes letters and edits lines, as a shell expects it."""
        wanted = termios.ECHO | termios.ICANON | termios.ISIG
        return bool(termios.tcgetattr(self._fd)[LOCAL_MODES] & wanted == wanted)

    def exit_code(self, within: float = LIMIT) -> int:
        """The program's exit code, minus the signal where one killed it.

        within: seconds that it may take.
        """
        end = time.monotonic() + within
        while not self._gone():
            if time.monotonic() > end:
                raise AssertionError("the program is still running")
            if self._fd >= 0:
                self._read(0.05)
            else:
                select.select([], [], [], 0.05)
        if self._fd >= 0:
            self.settle()
        return self._process.returncode

    def exit_code_unread(self, within: float) -> int:
        """The exit code of a program whose output nobody takes."""
        try:
            return self._process.wait(within)
        except subprocess.TimeoutExpired:
            raise AssertionError("the program is still running") from None

    def _gone(self) -> bool:
        return self._process.poll() is not None

    def _read(self, timeout: float) -> bool:
        if not select.select([self._fd], [], [], timeout)[0]:
            return False
        data = b""
        with contextlib.suppress(OSError):  # the program has closed its side
            data = os.read(self._fd, 65_536)
        if data:
            self._let_go_of_terminal()
        self.raw += data
        self._stream.feed(data)
        return bool(data)

    def _let_go_of_terminal(self) -> None:
        if self._terminal >= 0:
            os.close(self._terminal)
            self._terminal = -1
