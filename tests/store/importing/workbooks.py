"""Workbooks for tests, written by hand as the zip archives of XML that they are."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

Cell = str | int | float

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def xlsx_of(*sheets: Sequence[Sequence[Cell]], names: Sequence[str] = ()) -> bytes:
    """An XLSX file with these sheets of rows; an empty string leaves a cell out."""
    return xlsx_with([sheet_xml(rows) for rows in sheets], names)


def xlsx_with(
    sheets: Sequence[str], names: Sequence[str] = (), extra: Mapping[str, str | bytes] | None = None
) -> bytes:
    """An XLSX file with the XML of its sheets, and further entries."""
    titles = [*names, *(f"Sheet{number}" for number in range(len(names) + 1, len(sheets) + 1))]
    listed = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{number}" r:id="rId{number}"/>'
        for number, title in enumerate(titles, start=1)
    )
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/worksheet" '
        f'Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{related}</Relationships>",
    }
    for number, xml in enumerate(sheets, start=1):
        entries[f"xl/worksheets/sheet{number}.xml"] = xml
    return zip_of({**entries, **(extra or {})})


def sheet_xml(rows: Sequence[Sequence[Cell]]) -> str:
    """The XML of one sheet, with its texts inline."""
    lines = "".join(
        f'<row r="{number}">'
        + "".join(_xlsx_cell(cell, number, place) for place, cell in enumerate(row) if cell != "")
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData></worksheet>'


def ods_of(rows: Sequence[Sequence[Cell]]) -> bytes:
    """An ODS file with one sheet of these rows."""
    lines = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
    )
    return ods_with(lines)


def ods_with(lines: str) -> bytes:
    """An ODS file with one sheet that holds this XML."""
    content = (
        f'<office:document-content xmlns:office="{_OFFICE}:office:1.0" '
        f'xmlns:table="{_OFFICE}:table:1.0" xmlns:text="{_OFFICE}:text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="Answers">{lines}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_OFFICE}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/>'
        "</manifest:manifest>"
    )
    return zip_of({"mimetype": ODS_TYPE, "content.xml": content, "META-INF/manifest.xml": manifest})


def zip_of(entries: Mapping[str, str | bytes]) -> bytes:
    """A compressed archive of these entries."""
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return archive.getvalue()


def _xlsx_cell(cell: Cell, row: int, place: int) -> str:
    reference = f"{_letters(place)}{row}"
    if isinstance(cell, str):
        text = f'<t xml:space="preserve">{escape(cell)}</t>'
        return f'<c r="{reference}" t="inlineStr"><is>{text}</is></c>'
    return f'<c r="{reference}"><v>{cell}</v></c>'


def _ods_cell(cell: Cell) -> str:
    if cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, str):
        paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
        return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'
    return (
        f'<table:table-cell office:value-type="float" office:value="{cell}">'
        f"<text:p>{cell}</text:p></table:table-cell>"
    )


def _letters(place: int) -> str:
    return chr(ord("A") + place) if place < 26 else _letters(place // 26 - 1) + _letters(place % 26)
