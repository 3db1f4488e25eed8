"""Replacing a file whole: after a kill, a full disk or a power cut it holds the old or the new.

The steps and their order were measured (kill -9, full disks, power cuts); each is needed. What is
not here: appending, which the journal does, and backups.
"""

import contextlib
import errno
import os
import re
import stat
import time
from hashlib import sha256
from pathlib import Path

import msgspec

from workshop_tui.domain.message import Message
from workshop_tui.store.errors import ChangedOutsideError, disk_errors_of, shown
from workshop_tui.store.system import SYSTEM, TO_WRITE, System, write_all

PRIVATE = 0o600
"""Only the owner may read."""
_DEFAULT_MODE = 0o666  # less the user's umask, which the system takes off
_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{12}\.tmp")
_STALE_SECONDS = 3600
"""Before this age a temporary file may belong to a program that is still writing."""
_NOT_SYNCED_HERE = frozenset({errno.EINVAL, errno.ENOTSUP})
"""What file systems answer that do not sync folders; on them nothing better can be had."""


class Written(msgspec.Struct, frozen=True):
    """A file that was replaced.

    sha256: of its content, in hex. is_confirmed: False where the folder could not be synced: the
    content is in place, and may be the former one again after a power cut.
    """

    sha256: str
    is_confirmed: bool


def replace_file(
    path: Path,
    content: bytes,
    *,
    expected_sha256: str | None = None,
    mode: int | None = None,
    system: System = SYSTEM,
) -> Written:
    """Put this content in the place of the file's, whole or not at all.

    expected_sha256: what the file must hold now ("" for: there is none); None asks nothing.
    mode: None keeps the file's own, or the user's default for a new file. A symbolic link stays
    one. Raises DiskError, or ChangedOutsideError when the file is another than expected.
    """
    with disk_errors_of(path):
        if expected_sha256 is not None and digest_of(path) != expected_sha256:
            raise ChangedOutsideError(Message.of("store.changed_outside", path=shown(path)))
        target = Path(os.path.realpath(path))
        temporary = _write_beside(target, content, mode or _mode_of(target), system)
        try:
            system.replace(str(temporary), str(target))
        except BaseException:
            _unlink_quietly(temporary, system)
            raise
    return Written(sha256(content).hexdigest(), sync_folder(target.parent, system))


def digest_of(path: Path) -> str:
    """The sha256 of a file in hex; "" where there is none. Raises OSError."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def sync_folder(folder: Path, system: System = SYSTEM) -> bool:
    """Make new and changed names of a folder outlast a power cut. False when that failed."""
    try:
        fd = system.open(str(folder), os.O_RDONLY)
    except OSError:
        return os.name == "nt"  # Windows opens no folders and has no such call
    try:
        system.fsync(fd)
    except OSError as error:
        return error.errno in _NOT_SYNCED_HERE
    finally:
        with contextlib.suppress(OSError):
            system.close(fd)
    return True


def remove_stale_temporaries(folder: Path) -> None:
    """Remove what killed programs left in a folder; only files with names of our own making."""
    oldest_kept = time.time() - _STALE_SECONDS
    for path in folder.glob(".*.tmp"):
        with contextlib.suppress(OSError):  # in use on Windows, or gone: no harm either way
            if _TEMPORARY.fullmatch(path.name) and path.stat().st_mtime < oldest_kept:
                path.unlink()


def set_damaged_aside(path: Path) -> Path:
    """Keep a damaged file under another name, where the next save does not replace it; that name.

    Raises DiskError.
    """
    kept = path.with_name(f"{path.stem}-damaged{path.suffix}")
    with disk_errors_of(path):
        path.replace(kept)
    return kept


def _write_beside(target: Path, content: bytes, mode: int | None, system: System) -> Path:
    # In the same folder, since a rename does not cross file systems. Made with the user's umask,
    # which `mkstemp` would not heed, and never over a file that exists.
    temporary = target.with_name(f".{target.name[:40]}.{os.urandom(6).hex()}.tmp")
    flags = TO_WRITE | os.O_EXCL
    fd = system.open(str(temporary), flags, _DEFAULT_MODE if mode is None else PRIVATE)
    try:
        try:
            write_all(system, fd, content)
            if mode is not None:
                with contextlib.suppress(PermissionError):  # FAT and SMB know no modes
                    system.fchmod(fd, mode)
            system.fsync(fd)
        except BaseException:
            with contextlib.suppress(OSError):
                system.close(fd)
            raise
        system.close(fd)  # on some file systems a full disk is only told here
    except BaseException:
        _unlink_quietly(temporary, system)
        raise
    return temporary


def _mode_of(target: Path) -> int | None:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None


def _unlink_quietly(path: Path, system: System) -> None:
    with contextlib.suppress(OSError):
        system.unlink(str(path))
