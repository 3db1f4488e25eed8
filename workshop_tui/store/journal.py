"""journal.toml read: every entry, or only the last ones without reading the rest.

An entry is a TOML table that begins with the line `[[entry]]` and is whole only when the comment
`# end <its number>` follows. What lies behind the last of these comments was cut off while it was
being written, was never acknowledged, and is no error: it is the torn tail. Appending is the
business of `journal_writer`.
"""

import os
import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import BinaryIO, get_args

import msgspec
from msgspec.structs import replace

from workshop_tui.domain import history
from workshop_tui.domain.history import Entry, JournalAction, Moment
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.session import Session
from workshop_tui.store import codec, toml_text
from workshop_tui.store.errors import SessionFileError, disk_errors_of
from workshop_tui.store.positions import Place
from workshop_tui.store.problems import Problem

_ENTRY_LINE = re.compile(rb"^\[\[entry\]\]\r?$", re.MULTILINE)
_END_LINE = re.compile(rb"^# end (\d{1,12})\r?\n(?:\r?\n)*", re.MULTILINE)
_HEADER = re.compile(
    rb"\[\[entry\]\]\nseq = (\d{1,12})\n"
    rb"at = (\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d:\d\d)\n"
    rb"by = \"[^\n]*\"\n\n"
    rb"\[entry\.action\]\ntype = \"(\w{1,60})\"\n"
)
"""How `encode` begins an entry, up to what is said in it."""
_BLOCK = 64 * 1024


class Journal(msgspec.Struct, frozen=True):
    """What was read of a journal.

    entries: in their order, numbered without a gap. good_length: bytes of the file up to the end
    of the last whole entry. torn: what lies behind it.
    """

    entries: tuple[Entry, ...]
    last_seq: int
    good_length: int
    torn: bytes = b""


EMPTY = Journal((), 0, 0)


def encode(entry: Entry) -> bytes:
    """The entry as the text that is appended.

    Only its first line is `[[entry]]`: line feeds inside strings are written as escapes.
    """
    table = codec.dumps({"entry": codec.to_plain(entry)})
    return b"[[entry]]\n" + table.removeprefix(b"[entry]\n") + f"# end {entry.seq}\n\n".encode()


def read(path: Path) -> Journal:
    """The whole journal; EMPTY where there is no file.

    Raises DiskError, or SessionFileError with the line where it is damaged before its end.
    """
    with disk_errors_of(path):
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return EMPTY
    return _journal_of(content, path, after=0, offset=0)


def read_after(path: Path, seq: int) -> Journal:
    """The entries after this number, reading only the end of the file where that holds them.

    Raises as `read` does; damage that lies before these entries is not found.
    """
    with disk_errors_of(path):
        try:
            with path.open("rb") as file:
                content, offset = _tail_after(file, seq)
        except FileNotFoundError:
            return EMPTY
    after = seq if offset else 0
    try:
        journal = _journal_of(content, path, after=after, offset=offset)
    except SessionFileError:
        if not offset:
            raise
        journal = read(path)  # says in which line of the whole file the damage is
    return replace(journal, entries=tuple(each for each in journal.entries if each.seq > seq))


def moments(path: Path) -> tuple[Moment, ...]:
    """When every entry was made, and of what kind it is; () where there is no file.

    Many times faster than reading what the entries say. Raises as `read` does.
    """
    with disk_errors_of(path):
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return ()
    found = _headers(content)
    if found is None:
        # Written by somebody else, torn or damaged: the whole reading says in which line.
        entries = _journal_of(content, path, after=0, offset=0).entries
        return tuple(Moment(entry.at, type(entry.action)) for entry in entries)
    return found


def beginning(path: Path) -> bytes:
    """The first entry as it was written; b"" where no whole one stands at the head of the file.

    It tells one session from another wherever the folder goes and whatever it is called: title and
    moment of the start are in it, and it is never written again. Copies of a session share it.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_BLOCK)
    except OSError:
        return b""
    end = _END_LINE.search(head)
    return head[: end.end()] if end and _HEADER.match(head, 0, end.start()) else b""


def session_of(read: Journal, path: Path) -> Session:
    """The session that a whole journal leads to.

    Raises SessionFileError where it holds no entry, or its entries contradict one another.
    """
    if not read.entries:
        raise SessionFileError(toml_text.incomplete(path, "store.problem.empty_file"))
    try:
        return history.replay(read.entries)
    except RefusedError as refusal:
        what = Message.of("store.problem.contradiction", reason=refusal.reason)
        raise SessionFileError(toml_text.damaged(path, what)) from refusal


def _tail_after(file: BinaryIO, seq: int) -> tuple[bytes, int]:
    """What follows the end of this entry, and its offset; else the whole file."""
    size = file.seek(0, os.SEEK_END)
    block = _BLOCK
    while seq:
        offset = max(0, size - block)
        file.seek(offset)
        content = file.read()
        # The first line of a part may be half a line, and no end though it looks like one.
        ends = {int(mark[1]): mark.end() for mark in _END_LINE.finditer(content, bool(offset))}
        if seq in ends:
            return content[ends[seq] :], offset + ends[seq]
        if not offset or (ends and seq > max(ends)):
            break
        block *= 4
    file.seek(0)
    return file.read(), 0


def _journal_of(content: bytes, path: Path, *, after: int, offset: int) -> Journal:
    """The journal in this content, which begins at the offset, behind the entry `after`."""
    entries: list[Entry] = []
    start, line, seq = 0, 1, after
    for mark in _END_LINE.finditer(content):
        chunk = content[start : mark.end()]
        if b"\x00" in chunk:
            break  # a power cut kept the length of a write and not its content
        seq += 1
        entry = _entry_of(chunk, path, line, seq)
        if entry.seq != seq or int(mark[1]) != seq:
            given = int(mark[1]) if entry.seq == seq else entry.seq
            what = Message.of("store.problem.wrong_seq", expected=seq, given=given)
            raise SessionFileError(toml_text.damaged(path, what, Place(line, 1)))
        entries.append(entry)
        line += chunk.count(b"\n")
        start = mark.end()
    torn = content[start:]
    if not torn.strip():
        return Journal(tuple(entries), seq, offset + len(content))
    if b"\x00" not in torn and len(_ENTRY_LINE.findall(torn)) > 1:
        # One write may tear its last entry only: here somebody took the end lines out.
        what = Message.of("store.problem.entry_without_end", seq=seq + 1)
        raise SessionFileError(toml_text.damaged(path, what, Place(line, 1)))
    return Journal(tuple(entries), seq, offset + start, torn)


def _headers(content: bytes) -> tuple[Moment, ...] | None:
    """The moments of a journal that is whole and as the program writes it; None of any other."""
    found: list[Moment] = []
    start = 0
    for seq, mark in enumerate(_END_LINE.finditer(content), 1):
        header = _HEADER.match(content, start, mark.start())
        kind = _kinds().get(header[3].decode()) if header else None
        if header is None or kind is None or not int(header[1]) == int(mark[1]) == seq:
            return None
        try:
            at = datetime.fromisoformat(header[2].decode())
        except ValueError:
            return None  # 31 February
        found.append(Moment(at, kind))
        start = mark.end()
    return tuple(found) if start == len(content) else None


@cache
def _kinds() -> Mapping[str, type[JournalAction]]:
    """The kinds of action by the names that the journal gives them."""
    return {kind.__name__: kind for kind in get_args(JournalAction)}


def _entry_of(chunk: bytes, path: Path, line: int, seq: int) -> Entry:
    text = toml_text.decoded(chunk, path, line)
    plain = toml_text.parsed(text, path, line)
    tables = plain.get("entry")
    if not isinstance(tables, list) or len(tables) != 1 or len(plain) != 1:
        what = Message.of("store.problem.entry_without_end", seq=seq)
        raise SessionFileError(toml_text.damaged(path, what, Place(line, 1)))
    entry = toml_text.value_of(
        tables[0], Entry, path=path, text=text, under=("entry", 0), first_line=line
    )
    if entry.at.tzinfo is None:
        problem = Problem(("entry", 0, "at"), Message.of("store.problem.no_time_zone"))
        raise SessionFileError(toml_text.damaged_value(path, text, problem, line))
    return entry
