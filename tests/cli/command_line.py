"""Running the command line in the test's own process, and surveys small enough to read."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from workshop_tui.cli.main import program

WISHES = (
    "Fast and easy process",
    "An easy rebate process",
    "Friendly, fast, easy",
    "The rebate is easy to get",
    "Fast answers about my rebate",
    "Kind people",
    "A fast rebate",
    "Easy process and fast forms",
    "Not slow, easy",
    "Friendly process",
    "Friendly and fast",
    "Easy",
    "none",
)
"""Thirteen answers; the last says nothing."""


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON value that it has to be."""
        return json.loads(self.out)


def ran(*arguments: str | Path, typed: str | bytes = "") -> Ran:
    """Run a command line; what nobody caught fails the test. typed: standard input."""
    result = CliRunner().invoke(program, [str(each) for each in arguments], input=typed)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def survey_file(folder: Path, answers: tuple[str, ...] = WISHES) -> Path:
    """A survey of one column with a heading, and a column of units beside it."""
    path = folder / "wishes.csv"
    rows = [f'"{answer}",{"North" if n % 2 else "South"}' for n, answer in enumerate(answers)]
    path.write_text("\n".join(["What do you wish for?,Unit", *rows]) + "\n", encoding="utf-8")
    return path


def new_session(sessions: Path, title: str = "Clean rides", *options: str | Path) -> Path:
    """Make a session by the command line; its folder."""
    made = ran("new", title, "--dir", sessions, "--no-open", *options)
    assert made.code == 0, made.err
    return max(sessions.iterdir(), key=lambda folder: folder.stat().st_mtime_ns)
