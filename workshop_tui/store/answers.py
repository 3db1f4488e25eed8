"""answers.csv: the imported answers, written once for each import, known by their hash.

Customers' answers, those of former imports and of a survey that is compared lie beside it under
their hash.

UTF-8, RFC 4180: id, answer, group. Cells are kept exactly; what a spreadsheet may take for a
formula is a matter for exports.
"""

import csv
import io
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import msgspec

from workshop_tui.domain.message import Message
from workshop_tui.store.atomic import replace_file
from workshop_tui.store.errors import SessionFileError, disk_errors_of, shown
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.system import SYSTEM, System

HEADER = ("id", "answer", "group")


class Answers(msgspec.Struct, frozen=True):
    """texts: one answer per row of the source, "" where none was given. groups: as many."""

    texts: tuple[str, ...]
    groups: tuple[str, ...]


def write_answers(
    folder: SessionFolder, rows: Iterable[tuple[str, str]], system: System = SYSTEM
) -> str:
    """Write (answer, group) rows of cleaned text; the sha256 of the file.

    The answers of a former import are kept beside, named by their hash, so that an import can be
    undone. Raises DiskError.
    """
    content = _encoded(rows)
    digest = sha256(content).hexdigest()
    with disk_errors_of(folder.answers):
        former = folder.answers.read_bytes() if folder.answers.exists() else content
    if former != content:
        kept = _kept(folder, sha256(former).hexdigest())
        if not kept.exists():
            replace_file(kept, former, system=system)
    replace_file(folder.answers, content, system=system)
    return digest


def keep_answers(
    folder: SessionFolder, rows: Iterable[tuple[str, str]], system: System = SYSTEM
) -> str:
    """Write rows beside answers.csv, for customers or a survey that is compared; the file's sha256.

    Raises DiskError.
    """
    content = _encoded(rows)
    digest = sha256(content).hexdigest()
    path = _kept(folder, digest)
    with disk_errors_of(path):
        is_there = path.exists()
    if not is_there:
        replace_file(path, content, system=system)
    return digest


def read_answers(folder: SessionFolder, digest: str) -> Answers:
    """The answers whose file has this sha256: of the last import, a former one, or a compared one.

    Raises SessionFileError where they are missing or were changed, DiskError.
    """
    return _read(folder, digest, folder.answers)


def read_kept_answers(folder: SessionFolder, digest: str) -> Answers:
    """The answers of a compared survey, which `keep_answers` wrote. Raises as `read_answers`."""
    return _read(folder, digest, _kept(folder, digest))


def check_answers(folder: SessionFolder, digest: str) -> None:
    """Find these answers and leave them unread, to know that they can be read. Raises as that."""
    _content(folder, digest, folder.answers)


def check_kept_answers(folder: SessionFolder, digest: str) -> None:
    """As `check_answers`, of what `read_kept_answers` reads."""
    _content(folder, digest, _kept(folder, digest))


def _read(folder: SessionFolder, digest: str, expected: Path) -> Answers:
    content = _content(folder, digest, expected)
    rows = csv.reader(io.TextIOWrapper(io.BytesIO(content), "utf-8", newline=""), strict=True)
    next(rows)
    texts, groups = [], []
    for _, text, group in rows:  # several times faster than zip() over that many rows
        texts.append(text)
        groups.append(group)
    return Answers(texts=tuple(texts), groups=tuple(groups))


def _content(folder: SessionFolder, digest: str, expected: Path) -> bytes:
    """expected: the file that is named where the answers are not found."""
    content = _found(folder, digest)
    if content is None:
        key = "store.answers.changed" if expected.exists() else "store.answers.missing"
        raise SessionFileError(Message.of(key, path=shown(expected)))
    return content


def _found(folder: SessionFolder, digest: str) -> bytes | None:
    for path in (folder.answers, _kept(folder, digest)):
        with disk_errors_of(path):
            content = path.read_bytes() if path.exists() else None
        if content is not None and sha256(content).hexdigest() == digest:
            return content
    return None


def _kept(folder: SessionFolder, digest: str) -> Path:
    return folder.answers.with_name(f"answers-{digest[:12]}.csv")


def _encoded(rows: Iterable[tuple[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows((number, *row) for number, row in enumerate(rows, start=1))
    return text.getvalue().encode()
