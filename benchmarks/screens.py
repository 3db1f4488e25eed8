"""What a screen costs in a real terminal. `python -m benchmarks.screens`

First frame, keys, idleness, help. Figures are medians; a start is given as a ratio to its peer,
measured in turn in the same run, because one machine's times drift more than programs differ.
"""

import csv
import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from tests.store.samples import clock, entries_of, large_workshop
from workshop_tui.domain.history import after
from workshop_tui.domain.session import StartWorkshop
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.opened import OpenedToWrite, open_session
from workshop_tui.workshops import create_workshop

ANSWERS = 3_000
STARTS = 9
KEYS = 30
IDLE_SECONDS = 4.0
QUIET = 0.08
PATIENCE = 20.0
CURSOR = "▸".encode()
UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END, TAB = (
    b"\x1b[A", b"\x1b[B", b"\x1b[5~", b"\x1b[6~", b"\x1b[H", b"\x1b[F", b"\t",
)  # fmt: skip
UP_AGAIN = {DOWN: UP, PAGE_DOWN: PAGE_UP}
"""A list ends; the second half of the keys goes back."""
DEMO = SessionFolder(Path(__file__).parent.parent / "sessions" / "demo-en")


class Terminal:
    """A program in a pseudo-terminal of 120 by 40, and when it sent how much."""

    def __init__(self, command: Sequence[str]) -> None:
        self.started = time.perf_counter()
        self.output = b""
        self.last_at = self.started
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8")
            os.execvp(command[0], list(command))

    def read(self, timeout: float) -> bool:
        """Whether anything came in time."""
        if not select.select([self.fd], [], [], timeout)[0]:
            return False
        try:
            self.output += os.read(self.fd, 65_536)
        except OSError:
            return False
        self.last_at = time.perf_counter()
        return True

    def settle(self, quiet: float = QUIET) -> None:
        while self.read(quiet):
            pass

    def wait_for(self, marker: bytes) -> float:
        """Seconds from the start until the marker was drawn."""
        end = time.perf_counter() + PATIENCE
        while marker not in self.output:
            if time.perf_counter() > end:
                raise SystemExit(f"no {marker!r}: {self.output[-500:]!r}")
            self.read(0.5)
        return self.last_at - self.started

    def press(self, key: bytes) -> tuple[float, int]:
        """Milliseconds until the last byte that the key caused, and how many bytes."""
        self.settle()
        self.output = b""
        began = time.perf_counter()
        os.write(self.fd, key)
        self.read(1.0)
        self.settle()
        return (self.last_at - began) * 1e3, len(self.output)

    def move(self, key: bytes) -> tuple[float, int]:
        """Milliseconds until the cursor has been drawn in its new row, and bytes until then."""
        self.settle()
        self.output = b""
        began = time.perf_counter()
        os.write(self.fd, key)
        while CURSOR not in self.output and self.read(1.0):
            pass
        return (self.last_at - began) * 1e3, len(self.output)

    def close(self) -> None:
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def session_with_answers(sessions: Path) -> SessionFolder:
    """A session with 3,000 answers, made of the sample's."""
    with DEMO.answers.open(encoding="utf-8", newline="") as file:
        texts = [row["answer"] for row in csv.DictReader(file)]
    sessions.mkdir(exist_ok=True)
    survey = sessions / "survey.csv"
    with survey.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["What should customers think of?"])
        for number in range(ANSWERS):
            first, second = texts[number % len(texts)], texts[(number * 7) % len(texts)]
            writer.writerow([f"{first} {second}"])
    return create_workshop(sessions, "Bench ride", "en", survey).folder


def large_session(sessions: Path) -> SessionFolder:
    """The answers of one benchmark and the drafts and scores of another, in one session."""
    folder = session_with_answers(sessions)
    opened = open_session(folder, clock, BackupFolder(sessions / "backups"))
    if not isinstance(opened, OpenedToWrite):
        sys.exit(f"{folder.path} opens read-only")
    actions = (each for each in large_workshop() if not isinstance(each, StartWorkshop))
    checkpoint = opened.checkpoint
    entries = entries_of(actions, checkpoint.seq + 1)
    for entry in entries:
        checkpoint = checkpoint.after(entry, after(checkpoint.session, entry))
    opened.files.append(entries)
    opened.files.save(checkpoint)
    opened.files.close()
    return folder


def first_frames(command: Sequence[str], marker: bytes) -> float:
    terminal = Terminal(command)
    took = terminal.wait_for(marker)
    terminal.close()
    return took


def in_turn(ours: Sequence[str], peer: Sequence[str], marker: bytes) -> tuple[float, float]:
    """Medians of both, started in turn."""
    own: list[float] = []
    other: list[float] = []
    first_frames(ours, marker)  # compiles what was not started before, as an installation does
    for _ in range(STARTS):
        own.append(first_frames(ours, marker))
        other.append(first_frames(peer, b"READY"))
    return statistics.median(own), statistics.median(other)


def run_times(command: Sequence[str], peer: Sequence[str]) -> tuple[float, float]:
    own: list[float] = []
    other: list[float] = []
    for _ in range(STARTS * 2):
        for wanted, times in ((command, own), (peer, other)):
            began = time.perf_counter()
            subprocess.run(wanted, check=True, capture_output=True)
            times.append(time.perf_counter() - began)
    return statistics.median(own), statistics.median(other)


Cost: TypeAlias = tuple[float, float]
"""Median milliseconds and bytes."""


def key_costs(
    command: Sequence[str],
    first: Sequence[bytes],
    keys: Sequence[bytes],
    marker: bytes = b"Bench ride",
) -> list[tuple[Cost, Cost]]:
    """What each key costs until the cursor has moved, and until everything follows it.

    first: the keys that lead to the list.
    """
    terminal = Terminal(command)
    terminal.wait_for(marker)
    terminal.settle(1.0)
    for key in first:
        terminal.press(key)
        terminal.settle(1.0)
    costs = [
        (
            median_cost(terminal.move(key) for _ in range(KEYS)),
            median_cost(terminal.press(UP_AGAIN.get(key, key)) for _ in range(KEYS)),
        )
        for key in keys
    ]
    terminal.close()
    return costs


def preview_costs(command: Sequence[str]) -> list[Cost]:
    """What jumping by section, scrolling by line and by page cost in the record's preview."""
    terminal = Terminal(command)
    terminal.wait_for(b"Bench ride")
    terminal.settle(1.0)
    for key in (b"\x1b", b"e"):  # what was due is closed first
        terminal.press(key)
        terminal.settle(1.0)
    jump = median_cost(terminal.press(DOWN) for _ in range(KEYS))
    for key in (HOME, TAB):
        terminal.press(key)
    line, page = (
        median_cost(terminal.press(key) for _ in range(KEYS)) for key in (DOWN, PAGE_DOWN)
    )
    terminal.close()
    return [jump, line, page]


def median_cost(costs: Iterable[tuple[float, int]]) -> Cost:
    """The medians of the keys that drew something."""
    drawn = [cost for cost in costs if cost[1]]
    milliseconds, sizes = zip(*drawn, strict=True)
    return statistics.median(milliseconds), statistics.median(sizes)


def idle_bytes(command: Sequence[str]) -> float:
    terminal = Terminal(command)
    terminal.wait_for(b"Bench ride")
    terminal.settle(1.5)
    terminal.output = b""
    end = time.perf_counter() + IDLE_SECONDS
    while time.perf_counter() < end:
        terminal.read(0.2)
    sent = len(terminal.output) / IDLE_SECONDS
    terminal.close()
    return sent


def main() -> int:
    program = [sys.executable, "-m", "workshop_tui"]
    click = [sys.executable, "-c", "import click"]
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(
            WORKSHOP_TUI_SESSIONS=folder,
            XDG_STATE_HOME=f"{folder}/state",
            TEXTUAL_ANIMATIONS="none",
        )
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        session = session_with_answers(Path(folder))
        opening = [*program, "open", str(session.path)]
        own, peer = in_turn(
            opening, [sys.executable, "-m", "benchmarks.minimal_app"], b"Bench ride"
        )
        rows = [(f"first frame, {ANSWERS:,} answers", f"{own / peer:.2f} x minimal app", "1.40 x")]
        for option in ("--help", "--version"):
            own, peer = run_times([*program, option], click)
            rows.append((option, f"{own / peer:.2f} x import click", "1.50 x"))
        ((bare, _),) = key_costs(
            [sys.executable, "-m", "benchmarks.minimal_list"], [], [DOWN], b"row 5"
        )
        ((agenda, _),) = key_costs(opening, [b"1", END, TAB], [DOWN])
        (word, everything), (page, all_of_page) = key_costs(opening, [b"2"], [DOWN, PAGE_DOWN])
        large = large_session(Path(folder) / "large")
        jump, line, turned = preview_costs([*program, "open", str(large.path)])
        for name, (took, size), limit in (
            ("cursor move, a list", agenda, "5 ms, 500 B"),
            ("cursor move, the words", word, "5 ms, 500 B"),
            ("with all under the word", everything, "25 ms"),
            ("a page of words", page, "25 ms"),
            ("with all under the word", all_of_page, "25 ms"),
            ("the record: to a section", jump, "25 ms"),
            ("a line of it", line, "25 ms"),
            ("a page of it", turned, "25 ms"),
        ):
            times = f"{took / bare[0]:.1f} x minimal list"
            rows.append((name, f"{times}, {took:.1f} ms, {size:.0f} B", limit))
        rows.append(("idle screen", f"{idle_bytes(opening):.0f} B/s", "0 B/s"))
    print(f"{'screens':32} {'measured':>42} {'limit':>14}")
    for name, measured, limit in rows:
        print(f"{name:32} {measured:>42} {limit:>14}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
