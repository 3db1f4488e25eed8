"""The program that reads workbooks answers each order in frames."""

import json
from datetime import date, datetime, time
from io import BytesIO

import pytest

from tests.store.importing.workbooks import xlsx_of, zip_of
from workshop_tui.store.importing.workbook_reader import (
    CELL_CHARACTERS,
    Cell,
    answer_orders,
    text_of,
)

WORKBOOK = xlsx_of(
    [], [["", "Unit", "Answer"], [], ["", "A", "be kind"], ["", "B", ""], ["", "", "be fast"]]
)


def frames_for(workbook: bytes, *orders: str) -> list[bytes]:
    lines = "".join(f"{order}\n" for order in orders).encode()
    answers = BytesIO()
    answer_orders(BytesIO(len(workbook).to_bytes(8, "big") + workbook + lines), answers)
    answers.seek(0)
    frames = []
    while length := answers.read(8):
        frames.append(answers.read(int.from_bytes(length, "big")))
    return frames


def test_it_says_first_what_the_workbook_holds() -> None:
    (said,) = frames_for(WORKBOOK)

    assert json.loads(said) == {
        "sheet": "Sheet2",
        "other_sheets": ["Sheet1"],
        "rows": 5,
        "width": 3,
    }


def test_the_head_leaves_out_empty_rows_and_keeps_empty_columns() -> None:
    _, head = frames_for(WORKBOOK, "head 2")

    assert json.loads(head) == [["", "Unit", "Answer"], ["", "A", "be kind"]]


def test_only_the_wanted_columns_travel() -> None:
    _, frame, end = frames_for(WORKBOOK, "columns 2,0 1")

    assert frame.decode().split("\0") == ["3", "be kind", "", "be fast", "", "", ""]
    assert end == b""


def test_a_long_gap_between_rows_is_passed_over() -> None:
    gap: list[list[str]] = [[] for _ in range(9_000)]
    workbook = xlsx_of([["Unit", "Answer"], ["A", "be kind"], *gap, ["B", "be fast"]])

    _, *frames, end = frames_for(workbook, "columns 1,0 1")

    assert [frame.decode().split("\0") for frame in frames if not frame.startswith(b"0")] == [
        ["1", "be kind", "A"],
        ["1", "be fast", "B"],
    ]
    assert end == b""


def test_cells_that_are_no_text_travel_as_text() -> None:
    workbook = xlsx_of([["Answer"], ["be kind"], [7.0], ["be _x0000_fast"]])

    _, frame, _ = frames_for(workbook, "columns 0 1")

    assert frame.decode().split("\0") == ["3", "be kind", "7", "be fast"]


def test_an_order_that_it_does_not_know_is_passed_over() -> None:
    _, head = frames_for(WORKBOOK, "sing", "head 1")

    assert json.loads(head) == [["", "Unit", "Answer"]]


def test_a_head_of_very_long_cells_is_cut_short() -> None:
    workbook = xlsx_of([["word " * 4_000] * 50 for _ in range(120)])

    _, head = frames_for(workbook, "head 120")

    assert 0 < len(json.loads(head)) < 120


@pytest.mark.parametrize("workbook", [b"", b"PK\x03\x04", zip_of({"xl/workbook.xml": "<a>"})])
def test_what_is_no_workbook_is_refused(workbook: bytes) -> None:
    (said,) = frames_for(workbook)

    assert json.loads(said) == {"refused": "damaged"}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("a\0b", "ab"),
        ("x" * 30_000, "x" * CELL_CHARACTERS),
        (3.0, "3"),
        (2.5, "2.5"),
        (True, "TRUE"),
        (datetime(2026, 11, 2, 9, 0), "2026-11-02 09:00:00"),  # noqa: DTZ001 (sheets have no zone)
        (date(2026, 11, 2), "2026-11-02"),
        (time(9, 0), "09:00:00"),
    ],
)
def test_a_cell_is_written_as_a_csv_export_would(cell: Cell, text: str) -> None:
    assert text_of(cell) == text
