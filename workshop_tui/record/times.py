"""When the parts of the workshop really took place, from the times of the journal's entries.

A part is a run of entries of one stage on one day, told by its first and last entry: no entry's
own time is given, so that nothing said without a name can be tied to a minute. What a moment
changed in the midst of another part is no part.
"""

import datetime as dt
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from workshop_tui.domain.history import EditByHand, Moment, Redo, Undo
from workshop_tui.domain.minutes import MinutesAction
from workshop_tui.domain.values import STAGES, Stage

_MINUTE = dt.timedelta(minutes=1)
_BREAK = dt.timedelta(minutes=90)
"""After so long without an entry the group has gone; what follows is a part of its own."""


class Part(msgspec.Struct, frozen=True):
    """began, ended: the first and the last entry, aware, as the clock on the wall showed it."""

    stage: Stage
    began: dt.datetime
    ended: dt.datetime

    @property
    def minutes(self) -> int:
        """From the one to the other as the clock shows them: from 09:10 to 09:23 it is 13."""
        began, ended = (each.replace(second=0, microsecond=0) for each in (self.began, self.ended))
        return round((ended - began) / _MINUTE)

    @property
    def is_a_moment(self) -> bool:
        """Whether it was over at once, whatever minute the clock showed then."""
        return self.ended - self.began < _MINUTE / 2


class Days(msgspec.Struct, frozen=True):
    """The first and the last day on which something was entered in a stage."""

    stage: Stage
    first: dt.date
    last: dt.date


def parts_of(moments: Iterable[Moment]) -> tuple[Part, ...]:
    """The parts in the order in which they happened, also those of a single entry."""
    return _joined(
        Part(moment.kind.stage, moment.at, moment.at)
        for moment in moments
        if not issubclass(moment.kind, Undo | Redo | EditByHand | MinutesAction)
    )


def on_day(parts: Iterable[Part], day: dt.date) -> tuple[Part, ...]:
    """The parts of this day that took longer than a moment."""
    that_day = [part for part in parts if part.began.date() == day]
    return _joined(part for part in _without_interruptions(that_day) if not part.is_a_moment)


def days_of(parts: Iterable[Part]) -> tuple[Days, ...]:
    """The days of each stage, in the order of the stages."""
    by_stage: dict[Stage, list[dt.date]] = {}
    for part in parts:
        by_stage.setdefault(part.stage, []).append(part.began.date())
    return tuple(
        Days(stage, min(by_stage[stage]), max(by_stage[stage]))
        for stage in STAGES
        if stage in by_stage
    )


def _without_interruptions(parts: list[Part]) -> tuple[Part, ...]:
    """The parts without those of a moment in the midst of another stage."""
    around = zip([None, *parts], parts, [*parts[1:], None], strict=False)
    return _joined(
        part
        for before, part, after in around
        if not part.is_a_moment or not (before and after and before.stage == after.stage)
    )


def _joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Neighbours of one stage as one part."""
    kept: list[Part] = []
    for part in parts:
        last = kept[-1] if kept else None
        if last and last.stage == part.stage and _is_same_sitting(last.ended, part.began):
            kept[-1] = replace(last, ended=max(last.ended, part.ended))
        else:
            kept.append(part)
    return tuple(kept)


def _is_same_sitting(before: dt.datetime, after: dt.datetime) -> bool:
    return before.date() == after.date() and after - before < _BREAK
