"""The files of one open session in the hands of their one writer: journal, snapshot, hidden box.

Every call waits for the disk; who may not wait hands it to `threaded_log`.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workshop_tui.clock import Clock
from workshop_tui.domain.hidden_box import HiddenBox
from workshop_tui.domain.history import Checkpoint, Entry
from workshop_tui.domain.message import Message
from workshop_tui.store import hidden_box, snapshot
from workshop_tui.store.atomic import Written, replace_file
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.errors import ChangedOutsideError, shown
from workshop_tui.store.journal_writer import JournalWriter
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.lock import SessionLock
from workshop_tui.store.system import SYSTEM, System

BACKUP_EVERY = timedelta(minutes=5)


class SessionFiles:
    """What is needed to write a session. Not for two threads at once.

    snapshot_sha256: of session.toml as it was read; "" where there is none.
    """

    def __init__(
        self,
        folder: SessionFolder,
        journal: JournalWriter,
        *,
        snapshot_sha256: str,
        clock: Clock,
        lock: SessionLock,
        backups: BackupFolder,
        system: System = SYSTEM,
    ) -> None:
        self.folder = folder
        self._journal = journal
        self._encoder = snapshot.SnapshotEncoder()
        self._snapshot_sha256 = snapshot_sha256
        self._clock = clock
        self._lock = lock
        self._backups = backups
        self._backed_up_at = clock()
        self._system = system
        self._conflict: Path | None = None

    @property
    def last_seq(self) -> int:
        """The number of the last entry that is on the disk; 0 before the first."""
        return self._journal.last_seq

    def now(self) -> datetime:
        """The time, UTC."""
        return self._clock().astimezone(UTC)

    def append(self, entries: Sequence[Entry]) -> None:
        """Put entries on the disk, all or none. Raises DiskError or ChangedOutsideError."""
        self._journal.append(entries)

    def save(self, checkpoint: Checkpoint) -> Written:
        """Write session.toml; the entry that the checkpoint is behind is on the disk already.

        Raises DiskError. Raises ChangedOutsideError where somebody else changed the file: theirs
        stays, and this one goes to a file of its own beside it, which later saves replace.
        """
        path = self.folder.session
        content = self._encoder.encode(checkpoint, self.now())
        try:
            # A file that is gone holds nothing that could be lost.
            expected = self._snapshot_sha256 if path.exists() else ""
            written = snapshot.write(path, content, expected, self._system)
        except ChangedOutsideError as error:
            conflict = self._conflict or self._conflict_path()
            replace_file(conflict, content, system=self._system)
            self._conflict = conflict
            raise ChangedOutsideError(
                Message.of("store.conflict", path=shown(path), ours=shown(conflict.name))
            ) from error
        self._snapshot_sha256 = written.sha256
        return written

    def keep_box(self, kept: HiddenBox) -> Written:
        """Write what nobody may see yet. Raises DiskError."""
        return hidden_box.save(self.folder.ballots, kept, self._system)

    def drop_box(self) -> None:
        """Take it off the disk: its reveal is saved. Raises DiskError."""
        hidden_box.delete(self.folder.ballots, self._system)

    def back_up_when_due(self) -> None:
        """Copy the session where the last copy is five minutes old. Raises DiskError."""
        now = self.now()
        if now - self._backed_up_at >= BACKUP_EVERY:
            self._backed_up_at = now
            self._backups.back_up(self.folder, now)

    def close(self) -> None:
        """Close the files and let the next program write. Harmless when done before."""
        self._journal.close()
        self._lock.release()

    def _conflict_path(self) -> Path:
        return self.folder.path / f"session.conflict-{self.now():%Y-%m-%dT%H%M%SZ}.toml"
