"""What becomes of a file of employees' answers: it takes the place of those that are there, is
added to them, or is compared with them, as the survey before or after.

Leaves out how they are kept (`answers_on_disk`). This runs in a thread and touches nothing but the
answers' files; the session changes only by the action that comes out of it.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from workshop_tui.domain.message import Message
from workshop_tui.domain.survey import AddAnswers, CompareAnswers, ImportAnswers, Survey, Taken
from workshop_tui.text.survey.choices import choices_of
from workshop_tui.ui.importing.course import Course
from workshop_tui.ui.importing.import_page import Import, Purpose
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.survey.host import SurveyHost
from workshop_tui.ui.widgets.question import Option

if TYPE_CHECKING:
    from workshop_tui.answers_on_disk import Brought, Rows
    from workshop_tui.store.importing import ImportedAnswers
    from workshop_tui.text.reading import Reading

OfTheSurvey: TypeAlias = "Brought[ImportAnswers] | Brought[AddAnswers] | Brought[CompareAnswers]"
COMPARED: Final[dict[str, Taken]] = {"earlier": "earlier", "later": "later"}
SAID: Final[Mapping[type[ImportAnswers | AddAnswers | CompareAnswers], str]] = {
    ImportAnswers: "survey_view.imported",
    AddAnswers: "survey_view.added",
    CompareAnswers: "survey_view.now_compared",
}
"""What is said when it is done."""


def survey_import(host: SurveyHost) -> "Import[OfTheSurvey]":
    """The import of employees' answers for this view."""

    def bring(imported: "ImportedAnswers", purpose: Purpose, course: Course) -> OfTheSurvey:
        return _brought(imported, purpose, host, course)

    def keep(brought: OfTheSurvey) -> None:
        action = brought.action
        if not isinstance(action, CompareAnswers):
            host.readings.offer(action.answers_sha256, brought.reading)
        if host.act(action):
            said = SAID[type(action)]
            host.notice(Message.of(said, count=action.people, file=action.source.file))

    return Import(host, bring, keep, lambda: purpose_options(host.session.survey, host.t))


def _brought(
    imported: "ImportedAnswers", purpose: Purpose, host: SurveyHost, course: Course
) -> OfTheSurvey:
    """Keep the answers of a file in the session's folder.

    Raises ImportCancelledError, RefusedError where the answers are counted already, and StoreError
    where they cannot be kept, or those to which they are added cannot be read.
    """
    from workshop_tui.answers_on_disk import (  # noqa: PLC0415 - not before it is needed
        add_to,
        lay_beside,
        read_rows,
        take_over,
    )
    from workshop_tui.store.layout import SessionFolder  # noqa: PLC0415 - as above

    survey, folder = host.session.survey, SessionFolder(host.readings.folder)
    roster = [person.name for person in host.session.setup.people]

    def read(rows: "Rows") -> "Reading":
        reading = read_rows(rows, choices_of(survey), (*survey.names, *roster, *imported.names))
        course.go_on()
        return reading

    if purpose in COMPARED:
        return lay_beside(COMPARED[purpose], folder, imported, read)
    if purpose == "added":
        return add_to(survey, folder, imported, read)
    return take_over(folder, imported, read)


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
