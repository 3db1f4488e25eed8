"""Exercises: what a room does to find words, in steps with a soft time each; and what was done.

The exercises and their minutes are those of METHOD 2.3; their prompts stand in the catalogue
`exercise`, one for each step. Any order, as often as wanted; ending one early is not a fault. A
run says when and how long; which drafts and notes came of it, they say themselves (`drafting`).
Where the room is left for long (`absence`), an exercise stands still until somebody goes on with
it: neither the night nor what is written the next morning belongs to it by itself.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Literal, TypeAlias, assert_never, get_args

import msgspec

from workshop_tui.domain.absence import Absence, left_at, seconds_there
from workshop_tui.domain.message import refuse
from workshop_tui.domain.values import Action, Count, Identified, add, changed, find, put

Exercise = Literal[
    "free", "good_day", "thank_you_letter", "silent_drafts", "one_two_four_all", "recombine"
]
"""`free`: between two exercises."""


class Step(msgspec.Struct, frozen=True):
    """A part of an exercise. name: its prompt is `exercise.<kind>.<name>`."""

    name: str
    minutes: int


STEPS: Mapping[Exercise, tuple[Step, ...]] = {
    "free": (),
    "good_day": (Step("alone", 3), Step("tell", 6), Step("common", 3)),
    "thank_you_letter": (Step("write", 5), Step("read", 8)),
    "silent_drafts": (Step("write", 5), Step("read", 5)),
    "one_two_four_all": (Step("one", 1), Step("two", 2), Step("four", 4), Step("all", 5)),
    "recombine": (Step("write", 3), Step("circle", 2), Step("build", 6), Step("swap", 4)),
}
EXERCISES: tuple[Exercise, ...] = tuple(kind for kind in get_args(Exercise) if STEPS[kind])


class ExerciseRun(Identified, frozen=True):
    """An exercise as it was done once. Times have the offset of the room's clock."""

    kind: Exercise
    started_at: datetime | None = None
    step: Count = 0
    """The place of the step that is on, or was when it ended, counted from 0."""
    resumed_at: tuple[datetime, ...] = ()
    """When the room went on with it after it had been left for long."""
    is_over: bool = False
    ended_at: datetime | None = None
    is_reading_silent: bool = True
    """Whether drafts that are being typed are left unquestioned: these are creative phases."""


class _ExerciseAction(Action, frozen=True):
    stage = "drafting"


class StartExercise(_ExerciseAction, frozen=True):
    """Begin one; the one that runs is over then."""

    id_prefix: ClassVar[str] = "exercise"
    is_timed: ClassVar[bool] = True
    kind: Exercise
    id: str = ""
    at: datetime | None = None


class GoToStep(_ExerciseAction, frozen=True):
    run: str
    step: Count


class ResumeExercise(_ExerciseAction, frozen=True):
    """Go on with one that the room had left for long."""

    is_timed: ClassVar[bool] = True
    run: str
    at: datetime | None = None


class EndExercise(_ExerciseAction, frozen=True):
    is_timed: ClassVar[bool] = True
    run: str
    at: datetime | None = None


ExerciseAction: TypeAlias = StartExercise | GoToStep | ResumeExercise | EndExercise


def apply(
    runs: tuple[ExerciseRun, ...], absences: tuple[Absence, ...], action: ExerciseAction
) -> tuple[ExerciseRun, ...]:
    """The runs after the action. Raises RefusedError with the reason."""
    match action:
        case StartExercise():
            if not STEPS[action.kind]:
                raise refuse("refused.no_exercise")
            on = _not_over(runs)
            before = put(runs, _ended(on, action.at)) if on else runs
            run = ExerciseRun(
                id=action.id,
                kind=action.kind,
                started_at=action.at,
                is_reading_silent=_was_silent(runs, action.kind),
            )
            return add(before, run)
        case GoToStep():
            run = _not_ended(runs, action.run)
            if action.step >= len(STEPS[run.kind]):
                raise refuse("refused.no_such_step")
            return put(runs, changed(run, step=action.step))
        case ResumeExercise():
            run = _not_ended(runs, action.run)
            if running(runs, absences) is run or action.at is None:
                raise refuse("refused.nothing_changed")
            return put(runs, changed(run, resumed_at=(*run.resumed_at, action.at)))
        case EndExercise():
            return put(runs, _ended(_not_ended(runs, action.run), action.at))
        case _:
            assert_never(action)


def running(runs: tuple[ExerciseRun, ...], absences: tuple[Absence, ...]) -> ExerciseRun | None:
    """The exercise that is on, if any."""
    on = _not_over(runs)
    return None if on is None or left_at(_last_begun(on), absences) else on


def left_behind(
    runs: tuple[ExerciseRun, ...], absences: tuple[Absence, ...]
) -> tuple[ExerciseRun, datetime] | None:
    """The exercise that nobody ended, and when the room was left; None where there is none."""
    on = _not_over(runs)
    left = left_at(_last_begun(on), absences) if on else None
    return (on, left) if on and left else None


def seconds_in(
    run: ExerciseRun, absences: tuple[Absence, ...], now: datetime | None = None
) -> int | None:
    """Whole seconds that the room was in an exercise; None where a time is not known.

    Up to the leaving where it was left for long, and on from where the room went on with it.
    now: for one that is not over.
    """
    begun = (run.started_at, *run.resumed_at)
    last = run.ended_at if run.is_over else now or left_at(begun[-1], absences)
    stretches = [
        seconds_there(start, end, absences)
        for start, end in zip(begun, (*run.resumed_at, last), strict=True)
    ]
    known = [seconds for seconds in stretches if seconds is not None]
    return sum(known) if len(known) == len(stretches) else None


def was_left(run: ExerciseRun, absences: tuple[Absence, ...]) -> bool:
    """Whether nobody went on with it after the room was left for long."""
    left = left_at(_last_begun(run), absences)
    return left is not None and (not run.is_over or bool(seconds_there(left, run.ended_at)))


def step_of(run: ExerciseRun) -> Step:
    """The step that is on, or was when the exercise ended."""
    steps = STEPS[run.kind]
    return steps[min(run.step, len(steps) - 1)]


def silenced(
    runs: tuple[ExerciseRun, ...], run: ExerciseRun, *, is_silent: bool
) -> tuple[ExerciseRun, ...]:
    """The runs with the live reading silent, or not, in this one."""
    return put(runs, changed(run, is_reading_silent=is_silent))


def is_timed(runs: tuple[ExerciseRun, ...], absences: tuple[Absence, ...]) -> bool:
    """Whether an exercise is on whose time still counts: it was not left for long."""
    return running(runs, absences) is not None


def _was_silent(runs: tuple[ExerciseRun, ...], kind: Exercise) -> bool:
    """As it was left when this exercise was last done; silent the first time."""
    before = next((run for run in reversed(runs) if run.kind == kind), None)
    return before is None or before.is_reading_silent


def _not_ended(runs: tuple[ExerciseRun, ...], run_id: str) -> ExerciseRun:
    run = find(runs, run_id)
    if run.is_over:
        raise refuse("refused.exercise_is_over")
    return run


def _not_over(runs: tuple[ExerciseRun, ...]) -> ExerciseRun | None:
    return next((run for run in reversed(runs) if not run.is_over), None)


def _last_begun(run: ExerciseRun) -> datetime | None:
    return run.resumed_at[-1] if run.resumed_at else run.started_at


def _ended(run: ExerciseRun, at: datetime | None) -> ExerciseRun:
    return changed(run, is_over=True, ended_at=at)
