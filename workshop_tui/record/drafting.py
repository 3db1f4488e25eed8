"""Drafting in the record: every draft with its origin, its versions and why it was rejected.

Leaves out what the room did beside writing (`drafting_trace`): exercises, dots, memory tests.
"""

from workshop_tui.domain.drafting import Draft, Drafting, NoteKind
from workshop_tui.domain.scoring import Scoring
from workshop_tui.domain.setup import Setup, name_of
from workshop_tui.domain.word_diff import word_diff
from workshop_tui.record import drafting_trace
from workshop_tui.record.blocks import Block, Column, Heading, Items, Section, Text, WordChanges
from workshop_tui.record.facts import Facts, draft_numbers, paragraph, table
from workshop_tui.record.privacy import ShareableSession
from workshop_tui.record.wording import Wording, listed, quoted

_NOTE_KINDS: tuple[NoteKind, ...] = ("good_day", "thank_you_letter", "key_word")


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:  # noqa: ARG001 - every section is called alike
    """What the room did, the notes that came first, the drafts, and how they came to a few."""
    drafting = session.drafting
    blocks: tuple[Block, ...] = (
        *drafting_trace.exercises(drafting, t),
        *_notes(session.setup, drafting, t),
        *_drafts(session, t),
        *drafting_trace.merges(drafting, t),
        *_versions(drafting.drafts, t),
        *drafting_trace.dots(drafting, t),
        *drafting_trace.memory_tests(drafting, t),
        *drafting_trace.word_smithing(drafting, t),
    )
    return Section("drafting", t("record.drafting.title"), blocks)


def fate(draft: Draft, scoring: Scoring, t: Wording) -> Text:
    """What became of a draft: its status, or that it was chosen.

    As long as nothing is decided, an open draft is open; only a decision leaves it behind.
    """
    outcome = scoring.outcome
    if outcome is not None and outcome.draft == draft.id:
        return t("record.fate.chosen")
    is_undecided = outcome is None or outcome.kind == "unfinished"
    if draft.status == "open" and is_undecided:
        return t("record.fate.still_open")
    return t(f"record.fate.{draft.status}")


def reason_of(draft: Draft) -> str:
    """Why a draft is rejected; "" where it is not, or no longer."""
    return draft.reason if draft.status == "rejected" else ""


def _notes(setup: Setup, drafting: Drafting, t: Wording) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for kind in _NOTE_KINDS:
        notes = tuple(
            listed((quoted(note.text), *_author(setup, note.author)), " — ")
            for note in drafting.notes
            if note.kind == kind
        )
        if notes:
            blocks += [Heading(t(f"record.drafting.{kind}")), Items(notes)]
    return tuple(blocks)


def _author(setup: Setup, author: str) -> tuple[Text, ...]:
    name = name_of(setup, author)
    return (quoted(name),) if name else ()


def _drafts(session: ShareableSession, t: Wording) -> tuple[Block, ...]:
    drafts = session.drafting.drafts
    if not drafts:
        return paragraph(t("record.drafting.none"))
    has_authors = any(draft.author for draft in drafts)
    columns = (
        Column(t("record.drafting.number"), "right"),
        Column(t("record.drafting.statement")),
        Column(t("record.drafting.origin")),
        *((Column(t("record.drafting.author")),) if has_authors else ()),
        Column(t("record.drafting.fate")),
        Column(t("record.drafting.reason")),
    )
    rows = (
        (
            t.number(draft.number),
            quoted(draft.text),
            _origin(draft, t),
            *((quoted(name_of(session.setup, draft.author)),) if has_authors else ()),
            fate(draft, session.scoring, t),
            quoted(reason_of(draft)),
        )
        for draft in drafts
    )
    return (Heading(t("record.drafting.drafts")), *table(columns, rows))


def _origin(draft: Draft, t: Wording) -> Text:
    if draft.parents:
        return t("record.drafting.merged_from", drafts=draft_numbers(draft.parents, t))
    return t(f"record.exercise.{draft.exercise}")


def _versions(drafts: tuple[Draft, ...], t: Wording) -> tuple[Block, ...]:
    changes: list[Block] = []
    for draft in drafts:
        for number, (old, new) in enumerate(
            zip(draft.versions, draft.versions[1:], strict=False), 2
        ):
            title = t("record.drafting.version", number=draft.number, version=number)
            reason = t("record.drafting.version_reason", reason=new.reason) if new.reason else ()
            reasons = (reason,) if reason else ()
            changes.append(WordChanges(title, word_diff(old.text, new.text), reasons))
    if not changes:
        return ()
    signs = paragraph(t("record.signs"))
    return (Heading(t("record.drafting.versions")), *signs, *changes)
