"""Appending to journal.toml: an entry counts as saved only when it is on the disk whole.

An append that fails part-way is cut off again, so that what follows never stands behind half an
entry. Reading is the business of `journal`.
"""

import contextlib
import errno
import os
from collections.abc import Sequence
from pathlib import Path

from workshop_tui.domain.history import Entry
from workshop_tui.domain.message import Message
from workshop_tui.store import journal
from workshop_tui.store.atomic import PRIVATE, replace_file, sync_folder
from workshop_tui.store.errors import ChangedOutsideError, disk_errors_of, shown
from workshop_tui.store.journal import Journal
from workshop_tui.store.system import SYSTEM, TO_WRITE, System, write_all

TORN_NAME = "journal.torn"
"""Where a torn tail is kept when it is cut off."""


class JournalWriter:
    """The one writer of a journal, which was read to its end before.

    The file is opened at the first append. After an error it is closed, and opened anew for the
    next: a failed fsync must not be asked again of the same descriptor.
    """

    def __init__(self, path: Path, read: Journal, system: System = SYSTEM) -> None:
        self._path = path
        self._system = system
        self._fd: int | None = None
        self._last_seq = read.last_seq
        self._good_length = read.good_length
        self._torn = read.torn
        self._may_hold_half_an_entry = False

    @property
    def last_seq(self) -> int:
        """The number of the last entry that is on the disk; 0 before the first."""
        return self._last_seq

    def append(self, entries: Sequence[Entry]) -> None:
        """Put these entries on the disk, all or none, with one fsync.

        Raises DiskError, or ChangedOutsideError where somebody else changed the file; then none
        of them is saved, and the same append may be tried again. Raises ValueError where the
        numbers do not follow the last.
        """
        wanted = range(self._last_seq + 1, self._last_seq + 1 + len(entries))
        if [entry.seq for entry in entries] != list(wanted):
            raise ValueError("entries must be numbered without a gap")
        content = b"".join(journal.encode(entry) for entry in entries)
        with disk_errors_of(self._path):
            fd = self._open()
            try:
                write_all(self._system, fd, content)
                self._system.fsync(fd)
            except BaseException:
                self._cut_off(fd)
                raise
        self._good_length += len(content)
        self._last_seq += len(entries)

    def close(self) -> None:
        """Close the file; a later append opens it again."""
        fd, self._fd = self._fd, None
        if fd is not None:
            with contextlib.suppress(OSError):  # all that counts was synced
                self._system.close(fd)

    def _open(self) -> int:
        if self._fd is not None and self._is_still_there(self._fd):
            return self._fd
        self.close()
        is_first = self._good_length == 0
        # Later the file must be there: an empty one in its place would hide that it is gone.
        flags = TO_WRITE if is_first else TO_WRITE & ~os.O_CREAT
        fd = self._system.open(str(self._path), flags | os.O_APPEND, 0o666)
        try:
            self._make_ready(fd)
            if is_first:
                self._make_name_last()
        except BaseException:
            with contextlib.suppress(OSError):
                self._system.close(fd)
            raise
        self._fd = fd
        return fd

    def _is_still_there(self, fd: int) -> bool:
        """Whether the path still leads to the open file, and nobody else wrote to it."""
        try:
            named, opened = self._path.stat(), os.fstat(fd)
        except OSError:
            return False
        return os.path.samestat(named, opened) and opened.st_size == self._good_length

    def _make_ready(self, fd: int) -> None:
        """Cut off what is no whole entry. Raises ChangedOutsideError where it is not ours."""
        length = os.fstat(fd).st_size
        if length == self._good_length:
            return
        is_torn = self._torn and length == self._good_length + len(self._torn)
        if is_torn:
            replace_file(
                self._path.with_name(TORN_NAME), self._torn, mode=PRIVATE, system=self._system
            )
        elif not (self._may_hold_half_an_entry and length > self._good_length):
            raise ChangedOutsideError(Message.of("store.changed_outside", path=shown(self._path)))
        self._system.ftruncate(fd, self._good_length)
        self._torn = b""
        self._may_hold_half_an_entry = False

    def _make_name_last(self) -> None:
        if not sync_folder(self._path.parent, self._system):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def _cut_off(self, fd: int) -> None:
        """Take back an append that failed, now or, where that fails too, before the next."""
        try:
            self._system.ftruncate(fd, self._good_length)
        except OSError:
            self._may_hold_half_an_entry = True
        self.close()
