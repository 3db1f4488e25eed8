"""Where in a TOML text something stands: line and column, both counted from 1.

There is no TOML parser here. tomli says whether a text is TOML; the first lines that are TOML and
hold a key end with the statement that brought the key.
"""

import re
from typing import Any

import msgspec
import tomli

from workshop_tui.store.problems import Step, Steps

_CLOSERS = ("]", "]]", "}]", "]}]")
"""What may end an array that was cut after one of its lines."""


class Place(msgspec.Struct, frozen=True):
    """Line and column, counted from 1; columns count characters."""

    line: int
    column: int


def place_of_syntax_error(error: tomli.TOMLDecodeError) -> Place:
    """Where the parser stopped."""
    return Place(error.lineno, error.colno)


def place_at(text: str, offset: int) -> Place:
    """The place of the character with this offset."""
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def place_of_byte(content: bytes, offset: int) -> Place:
    """The place of a byte in a text that may be no UTF-8 from there on."""
    before = content[:offset].decode("utf-8", "replace")
    return place_at(before, len(before))


def place_of(text: str, steps: Steps) -> Place:
    """Where the value at the end of these steps stands in a text that is good TOML.

    A step that is not in the text ends the way: the place is then its table's.
    """
    reached = _as_far_as_it_goes(tomli.loads(text), steps)
    if not reached:
        return Place(1, 1)
    lines = text.replace("\r\n", "\n").split("\n")
    before, end = _statement(lines, reached)
    line = _line_in_array(lines, before, end, reached) or before + 1
    return Place(line, _column(lines[line - 1], reached))


def _as_far_as_it_goes(table: dict[str, Any], steps: Steps) -> Steps:
    content: Any = table
    for taken, step in enumerate(steps):
        content = _taken(content, step)
        if content is None:
            return steps[:taken]
    return steps


def _taken(content: Any, step: Step) -> Any:
    """One step into the content; None where there is nothing, for TOML knows no None."""
    if isinstance(content, dict) and isinstance(step, str):
        return content.get(step)
    if isinstance(content, list) and isinstance(step, int) and step < len(content):
        return content[step]
    return None


def _statement(lines: list[str], steps: Steps) -> tuple[int, int]:
    """(lines before it, lines with it): the shortest beginning that holds the value."""
    low, high = 0, len(lines)
    while True:
        middle = (low + high) // 2
        nearest = (*range(middle, low, -1), *range(middle + 1, high))
        for count in nearest:
            table = _table_of("\n".join(lines[:count]))
            if table is not None:
                break
        else:
            return low, high
        if _as_far_as_it_goes(table, steps) == steps:
            high = count
        else:
            low = count


def _line_in_array(lines: list[str], before: int, end: int, steps: Steps) -> int | None:
    """The line inside a statement over several lines, where that is an array."""
    for count in range(before + 1, end):
        beginning = "\n".join(lines[:count])
        for closer in _CLOSERS:
            table = _table_of(beginning + closer)
            if table is not None and _as_far_as_it_goes(table, steps) == steps:
                return count
    return None


def _table_of(text: str) -> dict[str, Any] | None:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError:
        return None


def _column(line: str, steps: Steps) -> int:
    names = [step for step in steps if isinstance(step, str)]
    for name in reversed(names):
        if found := re.search(rf"(?<![\w-])[\"']?{re.escape(name)}[\"']?\s*(?=[=.\]])", line):
            return found.start() + 1
    return len(line) - len(line.lstrip()) + 1
