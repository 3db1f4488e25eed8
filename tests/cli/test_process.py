"""The program as a process of its own: pipes that close, crashes, an empty world."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command_line import new_session, ran, survey_file

PROGRAM = [sys.executable, "-m", "workshop_tui"]


def test_who_has_read_enough_of_the_output_hears_no_complaint(tmp_path: Path) -> None:
    answers = tuple(f"An easy process, number {n} of many" for n in range(2_000))
    survey = str(survey_file(tmp_path, answers))
    reading, writing = os.pipe()
    os.close(reading)

    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [*PROGRAM, "survey", survey, "--json"],
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 0
    assert done.stderr == b""


def test_an_interrupt_ends_the_program_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(given: str | None) -> list[str]:
        raise KeyboardInterrupt

    monkeypatch.setattr("workshop_tui.cli.commands.check.items_of", interrupted)

    ended = ran("check", "We help")

    assert ended.code == 130
    assert (ended.out, ended.err.strip()) == ("", "")


def test_a_crash_leaves_one_line_and_a_report_that_only_the_user_reads(tmp_path: Path) -> None:
    broken = (
        "import sys\n"
        "import workshop_tui.store.finding as finding\n"
        "def crash(wanted, sessions):\n"
        "    answer = 'in ' + 'confidence'\n"
        "    raise KeyError('lost')\n"
        "finding.find_session = crash\n"
        "sys.argv = ['workshop-tui', 'validate', 'x']\n"
        "from workshop_tui.cli.main import main\n"
        "main()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", broken], capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    [report] = Path(os.environ["XDG_STATE_HOME"]).rglob("crash-*.txt")
    assert str(report) in done.stderr
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    told = report.read_text(encoding="utf-8")
    assert "KeyError" in told
    assert "in confidence" not in told


def test_no_colour_and_no_control_code_is_ever_printed(tmp_path: Path) -> None:
    survey = str(survey_file(tmp_path))

    done = subprocess.run(
        [*PROGRAM, "survey", survey],
        capture_output=True,
        env={**os.environ, "FORCE_COLOR": "1"},
        check=True,
    )

    assert b"\x1b" not in done.stdout


def test_a_terminal_of_another_encoding_gets_signs_for_what_it_cannot_show(tmp_path: Path) -> None:
    survey = str(survey_file(tmp_path))
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}

    lines = subprocess.run(
        [*PROGRAM, "survey", survey], capture_output=True, env=ascii_only, check=True
    )
    value = subprocess.run(
        [*PROGRAM, "survey", survey, "--json"], capture_output=True, env=ascii_only, check=True
    )

    assert b"easy" in lines.stdout
    assert value.stdout.decode("utf-8").startswith("{")


def test_nothing_is_needed_from_the_environment(tmp_path: Path) -> None:
    session = str(new_session(tmp_path))

    done = subprocess.run([*PROGRAM, "validate", session], env={}, capture_output=True, check=False)

    assert done.returncode == 0, done.stderr


def test_streams_that_a_script_has_closed_are_no_fault(tmp_path: Path) -> None:
    folder = str(new_session(tmp_path))
    command = '"$0" -m workshop_tui record "$1" <&- >&-'

    done = subprocess.run(
        ["sh", "-c", command, sys.executable, folder], stderr=subprocess.PIPE, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert (Path(folder) / "record.md").read_bytes().startswith(b"# ")
