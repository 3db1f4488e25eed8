"""Merging and splitting: drafts, versions and dots are conserved, whatever the order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workshops import people, started_room
from workshop_tui.domain.dots import OpenDotVote, PlaceDots, RevealDots, dots_on
from workshop_tui.domain.drafting import (
    AddDraft,
    Draft,
    Drafting,
    EditDraft,
    MergeDrafts,
    RejectDraft,
    ReopenDraft,
    ShortlistDraft,
    SplitDraft,
)
from workshop_tui.domain.lineage import ancestors_of, inherited_dots
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.room import Room

WRITTEN: tuple[WorkshopAction, ...] = tuple(AddDraft(text=text) for text in ("a", "b", "c"))


def draft_of(room: Room, draft_id: str) -> Draft:
    return next(draft for draft in room.session.drafting.drafts if draft.id == draft_id)


def test_split_parents_are_again_what_they_were_and_the_merge_stays_to_be_seen() -> None:
    room = started_room(
        *WRITTEN,
        ShortlistDraft(draft="draft1"),
        RejectDraft(draft="draft2", reason="about us"),
        MergeDrafts(parents=("draft1", "draft2", "draft3"), text="abc"),
        EditDraft(draft="draft4", text="abc!"),
        SplitDraft(draft="draft4"),
    )

    drafts = room.session.drafting.drafts
    assert [draft.status for draft in drafts] == ["shortlisted", "rejected", "open", "split"]
    assert (drafts[1].reason, drafts[3].version) == ("about us", 2)


def test_a_parent_that_another_merge_holds_stays_merged() -> None:
    room = started_room(
        *WRITTEN,
        MergeDrafts(parents=("draft1", "draft2"), text="ab"),
        MergeDrafts(parents=("draft1", "draft3"), text="ac"),
        SplitDraft(draft="draft4"),
    )
    first = draft_of(room, "draft1").status, draft_of(room, "draft2").status

    room.do(SplitDraft(draft="draft5"))

    assert first == ("merged", "open")
    assert draft_of(room, "draft1").status == "open"


def test_a_parent_that_was_brought_back_meanwhile_stays_as_it_is() -> None:
    room = started_room(
        *WRITTEN,
        MergeDrafts(parents=("draft1", "draft2"), text="ab"),
        ReopenDraft(draft="draft1"),
        ShortlistDraft(draft="draft1"),
        SplitDraft(draft="draft4"),
    )

    assert draft_of(room, "draft1").status == "shortlisted"


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        ("draft1", "refused.not_a_merge"),
        ("draft4", "refused.merged_again"),
        ("draft6", "refused.nothing_changed"),
    ],
)
def test_what_cannot_be_split_says_why(draft: str, reason: str) -> None:
    room = started_room(
        *WRITTEN,
        MergeDrafts(parents=("draft1", "draft2"), text="ab"),
        MergeDrafts(parents=("draft4", "draft3"), text="abc"),
        MergeDrafts(parents=("draft5", "draft3"), text="abcc"),
        SplitDraft(draft="draft6"),
    )

    with pytest.raises(RefusedError) as refusal:
        room.do(SplitDraft(draft=draft))

    assert refusal.value.reason.key == reason


def test_a_merge_shows_the_dots_of_all_it_came_from_once() -> None:
    room = started_room(*people(1), *WRITTEN, OpenDotVote())
    room.do(PlaceDots(voter="person1", drafts=("draft1", "draft2", "draft2")))
    for action in (
        RevealDots(vote="vote1"),
        MergeDrafts(parents=("draft1", "draft2"), text="ab"),
        MergeDrafts(parents=("draft4", "draft1"), text="aba"),
    ):
        room.do(action)

    drafting = room.session.drafting
    assert inherited_dots(drafting, draft_of(room, "draft5")) == 3
    assert [each.id for each in ancestors_of(drafting, draft_of(room, "draft5"))] == [
        "draft4",
        "draft1",
        "draft2",
    ]
    assert dots_on(drafting.votes, "draft5") is None


drafts = st.integers(1, 7).map(lambda number: f"draft{number}")
texts = st.text(alphabet="xyz", min_size=1, max_size=4)
actions: st.SearchStrategy[WorkshopAction] = st.one_of(
    st.builds(MergeDrafts, parents=st.tuples(drafts, drafts), text=texts),
    st.builds(SplitDraft, draft=drafts),
    st.builds(EditDraft, draft=drafts, text=texts),
    st.builds(RejectDraft, draft=drafts, reason=texts),
    st.builds(ReopenDraft, draft=drafts),
    st.builds(ShortlistDraft, draft=drafts),
)


def dots_in(drafting: Drafting) -> list[int | None]:
    return [dots_on(drafting.votes, draft.id) for draft in drafting.drafts]


def room_with_dots() -> Room:
    room = started_room(*people(1), *WRITTEN, OpenDotVote())
    room.do(PlaceDots(voter="person1", drafts=("draft1", "draft2", "draft2")))
    room.do(RevealDots(vote="vote1"))
    return room


@settings(deadline=None)
@given(st.lists(actions, max_size=25))
def test_no_order_of_merges_and_splits_loses_a_draft_a_version_or_a_dot(
    wanted: list[WorkshopAction],
) -> None:
    room = room_with_dots()
    for action in wanted:
        before = room.session.drafting
        try:
            room.do(action)
        except RefusedError:
            assert room.session.drafting == before
            continue
        after = room.session.drafting
        kept = after.drafts[: len(before.drafts)]
        assert [draft.id for draft in kept] == [draft.id for draft in before.drafts]
        for old, new in zip(before.drafts, kept, strict=True):
            assert new.versions[: old.version] == old.versions
            assert new.parents == old.parents
        assert after.votes == before.votes
        assert sum(dots or 0 for dots in dots_in(after)) == 3


@settings(deadline=None)
@given(st.lists(actions, max_size=15), st.tuples(drafts, drafts))
def test_a_split_right_after_a_merge_gives_everything_back(
    wanted: list[WorkshopAction], parents: tuple[str, str]
) -> None:
    room = room_with_dots()
    for action in wanted:
        try:
            room.do(action)
        except RefusedError:
            continue
    before = room.session.drafting
    try:
        room.do(MergeDrafts(parents=parents, text="merged"))
    except RefusedError:
        return
    room.do(SplitDraft(draft=room.session.drafting.drafts[-1].id))

    *others, child = room.session.drafting.drafts
    merged_before = {draft.id for draft in before.drafts if draft.status == "merged"}
    for old, new in zip(before.drafts, others, strict=True):
        if old.id in merged_before:
            assert (new.status, new.before_merge) == (old.status, old.before_merge)
        else:
            assert new == old
    assert (child.status, child.parents) == ("split", parents)
