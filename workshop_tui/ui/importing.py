"""Bringing in a file of answers: ask for it, show what would come in, read it, hand it on.

For employees' answers and for customers' alike. Long files are read beside the screen and can be
stopped; the session is untouched until the end. Leaves out how files are read
(`store.importing`) and what becomes of the answers, which the view that asked knows.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, Protocol, TypeAlias, TypeVar

from textual.content import Content
from textual.timer import Timer

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.language import Language, say
from workshop_tui.ui.file_questions import ColumnQuestion, FileQuestion, matching_columns
from workshop_tui.ui.look import ATTENTION, DIM, STRONG, WARN, fitted, plain
from workshop_tui.ui.page import Say
from workshop_tui.ui.widgets.bars import bar
from workshop_tui.ui.widgets.question import Answers, ChoiceQuestion, Option, Question
from workshop_tui.ui.widgets.questions import Then

if TYPE_CHECKING:
    from workshop_tui.store.importing import Column, Preview
    from workshop_tui.store.importing import ImportedAnswers as Imported

PATIENCE: Final = 0.8
"""Seconds that keys typed ahead wait for a file; a longer one is read beside the screen."""
DRAWN_EVERY: Final = 0.2
PROGRESS_WIDTH: Final = 30
Result = TypeVar("Result")
Kept = TypeVar("Kept")

GoOn: TypeAlias = Callable[[], None]
"""Raises ImportCancelledError where the user has stopped the import meanwhile."""


class ImportHost(Protocol):
    """What an import asks of the view that it belongs to."""

    @property
    def language(self) -> Language: ...

    @property
    def t(self) -> Say: ...

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


@dataclass(frozen=True, slots=True)
class _Choice:
    """Which file, and which columns of it; None leaves the column to the program."""

    path: Path
    column: str | None = None
    group: str | None = None


class Import(Generic[Kept]):
    """One import at a time."""

    def __init__(
        self,
        host: ImportHost,
        take: "Callable[[Imported, GoOn], Kept]",
        keep: Callable[[Kept], None],
    ) -> None:
        """take: in a thread, makes of the answers what is kept, and asks the second argument
        before it writes. keep: on the screen's thread, changes the workshop.
        """
        self._host = host
        self._take = take
        self._keep_result = keep
        self._is_stopped = False
        self._progress: float | None = None
        self._drawing: Timer | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether a file is being read beside the screen."""
        return self._drawing is not None

    def stop(self) -> None:
        """Stop reading; nothing is kept."""
        self._is_stopped = True

    async def begin(self) -> None:
        """Ask for the file."""
        t = self._host.t

        async def look(answers: Answers) -> None:
            await self._look(_Choice(Path(answers.text("file"))))

        question = FileQuestion(
            key="file", ask=t("survey_view.ask_file"), hint=t("survey_view.file_hint")
        )
        await self._host.ask("import", [question], look)

    async def _look(self, choice: _Choice) -> None:
        def job() -> "Preview":
            from workshop_tui.store.importing import (  # noqa: PLC0415 - not before it is needed
                inspect,
            )

            return inspect(
                choice.path,
                choice.column,
                choice.group,
                progress=self._on_progress,
                cancelled=lambda: self._is_stopped,
            )

        await self._do(job, lambda preview: self._confirm(choice, preview))

    async def _confirm(self, choice: _Choice, preview: "Preview") -> None:
        host, t = self._host, self._host.t
        host.show_paper(preview_paragraphs(preview, t, host.language, host.paper_width))

        async def go_on(answers: Answers) -> None:
            match answers.text("what"):
                case "column":
                    await self._ask_column("column", preview.columns, choice)
                case "group":
                    await self._ask_column("group", preview.group_candidates, choice)
                case _:
                    await self._read(choice)

        options = [
            Option("take", t("survey_view.take_answers", count=preview.rows)),
            Option("column", t("survey_view.take_column")),
        ]
        if preview.group_candidates:
            options.append(Option("group", t("survey_view.take_group")))
        question = ChoiceQuestion(
            key="what", ask=t("survey_view.ask_take"), options=tuple(options), default="take"
        )
        await host.ask(f"preview {choice}", [question], go_on, on_leave=self._leave)

    async def _ask_column(
        self, what: Literal["column", "group"], columns: "tuple[Column, ...]", choice: _Choice
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

    async def _read(self, choice: _Choice) -> None:
        def job() -> Kept:
            from workshop_tui.store.importing import read  # noqa: PLC0415 - as above

            imported = read(
                choice.path,
                choice.column,
                choice.group,
                progress=self._on_progress,
                cancelled=lambda: self._is_stopped,
            )
            return self._take(imported, self._go_on)

        await self._do(job, self._keep)

    def _go_on(self) -> None:
        from workshop_tui.store.importing import ImportCancelledError  # noqa: PLC0415 - as above

        if self._is_stopped:
            raise ImportCancelledError

    async def _keep(self, kept: Kept) -> None:
        self._host.show_paper(None)
        self._keep_result(kept)

    async def _do(
        self, job: Callable[[], Result], then: Callable[[Result], Awaitable[None]]
    ) -> None:
        """Do the job in a thread; go on beside the screen where it takes long."""
        self._is_stopped, self._progress = False, None
        work = asyncio.ensure_future(asyncio.to_thread(job))
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

    def _on_progress(self, share: float) -> None:
        self._progress = share

    def _draw_progress(self) -> None:
        t = self._host.t
        share = self._progress or 0.0
        self._host.show_paper(
            [
                Content(""),
                Content.styled(t("survey_view.reading_file"), STRONG),
                Content(""),
                bar(share, 1.0, PROGRESS_WIDTH) + Content(f"  {share:.0%}"),
                Content(""),
                Content.styled(t("survey_view.esc_stops"), DIM),
            ]
        )


def preview_paragraphs(preview: "Preview", t: Say, language: Language, width: int) -> list[Content]:
    """What would be imported: where from, which column and why, the first answers.

    width: cells in which an answer is one line.
    """
    source = preview.source
    head = " · ".join(
        part
        for part in (
            source.file,
            str(preview.tool.value) if preview.tool else "",
            t("survey_view.plain_lines") if source.format == "text" else source.format.upper(),
            source.encoding,
            t("survey_view.header_rows", count=preview.header_rows),
        )
        if part
    )
    lines = [
        plain(head, STRONG),
        plain(_rows_said(preview, t)),
        fitted(plain(t("survey_view.from_column", column=preview.answer_column.label)), width),
        Content("  ") + plain(say(preview.why, language), DIM),
    ]
    if preview.group_column is not None:
        lines.append(plain(t("survey_view.with_groups", column=preview.group_column.label)))
    if preview.left_behind:
        names = ", ".join(column.title or column.letter for column in preview.left_behind)
        lines.append(plain(t("survey_view.left_behind", columns=names), DIM))
    lines += [
        Content.styled(f"{ATTENTION} {say(warning, language)}", WARN)
        for warning in preview.warnings
    ]
    lines.append(Content(""))
    lines += [
        fitted(Content("  “") + plain(answer) + Content("”"), width)
        for answer in preview.first_answers
    ]
    return lines


def _rows_said(preview: "Preview", t: Say) -> str:
    rows = t("survey_view.rows", count=preview.rows)
    if not preview.without_content:
        return rows
    return f"{rows}; {t('survey_view.rows_empty', count=preview.without_content)}"
