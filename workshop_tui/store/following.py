"""A session that another program writes, followed from its files: for the projector and viewers."""

from pathlib import Path
from typing import TypeAlias

from workshop_tui.domain.session import Session
from workshop_tui.store.errors import StoreError
from workshop_tui.store.opened import Opened
from workshop_tui.store.state import read_state

_Stamps: TypeAlias = "tuple[tuple[int, int, int] | None, ...]"


class Follower:
    """Tells when the session has changed. Looking is cheap; ask as often as once a second."""

    def __init__(self, opened: Opened) -> None:
        self._folder = opened.folder
        self._session = opened.session
        self._stamps: _Stamps = ()  # of nothing: it may have changed since it was opened

    def poll(self) -> Session | None:
        """The session, where it changed since it was last told; else None.

        A file that cannot be read just now is no change: a synchronising program may be at it.
        """
        stamps = self._now()
        if stamps == self._stamps:
            return None
        try:
            session = read_state(self._folder).session
        except StoreError:
            return None
        self._stamps = stamps
        if session == self._session:
            return None
        self._session = session
        return session

    def _now(self) -> _Stamps:
        return tuple(_stamp(path) for path in (self._folder.session, self._folder.journal))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
