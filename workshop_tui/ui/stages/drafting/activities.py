"""What the drafting room does together: exercises in steps, notes for the board, the word clock.

None of it stops anybody: an exercise ends when the room says so, in any order, as often as wanted.
"""

from typing import Final, cast, get_args

from workshop_tui.domain.drafting import (
    AddNote,
    NoteKind,
    SetNoteAside,
    SilenceReading,
    current_notes,
    is_reading_silent,
)
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
from workshop_tui.domain.message import Message
from workshop_tui.domain.word_smithing import StartWordSmithing, StopWordSmithing
from workshop_tui.ui.stages.drafting.forms import FiledQuestion, filed
from workshop_tui.ui.stages.drafting.panes import DraftingPanes
from workshop_tui.ui.widgets.question import Answers, ChoiceQuestion, LineQuestion, Option

NEXT_STEP: Final = "next"
END: Final = "end"
NOTED_IN: Final[dict[Exercise, NoteKind]] = {
    "good_day": "good_day",
    "thank_you_letter": "thank_you_letter",
    "recombine": "key_word",
}
"""What a note is in the exercises that have a kind of their own."""


class Activities(DraftingPanes):
    """Exercises, notes, silence while typing, and the clock on the words."""

    def time_box(self) -> tuple[str, int] | None:
        """The step that is on: what it is called, and its minutes."""
        run = running(self.session.drafting.runs)
        return (self.t(f"exercise.{run.kind}"), step_of(run).minutes) if run else None

    async def command_choose_exercise(self) -> None:
        """The next step, the end, or any exercise; each prompt stands above the drafts."""
        run = running(self.session.drafting.runs)

        def then(answers: Answers) -> bool:
            return self._go_on(answers.text("exercise"), run)

        question = ChoiceQuestion(
            key="exercise",
            ask=self.t("drafting_view.ask_exercise"),
            options=self._ways_on(run),
            default=self._likely_way(run),
        )
        await self.ask("exercise", [question], then)

    def _ways_on(self, run: ExerciseRun | None) -> tuple[Option, ...]:
        options = []
        if run is not None:
            name = self.t(f"exercise.{run.kind}")
            if run.step + 1 < len(STEPS[run.kind]):
                options.append(Option(NEXT_STEP, self.t("drafting_view.next_step", name=name)))
            options.append(Option(END, self.t("drafting_view.end_exercise", name=name)))
        return (*options, *(Option(kind, self._named(kind)) for kind in EXERCISES))

    def _named(self, kind: Exercise) -> str:
        times = sum(run.kind == kind for run in self.session.drafting.runs)
        name = self.t(f"exercise.{kind}")
        return self.t("drafting_view.done_before", times, name=name) if times else name

    def _likely_way(self, run: ExerciseRun | None) -> str:
        if run is not None:
            return NEXT_STEP if run.step + 1 < len(STEPS[run.kind]) else END
        done = {each.kind for each in self.session.drafting.runs}
        return next((kind for kind in EXERCISES if kind not in done), EXERCISES[0])

    def _go_on(self, way: str, run: ExerciseRun | None) -> bool:
        if run is not None and way == END:
            was_done = self.act(EndExercise(run=run.id))
            self.frame.stop_timer()
            return was_done
        if run is not None and way == NEXT_STEP:
            was_done = self.act(GoToStep(run=run.id, step=run.step + 1))
        else:
            was_done = self.act(StartExercise(kind=cast("Exercise", way)))
        box = self.time_box()
        if was_done and box is not None:
            self.frame.start_timer(*box)
        return was_done

    async def command_add_note(self) -> None:
        """A customer's result, a line of the letter, a circled word; the exercise decides."""
        run = running(self.session.drafting.runs)
        if run is not None and run.kind in NOTED_IN:
            await self._ask_notes(NOTED_IN[run.kind])
            return

        async def then(answers: Answers) -> None:
            await self._ask_notes(cast("NoteKind", answers.text("kind")))

        kinds = get_args(NoteKind)
        options = tuple(Option(kind, self.t(f"drafting_view.kind.{kind}")) for kind in kinds)
        question = ChoiceQuestion(
            key="kind", ask=self.t("drafting_view.ask_note_kind"), options=options, default=kinds[0]
        )
        await self.ask("note kind", [question], then)

    async def _ask_notes(self, kind: NoteKind) -> None:
        async def then(answers: Answers) -> bool:
            line = answers.text("line")
            if not line:
                return True
            found = filed(self.session.setup, line)
            author = self._author_kept(found.author)
            if not self.act(AddNote(kind=kind, text=found.text, author=author)):
                return False
            await self._ask_notes(kind)
            return True

        question = FiledQuestion(
            key="line",
            ask=self.t(f"drafting_view.ask_note.{kind}"),
            hint=self.t("drafting_view.ask_draft_hint"),
            optional=True,
            setup=self.session.setup,
        )
        await self.ask(f"note {kind}", [question], then)

    def _author_kept(self, author: str) -> str:
        """The author of a line, unless the group chose to keep none."""
        return "" if self.session.setup.authors == "not_kept" else author

    def command_set_note_aside(self) -> None:
        self.act(SetNoteAside(note=self._selected_note))

    @property
    def _selected_note(self) -> str:
        """The note under the cursor of the board, if the keys act there; "" if none."""
        notes = {note.id for note in current_notes(self.session.drafting)}
        key = self._pinned.selected
        return key if self.active_pane is self._pinned and key in notes and key else ""

    def command_check_while_typing(self) -> None:
        """Questions while a draft is typed; without them while the room is to be creative."""
        is_silent = not is_reading_silent(self.session.drafting)
        if self.act(SilenceReading(is_silent=is_silent)) and not is_silent:
            self.notice(Message.of("drafting_view.checking"))

    async def command_smith_words(self) -> None:
        """Start the clock on the selected draft, or stop the one that runs."""
        clock, draft = self._clock, self._selected
        if clock is not None:
            self.act(StopWordSmithing(smithing=clock.id))
            return
        if draft is None:
            return

        def then(answers: Answers) -> bool:
            return self.act(StartWordSmithing(draft=draft.id, word=answers.text("word")))

        question = LineQuestion(
            key="word",
            ask=self.t("drafting_view.ask_smith", number=draft.number),
            hint=self.t("drafting_view.ask_smith_hint"),
            optional=True,
        )
        await self.ask(f"smith {draft.id}", [question], then)
