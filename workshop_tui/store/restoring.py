"""Bringing a backup back, after keeping what it replaces."""

from workshop_tui.clock import Clock
from workshop_tui.domain.message import Message
from workshop_tui.store import backups
from workshop_tui.store.backups import Backup, BackupFolder
from workshop_tui.store.errors import (
    DiskError,
    InUseError,
    disk_errors_of,
    disk_message,
    shown,
)
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.lock import SessionLock, take_lock


def restore(folder: SessionFolder, backup: Backup, clock: Clock, kept_in: BackupFolder) -> None:
    """Put a backup in the place of the session, which becomes a backup itself.

    A folder that was deleted is made anew. Raises InUseError while another program has the
    session open, DiskError.
    """
    with disk_errors_of(folder.path):
        folder.path.mkdir(parents=True, exist_ok=True)
    lock = _lock(folder)
    try:
        kept_in.back_up(folder, clock())
        backups.put_back(folder, backup)
    finally:
        lock.release()


def _lock(folder: SessionFolder) -> SessionLock:
    try:
        lock = take_lock(folder)
    except OSError as error:
        raise DiskError(disk_message(error, folder.path)) from error
    if lock is None:
        raise InUseError(Message.of("store.in_use", path=shown(folder.path)))
    return lock
