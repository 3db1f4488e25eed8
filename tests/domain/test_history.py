"""Undo and redo: entries of their own, per person and per stage, also after a restart."""

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workshops import people, room_from, scores, shortlisted, started_room
from workshop_tui.domain.ballots import CastScores, TakeBackBallots
from workshop_tui.domain.dots import GiveUpDots, OpenDotVote
from workshop_tui.domain.drafting import (
    AddDraft,
    EditDraft,
    MergeDrafts,
    RejectDraft,
    ShortlistDraft,
    SilenceReading,
    SplitDraft,
)
from workshop_tui.domain.exercises import EXERCISES, EndExercise, StartExercise
from workshop_tui.domain.gut_check import AddStakeholder, RecordFeeling
from workshop_tui.domain.history import EditByHand, Entry, Undo, in_force, replay
from workshop_tui.domain.memory_test import RecordMemory, StartMemoryTest
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.rounds import OpenRound, RevealRound
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.domain.setup import AddPerson, SetPresence, SetScope
from workshop_tui.domain.survey import HideWord, MarkGeneric, PinInsight
from workshop_tui.domain.sustain import AddGoal, GlossWord
from workshop_tui.domain.word_smithing import StartWordSmithing, StopWordSmithing
from workshop_tui.room import Room


def texts(room: Room) -> list[str]:
    return [draft.text for draft in room.session.drafting.drafts]


def test_undo_takes_back_the_last_thing_done_in_this_stage_and_redo_puts_it_back() -> None:
    room = started_room(
        AddDraft(text="One"), AddDraft(text="Two"), SetScope(kind="team", scope="All")
    )

    undone = room.undo("drafting")

    assert undone.key == "action.AddDraft"
    assert texts(room) == ["One"]
    room.redo("drafting")
    assert texts(room) == ["One", "Two"]


def test_undo_takes_back_only_my_own_draft() -> None:
    room = started_room(*people(2))
    room.do(AddDraft(text="Ana's"), by="person1")
    room.do(AddDraft(text="Budi's"), by="person2")

    room.undo("drafting", by="person1")

    assert texts(room) == ["Budi's"]


def test_an_undone_number_is_not_given_away_again() -> None:
    room = started_room(AddDraft(text="One"), AddDraft(text="Two"))
    room.undo("drafting")

    room.do(AddDraft(text="Three"))

    assert [draft.id for draft in room.session.drafting.drafts] == ["draft1", "draft3"]


def test_what_a_later_step_needs_is_not_undone_and_the_step_is_named() -> None:
    room = started_room()
    room.do(AddDraft(text="One"), by="person1")
    room.do(EditDraft(draft="draft1", text="One and a half"), by="person2")

    with pytest.raises(RefusedError) as refusal:
        room.undo("drafting", by="person1")

    assert refusal.value.reason.key == "refused.needed_later"
    assert getattr(dict(refusal.value.reason.values)["action"], "key", "") == "action.EditDraft"
    assert texts(room) == ["One and a half"]


def test_something_new_ends_the_way_back_forward() -> None:
    room = started_room(AddDraft(text="One"))
    room.undo("drafting")
    room.do(AddDraft(text="Two"))

    with pytest.raises(RefusedError) as refusal:
        room.redo("drafting")

    assert refusal.value.reason.key == "refused.nothing_to_redo"


def test_several_undos_are_redone_in_turn() -> None:
    room = started_room(AddDraft(text="One"), AddDraft(text="Two"))
    room.undo("drafting")
    room.undo("drafting")

    room.redo("drafting")
    assert texts(room) == ["One"]
    room.redo("drafting")
    assert texts(room) == ["One", "Two"]


def test_a_reveal_cannot_be_taken_back_and_nothing_is_left_to_undo_in_an_untouched_stage() -> None:
    room = started_room(*people(1), *shortlisted("A"), OpenRound())
    room.do(CastScores(voter="person1", draft="draft1", scores=scores()))
    room.do(RevealRound(round="round1"))

    for stage, key in (
        ("scoring", "refused.cannot_be_undone"),
        ("sustain", "refused.nothing_to_undo"),
    ):
        with pytest.raises(RefusedError) as refusal:
            room.undo(stage)  # type: ignore[arg-type]
        assert refusal.value.reason.key == key


def test_undo_never_pulls_the_round_from_under_ballots_that_are_in() -> None:
    room = started_room(*people(2), *shortlisted("A", "B"), OpenRound())
    room.do(CastScores(voter="person1", draft="draft1", scores=scores()))

    for stage in ("scoring", "drafting", "setup"):
        with pytest.raises(RefusedError) as refusal:
            room.undo(stage)
        assert refusal.value.reason.key == "refused.round_has_ballots"


def test_undo_and_redo_survive_a_restart() -> None:
    room = started_room(AddDraft(text="One"), AddDraft(text="Two"))
    room.undo("drafting")

    again = room_from(room.history(), room.session)
    again.redo("drafting")
    assert texts(again) == ["One", "Two"]
    again.undo("drafting")
    again.undo("drafting")
    assert texts(again) == []


def test_an_edit_by_hand_is_a_new_base_before_which_nothing_is_undone() -> None:
    room = started_room(AddDraft(text="One"))
    edited = msgspec.structs.replace(room.session, title="Renamed by hand")
    entry = Entry(seq=3, at=room.history()[-1].at, by="", action=EditByHand(session=edited))

    journal = (*room.history(), entry)
    again = room_from(journal, replay(journal))

    assert again.session.title == "Renamed by hand"
    with pytest.raises(RefusedError) as refusal:
        again.undo("drafting")
    assert refusal.value.reason.key == "refused.nothing_to_undo"
    again.do(AddDraft(text="Two"))
    assert [draft.id for draft in again.session.drafting.drafts] == ["draft1", "draft2"]


def test_what_was_taken_back_before_an_edit_by_hand_is_not_said_to_be_done_again() -> None:
    room = started_room(AddDraft(text="One"))
    room.undo("drafting")
    edit = EditByHand(session=room.session)
    journal = (*room.history(), Entry(seq=4, at=room.history()[-1].at, by="", action=edit))
    again = room_from(journal, replay(journal))

    with pytest.raises(RefusedError) as refusal:
        again.redo("drafting")

    assert refusal.value.reason.key == "refused.nothing_to_redo"


words = st.sampled_from(("calm", "process", "[bold]", "mudah", "a|b", "`x`"))
drafts = st.integers(1, 5).map(lambda number: f"draft{number}")
actions: st.SearchStrategy[WorkshopAction] = st.one_of(
    st.builds(AddDraft, text=words),
    st.builds(EditDraft, draft=drafts, text=words),
    st.builds(RejectDraft, draft=drafts, reason=words),
    st.builds(ShortlistDraft, draft=drafts),
    st.builds(MergeDrafts, parents=st.tuples(drafts, drafts), text=words),
    st.builds(SplitDraft, draft=drafts),
    st.builds(StartExercise, kind=st.sampled_from(EXERCISES)),
    st.just(EndExercise(run="exercise1")),
    st.builds(SilenceReading, is_silent=st.booleans()),
    st.builds(StartWordSmithing, draft=drafts),
    st.just(StopWordSmithing(smithing="smithing1")),
    st.builds(StartMemoryTest, draft=drafts),
    st.builds(RecordMemory, test=st.just("memory1"), said=words),
    st.just(OpenDotVote()),
    st.just(GiveUpDots(vote="vote1")),
    st.builds(AddPerson, name=words),
    st.builds(SetPresence, person=st.just("person1"), presence=st.just("left")),
    st.builds(HideWord, word=words),
    st.builds(MarkGeneric, word=words),
    st.builds(PinInsight, kind=st.just("word"), text=words),
    st.builds(AddStakeholder, name=words, kind=st.just("manager")),
    st.builds(RecordFeeling, nags=st.booleans()),
    st.builds(AddGoal, horizon=st.just("short"), text=words),
    st.builds(GlossWord, word=words, meaning=words),
    st.just(OpenRound()),
)


def accepted(room: Room, wanted: Sequence[WorkshopAction]) -> list[WorkshopAction]:
    """The actions that the room did not refuse."""
    done = []
    for action in wanted:
        try:
            room.do(action)
        except RefusedError:
            continue
        done.append(action)
    return done


@settings(deadline=None)
@given(st.lists(actions, max_size=25))
def test_replaying_the_journal_gives_the_live_session(wanted: list[WorkshopAction]) -> None:
    room = started_room()
    accepted(room, wanted)

    assert replay(room.history()) == room.session


@settings(deadline=None)
@given(st.lists(actions, max_size=15))
def test_any_actions_undone_in_reverse_lead_back_to_the_start(wanted: list[WorkshopAction]) -> None:
    room = started_room()
    start = room.session
    done = accepted(room, wanted)

    for action in reversed(done):
        room.undo(action.stage)

    assert room.session == start


@settings(deadline=None)
@given(st.lists(actions, max_size=15), st.lists(st.booleans(), max_size=20))
def test_undo_and_redo_in_any_order_never_part_journal_and_session(
    wanted: list[WorkshopAction], moves: list[bool]
) -> None:
    room = started_room()
    accepted(room, wanted)
    for is_undo in moves:
        try:
            (room.undo if is_undo else room.redo)("drafting")
        except RefusedError:
            continue

    assert replay(room.history()) == room.session


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(("person1", "person2")), actions), max_size=15),
    st.lists(st.sampled_from(("person1", "person2")), max_size=15),
)
def test_undo_by_one_person_never_takes_back_what_another_did(
    wanted: list[tuple[str, WorkshopAction]], undoing: list[str]
) -> None:
    room = started_room()
    for by, action in wanted:
        try:
            room.do(action, by)
        except RefusedError:
            continue

    for by in undoing:
        try:
            room.undo("drafting", by)
        except RefusedError:
            continue

    entries = {entry.seq: entry for entry in room.history()}
    for entry in entries.values():
        if isinstance(entry.action, Undo):
            assert entries[entry.action.entry].by == entry.by
    assert replay(room.history()) == room.session


whoever = st.sampled_from(["", "person1", "person2"])
doings = st.tuples(whoever, st.one_of(actions, st.sampled_from(["undo", "redo"])))


@given(st.lists(doings, max_size=25))
def test_undo_and_redo_by_one_person_never_touch_what_another_did(
    wanted: list[tuple[str, WorkshopAction | str]],
) -> None:
    room = started_room(*people(2))

    for by, doing in wanted:
        before = in_force(room.history())
        try:
            if doing == "undo":
                room.undo("drafting", by=by)
            elif doing == "redo":
                room.redo("drafting", by=by)
            elif not isinstance(doing, str):
                room.do(doing, by=by)
        except RefusedError:
            assert in_force(room.history()) == before
            continue

        after = in_force(room.history())
        of_others = [entry for entry in before if entry.by != by]
        assert [entry for entry in after if entry.by != by] == of_others


@given(st.lists(st.tuples(st.sampled_from(["person1", "person2", "person3"]), st.booleans())))
def test_taking_back_ballots_of_one_person_never_takes_back_anothers(
    wanted: list[tuple[str, bool]],
) -> None:
    room = started_room(*people(3), *shortlisted("A"), OpenRound())
    has_voted: set[str] = set()

    for voter, votes in wanted:
        if votes:
            room.do(CastScores(voter=voter, draft="draft1", scores=scores()))
            has_voted.add(voter)
        else:
            room.do(TakeBackBallots(voter=voter))
            has_voted.discard(voter)

        assert {each for each in has_voted if room.drafts_scored_by(each)} == has_voted
        assert set(room.waiting_for()) == {"person1", "person2", "person3"} - has_voted
