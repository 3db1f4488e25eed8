"""However the program is ended, it ends soon, saves everything and gives the terminal back."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command_line import new_session, ran
from tests.e2e.program import ENTER, lines, program
from tests.pty_screen import PtyScreen
from tests.workshops import do_all
from workshop_tui.domain.drafting import AddDraft, ShortlistDraft
from workshop_tui.domain.session import Session
from workshop_tui.domain.setup import AddPerson
from workshop_tui.room_on_disk import open_room, view_room
from workshop_tui.store.layout import SessionFolder

SOON = 3.0
"""Seconds in which it has to be gone."""
WITHOUT_A_READER = SOON + 2.0
"""The same where the terminal takes nothing, which it is given two seconds to do."""
TERMINAL_AS_BEFORE = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l")
"""The other screen is left, the cursor shown, mouse and marked pasting are off."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workshop of two people and a shortlisted draft."""
    made = new_session(tmp_path)
    with open_room(SessionFolder(made)) as opened:
        do_all(
            opened.room,
            [
                *(AddPerson(name="Ana"), AddPerson(name="Budi")),
                AddDraft(text="Make it easy"),
                ShortlistDraft(draft="draft1"),
            ],
        )
    return made


def at_home(folder: Path) -> PtyScreen:
    screen = program("--dir", folder.parent)
    screen.see("Clean rides", "new")
    return screen


def in_a_stage(folder: Path) -> PtyScreen:
    screen = program("open", folder)
    screen.see("Clean rides")
    screen.type("3n" + lines("One more", ""))
    screen.see("2 drafts")
    return screen


def in_a_form(folder: Path) -> PtyScreen:
    screen = in_a_stage(folder)
    screen.type("nhalf a sent")
    screen.see("half a sent")
    return screen


def in_an_open_round(folder: Path) -> PtyScreen:
    screen = in_a_stage(folder)
    screen.type("4o" + ENTER + lines("ana 4444", ""))
    screen.see("Waiting for: Budi")
    return screen


def in_the_record(folder: Path) -> PtyScreen:
    screen = in_a_stage(folder)
    screen.type("e")
    screen.see("The record as it is now")
    return screen


SIGNALLED = [
    (at_home, signal.SIGHUP),
    (in_a_stage, signal.SIGTERM),
    (in_a_form, signal.SIGINT),
    (in_an_open_round, signal.SIGHUP),
    (in_an_open_round, signal.SIGTERM),
    (in_the_record, signal.SIGINT),
]


def saved(folder: Path) -> Session:
    """What is on the disk; it has to be a valid session."""
    assert ran("validate", folder).code == 0
    return view_room(SessionFolder(folder)).room.session


def assert_all_is_saved(folder: Path, state: Callable[[Path], PtyScreen]) -> None:
    session = saved(folder)
    texts = [draft.text for draft in session.drafting.drafts]
    assert texts == (["Make it easy"] if state is at_home else ["Make it easy", "One more"])
    if state is in_an_open_round:
        with open_room(SessionFolder(folder)) as opened:
            assert opened.room.drafts_scored_by("person1") == ("draft1",)


@pytest.mark.parametrize(("state", "number"), SIGNALLED)
def test_a_signal_ends_it_and_gives_the_terminal_back(
    folder: Path, state: Callable[[Path], PtyScreen], number: signal.Signals
) -> None:
    with state(folder) as screen:
        os.kill(screen.pid, number)

        assert screen.exit_code(SOON) == 128 + number
        assert screen.edits_lines
        assert all(mode in screen.raw for mode in TERMINAL_AS_BEFORE)
    assert_all_is_saved(folder, state)


@pytest.mark.parametrize("state", [at_home, in_a_form, in_an_open_round])
def test_a_window_that_is_closed_ends_it(folder: Path, state: Callable[[Path], PtyScreen]) -> None:
    with state(folder) as screen:
        screen.hang_up()

        assert screen.exit_code(SOON) == 128 + signal.SIGHUP
    assert_all_is_saved(folder, state)


def test_a_window_that_is_closed_ends_it_even_where_its_signal_is_ignored(folder: Path) -> None:
    with program("open", folder, ignored=[signal.SIGHUP]) as screen:
        screen.see("Clean rides")
        screen.type("3n" + lines("One more", ""))
        screen.see("2 drafts")
        screen.hang_up()

        assert screen.exit_code(SOON) == 128 + signal.SIGHUP
    assert_all_is_saved(folder, in_a_stage)


def test_a_signal_and_a_closed_window_at_once_end_it(folder: Path) -> None:
    with in_a_stage(folder) as screen:
        os.kill(screen.pid, signal.SIGTERM)
        screen.hang_up()

        assert screen.exit_code(SOON) in {128 + signal.SIGTERM, 128 + signal.SIGHUP}
    assert_all_is_saved(folder, in_a_stage)


def test_a_terminal_that_takes_nothing_any_more_keeps_nobody(folder: Path) -> None:
    with in_a_stage(folder) as screen:
        screen.type("?" * 200)  # each help page is drawn in full, and nobody reads it
        os.kill(screen.pid, signal.SIGTERM)

        assert screen.exit_code_unread(WITHOUT_A_READER) == 128 + signal.SIGTERM
        assert screen.edits_lines
    assert_all_is_saved(folder, in_a_stage)


def test_a_window_that_is_closed_while_much_is_drawn_ends_it(folder: Path) -> None:
    with in_a_stage(folder) as screen:
        screen.type("?" * 200)
        screen.hang_up()

        assert screen.exit_code(SOON) == 128 + signal.SIGHUP
    assert_all_is_saved(folder, in_a_stage)


def test_keys_typed_behind_the_one_that_leaves_do_nothing(folder: Path) -> None:
    with in_a_stage(folder) as screen:
        screen.type("q" + "n" + lines("Too late", "") + "?" * 20)

        assert screen.exit_code(SOON) == 0
        assert screen.edits_lines
    assert_all_is_saved(folder, in_a_stage)


def test_without_a_terminal_it_says_so_in_one_line(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "workshop_tui", "open", str(folder)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    assert "terminal" in done.stderr
