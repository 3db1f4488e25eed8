"""Words that stand where they were put, with a cursor that goes from word to word in any direction.

Knows values, never the session: where a word stands and how it looks is handed in. A change draws
the words again that look different, and no others.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.content import Content
from textual.geometry import Region

from workshop_tui.ui.look import DIM, plain
from workshop_tui.ui.widgets.lines import LineWidget, Motion

LINE: Final = 2
"""A cell is about twice as high as wide."""
ASIDE: Final = 2
"""How much farther a word seems that does not stand straight in the direction of the arrow."""
NUDGE: Final = 0.1
"""Between two words that are as near, the one whose middle is nearer counts a little less."""
PAGE: Final = 10
"""Words that a page key goes on in the order."""
INDENT: Final = 2


@dataclass(frozen=True, slots=True)
class CloudSpot:
    """A word in its place.

    key: what it stands for; unique in the cloud. column, line: of its upper left cell.
    lines: as drawn, all equally wide. words: what `/` searches; said: what copying gives.
    """

    key: str
    column: int
    line: int
    lines: tuple[Content, ...]
    words: str
    said: str

    @property
    def region(self) -> Region:
        return Region(self.column, self.line, self.lines[0].cell_length, len(self.lines))

    def matches(self, needle: str) -> bool:
        """Whether it holds every word of the (case-folded) needle."""
        text = self.words.casefold()
        return all(word in text for word in needle.split())


OnSelect = Callable[[str | None], None]


class WordCloud(LineWidget):
    """Spots with one cursor, which may also be on none of them."""

    DEFAULT_CSS = "WordCloud { height: 1fr; }"

    def __init__(self, *, on_select: OnSelect | None = None) -> None:
        """on_select: told the key under the cursor whenever that changes, or None."""
        super().__init__()
        self._on_select = on_select
        self._spots: tuple[CloudSpot, ...] = ()
        self._shown: tuple[CloudSpot, ...] = ()
        self._on_line: dict[int, list[CloudSpot]] = {}
        self._empty: tuple[Content, ...] = ()
        self._selected: str | None = None
        self._needle = ""

    def set_spots(self, spots: Sequence[CloudSpot]) -> None:
        """Show these, in the order in which the cursor goes through them.

        A cursor whose spot is gone goes to the one that took its place in the order; where the
        filter hides them all, it waits.
        """
        before = self._shown
        order = [spot.key for spot in before]
        self._spots = tuple(spots)
        self._shown = tuple(spot for spot in self._spots if spot.matches(self._needle))
        self._on_line = spots_by_line(self._shown)
        self._redraw_changed(before)
        if not self._spots:
            self.select(None)
        elif self._selected is not None and self._shown and self._selected_spot is None:
            place = order.index(self._selected) if self._selected in order else 0
            self.select(self._shown[min(place, len(self._shown) - 1)].key)

    def set_empty(self, lines: Sequence[Content]) -> None:
        """What it says when there is no word."""
        if list(lines) != list(self._empty):
            self._empty = tuple(lines)
            self.refresh()

    def set_filter(self, needle: str) -> None:
        """Show only words that hold every word of the needle, each in its place; "" shows all."""
        self._needle = needle.casefold()
        self.set_spots(self._spots)

    @property
    def filter(self) -> str:
        return self._needle

    @property
    def shown(self) -> tuple[CloudSpot, ...]:
        """The spots that the filter lets through."""
        return self._shown

    @property
    def selected(self) -> str | None:
        """The key under the cursor."""
        return self._selected

    def select(self, key: str | None) -> bool:
        """Put the cursor on this word, or on none; False where the word does not stand here."""
        if key is not None and all(spot.key != key for spot in self._shown):
            return False
        if key != self._selected:
            self._selected = key
            if self._on_select:
                self._on_select(key)
        return True

    def move(self, motion: Motion) -> bool:
        """To the nearest word in that direction; `next` and `previous` go by the order."""
        if self._shown:
            self.select(self._after(motion).key)
        return True

    def set_active(self, active: bool) -> None:  # noqa: FBT001 - the value is the state itself
        """It is alone on its page, and looks the same."""

    def copy_text(self) -> str:
        """What the selected word says of itself."""
        spot = self._selected_spot
        return spot.said if spot else ""

    def line(self, y: int) -> Content:
        if not self._spots:
            return self._empty[y - 1] if 1 <= y <= len(self._empty) else Content("")
        if not self._shown:
            said = Content(" " * INDENT) + plain(f"/ {self._needle}", DIM)
            return said if y == 1 else Content("")
        return drawn_line(self._on_line.get(y, ()), y)

    def on_click(self, event: events.Click) -> None:
        for spot in self._shown:
            if spot.region.contains(event.x, event.y):
                self.select(spot.key)

    @property
    def _selected_spot(self) -> CloudSpot | None:
        return next((spot for spot in self._shown if spot.key == self._selected), None)

    def _after(self, motion: Motion) -> CloudSpot:
        here, shown = self._selected_spot, self._shown
        if here is None:
            return shown[0]
        place = shown.index(here)
        steps = {"next": 1, "previous": -1, "page_down": PAGE, "page_up": -PAGE}
        if motion in steps:
            return shown[max(0, min(place + steps[motion], len(shown) - 1))]
        if motion in {"first", "last"}:
            return shown[0 if motion == "first" else -1]
        ahead = [(far, spot) for spot in shown if (far := distance(here, spot, motion)) is not None]
        return min(ahead, key=lambda found: found[0], default=(0, here))[1]

    def _redraw_changed(self, before: Sequence[CloudSpot]) -> None:
        """Draw again what stood there and does not, or does now; all of it on an empty page."""
        if not self.size or not before or not self._shown:
            self.refresh()
            return
        changed = {spot.region for spot in set_apart(before, self._shown)}
        if changed:
            self.refresh(*changed)


def distance(here: CloudSpot, there: CloudSpot, motion: Motion) -> float | None:
    """How far a word is in the direction of an arrow; None where it is not in that direction."""
    one, other = here.region, there.region
    beside = {"right": other.x - one.right, "left": one.x - other.right}
    above = {"down": other.y - one.bottom, "up": one.y - other.bottom}
    across = abs(2 * other.x + other.width - 2 * one.x - one.width) / 2
    if motion in beside:
        along, aside = beside[motion], LINE * max(0, *above.values())
    else:
        along, aside = LINE * above[motion], max(0, *beside.values())
    return None if along < 0 else along + ASIDE * aside + NUDGE * across


def spots_by_line(spots: Sequence[CloudSpot]) -> dict[int, list[CloudSpot]]:
    """The spots that each line crosses, from left to right."""
    found: dict[int, list[CloudSpot]] = {}
    for spot in sorted(spots, key=lambda spot: spot.column):
        for line in range(spot.line, spot.line + len(spot.lines)):
            found.setdefault(line, []).append(spot)
    return found


def drawn_line(spots: Sequence[CloudSpot], y: int) -> Content:
    """Line `y` with the spots that cross it, from left to right."""
    drawn, column = Content(""), 0
    for spot in spots:
        piece = spot.lines[y - spot.line]
        drawn += Content(" " * (spot.column - column)) + piece
        column = spot.region.right
    return drawn


def set_apart(before: Sequence[CloudSpot], after: Sequence[CloudSpot]) -> list[CloudSpot]:
    """The spots that only one of the two holds."""
    old, new = {spot.key: spot for spot in before}, {spot.key: spot for spot in after}
    changed = []
    for key in old.keys() | new.keys():
        one, other = old.get(key), new.get(key)
        if one is None or other is None or not _looks_same(one, other):
            changed += [spot for spot in (one, other) if spot is not None]
    return changed


def _looks_same(one: CloudSpot, other: CloudSpot) -> bool:
    return one.region == other.region and all(
        mine.is_same(theirs) for mine, theirs in zip(one.lines, other.lines, strict=True)
    )
