"""Rotating copies of session.toml and journal.toml, in the user's state folder.

Outside the session's folder, so that a synchronising program that spoils one does not spoil both.
They lie under the name that the session's folder has at the time, and are found again by how its
journal begins: the folder may be renamed and moved. Answers are not copied, for they are written
once; ballots are not, for they are secret.
"""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from workshop_tui.store import journal
from workshop_tui.store.atomic import PRIVATE, replace_file, sync_folder
from workshop_tui.store.errors import disk_errors_of
from workshop_tui.store.layout import SessionFolder

MOST_RECENT = 20
DAILY = 7
"""Days of which the last copy is kept beyond the most recent ones."""
_NAME_FORM = "%Y-%m-%dT%H%M%S.%fZ"
_ORIGIN = "origin"


class Backup(msgspec.Struct, frozen=True):
    """One copy. at: UTC. path: the folder with the copied files."""

    path: Path
    at: datetime

    @property
    def name(self) -> str:
        """What people type to restore it."""
        return self.path.name

    @property
    def session(self) -> Path:
        """The copy of session.toml; it may be missing, as the original was."""
        return self.path / "session.toml"

    @property
    def journal(self) -> Path:
        """The copy of journal.toml; it may be missing, as the original was."""
        return self.path / "journal.toml"


class BackupFolder(msgspec.Struct, frozen=True):
    """All backups of all sessions. path: made when the first is kept."""

    path: Path

    def back_up(self, folder: SessionFolder, now: datetime) -> Backup | None:
        """Copy the files as they are now; None where the last copy says the same already.

        Raises DiskError.
        """
        kept = _newest_first(_backups_in(self.path / folder.slug), folder)
        contents = _contents_of(folder.session, folder.journal)
        if not contents or (kept and _contents_of(kept[0].session, kept[0].journal) == contents):
            return None
        parent = self.path / folder.slug
        with disk_errors_of(parent):
            parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            backup = _free_name(parent, now)
            _fill(parent, backup, {**contents, _ORIGIN: os.fsencode(folder.path.resolve())})
        _prune((backup, *kept))
        return backup

    def list_backups(self, folder: SessionFolder) -> tuple[Backup, ...]:
        """The backups of this session, newest first, whatever its folder was called before.

        Another session of the same name has its own, and so has a copy of a session.
        """
        try:
            parents = list(self.path.iterdir())
        except OSError:
            return ()
        return _newest_first((each for parent in parents for each in _backups_in(parent)), folder)


def default_folder() -> BackupFolder:
    """The user's own."""
    # Loaded here, since it takes as long as reading a session.
    from platformdirs import user_state_path  # noqa: PLC0415

    return BackupFolder(user_state_path("workshop-tui", appauthor=False) / "backups")


def put_back(folder: SessionFolder, backup: Backup) -> None:
    """Replace the session's files by the backup's. Raises DiskError.

    The journal first: a session that is ahead of its journal loses nothing.
    """
    for copy, original in ((backup.journal, folder.journal), (backup.session, folder.session)):
        with disk_errors_of(copy):
            content = copy.read_bytes() if copy.exists() else None
        if content is None:
            with disk_errors_of(original):
                original.unlink(missing_ok=True)
        else:
            replace_file(original, content)


def _contents_of(session: Path, journal: Path) -> dict[str, bytes]:
    # The journal last: it may be ahead of the session, never behind it.
    found: dict[str, bytes] = {}
    for name, path in (("session.toml", session), ("journal.toml", journal)):
        with disk_errors_of(path), contextlib.suppress(FileNotFoundError):
            found[name] = path.read_bytes()
    return found


def _fill(parent: Path, backup: Backup, contents: dict[str, bytes]) -> None:
    """Make the backup's folder appear with all its files at once."""
    unfinished = parent / f".{os.urandom(6).hex()}.tmp"
    unfinished.mkdir(mode=0o700)
    try:
        for name, content in contents.items():
            replace_file(unfinished / name, content, mode=PRIVATE)
        unfinished.rename(backup.path)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    sync_folder(parent)


def _free_name(parent: Path, now: datetime) -> Backup:
    at = now.astimezone(UTC)
    while (path := parent / at.strftime(_NAME_FORM)).exists():
        at += timedelta(microseconds=1)
    return Backup(path, at)


def _time_of(path: Path) -> datetime | None:
    try:
        at = datetime.fromisoformat(path.name).replace(tzinfo=UTC)
    except ValueError:
        return None
    return at if at.strftime(_NAME_FORM) == path.name else None


def _backups_in(parent: Path) -> Iterator[Backup]:
    try:
        paths = list(parent.iterdir())
    except OSError:
        return
    for path in paths:
        if (at := _time_of(path)) is not None:
            yield Backup(path, at)


def _newest_first(backups: Iterable[Backup], folder: SessionFolder) -> tuple[Backup, ...]:
    """Those of this session."""
    place, beginning = folder.path.resolve(), journal.beginning(folder.journal)
    own = [each for each in backups if _is_of(each, folder.slug, place, beginning)]
    return tuple(sorted(own, key=lambda backup: backup.at, reverse=True))


def _is_of(backup: Backup, slug: str, place: Path, beginning: bytes) -> bool:
    """Whether it was made of the session that is now in this place and begins like this."""
    try:
        origin = SessionFolder(Path(os.fsdecode((backup.path / _ORIGIN).read_bytes())))
    except OSError:
        return False
    if origin.path == place:
        return True
    began = journal.beginning(backup.journal)
    if origin.is_session and (not beginning or journal.beginning(origin.journal) == began):
        return False  # it has not moved: this one is a copy of it, or another
    # A journal that is lost or damaged tells nothing; then the name has to do.
    return began == beginning if began and beginning else backup.path.parent.name == slug


def _prune(backups: Sequence[Backup]) -> None:
    """Remove what is neither among the most recent nor the last of one of the latest days."""
    older = backups[MOST_RECENT:]
    last_of_day = {backup.at.date(): backup for backup in reversed(older)}
    daily = sorted(last_of_day.values(), key=lambda backup: backup.at, reverse=True)[:DAILY]
    for backup in older:
        if backup not in daily:
            shutil.rmtree(backup.path, ignore_errors=True)
