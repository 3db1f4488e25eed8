"""Word-smithing: how long the room has been on the wording of one draft, or on one word of it.

The clock stops nobody. Past the time box it says so, and METHOD 2.3 knows what then helps: score
both, let two people polish, ratify later.
"""

from datetime import datetime
from typing import ClassVar, TypeAlias, assert_never

from workshop_tui.domain.exercises import seconds_between
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
            on = running(smithed)
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


def running(smithed: tuple[WordSmithing, ...]) -> WordSmithing | None:
    """The stretch whose clock runs, if any."""
    return next((each for each in reversed(smithed) if not each.is_over), None)


def seconds_on(smithed: tuple[WordSmithing, ...], draft: str, now: datetime | None = None) -> int:
    """Whole seconds that the room has spent on a draft; up to `now` where the clock runs."""
    return sum(
        seconds_between(each.started_at, each.ended_at if each.is_over else now) or 0
        for each in smithed
        if each.draft == draft
    )


def _ended(smithing: WordSmithing, at: datetime | None) -> WordSmithing:
    return changed(smithing, is_over=True, ended_at=at)
