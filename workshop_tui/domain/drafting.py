"""Drafting: many statements, their versions and parents, narrowed to a few. No files.

A draft is never deleted: it is rejected with a reason, or merged into a child that keeps it as a
parent and can be split again. What else the room does has modules of its own: `exercises`, `dots`,
`word_smithing`, `memory_test`, `absence`. Which draft was chosen is told by `scoring`.
"""

from typing import ClassVar, Literal, TypeAlias, assert_never

from workshop_tui.domain import absence, dots, exercises, memory_test, word_smithing
from workshop_tui.domain.absence import Absence, AbsenceAction
from workshop_tui.domain.dots import DotDraft, DotVote, DotVoteAction
from workshop_tui.domain.exercises import Exercise, ExerciseAction, ExerciseRun, running
from workshop_tui.domain.memory_test import MemoryAction, MemoryTest
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
from workshop_tui.domain.word_smithing import WordSmithing, WordSmithingAction

DraftStatus = Literal["open", "shortlisted", "merged", "rejected", "split"]
NoteKind = Literal["good_day", "thank_you_letter", "key_word"]
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
    run: str = ""
    """The run of the exercise that it came of; empty where none was on."""
    author: str = ""
    """A person of the roster; empty: the whole group, or nobody said."""
    status: DraftStatus = "open"
    reason: Line = ""
    """Why it was rejected; kept while it is merged, so that a split gives it back as it was."""
    before_merge: DraftStatus = "open"
    """What it was when it was merged."""
    held_by: tuple[str, ...] = ()
    """The merges that it is in; () once it stands for itself again."""

    @property
    def text(self) -> str:
        return self.versions[-1].text if self.versions else ""

    @property
    def version(self) -> int:
        """The number of the latest version, counted from 1."""
        return len(self.versions)


class Note(Identified, frozen=True):
    """A customer's result on a good day, a line of the letter one wishes to get, a circled word."""

    kind: NoteKind
    text: Text
    run: str = ""
    """The run of the exercise that it came of; empty where none was on."""
    author: str = ""
    is_set_aside: bool = False


class Drafting(Value, frozen=True):
    drafts: tuple[Draft, ...] = ()
    notes: tuple[Note, ...] = ()
    votes: tuple[DotVote, ...] = ()
    runs: tuple[ExerciseRun, ...] = ()
    smithed: tuple[WordSmithing, ...] = ()
    memory_tests: tuple[MemoryTest, ...] = ()
    absences: tuple[Absence, ...] = ()
    is_reading_silent: bool = False
    """Between exercises: whether drafts that are being typed are left unquestioned."""


class _DraftingAction(Action, frozen=True):
    stage = "drafting"


class AddDraft(_DraftingAction, frozen=True):
    id_prefix: ClassVar[str] = "draft"
    text: Line
    id: str = ""
    author: str = ""
    exercise: Exercise = "free"
    """`free`: the one that is on, if any."""


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


class SplitDraft(_DraftingAction, frozen=True):
    """Take a merge apart: its parents are again what they were, and it stays to be seen."""

    draft: str


class ShortlistDraft(_DraftingAction, frozen=True):
    draft: str


class RejectDraft(_DraftingAction, frozen=True):
    draft: str
    reason: Line


class ReopenDraft(_DraftingAction, frozen=True):
    """Bring back a rejected, merged or split draft, or take one off the shortlist."""

    draft: str


class AddNote(_DraftingAction, frozen=True):
    id_prefix: ClassVar[str] = "note"
    kind: NoteKind
    text: Text
    id: str = ""
    author: str = ""


class SetNoteAside(_DraftingAction, frozen=True):
    note: str


class SilenceReading(_DraftingAction, frozen=True):
    """Leave drafts unquestioned while they are typed, or question them again.

    In an exercise it is that exercise's own, also the next time.
    """

    is_silent: bool


DraftingAction: TypeAlias = (
    AddDraft
    | EditDraft
    | MergeDrafts
    | SplitDraft
    | ShortlistDraft
    | RejectDraft
    | ReopenDraft
    | AddNote
    | SetNoteAside
    | SilenceReading
    | DotVoteAction
    | ExerciseAction
    | WordSmithingAction
    | MemoryAction
    | AbsenceAction
)


def apply(setup: Setup, drafting: Drafting, action: DraftingAction) -> Drafting:
    """Drafting after the action. Raises RefusedError with the reason."""
    match action:
        case AddDraft():
            return changed(drafting, drafts=add(drafting.drafts, _new(setup, drafting, action)))
        case EditDraft():
            return _with_draft(drafting, _edited(find(drafting.drafts, action.draft), action))
        case MergeDrafts():
            return _merged(drafting, action)
        case SplitDraft():
            return _split(drafting, find(drafting.drafts, action.draft))
        case ShortlistDraft():
            return _with_status(drafting, action.draft, "shortlisted")
        case RejectDraft():
            return _with_status(
                drafting, action.draft, "rejected", required(action.reason, "reason")
            )
        case ReopenDraft():
            return _with_status(drafting, action.draft, "open")
        case AddNote():
            return changed(drafting, notes=add(drafting.notes, _noted(setup, drafting, action)))
        case SetNoteAside():
            note = changed(find(drafting.notes, action.note), is_set_aside=True)
            return changed(drafting, notes=put(drafting.notes, note))
        case dots.OpenDotVote() | dots.RevealDots() | dots.GiveUpDots():
            votes = dots.apply(setup, candidates(drafting), drafting.votes, action)
            return changed(drafting, votes=votes)
        case SilenceReading():
            return _silenced(drafting, is_silent=action.is_silent)
        case (
            exercises.StartExercise()
            | exercises.GoToStep()
            | exercises.ResumeExercise()
            | exercises.EndExercise()
        ):
            runs = exercises.apply(drafting.runs, drafting.absences, action)
            return changed(drafting, runs=runs)
        case word_smithing.StartWordSmithing() | word_smithing.StopWordSmithing():
            if isinstance(action, word_smithing.StartWordSmithing):
                find(drafting.drafts, action.draft)
            return changed(drafting, smithed=word_smithing.apply(drafting.smithed, action))
        case memory_test.StartMemoryTest() | memory_test.RecordMemory():
            shown = _shown(drafting, action)
            tests = memory_test.apply(drafting.memory_tests, action, shown)
            return changed(drafting, memory_tests=tests)
        case absence.LeaveRoom() | absence.ReturnToRoom():
            return changed(drafting, absences=absence.apply(drafting.absences, action))
        case _:
            assert_never(action)


def is_timed(drafting: Drafting) -> bool:
    """Whether a clock runs, on an exercise or on words, that is not to count an absence."""
    return (
        exercises.is_timed(drafting.runs, drafting.absences)
        or word_smithing.running(drafting.smithed, drafting.absences) is not None
    )


def is_reading_silent(drafting: Drafting) -> bool:
    """Whether drafts that are being typed are left unquestioned now."""
    run = running(drafting.runs, drafting.absences)
    return run.is_reading_silent if run else drafting.is_reading_silent


def children_of(drafting: Drafting, draft_id: str) -> tuple[Draft, ...]:
    """The drafts that were made of this one, oldest first."""
    return tuple(draft for draft in drafting.drafts if draft_id in draft.parents)


def candidates(drafting: Drafting) -> tuple[DotDraft, ...]:
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


def _new(setup: Setup, drafting: Drafting, action: AddDraft) -> Draft:
    on = running(drafting.runs, drafting.absences)
    kind = on.kind if on and action.exercise == "free" else action.exercise
    return Draft(
        id=action.id,
        versions=_first_version(drafting, action.text),
        author=_on_roster(setup, action.author),
        exercise=kind,
        run=on.id if on and on.kind == kind else "",
    )


def _noted(setup: Setup, drafting: Drafting, action: AddNote) -> Note:
    on = running(drafting.runs, drafting.absences)
    return Note(
        id=action.id,
        kind=action.kind,
        text=required(action.text, "text"),
        run=on.id if on else "",
        author=_on_roster(setup, action.author),
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
        before = parent.before_merge if parent.status == "merged" else parent.status
        held_by = (*parent.held_by, child.id)
        merged = changed(parent, status="merged", before_merge=before, held_by=held_by)
        drafts = put(drafts, merged)
    return changed(drafting, drafts=add(drafts, child))


def _split(drafting: Drafting, child: Draft) -> Drafting:
    if not child.parents:
        raise refuse("refused.not_a_merge", number=child.number)
    if child.status == "split":
        raise refuse("refused.nothing_changed")
    if child.status == "merged":
        raise refuse("refused.merged_again", number=child.number)
    drafts = put(drafting.drafts, changed(child, status="split"))
    for parent in drafting.drafts:
        if child.id in parent.held_by:
            drafts = put(drafts, _released(parent, child.id))
    return changed(drafting, drafts=drafts)


def _released(parent: Draft, merge: str) -> Draft:
    """The parent of a merge that was split; what another merge still holds stays in that one."""
    held_by = tuple(each for each in parent.held_by if each != merge)
    if held_by:
        return changed(parent, held_by=held_by)
    return changed(parent, status=parent.before_merge, before_merge="open", held_by=())


def _silenced(drafting: Drafting, *, is_silent: bool) -> Drafting:
    if is_reading_silent(drafting) == is_silent:
        raise refuse("refused.nothing_changed")
    on = running(drafting.runs, drafting.absences)
    if on is None:
        return changed(drafting, is_reading_silent=is_silent)
    return changed(drafting, runs=exercises.silenced(drafting.runs, on, is_silent=is_silent))


def _shown(drafting: Drafting, action: MemoryAction) -> MemoryTest | None:
    """The draft of a memory test that begins, as it reads now."""
    if not isinstance(action, memory_test.StartMemoryTest):
        return None
    draft = find(drafting.drafts, action.draft)
    return MemoryTest(id=action.id, draft=draft.id, version=draft.version, text=draft.text)


def _with_status(
    drafting: Drafting, draft_id: str, status: DraftStatus, reason: str = ""
) -> Drafting:
    draft = find(drafting.drafts, draft_id)
    if (draft.status, draft.reason) == (status, reason):
        raise refuse("refused.nothing_changed")
    freed = changed(draft, status=status, reason=reason, before_merge="open", held_by=())
    return _with_draft(drafting, freed)


def _with_draft(drafting: Drafting, draft: Draft) -> Drafting:
    return changed(drafting, drafts=put(drafting.drafts, draft))


def _on_roster(setup: Setup, person: str) -> str:
    if person and setup.authors == "not_kept":
        raise refuse("refused.authors_not_kept")
    if person and not name_of(setup, person):
        raise refuse("refused.not_on_roster", id=person)
    return person
