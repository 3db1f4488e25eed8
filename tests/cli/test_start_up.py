"""What a command line loads: help and version next to nothing, and no command the interface."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command_line import new_session

HEAVY = (
    "textual",
    "rich",
    "numpy",
    "msgspec",
    "platformdirs",
    "tomllib",
    "tomli",
    "babel",
    "polars",
)


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a fresh Python has loaded when the command ends."""
    code = (
        "import sys\n"
        "from workshop_tui.cli.main import program\n"
        "try:\n"
        "    program.main(sys.argv[1:])\n"
        "except SystemExit as end:\n"
        "    assert not end.code, end.code\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["survey", "--help"], ["open", "--help"]], ids=" ".join
)
def test_help_and_version_load_no_heavy_module(arguments: list[str]) -> None:
    assert loaded_by(*arguments).isdisjoint(HEAVY)


@pytest.mark.parametrize("command", ["record", "validate", "history"])
def test_commands_without_a_screen_never_load_textual(command: str, tmp_path: Path) -> None:
    session = new_session(tmp_path)

    assert "textual" not in loaded_by(command, str(session))


def test_the_list_never_loads_textual_nor_numpy(tmp_path: Path) -> None:
    new_session(tmp_path)

    assert loaded_by("--dir", str(tmp_path), "list").isdisjoint({"textual", "numpy"})


@pytest.mark.parametrize("command", ["check", "reaction"])
def test_reading_a_sentence_loads_neither_numpy_nor_textual(command: str) -> None:
    assert loaded_by(command, "We help fix it.").isdisjoint({"textual", "numpy"})
