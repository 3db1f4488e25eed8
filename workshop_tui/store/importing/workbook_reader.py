"""The program that reads one workbook, in a process of its own and under limits.

Run by its path, with the bytes of memory that it may take, and never imported by the program:
calamine ends the whole process on some damaged workbooks. It needs nothing but calamine and the
standard library. It answers on standard output in frames, each led by its length in 8 bytes.

in:  the workbook (8 bytes of length, then the bytes), then orders, one a line
out: one JSON object: {"sheet", "other_sheets", "rows", "width"} or {"refused": "password" | …}
order `head N`:          one frame, JSON: the first N rows that hold text
order `columns 3,0 SKIP`: frames of some thousand rows: how many, then the cells of the first
                          column, then those of the second, joined by NUL; an empty frame ends them
"""

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

CELL_CHARACTERS = 20_001
"""One more than is kept, so that cut cells can be told from whole ones."""
HEAD_CELL_CHARACTERS = 4_000
HEAD_CHARACTERS = 16 * 2**20
FRAME_ROWS = 4_096
CPU_SECONDS = 10
MOST_SHEETS = 8
"""Each is read to know its length; nobody's survey has its answers behind more."""

Cell = int | float | str | bool | time | date | datetime | timedelta


def main(memory_bytes: int, orders: BinaryIO, answers: BinaryIO) -> None:
    """Answer all orders within the limits."""
    limit_resources(memory_bytes)
    answer_orders(orders, answers)


def answer_orders(orders: BinaryIO, answers: BinaryIO) -> None:
    """Open the workbook that comes first, then carry out orders until there are no more."""
    data = orders.read(int.from_bytes(orders.read(8), "big"))
    # After the limits, so that they hold for everything that calamine does.
    import python_calamine as calamine  # noqa: PLC0415

    try:
        with calamine.load_workbook(BytesIO(data)) as workbook:
            serve(workbook, orders, answers)
    except calamine.PasswordError:
        send(answers, json.dumps({"refused": "password"}).encode())
    except (calamine.CalamineError, OSError, ValueError):
        send(answers, json.dumps({"refused": "damaged"}).encode())


def limit_resources(memory_bytes: int) -> None:
    """Less memory and time than would disturb the workshop, and no core dump full of answers."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (there is none on Windows)

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


class Sheet:
    """The rows of the longest visible sheet, the first of two alike, without the empty rows.

    Answers are longer than the notes and summaries that stand before or behind them.
    """

    def __init__(self, workbook: "CalamineWorkbook") -> None:
        visible = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if str(sheet.visible).endswith(".Visible") and str(sheet.typ).endswith(".WorkSheet")
        ]
        self.name = ""
        self._sheet: CalamineSheet | None = None
        for name in visible[:MOST_SHEETS]:
            sheet = workbook.get_sheet_by_name(name)
            if sheet.end is not None and sheet.end[0] + 1 > self.rows:
                self.name, self._sheet = name, sheet
        self.other_names = [name for name in visible if name != self.name]

    @property
    def rows(self) -> int:
        """How many there are, the empty ones above and between included."""
        return self._sheet.end[0] + 1 if self._sheet and self._sheet.end else 0

    @property
    def width(self) -> int:
        """Columns, counted from A."""
        return self._sheet.end[1] + 1 if self._sheet and self._sheet.end else 0

    @property
    def left(self) -> int:
        """Empty columns before the first that holds something; `filled_rows` leaves them out."""
        return self._sheet.start[1] if self._sheet and self._sheet.start else 0

    def all_rows(self) -> Iterator[list[Cell]]:
        """Every row, from the left-most column that holds something."""
        return self._sheet.iter_rows() if self._sheet else iter(())

    def filled_rows(self) -> Iterator[list[Cell]]:
        """The rows that hold text or a number."""
        return filter(is_filled, self.all_rows())


def serve(workbook: "CalamineWorkbook", orders: BinaryIO, answers: BinaryIO) -> None:
    """Say what there is, then carry out each order."""
    sheet = Sheet(workbook)
    facts = {
        "sheet": sheet.name,
        "other_sheets": sheet.other_names,
        "rows": sheet.rows,
        "width": sheet.width,
    }
    send(answers, json.dumps(facts).encode())
    for order in orders:
        match order.decode().split():
            case ["head", rows]:
                send(answers, json.dumps(head(sheet, int(rows))).encode("utf-8", "replace"))
            case ["columns", indexes, skip]:
                wanted = [int(index) - sheet.left for index in indexes.split(",")]
                for frame in column_frames(sheet, wanted, int(skip)):
                    send(answers, frame)
                send(answers, b"")


def head(sheet: Sheet, most: int) -> list[list[str]]:
    """The first rows as text, all columns; fewer where their cells are very long."""
    rows: list[list[str]] = []
    characters = 0
    for cells in islice(sheet.filled_rows(), most):
        row = [""] * sheet.left + [text_of(cell)[:HEAD_CELL_CHARACTERS] for cell in cells]
        characters += sum(map(len, row))
        if rows and characters > HEAD_CHARACTERS:
            break
        rows.append(row)
    return rows


def column_frames(sheet: Sheet, wanted: list[int], skip: int) -> Iterator[bytes]:
    """The wanted columns after the first `skip` rows, some thousand rows at a time.

    wanted: counted from the first column that holds something; a negative one is empty.
    """
    rows = sheet.all_rows()
    for _ in islice(filter(is_filled, rows), skip):
        pass
    while batch := list(islice(rows, FRAME_ROWS)):
        # Most rows have a first cell, and looking no further is a tenth of the whole time.
        if wanted[0] < 0 or any(row[wanted[0]] == "" for row in batch):
            batch = list(filter(is_filled, batch))
        columns: list[list[Cell]] = [
            [row[index] for row in batch] if index >= 0 else [""] * len(batch) for index in wanted
        ]
        yield "\0".join([str(len(batch)), *map(joined, columns)]).encode("utf-8", "replace")


def is_filled(row: list[Cell]) -> bool:
    """Whether a row holds text or a number, be it a zero."""
    return any(row) or any(cell != "" for cell in row)


def joined(cells: list[Cell]) -> str:
    """The cells of a column as text, apart by NUL."""
    texts = [cell for cell in cells if type(cell) is str]
    if len(texts) == len(cells) and max(map(len, texts), default=0) < CELL_CHARACTERS:
        text = "\0".join(texts)
        if text.count("\0") == len(texts) - 1:
            return text
    return "\0".join(map(text_of, cells))


def text_of(cell: Cell) -> str:
    """A cell as a CSV export would write it, without NUL, cut where it is longer than is kept."""
    if isinstance(cell, str):
        cell = cell[:CELL_CHARACTERS]
        return cell.replace("\0", "") if "\0" in cell else cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return str(cell)


def send(answers: BinaryIO, frame: bytes) -> None:
    """One frame, led by its length."""
    answers.write(len(frame).to_bytes(8, "big"))
    answers.write(frame)
    answers.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.stdin.buffer, sys.stdout.buffer)
