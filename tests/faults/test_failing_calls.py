"""Each call of the operating system fails, once and for ever: never half a file, never a lie."""

import errno
import os
from pathlib import Path

import pytest

from tests.faults.failing import FAULTS, MOST_CALLS, SHORT, FailingSystem
from tests.store.folders import opened_to_write
from tests.store.samples import clock, entries_of, small_workshop
from workshop_tui.domain.history import Entry
from workshop_tui.domain.session import StartWorkshop
from workshop_tui.store import journal
from workshop_tui.store.atomic import replace_file
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.creating import create_session
from workshop_tui.store.errors import DiskError
from workshop_tui.store.journal_writer import JournalWriter
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.opened import OpenedToWrite, open_session
from workshop_tui.store.system import RealSystem

SWEEP = [
    pytest.param(call, error, at, for_ever, id=f"{call}-{name}-{at}{'+' if for_ever else ''}")
    for call, errors in FAULTS.items()
    for error in errors
    for name in ["SHORT" if error == SHORT else errno.errorcode[error]]
    for at in range(1, MOST_CALLS.get(call, 1) + 1)
    for for_ever in (False, True)
]
OLD, NEW = b"old = 1\n", b"new = 2\n" * 100
SMALL = entries_of(small_workshop())


@pytest.fixture
def failing(call: str, error: int, at: int, *, for_ever: bool) -> FailingSystem:
    return FailingSystem(call, error, at, for_ever)


@pytest.mark.parametrize(("call", "error", "at", "for_ever"), SWEEP)
def test_a_replaced_file_is_the_old_or_the_new_one_and_what_is_said_is_true(
    tmp_path: Path, failing: FailingSystem
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(OLD)

    try:
        written = replace_file(path, NEW, system=failing)
    except DiskError:
        assert path.read_bytes() == OLD
    else:
        assert path.read_bytes() == NEW
        folder_failed = failing.fired and failing.call in ("fsync", "open")
        assert written.is_confirmed or folder_failed
    left = [each.name for each in tmp_path.iterdir() if each != path]
    assert left == [] or failing.call == "unlink"


@pytest.mark.parametrize(("call", "error", "at", "for_ever"), SWEEP)
def test_an_append_that_fails_leaves_no_trace_and_can_be_repeated(
    folder: SessionFolder, failing: FailingSystem
) -> None:
    writer = JournalWriter(folder.journal, journal.EMPTY, failing)
    acknowledged: list[Entry] = []
    for entry in SMALL[:4]:
        try:
            writer.append([entry])
        except DiskError:
            break
        acknowledged.append(entry)

    found = journal.read(folder.journal)
    assert found.entries[: len(acknowledged)] == tuple(acknowledged)
    # What could not even be cut off was at least never called saved.
    assert found.entries == tuple(acknowledged) or failing.call == "ftruncate"

    failing.call = "nothing fails any more"
    writer.append(SMALL[len(acknowledged) :])
    writer.close()
    assert journal.read(folder.journal).entries == SMALL


class FullDisk(RealSystem):
    """Takes a thousand bytes; then it is full, and cannot shorten a file, until it is mended."""

    def __init__(self) -> None:
        self.is_mended = False
        self.room = 1000

    def write(self, fd: int, data: memoryview, /) -> int:  # type: ignore[override] # no longer static
        if self.is_mended:
            return os.write(fd, data)
        if not self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = os.write(fd, data[: self.room])
        self.room -= taken
        return taken

    def ftruncate(self, fd: int, length: int, /) -> None:
        if not self.is_mended:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        os.ftruncate(fd, length)


def test_half_an_entry_that_could_not_be_cut_off_is_cut_off_before_the_next(
    folder: SessionFolder,
) -> None:
    disk = FullDisk()
    writer = JournalWriter(folder.journal, journal.EMPTY, disk)
    with pytest.raises(DiskError):
        writer.append(SMALL)
    with pytest.raises(DiskError):
        writer.append(SMALL)
    left = journal.read(folder.journal)

    disk.is_mended = True
    writer.append(SMALL)

    assert left.torn
    assert journal.read(folder.journal).entries == SMALL


def test_half_an_entry_that_a_program_left_is_kept_aside_by_the_next(
    folder: SessionFolder,
) -> None:
    with pytest.raises(DiskError):
        JournalWriter(folder.journal, journal.EMPTY, FullDisk()).append(SMALL)
    left = journal.read(folder.journal)

    JournalWriter(folder.journal, left).append(SMALL[left.last_seq :])

    assert journal.read(folder.journal).entries == SMALL
    assert (folder.path / "journal.torn").read_bytes() == left.torn


@pytest.mark.parametrize(("call", "error", "at", "for_ever"), SWEEP)
def test_a_session_is_made_whole_or_not_at_all(tmp_path: Path, failing: FailingSystem) -> None:
    try:
        made = create_session(tmp_path, StartWorkshop(title="Clean cars"), clock, failing)
    except DiskError:
        left = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert [path for path in left if not path.name.endswith(".tmp")] == []
    else:
        opened = opened_to_write(made, BackupFolder(tmp_path / "state"))
        assert opened.session.title == "Clean cars"
        assert opened.warnings == ()
        opened.files.close()


@pytest.mark.parametrize(("call", "error", "at", "for_ever"), SWEEP)
def test_a_session_that_must_be_mended_opens_or_can_be_looked_at(
    workshop: SessionFolder, backups: BackupFolder, failing: FailingSystem
) -> None:
    edited = workshop.session.read_text().replace("Clean cars", "Clean air")
    workshop.session.write_text(edited)

    opened = open_session(workshop, clock, backups, failing)

    assert opened.session.title == "Clean air"
    if isinstance(opened, OpenedToWrite):
        opened.files.close()
    else:
        assert opened.warnings[0].key == "store.read_only.disk"
    again = opened_to_write(workshop, backups)
    assert again.session == opened.session
    again.files.close()
