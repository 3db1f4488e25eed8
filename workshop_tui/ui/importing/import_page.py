"""Bringing in a file of answers: ask for it, show what would come in, read it, hand it on.

For employees' answers and for customers' alike. Long files are read beside the screen and can be
stopped; the session is untouched until the end. What is refused or left half-way leads back to
where it was asked, so that nothing is typed or looked for twice. Leaves out how files are read
(`store.importing`) and what becomes of the answers, which the view that asked knows.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import replace
from pathlib import Path
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Generic,
    Literal,
    Protocol,
    TypeAlias,
    TypedDict,
    TypeVar,
)

from textual.content import Content
from textual.timer import Timer

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.ui.importing.course import Choice, Course
from workshop_tui.ui.importing.preview import (
    header_options,
    preview_options,
    preview_paragraphs,
    progress_paragraphs,
)
from workshop_tui.ui.importing.questions import ColumnQuestion, FileQuestion, matching_columns
from workshop_tui.ui.page import PageHost
from workshop_tui.ui.widgets.question import Answers, ChoiceQuestion, Option

if TYPE_CHECKING:
    from workshop_tui.store.importing import Column, ImportedAnswers, Preview

PATIENCE: Final = 0.8
"""Seconds that keys typed ahead wait for a file; a longer one is read beside the screen."""
DRAWN_EVERY: Final = 0.2
Result = TypeVar("Result")
Kept = TypeVar("Kept")
Purpose: TypeAlias = str
"""What the file is for: the key of one of the view's options; "" where it offers none."""


class ImportHost(PageHost, Protocol):
    """What an import asks of the view that it belongs to."""

    @property
    def paper_width(self) -> int:
        """Cells of the paper."""
        ...

    def show_paper(self, paragraphs: Sequence[Content] | None) -> None:
        """Show this over everything; None takes it away."""
        ...

    def beside_the_screen(self, work: Coroutine[Any, Any, None]) -> None: ...

    def every(self, seconds: float, do: Callable[[], None]) -> Timer: ...


class Import(Generic[Kept]):
    """One import at a time."""

    def __init__(
        self,
        host: ImportHost,
        bring: "Callable[[ImportedAnswers, Purpose, Course], Kept]",
        keep: Callable[[Kept], None],
        purposes: Callable[[], Sequence[Option]] = tuple,
    ) -> None:
        """bring: in a thread, makes of the answers what is kept; asks the course before it writes.

        keep: on the screen's thread, changes the workshop. purposes: what a file may be for; none:
        that needs no question.
        """
        self._host = host
        self._bring = bring
        self._keep_brought = keep
        self._purposes = purposes
        self._course = Course()
        self._drawing: Timer | None = None
        self._previewed: tuple[Choice, Preview] | None = None
        """What stands on the paper now, or stood there before the last change was asked for."""

    @property
    def is_under_way(self) -> bool:
        """Whether a file is being read beside the screen."""
        return self._drawing is not None

    def stop(self) -> None:
        """Stop reading; nothing is kept."""
        self._course.is_stopped = True

    async def begin(self) -> None:
        """Ask for the file."""
        self._previewed = None
        await self._ask_file("")

    async def _ask_file(self, typed: str) -> None:
        t = self._host.t

        async def look(answers: Answers) -> None:
            await self._look(Choice(Path(answers.text("file"))))

        question = FileQuestion(
            key="file", ask=t("survey_view.ask_file"), hint=t("survey_view.file_hint"), value=typed
        )
        await self._host.ask("import", [question], look)

    async def _look(self, choice: Choice) -> None:
        def job(course: Course) -> "Preview":
            from workshop_tui.store.importing import (  # noqa: PLC0415 - not before it is needed
                inspect,
            )

            return inspect(choice.path, **_as_chosen(choice, course))

        await self._do(job, lambda preview: self._confirm(choice, preview), choice)

    async def _confirm(self, choice: Choice, preview: "Preview") -> None:
        self._previewed = (choice, preview)
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
        await self._host.ask(f"heading {choice.path}", [question], look, on_leave=self._back)

    async def _ask_purpose(self, choice: Choice) -> None:
        purposes = tuple(self._purposes())
        if not purposes:
            await self._read(choice, "")
            return

        async def read(answers: Answers) -> None:
            await self._read(choice, answers.text("purpose"))

        question = ChoiceQuestion(
            key="purpose",
            ask=self._host.t("survey_view.ask_purpose"),
            options=purposes,
            default=purposes[0].key,
        )
        await self._host.ask(f"purpose {choice}", [question], read, on_leave=self._back)

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
        await self._host.ask(f"{what} {choice.path}", [question], look, on_leave=self._back)

    async def _read(self, choice: Choice, purpose: Purpose) -> None:
        def job(course: Course) -> Kept:
            from workshop_tui.store.importing import read  # noqa: PLC0415 - as above

            imported = read(choice.path, **_as_chosen(choice, course))
            return self._bring(imported, purpose, course)

        await self._do(job, self._keep, choice)

    async def _keep(self, brought: Kept) -> None:
        self._host.show_paper(None)
        self._keep_brought(brought)

    async def _do(
        self,
        job: Callable[[Course], Result],
        then: Callable[[Result], Awaitable[None]],
        choice: Choice,
    ) -> None:
        """Do the job in a thread; go on beside the screen where it takes long.

        choice: whose file it is about; it is asked for again where the job is refused.
        """
        self._course = Course()
        work = asyncio.ensure_future(asyncio.to_thread(job, self._course))
        await asyncio.wait({work}, timeout=PATIENCE)
        if work.done():
            await self._finish(work, then, choice)
        else:
            self._drawing = self._host.every(DRAWN_EVERY, self._draw_progress)
            self._host.beside_the_screen(self._finish(work, then, choice))

    async def _finish(
        self,
        work: "asyncio.Future[Result]",
        then: Callable[[Result], Awaitable[None]],
        choice: Choice,
    ) -> None:
        from workshop_tui.store.importing import ImportCancelledError  # noqa: PLC0415 - as above

        try:
            result = await work
        except RefusedError as refused:
            self._end()
            if self._previewed is None:
                await self._ask_file(str(choice.path))
            else:
                await self._back()
            self._host.notice(refused.reason)
        except ImportCancelledError:
            self._end()
            await self._back()
            self._host.notice(Message.of("survey_view.import_stopped"))
        else:
            self._end()
            await then(result)

    async def _back(self) -> None:
        """Show the preview again as it was before the last question; without one, nothing."""
        if self._previewed is not None:
            await self._confirm(*self._previewed)

    def _leave(self) -> None:
        self._previewed = None
        self._host.show_paper(None)

    def _end(self) -> None:
        if self._drawing is not None:
            self._drawing.stop()
            self._drawing = None
        self._host.show_paper(None)

    def _draw_progress(self) -> None:
        course = self._course
        paragraphs = progress_paragraphs(course.share, self._host.t, is_stopped=course.is_stopped)
        self._host.show_paper(paragraphs)


class _AsChosen(TypedDict):
    """How a file is opened: the arguments that `inspect` and `read` have in common."""

    column: str | None
    group: str | None
    header_rows: int | None
    progress: Callable[[float], None]
    cancelled: Callable[[], bool]


def _as_chosen(choice: Choice, course: Course) -> _AsChosen:
    return _AsChosen(
        column=choice.column,
        group=choice.group,
        header_rows=choice.header_rows,
        progress=course.reached,
        cancelled=course.wants_stop,
    )
