"""The scoring stage from the keyboard: cards typed unseen, the reveal, verdicts, the decision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.large_letters import read_aloud
from tests.ui.sample import opened_in_memory, screen_text
from tests.ui.typing import type_in
from tests.workshops import do_all, people, reasons, scores, shortlisted, started_room
from workshop_tui.domain.ballots import Abstain, CastScores, MarkAbsent
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.rounds import OpenRound, RevealRound
from workshop_tui.domain.setup import AddPerson, SetRule, SetSecrecy
from workshop_tui.language import Language
from workshop_tui.room import Room
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.stages.scoring.entry import read_entry, read_hands, voter_in

SIZES = [(80, 24), (120, 40)]
HOSTILE = "[@click=app.quit]x[/] [bold]\x1b[31m\u202e <script>|`e" + "\u0301" * 10_000
TWO_DRAFTS = shortlisted("Make it easy", "We clear the road")


def app_on(room: Room, language: Language = "en") -> WorkshopApp:
    return WorkshopApp(language=language, opened=opened_in_memory(room), environ={})


def voted_room(*, voters: int = 3) -> Room:
    """A revealed round of two drafts, in which the second is disputed on who we are now."""
    room = started_room(*people(voters), *TWO_DRAFTS, SetRule(kind="fist_to_five"), OpenRound())
    for number in range(1, voters + 1):
        voter, low = f"person{number}", number == 1
        room.do(CastScores(voter=voter, draft="draft1", scores=scores()))
        room.do(
            CastScores(
                voter=voter,
                draft="draft2",
                scores=scores(now=1 if low else 5),
                reasons=reasons(now="We still lose forms" if low else ""),
            )
        )
    room.do(RevealRound(round="round1"))
    return room


@pytest.mark.parametrize("size", SIZES)
async def test_a_round_goes_from_cards_to_the_reveal_by_keys(size: tuple[int, int]) -> None:
    room = started_room(*people(4), *TWO_DRAFTS)
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press("4", "o", "enter")
        await type_in(pilot, "dewi 4444 5555")
        await pilot.press("enter")
        await type_in(pilot, "ana 4444 5555")
        await pilot.press("enter")
        await type_in(pilot, "budi 4442 -: It is not us yet")
        await pilot.press("enter")
        await type_in(pilot, "citra absent")
        await pilot.press("enter", "enter")
        waiting = screen_text(app)
        await pilot.press("v")
        shown = screen_text(app)

    (revealed,) = room.session.scoring.rounds
    assert "All cards are in. v reveals them." in waiting
    assert revealed.is_revealed
    assert (len(revealed.ballots), revealed.absent) == (6, 1)
    assert "“It is not us yet”  who we aspire to be" in shown
    assert "3 ballots, 1 absent." in shown


async def test_nothing_of_a_ballot_shows_before_the_reveal() -> None:
    room = started_room(*people(2), *TWO_DRAFTS)
    app = app_on(room)
    screens = []

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "o", "enter")
        await type_in(pilot, "ana 1345 5431 planted reason")
        screens.append(screen_text(app))
        await pilot.press("enter")
        screens.append(screen_text(app))
        await type_in(pilot, "; another one")
        screens.append(screen_text(app))
        await pilot.press("enter")
        screens.append(screen_text(app))
        await pilot.press("enter", "p")
        screens.append(screen_text(app))

    everything = "\n".join(screens)
    assert room.drafts_scored_by("person1") == ("draft1", "draft2")
    assert all(planted not in everything for planted in ("1345", "5431", "planted", "another"))
    assert "why low" not in everything.casefold()
    assert "Waiting for: Budi" in screens[-2]
    assert "✓ Ana" in screens[-2]
    assert "1 of 2 are done" in screens[-1]


async def test_what_is_typed_is_shown_on_request_but_never_on_the_projector() -> None:
    room = started_room(*people(2), *TWO_DRAFTS, OpenRound())
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "h", "y", "enter", "enter")
        await type_in(pilot, "ana 2345")
        shown = screen_text(app)
        await pilot.press("enter")
        asked = screen_text(app)
        await pilot.press("escape", "p", "enter")
        projected = screen_text(app)

    assert "ana 2345" in shown
    assert "Draft 1, simple and easily understood: why low?" in asked
    assert "2345" not in projected


async def test_a_line_whose_reasons_were_left_is_there_again() -> None:
    room = started_room(*people(1), *TWO_DRAFTS, OpenRound())
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter")
        await type_in(pilot, "ana 2444")
        await pilot.press("enter", "escape", "enter", "enter")
        await type_in(pilot, "too long")
        await pilot.press("enter", "enter")

    assert room.drafts_scored_by("person1") == ("draft1",)


async def test_cards_typed_ahead_need_three_keys_beyond_the_digits() -> None:
    secrecy = SetSecrecy(ballots="named", authors="hidden")
    room = started_room(*people(2), secrecy, *TWO_DRAFTS, OpenRound())
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter", *"a43454444", "enter", *"b55555555", "enter", "enter", "v")

    assert room.session.scoring.rounds[0].is_revealed


@pytest.mark.parametrize(("answer", "is_revealed"), [("n", False), ("y", True)])
async def test_so_few_cards_that_each_says_whose_it_is_are_revealed_only_when_meant(
    answer: str, *, is_revealed: bool
) -> None:
    room = started_room(*people(3), *TWO_DRAFTS, OpenRound())
    do_all(room, [MarkAbsent(voter="person2"), MarkAbsent(voter="person3")])
    do_all(room, [Abstain(voter="person1", draft=draft) for draft in ("draft1", "draft2")])
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "v")
        asked = screen_text(app)
        await pilot.press(answer, "enter")

    assert "Only 1 person has scored" in asked
    assert room.session.scoring.rounds[0].is_revealed is is_revealed


async def test_the_reveal_waits_until_nobody_is_waited_for() -> None:
    room = started_room(*people(2), *TWO_DRAFTS, OpenRound())
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "v")
        shown = screen_text(app)

    assert "Still waiting for 2 people." in shown
    assert not room.session.scoring.rounds[0].is_revealed


async def test_ballots_are_taken_back_and_a_round_is_given_up_only_when_sure() -> None:
    room = started_room(*people(2), *TWO_DRAFTS, OpenRound())
    room.do(MarkAbsent(voter="person1"))
    room.do(Abstain(voter="person2", draft="draft1"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "b", *"bud", "enter")
        taken_back = room.drafts_scored_by("person2")
        await pilot.press("x", "enter")
        rounds_kept = len(room.session.scoring.rounds)
        await pilot.press("x", "y", "enter")

    assert (taken_back, rounds_kept) == ((), 1)
    assert room.session.scoring.rounds == ()


async def test_what_enter_means_for_a_yes_or_no_stands_in_the_user_s_language() -> None:
    app = app_on(started_room(*people(2), *TWO_DRAFTS, OpenRound()), "id")

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "x")
        shown = screen_text(app).splitlines()

    asked = next(place for place, line in enumerate(shown) if "(y/t)" in line)
    assert shown[asked + 1].strip() == "tidak"


@pytest.mark.parametrize("size", [(60, 18), *SIZES, (200, 50)])
async def test_the_widest_spread_is_talked_about_first(size: tuple[int, int]) -> None:
    app = app_on(voted_room())

    async with app.run_test(size=size) as pilot:
        await pilot.press("4", "down")
        row = next(line for line in screen_text(app).splitlines() if "who we are now" in line)

    assert "●●" in row
    assert "4" in row.split()
    assert "talk first" in row or "!" in row.split()


async def test_rounds_are_compared_and_the_next_one_lies_behind_the_last() -> None:
    room = voted_room()
    room.do(OpenRound())
    for voter in ("person1", "person2", "person3"):
        for draft in ("draft1", "draft2"):
            room.do(CastScores(voter=voter, draft=draft, scores=scores(5, 5, 5, 5)))
    room.do(RevealRound(round="round2"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "down")
        second = screen_text(app)
        await pilot.press("left")
        first = screen_text(app)
        await pilot.press("right", "right")
        following = screen_text(app)

    assert "round 1 → 2: simple 4.0→5.0" in second
    assert "who we are now 3.7→5.0" in " ".join(second.split())
    assert "ROUND 1" in first
    assert "We still lose forms" in first
    assert "o  open a round" in following


async def test_verdicts_agreement_decision_and_dissent_are_written_by_people() -> None:
    room = voted_room()
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "w", "1", "enter", "1", "enter", "2", "enter", *"not on Mondays")
        await pilot.press("enter", "1", "enter")
        await pilot.press("c", *"54 2", "enter", *"too bold; too long", "enter")
        await pilot.press("d", "1", "enter", *"it is short", "enter")
        await pilot.press("n", *"I miss the rebate", "enter", "enter")
        shown = screen_text(app)

    scoring = room.session.scoring
    assert [verdict.word for verdict in scoring.verdicts] == ["yes", "yes", "not_really", "yes"]
    assert scoring.verdicts[2].reason == "not on Mondays"
    assert scoring.checks[0].values == (2, 4, 5)
    assert scoring.checks[0].reasons == ("too bold", "too long")
    assert scoring.outcome is not None
    assert (scoring.outcome.statement, scoring.outcome.because) == ("Make it easy", "it is short")
    assert (scoring.dissent[0].text, scoring.dissent[0].person) == ("I miss the rebate", "")
    assert "Fist to five: 3 hands" in shown
    assert "! 1 hand below 3 has the floor; then all hands again" in shown
    assert "Chosen, because: it is short" in shown


@pytest.mark.parametrize("size", SIZES)
async def test_the_room_sees_the_hands_until_another_draft_is_talked_about(
    size: tuple[int, int],
) -> None:
    app = app_on(voted_room())

    async with app.run_test(size=size) as pilot:
        await pilot.press("4", "p", "c", *"54 2", "enter", *"too bold", "enter")
        hands = screen_text(app)
        await pilot.press("down")
        scores_of_next = read_aloud(screen_text(app))

    assert "Fist to five: 3 hands" in hands
    assert "too bold" not in hands
    assert "! 1 hand below 3 has the floor" in hands
    assert "Fist to five" not in scores_of_next
    assert "spread" in scores_of_next


async def test_the_room_sees_the_rounds_while_they_are_compared() -> None:
    room = voted_room()
    room.do(OpenRound())
    for voter in ("person1", "person2", "person3"):
        for draft in ("draft1", "draft2"):
            room.do(CastScores(voter=voter, draft=draft, scores=scores(5, 5, 5, 5)))
    room.do(RevealRound(round="round2"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "p", "r")
        compared = screen_text(app)
        await pilot.press("r")
        alone = screen_text(app)

    assert "round 1, version 1" in compared
    assert "Ana" not in compared
    assert "version 1" not in alone


async def test_what_is_asked_stays_whole_where_the_window_narrows() -> None:
    app = app_on(voted_room())

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "c")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        shown = screen_text(app)

    assert "1 of 2" in shown
    assert "…" not in shown


async def test_no_consensus_can_be_said_and_a_dissent_named_on_request() -> None:
    room = voted_room()
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "d", "2", "enter", *"we are split", "enter")
        await type_in(pilot, "two people polish by Friday")
        await pilot.press("enter")
        await pilot.press("n", *"Not mine", "enter", *"bu", "enter")

    scoring = room.session.scoring
    assert scoring.outcome is not None
    assert (scoring.outcome.kind, scoring.dissent[0].person) == ("no_consensus", "person2")
    assert scoring.outcome.next_step == "two people polish by Friday"


async def test_before_anything_is_shortlisted_every_key_says_why_it_cannot_act() -> None:
    app = app_on(started_room(*people(2)))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        empty = screen_text(app)
        said = []
        for key in ("o", "enter", "v", "b", "x", "w", "c", "d"):
            await pilot.press(key)
            said.append(screen_text(app).splitlines()[-2].strip())

    assert "there s puts one on the shortlist" in empty
    assert all(line.startswith("!") for line in said)


async def test_hostile_text_is_shown_as_it_is_and_runs_nothing() -> None:
    room = started_room(AddPerson(name=HOSTILE), *shortlisted(HOSTILE), OpenRound())
    low = reasons(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        waiting = screen_text(app)
        room.do(CastScores(voter="person1", draft="draft1", scores=scores(1, 1, 1, 1), reasons=low))
        await pilot.press("v", "y", "enter")
        shown = screen_text(app)

    assert "[@click=app.quit]x[/]" in waiting
    assert "“[@click=app.quit]x[/]" in shown
    assert "\x1b" not in waiting + shown
    assert app.return_code in {None, 0}


@pytest.mark.parametrize("language", ["en", "id"])
async def test_the_reveal_speaks_both_languages(language: Language) -> None:
    app = app_on(voted_room(), language)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "down")
        shown = screen_text(app)

    assert {"en": "talk first", "id": "bahas dulu"}[language] in shown


def opened_room() -> Room:
    return started_room(AddPerson(name="Room 4"), *people(2), *TWO_DRAFTS, OpenRound())


@pytest.mark.parametrize(
    ("line", "voter", "drafts"),
    [
        ("ana 4534", "person2", ["draft1"]),
        ("ana4534", "person2", ["draft1"]),
        ("Ana: 4, 5, 3, 4", "person2", ["draft1"]),
        ("bu 4534 -", "person3", ["draft1", "draft2"]),
        ("bu --", "person3", ["draft1", "draft2"]),
        ("room 4 4534", "person1", ["draft1"]),
        ("budi tidak hadir", "person3", []),
    ],
)
def test_a_card_is_read_however_it_is_typed(line: str, voter: str, drafts: list[str]) -> None:
    session = opened_room().session

    entry = read_entry(line, session.setup, session.scoring.rounds[0], "draft1")

    assert (entry.voter, [each.draft for each in entry.drafts]) == (voter, drafts)


@pytest.mark.parametrize("line", ["ana 453", "ana 4536", "zoe 4534", "4534", "ana", "zoe 45344534"])
def test_a_refused_card_never_repeats_its_scores(line: str) -> None:
    session = opened_room().session

    with pytest.raises(RefusedError) as refused:
        read_entry(line, session.setup, session.scoring.rounds[0], "draft1")

    told = str(refused.value.reason.values)
    assert not any(digits in told for digits in ("453", "4536", "4534"))


@given(st.text() | st.text("ana 12345-;,/"))
def test_any_line_is_a_card_of_a_voter_or_refused(line: str) -> None:
    session = opened_room().session
    opened = session.scoring.rounds[0]

    try:
        voters = {read_entry(line, session.setup, opened, "draft1").voter}
    except RefusedError:
        voters = set()

    assert voters <= set(opened.voters)
    found = voter_in(line, session.setup, opened)
    assert found is None or found.name in {"Room 4", "Ana", "Budi"}


@given(st.text() | st.text("0123456789 ,;/"), st.sampled_from([5, 7]))
def test_any_row_of_hands_is_numbers_on_the_scale_or_refused(text: str, highest: int) -> None:
    try:
        hands = read_hands(text, highest)
    except RefusedError:
        hands = ()

    assert all(0 <= value <= highest for value in hands)


@pytest.mark.parametrize(("width", "are_beside"), [(120, False), (200, True)])
async def test_where_there_is_room_the_scores_of_all_drafts_stand_on_one_scale(
    width: int, *, are_beside: bool
) -> None:
    app = app_on(voted_room(voters=10))

    async with app.run_test(size=(width, 60)) as pilot:
        await pilot.press("4")
        shown = screen_text(app)
        await pilot.press("o")
        opened = screen_text(app)

    beside = [line.split("ALL DRAFTS")[0] for line in shown.splitlines() if "ALL DRAFTS" in line]
    assert bool(beside) is are_beside
    assert "ALL DRAFTS" not in opened
    if are_beside:
        scales = [line[len(beside[0]) :] for line in shown.splitlines() if "not really" in line]
        assert len(scales) == 3
        assert scales[-1] == scales[-2]


async def test_no_name_moves_when_cards_come_in() -> None:
    room = started_room(*people(8), *TWO_DRAFTS, OpenRound())
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        before = screen_text(app)
        room.do(MarkAbsent(voter="person2"))
        room.do(Abstain(voter="person1", draft="draft1"))
        do_all(room, [Abstain(voter="person3", draft=draft) for draft in ("draft1", "draft2")])
        await pilot.press("down")
        after = screen_text(app)

    assert places_of_names(before) == places_of_names(after)
    assert "1/2 Ana" in after
    assert "– Budi" in after
    assert "✓ Citra" in after


def places_of_names(shown: str) -> list[tuple[int, int]]:
    """Line and column of every voter, without the list of those who are waited for."""
    lines = shown.split("Waiting for", maxsplit=1)[0].splitlines()
    return [
        (place, line.index(person.name))
        for person in people(8)
        for place, line in enumerate(lines)
        if person.name in line
    ]
