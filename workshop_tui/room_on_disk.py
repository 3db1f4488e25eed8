"""A Room on the folder of a session: opened, saved, followed and closed.

Joins `store` and `room`, for the interface and the command line alike. Where another program has
the session open, the Room can only be read, and shows what that program writes whenever somebody
has it look. What it leaves out: making sessions and importing answers, which `workshops` does.
"""

import random
from collections.abc import Sequence
from datetime import datetime
from types import TracebackType
from typing import Final, Self

from workshop_tui.domain.ballots import BallotBox
from workshop_tui.domain.history import EditByHand, Entry
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.room import Beginning, Room
from workshop_tui.store import half_typed, on_screen
from workshop_tui.store.backups import BackupFolder, default_folder
from workshop_tui.store.errors import DiskError
from workshop_tui.store.following import Follower
from workshop_tui.store.half_typed import HalfTyped
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.on_screen import OnScreen
from workshop_tui.store.opened import Opened, open_session, view_session
from workshop_tui.store.session_files import Clock
from workshop_tui.store.threaded_log import ThreadedLog

LOOK_EVERY_SECONDS: Final = 0.2
"""How often a screen that can only read should look whether the session has changed."""


def now() -> datetime:
    """The time, as the clock on the wall shows it: the record tells when things happened."""
    return datetime.now().astimezone()


def open_room(
    folder: SessionFolder, *, clock: Clock = now, backups: BackupFolder | None = None
) -> "RoomOnDisk":
    """Open a session to write it; to read it where another program writes it, or nobody can.

    backups: where a copy is kept of what is opened; None: the user's own folder.
    Raises DiskError, SessionFileError with line, column and path, or NotFoundError.
    """
    return RoomOnDisk(open_session(folder, clock, backups or default_folder()), clock)


def view_room(folder: SessionFolder, *, clock: Clock = now) -> "RoomOnDisk":
    """Open a session to read it and follow it: for the projector. Nothing is ever written.

    Raises as `open_room` does.
    """
    return RoomOnDisk(view_session(folder), clock)


class FollowingRoom(Room):
    """A Room that can only be read and shows what another program writes."""

    def history(self) -> Sequence[Entry]:
        """Every entry of the journal as it is on the disk now, oldest first."""
        return tuple(self._earlier())

    def follow(self, session: Session) -> None:
        """Take over the session as it is on the disk now, and tell the watchers."""
        self._session = session
        self._last_seq += 1
        # For a reader, the whole session was replaced from outside: that is an edit by hand.
        self._tell(self._entry(EditByHand(session=session), by=""))


class RoomOnDisk:
    """An open session: its Room, and what can be done with its files. Close it, or use `with`.

    warnings: what was mended when it was opened, and why it can only be read.
    """

    def __init__(self, opened: Opened, clock: Clock) -> None:
        self.folder: SessionFolder = opened.folder
        self.warnings: tuple[Message, ...] = opened.warnings
        self._saved_at: datetime | None = None
        self._log: ThreadedLog | None = None
        self._follower: Follower | None = None
        self._following: FollowingRoom | None = None
        beginning = Beginning(
            session=opened.session,
            last_seq=opened.seq,
            highest_ids=dict(opened.numbers),
            earlier=opened.read_history,
            box=opened.ballots,
        )
        shuffle = random.SystemRandom().shuffle
        if opened.files is None:
            self._follower = Follower(opened.folder, opened)
            self._following = FollowingRoom(
                beginning, log=None, ballots=None, clock=clock, shuffle=shuffle
            )
            self.room: Room = self._following
        else:
            self._log = ThreadedLog(opened.files, self._on_saved, self._on_failed)
            ballots = _Ballots(self._log)
            self.room = Room(
                beginning, log=self._log, ballots=ballots, clock=clock, shuffle=shuffle
            )
            self.room.see_somebody()

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
    def saved_at(self) -> datetime | None:
        """When something was last brought to the disk, UTC; None where nothing had to be."""
        return self._saved_at

    def look(self) -> None:
        """Show what another program has written since the last look; nothing where we write.

        Cheap where nothing has changed. Watchers are told before this returns, in this thread.
        """
        session = self._follower.poll() if self._follower else None
        if session is not None and self._following is not None:
            self._following.follow(session)

    def half_typed(self) -> HalfTyped:
        """What was being typed when the session was last open; nothing where it is only read.

        What cannot be read is none the worse for it, and opening a session never fails for it.
        """
        if self._log is None:
            return half_typed.NOTHING
        try:
            return half_typed.load(self.folder.half_typed)
        except DiskError:
            return half_typed.NOTHING

    def keep_half_typed(self, typed: HalfTyped) -> None:
        """Keep what is being typed, for when the session is opened again. Raises DiskError."""
        if self._log is not None:
            half_typed.save(self.folder.half_typed, typed)

    def show_on_screen(self, turned_to: OnScreen | None) -> None:
        """Tell the projector what our screen is turned to; None: there is no screen any more.

        Raises DiskError.
        """
        if self._log is None:
            return
        if turned_to is None:
            on_screen.remove(self.folder.on_screen)
        else:
            on_screen.save(self.folder.on_screen, turned_to)

    def on_screen(self) -> OnScreen | None:
        """What the screen of the program that writes is turned to; None where that is unknown."""
        return on_screen.load(self.folder.on_screen)

    def close(self) -> None:
        """Bring everything to the disk and let the next program write. Harmless when done before.

        Raises StoreError where something could not be saved.
        """
        if self._log is None:
            return
        self.room.leave()
        log, self._log = self._log, None
        log.close()

    def _on_saved(self, seq: int, at: datetime) -> None:
        self._saved_at = at
        self.room.on_saved(seq, at)

    def _on_failed(self, reason: Message) -> None:
        self.room.on_failed(reason)


class _Ballots:
    """The ballots of the open round, kept by the log."""

    def __init__(self, log: ThreadedLog) -> None:
        self._log = log

    def keep(self, box: BallotBox) -> None:
        self._log.keep_ballots(box)

    def discard(self) -> None:
        self._log.drop_ballots()
