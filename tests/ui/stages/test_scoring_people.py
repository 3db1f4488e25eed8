"""Scoring with ten people in the room: few keys a card, latecomers, rounds compared."""

import pytest
from msgspec.structs import replace
from textual import events

from tests.ui.sample import opened_in_memory, screen_text
from tests.ui.typing import fill_in, type_in
from tests.workshops import people, reasons, scores, shortlisted, started_room
from workshop_tui.domain.agreement import CheckAgreement
from workshop_tui.domain.ballots import CastScores
from workshop_tui.domain.rounds import OpenRound, RevealRound
from workshop_tui.domain.setup import (
    AddPerson,
    BallotSecrecy,
    ChangePerson,
    RuleKind,
    SetPresence,
    SetRule,
    SetSecrecy,
)
from workshop_tui.language import Language
from workshop_tui.room import Room
from workshop_tui.ui.app import WorkshopApp

SIZES = [(80, 24), (120, 40)]
THREE_DRAFTS = shortlisted("Make it easy", "We clear the road", "Every rebate on its day")
TEN_NAMES = (
    *("Ana", "Andi", "Budi", "Citra", "Dewi", "Eko", "Fajar", "Gita", "Hadi", "Hana"),
    "Agus",  # an observer, who makes no name longer to type
)


def app_on(room: Room, language: Language = "en") -> WorkshopApp:
    return WorkshopApp(language=language, opened=opened_in_memory(room), environ={})


def ten_people() -> list[AddPerson]:
    *writers, observer = [AddPerson(name=name) for name in TEN_NAMES]
    return [*writers, AddPerson(name=observer.name, role="observer")]


async def test_ten_cards_for_three_drafts_take_three_keys_beyond_the_digits_per_person() -> None:
    room = started_room(*ten_people(), *THREE_DRAFTS, OpenRound())
    app = app_on(room)
    short = ("ana", "and", "b", "c", "d", "e", "f", "g", "had", "han")
    keys: dict[str, list[str]] = {name: [*name, *"454544455544", "enter"] for name in short}
    beyond = {name: sum(not key.isdecimal() for key in pressed) for name, pressed in keys.items()}

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter")
        for pressed in keys.values():
            await pilot.press(*pressed)
        await pilot.press("enter", "v")

    (revealed,) = room.session.scoring.rounds
    assert len(revealed.ballots) == 30
    assert {ballot.scores for ballot in revealed.ballots} >= {scores(4, 5, 4, 5)}
    # Two people whose names begin alike cost the letters that tell them apart, and no more.
    assert max(beyond[name] for name in short if len(name) == 1) == 2
    assert sum(beyond.values()) <= 3 * len(short)


@pytest.mark.parametrize("size", SIZES)
async def test_somebody_who_comes_late_is_let_in_and_votes(size: tuple[int, int]) -> None:
    room = started_room(
        *people(3), SetPresence(person="person2", presence="apology"), *THREE_DRAFTS, OpenRound()
    )
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press("4", "enter")
        await type_in(pilot, "budi 4444 4444 4444")
        await pilot.press("enter")
        refused = " ".join(screen_text(app).split())
        await pilot.press("ctrl+u", "escape", "l", *"bu", "enter", "enter")
        await type_in(pilot, "budi 4444 4444 4444")
        await pilot.press("enter", "enter")
        waiting = screen_text(app)
        await pilot.press("l")
        nobody_else = screen_text(app)

    assert "Budi was not there when the round was opened: l lets Budi vote." in refused
    assert "Waiting for: Ana, Citra" in waiting
    assert "✓ Budi" in waiting
    assert room.session.setup.people[1].presence == "present"
    assert "Everybody who may vote is in the round already." in nobody_else


async def test_an_observer_who_is_typed_is_said_not_to_vote() -> None:
    room = started_room(*ten_people(), *THREE_DRAFTS, OpenRound())
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "enter")
        await type_in(pilot, "agus 4444")
        await pilot.press("enter")
        shown = screen_text(app)

    assert "Agus does not vote" in shown


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_asked_and_the_scale_in_words_stand_beside_who_is_waited_for(
    size: tuple[int, int],
) -> None:
    app = app_on(started_room(*people(10), *THREE_DRAFTS, OpenRound()))

    async with app.run_test(size=size) as pilot:
        await pilot.press("4")
        shown = screen_text(app)

    for said in (
        "1   Is it simple and easily understood?",
        "2   Is it customer focused?",
        "3a  Is it who we are now? Is it us today?",
        "3b  Is it who we aspire to be?",
        "1–2 no · 3 not really · 4–5 yes",
        "Waiting for: Ana, Budi, Citra",
        "Joko",
    ):
        assert said in shown


def twice_scored(secrecy: BallotSecrecy = "named") -> Room:
    """Two rounds: the executive Ana stays, the three others come to Ana's scores."""
    room = started_room(
        *people(4),
        ChangePerson(person="person1", level="executive"),
        SetSecrecy(ballots=secrecy, authors="hidden"),
        *shortlisted("Make it easy"),
    )
    lead = CastScores(
        voter="person1",
        draft="draft1",
        scores=scores(2, 2, 5, 5),
        reasons=reasons("It could be anybody's", "It is about us"),
    )
    for number, others in enumerate((scores(4, 4, 3, 3), scores(2, 2, 5, 5)), 1):
        room.do(OpenRound())
        for voter in ("person1", "person2", "person3", "person4"):
            given = lead.scores if voter == "person1" else others
            room.do(replaced(lead, voter, given))
        room.do(RevealRound(round=f"round{number}"))
    return room


def replaced(lead: CastScores, voter: str, given: object) -> CastScores:
    assert isinstance(given, type(lead.scores))
    said = lead.reasons if given.simple < 3 else reasons()
    return CastScores(voter=voter, draft=lead.draft, scores=given, reasons=said)


@pytest.mark.parametrize("size", [*SIZES, (200, 50)])
async def test_rounds_stand_side_by_side_and_say_who_moved_where_votes_carry_names(
    size: tuple[int, int],
) -> None:
    app = app_on(twice_scored())

    async with app.run_test(size=size) as pilot:
        await pilot.press("4", "r")
        shown = screen_text(app)
        await pilot.press("r")
        alone = screen_text(app)

    assert "round 1, version 1" in shown
    assert "round 2, version 1" in shown
    row = next(line.split() for line in shown.splitlines() if "customer focused" in line)
    assert row == ["customer", "focused", *"·1·3·2", *"·4···0"]
    assert "Budi: simple 4→2, customer focused 4→2, who we are now 3→5" in shown
    assert "Ana:" not in shown
    assert "round 2, version 1" not in alone


async def test_nobody_is_named_side_by_side_where_votes_carry_no_names() -> None:
    app = app_on(twice_scored("shuffled"))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "r")
        shown = screen_text(app)

    assert "The group votes without names, so only the counts can be compared." in shown
    assert not any(name in shown for name in ("Ana", "Budi", "Citra", "Dewi"))


@pytest.mark.parametrize("size", SIZES)
async def test_the_guide_says_in_figures_where_the_room_is_stuck_and_offers_ways_on(
    size: tuple[int, int],
) -> None:
    app = app_on(twice_scored())

    async with app.run_test(size=size) as pilot:
        await pilot.press("4", "tab")
        before = screen_text(app)
        await pilot.press("g")
        guide = " ".join(screen_text(app).split())
        await pilot.press("g", "p")
        projected = screen_text(app)

    assert "stuck? g shows ways on" in before
    assert "12 of the 12 scores that differed" in guide
    assert "outside" in guide
    assert "stuck?" not in projected
    assert "Ana" not in before + projected


@pytest.mark.parametrize(
    ("kind", "threshold", "said", "words"),
    [
        (
            "fist_to_five",
            3,
            "2 hands below 3 have the floor; then all hands again",
            [
                "5 love it ●",
                "4 like it",
                "3 can live with it ●",
                "! 2 must talk ●",
                "! 1 must talk ●",
            ],
        ),
        (
            "gradients",
            4,
            "3 hands below 4 have the floor; then all hands again",
            ["5 reservations ●", "! 3 more discussion ●", "! 2 dislike, but will support ●"],
        ),
    ],
)
async def test_hands_below_the_threshold_have_the_floor(
    kind: RuleKind, threshold: int, said: str, words: list[str]
) -> None:
    room = twice_scored("shuffled")
    room.do(SetRule(kind=kind, threshold=threshold))
    room.do(CheckAgreement(draft="draft1", values=(1, 2, 4, 5)))
    room.do(CheckAgreement(draft="draft1", values=(1, 2, 3, 5)))
    app = app_on(room)

    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("4")
        shown = screen_text(app)

    assert f"! {said}" in shown
    assert "The time before: 1 2 4 5" in shown
    hands = [" ".join(line.split()) for line in shown.splitlines()]
    assert [line for line in hands if line in words] == words


async def test_gradients_are_private_until_all_are_in() -> None:
    room = twice_scored("shuffled")
    room.do(SetRule(kind="gradients", threshold=4))
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "c")
        await type_in(pilot, "7 6 1 0")
        typed = screen_text(app)
        await fill_in(pilot, "", "It is a slogan")
        shown = screen_text(app)

    assert "7 6 1 0" not in typed
    assert room.session.scoring.checks[0].values == (0, 1, 6, 7)
    assert "2 hands below 4 have the floor" in shown


async def test_an_unfinished_outcome_is_written_with_what_comes_next() -> None:
    room = twice_scored("shuffled")
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "d")
        await fill_in(pilot, "4", "the bus leaves", "Ana and Budi polish by Friday")
        shown = screen_text(app)

    assert "Not finished, because: the bus leaves" in shown
    assert "Next: Ana and Budi polish by Friday" in shown


async def test_a_card_whose_typing_is_shown_is_kept_out_of_what_is_half_typed() -> None:
    room = started_room(*people(2), *THREE_DRAFTS, OpenRound())
    opened = opened_in_memory(room)
    kept: list[object] = []
    opened = replace(opened, keep_half_typed=kept.append)
    app = WorkshopApp(language="en", opened=opened, environ={})

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "h", "y", "enter", "enter")
        app.post_message(events.Paste("ana 2444 zqxj"))
        await pilot.press("escape")

    assert "zqxj" not in str(kept)
    assert "2444" not in str(kept)
