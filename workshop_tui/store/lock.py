"""One writer for each session: the lock that the first opener holds.

It keeps apart programs on one computer. Locks do not cross file synchronisation: against that, a
changed file is recognised by its hash before it is replaced.
"""

import contextlib
import fcntl
import os
from typing import Final

from workshop_tui.store.layout import SessionFolder

_MODE: Final = 0o644


class SessionLock:
    """The lock of one session, held from `take_lock` until `release`, or the end of the process."""

    def __init__(self, descriptor: int) -> None:
        """descriptor: of the locked file, open; closing it lets go."""
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let the next one write. Harmless when it was released before."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            _close(descriptor)


def take_lock(folder: SessionFolder) -> SessionLock | None:
    """The lock of a session; None where another program holds it.

    Raises OSError where the folder cannot be written to.
    """
    descriptor = os.open(folder.lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, _MODE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        _close(descriptor)
        return None
    except BaseException:
        _close(descriptor)
        raise
    return SessionLock(descriptor)


def _close(descriptor: int) -> None:
    # Nothing was written to it, and it is let go whatever a full or distant disk says of it.
    with contextlib.suppress(OSError):
        os.close(descriptor)
