"""The headings that survey tools and people use, looked up in headings.toml."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from workshop_tui.domain.plain_text import clean_line

_ESCAPED_LINE_END = re.compile(r"_x000[ad]_", re.IGNORECASE)


def heading_of(cell: str) -> str:
    """A heading on one line. Workbooks write its line breaks as `_x000a_`."""
    return clean_line(_ESCAPED_LINE_END.sub(" ", cell))


def folded(heading: str) -> str:
    """The form in which headings are compared: one line, lower case, no colon at the end."""
    return heading_of(heading).casefold().rstrip(" :*")


def is_listed(heading: str, table: str, entry: str = "headings") -> bool:
    """Whether the folded heading stands in this entry of headings.toml."""
    return heading in _entry(table, entry)


def is_system(heading: str) -> bool:
    """Whether survey tools write such a column by themselves. heading: folded."""
    return is_listed(heading, "system") or bool(_pattern("system").fullmatch(heading))


def is_personal(heading: str) -> bool:
    """Whether such a column tells who answered. heading: folded."""
    return is_listed(heading, "personal") or bool(_pattern("personal").fullmatch(heading))


def is_name(heading: str) -> bool:
    """Whether such a column tells who answered by name. heading: folded."""
    return is_listed(heading, "personal", "names")


def is_known_heading(cell: str) -> bool:
    """Whether a cell is a heading and no answer, going by the lists alone."""
    heading = folded(cell)
    return (
        is_personal(heading)
        or is_system(heading)
        or is_listed(heading, "group")
        or is_listed(heading, "answer")
    )


@cache
def _entry(table: str, entry: str) -> frozenset[str]:
    return frozenset(_lists()[table][entry])


@cache
def _pattern(table: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in _lists()[table]["patterns"]))


@cache
def _lists() -> dict[str, dict[str, Any]]:
    # It takes ten milliseconds to load, which only reading a survey should pay.
    import tomli  # noqa: PLC0415

    text = Path(__file__).with_name("headings.toml").read_text(encoding="utf-8")
    return tomli.loads(text)
