"""Opening a session to work on it: lock, state, repairs, and the files that write it.

Nothing is mended silently: every repair is a warning. What cannot be read with certainty is
refused with line, column and path, and no file is touched. One opener writes; any other, and all
where the disk refuses, get a read-only view.
"""

import msgspec

from workshop_tui.clock import Clock
from workshop_tui.domain.hidden_box import HiddenBox, fitting, is_empty
from workshop_tui.domain.history import Checkpoint, EditByHand, Entry
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.store import hidden_box, journal
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
from workshop_tui.store.session_files import SessionFiles
from workshop_tui.store.state import State, no_session_in, read_state
from workshop_tui.store.system import SYSTEM, System


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A session that was opened to be read: by whoever only looks, and where another writes it.

    warnings: what was mended, and why it can only be read.
    """

    folder: SessionFolder
    checkpoint: Checkpoint
    warnings: tuple[Message, ...] = ()

    @property
    def session(self) -> Session:
        """As it was when it was opened."""
        return self.checkpoint.session

    def read_history(self) -> tuple[Entry, ...]:
        """Every entry of the journal, for undo and history; takes time with its length.

        Raises DiskError or SessionFileError.
        """
        return journal.read(self.folder.journal).entries


class OpenedToWrite(Opened, frozen=True, kw_only=True):
    """A session that we alone write, until its files are closed.

    box: what nobody may see yet; never given to a second opener. files: what writes it.
    """

    box: HiddenBox
    files: SessionFiles


def open_session(
    folder: SessionFolder, clock: Clock, backups: BackupFolder, system: System = SYSTEM
) -> Opened:
    """Open a session to write it; to read it where another program writes it, or nobody can.

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
    return Opened(folder=folder, checkpoint=state.checkpoint(), warnings=warnings)


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

    def opened(self) -> OpenedToWrite:
        remove_stale_temporaries(self.folder.path)
        self.warnings += self.state.warnings
        self._back_up()
        files = SessionFiles(
            self.folder,
            JournalWriter(self.folder.journal, self.state.journal, self.system),
            snapshot_sha256=self.state.snapshot_sha256,
            clock=self.clock,
            lock=self.lock,
            backups=self.backups,
            system=self.system,
        )
        checkpoint = self.state.checkpoint()
        if self.state.is_unjournalled:
            checkpoint = _with_edit_journalled(checkpoint, files)
        hidden = self._box()
        return OpenedToWrite(
            folder=self.folder,
            checkpoint=checkpoint,
            warnings=tuple(self.warnings),
            box=hidden,
            files=files,
        )

    def _back_up(self) -> None:
        try:
            self.backups.back_up(self.folder, self.clock())
        except StoreError as error:
            self.warnings.append(Message.of("store.no_backup", reason=error.reason))

    def _box(self) -> HiddenBox:
        """What nobody may see yet. The rest was revealed before it could be taken off the disk."""
        path = self.folder.ballots
        try:
            kept = hidden_box.load(path)
        except SessionFileError as error:
            aside = set_damaged_aside(path)
            self.warnings += [
                error.reason,
                Message.of("store.ballots_set_aside", path=shown(aside)),
            ]
            kept = None
        found = fitting(self.state.session, kept or HiddenBox())
        if kept is not None and is_empty(found):
            hidden_box.delete(path, self.system)
        elif kept is not None and found != kept:
            hidden_box.save(path, found, self.system)
        return found


def _with_edit_journalled(edited: Checkpoint, files: SessionFiles) -> Checkpoint:
    """Make what no entry leads to an entry, and the file the program's own again."""
    action = EditByHand(session=edited.session)
    entry = Entry(seq=edited.seq + 1, at=files.now(), by="", action=action)
    files.append([entry])
    checkpoint = edited.after(entry, edited.session)
    files.save(checkpoint)
    return checkpoint
