"""Whether a zip is a workbook of honest size, found out before anything unpacks it.

The sizes that an archive claims can lie; what then still goes wrong is stopped by the limits of
the process that reads it (`workbook_reader`).
"""

import re
import struct
import zipfile
from dataclasses import dataclass
from io import BytesIO

from workshop_tui.store.importing.limits import (
    MOST_ARCHIVE_ENTRIES,
    MOST_EXPANDED_BYTES,
    MOST_EXPANSION,
)
from workshop_tui.store.importing.source_file import SourceFile
from workshop_tui.store.importing.values import FileFormat, refuse_import

_ENTRY_SIGNATURE = b"PK\x01\x02"
_IS_ENCRYPTED = 0x1
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_CELL_REFERENCE = re.compile(rb'<c [^>]{0,80}?r="([A-Z]{1,3})([0-9]{1,7})"')
_MOST_CELLS_SPANNED = 30_000_000


@dataclass(frozen=True, slots=True)
class Archive:
    """format: XLSX or ODS. expanded_bytes: of all entries together, as the archive claims."""

    format: FileFormat
    expanded_bytes: int


def looked_into(file: SourceFile) -> Archive:
    """What the archive is. Raises ImportRefusedError for other, damaged, locked, swollen ones."""
    # Counted before the directory is parsed: a million entries take zipfile ten seconds.
    if file.data.count(_ENTRY_SIGNATURE) > MOST_ARCHIVE_ENTRIES:
        raise refuse_import("importing.refuse.swollen", file=file.name)
    try:
        with zipfile.ZipFile(BytesIO(file.data)) as archive:
            return _checked(archive, file)
    except (
        zipfile.BadZipFile, NotImplementedError, struct.error, ValueError, OverflowError, EOFError,
        OSError, RuntimeError,
    ):  # fmt: skip
        raise refuse_import("importing.refuse.damaged", file=file.name) from None


def refuse_far_cells(file: SourceFile) -> None:
    """Raise ImportRefusedError where an XLSX spans more cells than memory would hold.

    Two cells in opposite corners make calamine reserve room for all between them. Where the
    system limits a process's memory that fails at once; elsewhere this look comes first.
    """
    with zipfile.ZipFile(BytesIO(file.data)) as archive:
        for entry in archive.infolist():
            if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml"):
                _refuse_wide_span(_CELL_REFERENCE.findall(archive.read(entry)), file)


def _refuse_wide_span(references: list[tuple[bytes, bytes]], file: SourceFile) -> None:
    if not references:
        return
    columns = {_column_number(letters) for letters, _ in references}
    rows = {int(digits) for _, digits in references}
    spanned = (max(columns) - min(columns) + 1) * (max(rows) - min(rows) + 1)
    if spanned > _MOST_CELLS_SPANNED:
        raise refuse_import("importing.refuse.swollen", file=file.name)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _checked(archive: zipfile.ZipFile, file: SourceFile) -> Archive:
    entries = archive.infolist()
    expanded = sum(entry.file_size for entry in entries)
    if expanded > min(MOST_EXPANDED_BYTES, MOST_EXPANSION * len(file.data)):
        raise refuse_import("importing.refuse.swollen", file=file.name)
    if any(entry.flag_bits & _IS_ENCRYPTED for entry in entries):
        raise refuse_import("importing.refuse.password", file=file.name)
    names = {entry.filename for entry in entries}
    if "xl/workbook.xml" in names:
        return Archive(FileFormat.XLSX, expanded)
    if "mimetype" in names and archive.read("mimetype").strip() == _ODS_TYPE:
        return Archive(FileFormat.ODS, expanded)
    raise refuse_import("importing.refuse.archive", file=file.name)
