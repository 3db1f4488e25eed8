"""A survey file read and counted, for the commands that need its words."""

from pathlib import Path
from typing import TypedDict, Unpack

from workshop_tui.cli.text_input import (
    STANDARD_INPUT,
    language_of_texts,
    read_standard_input,
)
from workshop_tui.domain.message import Message
from workshop_tui.store.importing import ImportSource, TypedText, read
from workshop_tui.text.people_names import names_said
from workshop_tui.text.reading import Reading, ReadingChoices, read_survey


class HowToRead(TypedDict, total=False):
    """What may be asked of the reading of a file.

    column, group: of the answers, and of their groups. lang: of the answers; without it, answer by
    answer. unmasked: whether quotes show e-mail addresses and numbers.
    """

    column: str | None
    group: str | None
    lang: str | None
    unmasked: bool


def read_answers_file(
    file: Path, **how: Unpack[HowToRead]
) -> tuple[ImportSource, Reading, tuple[Message, ...]]:
    """Where the answers came from, their reading, and what to look at before trusting it.

    file: `-` is standard input, one answer a line. Raises ImportRefusedError.
    """
    source = TypedText(read_standard_input()) if str(file) == STANDARD_INPUT else file
    group = how.get("group")
    imported = read(source, how.get("column"), group)
    answers = [answer for answer, _ in imported.answers]
    choices = ReadingChoices(
        language=language_of_texts(how.get("lang")),
        personal_details="shown" if how.get("unmasked") else "masked",
        names=names_said(answers, imported.names),
    )
    groups = [label for _, label in imported.answers] if group is not None else None
    reading = read_survey(answers, choices, groups)
    return imported.source, reading, imported.warnings
