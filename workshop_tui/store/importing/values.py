"""What an import is made of: columns, the preview, the answers, and the two ways it can end early.

Values only. Everything a person reads is a `Message` or cleaned text from the file itself.
"""

from dataclasses import dataclass
from enum import StrEnum

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.survey import Source


class ImportRefusedError(RefusedError):
    """A survey file that cannot be read, with the one line that says what is wrong and where."""


class ImportCancelledError(Exception):
    """The person who started the import stopped it; nothing was kept."""


def refuse_import(key: str, /, count: int | None = None, **values: str | int) -> ImportRefusedError:
    """The refusal with this reason: `raise refuse_import("importing.refuse.empty", file=name)`."""
    return ImportRefusedError(Message.of(key, count, **values))


class FileFormat(StrEnum):
    """How the file holds its rows."""

    CSV = "csv"
    TSV = "tsv"
    TEXT = "text"  # one answer per line
    XLSX = "xlsx"
    ODS = "ods"


class SurveyTool(StrEnum):
    """The survey tool whose export was recognised, by its own name."""

    GOOGLE_FORMS = "Google Forms"
    MICROSOFT_FORMS = "Microsoft Forms"
    SURVEYMONKEY = "SurveyMonkey"
    QUALTRICS = "Qualtrics"
    LIMESURVEY = "LimeSurvey"


class ColumnKind(StrEnum):
    """What a column holds, judged by its heading and its first rows."""

    TEXT = "text"
    CHOICE = "choice"  # few different short values: a site, a unit, a level of agreement
    NUMBER = "number"
    DATE = "date"
    SYSTEM = "system"  # written by the survey tool: ids, status, duration, language
    PERSONAL = "personal"  # tells who answered: name, e-mail, IP address, token, place
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the file.

    index: from 0. title: the heading on one line, "" where there is none.
    code: the survey tool's short name for the question (Qualtrics), "" elsewhere.
    """

    index: int
    title: str
    kind: ColumnKind
    code: str = ""

    @property
    def letter(self) -> str:
        """The column as spreadsheets name it: A, B, … Z, AA."""
        letters, rest = "", self.index + 1
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return letters

    @property
    def label(self) -> str:
        """How the column is named to a person: `D: What was good?`, or `D` without a heading."""
        return f"{self.letter}: {self.title}" if self.title else self.letter


@dataclass(frozen=True, slots=True)
class ImportSource:
    """Where imported answers came from; enough to tell later whether a file is the same one.

    file: the name without its folder; "-" for standard input. sha256: hex, of the file's bytes.
    encoding: "utf-8", "utf-16", "utf-32" or "windows-1252"; "" for workbooks.
    column, group: headings (the column's letter where it has none); "" for no group.
    rows: data rows, those without an answer included.
    """

    file: str
    sha256: str
    format: FileFormat
    encoding: str
    column: str
    group: str
    header_rows: int
    rows: int

    def kept(self) -> Source:
        """As a session keeps it."""
        return Source(
            file=self.file,
            sha256=self.sha256,
            format=self.format.value,
            encoding=self.encoding,
            column=self.column,
            group_column=self.group,
            header_rows=self.header_rows,
            rows=self.rows,
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would bring, for a person to confirm or change before anything is kept.

    tool: None where the layout is nobody's in particular. delimiter: "" for workbooks and lines.
    sheet: the sheet's name, "" elsewhere. header_rows: rows above the data, 0 to 3.
    why: the reason for the answer column. group_column: the one asked for, else None.
    group_candidates: columns that cut the answers into few groups, best first.
    first_answers: up to five, none empty. rows: data rows; without_content: those whose answer
    cell is empty; non_answers: those whose answer says nothing ("none"). left_behind: columns
    that tell who answered. warnings: what a person should look at before confirming. names: as in
    `ImportedAnswers`.
    """

    source: ImportSource
    tool: SurveyTool | None
    delimiter: str
    sheet: str
    columns: tuple[Column, ...]
    answer_column: Column
    why: Message
    group_column: Column | None
    group_candidates: tuple[Column, ...]
    first_answers: tuple[str, ...]
    without_content: int
    non_answers: int
    left_behind: tuple[Column, ...]
    warnings: tuple[Message, ...]
    names: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """Data rows, those without an answer included."""
        return self.source.rows

    @property
    def header_rows(self) -> int:
        """Rows above the data: none, one, two or three."""
        return self.source.header_rows


@dataclass(frozen=True, slots=True)
class ImportedAnswers:
    """The answers of a survey file.

    answers: (answer, group) per data row, in the order of the file, cleaned; "" stays where a
    row has no answer (so that counts stay honest) or no group.
    names: who answered, where a column says it, each once. Only to find names in answers; never
    to be kept.
    """

    source: ImportSource
    answers: tuple[tuple[str, str], ...]
    warnings: tuple[Message, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedText:
    """Text that was typed, pasted or piped in: one answer per line, no heading."""

    text: str
    name: str = "-"
