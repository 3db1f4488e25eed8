"""How the store refuses: every error carries the one line that the user reads, names the file."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.plain_text import clean_line

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM})
_OTHERS = {
    errno.EFBIG: "store.disk.file_too_large",
    errno.EROFS: "store.disk.read_only",
    errno.ENOENT: "store.disk.missing",
    errno.EEXIST: "store.disk.wrong_kind",
    errno.EISDIR: "store.disk.wrong_kind",
    errno.ENOTDIR: "store.disk.wrong_kind",
    errno.ENAMETOOLONG: "store.disk.name_too_long",
    errno.EMFILE: "store.disk.too_many_open",
    errno.ENFILE: "store.disk.too_many_open",
}


class StoreError(RefusedError):
    """The store could not do what it was asked; `reason` says why, and where."""


class DiskError(StoreError):
    """The operating system refused: disk full, no permission, folder gone."""


class SessionFileError(StoreError):
    """A file of a session cannot be read as what it should be. The file is left as it is."""


class NewerVersionError(SessionFileError):
    """The session was made by a newer version of the program."""


class ChangedOutsideError(StoreError):
    """The file on disk is not the one that was last read or written here."""


class NotFoundError(StoreError):
    """There is no such session, backup or file."""


class InUseError(StoreError):
    """Another program has the session open for writing."""


def shown(path: Path | str) -> str:
    """A path as it may stand in a sentence: one line, without control codes."""
    return clean_line(str(path))


@contextmanager
def disk_errors_of(path: Path) -> Iterator[None]:
    """Turn what the operating system says about this path into a DiskError."""
    try:
        yield
    except OSError as error:
        raise DiskError(disk_message(error, path)) from error


def disk_message(error: OSError, path: Path) -> Message:
    """The one line about an error of the operating system."""
    where = shown(path)
    if error.errno in _FULL:
        return Message.of("store.disk.full", path=where)
    if error.errno in _NOT_ALLOWED:
        return Message.of("store.disk.not_allowed", path=where)
    if error.errno in _OTHERS:
        return Message.of(_OTHERS[error.errno], path=where)
    reason = error.strerror or type(error).__name__
    return Message.of("store.disk.failed", path=where, reason=reason)
