"""Dots: placed unseen, shown at once as sums, and kept where no rendering can find them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workshops import MemoryLog, people, shortlisted, started_room
from workshop_tui.domain.ballots import Abstain
from workshop_tui.domain.dots import (
    DotCardAction,
    DotVoteAction,
    GiveUpDots,
    MarkAbsentFromDots,
    OpenDotVote,
    PlaceDots,
    RevealDots,
    TakeBackDots,
    dots_on,
)
from workshop_tui.domain.drafting import AddDraft, EditDraft, MergeDrafts, RejectDraft
from workshop_tui.domain.history import replay
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.rounds import CloseRound, OpenRound
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.json_format import render
from workshop_tui.room import Room

DRAFTS = [AddDraft(text=text) for text in ("One", "Two", "Three")]


def room_with_dots(count: int = 3, log: MemoryLog | None = None, *, dots_each: int = 3) -> Room:
    return started_room(*people(count), *DRAFTS, OpenDotVote(dots_each=dots_each), log=log)


def refusal_of(room: Room, action: WorkshopAction | DotCardAction) -> str:
    with pytest.raises(RefusedError) as refusal:
        room.do(action)
    return refusal.value.reason.key


def test_the_reveal_brings_sums_without_names_in_the_order_of_the_drafts() -> None:
    room = room_with_dots(3)
    room.do(PlaceDots(voter="person2", drafts=("draft3", "draft3", "draft1")))
    room.do(PlaceDots(voter="person1", drafts=("draft3",)))
    room.do(MarkAbsentFromDots(voter="person3"))

    room.do(RevealDots(vote="vote1"))

    (vote,) = room.session.drafting.votes
    assert [(each.draft, each.dots, each.people) for each in vote.sums] == [
        ("draft1", 1, 1),
        ("draft2", 0, 0),
        ("draft3", 3, 2),
    ]
    assert (vote.is_revealed, vote.absent) == (True, 1)
    assert dots_on(room.session.drafting.votes, "draft3") == 3


def test_nothing_is_shown_while_somebody_is_waited_for() -> None:
    room = room_with_dots(2)
    room.do(PlaceDots(voter="person2", drafts=("draft1",)))

    assert room.dots_waited_for() == ("person1",)
    assert refusal_of(room, RevealDots(vote="vote1")) == "refused.still_waiting"
    room.do(PlaceDots(voter="person1"))
    assert room.dots_waited_for() == ()


def test_a_card_can_be_changed_and_taken_back_until_the_reveal() -> None:
    room = room_with_dots(1)
    room.do(PlaceDots(voter="person1", drafts=("draft1",)))
    room.do(PlaceDots(voter="person1", drafts=("draft2",)))
    room.do(TakeBackDots(voter="person1"))
    waited_for = room.dots_waited_for()
    room.do(MarkAbsentFromDots(voter="person1"))
    room.do(PlaceDots(voter="person1", drafts=("draft3",)))

    room.do(RevealDots(vote="vote1"))

    assert waited_for == ("person1",)
    assert [each.dots for each in room.session.drafting.votes[0].sums] == [0, 0, 1]
    assert room.session.drafting.votes[0].absent == 0


@pytest.mark.parametrize(
    ("action", "reason"),
    [
        (PlaceDots(voter="person1", drafts=("draft1",) * 4), "refused.too_many_dots"),
        (PlaceDots(voter="person1", drafts=("draft9",)), "refused.not_in_dot_vote"),
        (PlaceDots(voter="person9"), "refused.may_not_vote"),
        (OpenDotVote(), "refused.dots_are_open"),
    ],
    ids=lambda case: case if isinstance(case, str) else type(case).__name__,
)
def test_what_cannot_be_placed_is_refused(action: DotCardAction | OpenDotVote, reason: str) -> None:
    assert refusal_of(room_with_dots(), action) == reason


def test_dots_need_drafts_people_and_a_number() -> None:
    assert refusal_of(started_room(*people(1)), OpenDotVote()) == "refused.nothing_to_narrow"
    assert refusal_of(started_room(*DRAFTS), OpenDotVote()) == "refused.no_voters"
    room = started_room(*people(1), *DRAFTS)
    assert refusal_of(room, OpenDotVote(dots_each=0)) == "refused.dots_each"
    assert refusal_of(room, PlaceDots(voter="person1")) == "refused.no_open_dots"


def test_rejected_and_merged_drafts_get_no_dots() -> None:
    room = started_room(
        *people(1),
        *DRAFTS,
        AddDraft(text="Four"),
        RejectDraft(draft="draft1", reason="about us"),
        MergeDrafts(parents=("draft2", "draft3"), text="Two and three"),
        OpenDotVote(),
    )

    assert [each.draft for each in room.session.drafting.votes[0].drafts] == ["draft4", "draft5"]


def test_no_undo_pulls_the_vote_from_under_dots_that_are_in() -> None:
    room = room_with_dots(1)
    room.do(PlaceDots(voter="person1", drafts=("draft1",)))

    with pytest.raises(RefusedError) as refusal:
        room.undo("drafting")

    assert refusal.value.reason.key == "refused.vote_has_dots"


def test_dots_given_up_are_thrown_away_unseen_and_their_file_goes() -> None:
    log = MemoryLog()
    room = room_with_dots(1, log)
    room.do(PlaceDots(voter="person1", drafts=("draft1",)))

    room.do(GiveUpDots(vote="vote1"))

    assert room.session.drafting.votes == ()
    assert log.box is None
    room.do(OpenDotVote())
    assert room.dots_waited_for() == ("person1",)


voters = st.sampled_from(("person1", "person2", "person3"))
cards = st.lists(st.sampled_from(("draft1", "draft2", "draft3")), max_size=4).map(tuple)
steps: st.SearchStrategy[DotCardAction | DotVoteAction | AddDraft | EditDraft] = st.one_of(
    st.builds(PlaceDots, voter=voters, drafts=cards),
    st.builds(MarkAbsentFromDots, voter=voters),
    st.builds(TakeBackDots, voter=voters),
    st.just(RevealDots(vote="vote1")),
    st.just(RevealDots(vote="vote2")),
    st.just(GiveUpDots(vote="vote1")),
    st.just(OpenDotVote()),
    st.builds(AddDraft, text=st.sampled_from(("Four", "Five"))),
    st.just(EditDraft(draft="draft1", text="One and more")),
)


@settings(deadline=None)
@given(st.lists(steps, max_size=25))
def test_until_the_reveal_the_same_is_seen_wherever_the_dots_lie(
    wanted: list[DotCardAction | DotVoteAction | AddDraft | EditDraft],
) -> None:
    """Two rooms, the same steps, other drafts on each card: nobody can tell them apart."""
    other = {"draft1": "draft2", "draft2": "draft3", "draft3": "draft1"}
    room, mirrored = room_with_dots(), room_with_dots()

    for action in wanted:
        turned = action
        if isinstance(action, PlaceDots):
            turned = PlaceDots(
                voter=action.voter, drafts=tuple(other[draft] for draft in action.drafts)
            )
        outcomes = [_done(room, action), _done(mirrored, turned)]
        if any(vote.is_revealed for vote in room.session.drafting.votes):
            return
        assert outcomes[0] == outcomes[1]
        assert room.session == mirrored.session
        assert room.history() == mirrored.history()
        assert render(room.session, Evidence()) == render(mirrored.session, Evidence())


@settings(deadline=None)
@given(st.lists(steps, max_size=25))
def test_the_sums_are_always_those_of_the_cards_and_the_journal_leads_to_them(
    wanted: list[DotCardAction | DotVoteAction | AddDraft | EditDraft],
) -> None:
    room = room_with_dots()
    placed: dict[str, tuple[str, ...]] = {}
    for action in wanted:
        was_done = _done(room, action) is None
        if was_done and isinstance(action, PlaceDots):
            placed[action.voter] = action.drafts
        elif was_done and isinstance(action, MarkAbsentFromDots | TakeBackDots):
            placed.pop(action.voter, None)
        elif was_done and isinstance(action, GiveUpDots | OpenDotVote):
            placed.clear()
        elif was_done and isinstance(action, RevealDots):
            sums = room.session.drafting.votes[-1].sums
            given_dots = [draft for drafts in placed.values() for draft in drafts]
            assert {each.draft: each.dots for each in sums} == {
                each.draft: given_dots.count(each.draft) for each in sums
            }
            placed.clear()

    assert replay(room.history()) == room.session


def _done(room: Room, action: WorkshopAction | DotCardAction) -> str | None:
    try:
        room.do(action)
    except RefusedError as refused:
        return refused.reason.key
    return None


def test_dots_and_ballots_lie_in_one_box_and_neither_takes_the_other_with_it() -> None:
    log = MemoryLog()
    begun = (*people(2), *shortlisted("One", "Two"), OpenRound(), OpenDotVote())
    room = started_room(*begun, log=log)
    room.do(Abstain(voter="person1", draft="draft1"))
    room.do(PlaceDots(voter="person1", drafts=("draft1",)))

    room.do(CloseRound(round="round1"))

    assert room.dots_waited_for() == ("person2",)
    assert log.box is not None
    assert log.box.scores is None
