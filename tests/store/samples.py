"""Sessions and journals that the tests of the store write and read."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

from workshop_tui.domain import history
from workshop_tui.domain.drafting import (
    AddDraft,
    EditDraft,
    MergeDrafts,
    RejectDraft,
    ShortlistDraft,
)
from workshop_tui.domain.history import Entry, JournalAction
from workshop_tui.domain.rounds import Ballot, OpenRound, Reasons, RevealRound, Scores
from workshop_tui.domain.session import Session, StartWorkshop
from workshop_tui.domain.setup import AddPerson, SetRule, SetScope

START = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)


def clock() -> datetime:
    """A clock that stands still."""
    return START


def entries_of(actions: Iterable[JournalAction], first_seq: int = 1) -> tuple[Entry, ...]:
    """The actions as entries, a second apart, done by the facilitator."""
    return tuple(
        Entry(seq=seq, at=START + timedelta(seconds=seq), by="", action=action)
        for seq, action in zip(count(first_seq), actions, strict=False)
    )


def session_after(entries: Iterable[Entry]) -> Session:
    return history.replay(entries)


def small_workshop() -> tuple[JournalAction, ...]:
    """Ten actions with quotes, brackets, line feeds and two scripts."""
    return (
        StartWorkshop(title="Clean cars", question="What does “good” mean?\nIn one word."),
        SetScope(kind="team", scope="Rebate team"),
        AddPerson(name="Ana [bold]", id="person1", function="Phones"),
        AddPerson(name="Budi # end 4", id="person2", function="Office"),
        SetRule(kind="fist_to_five"),
        AddDraft(text='We say "yes" = always', id="draft1", author="person1"),
        AddDraft(text="Bantuan yang jelas — setiap hari 日本", id="draft2"),
        EditDraft(draft="draft1", text="We say yes", reason="shorter"),
        ShortlistDraft(draft="draft2"),
        RejectDraft(draft="draft1", reason="[[entry]]\n# end 10\nnot ours"),
    )


def large_workshop() -> tuple[JournalAction, ...]:
    """Eight people, sixty drafts, two revealed rounds of five drafts: a snapshot near 39 kB."""
    return tuple(_large())


def _large() -> Iterator[JournalAction]:
    yield StartWorkshop(title="A clear answer within a day")
    for number in range(1, 9):
        yield AddPerson(name=f"Person {number}", id=f"person{number}", function=f"Team {number}")
    for number in range(1, 61):
        yield AddDraft(
            text=f"We help every household drive clean, and know number {number} by name",
            id=f"draft{number}",
            author=f"person{number % 8 + 1}",
            exercise="silent_drafts",
        )
    for number in range(1, 61):
        yield EditDraft(
            draft=f"draft{number}",
            text=f"We help every household drive clean ({number})",
            reason="too long to remember, said the office",
        )
    for number in range(1, 6):
        yield ShortlistDraft(draft=f"draft{number}")
    for number in (1, 2, 3):
        yield OpenRound(id=f"round{number}")
        yield RevealRound(round=f"round{number}", ballots=tuple(_ballots()))


def _ballots() -> Iterator[Ballot]:
    for draft in range(1, 6):
        for voter in range(1, 9):
            low = (draft + voter) % 4 == 0
            yield Ballot(
                draft=f"draft{draft}",
                scores=Scores(simple=4, customer=2 if low else 5, now=3, aspire=4),
                reasons=Reasons(customer="who is the customer here?" if low else ""),
            )


def merged(parents: tuple[str, ...], number: int) -> MergeDrafts:
    return MergeDrafts(parents=parents, text="One of two", id=f"draft{number}")
