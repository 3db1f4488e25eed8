"""Drafting: nothing that was written is ever lost."""

import pytest

from tests.workshops import people, shortlisted, started_room
from workshop_tui.domain.drafting import (
    AddDraft,
    AddNote,
    EditDraft,
    MergeDrafts,
    RejectDraft,
    ReopenDraft,
    SetNoteAside,
    ShortlistDraft,
    current_notes,
    shortlist,
)
from workshop_tui.domain.message import RefusedError
from workshop_tui.progress import missing, notices


def refusal_of(room_action: object, *before: object) -> str:
    room = started_room(*before)  # type: ignore[arg-type]  # any actions
    with pytest.raises(RefusedError) as refusal:
        room.do(room_action)  # type: ignore[arg-type]
    return refusal.value.reason.key


def test_an_edit_makes_a_new_version_and_keeps_the_old_one() -> None:
    room = started_room(
        AddDraft(text="We help."), EditDraft(draft="draft1", text="We help fix it.")
    )

    (draft,) = room.session.drafting.drafts
    assert [version.text for version in draft.versions] == ["We help.", "We help fix it."]
    assert (draft.text, draft.version, draft.number) == ("We help fix it.", 2, 1)


def test_a_merge_is_a_new_draft_whose_parents_keep_their_text() -> None:
    room = started_room(
        AddDraft(text="Fix it."),
        AddDraft(text="We help."),
        MergeDrafts(parents=("draft1", "draft2"), text="We help fix it."),
    )

    first, second, child = room.session.drafting.drafts
    assert (first.text, first.status, second.status) == ("Fix it.", "merged", "merged")
    assert (child.parents, child.status) == (("draft1", "draft2"), "open")


def test_a_merge_needs_two_different_drafts() -> None:
    merge = MergeDrafts(parents=("draft1", "draft1"), text="x")

    assert refusal_of(merge, AddDraft(text="a")) == "refused.merge_needs_two"


def test_a_rejection_needs_a_reason_and_a_rejected_draft_can_come_back() -> None:
    assert (
        refusal_of(RejectDraft(draft="draft1", reason=" "), AddDraft(text="a")) == "refused.empty"
    )

    room = started_room(
        AddDraft(text="World-class"),
        RejectDraft(draft="draft1", reason="about us"),
        ReopenDraft(draft="draft1"),
    )

    (draft,) = room.session.drafting.drafts
    assert (draft.status, draft.reason) == ("open", "")


def test_the_same_sentence_is_not_filed_twice() -> None:
    assert (
        refusal_of(AddDraft(text="We help."), AddDraft(text="We help.")) == "refused.draft_exists"
    )


def test_an_edit_that_changes_nothing_is_refused() -> None:
    edit = EditDraft(draft="draft1", text="We help.")

    assert refusal_of(edit, AddDraft(text="We help.")) == "refused.nothing_changed"


def test_an_author_stands_on_the_roster() -> None:
    assert refusal_of(AddDraft(text="x", author="person9")) == "refused.not_on_roster"

    room = started_room(*people(1), AddDraft(text="x", author="person1"))
    assert room.session.drafting.drafts[0].author == "person1"


def test_drafting_is_done_with_two_to_four_drafts_on_the_shortlist() -> None:
    room = started_room()
    assert [lack.key for lack in missing(room.session, "drafting")] == ["missing.drafts"]

    for action in shortlisted("One", "Two"):
        room.do(action)
    assert missing(room.session, "drafting") == ()

    room.do(ReopenDraft(draft="draft1"))
    assert [lack.key for lack in missing(room.session, "drafting")] == ["missing.shortlist"]


def test_the_shortlist_keeps_the_order_in_which_drafts_were_written() -> None:
    room = started_room(
        AddDraft(text="One"),
        AddDraft(text="Two"),
        ShortlistDraft(draft="draft2"),
        ShortlistDraft(draft="draft1"),
    )

    assert [draft.text for draft in shortlist(room.session.drafting)] == ["One", "Two"]


def test_a_long_draft_on_the_shortlist_is_noticed() -> None:
    room = started_room(*shortlisted("word " * 16, "short"))

    assert [notice.key for notice in notices(room.session, "drafting")] == ["notice.draft_is_long"]


def test_notes_are_set_aside_and_never_deleted() -> None:
    room = started_room(
        AddNote(kind="good_day", text="They drive home with it fixed."), SetNoteAside(note="note1")
    )

    assert current_notes(room.session.drafting) == ()
    assert room.session.drafting.notes[0].text == "They drive home with it fixed."
