"""One writer for each session: the lock that the first opener holds.

It keeps apart programs on one computer. Locks do not cross file synchronisation: against that, a
changed file is recognised by its hash before it is replaced.
"""

from typing import TYPE_CHECKING

from workshop_tui.store.layout import SessionFolder

if TYPE_CHECKING:
    from filelock import FileLock


class SessionLock:
    """The lock of one session, held from `take_lock` until `release`, or the end of the process."""

    def __init__(self, held: "FileLock") -> None:
        self._held = held

    def release(self) -> None:
        """Let the next one write. Harmless when it was released before."""
        self._held.release(force=True)


def take_lock(folder: SessionFolder) -> SessionLock | None:
    """The lock of a session; None where another program holds it.

    Raises OSError where the folder cannot be written to.
    """
    # Who only looks at a session, as the record does, takes no lock and does not wait for this.
    from filelock import FileLock, Timeout  # noqa: PLC0415

    # Any thread may release it: the one that writes is not the one that opened.
    lock = FileLock(folder.lock, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        return None
    return SessionLock(lock)
