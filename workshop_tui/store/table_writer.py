"""A table of a TOML file written again and again: what is the same value as before keeps its text.

Making TOML is nearly all that a save costs, and an action changes little of a workshop: one draft
of sixty. The text is the very one that `codec.dumps` makes of the whole table; only it is put
together of pieces, one for each field and for each value of a list.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

import msgspec

from workshop_tui.domain.values import Value, changed
from workshop_tui.store.codec import PlainTable, dumps, to_plain

_LONG: Final = {"long": "x" * 200}
"""A value that has no room on one line: beside it, any other gets a table of its own too."""


class WrittenTable(msgspec.Struct, frozen=True):
    """A value as a plain table and as TOML; both empty where it is all defaults."""

    plain: PlainTable
    text: bytes


class TableWriter:
    """Writes the table of this name, whose value is another each time.

    Values are frozen, so one that is the same object as the time before says the same.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._header = f"[{name}]\n".encode()
        self._last: tuple[Value, WrittenTable] | None = None
        self._listed: dict[tuple[str, int], _Listed] = {}
        """The values in lists, by field and identity: they are kept, so no other takes theirs."""

    def write(self, value: Value) -> WrittenTable:
        """The table of this value."""
        if self._last is None or self._last[0] is not value:
            self._last = value, self._written(value)
        return self._last[1]

    def _written(self, value: Value) -> WrittenTable:
        lists = _lists_in(value)
        self._listed = {
            (field, id(each)): self._kept_or_new(field, each)
            for field, values in lists.items()
            for each in values
        }
        alone = to_plain(changed(value, **dict.fromkeys(lists, ())))
        plain: PlainTable = {}
        pieces: list[bytes] = []
        for field in value.__struct_fields__:
            if field in lists:
                listed = [self._listed[field, id(each)] for each in lists[field]]
                plain[field] = tuple(each.plain for each in listed)
                pieces.append(_text_of(listed))
            elif field in alone:
                plain[field] = alone[field]
                pieces.append(dumps({self._name: {field: alone[field]}}))
        return WrittenTable(plain, self._joined(pieces))

    def _kept_or_new(self, field: str, value: Value) -> "_Listed":
        return self._listed.get((field, id(value))) or _Listed(self._name, field, value)

    def _joined(self, pieces: Sequence[bytes]) -> bytes:
        """The fields that are lines under the table's header, then those that are tables."""
        lines = [piece for piece in pieces if piece.startswith(self._header)]
        tables = [piece for piece in pieces if not piece.startswith(self._header)]
        if lines:
            under_it = b"".join(piece.removeprefix(self._header) for piece in lines)
            tables.insert(0, self._header + under_it)
        return b"\n".join(tables)


class _Listed:
    """A value in a list: on a line of its own, or, where one of the list is too long, a table."""

    def __init__(self, name: str, field: str, value: Value) -> None:
        self.value = value
        self.plain = to_plain(value)
        self._name = name
        self._field = field
        self._alone = self._dumped([self.plain])

    @property
    def begins(self) -> bytes:
        """What a list of lines begins with; every value of the list says the same."""
        return f"[{self._name}]\n{self._field} = [\n".encode()

    @property
    def has_room(self) -> bool:
        """Whether it has room on one line."""
        return self._alone.startswith(self.begins)

    @cached_property
    def line(self) -> bytes:
        return self._alone.removeprefix(self.begins).removesuffix(b"]\n")

    @cached_property
    def table(self) -> bytes:
        if not self.has_room:
            return self._alone
        return self._dumped([self.plain, _LONG]).removesuffix(b"\n" + self._dumped([_LONG]))

    def _dumped(self, values: Sequence[PlainTable]) -> bytes:
        return dumps({self._name: {self._field: values}})


def _lists_in(value: Value) -> dict[str, tuple[Value, ...]]:
    """The fields that list values."""
    fields = {field: getattr(value, field) for field in value.__struct_fields__}
    return {
        field: content
        for field, content in fields.items()
        if isinstance(content, tuple) and content and isinstance(content[0], Value)
    }


def _text_of(listed: Sequence[_Listed]) -> bytes:
    """The list as TOML: a line each where all have room, else a table each."""
    if all(each.has_room for each in listed):
        return listed[0].begins + b"".join(each.line for each in listed) + b"]\n"
    return b"\n".join(each.table for each in listed)
