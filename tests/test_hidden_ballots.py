"""No order of actions makes a hidden ballot visible: not on the screen, nor in any file or format.

Two workshops do the same things in the same order, but what stands on the cards differs: scores,
abstentions, reasons, how much is typed. Until the reveal nothing may differ that anybody sees,
which also catches what a search for planted values would not: an order, a length, a count.
"""

import functools
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from textual import events
from textual.app import App
from textual.pilot import Pilot

from tests.ui.sample import opened_in_memory, screen_text
from tests.ui.typing import key_in
from tests.workshops import TickingClock, do_all, people, shortlisted, started_room
from workshop_tui.domain.ballots import (
    Abstain,
    BallotAction,
    CastScores,
    MarkAbsent,
    TakeBackBallots,
)
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.rounds import (
    AdmitVoter,
    CloseRound,
    OpenRound,
    Reasons,
    RevealRound,
    Scores,
)
from workshop_tui.domain.session import Session, StartWorkshop, WorkshopAction
from workshop_tui.domain.setup import AddPerson, BallotSecrecy, SetPresence, SetSecrecy
from workshop_tui.language import LANGUAGES
from workshop_tui.record import csv_format, html, json_format, markdown
from workshop_tui.record.document import document
from workshop_tui.record.evidence import Evidence
from workshop_tui.room import Room
from workshop_tui.room_on_disk import open_room, view_room
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.creating import create_session
from workshop_tui.ui.app import WorkshopApp

PLANTED = "zqxj"
"""Stands in every reason, and in nothing else."""
LAST_VOTER = "person5"
"""Whose card never comes, so that nothing is revealed."""
STILL = 3
"""Times that a screen is drawn alike before it counts as still."""
VOTERS = tuple(f"person{number}" for number in range(1, 5))
DRAFTS = ("draft1", "draft2", "draft3")
BEGINNING: Sequence[WorkshopAction] = (
    *people(6),
    AddPerson(name="Wayan", role="observer"),
    SetPresence(person="person6", presence="apology"),
    *shortlisted("Make it easy", "We clear the road", "Every rebate on its day"),
    OpenRound(),
)


@dataclass(frozen=True)
class Cards:
    """What one of the two workshops votes: the same cards in the same order every time."""

    secret: random.Random

    def ballot(self, voter: str, draft: str) -> BallotAction:
        """Some ballot of this person: scores with reasons, or an abstention."""
        given = [self.secret.randint(1, 5) for _ in range(4)]
        if self.secret.random() < 0.2:
            return Abstain(voter=voter, draft=draft)
        why = f"{PLANTED} {self.secret.random()}"
        return CastScores(
            voter=voter,
            draft=draft,
            scores=Scores(*given),
            reasons=Reasons(*(why if score < 3 else "" for score in given)),
        )

    def line(self, name: str) -> str:
        """A line with this person's card as it is typed."""
        groups, reasons = [], []
        for _ in DRAFTS:
            scores = [self.secret.randint(1, 5) for _ in range(4)]
            if self.secret.random() < 0.2:
                groups.append("-")
                continue
            groups.append("".join(map(str, scores)))
            reasons += [f"{PLANTED} {self.secret.random()}" for score in scores if score < 3]
        return f"{name} {' '.join(groups)} {'; '.join(reasons)}"

    def bad_line(self, name: str) -> str:
        """A card that cannot be taken: a reason is missing, or a score, or one is too high."""
        return f"{name} {self.secret.choice(['2444 5555 5555', '123', '9999', '1111 2222 3333 x'])}"


PublicStep = Callable[[Room, Cards], None]


def casts(voter: str, draft: str) -> PublicStep:
    return lambda room, cards: room.do(cards.ballot(voter, draft))


def does(action: WorkshopAction | BallotAction) -> PublicStep:
    return lambda room, cards: room.do(action)


public_steps: st.SearchStrategy[PublicStep] = st.one_of(
    st.builds(casts, st.sampled_from(VOTERS), st.sampled_from(DRAFTS)),
    st.sampled_from(VOTERS).map(lambda voter: does(MarkAbsent(voter=voter))),
    st.sampled_from(VOTERS).map(lambda voter: does(TakeBackBallots(voter=voter))),
    st.sampled_from(
        [
            does(SetPresence(person="person6", presence="present")),
            does(AdmitVoter(round="round1", voter="person6")),
            does(AddDraft(text="Another one")),
            does(SetSecrecy(ballots="named", authors="shown")),
            does(SetSecrecy(ballots="shuffled", authors="hidden")),
            lambda room, _: room.undo("scoring"),
            lambda room, _: room.redo("scoring"),
            lambda room, _: room.undo("drafting"),
            lambda room, _: room.undo("setup"),
            lambda room, _: room.redo("setup"),
        ]
    ),
)


def told(step: PublicStep, room: Room, cards: Cards) -> str:
    """What the step refuses, "" where it is done."""
    try:
        step(room, cards)
    except RefusedError as refused:
        return str(refused.reason)
    return ""


def everything_told(room: Room) -> dict[str, object]:
    """All that leaves the Room before a reveal, in every format and both languages."""
    session = room.session
    encoded = msgspec.json.encode(msgspec.to_builtins(session)).decode()
    seen = {"session": encoded, "history": str(room.history()), **everything_written(encoded)}
    seen |= {"waiting for": room.waiting_for(), "absent": room.absent_voters()}
    seen["done"] = [room.drafts_scored_by(voter) for voter in VOTERS]
    return seen


@functools.cache
def everything_written(encoded: str) -> dict[str, object]:
    """Every file that is made of a session; of the same session, the same files."""
    session = msgspec.json.decode(encoded, type=Session)
    seen: dict[str, object] = {"json": json_format.render(session, Evidence())}
    for language in LANGUAGES:
        record = document(session, Evidence(), language)
        seen |= {
            f"markdown {language}": markdown.render(record),
            f"html {language}": html.render(record),
            f"csv {language}": csv_format.render(session, language),
        }
    return seen


@given(st.lists(public_steps, max_size=10), st.integers(0, 1000))
def test_two_rooms_that_vote_otherwise_look_the_same_until_the_reveal(
    steps: list[PublicStep], seed: int
) -> None:
    rooms = (started_room(*BEGINNING), started_room(*BEGINNING))
    cards = (Cards(random.Random(seed)), Cards(random.Random(seed + 1)))

    for step in steps:
        refused = [told(step, room, card) for room, card in zip(rooms, cards, strict=True)]
        if not rooms[0].session.scoring.rounds:
            break
        one, other = (everything_told(room) for room in rooms)

        assert refused[0] == refused[1]
        assert one == other
        assert PLANTED not in str(one)


@given(st.lists(public_steps, max_size=10), st.integers(0, 1000))
def test_no_order_of_steps_puts_a_name_on_a_card_that_was_promised_none(
    steps: list[PublicStep], seed: int
) -> None:
    room, cards = started_room(*BEGINNING), Cards(random.Random(seed))
    do_all(room, [cards.ballot(voter, "draft1") for voter in VOTERS])

    for step in steps:
        told(step, room, cards)
    assume(room.session.scoring.rounds)
    do_all(room, [cards.ballot(voter, draft) for voter in VOTERS for draft in DRAFTS])
    do_all(room, [MarkAbsent(voter=voter) for voter in room.waiting_for()])
    room.do(RevealRound(round="round1"))

    (revealed,) = room.session.scoring.rounds
    assert {ballot.voter for ballot in revealed.ballots} == {""}


@pytest.mark.parametrize(
    ("promised", "later", "names"),
    [("named", "named", 4), ("named", "shuffled", 1), ("shuffled", "named", 1)],
)
def test_names_are_shown_where_promised_at_the_opening_and_still_wanted_at_the_reveal(
    promised: BallotSecrecy, later: BallotSecrecy, names: int
) -> None:
    room = started_room(
        *people(4),
        *shortlisted("Make it easy"),
        SetSecrecy(ballots=promised, authors="hidden"),
        OpenRound(),
        SetSecrecy(ballots=later, authors="shown"),
    )
    do_all(room, [Abstain(voter=voter, draft="draft1") for voter in VOTERS])

    room.do(RevealRound(round="round1"))

    (revealed,) = room.session.scoring.rounds
    assert len({ballot.voter for ballot in revealed.ballots}) == names


def test_what_was_promised_is_not_taken_back_once_cards_are_in() -> None:
    named = SetSecrecy(ballots="named", authors="hidden")
    shuffled = SetSecrecy(ballots="shuffled", authors="hidden")
    room = started_room(*people(4), named, shuffled, *shortlisted("Make it easy"), OpenRound())
    room.do(Abstain(voter="person1", draft="draft1"))

    with pytest.raises(RefusedError) as refusal:
        room.undo("setup")

    assert refusal.value.reason.key == "refused.round_has_ballots"


def test_a_round_that_was_given_up_leaves_nothing_of_its_cards() -> None:
    room = started_room(*BEGINNING)
    cards = Cards(random.Random(1))
    for voter in VOTERS:
        room.do(cards.ballot(voter, "draft1"))

    room.do(CloseRound(round="round1"))

    assert PLANTED not in str(room.session) + str(room.history())


async def settled(pilot: Pilot[None]) -> tuple[object, ...]:
    """The whole screen once nothing moves on it any more."""
    seen: list[tuple[object, ...]] = []
    while len(seen) < STILL or any(one != seen[-1] for one in seen[-STILL:]):
        await pilot.pause(0)
        seen.append(drawn(pilot.app))
    return seen[-1]


def drawn(app: App[None]) -> tuple[object, ...]:
    """The screen with its styles, and where the terminal's cursor stands."""
    return (*app.screen._compositor.render_strips(), app.cursor_position)


async def look_round(pilot: Pilot[None], turn: random.Random) -> None:
    """Something that shows the workshop otherwise, and the way back to the scores."""
    away: list[tuple[str, ...]] = [
        ("g", "g"),
        ("p", "p"),
        ("3", "4"),
        ("e", "escape"),
        ("?", "escape"),
        ("down", "up"),
    ]
    away += [("r",), ("v",), ("right", "left"), ("u",), ("1", "4"), ("tab", "tab")]
    away += [("h", "n", "enter"), ("h", "escape"), ("t", "t", "escape"), ("y",), ("/", "escape")]
    await key_in(pilot, *turn.choice(away))


async def screens_of(seed: int, secret: int, size: tuple[int, int]) -> list[tuple[object, ...]]:
    """Everything that stood on the screen while cards were typed; only the cards differ."""
    turn, cards = random.Random(seed), Cards(random.Random(secret))
    room = started_room(*BEGINNING)
    app = WorkshopApp(language="en", opened=opened_in_memory(room), environ={})
    screens = []
    async with app.run_test(size=size) as pilot:
        await key_in(pilot, "4")
        for _ in range(10):
            name = turn.choice(("Ana", "Budi", "Citra", "Dewi"))
            kind = turn.choice(("card", "card", "card", "bad", "absent", "look", "back"))
            if kind == "look":
                await look_round(pilot, turn)
            elif kind == "back":
                await key_in(pilot, "b", *name.lower(), "enter", "escape")
            else:
                await key_in(pilot, "enter")
                line = f"{name} absent" if kind == "absent" else cards.line(name)
                pilot.app.post_message(
                    events.Paste(cards.bad_line(name) if kind == "bad" else line)
                )
                screens.append(await settled(pilot))
                await key_in(pilot, "enter")
                screens.append(await settled(pilot))
                await key_in(pilot, "ctrl+u", "escape")
            screens.append(await settled(pilot))
            assert PLANTED not in screen_text(app)
    return screens


@pytest.mark.parametrize("size", [(80, 24), (200, 50)], ids=["small", "projector"])
@pytest.mark.parametrize("seed", range(2))
async def test_two_screens_on_which_others_cards_are_typed_look_the_same(
    seed: int, size: tuple[int, int]
) -> None:
    one = await screens_of(seed, 100, size)
    other = await screens_of(seed, 200, size)

    assert len(one) == len(other)
    assert one == other


def test_on_the_disk_nothing_that_is_shown_changes_while_cards_come_in(tmp_path: Path) -> None:
    folder = create_session(tmp_path, StartWorkshop(title="Clean rides"), TickingClock())
    backups = BackupFolder(tmp_path / "backups")
    cards = Cards(random.Random(1))
    with open_room(folder, clock=TickingClock(), backups=backups) as opened:
        do_all(opened.room, BEGINNING)
    before = {path: path.stat() for path in (folder.session, folder.journal)}

    with open_room(folder, clock=TickingClock(), backups=backups) as opened:
        for voter in VOTERS:
            do_all(opened.room, [cards.ballot(voter, draft) for draft in DRAFTS])

    reader = view_room(folder).room
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path != folder.ballots]
    assert {path: path.stat().st_mtime_ns for path in before} == {
        path: known.st_mtime_ns for path, known in before.items()
    }
    assert PLANTED in folder.ballots.read_text("utf-8")
    assert all(PLANTED.encode() not in path.read_bytes() for path in files)
    assert reader.waiting_for() == (*VOTERS, LAST_VOTER)
    assert folder.ballots.stat().st_mode & 0o077 == 0
