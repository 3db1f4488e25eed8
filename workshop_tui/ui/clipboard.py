"""Sending text to the clipboard. Nothing here can know whether it arrived, so nobody says "copied".

Over SSH the terminal is asked (OSC 52); on this machine a tool is run, in a process of its own,
because pyperclip hangs on a frozen display and prints over the screen on a dead one.
"""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Final

from textual.app import App

from workshop_tui.ui.copied import Way

SECONDS_TO_COPY: Final = 2
_COPY: Final = "import pyperclip, sys; pyperclip.copy(sys.stdin.buffer.read().decode())"


def send_to_clipboard(app: App[object], text: str, on_the_way: Callable[[Way], None]) -> None:
    """Send the text on its way; returns at once.

    on_the_way: told where it was sent, and again where no tool of this machine took it.
    """

    def send_to_terminal() -> None:
        app.copy_to_clipboard(text)
        on_the_way("terminal")

    if is_remote():
        send_to_terminal()
        return
    on_the_way("clipboard")

    def copy() -> None:
        if not copied_by_tool(text):
            app.call_later(send_to_terminal)

    app.run_worker(copy, name="clipboard", thread=True, exit_on_error=False)


def is_remote() -> bool:
    """Whether the terminal is on another machine, where a tool on this one is of no use."""
    return any(name in os.environ for name in ("SSH_CONNECTION", "SSH_TTY"))


def copied_by_tool(text: str) -> bool:
    """Whether a clipboard tool of this machine took the text."""
    try:
        copying = subprocess.Popen(  # noqa: S603 - our own line of Python; the text goes in by stdin
            [sys.executable, "-P", "-c", _COPY],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    with copying:
        try:
            copying.communicate(text.encode(errors="replace"), timeout=SECONDS_TO_COPY)
        except subprocess.TimeoutExpired:
            _end_all_of(copying)
            return False
    return copying.returncode == 0


def _end_all_of(process: "subprocess.Popen[bytes]") -> None:
    """End it with the tool that it runs: a tool on a frozen display would stay for ever."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
