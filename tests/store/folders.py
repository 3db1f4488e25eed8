"""A session's folder, empty or with the small workshop in it, and backups beside it."""

from pathlib import Path

import pytest

from tests.store.samples import clock, entries_of, session_after, small_workshop
from workshop_tui.clock import Clock
from workshop_tui.domain.history import Checkpoint
from workshop_tui.store import journal, snapshot
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.journal_writer import JournalWriter
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.opened import OpenedToWrite, open_session
from workshop_tui.store.system import SYSTEM, System


def opened_to_write(
    folder: SessionFolder, backups: BackupFolder, clock: Clock = clock, system: System = SYSTEM
) -> OpenedToWrite:
    """The session, opened for writing, or the test ends here."""
    opened = open_session(folder, clock, backups, system)
    assert isinstance(opened, OpenedToWrite), opened.warnings
    return opened


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    """An empty folder for a session."""
    path = tmp_path / "sessions" / "clean-cars"
    path.mkdir(parents=True)
    return SessionFolder(path)


@pytest.fixture
def backups(tmp_path: Path) -> BackupFolder:
    """A place for backups."""
    return BackupFolder(tmp_path / "state" / "backups")


@pytest.fixture
def workshop(folder: SessionFolder) -> SessionFolder:
    """The small workshop on disk, journal and snapshot alike."""
    entries = entries_of(small_workshop())
    writer = JournalWriter(folder.journal, journal.EMPTY)
    writer.append(entries)
    writer.close()
    numbers = {"person": 2, "draft": 2}
    content = snapshot.encode(Checkpoint(session_after(entries), len(entries), numbers), clock())
    snapshot.write(folder.session, content, "")
    return folder
