"""kill -9 at random moments: every promised action is there, and every file opens."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.killed_writer import title_of
from tests.store.folders import opened_to_write
from tests.store.samples import clock
from workshop_tui.domain.session import StartWorkshop
from workshop_tui.store import journal, snapshot
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.creating import create_session
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.opened import view_session
from workshop_tui.store.validation import validate

KILLS = int(os.environ.get("WORKSHOP_TUI_KILLS", "200"))
"""The torture of a release asks for more."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


@pytest.fixture
def started(tmp_path: Path) -> SessionFolder:
    return create_session(tmp_path / "sessions", StartWorkshop(title=title_of(1)), clock)


@pytest.fixture
def writer() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.faults.killed_writer"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def promised(writer: subprocess.Popen[str], folder: SessionFolder, seed: int) -> int:
    assert writer.stdin is not None
    assert writer.stdout is not None
    writer.stdin.write(f"{folder.path} {seed}\n")
    writer.stdin.flush()
    return int(writer.stdout.readline())


def test_every_promised_action_outlives_the_kill(
    started: SessionFolder, writer: subprocess.Popen[str], tmp_path: Path
) -> None:
    last = 1
    for seed in range(KILLS):
        last = max(last, promised(writer, started, seed))

        opened = view_session(started)
        assert opened.checkpoint.seq >= last
        assert opened.session.title == title_of(opened.checkpoint.seq)
        assert snapshot.load(started.session).saved is not None
        last = opened.checkpoint.seq

    assert last > KILLS
    whole = journal.read(started.journal)
    assert whole.last_seq == last
    assert journal.session_of(whole, started.journal).title == title_of(last)

    opened_to_write(started, BackupFolder(tmp_path / "state")).files.close()
    assert [message.key for message in validate(started)] in ([], ["store.torn_tail"])
