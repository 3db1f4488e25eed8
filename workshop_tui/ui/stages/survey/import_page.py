"""Bringing in a survey file: ask for it, show what would come in, read it, keep the answers.

Long files are read beside the screen and can be stopped; the session is untouched until the end.
Leaves out how files are read (`store.importing`).
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, TypeVar

from textual.content import Content
from textual.timer import Timer

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.session import Session, WorkshopAction
from workshop_tui.domain.survey import AddAnswers, CompareAnswers, ImportAnswers
from workshop_tui.language import Language
from workshop_tui.ui.readings import Readings
from workshop_tui.ui.stages.survey.import_job import (
    Brought,
    Choice,
    Course,
    Purpose,
    brought_in,
    looked_into,
)
from workshop_tui.ui.stages.survey.import_preview import (
    header_options,
    preview_options,
    preview_paragraphs,
    progress_paragraphs,
    purpose_options,
)
from workshop_tui.ui.stages.survey.lens import Say
from workshop_tui.ui.stages.survey.questions import (
    ColumnQuestion,
    FileQuestion,
    matching_columns,
)
from workshop_tui.ui.widgets.question import Answers, ChoiceQuestion, Question
from workshop_tui.ui.widgets.questions import Then

if TYPE_CHECKING:
    from workshop_tui.store.importing import Column, Preview

PATIENCE: Final = 0.8
"""Seconds that keys typed ahead wait for a file; a longer one is read beside the screen."""
DRAWN_EVERY: Final = 0.2
PURPOSES: Final[Mapping[str, Purpose]] = {
    "instead": "instead",
    "added": "added",
    "earlier": "earlier",
    "later": "later",
}
SAID: Final[Mapping[type[ImportAnswers | AddAnswers | CompareAnswers], str]] = {
    ImportAnswers: "survey_view.imported",
    AddAnswers: "survey_view.added",
    CompareAnswers: "survey_view.now_compared",
}
"""What is said when it is done."""
Result = TypeVar("Result")


class ImportHost(Protocol):
    """What an import asks of the view that it belongs to."""

    readings: Readings

    @property
    def session(self) -> Session: ...

    @property
    def language(self) -> Language: ...

    @property
    def t(self) -> Say: ...

    def act(self, action: WorkshopAction, by: str = "") -> bool: ...

    def notice(self, message: Message) -> None: ...

    async def ask(
        self,
        name: str,
        questions: Sequence[Question],
        then: Then,
        *,
        on_leave: Callable[[], None] | None = None,
    ) -> None: ...

    @property
    def paper_width(self) -> int:
        """Cells of the paper."""
        ...

    def show_paper(self, paragraphs: Sequence[Content] | None) -> None:
        """Show this over everything; None takes it away."""
        ...

    def beside_the_screen(self, work: Coroutine[Any, Any, None]) -> None: ...

    def every(self, seconds: float, do: Callable[[], None]) -> Timer: ...


class Import:
    """One import at a time."""

    def __init__(self, host: ImportHost) -> None:
        self._host = host
        self._course = Course()
        self._drawing: Timer | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether a file is being read beside the screen."""
        return self._drawing is not None

    def stop(self) -> None:
        """Stop reading; nothing is kept."""
        self._course.is_stopped = True

    async def begin(self) -> None:
        """Ask for the file."""
        t = self._host.t

        async def look(answers: Answers) -> None:
            await self._look(Choice(Path(answers.text("file"))))

        question = FileQuestion(
            key="file", ask=t("survey_view.ask_file"), hint=t("survey_view.file_hint")
        )
        await self._host.ask("import", [question], look)

    async def _look(self, choice: Choice) -> None:
        def job(course: Course) -> "Preview":
            return looked_into(choice, course)

        await self._do(job, lambda preview: self._confirm(choice, preview))

    async def _confirm(self, choice: Choice, preview: "Preview") -> None:
        host, t = self._host, self._host.t
        host.show_paper(preview_paragraphs(preview, t, host.language, host.paper_width))

        async def go_on(answers: Answers) -> None:
            match answers.text("what"):
                case "column":
                    await self._ask_column("column", preview.columns, choice)
                case "group":
                    await self._ask_column("group", preview.group_candidates, choice)
                case "no_group":
                    await self._look(replace(choice, group=None))
                case "header_rows":
                    await self._ask_header_rows(preview.header_rows, choice)
                case _:
                    await self._ask_purpose(choice)

        question = ChoiceQuestion(
            key="what",
            ask=t("survey_view.ask_take"),
            options=preview_options(preview, t),
            default="take",
        )
        await host.ask(f"preview {choice}", [question], go_on, on_leave=self._leave)

    async def _ask_header_rows(self, now: int, choice: Choice) -> None:
        t = self._host.t

        async def look(answers: Answers) -> None:
            await self._look(replace(choice, header_rows=int(answers.text("rows"))))

        question = ChoiceQuestion(
            key="rows",
            ask=t("survey_view.ask_header_rows"),
            options=header_options(t),
            default=str(now),
        )
        await self._host.ask(f"heading {choice.path}", [question], look, on_leave=self._leave)

    async def _ask_purpose(self, choice: Choice) -> None:
        """What a second file is for; the first one needs no question."""
        t = self._host.t
        if self._host.session.survey.source is None:
            await self._read(choice, "instead")
            return

        async def read(answers: Answers) -> None:
            await self._read(choice, PURPOSES[answers.text("purpose")])

        question = ChoiceQuestion(
            key="purpose",
            ask=t("survey_view.ask_purpose"),
            options=purpose_options(t),
            default="instead",
        )
        await self._host.ask(f"purpose {choice}", [question], read, on_leave=self._leave)

    async def _ask_column(
        self, what: Literal["column", "group"], columns: "tuple[Column, ...]", choice: Choice
    ) -> None:
        async def look(answers: Answers) -> None:
            column = answers.text("column")
            is_group = what == "group"
            await self._look(
                replace(choice, group=column) if is_group else replace(choice, column=column)
            )

        question = ColumnQuestion(
            key="column",
            ask=self._host.t(f"survey_view.ask_column.{what}"),
            columns=columns,
            live=lambda text: matching_columns(columns, text),
        )
        await self._host.ask(f"{what} {choice.path}", [question], look, on_leave=self._leave)

    async def _read(self, choice: Choice, purpose: Purpose) -> None:
        survey, folder = self._host.session.survey, self._host.readings.folder

        def job(course: Course) -> Brought:
            return brought_in(choice, purpose, survey, folder, course)

        await self._do(job, self._keep)

    async def _keep(self, brought: Brought) -> None:
        host, action = self._host, brought.action
        host.show_paper(None)
        if brought.reading is not None:
            host.readings.offer(action.answers_sha256, brought.reading)
        if host.act(action):
            said = SAID[type(action)]
            host.notice(Message.of(said, count=brought.people, file=brought.file))

    async def _do(
        self, job: Callable[[Course], Result], then: Callable[[Result], Awaitable[None]]
    ) -> None:
        """Do the job in a thread; go on beside the screen where it takes long."""
        self._course = Course()
        work = asyncio.ensure_future(asyncio.to_thread(job, self._course))
        await asyncio.wait({work}, timeout=PATIENCE)
        if work.done():
            await self._finish(work, then)
        else:
            self._drawing = self._host.every(DRAWN_EVERY, self._draw_progress)
            self._host.beside_the_screen(self._finish(work, then))

    async def _finish(
        self, work: "asyncio.Future[Result]", then: Callable[[Result], Awaitable[None]]
    ) -> None:
        from workshop_tui.store.importing import ImportCancelledError  # noqa: PLC0415 - as above

        try:
            result = await work
        except RefusedError as refused:
            self._end()
            self._host.notice(refused.reason)
        except ImportCancelledError:
            self._end()
            self._host.notice(Message.of("survey_view.import_stopped"))
        else:
            self._end()
            await then(result)

    def _leave(self) -> None:
        self._host.show_paper(None)

    def _end(self) -> None:
        if self._drawing is not None:
            self._drawing.stop()
            self._drawing = None
        self._host.show_paper(None)

    def _draw_progress(self) -> None:
        self._host.show_paper(progress_paragraphs(self._course.share, self._host.t))
