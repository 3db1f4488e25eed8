"""Answers brought into a session's folder: read, written, and the action that speaks of them.

For the command line and the screen alike; takes time with the number of answers. Nothing has
changed for the workshop until the action is done. Leaves out how files are read
(`store.importing`), and who asks for them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeAlias, TypedDict, TypeVar

import msgspec

from workshop_tui.domain.survey import (
    AddAnswers,
    CompareAnswers,
    ImportAnswers,
    Source,
    Survey,
    Taken,
    refuse_to_count_twice,
)
from workshop_tui.domain.sustain import ImportCustomerAnswers
from workshop_tui.store.answers import keep_answers, read_answers, write_answers
from workshop_tui.store.importing import ImportedAnswers
from workshop_tui.store.layout import SessionFolder
from workshop_tui.text.survey.choices import AS_SHIPPED, ReadingChoices

if TYPE_CHECKING:
    from workshop_tui.text.reading import Reading

Rows: TypeAlias = Sequence[tuple[str, str]]
"""(answer, group) per person."""
Reader: TypeAlias = "Callable[[Rows], Reading]"
"""Reads the answers before they are written; what it raises leaves the folder as it was."""
ActionT = TypeVar("ActionT")


@dataclass(frozen=True, slots=True)
class Brought(Generic[ActionT]):
    """action: makes the workshop speak of the answers. reading: of those that it speaks of then."""

    action: ActionT
    reading: "Reading"


def read_rows(
    rows: Rows, choices: ReadingChoices = AS_SHIPPED, names: Iterable[str] = ()
) -> "Reading":
    """The answers under these choices; as they came where nobody marked a word.

    names: of people; those that stand in the answers are masked in what is handed out.
    """
    # This loads numpy, which takes longer than opening a workshop.
    from workshop_tui.text.people_names import names_said  # noqa: PLC0415
    from workshop_tui.text.reading import read_survey  # noqa: PLC0415

    answers = [answer for answer, _ in rows]
    groups = [group for _, group in rows]
    masking = msgspec.structs.replace(choices, names=names_said(answers, names))
    return read_survey(answers, masking, groups if any(groups) else None)


def take_over(
    folder: SessionFolder, imported: ImportedAnswers, read: Reader = read_rows
) -> Brought[ImportAnswers]:
    """Employees' answers, in place of those that are there. Raises DiskError."""
    rows = imported.answers
    reading = read(rows)
    counted = _counted(imported, reading, write_answers(folder, rows))
    return Brought(ImportAnswers(names=reading.choices.names, **counted), reading)


def add_to(
    survey: Survey, folder: SessionFolder, imported: ImportedAnswers, read: Reader
) -> Brought[AddAnswers]:
    """Employees' answers, behind those of this survey.

    Raises RefusedError where they are counted already, SessionFileError where those that are there
    cannot be read, DiskError.
    """
    refuse_to_count_twice(survey, imported.source.kept())
    before = read_answers(folder, survey.answers_sha256)
    rows = (*zip(before.texts, before.groups, strict=True), *imported.answers)
    reading = read(rows)
    counted = _counted(imported, reading, write_answers(folder, rows))
    names = reading.choices.names
    return Brought(AddAnswers(onto=survey.answers_sha256, names=names, **counted), reading)


def lay_beside(
    taken: Taken, folder: SessionFolder, imported: ImportedAnswers, read: Reader
) -> Brought[CompareAnswers]:
    """Another survey, taken before or after the workshop's own. Raises DiskError."""
    reading = read(imported.answers)
    counted = _counted(imported, reading, keep_answers(folder, imported.answers))
    return Brought(CompareAnswers(taken=taken, **counted), reading)


def collect_from_customers(
    day: date, folder: SessionFolder, imported: ImportedAnswers, read: Reader = read_rows
) -> Brought[ImportCustomerAnswers]:
    """Customers' answers, which lie in a file of their own. Raises DiskError.

    day: on which they are imported.
    """
    reading = read(imported.answers)
    counted = _counted(imported, reading, keep_answers(folder, imported.answers))
    return Brought(ImportCustomerAnswers(day=day, **counted), reading)


class _Counted(TypedDict):
    """What every such action says of its answers."""

    source: Source
    answers_sha256: str
    people: int
    non_answers: int


def _counted(imported: ImportedAnswers, reading: "Reading", digest: str) -> _Counted:
    return _Counted(
        source=imported.source.kept(),
        answers_sha256=digest,
        people=reading.people,
        non_answers=reading.non_answers,
    )
