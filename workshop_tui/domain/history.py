"""The journal as a value: entries, what was undone, and the session that they lead to.

Undo and redo are entries of their own; nothing is ever taken out of the journal. The session is
always what the entries in force lead to, in their order.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Final, TypeAlias

import msgspec

from workshop_tui.domain.message import Message, RefusedError, refuse
from workshop_tui.domain.session import BLANK, Session, WorkshopAction, apply
from workshop_tui.domain.values import Count, Name, Stage, Value


class Undo(Value, tag=True, frozen=True):
    """Takes back the entry with this number."""

    entry: Count


class Redo(Value, tag=True, frozen=True):
    """Puts the entry with this number in force again."""

    entry: Count


class EditByHand(Value, tag=True, frozen=True):
    """Somebody changed session.toml outside the program: the whole session as it was then."""

    session: Session


_NO_IDS: Final[Mapping[str, int]] = MappingProxyType({})

JournalAction: TypeAlias = WorkshopAction | Undo | Redo | EditByHand


class Entry(Value, frozen=True):
    """One line of the journal.

    at: aware, as the clock on the wall showed it. by: who did it, "" for the facilitator.
    """

    seq: Count
    at: datetime
    by: Name
    action: JournalAction


class Checkpoint(msgspec.Struct, frozen=True):
    """Where a workshop has got to: all that its next entry is built on.

    seq: the number of the last entry, 0 before the first. highest_ids: the highest number given to
    an id so far, by prefix, also of what was undone.
    """

    session: Session
    seq: int
    highest_ids: Mapping[str, int]

    def after(self, entry: Entry, session: Session) -> "Checkpoint":
        """The next one: this entry was made, and led to this session."""
        return Checkpoint(session, entry.seq, highest_ids([entry], self.highest_ids))


UNSTARTED: Final = Checkpoint(BLANK, 0, _NO_IDS)
"""Before the first entry."""


class Moment(msgspec.Struct, frozen=True):
    """When an entry was made and of what kind its action is, without what was said in it."""

    at: datetime
    kind: type[JournalAction]


def replay(entries: Iterable[Entry]) -> Session:
    """The session that these entries lead to. Raises RefusedError when they contradict."""
    journal = tuple(entries)
    session = BLANK
    for entry in in_force(journal):
        session = after(session, entry)
    return session


def after(session: Session, entry: Entry) -> Session:
    """The session after one entry that is neither an undo nor a redo."""
    match entry.action:
        case EditByHand(session=edited):
            return edited
        case Undo() | Redo():
            return session
        case action:
            return apply(session, action)


def in_force(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that change the session and were not taken back."""
    undone = undone_entries(entries)
    return tuple(
        entry
        for entry in entries
        if not isinstance(entry.action, Undo | Redo) and entry.seq not in undone
    )


def undone_entries(entries: Iterable[Entry]) -> frozenset[int]:
    """The numbers of the entries that are taken back at the end of the journal."""
    undone: set[int] = set()
    for entry in entries:
        if isinstance(entry.action, Undo):
            undone.add(entry.action.entry)
        elif isinstance(entry.action, Redo):
            undone.discard(entry.action.entry)
    return frozenset(undone)


def to_undo(entries: Sequence[Entry], by: str, stage: Stage) -> Entry:
    """The last thing that this person did in this stage. Raises RefusedError where there is none.

    A hand edit belongs to nobody and to every stage: nothing before it can be undone.
    """
    undone = undone_entries(entries)
    for entry in reversed(entries):
        if isinstance(entry.action, EditByHand):
            break
        if _is_change_of(entry, by, stage) and entry.seq not in undone:
            if not entry.action.can_be_undone:  # type: ignore[union-attr]  # it is no Undo or Redo
                raise refuse("refused.cannot_be_undone", action=name_of(entry.action))
            return entry
    raise refuse("refused.nothing_to_undo")


def to_redo(entries: Sequence[Entry], by: str, stage: Stage) -> Entry:
    """The last thing this person took back here, unless something new was done since.

    Raises RefusedError where there is none; what was taken back before a hand edit is gone with it.
    """
    undone = undone_entries(entries)
    by_seq = {entry.seq: entry for entry in entries}
    for entry in reversed(entries):
        if isinstance(entry.action, EditByHand):
            break
        if _is_change_of(entry, by, stage) and entry.seq not in undone:
            break
        if isinstance(entry.action, Undo) and entry.action.entry in undone:
            target = by_seq[entry.action.entry]
            if _is_change_of(target, by, stage):
                return target
    raise refuse("refused.nothing_to_redo")


def without(entries: Sequence[Entry], target: Entry) -> Session:
    """The session as it is without one entry.

    Raises RefusedError, naming the action, when a later action depends on that entry.
    """
    session = BLANK
    for entry in in_force(entries):
        if entry.seq == target.seq:
            continue
        try:
            session = after(session, entry)
        except RefusedError as refusal:
            raise refuse(
                "refused.needed_later", action=name_of(entry.action), reason=refusal.reason
            ) from refusal
    return session


def name_of(action: JournalAction) -> Message:
    """What people call this action."""
    return Message.of(f"action.{type(action).__name__}")


def highest_ids(values: Iterable[Value], known: Mapping[str, int] = _NO_IDS) -> dict[str, int]:
    """The highest number given to an id in these values, however deep, by prefix.

    known: what was given already; never forgotten, also not of what was undone since.
    """
    highest = dict(known)
    for value in values:
        _note_ids(msgspec.to_builtins(value), highest)
    return highest


def _note_ids(content: object, highest: dict[str, int]) -> None:
    """Raise the highest numbers by every `id` in plain content."""
    if isinstance(content, dict):
        prefix, number = split_id(content.get("id", ""))
        if prefix:
            highest[prefix] = max(highest.get(prefix, 0), number)
        for inner in content.values():
            _note_ids(inner, highest)
    elif isinstance(content, list | tuple):
        for inner in content:
            _note_ids(inner, highest)


def split_id(value: object) -> tuple[str, int]:
    """("draft", 7) for "draft7"; ("", 0) for anything that is no id."""
    if not isinstance(value, str):
        return "", 0
    prefix = value.rstrip("0123456789")
    digits = value[len(prefix) :]
    return (prefix, int(digits[:9])) if prefix and digits else ("", 0)


def _is_change_of(entry: Entry, by: str, stage: Stage) -> bool:
    action = entry.action
    if isinstance(action, Undo | Redo | EditByHand):
        return False
    return entry.by == by and action.stage == stage
