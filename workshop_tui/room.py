"""The Room as its screens see it: a workshop that is open, watched, and maybe changed.

Whoever acts (the facilitator's screen, the command line, later a participant) hands it an action;
whoever shows something watches it. What comes of an action is the business of `writable_room`; in a
`read_only_room` every one is refused. It never draws.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TypeAlias

import msgspec

from workshop_tui.clock import Clock
from workshop_tui.domain import ballots, dots
from workshop_tui.domain.hidden_box import HiddenAction, HiddenBox, dots_in, scores_in
from workshop_tui.domain.history import Entry
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session, WorkshopAction
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
    """What a watcher is told. entry: None when only the save state or the hidden box changed."""

    session: Session
    save_state: SaveState
    entry: Entry | None = None


Watcher: TypeAlias = Callable[[Change], None]


class Room(ABC):
    """One workshop, open. For one thread, unless a method says otherwise."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._watchers: list[Watcher] = []

    @property
    @abstractmethod
    def session(self) -> Session:
        """The workshop as it is now."""

    @property
    @abstractmethod
    def read_only(self) -> bool:
        """Whether another program writes it, or nobody can."""

    @property
    @abstractmethod
    def save_state(self) -> SaveState:
        """Whether what was done is on the disk."""

    @property
    @abstractmethod
    def _box(self) -> HiddenBox:
        """What was given and nobody may see yet, in the round and the vote that are open."""

    @abstractmethod
    def do(self, action: WorkshopAction | HiddenAction, by: str = "") -> None:
        """Do this. by: the person's id, "" for the facilitator.

        Raises RefusedError with the reason, and then nothing has changed.
        """

    @abstractmethod
    def undo(self, stage: Stage, by: str = "") -> Message:
        """Take back the last thing this person did in this stage; the result names it."""

    @abstractmethod
    def redo(self, stage: Stage, by: str = "") -> Message:
        """Do again what this person last took back in this stage; the result names it."""

    @abstractmethod
    def history(self) -> Sequence[Entry]:
        """Every entry of the journal, oldest first."""

    @abstractmethod
    def see_somebody(self) -> None:
        """Somebody is there: opened the workshop, or pressed a key.

        What is being timed is told of an absence that ends so; cheap where nothing is timed.
        """

    @abstractmethod
    def see_nobody(self) -> None:
        """Look whether somebody is still there; where not, what is being timed stops with them."""

    def now(self) -> datetime:
        """The time of the room's clock, with its offset, to the second."""
        return self._clock().replace(microsecond=0)

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

    def waiting_for(self) -> tuple[str, ...]:
        """The voters of the open round whose ballots are still wanted, in roster order."""
        return ballots.waiting_for(self.session.scoring, scores_in(self._box))

    def drafts_scored_by(self, voter: str) -> tuple[str, ...]:
        """The drafts of the open round on which this person's ballot is in: never how."""
        return ballots.drafts_scored_by(scores_in(self._box), voter)

    def absent_voters(self) -> tuple[str, ...]:
        """The voters of the open round who were said to be absent."""
        return scores_in(self._box).absent

    def dots_waited_for(self) -> tuple[str, ...]:
        """The voters of the open dot vote whose card is still wanted, in roster order."""
        return dots.waiting_for(self.session.drafting.votes, dots_in(self._box))

    def _tell(self, entry: Entry | None) -> None:
        change = Change(self.session, self.save_state, entry)
        for watcher in tuple(self._watchers):
            watcher(change)
