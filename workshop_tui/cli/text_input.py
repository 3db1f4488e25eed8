"""Texts from the command line or standard input: one item a line, each cleaned."""

import sys
from typing import Literal, cast

from workshop_tui.domain.message import refuse
from workshop_tui.domain.plain_text import clean

STANDARD_INPUT = "-"


def read_standard_input() -> str:
    """All of standard input, UTF-8. Raises RefusedError with the byte where it is not."""
    content = sys.stdin.buffer.read()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refuse("cli.not_utf8", line=line, byte=error.start + 1) from error


def items_of(given: str | None) -> list[str]:
    """The text that was given, or the lines of standard input for `-` and for nothing at all.

    Raises RefusedError where there is no text in it.
    """
    if given not in (None, STANDARD_INPUT):
        items = [clean(given)]
    else:
        items = [clean(line) for line in read_standard_input().splitlines()]
    items = [item for item in items if item]
    if not items:
        raise refuse("cli.no_text")
    return items


def language_of_texts(option: str | None) -> Literal["auto", "en", "id"]:
    """The `--lang` of a command that reads texts; where it is not given, each text is looked at."""
    return cast('Literal["auto", "en", "id"]', option or "auto")
