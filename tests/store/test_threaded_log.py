"""The log with a thread of its own: nothing lost, nothing said too early, nobody kept waiting."""

import errno
import os
import stat
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from queue import Queue

import pytest

from tests.store.folders import opened_to_write
from tests.store.samples import entries_of
from workshop_tui.domain.ballots import BallotBox
from workshop_tui.domain.hidden_box import HiddenBox
from workshop_tui.domain.history import Checkpoint
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import RenameWorkshop
from workshop_tui.domain.values import changed
from workshop_tui.store import hidden_box, journal, snapshot
from workshop_tui.store.atomic import Written
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.errors import ChangedOutsideError, DiskError
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.opened import OpenedToWrite
from workshop_tui.store.system import RealSystem
from workshop_tui.store.threaded_log import ThreadedLog

LONG = 3600.0
"""A delay that no test sees the end of."""
ENTRIES = entries_of([RenameWorkshop(title=f"Title {seq}") for seq in range(11, 31)], 11)


class Disk(RealSystem):
    """The operating system, with a disk that can be full, and a gate before each fsync."""

    def __init__(self) -> None:
        self.is_full = False
        self.folders_fail = False
        self.refused = 0
        self.fsyncs = 0
        self.is_at_gate = threading.Event()
        self.gate = threading.Event()
        self.gate.set()

    def write(self, fd: int, data: memoryview, /) -> int:  # type: ignore[override] # no longer static
        if self.is_full:
            self.refused += 1
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return os.write(fd, data)

    def fsync(self, fd: int, /) -> None:  # type: ignore[override] # no longer static
        if self.folders_fail and stat.S_ISDIR(os.fstat(fd).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        self.is_at_gate.set()
        self.gate.wait()
        self.fsyncs += 1
        os.fsync(fd)


@dataclass
class Told:
    """What the log said, in its order."""

    saved: Queue[int] = field(default_factory=Queue)
    failed: Queue[Message] = field(default_factory=Queue)

    def on_saved(self, seq: int, at: datetime) -> None:
        assert at.utcoffset() == timedelta(0)
        self.saved.put(seq)

    def on_failed(self, reason: Message) -> None:
        self.failed.put(reason)


@dataclass
class Setting:
    """A session that was opened, its disk, and the log on it."""

    opened: OpenedToWrite
    disk: Disk
    told: Told
    log: ThreadedLog


@pytest.fixture
def setting(
    workshop: SessionFolder, backups: BackupFolder, request: pytest.FixtureRequest
) -> Iterator[Setting]:
    disk, told = Disk(), Told()
    opened = opened_to_write(workshop, backups, system=disk)
    disk.is_at_gate.clear()
    delay = getattr(request, "param", LONG)
    log = ThreadedLog(opened.files, told.on_saved, told.on_failed, delay)
    yield Setting(opened, disk, told, log)
    disk.is_full = False
    disk.gate.set()
    log.close()


def wait_for(said: "Queue[int]", seq: int) -> None:
    while said.get(timeout=10) < seq:
        pass


def test_an_entry_is_on_the_disk_when_it_is_called_saved(
    setting: Setting, workshop: SessionFolder
) -> None:
    setting.log.append(ENTRIES[0])

    assert setting.told.saved.get(timeout=10) == 11
    assert journal.read(workshop.journal).last_seq == 11


def test_entries_that_wait_go_to_the_disk_together(
    setting: Setting, workshop: SessionFolder
) -> None:
    setting.disk.gate.clear()
    setting.log.append(ENTRIES[0])
    for entry in ENTRIES[1:]:
        setting.log.append(entry)
    before = setting.disk.fsyncs

    setting.disk.gate.set()
    wait_for(setting.told.saved, 30)

    assert setting.disk.fsyncs - before <= 2
    assert [entry.seq for entry in journal.read(workshop.journal).entries][10:] == list(
        range(11, 31)
    )


def test_nothing_is_called_saved_before_it_is(setting: Setting) -> None:
    setting.disk.gate.clear()
    setting.log.append(ENTRIES[0])

    assert setting.told.saved.empty()

    setting.disk.gate.set()
    assert setting.told.saved.get(timeout=10) == 11


def test_an_entry_out_of_order_is_a_mistake_of_the_caller(setting: Setting) -> None:
    with pytest.raises(ValueError, match="without a gap"):
        setting.log.append(ENTRIES[1])


def test_on_a_full_disk_entries_wait_and_the_next_brings_them_too(
    setting: Setting, workshop: SessionFolder
) -> None:
    setting.disk.is_full = True
    setting.log.append(ENTRIES[0])
    reason = setting.told.failed.get(timeout=10)

    setting.disk.is_full = False
    setting.log.append(ENTRIES[1])
    wait_for(setting.told.saved, 12)

    assert reason == Message.of("store.disk.full", path=str(workshop.journal))
    assert journal.read(workshop.journal).last_seq == 12


@pytest.mark.parametrize("setting", [0.01], indirect=True)
def test_the_session_is_written_by_itself_soon_after_the_last_change(
    setting: Setting, workshop: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = threading.Event()
    save = setting.opened.files.save

    def saved(checkpoint: Checkpoint) -> Written:
        result = save(checkpoint)
        written.set()
        return result

    monkeypatch.setattr(setting.opened.files, "save", saved)
    setting.log.append(ENTRIES[0])
    setting.log.save(Checkpoint(changed(setting.opened.session, title="Title 11"), 11, {}))

    assert written.wait(timeout=10)
    assert snapshot.load(workshop.session).session.title == "Title 11"


@pytest.mark.parametrize("setting", [0.0], indirect=True)
def test_the_session_is_never_ahead_of_the_journal(
    setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = setting.opened.files
    written: Queue[tuple[int, int]] = Queue()
    save = files.save

    def saved(checkpoint: Checkpoint) -> Written:
        written.put((checkpoint.seq, files.last_seq))
        return save(checkpoint)

    monkeypatch.setattr(files, "save", saved)
    setting.disk.gate.clear()
    setting.log.append(ENTRIES[0])
    assert setting.disk.is_at_gate.wait(timeout=10)
    setting.log.append(ENTRIES[1])
    setting.log.save(Checkpoint(setting.opened.session, 12, {}))
    setting.disk.gate.set()

    assert written.get(timeout=10) == (12, 12)


def test_a_full_disk_is_not_asked_again_until_there_is_something_new(setting: Setting) -> None:
    setting.disk.is_full = True
    setting.log.append(ENTRIES[0])
    setting.told.failed.get(timeout=10)
    setting.log.append(ENTRIES[1])
    setting.told.failed.get(timeout=10)
    with pytest.raises(DiskError):
        setting.log.close()

    assert setting.disk.refused == 3
    assert setting.told.failed.empty()


@pytest.mark.parametrize("setting", [0.0], indirect=True)
def test_a_session_that_the_disk_has_not_confirmed_is_told_as_such(
    setting: Setting, workshop: SessionFolder
) -> None:
    setting.disk.folders_fail = True
    setting.log.append(ENTRIES[0])
    setting.log.save(Checkpoint(changed(setting.opened.session, title="Title 11"), 11, {}))

    reason = setting.told.failed.get(timeout=10)

    assert reason == Message.of("store.disk.not_confirmed", path=str(workshop.session))
    assert snapshot.load(workshop.session).session.title == "Title 11"


def test_closing_brings_everything_to_the_disk(setting: Setting, workshop: SessionFolder) -> None:
    for entry in ENTRIES:
        setting.log.append(entry)
        setting.log.save(
            Checkpoint(changed(setting.opened.session, title=f"Title {entry.seq}"), entry.seq, {})
        )

    setting.log.close()

    loaded = snapshot.load(workshop.session)
    assert journal.read(workshop.journal).last_seq == 30
    assert loaded.session.title == "Title 30"
    assert loaded.saved is not None
    assert loaded.saved.seq == 30


def test_closing_says_what_could_not_be_saved(setting: Setting, backups: BackupFolder) -> None:
    setting.disk.is_full = True
    setting.log.append(ENTRIES[0])

    with pytest.raises(DiskError):
        setting.log.close()

    again = opened_to_write(setting.opened.folder, backups)
    assert again.checkpoint.seq == 10
    again.files.close()


def test_a_closed_log_takes_nothing_more_and_may_be_closed_again(setting: Setting) -> None:
    setting.log.close()
    setting.log.close()

    with pytest.raises(RuntimeError, match="closed"):
        setting.log.append(ENTRIES[0])


def test_ballots_are_dropped_only_after_the_entry_that_reveals_them(
    setting: Setting, workshop: SessionFolder
) -> None:
    box = HiddenBox(scores=BallotBox(round="round1"))
    setting.log.keep_box(box)
    setting.told.saved.get(timeout=10)
    setting.disk.is_full = True
    setting.log.append(ENTRIES[0])
    setting.log.drop_box()
    setting.told.failed.get(timeout=10)

    kept = hidden_box.load(workshop.ballots)
    setting.disk.is_full = False
    setting.log.append(ENTRIES[1])
    wait_for(setting.told.saved, 12)
    setting.log.close()

    assert kept == box
    assert not workshop.ballots.exists()


def test_the_ballots_of_the_next_round_outlive_the_drop_of_the_last(
    setting: Setting, workshop: SessionFolder
) -> None:
    setting.log.keep_box(HiddenBox(scores=BallotBox(round="round1")))
    setting.log.drop_box()
    setting.log.keep_box(HiddenBox(scores=BallotBox(round="round2")))

    setting.log.close()

    assert hidden_box.load(workshop.ballots) == HiddenBox(scores=BallotBox(round="round2"))


@pytest.mark.parametrize("setting", [0.0], indirect=True)
def test_a_change_made_outside_is_told_and_the_journal_goes_on(
    setting: Setting, workshop: SessionFolder
) -> None:
    workshop.session.write_bytes(workshop.session.read_bytes() + b"# theirs\n")
    setting.log.append(ENTRIES[0])
    setting.log.save(Checkpoint(setting.opened.session, 11, {}))
    reason = setting.told.failed.get(timeout=10)

    setting.log.append(ENTRIES[1])
    wait_for(setting.told.saved, 12)
    with pytest.raises(ChangedOutsideError):
        setting.log.close()

    assert reason.key == "store.conflict"
    assert b"# theirs" in workshop.session.read_bytes()
