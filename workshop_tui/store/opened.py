"""Opening a session to work on it: lock, state, repairs, and the files that write it.

Nothing is mended silently: every repair is a warning. What cannot be read with certainty is
refused with line, column and path, and no file is touched. One opener writes; any other, and all
where the disk refuses, get a read-only view.
"""

from collections.abc import Mapping

import msgspec

from workshop_tui.domain.ballots import BallotBox
from workshop_tui.domain.box import fitting, is_empty
from workshop_tui.domain.history import EditByHand, Entry
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.store import ballots, journal
from workshop_tui.store.atomic import remove_stale_temporaries, set_damaged_aside
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.errors import (
    DiskError,
    NotFoundError,
    SessionFileError,
    StoreError,
    disk_message,
    shown,
)
from workshop_tui.store.journal_writer import JournalWriter
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.lock import SessionLock, take_lock
from workshop_tui.store.session_files import Clock, SessionFiles
from workshop_tui.store.state import State, no_session_in, read_state
from workshop_tui.store.system import SYSTEM, System


class Opened(msgspec.Struct, frozen=True):
    """A session that was opened.

    seq: the number of the last entry. numbers: the highest number given to an id so far, by
    prefix, also of what was undone. warnings: what was mended, and why it is read-only. ballots:
    of the open round; never given to a second opener. files: what writes it; None where it is
    read-only.
    """

    folder: SessionFolder
    session: Session
    seq: int
    numbers: Mapping[str, int]
    warnings: tuple[Message, ...] = ()
    ballots: BallotBox | None = None
    files: SessionFiles | None = None

    @property
    def is_read_only(self) -> bool:
        """Whether another program writes it, or nobody can."""
        return self.files is None

    @property
    def next_seq(self) -> int:
        """The number of the next entry."""
        return self.seq + 1

    def read_history(self) -> tuple[Entry, ...]:
        """Every entry of the journal, for undo and history; takes time with its length.

        Raises DiskError or SessionFileError.
        """
        return journal.read(self.folder.journal).entries


def open_session(
    folder: SessionFolder, clock: Clock, backups: BackupFolder, system: System = SYSTEM
) -> Opened:
    """Open a session, for writing where that is possible.

    Raises DiskError, SessionFileError with line, column and path, or NotFoundError; then no file
    was touched.
    """
    if not folder.is_session:
        raise NotFoundError(no_session_in(folder))
    try:
        lock = take_lock(folder)
        why = Message.of("store.read_only.in_use")
    except OSError as error:
        lock, why = None, _read_only(disk_message(error, folder.path))
    if lock is None:
        return _view(folder, read_state(folder), why)
    try:
        state = read_state(folder)
        return _Opening(folder, state, clock, backups, lock, system).opened()
    except DiskError as error:
        lock.release()
        return _view(folder, read_state(folder), _read_only(error.reason))
    except BaseException:
        lock.release()
        raise


def view_session(folder: SessionFolder) -> Opened:
    """A session as it is now, to look at and never to write.

    Raises DiskError, SessionFileError or NotFoundError.
    """
    return _view(folder, read_state(folder), None)


def _view(folder: SessionFolder, state: State, why: Message | None) -> Opened:
    # A torn tail may be an entry that the writer is writing just now; the rest it says itself.
    warnings = () if why is None else (why,)
    return Opened(folder, state.session, state.journal.last_seq, state.numbers(), warnings)


def _read_only(reason: Message) -> Message:
    return Message.of("store.read_only.disk", reason=reason)


class _Opening(msgspec.Struct):
    """The steps that write, in their order, once the state is known."""

    folder: SessionFolder
    state: State
    clock: Clock
    backups: BackupFolder
    lock: SessionLock
    system: System
    warnings: list[Message] = msgspec.field(default_factory=list)

    def opened(self) -> Opened:
        remove_stale_temporaries(self.folder.path)
        self.warnings += self.state.warnings
        self._back_up()
        numbers = self.state.numbers()
        files = SessionFiles(
            self.folder,
            JournalWriter(self.folder.journal, self.state.journal, self.system),
            snapshot_sha256=self.state.snapshot_sha256,
            numbers=numbers,
            clock=self.clock,
            lock=self.lock,
            backups=self.backups,
            system=self.system,
        )
        if self.state.is_unjournalled:
            self._journal_edit(files)
        return Opened(
            self.folder,
            self.state.session,
            files.last_seq,
            numbers,
            ballots=self._ballots(),
            files=files,
            warnings=tuple(self.warnings),
        )

    def _back_up(self) -> None:
        try:
            self.backups.back_up(self.folder, self.clock())
        except StoreError as error:
            self.warnings.append(Message.of("store.no_backup", reason=error.reason))

    def _journal_edit(self, files: SessionFiles) -> None:
        """Make what no entry leads to an entry, and the file the program's own again."""
        seq = files.last_seq + 1
        edit = EditByHand(session=self.state.session)
        files.append([Entry(seq=seq, at=files.now(), by="", action=edit)])
        files.save(self.state.session, seq)

    def _ballots(self) -> BallotBox | None:
        """What nobody may see yet. The rest was revealed before it could be taken off the disk."""
        path = self.folder.ballots
        try:
            found = ballots.load(path)
        except SessionFileError as error:
            kept = set_damaged_aside(path)
            self.warnings += [
                error.reason,
                Message.of("store.ballots_set_aside", path=shown(kept)),
            ]
            return None
        if found is None:
            return None
        box = fitting(self.state.session, found)
        if is_empty(box):
            ballots.delete(path, self.system)
            return None
        if box != found:
            ballots.save(path, box, self.system)
        return box
