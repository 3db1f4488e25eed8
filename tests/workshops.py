"""Small workshops for tests: a Room in memory with a clock that ticks, and people to fill it."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from workshop_tui.domain.ballots import BallotBox
from workshop_tui.domain.box import HiddenAction
from workshop_tui.domain.drafting import AddDraft, ShortlistDraft
from workshop_tui.domain.history import Entry
from workshop_tui.domain.message import Message
from workshop_tui.domain.rounds import Reasons, Scores
from workshop_tui.domain.session import BLANK, Session, StartWorkshop, WorkshopAction
from workshop_tui.domain.setup import AddPerson
from workshop_tui.room import Beginning, Room

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


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

    room: Room | None = None
    fails_with: Message | None = None
    entries: list[Entry] = field(default_factory=list)
    saved: Session | None = None

    def append(self, entry: Entry) -> None:
        self.entries.append(entry)
        assert self.room is not None
        if self.fails_with is not None:
            self.room.on_failed(self.fails_with)
        else:
            self.room.on_saved(entry.seq, entry.at)

    def save(self, session: Session, seq: int) -> None:
        assert seq == self.entries[-1].seq
        self.saved = session


@dataclass
class MemoryBallots:
    box: BallotBox | None = None

    def keep(self, box: BallotBox) -> None:
        self.box = box

    def discard(self) -> None:
        self.box = None


def room_from(
    entries: Sequence[Entry],
    session: Session,
    ids: dict[str, int],
    clock: TickingClock | None = None,
    kept: MemoryBallots | None = None,
) -> Room:
    """A room that goes on from a journal, as after a restart."""
    log = MemoryLog(entries=list(entries))
    beginning = Beginning(
        session=session,
        last_seq=entries[-1].seq if entries else 0,
        highest_ids=ids,
        earlier=lambda: tuple(entries),
    )
    room = Room(
        beginning,
        log=log,
        ballots=kept or MemoryBallots(),
        clock=clock or TickingClock(entries[-1].at if entries else START),
        shuffle=random.Random(7).shuffle,
    )
    log.room = room
    return room


def read_only_room(session: Session) -> Room:
    """A room in which this workshop can only be read."""
    beginning = Beginning(session=session, last_seq=1, highest_ids={}, earlier=lambda: ())
    return Room(
        beginning, log=None, ballots=None, clock=TickingClock(START), shuffle=lambda _: None
    )


def started_room(
    *actions: WorkshopAction,
    title: str = "Clean rides",
    clock: TickingClock | None = None,
    kept: MemoryBallots | None = None,
) -> Room:
    """A room whose workshop has been started and in which these actions were done.

    kept: where ballots and dots that nobody may see yet are kept.
    """
    room = room_from((), BLANK, {}, clock, kept)
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
