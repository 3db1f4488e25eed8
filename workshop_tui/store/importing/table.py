"""A table of cells, whatever holds it: the first rows whole, then only the columns asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from workshop_tui.domain.message import Message
from workshop_tui.store.importing.values import FileFormat

Row = list[str]


class Batch(NamedTuple):
    """Some thousand rows. columns: one list per wanted column, equally long. share: done, 0-1."""

    columns: tuple[list[str], ...]
    share: float


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What is known of a table before its rows are read.

    delimiter: "" for workbooks and lines. sheet: "" but for workbooks.
    """

    file: str
    format: FileFormat
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


class Table(Protocol):
    """Rows without the empty ones. `batches` goes through the table once; `head` may come before.

    All may raise ImportRefusedError, and ImportCancelledError where `cancelled` was handed in.
    """

    @property
    def facts(self) -> TableFacts: ...

    @property
    def warnings(self) -> tuple[Message, ...]:
        """Complete once `batches` has been gone through."""
        ...

    def head(self, rows: int) -> list[Row]:
        """The first rows, all columns, equally wide; fewer where the table is shorter."""
        ...

    def batches(self, wanted: Sequence[int], skip: int) -> Iterator[Batch]:
        """The wanted columns of every row after the first `skip`."""
        ...

    def close(self) -> None: ...


Cancelled = Callable[[], bool]
Progress = Callable[[float], None]
