"""Text files as tables: delimited cells by the csv module in its strict mode, or one answer a line.

Strict, because otherwise one unclosed quote mark silently swallows every later row.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from workshop_tui.domain.message import Message
from workshop_tui.store.importing.delimiter import (
    SAMPLE_CHARACTERS,
    TABLE_SUFFIXES,
    declared_delimiter,
    find_delimiter,
)
from workshop_tui.store.importing.encoding import Encoding, encoding_of
from workshop_tui.store.importing.limits import LONGEST_LINE_BYTES, MOST_COLUMNS, ROWS_AT_A_TIME
from workshop_tui.store.importing.source_file import SourceFile
from workshop_tui.store.importing.table import Batch, Row, Table, TableFacts
from workshop_tui.store.importing.values import FileFormat, ImportRefusedError, refuse_import

_LINE_END = re.compile(r"\r\n?|\n")


def open_text(file: SourceFile) -> Table:
    """The table in a text file. Raises ImportRefusedError for binary and endless-line files."""
    encoding = encoding_of(file)
    _refuse_endless_lines(file)
    if file.suffix is None:
        return LinesTable(file, encoding)
    start = _text_over(io.BytesIO(file.data), encoding).read(SAMPLE_CHARACTERS)
    declared = declared_delimiter(_LINE_END.split(start, maxsplit=1)[0])
    delimiter = declared or find_delimiter(start, file.suffix)
    if not delimiter:
        return LinesTable(file, encoding)
    return DelimitedTable(file, encoding, delimiter, lines_to_skip=1 if declared else 0)


class LinesTable:
    """One answer on each line that is not empty."""

    def __init__(self, file: SourceFile, encoding: Encoding) -> None:
        self._file = file
        self._encoding = encoding
        says_table = file.suffix in TABLE_SUFFIXES
        kind = FileFormat.CSV if says_table else FileFormat.TEXT
        self.facts = TableFacts(file.name, kind, encoding.name)
        self.warnings = encoding.warnings
        if says_table:
            self.warnings += (Message.of("importing.warn.no_delimiter"),)

    def head(self, rows: int) -> list[Row]:
        lines = _text_over(io.BytesIO(self._file.data), self._encoding)
        return [[line] for line in islice(filter(str.strip, lines), rows)]

    def batches(self, wanted: Sequence[int], skip: int) -> Iterator[Batch]:
        raw = io.BytesIO(self._file.data)
        lines = filter(str.strip, _text_over(raw, self._encoding))
        rest = islice(lines, skip, None)
        while batch := list(islice(rest, ROWS_AT_A_TIME)):
            yield Batch(tuple(batch for _ in wanted), raw.tell() / len(self._file.data))

    def close(self) -> None:
        """Nothing is held open."""


class DelimitedTable:
    """Cells apart by a delimiter, quoted where they hold it. Rows with no text at all are none."""

    def __init__(
        self, file: SourceFile, encoding: Encoding, delimiter: str, *, lines_to_skip: int
    ) -> None:
        kind = FileFormat.TSV if delimiter == "\t" else FileFormat.CSV
        self.facts = TableFacts(file.name, kind, encoding.name, delimiter)
        self._file = file
        self._encoding = encoding
        self._lines_to_skip = lines_to_skip
        self._width = 0
        self._least_width = 0
        self._ragged_rows = 0
        self._first_ragged_line = 0

    @property
    def warnings(self) -> tuple[Message, ...]:
        if not self._ragged_rows:
            return self._encoding.warnings
        ragged = Message.of(
            "importing.warn.ragged", count=self._ragged_rows, line=self._first_ragged_line
        )
        return (*self._encoding.warnings, ragged)

    def head(self, rows: int) -> list[Row]:
        pieces = self._pieces(io.BytesIO(self._file.data), min(rows, _rows_at_a_time(self._file)))
        every = map(self._narrow_enough, chain.from_iterable(piece for piece, _ in pieces))
        head = list(islice(filter(any, every), rows))
        if not head:
            return []
        most_frequent, _ = Counter(map(len, head)).most_common(1)[0]
        self._width = max(len(head[0]), most_frequent)
        self._least_width = len(_without_empty_end(head[0]))
        return [_fitted(row, self._width) for row in head]

    def batches(self, wanted: Sequence[int], skip: int) -> Iterator[Batch]:
        raw = io.BytesIO(self._file.data)
        for piece, first_line in self._pieces(raw, _rows_at_a_time(self._file)):
            rows, line = piece, first_line
            while skip and rows:
                skip -= any(rows[0])
                line += _lines_in(rows[:1])
                rows = rows[1:]
            if set(map(len, rows)) != {self._width}:
                self._note_ragged(rows, line)
                rows = [_fitted(row, self._width) for row in rows]
            first_column = [row[wanted[0]] for row in rows]
            if "" in first_column:
                rows = [row for row in rows if any(row)]
                first_column = [row[wanted[0]] for row in rows]
            others = [[row[index] for row in rows] for index in wanted[1:]]
            yield Batch((first_column, *others), raw.tell() / len(self._file.data))

    def close(self) -> None:
        """Nothing is held open."""

    def _pieces(self, raw: io.BytesIO, size: int) -> Iterator[tuple[list[Row], int]]:
        """Up to `size` rows at a time, with the line on which the first of them begins."""
        text = _text_over(raw, self._encoding)
        for _ in range(self._lines_to_skip):
            text.readline()
        reader = csv.reader(text, delimiter=self.facts.delimiter, strict=True)
        while True:
            rows: list[Row] = []
            line = self._lines_to_skip + reader.line_num + 1
            try:
                rows.extend(islice(reader, size))
            except csv.Error as error:
                last_line = self._lines_to_skip + reader.line_num
                raise self._broken(error, line + _lines_in(rows), last_line) from None
            if not rows:
                return
            yield rows, line

    def _broken(self, error: csv.Error, first_line: int, last_line: int) -> ImportRefusedError:
        """The refusal for a record that begins on one line and fails on another."""
        # The csv module tells its errors apart by their English text alone.
        reason = str(error)
        file = self.facts.file
        if reason.startswith("unexpected end of data"):
            return refuse_import("importing.refuse.unclosed_quote", file=file, line=first_line)
        if reason.startswith("field larger than field limit"):
            limit = csv.field_size_limit()
            return refuse_import(
                "importing.refuse.long_cell", file=file, line=first_line, limit=limit
            )
        return refuse_import("importing.refuse.stray_quote", file=file, line=last_line)

    def _narrow_enough(self, row: Row) -> Row:
        if len(row) > MOST_COLUMNS:
            raise refuse_import(
                "importing.refuse.too_many_columns", file=self.facts.file, limit=MOST_COLUMNS
            )
        return row

    def _note_ragged(self, rows: list[Row], line: int) -> None:
        for place, row in enumerate(rows):
            fits = self._least_width <= len(row) and not any(row[self._width :])
            if fits or not any(row):
                continue
            if not self._ragged_rows:
                self._first_ragged_line = line + _lines_in(rows[:place])
            self._ragged_rows += 1


def _fitted(row: Row, width: int) -> Row:
    return row[:width] if len(row) >= width else row + [""] * (width - len(row))


def _without_empty_end(row: Row) -> Row:
    last = max((place for place, cell in enumerate(row) if cell), default=-1)
    return row[: last + 1]


def _lines_in(rows: list[Row]) -> int:
    """How many lines of the file these rows take: a cell may hold line ends of its own."""
    return len(rows) + sum(len(_LINE_END.findall(cell)) for row in rows for cell in row)


def _text_over(raw: io.BytesIO, encoding: Encoding) -> io.TextIOWrapper:
    # Line ends are left to the csv module, which must see those inside of quotes.
    return io.TextIOWrapper(raw, encoding=encoding.codec, newline="")


def _rows_at_a_time(file: SourceFile) -> int:
    """Fewer where lines are long, so that the cells of one batch stay small beside the file."""
    return ROWS_AT_A_TIME if _has_line_end_every(2**16, file.data) else 16


def _refuse_endless_lines(file: SourceFile) -> None:
    if not _has_line_end_every(LONGEST_LINE_BYTES, file.data):
        limit = LONGEST_LINE_BYTES // 2**20
        raise refuse_import("importing.refuse.endless_line", file=file.name, limit=limit)


def _has_line_end_every(size: int, data: bytes) -> bool:
    """Whether each whole stretch of this many bytes holds a line end."""
    return all(
        data.find(b"\n", start, start + size) >= 0 or data.find(b"\r", start, start + size) >= 0
        for start in range(0, len(data) - size, size)
    )
