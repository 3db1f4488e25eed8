"""What each column holds, which one holds the answers, and which ones cut them into groups.

The answers are where the longest and most different texts are: the median number of words times
the share of rows whose text nobody else wrote. A column that people left mostly empty loses by
the same measure.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from workshop_tui.domain.message import Message
from workshop_tui.store.importing.headings import folded, is_listed
from workshop_tui.store.importing.layouts import Layout, is_date, is_number
from workshop_tui.store.importing.table import Row
from workshop_tui.store.importing.values import Column, ColumnKind, refuse_import

MOST_GROUPS = 50
_LEAST_SHARE = 0.8
"""Of filled cells, for a column to be called numbers, dates or addresses."""
_CELLS_FOR_KIND = 100
_LONGEST_GROUP_WORDS = 6
_MOST_NAMED = 12
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_NETWORK_ADDRESS = re.compile(r"\d{1,3}(\.\d{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){3,7}")
_CODE = re.compile(
    r"(?=.*\d)[A-Z0-9 ._:/#-]+|[0-9a-f]{8,}|[0-9a-f-]{36}|[A-Za-z]+_[A-Za-z0-9]{10,}"
)


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """A column and what its first rows say of it.

    median_words: of the cells that hold text. different: share of all rows whose text differs from
    every other, 0 to 1. values: how many different texts.
    """

    column: Column
    median_words: float
    different: float
    values: int

    @property
    def likelihood(self) -> float:
        """Of holding the answers: without a unit, for comparison within one file."""
        return self.median_words * self.different

    @property
    def may_be_group(self) -> bool:
        """Whether its first rows allow for groups; the whole column decides."""
        return (
            self.column.kind in (ColumnKind.TEXT, ColumnKind.CHOICE, ColumnKind.NUMBER)
            and 1 <= self.values <= MOST_GROUPS
            and self.median_words <= _LONGEST_GROUP_WORDS
        )


def profiles_of(layout: Layout, head: Sequence[Row]) -> tuple[ColumnProfile, ...]:
    """One profile per column. head: rows of the table, its header rows included."""
    rows = head[layout.header_rows :]
    return tuple(
        _profile(index, [row[index].strip() for row in rows], layout)
        for index in range(len(layout.headings))
    )


def likeliest(profiles: Iterable[ColumnProfile]) -> ColumnProfile | None:
    """The column of answers; the first of equal ones. None if no column holds text.

    A column headed as sites or units are is taken only where there is no other.
    """
    texts = [
        profile
        for profile in profiles
        if profile.column.kind in (ColumnKind.TEXT, ColumnKind.CHOICE) and profile.values
    ]
    return max(texts, key=_answer_rank, default=None)


def _answer_rank(profile: ColumnProfile) -> tuple[bool, float]:
    return not is_listed(folded(profile.column.title), "group"), profile.likelihood


def why(profile: ColumnProfile, profiles: Sequence[ColumnProfile]) -> Message:
    """The reason for which the column was taken."""
    if len(profiles) == 1:
        return Message.of("importing.chosen.only_column")
    kinds = [other.column.kind for other in profiles]
    if kinds.count(ColumnKind.TEXT) + kinds.count(ColumnKind.CHOICE) == 1:
        return Message.of("importing.chosen.only_text")
    return Message.of(
        "importing.chosen.longest",
        count=round(profile.median_words),
        percent=round(100 * profile.different),
    )


def named_column(name: str, columns: Sequence[Column], file: str) -> Column:
    """The column called so: by its heading, its code, its number from 1, or its letter.

    Raises ImportRefusedError with the columns there are, where none or more than one is.
    """
    wanted = folded(name)
    by_heading = [column for column in columns if column.title and folded(column.title) == wanted]
    by_code = [column for column in columns if column.code and folded(column.code) == wanted]
    by_place = [
        column for column in columns if wanted in (str(column.index + 1), column.letter.casefold())
    ]
    found = by_heading or by_code or by_place
    if len(found) == 1:
        return found[0]
    if found:
        letters = ", ".join(column.letter for column in found)
        raise refuse_import(
            "importing.refuse.ambiguous_column", file=file, column=found[0].title, letters=letters
        )
    raise refuse_import(
        "importing.refuse.unknown_column", file=file, column=name, columns=names_of(columns)
    )


def names_of(columns: Sequence[Column]) -> str:
    """The columns on one line: `A: Timestamp; B: Unit; …`."""
    labels = [_shortened(column.label) for column in columns[:_MOST_NAMED]]
    return "; ".join([*labels, "…"] if len(columns) > _MOST_NAMED else labels)


def group_columns(profiles: Sequence[ColumnProfile], answer: Column) -> tuple[Column, ...]:
    """Columns that may cut the answers into groups, likeliest first."""
    possible = [
        profile.column
        for profile in profiles
        if profile.may_be_group and profile.column.index != answer.index
    ]
    return tuple(sorted(possible, key=_group_rank))


def makes_groups(values: int, rows: int) -> bool:
    """Whether so many different labels over so many rows are groups, and not one label each."""
    return 2 <= values <= MOST_GROUPS and values * 2 <= rows


def _group_rank(column: Column) -> tuple[bool, bool, int]:
    is_named_group = is_listed(folded(column.title), "group")
    return not is_named_group, column.kind is ColumnKind.NUMBER, column.index


def _profile(index: int, cells: Sequence[str], layout: Layout) -> ColumnProfile:
    heading = layout.headings[index]
    filled = [cell for cell in cells if cell]
    values = {cell.casefold() for cell in filled}
    kind = heading.kind or _kind_of_cells(filled)
    column = Column(index, heading.title, kind, heading.code)
    is_text = kind in (ColumnKind.TEXT, ColumnKind.CHOICE)
    median_words = float(median(map(_words_in, filled))) if filled and is_text else 0.0
    if kind is ColumnKind.TEXT and median_words <= _LONGEST_GROUP_WORDS:
        column = Column(index, heading.title, _text_or_choice(values, filled), heading.code)
    return ColumnProfile(column, median_words, len(values) / max(1, len(cells)), len(values))


def _kind_of_cells(filled: Sequence[str]) -> ColumnKind:
    if not filled:
        return ColumnKind.EMPTY
    filled = filled[:_CELLS_FOR_KIND]
    least = len(filled) * _LEAST_SHARE
    if sum(map(is_number, filled)) >= least:
        return ColumnKind.NUMBER
    if sum(map(is_date, filled)) >= least:
        return ColumnKind.DATE
    if (
        sum(1 for cell in filled if _MAIL.fullmatch(cell) or _NETWORK_ADDRESS.fullmatch(cell))
        >= least
    ):
        return ColumnKind.PERSONAL
    if sum(1 for cell in filled if _CODE.fullmatch(cell)) >= least:
        return ColumnKind.SYSTEM
    return ColumnKind.TEXT


def _text_or_choice(values: set[str], filled: Sequence[str]) -> ColumnKind:
    return ColumnKind.CHOICE if makes_groups(len(values), len(filled)) else ColumnKind.TEXT


def _words_in(cell: str) -> int:
    return len(cell.split())


def _shortened(label: str) -> str:
    return label if len(label) <= 60 else f"{label[:59]}…"
