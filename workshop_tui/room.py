"""The Room: the one place where a workshop changes.

It owns the session, the journal and the ballots of the open round, and tells its watchers of every
change. Whoever acts (the facilitator's screen, the command line, later a participant) hands it an
action; it stamps time and id, asks the domain, and hands the entry to the log. It never draws, and
it never waits for a disk: the log says when an entry is safe.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol, TypeAlias

import msgspec

from workshop_tui.domain import dots
from workshop_tui.domain.absence import (
    BY_THE_ROOM,
    GONE_AFTER,
    LeaveRoom,
    ReturnToRoom,
    is_away,
)
from workshop_tui.domain.ballots import (
    BallotAction,
    BallotBox,
    Shuffle,
    drafts_scored_by,
    waiting_for,
)
from workshop_tui.domain.box import (
    HiddenAction,
    dots_in,
    filled_in,
    fitting,
    given,
    is_empty,
    refuse_to_lose,
)
from workshop_tui.domain.dots import DotCardAction, GiveUpDots, RevealDots
from workshop_tui.domain.drafting import is_timed
from workshop_tui.domain.history import (
    Entry,
    JournalAction,
    Redo,
    Undo,
    name_of,
    note_ids,
    replay,
    to_redo,
    to_undo,
    without,
)
from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.rounds import CloseRound, RevealRound
from workshop_tui.domain.scoring import open_round
from workshop_tui.domain.session import Session, WorkshopAction, apply
from workshop_tui.domain.values import Stage


class Saved(msgspec.Struct, frozen=True):
    """Everything is on disk. at: aware, UTC; None before anything was done."""

    at: datetime | None = None


class Saving(msgspec.Struct, frozen=True):
    """Something is on its way to disk."""


class NotSaved(msgspec.Struct, frozen=True):
    """The disk refused; nothing is lost while the program runs."""

    reason: Message


SaveState: TypeAlias = Saved | Saving | NotSaved


class Change(msgspec.Struct, frozen=True):
    """What a watcher is told. entry: None when only the save state or the ballots changed."""

    session: Session
    save_state: SaveState
    entry: Entry | None = None


Watcher: TypeAlias = Callable[[Change], None]
Clock: TypeAlias = Callable[[], datetime]


class Log(Protocol):
    """Where entries go. It tells the Room through `on_saved` and `on_failed` how that went."""

    def append(self, entry: Entry) -> None: ...
    def save(self, session: Session, seq: int) -> None: ...


class BallotKeeper(Protocol):
    """Where ballots and dots that nobody may see yet lie, away from session and journal.

    Both are done once every entry is on the disk that was handed to the log before.
    """

    def keep(self, box: BallotBox) -> None: ...
    def discard(self) -> None: ...


class Beginning(msgspec.Struct, frozen=True):
    """What a Room starts from.

    earlier: reads the journal; called once, when somebody first undoes. What it holds behind
    `last_seq` is passed over: the Room has it already.
    highest_ids: the highest number given so far, by prefix of the id.
    """

    session: Session
    last_seq: int
    highest_ids: dict[str, int]
    earlier: Callable[[], Sequence[Entry]]
    box: BallotBox | None = None


class Room:
    """One workshop, open. Not thread-safe but for `on_saved` and `on_failed`."""

    def __init__(
        self,
        beginning: Beginning,
        *,
        log: Log | None,
        ballots: BallotKeeper | None,
        clock: Clock,
        shuffle: Shuffle,
    ) -> None:
        """Without a log and a place for ballots, the workshop can only be read."""
        self._session = beginning.session
        self._last_seq = self._opened_at = beginning.last_seq
        self._highest_ids = dict(beginning.highest_ids)
        self._earlier: Callable[[], Sequence[Entry]] = beginning.earlier
        self._entries: list[Entry] | None = None
        self._since_opening: list[Entry] = []
        self._box = fitting(beginning.session, beginning.box)
        self._log = log
        self._ballots = ballots
        self._clock = clock
        self._shuffle = shuffle
        # Each of these is written by one thread alone: the log's; what they mean is read together.
        self._safe: tuple[int, datetime | None] = (beginning.last_seq, None)
        self._failed: tuple[int, Message] | None = None
        self._watchers: list[Watcher] = []
        self._last_sign: datetime | None = None

    @property
    def session(self) -> Session:
        return self._session

    def now(self) -> datetime:
        """The time of the room's clock, with its offset, to the second."""
        return self._clock().replace(microsecond=0)

    @property
    def save_state(self) -> SaveState:
        (safe, at), failed = self._safe, self._failed
        if failed is not None and failed[0] == self._last_seq:
            return NotSaved(failed[1])
        return Saved(at) if self._log is None or safe >= self._last_seq else Saving()

    @property
    def read_only(self) -> bool:
        return self._log is None

    @property
    def today(self) -> date:
        """The day where the workshop is held, by the Room's clock."""
        return self._clock().astimezone().date()

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Tell this watcher of every change from now on; the result ends that.

        A change of the save state may be told from the log's thread.
        """
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def do(self, action: WorkshopAction | HiddenAction, by: str = "") -> None:
        """Do this. by: the person's id, "" for the facilitator.

        Raises RefusedError with the reason, and then nothing has changed.
        """
        if isinstance(action, BallotAction | DotCardAction):
            self._put_in_box(action)
            return
        stamped = self._stamped(action)
        self._commit(stamped, apply(self._session, stamped), by)

    def undo(self, stage: Stage, by: str = "") -> Message:
        """Take back the last thing this person did in this stage; the result names it."""
        self._refuse_reading()
        entries = self.history()
        target = to_undo(entries, by, stage)
        self._commit(Undo(entry=target.seq), self._keeping_box(without(entries, target)), by)
        return name_of(target.action)

    def redo(self, stage: Stage, by: str = "") -> Message:
        """Do again what this person last took back in this stage; the result names it."""
        self._refuse_reading()
        entries = self.history()
        target = to_redo(entries, by, stage)
        redone = Redo(entry=target.seq)
        session = self._keeping_box(replay([*entries, self._entry(redone, by)]))
        self._commit(redone, session, by)
        return name_of(target.action)

    def history(self) -> Sequence[Entry]:
        """Every entry of the journal, oldest first."""
        if self._entries is None:
            before = (entry for entry in self._earlier() if entry.seq <= self._opened_at)
            self._entries = [*before, *self._since_opening]
        return tuple(self._entries)

    def waiting_for(self) -> tuple[str, ...]:
        """The voters of the open round whose ballots are still wanted, in roster order."""
        return waiting_for(self._session.scoring, self._open_box())

    def drafts_scored_by(self, voter: str) -> tuple[str, ...]:
        """The drafts of the open round on which this person's ballot is in: never how."""
        return drafts_scored_by(self._open_box(), voter)

    def absent_voters(self) -> tuple[str, ...]:
        """The voters of the open round who were said to be absent."""
        return self._open_box().absent

    def dots_waited_for(self) -> tuple[str, ...]:
        """The voters of the open dot vote whose card is still wanted, in roster order."""
        box = dots_in(fitting(self._session, self._box))
        return dots.waiting_for(self._session.drafting.votes, box)

    def see_somebody(self) -> None:
        """Somebody is there: opened the workshop, or pressed a key.

        What is being timed is told of an absence that ends so; cheap where nothing is timed.
        """
        drafting = self._session.drafting
        was_away = is_away(drafting.absences)
        if self._log is None or not (was_away or is_timed(drafting)):
            return
        before, now = self._last_sign_of_somebody, self.now()
        if was_away:
            self.do(ReturnToRoom(), BY_THE_ROOM)
        elif now - before > GONE_AFTER:
            self.do(ReturnToRoom(since=before), BY_THE_ROOM)
        self._last_sign = now

    def see_nobody(self) -> None:
        """Look whether somebody is still there; where not, what is being timed stops with them."""
        if not self._is_left_by_leaving:
            return
        before = self._last_sign_of_somebody
        if self.now() - before > GONE_AFTER:
            self.do(LeaveRoom(at=before), BY_THE_ROOM)

    def leave(self) -> None:
        """The workshop is closed now; what is being timed stops."""
        if self._is_left_by_leaving:
            self.do(LeaveRoom(), BY_THE_ROOM)

    def on_saved(self, seq: int, at: datetime) -> None:
        """The log: all entries up to this one are on disk."""
        self._safe, self._failed = (seq, at), None
        if seq >= self._last_seq:
            self._tell(None)

    def on_failed(self, reason: Message) -> None:
        """The log: what was handed to it last is not on disk, and why."""
        self._failed = (self._last_seq, reason)
        self._tell(None)

    @property
    def _is_left_by_leaving(self) -> bool:
        """Whether it makes a difference that somebody leaves."""
        drafting = self._session.drafting
        return self._log is not None and is_timed(drafting) and not is_away(drafting.absences)

    @property
    def _last_sign_of_somebody(self) -> datetime:
        """The last key or entry; when it was opened, the last entry of the time before."""
        if self._last_sign is None:
            entries = self.history()
            self._last_sign = entries[-1].at if entries else self.now()
        return self._last_sign.replace(microsecond=0)

    def _put_in_box(self, action: HiddenAction) -> None:
        self._refuse_reading()
        self._box = given(self._session, fitting(self._session, self._box), action)
        self._keep_box()
        self._tell(None)

    def _keep_box(self) -> None:
        if self._ballots is None:
            return
        if is_empty(self._box):
            self._ballots.discard()
        else:
            self._ballots.keep(self._box)

    def _open_box(self) -> BallotBox:
        if open_round(self._session.scoring) is None:
            raise refuse("refused.no_open_round")
        return fitting(self._session, self._box)

    def _keeping_box(self, session: Session) -> Session:
        """The session, unless it would pull round or vote from under what is in the box."""
        refuse_to_lose(self._box, self._session, session)
        return session

    def _stamped(self, action: WorkshopAction) -> WorkshopAction:
        if isinstance(action, RevealRound | RevealDots):
            box = fitting(self._session, self._box)
            return filled_in(self._session, box, action, self._shuffle)
        stamps: dict[str, object] = {}
        if action.id_prefix and not getattr(action, "id", ""):
            number = self._highest_ids.get(action.id_prefix, 0) + 1
            stamps["id"] = f"{action.id_prefix}{number}"
        if action.is_timed and getattr(action, "at", None) is None:
            stamps["at"] = self.now()
        return msgspec.structs.replace(action, **stamps) if stamps else action

    def _commit(self, action: JournalAction, session: Session, by: str) -> None:
        self._refuse_reading()
        entry = self._entry(action, by)
        self._session = session
        self._last_seq = entry.seq
        self._last_sign = entry.at
        self._note(entry)
        has_ended = isinstance(action, RevealRound | CloseRound | RevealDots | GiveUpDots)
        if has_ended:
            self._box = fitting(session, self._box)
        self._tell(entry)
        if self._log is not None:
            self._log.append(entry)
            self._log.save(session, entry.seq)
        if has_ended:
            self._keep_box()

    def _entry(self, action: JournalAction, by: str) -> Entry:
        return Entry(seq=self._last_seq + 1, at=self._clock(), by=by, action=action)

    def _note(self, entry: Entry) -> None:
        self._since_opening.append(entry)
        if self._entries is not None:
            self._entries.append(entry)
        note_ids(msgspec.to_builtins(entry.action), self._highest_ids)

    def _refuse_reading(self) -> None:
        if self._log is None:
            raise refuse("refused.read_only")

    def _tell(self, entry: Entry | None) -> None:
        change = Change(self._session, self.save_state, entry)
        for watcher in tuple(self._watchers):
            watcher(change)
