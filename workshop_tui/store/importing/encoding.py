"""Which encoding a text file is in: by its byte order mark, else UTF-8, else Windows-1252.

Nothing is guessed from letter frequencies: guessers called Windows-1252 answers Windows-1250. The
last resort is said aloud, with the line and the byte that made it necessary.
"""

import codecs
import re
from dataclasses import dataclass

from workshop_tui.domain.message import Message
from workshop_tui.store.importing.source_file import SourceFile
from workshop_tui.store.importing.values import refuse_import

_STEP = 2**20
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\x0b\x0c\x1a\x1b")
_LINE_END = re.compile(rb"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Encoding:
    """name: as people know it. codec: Python's name, which also takes the mark off."""

    name: str
    codec: str
    warnings: tuple[Message, ...] = ()


# UTF-32's little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, Encoding("utf-8", "utf-8-sig")),
    (codecs.BOM_UTF32_LE, Encoding("utf-32", "utf-32")),
    (codecs.BOM_UTF32_BE, Encoding("utf-32", "utf-32")),
    (codecs.BOM_UTF16_LE, Encoding("utf-16", "utf-16")),
    (codecs.BOM_UTF16_BE, Encoding("utf-16", "utf-16")),
)


def encoding_of(file: SourceFile) -> Encoding:
    """The encoding in which the whole file decodes without an error.

    Raises ImportRefusedError for binary files and for bytes that no supported encoding allows.
    """
    for mark, encoding in _MARKS:
        if file.data.startswith(mark):
            return _proven(encoding, file)
    if b"\0" in file.data:
        return _proven(_unmarked_utf16(file), file)
    undecodable = _first_undecodable_byte(file.data, "utf-8")
    if undecodable is None:
        return Encoding("utf-8", "utf-8")
    if _is_mostly_controls(file.data):
        raise refuse_import("importing.refuse.binary", file=file.name)
    line, byte = _place(file.data, undecodable)
    warning = Message.of("importing.warn.windows_1252", line=line, byte=byte)
    return _proven(Encoding("windows-1252", "cp1252", (warning,)), file)


def _proven(encoding: Encoding, file: SourceFile) -> Encoding:
    # With its mark taken off, positions would be counted from behind it.
    undecodable = _first_undecodable_byte(file.data, encoding.codec.removesuffix("-sig"))
    if undecodable is None:
        return encoding
    line, byte = _place(file.data, undecodable)
    raise refuse_import(
        "importing.refuse.encoding", file=file.name, encoding=encoding.name, line=line, byte=byte
    )


def _first_undecodable_byte(data: bytes, codec: str) -> int | None:
    """Its position, found a mebibyte at a time: the text itself is not kept."""
    decoder = codecs.getincrementaldecoder(codec)()
    for start in range(0, len(data), _STEP):
        piece = data[start : start + _STEP]
        waiting = len(decoder.getstate()[0])
        try:
            decoder.decode(piece, start + _STEP >= len(data))
        except UnicodeDecodeError as error:
            return min(max(0, start - waiting + error.start), len(data) - 1)
    return None


def _place(data: bytes, position: int) -> tuple[int, str]:
    """The line from 1, and the byte as people write it: 0x92."""
    line = len(_LINE_END.findall(data[:position])) + 1
    return line, f"0x{data[position]:02X}"


def _unmarked_utf16(file: SourceFile) -> Encoding:
    """UTF-16 whose mark was lost shows a NUL beside almost every letter; other NULs are binary."""
    start = file.data[:4_096]
    for codec, nul_side in (("utf-16-le", 1), ("utf-16-be", 0)):
        side = start[nul_side::2]
        if start[1 - nul_side :: 2].count(0) == 0 and side.count(0) > len(side) * 0.6:
            return Encoding("utf-16", codec)
    raise refuse_import("importing.refuse.binary", file=file.name)


def _is_mostly_controls(data: bytes) -> bool:
    start = data[:65_536]
    return len(start) - len(start.translate(None, _CONTROLS)) > len(start) / 100
