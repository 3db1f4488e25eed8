"""Small workshops for tests: a Room in memory with a clock that ticks, and people to fill it."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from workshop_tui.domain.drafting import AddDraft, ShortlistDraft
from workshop_tui.domain.hidden_box import HiddenAction, HiddenBox
from workshop_tui.domain.history import UNSTARTED, Checkpoint, Entry, highest_ids
from workshop_tui.domain.message import Message
from workshop_tui.domain.rounds import Reasons, Scores
from workshop_tui.domain.session import Session, StartWorkshop, WorkshopAction
from workshop_tui.domain.setup import AddPerson
from workshop_tui.read_only_room import ReadOnlyRoom
from workshop_tui.room import Room
from workshop_tui.writable_room import Beginning, WritableRoom

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
UNTOUCHED = Beginning(UNSTARTED, tuple)
"""A workshop that nobody has started yet."""


class TickingClock:
    """Each look at it is a second later than the one before."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    def forward(self, passed: timedelta) -> None:
        """Let time go by in which nobody looks at it."""
        self._now += passed


@dataclass
class MemoryLog:
    """A log that keeps entries in memory and says at once that they are safe."""

    room: WritableRoom | None = None
    fails_with: Message | None = None
    entries: list[Entry] = field(default_factory=list)
    saved: Session | None = None
    box: HiddenBox | None = None
    """What nobody may see yet, where that is kept."""

    def append(self, entry: Entry) -> None:
        self.entries.append(entry)
        assert self.room is not None
        if self.fails_with is not None:
            self.room.on_failed(self.fails_with)
        else:
            self.room.on_saved(entry.seq, entry.at)

    def save(self, checkpoint: Checkpoint) -> None:
        assert checkpoint.seq == self.entries[-1].seq
        self.saved = checkpoint.session

    def keep_box(self, box: HiddenBox) -> None:
        self.box = box

    def drop_box(self) -> None:
        self.box = None


def room_from(
    entries: Sequence[Entry], session: Session, clock: TickingClock | None = None
) -> WritableRoom:
    """A room that goes on from a journal, as after a restart."""
    log = MemoryLog(entries=list(entries))
    checkpoint = Checkpoint(session, entries[-1].seq if entries else 0, highest_ids(entries))
    return room_on(log, Beginning(checkpoint, lambda: tuple(entries)), clock)


def room_on(
    log: MemoryLog, beginning: Beginning = UNTOUCHED, clock: TickingClock | None = None
) -> WritableRoom:
    """A room whose entries go to this log."""
    started = log.entries[-1].at if log.entries else START
    shuffle = random.Random(7).shuffle
    room = WritableRoom(beginning, log=log, clock=clock or TickingClock(started), shuffle=shuffle)
    log.room = room
    return room


def read_only_room(session: Session) -> Room:
    """A room in which this workshop can only be read."""
    return ReadOnlyRoom(Checkpoint(session, 1, {}), tuple, TickingClock(START))


def started_room(
    *actions: WorkshopAction,
    title: str = "Clean rides",
    clock: TickingClock | None = None,
    log: MemoryLog | None = None,
) -> WritableRoom:
    """A room whose workshop has been started and in which these actions were done."""
    room = room_on(log or MemoryLog(), clock=clock)
    for action in (StartWorkshop(title=title), *actions):
        room.do(action)
    return room


def do_all(room: Room, actions: Iterable[WorkshopAction | HiddenAction]) -> None:
    """Several actions, one after the other; the first refusal ends it."""
    for action in actions:
        room.do(action)


def people(count: int = 8) -> list[AddPerson]:
    """Writers with short names, each from another function: person1 is Ana."""
    names = ("Ana", "Budi", "Citra", "Dewi", "Eko", "Fajar", "Gita", "Hadi", "Indah", "Joko")
    return [AddPerson(name=name, function=f"Function {name}") for name in names[:count]]


def shortlisted(*texts: str) -> list[WorkshopAction]:
    """Drafts that are written and on the shortlist: draft1, draft2, …"""
    written: list[WorkshopAction] = [AddDraft(text=text) for text in texts]
    return written + [ShortlistDraft(draft=f"draft{n}") for n in range(1, len(texts) + 1)]


def scores(simple: int = 4, customer: int = 4, now: int = 4, aspire: int = 4) -> Scores:
    return Scores(simple=simple, customer=customer, now=now, aspire=aspire)


def reasons(simple: str = "", customer: str = "", now: str = "", aspire: str = "") -> Reasons:
    return Reasons(simple=simple, customer=customer, now=now, aspire=aspire)
