"""The Room in which a workshop changes, the only place where it does.

It owns the session, the journal and what nobody may see yet. It stamps time and id of an action,
asks the domain, hands the entry to the log, and tells its watchers. It never waits for a disk: the
log says when an entry is safe.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from workshop_tui.clock import Clock
from workshop_tui.domain.absence import (
    BY_THE_ROOM,
    GONE_AFTER,
    LeaveRoom,
    ReturnToRoom,
    is_away,
)
from workshop_tui.domain.ballots import BallotAction, Shuffle
from workshop_tui.domain.dots import DotCardAction, GiveUpDots, RevealDots
from workshop_tui.domain.drafting import is_timed
from workshop_tui.domain.hidden_box import (
    HiddenAction,
    HiddenBox,
    filled_in,
    fitting,
    given,
    is_empty,
    refuse_to_lose,
)
from workshop_tui.domain.history import (
    Checkpoint,
    Entry,
    JournalAction,
    Redo,
    Undo,
    name_of,
    replay,
    to_redo,
    to_undo,
    without,
)
from workshop_tui.domain.message import Message
from workshop_tui.domain.rounds import CloseRound, RevealRound
from workshop_tui.domain.session import Session, WorkshopAction, apply
from workshop_tui.domain.values import Stage
from workshop_tui.room import NotSaved, Room, Saved, SaveState, Saving


class Log(Protocol):
    """Where what was done goes. It tells the Room through `on_saved` and `on_failed` how that went.

    The box is kept and dropped once every entry is on the disk that was appended before.
    """

    def append(self, entry: Entry) -> None: ...
    def save(self, checkpoint: Checkpoint) -> None: ...
    def keep_box(self, box: HiddenBox) -> None: ...
    def drop_box(self) -> None: ...


class Beginning(msgspec.Struct, frozen=True):
    """What a Room starts from.

    earlier: reads the journal; called once, when somebody first undoes. What it holds behind the
    checkpoint is passed over: the Room has it already.
    """

    checkpoint: Checkpoint
    earlier: Callable[[], Sequence[Entry]]
    box: HiddenBox = HiddenBox()


class WritableRoom(Room):
    """The one writer of a workshop. Not thread-safe but for `on_saved` and `on_failed`."""

    def __init__(self, beginning: Beginning, *, log: Log, clock: Clock, shuffle: Shuffle) -> None:
        super().__init__(clock)
        self._checkpoint = beginning.checkpoint
        self._opened_at = beginning.checkpoint.seq
        self._earlier: Callable[[], Sequence[Entry]] = beginning.earlier
        self._entries: list[Entry] | None = None
        self._since_opening: list[Entry] = []
        self._hidden = fitting(beginning.checkpoint.session, beginning.box)
        self._log = log
        self._shuffle = shuffle
        # Each of these is written by one thread alone: the log's; what they mean is read together.
        self._safe: tuple[int, datetime | None] = (self._opened_at, None)
        self._failed: tuple[int, Message] | None = None
        self._last_sign: datetime | None = None

    @property
    def session(self) -> Session:
        return self._checkpoint.session

    @property
    def read_only(self) -> bool:
        return False

    @property
    def save_state(self) -> SaveState:
        (safe, at), failed, last = self._safe, self._failed, self._checkpoint.seq
        if failed is not None and failed[0] == last:
            return NotSaved(failed[1])
        return Saved(at) if safe >= last else Saving()

    @property
    def _box(self) -> HiddenBox:
        return fitting(self.session, self._hidden)

    def do(self, action: WorkshopAction | HiddenAction, by: str = "") -> None:
        if isinstance(action, BallotAction | DotCardAction):
            self._hidden = given(self.session, self._box, action)
            self._keep_box()
            self._tell(None)
            return
        stamped = self._stamped(action)
        self._commit(stamped, apply(self.session, stamped), by)

    def undo(self, stage: Stage, by: str = "") -> Message:
        entries = self.history()
        target = to_undo(entries, by, stage)
        self._commit(Undo(entry=target.seq), self._keeping_box(without(entries, target)), by)
        return name_of(target.action)

    def redo(self, stage: Stage, by: str = "") -> Message:
        entries = self.history()
        target = to_redo(entries, by, stage)
        redone = Redo(entry=target.seq)
        session = self._keeping_box(replay([*entries, self._entry(redone, by)]))
        self._commit(redone, session, by)
        return name_of(target.action)

    def history(self) -> Sequence[Entry]:
        if self._entries is None:
            before = (entry for entry in self._earlier() if entry.seq <= self._opened_at)
            self._entries = [*before, *self._since_opening]
        return tuple(self._entries)

    def see_somebody(self) -> None:
        drafting = self.session.drafting
        was_away = is_away(drafting.absences)
        if not (was_away or is_timed(drafting)):
            return
        before, now = self._last_sign_of_somebody, self.now()
        if was_away:
            self.do(ReturnToRoom(), BY_THE_ROOM)
        elif now - before > GONE_AFTER:
            self.do(ReturnToRoom(since=before), BY_THE_ROOM)
        self._last_sign = now

    def see_nobody(self) -> None:
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
        if seq >= self._checkpoint.seq:
            self._tell(None)

    def on_failed(self, reason: Message) -> None:
        """The log: what was handed to it last is not on disk, and why."""
        self._failed = (self._checkpoint.seq, reason)
        self._tell(None)

    @property
    def _is_left_by_leaving(self) -> bool:
        """Whether it makes a difference that somebody leaves."""
        drafting = self.session.drafting
        return is_timed(drafting) and not is_away(drafting.absences)

    @property
    def _last_sign_of_somebody(self) -> datetime:
        """The last key or entry; when it was opened, the last entry of the time before."""
        if self._last_sign is None:
            entries = self.history()
            self._last_sign = entries[-1].at if entries else self.now()
        return self._last_sign.replace(microsecond=0)

    def _keep_box(self) -> None:
        if is_empty(self._hidden):
            self._log.drop_box()
        else:
            self._log.keep_box(self._hidden)

    def _keeping_box(self, session: Session) -> Session:
        """The session, unless it would pull round or vote from under what is in the box."""
        refuse_to_lose(self._hidden, self.session, session)
        return session

    def _stamped(self, action: WorkshopAction) -> WorkshopAction:
        if isinstance(action, RevealRound | RevealDots):
            return filled_in(self.session, self._box, action, self._shuffle)
        stamps: dict[str, object] = {}
        if action.id_prefix and not getattr(action, "id", ""):
            number = self._checkpoint.highest_ids.get(action.id_prefix, 0) + 1
            stamps["id"] = f"{action.id_prefix}{number}"
        if action.is_timed and getattr(action, "at", None) is None:
            stamps["at"] = self.now()
        return msgspec.structs.replace(action, **stamps) if stamps else action

    def _commit(self, action: JournalAction, session: Session, by: str) -> None:
        entry = self._entry(action, by)
        self._checkpoint = self._checkpoint.after(entry, session)
        self._last_sign = entry.at
        self._since_opening.append(entry)
        if self._entries is not None:
            self._entries.append(entry)
        has_ended = isinstance(action, RevealRound | CloseRound | RevealDots | GiveUpDots)
        if has_ended:
            self._hidden = self._box
        self._tell(entry)
        self._log.append(entry)
        self._log.save(self._checkpoint)
        if has_ended:
            self._keep_box()

    def _entry(self, action: JournalAction, by: str) -> Entry:
        return Entry(seq=self._checkpoint.seq + 1, at=self._clock(), by=by, action=action)
