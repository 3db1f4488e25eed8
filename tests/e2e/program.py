"""`python -m workshop_tui` in a terminal, and how keys are written down for it."""

import signal
from collections.abc import Sequence
from pathlib import Path

from tests.pty_screen import PtyScreen

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
HOME, END, TAB, ENTER, ESC = "\x1b[H", "\x1b[F", "\t", "\r", "\x1b"
EMPTY_FIELD = "\x15"
"""Ctrl+U: takes away what stands in a field."""


def program(
    *arguments: str | Path,
    columns: int = 120,
    rows: int = 40,
    ignored: Sequence[signal.Signals] = (),
) -> PtyScreen:
    """The program with these arguments, in English."""
    return PtyScreen(
        "workshop_tui", *map(str, arguments), columns=columns, rows=rows, ignored=ignored
    )


def lines(*answers: str) -> str:
    """The keys that answer one question of a form after the other; "" is Enter alone."""
    return "".join(answer + ENTER for answer in answers)


def pasted(text: str) -> str:
    """The text as a terminal sends it when it is pasted."""
    return f"\x1b[200~{text}\x1b[201~"
