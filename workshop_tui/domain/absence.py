"""When nobody was in the drafting room: so that no clock counts a night, or a lunch.

A room is left when its workshop is closed, or once no key has been pressed for an hour: people may
talk about one word for long, but not for so long without writing anything down. The Room notices
and stamps both, and does so in its own name, so that no person's undo takes it back.
"""

from datetime import datetime, timedelta
from typing import ClassVar, Final, TypeAlias, assert_never

from workshop_tui.domain.values import Action, Value, changed

GONE_AFTER: Final = timedelta(minutes=60)
"""Without a key for so long, nobody is there; and after a longer absence, nothing goes on by
itself (our default)."""
BY_THE_ROOM: Final = "room"
"""Who leaves and comes back, for the journal: nobody of the roster."""


class Absence(Value, frozen=True):
    """since: the last sign of somebody. until: None while nobody is back. Times have an offset."""

    since: datetime | None = None
    until: datetime | None = None


class _AbsenceAction(Action, frozen=True):
    stage = "drafting"
    is_timed: ClassVar[bool] = True


class LeaveRoom(_AbsenceAction, frozen=True):
    """Nobody is there from now on, or since `at`."""

    at: datetime | None = None


class ReturnToRoom(_AbsenceAction, frozen=True):
    """Somebody is there again. since: the last sign before, where nobody was seen to leave."""

    since: datetime | None = None
    at: datetime | None = None


AbsenceAction: TypeAlias = LeaveRoom | ReturnToRoom


def apply(absences: tuple[Absence, ...], action: AbsenceAction) -> tuple[Absence, ...]:
    """The absences after the action. Never refused: an undo of what came before leaves it valid."""
    match action:
        case LeaveRoom():
            return absences if is_away(absences) else (*absences, Absence(since=action.at))
        case ReturnToRoom():
            if is_away(absences):
                return (*absences[:-1], changed(absences[-1], until=action.at))
            return (*absences, Absence(since=action.since, until=action.at))
        case _:
            assert_never(action)


def is_away(absences: tuple[Absence, ...]) -> bool:
    """Whether the room was left and nobody is back."""
    return bool(absences) and absences[-1].until is None


def seconds_there(
    start: datetime | None, end: datetime | None, absences: tuple[Absence, ...] = ()
) -> int | None:
    """Whole seconds from start to end in which somebody was there, up to the first long absence.

    Never fewer than 0; None where a time is not known.
    """
    left = left_at(start, absences)
    if (_seconds(left, end) or 0) > 0:
        end = left
    seconds = _seconds(start, end)
    if seconds is None:
        return None
    pauses = (
        _seconds(absence.since, absence.until) or 0
        for absence in absences
        if _is_within(absence, start, end)
    )
    return max(0, round(seconds - sum(pauses)))


def left_at(start: datetime | None, absences: tuple[Absence, ...]) -> datetime | None:
    """When the room was first left for long after this time, or is left now; None where never."""
    for absence in absences:
        seconds, before = _seconds(absence.since, absence.until), _seconds(start, absence.since)
        is_long = seconds is None or seconds > GONE_AFTER.total_seconds()
        if is_long and before is not None and before >= 0:
            return absence.since
    return None


def _is_within(absence: Absence, start: datetime | None, end: datetime | None) -> bool:
    """Whether it lies wholly in this time: people leave and come back while something runs."""
    before, after = _seconds(start, absence.since), _seconds(absence.until, end)
    return before is not None and after is not None and before >= 0 and after >= 0


def _seconds(start: datetime | None, end: datetime | None) -> float | None:
    """From one to the other, below 0 where they are turned round; None where one is not known.

    A time without an offset, from a hand edit, is known beside its like alone.
    """
    if start is None or end is None or (start.tzinfo is None) != (end.tzinfo is None):
        return None
    return (end - start).total_seconds()
