"""What becomes of employees' answers that are imported: a file, a reading and an action."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session, WorkshopAction
from workshop_tui.domain.survey import ImportAnswers
from workshop_tui.text.survey.choices import choices_of
from workshop_tui.ui.importing import GoOn, Import, ImportHost
from workshop_tui.ui.readings import Readings

if TYPE_CHECKING:
    from workshop_tui.store.importing import ImportedAnswers
    from workshop_tui.text.reading import Reading


class SurveyHost(ImportHost, Protocol):
    """The survey view, as far as an import knows it."""

    readings: Readings

    @property
    def session(self) -> Session: ...

    def act(self, action: WorkshopAction, by: str = "") -> bool: ...


@dataclass(frozen=True, slots=True)
class _Kept:
    """What an import brought: the reading, and the answers on the disk."""

    action: ImportAnswers
    reading: "Reading"


def survey_import(host: SurveyHost) -> Import[_Kept]:
    """An import of the survey's answers."""

    def take(imported: "ImportedAnswers", go_on: GoOn) -> _Kept:
        from workshop_tui.store.layout import SessionFolder  # noqa: PLC0415 - keeps the start fast
        from workshop_tui.text.reading import read_survey  # noqa: PLC0415 - brings numpy
        from workshop_tui.workshops import write_import  # noqa: PLC0415 - as the first

        texts = [answer for answer, _ in imported.answers]
        groups = [group for _, group in imported.answers]
        choices = choices_of(host.session.survey)
        reading = read_survey(texts, choices, groups if any(groups) else None)
        go_on()
        return _Kept(write_import(SessionFolder(host.readings.folder), imported, reading), reading)

    def keep(kept: _Kept) -> None:
        host.readings.offer(kept.action.answers_sha256, kept.reading)
        if host.act(kept.action):
            people, file = kept.action.people, kept.action.source.file
            host.notice(Message.of("survey_view.imported", count=people, file=file))

    return Import(host, take, keep)
