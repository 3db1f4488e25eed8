"""Exercises in steps, each with its prompt and its minutes.

None of it stops anybody: an exercise ends when the room says so, in any order, as often as wanted.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, cast

from workshop_tui.domain.exercises import (
    EXERCISES,
    STEPS,
    EndExercise,
    Exercise,
    ExerciseRun,
    GoToStep,
    ResumeExercise,
    StartExercise,
    left_behind,
    running,
    step_of,
)
from workshop_tui.domain.message import Message
from workshop_tui.language import clock as time_of_day
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.drafting.host import DraftingHost
from workshop_tui.ui.widgets.question import Answers, ChoiceQuestion, Option

NEXT_STEP: Final = "next"
RESUME: Final = "resume"
END: Final = "end"


class Exercises(CommandTarget):
    """The exercise that is on, if any, and the way from one step to the next."""

    def __init__(self, host: DraftingHost) -> None:
        self._host = host

    @property
    def _run(self) -> ExerciseRun | None:
        drafting = self._host.session.drafting
        return running(drafting.runs, drafting.absences)

    @property
    def _left(self) -> tuple[ExerciseRun, datetime] | None:
        """The exercise that was on when the room was left, and when that was."""
        drafting = self._host.session.drafting
        return left_behind(drafting.runs, drafting.absences)

    def left(self) -> list[Message]:
        """That the room was left in an exercise, until somebody goes on with it or ends it."""
        if self._left is None:
            return []
        run, at = self._left
        name = Message.of(f"exercise.{run.kind}")
        time = time_of_day(at.astimezone(), self._host.language)
        return [Message.of("drafting_view.exercise_left", name=name, time=time)]

    def time_box(self) -> tuple[str, int] | None:
        """The step that is on: what it is called, and its minutes."""
        run = self._run
        return (self._host.t(f"exercise.{run.kind}"), step_of(run).minutes) if run else None

    async def command_choose_exercise(self) -> None:
        """The next step, the end, or any exercise; each prompt stands above the drafts."""
        ways = self._ways_on()

        def then(answers: Answers) -> bool:
            return self._go_on(answers.text("exercise"))

        question = ChoiceQuestion(
            key="exercise",
            ask=self._host.t("drafting_view.ask_exercise"),
            options=ways,
            default=self._likely_way(ways),
        )
        await self._host.ask("exercise", [question], then)

    def _ways_on(self) -> tuple[Option, ...]:
        """With the exercise that is on, or was when the room was left; then those to begin."""
        options, t, run = [], self._host.t, self._run
        if self._left is not None:
            name = t(f"exercise.{self._left[0].kind}")
            options.append(Option(RESUME, t("drafting_view.resume_exercise", name=name)))
            options.append(Option(END, t("drafting_view.end_exercise", name=name)))
        elif run is not None:
            name = t(f"exercise.{run.kind}")
            if run.step + 1 < len(STEPS[run.kind]):
                options.append(Option(NEXT_STEP, t("drafting_view.next_step", name=name)))
            options.append(Option(END, t("drafting_view.end_exercise", name=name)))
        return (*options, *(Option(kind, self._named(kind)) for kind in EXERCISES))

    def _named(self, kind: Exercise) -> str:
        times = sum(run.kind == kind for run in self._host.session.drafting.runs)
        name = self._host.t(f"exercise.{kind}")
        return self._host.t("drafting_view.done_before", times, name=name) if times else name

    def _likely_way(self, ways: Sequence[Option]) -> str:
        if ways[0].key not in EXERCISES:
            return ways[0].key
        done = {each.kind for each in self._host.session.drafting.runs}
        return next((kind for kind in EXERCISES if kind not in done), EXERCISES[0])

    def _go_on(self, way: str) -> bool:
        host = self._host
        run = self._left[0] if self._left else self._run
        if run is not None and way == END:
            was_done = host.act(EndExercise(run=run.id))
            host.frame.stop_timer()
            return was_done
        if run is not None and way == NEXT_STEP:
            was_done = host.act(GoToStep(run=run.id, step=run.step + 1))
        elif run is not None and way == RESUME:
            was_done = host.act(ResumeExercise(run=run.id))
        else:
            was_done = host.act(StartExercise(kind=cast("Exercise", way)))
        box = self.time_box()
        if was_done and box is not None:
            host.frame.start_timer(*box)
        return was_done
