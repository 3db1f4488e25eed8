"""The bytes of a survey file, read once, and what they say about themselves by their first bytes.

Read once, so that the digest, the preview and the answers can never speak of different contents.
"""

import stat
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from workshop_tui.domain.plain_text import clean_name
from workshop_tui.store.importing.limits import MOST_BYTES, MOST_WORKBOOK_BYTES
from workshop_tui.store.importing.values import TypedText, refuse_import

_ZIP_START = b"PK\x03\x04"
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_BINARY_STARTS = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"\x7fELF",
    b"PK\x05\x06", b"BZh", b"\xfd7zXZ", b"SQLite format 3",
)  # fmt: skip
_MARKUP_STARTS = (b"<!doctype", b"<html", b"<?xml", b"<table")


@dataclass(frozen=True)
class SourceFile:
    """A file's bytes under its name.

    name: without folder, cleaned. suffix: `.csv`, lower case; None for typed text, which is
    always one answer per line, whatever it looks like.
    """

    name: str
    suffix: str | None
    data: bytes

    @property
    def is_archive(self) -> bool:
        """Whether it is a zip, as workbooks are."""
        return self.suffix is not None and self.data.startswith(_ZIP_START)


class Digest:
    """The sha256 of a file's bytes, computed beside the reading: another core has time for it."""

    def __init__(self, file: SourceFile) -> None:
        self._hex = ""
        self._thread = Thread(target=self._compute, args=(file.data,), name="survey-digest")
        self._thread.start()

    def hex(self) -> str:
        """64 digits, waited for if need be."""
        self._thread.join()
        return self._hex

    def _compute(self, data: bytes) -> None:
        # hashlib takes 5 ms to load, which starting the program should not pay.
        from hashlib import sha256  # noqa: PLC0415

        self._hex = sha256(data).hexdigest()


def load(source: Path | str | TypedText) -> SourceFile:
    """The bytes of a file, or of typed text.

    Raises ImportRefusedError where there is no such file, it is no ordinary file, may not be
    read, is empty, too large, or is of a kind that holds no survey.
    """
    if isinstance(source, TypedText):
        loaded = SourceFile(clean_name(source.name), None, source.text.encode("utf-8", "replace"))
    else:
        path = Path(source)
        loaded = SourceFile(_name_of(path), path.suffix.lower(), _bytes_of(path))
    if not loaded.data or loaded.data.isspace():
        raise refuse_import("importing.refuse.empty", file=loaded.name)
    if loaded.suffix is not None:
        _refuse_what_holds_no_survey(loaded)
    return loaded


def _name_of(path: Path) -> str:
    return clean_name(path.name or str(path))


def _bytes_of(path: Path) -> bytes:
    name = _name_of(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refuse_import("importing.refuse.folder", file=name)
        if not stat.S_ISREG(status.st_mode):
            # A pipe or a device may never end.
            raise refuse_import("importing.refuse.not_a_file", file=name)
        with path.open("rb") as file:
            # One byte more than allowed, because the size may have grown since it was asked for.
            data = file.read(min(status.st_size, MOST_BYTES) + 1)
            data += file.read(MOST_BYTES + 1 - len(data))
    except FileNotFoundError:
        raise refuse_import("importing.refuse.missing", file=name) from None
    except PermissionError:
        raise refuse_import("importing.refuse.not_allowed", file=name) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise refuse_import("importing.refuse.unreadable", file=name, reason=reason) from None
    except ValueError:  # a name with a NUL in it
        raise refuse_import("importing.refuse.missing", file=name) from None
    if len(data) > MOST_BYTES:
        limit = MOST_BYTES // 2**20
        raise refuse_import("importing.refuse.too_large", file=name, limit=limit)
    return data


def _refuse_what_holds_no_survey(file: SourceFile) -> None:
    data = file.data
    if data.startswith(_OLE_START):
        if _ENCRYPTED_STREAM in data:
            raise refuse_import("importing.refuse.password", file=file.name)
        raise refuse_import("importing.refuse.old_workbook", file=file.name)
    if file.is_archive and len(data) > MOST_WORKBOOK_BYTES:
        limit = MOST_WORKBOOK_BYTES // 2**20
        raise refuse_import("importing.refuse.too_large", file=file.name, limit=limit)
    if data.startswith(_BINARY_STARTS):
        raise refuse_import("importing.refuse.binary", file=file.name)
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP_STARTS):
        raise refuse_import("importing.refuse.web_page", file=file.name)
