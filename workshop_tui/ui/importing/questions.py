"""A file, and a column of it: what an import asks beyond lines and choices."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_tui.domain.message import refuse
from workshop_tui.ui.widgets.question import Answer, Question

if TYPE_CHECKING:
    from workshop_tui.store.importing import Column

COLUMNS_SHOWN = 8


class FileQuestion(Question, frozen=True, kw_only=True):
    """A file that is there; Tab completes its name. The answer is its path, `~` resolved."""

    def cleaned(self, text: str) -> str:
        # A file dropped on the terminal comes in quotes, or with its spaces escaped.
        text = text.strip()
        if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
            return text[1:-1]
        if "\\ " in text and not Path(text).expanduser().exists():
            return text.replace("\\ ", " ")
        return text

    def parsed(self, text: str) -> Answer:
        try:
            path = Path(text).expanduser()
            if path.is_file():
                return str(path)
            key = "survey_view.is_a_folder" if path.is_dir() else "survey_view.no_file"
        except (OSError, RuntimeError, ValueError):  # no such user, or no name for a file
            key = "survey_view.no_file"
        raise refuse(key, path=text)

    def completed(self, text: str) -> str:
        head, slash, start = text.rpartition("/")
        folder = Path(f"{head}{slash}" or ".")
        try:
            with os.scandir(folder.expanduser()) as entries:
                found = sorted(
                    entry.name + ("/" if entry.is_dir() else "")
                    for entry in entries
                    if start and entry.name.startswith(start)
                )
        except (OSError, RuntimeError, ValueError):
            return text
        common = _common_start(found)
        return f"{head}{slash}{common}" if len(common) > len(start) else text


class ColumnQuestion(Question, frozen=True, kw_only=True):
    """A column of the file by its letter or the beginning of its heading; gives the letter."""

    columns: "tuple[Column, ...]"

    def parsed(self, text: str) -> Answer:
        found = self.found(text)
        if len(found) != 1:
            raise refuse("survey_view.no_column", column=text)
        return found[0].letter

    def completed(self, text: str) -> str:
        found = self.found(text)
        return found[0].label if text and len(found) == 1 else text

    def found(self, text: str) -> "list[Column]":
        """The columns that the text may mean."""
        typed = text.strip().casefold()
        exact = [
            column
            for column in self.columns
            if typed in {column.letter.casefold(), column.label.casefold(), column.title.casefold()}
        ]
        return exact or [
            column for column in self.columns if column.title.casefold().startswith(typed)
        ]


def matching_columns(columns: "Sequence[Column]", text: str) -> list[str]:
    """The labels of the columns that a text may mean, for the lines beneath the field."""
    typed = text.strip().casefold()
    labels = [column.label for column in columns if typed in column.label.casefold()]
    return labels[:COLUMNS_SHOWN]


def _common_start(names: Sequence[str]) -> str:
    """The letters with which all names begin."""
    first, last = min(names, default=""), max(names, default="")
    alike = (
        place
        for place, letters in enumerate(zip(first, last, strict=False))
        if len(set(letters)) > 1
    )
    return first[: next(alike, min(len(first), len(last)))]
