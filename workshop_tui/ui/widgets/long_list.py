"""A list over very many items: rows are made for those that it shows, and `/` searches them all.

Leaves out how a list looks and moves, which is the `RowList`'s.
"""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from workshop_tui.ui.widgets.rows import Row, RowList

Item = TypeVar("Item")
MOST_ROWS: Final = 1000
"""Rows that are made at once; more than anybody goes through with a key."""


class LongList(RowList):
    """A RowList that is given items instead of rows."""

    _find: Callable[[Sequence[str]], tuple[list[Row], int]] = staticmethod(lambda _: ([], 0))
    _found = 0

    @property
    def found(self) -> int:
        """How many items the filter lets through, whether a row shows them or not."""
        return self._found

    @property
    def is_cut(self) -> bool:
        """Whether there are more items than rows."""
        return self._found > MOST_ROWS

    def set_items(
        self,
        items: Sequence[Item],
        text_of: Callable[[Item], str],
        row_of: Callable[[Item, str], Row],
    ) -> None:
        """Show these items in this order.

        text_of: what `/` searches in an item; row_of: its row, from the item and that text.
        """

        def find(words: Sequence[str]) -> tuple[list[Row], int]:
            rows: list[Row] = []
            found = 0
            for item in items:
                if not words and found >= MOST_ROWS:
                    return rows, len(items)
                text = text_of(item)
                folded = text.casefold()
                if all(word in folded for word in words):
                    found += 1
                    if found <= MOST_ROWS:
                        rows.append(row_of(item, text))
            return rows, found

        self._find = find
        self._refill(self.filter)

    def set_filter(self, needle: str) -> None:
        """Show only items that hold every word of the needle; "" shows all."""
        super().set_filter(needle)
        self._refill(needle.casefold())

    def _refill(self, needle: str) -> None:
        rows, self._found = self._find(needle.split())
        self.set_rows(rows)
