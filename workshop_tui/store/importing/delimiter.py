"""Which character stands between the cells, or whether each line is one answer.

Judged by equal numbers of cells in the first rows. Not by `csv.Sniffer`, which fails on a single
column and on prose, and takes a second over 12 kB of quote marks.
"""

import csv
import io
import re
from collections import Counter
from itertools import islice

from workshop_tui.store.importing.headings import is_known_heading

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_CHARACTERS = 2**16
_SAMPLE_ROWS = 20
_LEAST_SHARE = 0.7
"""Of rows as wide as most; the rest may be ragged."""
TABLE_SUFFIXES = (".csv", ".tsv", ".tab")
_SEP_LINE = re.compile(r'"?sep=([,;|:\t])"?', re.IGNORECASE)


def declared_delimiter(first_line: str) -> str:
    """The `;` of a first line `sep=;`, as Excel writes and reads it; "" for any other line."""
    declared = _SEP_LINE.fullmatch(first_line)
    return declared[1] if declared else ""


def find_delimiter(text: str, suffix: str) -> str:
    """The delimiter of a table that begins with this text; "" if each line is one answer.

    suffix: of the file, as `.csv`. Prose in a `.txt` holds commas too, so there only a tab, a
    heading that survey tools write, or quoted cells make a table.
    """
    says_table = suffix in TABLE_SUFFIXES
    scored: list[tuple[float, int, int, str]] = []
    for place, delimiter in enumerate(DELIMITERS):
        rows = _without_last_delimiter(_first_rows(text, delimiter))
        if not rows:
            continue
        width, count = _most_frequent_width(rows)
        if width < 2 or count / len(rows) < _LEAST_SHARE or len(rows[0]) < width:
            continue
        if says_table or delimiter == "\t" or _looks_like_table(text, rows):
            scored.append((count / len(rows), width, -place, delimiter))
    if scored:
        return max(scored)[3]
    return "," if says_table and _is_one_column(text) else ""


def _first_rows(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = [row for row in islice(reader, _SAMPLE_ROWS + 1) if row]
    except csv.Error:
        return []
    # The last one may be cut where the sample ends.
    if len(rows) > 1 and (len(text) >= SAMPLE_CHARACTERS or len(rows) > _SAMPLE_ROWS):
        rows.pop()
    return rows


def _most_frequent_width(rows: list[list[str]]) -> tuple[int, int]:
    """The width, and how many rows have it; the wider of two equally frequent ones."""
    widths = Counter(map(len, rows))
    return max(widths.items(), key=lambda item: (item[1], item[0]))


def _without_last_delimiter(rows: list[list[str]]) -> list[list[str]]:
    """The rows without the empty cell at their end where data has one and headings have not.

    Old Qualtrics exports end their data rows in a delimiter.
    """
    widest = max(map(len, rows), default=0)
    ends = [row[-1] for row in rows if len(row) == widest]
    if any(ends) or not any(len(row) == widest - 1 for row in rows):
        return rows
    return [row[: widest - 1] for row in rows]


def _looks_like_table(text: str, rows: list[list[str]]) -> bool:
    return text.startswith('"') or any(map(is_known_heading, rows[0]))


def _is_one_column(text: str) -> bool:
    """Whether it reads as proper CSV of one column: commas only inside of quotes."""
    rows = _first_rows(text, ",")
    return bool(rows) and all(len(row) == 1 for row in rows)
