"""A survey file read and counted, for the commands that need its words."""

from pathlib import Path

from workshop_tui.cli.text_input import (
    STANDARD_INPUT,
    language_of_texts,
    read_standard_input,
)
from workshop_tui.domain.message import Message
from workshop_tui.store.importing import ImportSource, TypedText, read
from workshop_tui.text.reading import Reading, ReadingChoices, read_survey


def read_answers_file(
    file: Path, language: str | None, column: str | None = None, group: str | None = None
) -> tuple[ImportSource, Reading, tuple[Message, ...]]:
    """Where the answers came from, their reading, and what to look at before trusting it.

    file: `-` is standard input, one answer a line. language: of the answers; None decides answer
    by answer. Raises ImportRefusedError.
    """
    source = TypedText(read_standard_input()) if str(file) == STANDARD_INPUT else file
    imported = read(source, column, group)
    choices = ReadingChoices(language=language_of_texts(language))
    groups = [label for _, label in imported.answers] if group is not None else None
    reading = read_survey([answer for answer, _ in imported.answers], choices, groups)
    return imported.source, reading, imported.warnings
