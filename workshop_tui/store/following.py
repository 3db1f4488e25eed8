"""A session that another program writes, followed from its files: for the projector and viewers.

Also what that program's screen is turned to.
"""

from pathlib import Path
from typing import TypeAlias

from workshop_tui.domain.session import Session
from workshop_tui.store import on_screen
from workshop_tui.store.errors import StoreError
from workshop_tui.store.on_screen import OnScreen
from workshop_tui.store.opened import Opened
from workshop_tui.store.state import read_state

_Stamp: TypeAlias = "tuple[int, int, int] | None"
_Stamps: TypeAlias = "tuple[_Stamp, ...]"


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


class OnScreenFollower:
    """Tells what the screen of another program is turned to. Looking is cheap."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: _Stamp = None
        self._turned_to: OnScreen | None = None

    def poll(self) -> OnScreen | None:
        """What was written last; None where there is nothing, or no whole of it yet."""
        stamp = _stamp(self._path)
        if stamp != self._stamp or self._turned_to is None:
            self._stamp = stamp
            self._turned_to = on_screen.load(self._path) if stamp else None
        return self._turned_to


def _stamp(path: Path) -> _Stamp:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
