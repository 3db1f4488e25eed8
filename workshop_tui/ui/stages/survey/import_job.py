"""What becomes of a file of employees' answers: it takes the place of those that are there, is
added to them, or is compared with them, as the survey before or after.

This runs in a thread and touches nothing but the answers' files; the session changes only by the
action that comes out of it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from workshop_tui.domain.message import Message
from workshop_tui.domain.survey import (
    AddAnswers,
    CompareAnswers,
    ImportAnswers,
    Survey,
    Taken,
    refuse_to_count_twice,
)
from workshop_tui.text.survey.choices import choices_of
from workshop_tui.ui.importing.course import Course
from workshop_tui.ui.importing.import_page import Import, Purpose
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.survey.host import SurveyHost
from workshop_tui.ui.widgets.question import Option

if TYPE_CHECKING:
    from workshop_tui.store.importing import ImportedAnswers
    from workshop_tui.text.reading import Reading

COMPARED: Final[dict[str, Taken]] = {"earlier": "earlier", "later": "later"}
SAID: Final[Mapping[type[ImportAnswers | AddAnswers | CompareAnswers], str]] = {
    ImportAnswers: "survey_view.imported",
    AddAnswers: "survey_view.added",
    CompareAnswers: "survey_view.now_compared",
}
"""What is said when it is done."""
Rows: TypeAlias = Sequence[tuple[str, str]]
"""(answer, group) per person."""


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


def survey_import(host: SurveyHost) -> "Import[Brought]":
    """The import of employees' answers for this view."""

    def bring(imported: "ImportedAnswers", purpose: Purpose, course: Course) -> Brought:
        return brought_in(imported, purpose, host.session.survey, host.readings.folder, course)

    def keep(brought: Brought) -> None:
        action = brought.action
        if brought.reading is not None:
            host.readings.offer(action.answers_sha256, brought.reading)
        if host.act(action):
            said = SAID[type(action)]
            host.notice(Message.of(said, count=brought.people, file=brought.file))

    return Import(host, bring, keep, lambda: purpose_options(host.session.survey, host.t))


def brought_in(
    imported: "ImportedAnswers", purpose: Purpose, survey: Survey, folder: Path, course: Course
) -> Brought:
    """Keep the answers of a file in the session's folder.

    survey: of the session before. Raises ImportCancelledError, RefusedError where the answers are
    counted already, and StoreError where they cannot be kept, or those to which they are added
    cannot be read.
    """
    if purpose in COMPARED:
        return _compared(imported, COMPARED[purpose], survey, folder, course)
    return _taken_over(imported, purpose, survey, folder, course)


def purpose_options(survey: Survey, t: Say) -> tuple[Option, ...]:
    """What a file is for, where there are answers already; the first one needs no question."""
    if survey.source is None:
        return ()
    return (
        Option("instead", t("survey_view.purpose.instead")),
        Option("added", t("survey_view.purpose.added")),
        Option("earlier", t("survey_view.purpose.earlier")),
        Option("later", t("survey_view.purpose.later")),
    )


def _compared(
    imported: "ImportedAnswers", taken: Taken, survey: Survey, folder: Path, course: Course
) -> Brought:
    from workshop_tui.store.answers import keep_answers  # noqa: PLC0415 - not before it is needed
    from workshop_tui.store.layout import SessionFolder  # noqa: PLC0415 - as above

    reading = _read(imported.answers, survey, course)
    source = imported.source.kept()
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

    kind: Callable[..., ImportAnswers | AddAnswers] = ImportAnswers
    rows: Rows = imported.answers
    if purpose == "added":
        kind = partial(AddAnswers, onto=survey.answers_sha256)
        # Before anything is written.
        refuse_to_count_twice(survey, imported.source.kept())
        before = read_answers(SessionFolder(folder), survey.answers_sha256)
        rows = (*zip(before.texts, before.groups, strict=True), *rows)
    reading = _read(rows, survey, course)
    source = imported.source.kept()
    action = kind(
        source=source,
        answers_sha256=write_answers(SessionFolder(folder), rows),
        people=reading.people,
        non_answers=reading.non_answers,
    )
    return Brought(action, reading, source.file, reading.people, imported.warnings)


def _read(rows: Rows, survey: Survey, course: Course) -> "Reading":
    """The answers under the marks of the workshop. Raises ImportCancelledError."""
    from workshop_tui.text.reading import read_survey  # noqa: PLC0415 - brings numpy

    groups = [group for _, group in rows]
    texts = [answer for answer, _ in rows]
    reading = read_survey(texts, choices_of(survey), groups if any(groups) else None)
    course.go_on()
    return reading
