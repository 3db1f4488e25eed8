"""The same answers read alike from every kind of file that can hold them."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.importing.workbooks import ods_of, xlsx_of
from workshop_tui.store.importing import FileFormat, TypedText, inspect, read

QUESTION = "What do our customers need from us?"
ROWS = [
    ("North", "Someone who picks up the phone; and stays on it"),
    ("South", "Tell them the truth, even when the news is bad"),
    ("North", "A form that fits on one page\nand a person who explains it"),
    ("South", ""),
    ("North", 'They want to hear "we will fix it", today'),
    ("South", "Jangan dioper ke sana-sini – itu capek’"),
]
TABLE = [("Unit", QUESTION), *ROWS]
EXPECTED = tuple((answer, unit) for unit, answer in ROWS)


def delimited(delimiter: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(TABLE)
    return text.getvalue()


CONTAINERS: dict[str, Callable[[], bytes]] = {
    "commas.csv": lambda: delimited(",").encode(),
    "commas_with_mark.csv": lambda: b"\xef\xbb\xbf" + delimited(",").encode(),
    "semicolons.csv": lambda: delimited(";").encode(),
    "pipes.csv": lambda: delimited("|").encode(),
    "tabs.tsv": lambda: delimited("\t").encode(),
    "declared.csv": lambda: b"sep=;\r\n" + delimited(";").encode(),
    "unicode_text.txt": lambda: delimited("\t").encode("utf-16"),
    "big_endian.csv": lambda: b"\xfe\xff" + delimited(",").encode("utf-16-be"),
    "windows.csv": lambda: delimited(";").encode("cp1252"),
    "without_mark.csv": lambda: delimited(";").encode("utf-16-le"),
    "utf_32.csv": lambda: delimited(",").encode("utf-32"),
    "workbook.xlsx": lambda: xlsx_of(TABLE),
    "workbook.ods": lambda: ods_of(TABLE),
    "misnamed.csv": lambda: xlsx_of(TABLE),
}


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_container_changes_nothing_about_the_answers(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(CONTAINERS[name]())

    imported = read(path, group="Unit")

    assert imported.answers == EXPECTED
    assert (imported.source.column, imported.source.group) == (QUESTION, "Unit")
    assert (imported.source.rows, imported.source.header_rows) == (6, 1)


@pytest.mark.parametrize(
    ("name", "format_", "encoding", "delimiter"),
    [
        ("commas.csv", FileFormat.CSV, "utf-8", ","),
        ("declared.csv", FileFormat.CSV, "utf-8", ";"),
        ("tabs.tsv", FileFormat.TSV, "utf-8", "\t"),
        ("unicode_text.txt", FileFormat.TSV, "utf-16", "\t"),
        ("without_mark.csv", FileFormat.CSV, "utf-16", ";"),
        ("windows.csv", FileFormat.CSV, "windows-1252", ";"),
        ("workbook.xlsx", FileFormat.XLSX, "", ""),
        ("workbook.ods", FileFormat.ODS, "", ""),
    ],
)
def test_the_preview_says_how_the_file_was_read(
    name: str, format_: FileFormat, encoding: str, delimiter: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(CONTAINERS[name]())

    preview = inspect(path)

    assert (preview.source.format, preview.source.encoding) == (format_, encoding)
    assert preview.delimiter == delimiter


def test_preview_and_import_agree_on_the_source(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(CONTAINERS["commas.csv"]())

    preview, imported = inspect(path, group="unit"), read(path, group="unit")

    assert preview.source == imported.source
    assert preview.warnings == imported.warnings
    assert preview.without_content == 1
    assert preview.first_answers == tuple(answer for answer, _ in EXPECTED if answer)[:5]


def test_the_source_names_the_file_without_its_folder_and_its_sha256(tmp_path: Path) -> None:
    path = tmp_path / "answers.txt"
    path.write_bytes(b"abc")

    source = read(path).source

    assert source.file == "answers.txt"
    assert source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_windows_1252_is_said_with_the_line_and_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes("id;jawaban\r\n1;kopi enak\r\n2;café yang ramah\r\n".encode("cp1252"))

    (warning,) = inspect(path).warnings

    assert warning.key == "importing.warn.windows_1252"
    assert dict(warning.values) == {"line": 3, "byte": "0xE9"}


def test_a_text_file_holds_one_answer_on_each_line_that_is_not_empty(tmp_path: Path) -> None:
    path = tmp_path / "answers.txt"
    path.write_text("Be honest, always\n\n  Pick up, please \r\nSay when, not if", encoding="utf-8")

    imported = read(path)

    assert [answer for answer, _ in imported.answers] == [
        "Be honest, always",
        "Pick up, please",
        "Say when, not if",
    ]
    assert imported.source.format is FileFormat.TEXT
    assert imported.source.header_rows == 0


def test_typed_text_is_lines_even_where_it_looks_like_a_table() -> None:
    imported = read(TypedText("id,answer\n1,fast\n2,kind\n"))

    assert [answer for answer, _ in imported.answers] == ["id,answer", "1,fast", "2,kind"]
    assert imported.source.file == "-"


def test_a_text_file_whose_heading_is_a_survey_tools_is_a_table(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text("Email,Answer\na@b.org,Be kind to them\nc@d.org,Call back\n", encoding="utf-8")

    imported = read(path)

    assert [answer for answer, _ in imported.answers] == ["Be kind to them", "Call back"]


def test_a_csv_whose_lines_fit_no_delimiter_is_read_by_lines_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(
        "answer\nkind, fast, fair\nquick\nhonest, always\nnever late, never rude, not once, ever\n",
        encoding="utf-8",
    )

    imported = read(path)

    assert len(imported.answers) == 4
    assert imported.answers[0] == ("kind, fast, fair", "")
    assert [warning.key for warning in imported.warnings] == ["importing.warn.no_delimiter"]


def test_a_single_column_may_hold_quoted_commas_and_line_breaks(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text('Comment\n"kind, fast"\n"first\nthen second"\nplain\n', encoding="utf-8")

    answers = [answer for answer, _ in read(path).answers]

    assert answers == ["kind, fast", "first\nthen second", "plain"]


def test_rows_without_any_text_are_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("Unit,Answer\nA,be kind\n,\n\nB,\nC,be fast\n,,\n", encoding="utf-8")

    imported = read(path, group="Unit")

    assert imported.answers == (("be kind", "A"), ("", "B"), ("be fast", "C"))
    assert imported.warnings == ()


def test_rows_that_do_not_fit_the_heading_are_counted_with_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    rows = "".join(f'{number},"line one\nline two"\n' for number in range(1, 9))
    path.write_text(f"Number,Answer\n{rows}9,kind, fast\n10\n", encoding="utf-8")

    imported = read(path)

    (warning,) = imported.warnings
    assert warning.key == "importing.warn.ragged"
    assert dict(warning.values) == {"n": 2, "line": 18}
    assert [answer for answer, _ in imported.answers][-2:] == ["kind", ""]


def test_cells_of_a_workbook_are_written_as_a_csv_export_would(tmp_path: Path) -> None:
    path = tmp_path / "answers.xlsx"
    path.write_bytes(xlsx_of([["Code", "Answer"], [1.0, "one"], [2.5, "two"], ["x", 3]]))

    imported = read(path, column="Answer", group="Code")

    assert imported.answers == (("one", "1"), ("two", "2.5"), ("3", "x"))


def test_columns_keep_their_letters_when_a_sheet_begins_further_right(tmp_path: Path) -> None:
    path = tmp_path / "answers.xlsx"
    path.write_bytes(xlsx_of([[], ["", "", "Unit", "Answer"], ["", "", "A", "be kind to them"]]))

    preview = inspect(path, group="C")

    assert preview.answer_column.letter == "D"
    assert preview.first_answers == ("be kind to them",)


def test_a_long_gap_between_the_rows_of_a_sheet_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "answers.xlsx"
    gap: list[list[str]] = [[] for _ in range(9_000)]
    path.write_bytes(xlsx_of([["Answer"], ["be kind"], *gap, ["be fast"]]))

    imported = read(path)

    assert imported.answers == (("be kind", ""), ("be fast", ""))


def test_the_sheet_of_the_answers_is_read_and_the_others_named(tmp_path: Path) -> None:
    path = tmp_path / "answers.xlsx"
    path.write_bytes(
        xlsx_of([], [["Answer"], ["be kind"]], [["x"]], names=["Cover", "Replies", "Notes"])
    )

    preview = inspect(path)

    assert preview.sheet == "Replies"
    (warning,) = preview.warnings
    assert warning.key == "importing.warn.other_sheets"
    assert dict(warning.values) == {"n": 2, "sheet": "Replies", "others": "Cover, Notes"}


def test_the_longest_sheet_is_read_wherever_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "answers.xlsx"
    answers = [["Answer"], ["be kind"], ["be fast"], ["be clear"]]
    notes = [["How to read this"], ["Filter by unit"]]
    path.write_bytes(xlsx_of(notes, answers, answers, names=["Read me", "Replies", "Copy"]))

    preview = inspect(path)

    assert (preview.sheet, preview.rows) == ("Replies", 3)


def test_answers_are_cleaned_and_the_cleaning_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(
        "Answer\nbe \x1b[31mkind\nbe\u200b fast \n[bold]stays[/]\n" + "x" * 20_001 + "\n",
        encoding="utf-8",
    )

    imported = read(path)

    answers = [answer for answer, _ in imported.answers]
    assert answers == ["be [31mkind", "be fast", "[bold]stays[/]", "x" * 20_000]
    assert [(warning.key, warning.count) for warning in imported.warnings] == [
        ("importing.warn.cut", 1),
        ("importing.warn.hidden_characters", 2),
    ]


def test_many_rows_come_in_order_with_their_groups(tmp_path: Path) -> None:
    rows = [(f"Site {number % 7}", f"answer number {number} of many") for number in range(9_000)]
    table = [("Site", "Answer"), *rows]
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table)
    (tmp_path / "many.csv").write_text(text.getvalue(), encoding="utf-8", newline="")
    (tmp_path / "many.xlsx").write_bytes(xlsx_of(table))

    from_csv = read(tmp_path / "many.csv", group="Site")
    from_workbook = read(tmp_path / "many.xlsx", group="Site")

    assert from_csv.answers == tuple((answer, site) for site, answer in rows)
    assert from_workbook.answers == from_csv.answers
