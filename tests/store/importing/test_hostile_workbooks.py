"""Workbooks made to exhaust the machine are refused like any other file that cannot be read."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.importing.workbooks import ods_with, sheet_xml, xlsx_of, xlsx_with, zip_of
from workshop_tui.store.importing import ImportRefusedError, inspect, read
from workshop_tui.store.importing.source_file import load
from workshop_tui.store.importing.workbook_archive import refuse_far_cells

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
GOOD = xlsx_of([["Answer"], *([f"answer number {number}"] for number in range(50))])


def two_cells(first: str, last: str) -> str:
    rows = "".join(
        f'<row r="{cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}">'
        f'<c r="{cell}" t="inlineStr"><is><t>text</t></is></c></row>'
        for cell in (first, last)
    )
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def entity_bomb() -> bytes:
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    xml = sheet_xml([["Answer"], ["&j;"]]).replace("&amp;", "&")
    return xlsx_with([f"<!DOCTYPE lolz [{entities}]>{xml}"])


def outside_file() -> bytes:
    xml = sheet_xml([["Answer"], ["&x;"]]).replace("&amp;", "&")
    return xlsx_with([f'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>{xml}'])


def lying_about_sizes() -> bytes:
    archive = bytearray(xlsx_of([["Answer"], ["be kind " * 4_000_000]]))
    at = archive.find(b"PK\x01\x02")
    while at >= 0:
        if struct.unpack_from("<I", archive, at + 24)[0] > 1_000_000:
            struct.pack_into("<I", archive, at + 24, 1_000)
        at = archive.find(b"PK\x01\x02", at + 4)
    return bytes(archive)


def encrypted() -> bytes:
    archive = bytearray(GOOD)
    at = archive.find(b"PK\x01\x02")
    archive[at + 8] |= 1
    return bytes(archive)


def one_long_text_often() -> bytes:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument'
            f'/2006/relationships/{kind}" Target="{target}"/>'
            for number, kind, target in (
                (1, "worksheet", "worksheets/sheet1.xml"),
                (2, "sharedStrings", "sharedStrings.xml"),
            )
        )
        + "</Relationships>"
    )
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 100_000)
    )
    return xlsx_with(
        [f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'],
        extra={
            "xl/_rels/workbook.xml.rels": relations,
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>{"word " * 6_000}</t></si></sst>',
        },
    )


def repeated_rows(rows: int, columns: int) -> bytes:
    return ods_with(
        f'<table:table-row table:number-rows-repeated="{rows}">'
        f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "opposite corners": (lambda: xlsx_with([two_cells("A1", "XFD1048576")]), "unsafe_workbook"),
    "far corner": (lambda: xlsx_with([two_cells("A1", "ALL30000")]), "unsafe_workbook"),
    "last row": (lambda: xlsx_with([two_cells("A1", "A1048576")]), "scattered"),
    "last column": (lambda: xlsx_with([two_cells("A1", "XFD1")]), "too_many_columns"),
    "a cell of 200 MB": (lambda: xlsx_of([["x" * 200_000_000]]), "swollen"),
    "false sizes": (lying_about_sizes, "damaged"),
    "3,000 entries": (lambda: zip_of({f"{n}": "" for n in range(3_000)}), "swollen"),
    "entity bomb": (entity_bomb, "damaged"),
    "a file from outside": (outside_file, "damaged"),
    "one long text often": (one_long_text_often, "unsafe_workbook"),
    "repeated cells": (lambda: repeated_rows(1_048_576, 10), "unsafe_workbook"),
    "repeated beyond a sheet": (lambda: repeated_rows(1_048_576, 16_384), "damaged"),
    "locked entries": (encrypted, "password"),
    "cut in half": (lambda: GOOD[: len(GOOD) // 2], "damaged"),
    "cut at the end": (lambda: GOOD[:-10], "damaged"),
    "a damaged entry": (lambda: GOOD.replace(b"xl/worksheets", b"xl/worxsheets"), "damaged"),
    "a name that is no text": (lambda: GOOD.replace(b"_rels", b"\xff\xfe\xfd\xfc\xfb"), "damaged"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_workbook_is_refused(case: str, tmp_path: Path) -> None:
    content, key = HOSTILE[case]
    path = tmp_path / "answers.xlsx"
    path.write_bytes(content())

    with pytest.raises(ImportRefusedError) as refused:
        inspect(path)

    assert refused.value.reason.key == f"importing.refuse.{key}"


def test_escape_codes_that_a_workbook_encodes_are_cleaned(tmp_path: Path) -> None:
    path = tmp_path / "answers.xlsx"
    path.write_bytes(xlsx_of([["Answer"], ["be _x001B_[31mkind_x0000_"], ["be fast"]]))

    imported = read(path)

    assert imported.answers[0] == ("be [31mkind", "")


def test_cells_that_lie_far_apart_are_found_without_a_limit_on_memory(tmp_path: Path) -> None:
    path = tmp_path / "answers.xlsx"
    path.write_bytes(xlsx_with([two_cells("A1", "XFD1048576")]))

    with pytest.raises(ImportRefusedError) as refused:
        refuse_far_cells(load(path))

    assert refused.value.reason.key == "importing.refuse.swollen"


def test_an_ordinary_workbook_has_no_far_cells(tmp_path: Path) -> None:
    path = tmp_path / "answers.xlsx"
    path.write_bytes(GOOD)

    refuse_far_cells(load(path))

    assert read(path).source.rows == 50
