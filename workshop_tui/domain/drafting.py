"""Drafting: many statements, their versions and parents, narrowed to a few. No files.

A draft is never deleted: it is rejected with a reason, or merged into a child that keeps it as a
parent. Which draft was chosen is told by `scoring`.
"""

from typing import ClassVar, Literal, TypeAlias, assert_never

from workshop_tui.domain import dots
from workshop_tui.domain.dots import DotDraft, DotVote, DotVoteAction
from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.setup import Setup, name_of
from workshop_tui.domain.values import (
    Action,
    Identified,
    Line,
    Text,
    Value,
    add,
    changed,
    find,
    put,
    required,
)

DraftStatus = Literal["open", "shortlisted", "merged", "rejected"]
Exercise = Literal[
    "free", "good_day", "thank_you_letter", "silent_drafts", "one_two_four_all", "recombine"
]
NoteKind = Literal["good_day", "thank_you_letter"]
SHORTLIST_WANTED = range(2, 5)
LONGEST_STATEMENT = 15
"""Words; a longer statement is hard to remember (our default)."""


class DraftVersion(Value, frozen=True):
    text: Line
    reason: Line = ""


class Draft(Identified, frozen=True):
    versions: tuple[DraftVersion, ...]
    """Oldest first; never empty."""
    parents: tuple[str, ...] = ()
    exercise: Exercise = "free"
    author: str = ""
    """A person of the roster; empty: the whole group, or nobody said."""
    status: DraftStatus = "open"
    reason: Line = ""
    """Why it was rejected."""

    @property
    def text(self) -> str:
        return self.versions[-1].text if self.versions else ""

    @property
    def version(self) -> int:
        """The number of the latest version, counted from 1."""
        return len(self.versions)


class Note(Identified, frozen=True):
    """A customer's result on a good day, or a line of the letter one wishes to get."""

    kind: NoteKind
    text: Text
    author: str = ""
    is_set_aside: bool = False


class Drafting(Value, frozen=True):
    drafts: tuple[Draft, ...] = ()
    notes: tuple[Note, ...] = ()
    votes: tuple[DotVote, ...] = ()


class _DraftingAction(Action, frozen=True):
    stage = "drafting"


class AddDraft(_DraftingAction, frozen=True):
    id_prefix: ClassVar[str] = "draft"
    text: Line
    id: str = ""
    author: str = ""
    exercise: Exercise = "free"


class EditDraft(_DraftingAction, frozen=True):
    """A new version; the former ones stay."""

    draft: str
    text: Line
    reason: Line = ""


class MergeDrafts(_DraftingAction, frozen=True):
    """A new draft made of others, which stay as its parents."""

    id_prefix: ClassVar[str] = "draft"
    parents: tuple[str, ...]
    text: Line
    id: str = ""


class ShortlistDraft(_DraftingAction, frozen=True):
    draft: str


class RejectDraft(_DraftingAction, frozen=True):
    draft: str
    reason: Line


class ReopenDraft(_DraftingAction, frozen=True):
    """Bring back a rejected or merged draft, or take one off the shortlist."""

    draft: str


class AddNote(_DraftingAction, frozen=True):
    id_prefix: ClassVar[str] = "note"
    kind: NoteKind
    text: Text
    id: str = ""
    author: str = ""


class SetNoteAside(_DraftingAction, frozen=True):
    note: str


DraftingAction: TypeAlias = (
    AddDraft
    | EditDraft
    | MergeDrafts
    | ShortlistDraft
    | RejectDraft
    | ReopenDraft
    | AddNote
    | SetNoteAside
    | DotVoteAction
)


def apply(setup: Setup, drafting: Drafting, action: DraftingAction) -> Drafting:
    """Drafting after the action. Raises RefusedError with the reason."""
    match action:
        case AddDraft():
            draft = Draft(
                id=action.id,
                versions=_first_version(drafting, action.text),
                author=_on_roster(setup, action.author),
                exercise=action.exercise,
            )
            return changed(drafting, drafts=add(drafting.drafts, draft))
        case EditDraft():
            return _with_draft(drafting, _edited(find(drafting.drafts, action.draft), action))
        case MergeDrafts():
            return _merged(drafting, action)
        case ShortlistDraft():
            return _with_status(drafting, action.draft, "shortlisted")
        case RejectDraft():
            return _with_status(
                drafting, action.draft, "rejected", required(action.reason, "reason")
            )
        case ReopenDraft():
            return _with_status(drafting, action.draft, "open")
        case AddNote():
            note = Note(
                id=action.id,
                kind=action.kind,
                text=required(action.text, "text"),
                author=_on_roster(setup, action.author),
            )
            return changed(drafting, notes=add(drafting.notes, note))
        case SetNoteAside():
            note = changed(find(drafting.notes, action.note), is_set_aside=True)
            return changed(drafting, notes=put(drafting.notes, note))
        case dots.OpenDotVote() | dots.RevealDots() | dots.GiveUpDots():
            votes = dots.apply(setup, _candidates(drafting), drafting.votes, action)
            return changed(drafting, votes=votes)
        case _:
            assert_never(action)


def _candidates(drafting: Drafting) -> tuple[DotDraft, ...]:
    """The drafts that a group chooses from now: open or on the shortlist."""
    return tuple(
        DotDraft(draft=draft.id, version=draft.version, text=draft.text)
        for draft in drafting.drafts
        if draft.status in {"open", "shortlisted"}
    )


def shortlist(drafting: Drafting) -> tuple[Draft, ...]:
    """The drafts to be scored, oldest first."""
    return tuple(draft for draft in drafting.drafts if draft.status == "shortlisted")


def current_notes(drafting: Drafting) -> tuple[Note, ...]:
    """The notes that were not set aside."""
    return tuple(note for note in drafting.notes if not note.is_set_aside)


def missing(drafting: Drafting) -> tuple[Message, ...]:
    """What drafting still lacks; () when it is done (METHOD 2.3)."""
    if not drafting.drafts:
        return (Message.of("missing.drafts"),)
    found = len(shortlist(drafting))
    return () if found in SHORTLIST_WANTED else (Message.of("missing.shortlist", count=found),)


def notices(drafting: Drafting) -> tuple[Message, ...]:
    """What deserves a question: prompts for the facilitator, never a block."""
    return tuple(
        Message.of("notice.draft_is_long", number=draft.number, words=len(draft.text.split()))
        for draft in shortlist(drafting)
        if len(draft.text.split()) > LONGEST_STATEMENT
    )


def _first_version(drafting: Drafting, text: str) -> tuple[DraftVersion, ...]:
    required(text, "statement")
    same = next((draft for draft in drafting.drafts if draft.text == text), None)
    if same is not None:
        raise refuse("refused.draft_exists", number=same.number)
    return (DraftVersion(text=text),)


def _edited(draft: Draft, action: EditDraft) -> Draft:
    if required(action.text, "statement") == draft.text:
        raise refuse("refused.nothing_changed")
    version = DraftVersion(text=action.text, reason=action.reason)
    return changed(draft, versions=(*draft.versions, version))


def _merged(drafting: Drafting, action: MergeDrafts) -> Drafting:
    parents = [find(drafting.drafts, parent) for parent in dict.fromkeys(action.parents)]
    if len(parents) < 2:
        raise refuse("refused.merge_needs_two")
    child = Draft(
        id=action.id,
        versions=(DraftVersion(text=required(action.text, "statement")),),
        parents=tuple(parent.id for parent in parents),
    )
    drafts = drafting.drafts
    for parent in parents:
        drafts = put(drafts, changed(parent, status="merged", reason=""))
    return changed(drafting, drafts=add(drafts, child))


def _with_status(
    drafting: Drafting, draft_id: str, status: DraftStatus, reason: str = ""
) -> Drafting:
    draft = find(drafting.drafts, draft_id)
    if (draft.status, draft.reason) == (status, reason):
        raise refuse("refused.nothing_changed")
    return _with_draft(drafting, changed(draft, status=status, reason=reason))


def _with_draft(drafting: Drafting, draft: Draft) -> Drafting:
    return changed(drafting, drafts=put(drafting.drafts, draft))


def _on_roster(setup: Setup, person: str) -> str:
    if person and not name_of(setup, person):
        raise refuse("refused.not_on_roster", id=person)
    return person
