"""What an import does away from the screen: look into a file, read it, keep its answers.

Everything here runs in a thread and touches nothing but the answers' files; the session changes
only by the action that comes out of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from workshop_tui.domain.message import Message
from workshop_tui.domain.survey import (
    AddAnswers,
    CompareAnswers,
    ImportAnswers,
    Source,
    Survey,
    Taken,
    refuse_to_count_twice,
)
from workshop_tui.text.survey.choices import choices_of

if TYPE_CHECKING:
    from workshop_tui.store.importing import ImportedAnswers, Preview
    from workshop_tui.text.reading import Reading

Purpose: TypeAlias = Literal["instead", "added", "earlier", "later"]
"""What a file is for where there are answers already: to take their place, to be added to them, or
to be compared with them, as the survey before or after."""
COMPARED: Final[dict[str, Taken]] = {"earlier": "earlier", "later": "later"}
Rows: TypeAlias = Sequence[tuple[str, str]]
"""(answer, group) per person."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which file, and what of it; None leaves it to the program."""

    path: Path
    column: str | None = None
    group: str | None = None
    header_rows: int | None = None


@dataclass(slots=True)
class Course:
    """How far a job is, written by its thread; and whether somebody wants it to stop."""

    share: float = 0.0
    is_stopped: bool = False

    def reached(self, share: float) -> None:
        self.share = share

    def wants_stop(self) -> bool:
        return self.is_stopped


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import brought: the action that makes the workshop speak of it.

    reading: of the answers that the workshop speaks of then; None where those stay.
    file, people: what to say of it.
    """

    action: ImportAnswers | AddAnswers | CompareAnswers
    reading: "Reading | None"
    file: str
    people: int
    warnings: tuple[Message, ...] = field(default=())


def looked_into(choice: Choice, course: Course) -> "Preview":
    """What the file would bring. Raises ImportRefusedError, ImportCancelledError."""
    from workshop_tui.store.importing import inspect  # noqa: PLC0415 - not before it is needed

    return inspect(
        choice.path,
        choice.column,
        choice.group,
        header_rows=choice.header_rows,
        progress=course.reached,
        cancelled=course.wants_stop,
    )


def brought_in(
    choice: Choice, purpose: Purpose, survey: Survey, folder: Path, course: Course
) -> Brought:
    """Read the file and keep its answers in the session's folder.

    survey: of the session before. Raises ImportRefusedError, ImportCancelledError, and StoreError
    where the answers cannot be kept, or those to which they are added cannot be read.
    """
    from workshop_tui.store.importing import read  # noqa: PLC0415 - as above

    imported = read(
        choice.path,
        choice.column,
        choice.group,
        header_rows=choice.header_rows,
        progress=course.reached,
        cancelled=course.wants_stop,
    )
    if purpose in COMPARED:
        return _compared(imported, COMPARED[purpose], survey, folder, course)
    return _taken_over(imported, purpose, survey, folder, course)


def _compared(
    imported: "ImportedAnswers", taken: Taken, survey: Survey, folder: Path, course: Course
) -> Brought:
    from workshop_tui.store.answers import keep_answers  # noqa: PLC0415 - as above
    from workshop_tui.store.layout import SessionFolder  # noqa: PLC0415 - as above

    reading = _read(imported.answers, survey, course)
    source = source_of(imported)
    action = CompareAnswers(
        taken=taken,
        source=source,
        answers_sha256=keep_answers(SessionFolder(folder), imported.answers),
        people=reading.people,
        non_answers=reading.non_answers,
    )
    return Brought(action, None, source.file, reading.people, imported.warnings)


def _taken_over(
    imported: "ImportedAnswers", purpose: Purpose, survey: Survey, folder: Path, course: Course
) -> Brought:
    from workshop_tui.store.answers import read_answers, write_answers  # noqa: PLC0415 - as above
    from workshop_tui.store.layout import SessionFolder  # noqa: PLC0415 - as above

    kind: type[ImportAnswers | AddAnswers] = ImportAnswers
    rows: Rows = imported.answers
    if purpose == "added":
        kind = AddAnswers
        # Before anything is written.
        refuse_to_count_twice(survey, source_of(imported))
        before = read_answers(SessionFolder(folder), survey.answers_sha256)
        rows = (*zip(before.texts, before.groups, strict=True), *rows)
    reading = _read(rows, survey, course)
    source = source_of(imported)
    action = kind(
        source=source,
        answers_sha256=write_answers(SessionFolder(folder), rows),
        people=reading.people,
        non_answers=reading.non_answers,
    )
    return Brought(action, reading, source.file, reading.people, imported.warnings)


def _read(rows: Rows, survey: Survey, course: Course) -> "Reading":
    """The answers under the marks of the workshop. Raises ImportCancelledError."""
    from workshop_tui.store.importing import ImportCancelledError  # noqa: PLC0415 - as above
    from workshop_tui.text.reading import read_survey  # noqa: PLC0415 - brings numpy

    groups = [group for _, group in rows]
    texts = [answer for answer, _ in rows]
    reading = read_survey(texts, choices_of(survey), groups if any(groups) else None)
    if course.is_stopped:
        raise ImportCancelledError
    return reading


def source_of(imported: "ImportedAnswers") -> Source:
    """Where the answers came from, as the session keeps it."""
    source = imported.source
    return Source(
        file=source.file,
        sha256=source.sha256,
        format=source.format.value,
        encoding=source.encoding,
        column=source.column,
        group_column=source.group,
        header_rows=source.header_rows,
        rows=source.rows,
    )
