"""Word-smithing: how long the room has been on the wording of one draft, or on one word of it.

The clock stops nobody. Past the time box it says so, and METHOD 2.3 knows what then helps: score
both, let two people polish, ratify later. It counts while somebody is there, and stops by itself
where the room is left (`absence`).
"""

from datetime import datetime
from typing import ClassVar, TypeAlias, assert_never

from workshop_tui.domain.absence import Absence, left_at, seconds_there
from workshop_tui.domain.message import refuse
from workshop_tui.domain.values import Action, Identified, Line, add, changed, find, put

TIMEBOX_MINUTES = 10
"""For the wording of one draft (our default)."""


class WordSmithing(Identified, frozen=True):
    """One stretch of it. word: "" for the whole draft. Times have the room's offset."""

    draft: str
    word: Line = ""
    started_at: datetime | None = None
    is_over: bool = False
    ended_at: datetime | None = None


class _WordSmithingAction(Action, frozen=True):
    stage = "drafting"


class StartWordSmithing(_WordSmithingAction, frozen=True):
    """Begin with a draft; what was being smithed before is over then."""

    id_prefix: ClassVar[str] = "smithing"
    is_timed: ClassVar[bool] = True
    draft: str
    word: Line = ""
    id: str = ""
    at: datetime | None = None


class StopWordSmithing(_WordSmithingAction, frozen=True):
    is_timed: ClassVar[bool] = True
    smithing: str
    at: datetime | None = None


WordSmithingAction: TypeAlias = StartWordSmithing | StopWordSmithing


def apply(
    smithed: tuple[WordSmithing, ...], action: WordSmithingAction
) -> tuple[WordSmithing, ...]:
    """The stretches after the action. Raises RefusedError with the reason."""
    match action:
        case StartWordSmithing():
            on = _not_over(smithed)
            before = put(smithed, _ended(on, action.at)) if on else smithed
            begun = WordSmithing(
                id=action.id, draft=action.draft, word=action.word, started_at=action.at
            )
            return add(before, begun)
        case StopWordSmithing():
            stopped = find(smithed, action.smithing)
            if stopped.is_over:
                raise refuse("refused.nothing_changed")
            return put(smithed, _ended(stopped, action.at))
        case _:
            assert_never(action)


def running(
    smithed: tuple[WordSmithing, ...], absences: tuple[Absence, ...]
) -> WordSmithing | None:
    """The stretch whose clock runs, if any."""
    on = _not_over(smithed)
    return None if on is None or left_at(on.started_at, absences) else on


def stopped_by_absence(
    smithed: tuple[WordSmithing, ...], absences: tuple[Absence, ...]
) -> tuple[WordSmithing, datetime] | None:
    """The stretch that nobody ended, and when the room was left; None where there is none."""
    on = _not_over(smithed)
    left = left_at(on.started_at, absences) if on else None
    return (on, left) if on and left else None


def seconds_on(
    smithed: tuple[WordSmithing, ...],
    absences: tuple[Absence, ...],
    draft: str,
    now: datetime | None = None,
) -> int:
    """Whole seconds that the room has spent on a draft; up to `now` where the clock runs."""
    stretches = (each for each in smithed if each.draft == draft)
    return sum(_seconds(each, absences, now) for each in stretches)


def seconds_on_word(
    smithed: tuple[WordSmithing, ...],
    absences: tuple[Absence, ...],
    on: WordSmithing,
    now: datetime | None = None,
) -> int:
    """Whole seconds that the room has spent on the word of this stretch, in its draft."""
    word = on.word.casefold()
    stretches = (each for each in smithed if each.draft == on.draft)
    return sum(_seconds(each, absences, now) for each in stretches if each.word.casefold() == word)


def _seconds(each: WordSmithing, absences: tuple[Absence, ...], now: datetime | None) -> int:
    end = each.ended_at if each.is_over else now or left_at(each.started_at, absences)
    return seconds_there(each.started_at, end, absences) or 0


def _not_over(smithed: tuple[WordSmithing, ...]) -> WordSmithing | None:
    return next((each for each in reversed(smithed) if not each.is_over), None)


def _ended(smithing: WordSmithing, at: datetime | None) -> WordSmithing:
    return changed(smithing, is_over=True, ended_at=at)
