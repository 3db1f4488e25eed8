"""The bytes of a file of ours as a table, or what is wrong with them and where."""

import codecs
import re
from pathlib import Path

import msgspec
import tomli

from workshop_tui.domain.message import Message
from workshop_tui.store.codec import AnyValue, PlainTable, from_plain
from workshop_tui.store.errors import SessionFileError, disk_errors_of, shown
from workshop_tui.store.positions import (
    Place,
    place_at,
    place_of,
    place_of_byte,
    place_of_syntax_error,
)
from workshop_tui.store.problems import Problem, Steps, problem_of

_CONFLICT_MARKER = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)


def read(path: Path) -> bytes:
    """The bytes of a file. Raises DiskError."""
    with disk_errors_of(path):
        return path.read_bytes()


def decoded(content: bytes, path: Path, first_line: int = 1) -> str:
    """The text of a file, or of a part that begins at this line.

    Raises SessionFileError where it is empty or no UTF-8.
    """
    if not content.removeprefix(codecs.BOM_UTF8).strip(b"\x00 \t\r\n"):
        raise SessionFileError(incomplete(path, "store.problem.empty_file"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _moved(place_of_byte(content, error.start), first_line)
        raise SessionFileError(
            damaged(path, Message.of("store.problem.not_utf8"), place)
        ) from error


def parsed(text: str, path: Path, first_line: int = 1) -> PlainTable:
    """The table of a text, which begins at this line of the file. Raises SessionFileError."""
    marker = _CONFLICT_MARKER.search(text)
    if marker:
        place = _moved(place_at(text, marker.start()), first_line)
        raise SessionFileError(damaged(path, Message.of("store.problem.merge_conflict"), place))
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        place = _moved(place_of_syntax_error(error), first_line)
        what = Message.of("store.problem.not_toml", reason=error.msg)
        raise SessionFileError(damaged(path, what, place)) from error
    except (RecursionError, ValueError) as error:  # 500 brackets; a date of 31 February
        what = Message.of("store.problem.unreadable")
        raise SessionFileError(damaged(path, what)) from error


def value_of(
    plain: PlainTable,
    kind: type[AnyValue],
    *,
    path: Path,
    text: str,
    under: Steps = (),
    first_line: int = 1,
) -> AnyValue:
    """The value of a table that lies under these steps in the text.

    Raises SessionFileError with line, column and path.
    """
    try:
        return from_plain(plain, kind)
    except msgspec.ValidationError as error:
        problem = problem_of(error, kind).moved(under)
        raise SessionFileError(damaged_value(path, text, problem, first_line)) from error


def damaged_value(path: Path, text: str, problem: Problem, first_line: int = 1) -> Message:
    """What is wrong with a value in a text that is good TOML, with line, column and path."""
    place = _moved(place_of(text, problem.steps), first_line)
    if not problem.key:
        return damaged(path, problem.what, place)
    return Message.of(
        "store.damaged.value",
        path=shown(path),
        line=place.line,
        column=place.column,
        key=shown(problem.key),
        what=problem.what,
    )


def damaged(path: Path, what: Message, place: Place | None = None) -> Message:
    """What is wrong with a file, and where where that can be said."""
    if place is None:
        return Message.of("store.damaged.whole", path=shown(path), what=what)
    return Message.of(
        "store.damaged.place", path=shown(path), line=place.line, column=place.column, what=what
    )


def incomplete(path: Path, key: str) -> Message:
    """That a file of a session lost all or part of what was in it, and how a backup comes back."""
    session = shown(path.resolve().parent.name)
    return damaged(path, Message.of(key, session=session))


def _moved(place: Place, first_line: int) -> Place:
    return Place(place.line + first_line - 1, place.column)
