"""Disks as they are: full, limited, read-only, not ours. One clear line, and nothing lost."""

import contextlib
import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.folders import opened_to_write
from tests.store.said import said
from tests.store.samples import clock, entries_of, session_after, small_workshop
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.history import Checkpoint, Entry
from workshop_tui.domain.session import StartWorkshop
from workshop_tui.domain.values import changed
from workshop_tui.store import journal, snapshot
from workshop_tui.store.answers import read_answers, write_answers
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.creating import create_session
from workshop_tui.store.errors import DiskError
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.opened import OpenedToWrite, open_session, view_session
from workshop_tui.store.restoring import restore
from workshop_tui.store.session_files import SessionFiles

SESSION = session_after(entries_of(small_workshop()))
NOBODY = 65534


@contextlib.contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let no file grow beyond this many bytes."""
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, former[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)


@contextlib.contextmanager
def without_privileges() -> Iterator[None]:
    """Root heeds no modes; be nobody for a while."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that any user may look into."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 96 KiB."""
    path = tmp_path / "disk"
    path.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(path)]
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("mounting a small disk needs root")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted here")
    yield path
    subprocess.run(["umount", "-l", str(path)], check=True)


def test_a_file_that_may_not_grow_leaves_the_old_one_and_the_journal_whole(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    files = opened_to_write(workshop, backups).files
    entry = entries_of([AddDraft(text="x" * 2000, id="draft3")], 11)
    before = workshop.session.read_bytes()

    with files_of_at_most(500):
        with pytest.raises(DiskError) as refused_entry:
            files.append(entry)
        with pytest.raises(DiskError) as refused_session:
            files.save(Checkpoint(changed(SESSION, title="x" * 80), 10, {}))
    left = sorted(path.name for path in workshop.path.iterdir())
    after = workshop.session.read_bytes()
    files.append(entry)
    files.close()

    assert said(refused_entry.value).startswith(f"{workshop.journal}: the file would grow")
    assert said(refused_session.value).startswith(f"{workshop.session}: the file would grow")
    assert after == before
    assert left == [".session.lock", "journal.toml", "session.toml"]
    assert journal.read(workshop.journal).entries == entries_of(small_workshop()) + entry


def test_answers_that_do_not_fit_leave_the_former_ones(folder: SessionFolder) -> None:
    digest = write_answers(folder, [("Fast", "")])

    with files_of_at_most(1000), pytest.raises(DiskError):
        write_answers(folder, [("Slow " * 300, "")])

    assert read_answers(folder, digest).texts == ("Fast",)


def test_a_backup_that_does_not_fit_leaves_nothing_behind(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    with files_of_at_most(500), pytest.raises(DiskError):
        backups.back_up(workshop, clock())

    assert backups.list_backups(workshop) == ()
    assert list((backups.path / workshop.slug).iterdir()) == []


def test_a_session_in_a_folder_that_may_not_be_written_to_can_be_looked_at(
    workshop: SessionFolder, open_to_all: Path, backups: BackupFolder
) -> None:
    theirs = SessionFolder(open_to_all / "theirs")
    shutil.copytree(workshop.path, theirs.path)
    theirs.path.chmod(0o555)

    with without_privileges():
        opened = open_session(theirs, clock, backups)
    theirs.path.chmod(0o755)

    assert opened.session == SESSION
    assert not isinstance(opened, OpenedToWrite)
    (warning,) = opened.warnings
    assert said(warning) == (
        "This session can be looked at but not changed. "
        f"{theirs.path}: you have no permission for this file or folder."
    )


def test_a_session_in_a_folder_that_may_not_be_written_to_cannot_be_restored(
    workshop: SessionFolder, open_to_all: Path, backups: BackupFolder
) -> None:
    theirs = SessionFolder(open_to_all / "theirs")
    shutil.copytree(workshop.path, theirs.path)
    backup = backups.back_up(theirs, clock())
    assert backup is not None
    theirs.path.chmod(0o555)

    with without_privileges(), pytest.raises(DiskError) as caught:
        restore(theirs, backup, clock, backups)
    theirs.path.chmod(0o755)

    assert str(theirs.path) in said(caught.value)


def test_a_session_that_may_not_be_read_is_said(workshop: SessionFolder, open_to_all: Path) -> None:
    theirs = SessionFolder(open_to_all / "theirs")
    shutil.copytree(workshop.path, theirs.path)
    theirs.session.chmod(0o200)

    with without_privileges(), pytest.raises(DiskError) as caught:
        view_session(theirs)

    assert said(caught.value) == (
        f"{theirs.session}: you have no permission for this file or folder."
    )


def test_a_new_session_where_nobody_may_write_is_refused(open_to_all: Path) -> None:
    with without_privileges(), pytest.raises(DiskError) as caught:
        create_session(open_to_all, StartWorkshop(title="Clean cars"), clock)

    assert str(open_to_all) in said(caught.value)
    assert "you have no permission" in said(caught.value)
    assert list(open_to_all.iterdir()) == []


def draft(seq: int) -> tuple[Entry, ...]:
    """One entry of two thousand bytes."""
    return entries_of([AddDraft(text=f"{seq} {'x' * 1900}", id=f"draft{seq}")], seq)


def append_a_hundred(files: SessionFiles) -> None:
    for seq in range(2, 102):
        files.append(draft(seq))


def test_on_a_full_disk_the_session_is_whole_and_goes_on_when_there_is_room(
    small_disk: Path, backups: BackupFolder
) -> None:
    folder = create_session(small_disk, StartWorkshop(title="Clean cars"), clock)
    files = opened_to_write(folder, backups).files
    filling = small_disk / "filling"
    filling.write_bytes(b"x" * 40_000)
    with pytest.raises(DiskError) as caught:
        append_a_hundred(files)
    seq = files.last_seq + 1
    found = view_session(folder)
    filling.unlink()
    files.append(draft(seq))
    files.close()

    assert said(caught.value) == f"{folder.journal}: the disk is full."
    assert found.checkpoint.seq == seq - 1
    assert view_session(folder).session.drafting.drafts[-1].id == f"draft{seq}"
    assert snapshot.load(folder.session).session.title == "Clean cars"


def test_a_disk_that_is_mounted_read_only_can_be_looked_at(
    small_disk: Path, backups: BackupFolder
) -> None:
    folder = create_session(small_disk, StartWorkshop(title="Clean cars"), clock)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)

    opened = open_session(folder, clock, backups)

    assert not isinstance(opened, OpenedToWrite)
    assert said(opened.warnings[0]).endswith(f"{folder.path}: this disk can only be read.")
