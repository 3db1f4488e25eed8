"""A Room on the folder of a session: opened, saved, followed and closed.

Joins `store` and `room`, for the interface and the command line alike. Where another program has
the session open, the Room can only be read, and shows what that program writes whenever somebody
has it look. What it leaves out: making sessions and importing answers, which `workshops` does.
"""

import random
from abc import ABC, abstractmethod
from datetime import datetime
from types import TracebackType
from typing import Final, Self

from workshop_tui.clock import Clock, now
from workshop_tui.domain.message import Message
from workshop_tui.read_only_room import ReadOnlyRoom
from workshop_tui.room import Room
from workshop_tui.store import half_typed, on_screen
from workshop_tui.store.backups import BackupFolder, default_folder
from workshop_tui.store.errors import DiskError
from workshop_tui.store.following import Follower, OnScreenFollower
from workshop_tui.store.half_typed import HalfTyped
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.on_screen import OnScreen
from workshop_tui.store.opened import Opened, OpenedToWrite, open_session, view_session
from workshop_tui.store.threaded_log import ThreadedLog
from workshop_tui.writable_room import Beginning, WritableRoom

LOOK_EVERY_SECONDS: Final = 0.2
"""How often a screen that can only read should look whether the session has changed."""


def open_room(
    folder: SessionFolder, *, clock: Clock = now, backups: BackupFolder | None = None
) -> "RoomOnDisk":
    """Open a session to write it; to read it where another program writes it, or nobody can.

    backups: where a copy is kept of what is opened; None: the user's own folder.
    Raises DiskError, SessionFileError with line, column and path, or NotFoundError.
    """
    opened = open_session(folder, clock, backups or default_folder())
    if isinstance(opened, OpenedToWrite):
        return WritableRoomOnDisk(opened, clock)
    return ReadOnlyRoomOnDisk(opened, clock)


def view_room(folder: SessionFolder, *, clock: Clock = now) -> "RoomOnDisk":
    """Open a session to read it and follow it: for the projector. Nothing is ever written.

    Raises as `open_room` does.
    """
    return ReadOnlyRoomOnDisk(view_session(folder), clock)


class RoomOnDisk(ABC):
    """An open session: its Room, and what can be done with its files. Close it, or use `with`.

    warnings: what was mended when it was opened, and why it can only be read. saved_at: when
    something was last brought to the disk, UTC; None where nothing had to be.
    """

    def __init__(self, opened: Opened) -> None:
        self.folder: SessionFolder = opened.folder
        self.warnings: tuple[Message, ...] = opened.warnings
        self.saved_at: datetime | None = None
        self._on_screen = OnScreenFollower(opened.folder.on_screen)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    @abstractmethod
    def room(self) -> Room:
        """The workshop."""

    @abstractmethod
    def look(self) -> None:
        """Show what another program has written since the last look; nothing where we write.

        Cheap where nothing has changed. Watchers are told before this returns, in this thread.
        """

    @abstractmethod
    def half_typed(self) -> HalfTyped:
        """What was being typed when the session was last open; nothing where it is only read.

        What cannot be read is none the worse for it, and opening a session never fails for it.
        """

    @abstractmethod
    def keep_half_typed(self, typed: HalfTyped) -> None:
        """Keep what is being typed, for when the session is opened again. Raises DiskError."""

    @abstractmethod
    def show_on_screen(self, turned_to: OnScreen | None) -> None:
        """Tell the projector what our screen is turned to; None: there is no screen any more.

        Raises DiskError.
        """

    def on_screen(self) -> OnScreen | None:
        """What the screen of the program that writes is turned to; None where that is unknown."""
        return self._on_screen.poll()

    @abstractmethod
    def close(self) -> None:
        """Bring everything to the disk and let the next program write. Harmless when done before.

        Raises StoreError where something could not be saved.
        """


class WritableRoomOnDisk(RoomOnDisk):
    """The session is ours to write, until it is closed."""

    def __init__(self, opened: OpenedToWrite, clock: Clock) -> None:
        super().__init__(opened)
        self._log = ThreadedLog(opened.files, self._on_saved, self._on_failed)
        self._room = WritableRoom(
            Beginning(opened.checkpoint, opened.read_history, opened.box),
            log=self._log,
            clock=clock,
            shuffle=random.SystemRandom().shuffle,
        )
        self._is_closed = False
        self._room.see_somebody()

    @property
    def room(self) -> Room:
        return self._room

    def look(self) -> None:
        """Nothing: what is written here is known here."""

    def half_typed(self) -> HalfTyped:
        try:
            return half_typed.load(self.folder.half_typed)
        except DiskError:
            return half_typed.NOTHING

    def keep_half_typed(self, typed: HalfTyped) -> None:
        if not self._is_closed:
            half_typed.save(self.folder.half_typed, typed)

    def show_on_screen(self, turned_to: OnScreen | None) -> None:
        if self._is_closed:
            return
        if turned_to is None:
            on_screen.remove(self.folder.on_screen)
        else:
            on_screen.save(self.folder.on_screen, turned_to)

    def close(self) -> None:
        if not self._is_closed:
            self._room.leave()
            self._is_closed = True
            self._log.close()

    def _on_saved(self, seq: int, at: datetime) -> None:
        self.saved_at = at
        self._room.on_saved(seq, at)

    def _on_failed(self, reason: Message) -> None:
        self._room.on_failed(reason)


class ReadOnlyRoomOnDisk(RoomOnDisk):
    """Somebody else writes the session, or nobody can; here it is followed."""

    def __init__(self, opened: Opened, clock: Clock) -> None:
        super().__init__(opened)
        self._follower = Follower(opened)
        self._room = ReadOnlyRoom(opened.checkpoint, opened.read_history, clock)

    @property
    def room(self) -> Room:
        return self._room

    def look(self) -> None:
        session = self._follower.poll()
        if session is not None:
            self._room.follow(session)

    def half_typed(self) -> HalfTyped:
        return half_typed.NOTHING

    def keep_half_typed(self, typed: HalfTyped) -> None:
        """Nothing: what cannot be entered is not kept."""

    def show_on_screen(self, turned_to: OnScreen | None) -> None:
        """Nothing: the projector follows the screen of the program that writes."""

    def close(self) -> None:
        """Nothing: nothing was written, and no lock is held."""
