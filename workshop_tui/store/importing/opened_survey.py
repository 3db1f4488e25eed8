"""A survey file opened: its layout recognised, its columns judged, the one of answers chosen."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workshop_tui.domain.message import Message
from workshop_tui.store.importing.columns import (
    ColumnProfile,
    likeliest,
    named_column,
    names_of,
    profiles_of,
    why,
)
from workshop_tui.store.importing.headings import folded, is_name
from workshop_tui.store.importing.layouts import Layout, recognise, with_header_rows
from workshop_tui.store.importing.limits import HEAD_ROWS, LONG_HEAD_ROWS, MOST_HEAD_CELLS
from workshop_tui.store.importing.source_file import Digest, SourceFile, load
from workshop_tui.store.importing.table import Cancelled, Row, Table
from workshop_tui.store.importing.values import Column, ColumnKind, TypedText, refuse_import


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants of a file; None leaves it to the program, or takes no groups."""

    column: str | None = None
    group: str | None = None
    header_rows: int | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """A file whose layout is known and whose columns are chosen."""

    file: SourceFile
    digest: Digest
    table: Table
    layout: Layout
    profiles: tuple[ColumnProfile, ...]
    answer: Column
    why: Message
    group: Column | None

    @property
    def columns(self) -> tuple[Column, ...]:
        """All of them, in the order of the file."""
        return _columns(self.profiles)

    @property
    def name_columns(self) -> tuple[Column, ...]:
        """Those that tell by name who answered, of what is left behind."""
        return tuple(
            column
            for column in self.columns
            if column.kind is ColumnKind.PERSONAL
            and column not in (self.answer, self.group)
            and (is_name(folded(column.title)) or is_name(folded(column.code)))
        )


@contextmanager
def opened(source: Path | str | TypedText, asked: Asked, cancelled: Cancelled) -> Iterator[Survey]:
    file = load(source)
    table = _table_of(file, cancelled)
    try:
        yield _understood(file, table, asked)
    finally:
        table.close()


def _table_of(file: SourceFile, cancelled: Cancelled) -> Table:
    # Each brings modules that take several milliseconds to load, and starting the program loads
    # this one.
    if file.is_archive:
        from workshop_tui.store.importing.workbook import open_workbook  # noqa: PLC0415

        return open_workbook(file, cancelled)
    from workshop_tui.store.importing.delimited import open_text  # noqa: PLC0415

    return open_text(file)


def _understood(file: SourceFile, table: Table, asked: Asked) -> Survey:
    column, group = asked.column, asked.group
    head = _head_of(table, HEAD_ROWS)
    if not head:
        raise refuse_import("importing.refuse.empty", file=file.name)
    layout = recognise(head, table.facts.format)
    if asked.header_rows is not None:
        layout = with_header_rows(layout, head, asked.header_rows)
    if len(head) <= layout.header_rows:
        raise refuse_import("importing.refuse.only_headings", file=file.name)
    profiles = profiles_of(layout, head)
    group_column = None if group is None else named_column(group, _columns(profiles), file.name)
    possible = _all_but(group_column, profiles)
    if column is None and likeliest(possible) is None:
        profiles = profiles_of(layout, _head_of(table, LONG_HEAD_ROWS))
        possible = _all_but(group_column, profiles)
    if column is None:
        answer, reason = _chosen(possible, profiles, file)
    else:
        answer = named_column(column, _columns(profiles), file.name)
        reason = Message.of("importing.chosen.asked")
    if group_column is not None and group_column.index == answer.index:
        raise refuse_import("importing.refuse.same_column", file=file.name, column=answer.label)
    if group_column is not None:
        group_column = profiles[group_column.index].column
    return Survey(file, Digest(file), table, layout, profiles, answer, reason, group_column)


def _head_of(table: Table, rows: int) -> list[Row]:
    head = table.head(rows)
    return head[: max(50, MOST_HEAD_CELLS // max(1, len(head[0])))] if head else []


def _chosen(
    possible: Sequence[ColumnProfile], profiles: Sequence[ColumnProfile], file: SourceFile
) -> tuple[Column, Message]:
    best = likeliest(possible)
    if best is None:
        columns = names_of(_columns(profiles))
        raise refuse_import("importing.refuse.no_usable_column", file=file.name, columns=columns)
    return best.column, why(best, profiles)


def _columns(profiles: Sequence[ColumnProfile]) -> tuple[Column, ...]:
    return tuple(profile.column for profile in profiles)


def _all_but(column: Column | None, profiles: Sequence[ColumnProfile]) -> list[ColumnProfile]:
    index = None if column is None else column.index
    return [profile for profile in profiles if profile.column.index != index]
