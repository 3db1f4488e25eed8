"""Exercises in steps, each with its prompt and its minutes.

None of it stops anybody: an exercise ends when the room says so, in any order, as often as wanted.
"""

from typing import Final, cast

from workshop_tui.domain.exercises import (
    EXERCISES,
    STEPS,
    EndExercise,
    Exercise,
    ExerciseRun,
    GoToStep,
    StartExercise,
    running,
    step_of,
)
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.drafting.host import DraftingHost
from workshop_tui.ui.widgets.question import Answers, ChoiceQuestion, Option

NEXT_STEP: Final = "next"
END: Final = "end"


class Exercises(CommandTarget):
    """The exercise that is on, if any, and the way from one step to the next."""

    def __init__(self, host: DraftingHost) -> None:
        self._host = host

    @property
    def _run(self) -> ExerciseRun | None:
        return running(self._host.session.drafting.runs)

    def time_box(self) -> tuple[str, int] | None:
        """The step that is on: what it is called, and its minutes."""
        run = self._run
        return (self._host.t(f"exercise.{run.kind}"), step_of(run).minutes) if run else None

    async def command_choose_exercise(self) -> None:
        """The next step, the end, or any exercise; each prompt stands above the drafts."""
        run = self._run

        def then(answers: Answers) -> bool:
            return self._go_on(answers.text("exercise"), run)

        question = ChoiceQuestion(
            key="exercise",
            ask=self._host.t("drafting_view.ask_exercise"),
            options=self._ways_on(run),
            default=self._likely_way(run),
        )
        await self._host.ask("exercise", [question], then)

    def _ways_on(self, run: ExerciseRun | None) -> tuple[Option, ...]:
        options, t = [], self._host.t
        if run is not None:
            name = t(f"exercise.{run.kind}")
            if run.step + 1 < len(STEPS[run.kind]):
                options.append(Option(NEXT_STEP, t("drafting_view.next_step", name=name)))
            options.append(Option(END, t("drafting_view.end_exercise", name=name)))
        return (*options, *(Option(kind, self._named(kind)) for kind in EXERCISES))

    def _named(self, kind: Exercise) -> str:
        times = sum(run.kind == kind for run in self._host.session.drafting.runs)
        name = self._host.t(f"exercise.{kind}")
        return self._host.t("drafting_view.done_before", times, name=name) if times else name

    def _likely_way(self, run: ExerciseRun | None) -> str:
        if run is not None:
            return NEXT_STEP if run.step + 1 < len(STEPS[run.kind]) else END
        done = {each.kind for each in self._host.session.drafting.runs}
        return next((kind for kind in EXERCISES if kind not in done), EXERCISES[0])

    def _go_on(self, way: str, run: ExerciseRun | None) -> bool:
        host = self._host
        if run is not None and way == END:
            was_done = host.act(EndExercise(run=run.id))
            host.frame.stop_timer()
            return was_done
        if run is not None and way == NEXT_STEP:
            was_done = host.act(GoToStep(run=run.id, step=run.step + 1))
        else:
            was_done = host.act(StartExercise(kind=cast("Exercise", way)))
        box = self.time_box()
        if was_done and box is not None:
            host.frame.start_timer(*box)
        return was_done
