"""What commands print: aligned columns, wrapped paragraphs, JSON. Nothing of it has a colour."""

import json
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import click

WIDEST: Final = 100
"""Columns of a paragraph; longer lines are hard to read."""
SPECIFIC_BAR, GENERIC_BAR = "█", "░"
LONGEST_BAR: Final = 20


@dataclass(frozen=True, slots=True)
class Column:
    """heading: with the unit of its numbers; those stand at the right."""

    heading: str = ""
    align: Literal["left", "right"] = "left"


def print_json(value: Any) -> None:
    """One JSON value in UTF-8, whatever the encoding of the terminal, and nothing else."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    write_bytes(f"{text}\n".encode())


def write_bytes(content: bytes) -> None:
    """Write to standard output as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def print_table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    """Rows under headings, each column as wide as its widest cell, two blanks apart."""
    lines = [[column.heading for column in columns], *rows]
    widths = [max(map(width_of, cells)) for cells in zip(*lines, strict=True)]
    for line in lines if any(lines[0]) else rows:
        cells = [
            _padded(cell, width, column.align)
            for cell, width, column in zip(line, widths, columns, strict=True)
        ]
        click.echo("  " + "  ".join(cells).rstrip())


def print_paragraph(text: str, indent: int = 0, first: str = "") -> None:
    """A paragraph as wide as the terminal; first: a sign before its first line."""
    width = min(WIDEST, shutil.get_terminal_size().columns)
    begin = " " * indent
    lines = textwrap.wrap(
        text,
        max(20, width),
        initial_indent=begin + first,
        subsequent_indent=begin + " " * width_of(first),
        break_on_hyphens=False,
    )
    click.echo("\n".join(lines))


def bar(value: int, largest: int, *, is_generic: bool) -> str:
    """A bar on the scale of the largest; never empty for somebody."""
    length = max(1, round(LONGEST_BAR * value / largest)) if value and largest else 0
    return (GENERIC_BAR if is_generic else SPECIFIC_BAR) * length


def width_of(text: str) -> int:
    """The cells that a text takes on the screen."""
    return sum(map(_width_of_character, text))


def _width_of_character(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _padded(cell: str, width: int, align: Literal["left", "right"]) -> str:
    air = " " * (width - width_of(cell))
    return air + cell if align == "right" else cell + air
