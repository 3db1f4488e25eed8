"""Numbers as marks: bars, rows of dots. Pure functions; no number above 0 is rounded away."""

from collections.abc import Sequence

from textual.content import Content

GENERIC, SPECIFIC, PARTIAL = "░", "█", "▒"
PERSON = "●"


def bar(
    value: float, longest: float, width: int, *, fill: str = SPECIFIC, style: str = ""
) -> Content:
    """A bar on a scale where `longest` fills `width` cells; any value above 0 shows one cell."""
    return Content.styled(fill * bar_length(value, longest, width), style).pad_right(
        width - bar_length(value, longest, width)
    )


def bar_length(value: float, longest: float, width: int) -> int:
    """Cells of a bar: 0 for nothing, else 1 to `width`."""
    if value <= 0 or longest <= 0 or width <= 0:
        return 0
    return max(1, min(width, round(width * value / longest)))


def dots(people: int, width: int, *, style: str = "") -> Content:
    """One dot per person; more people than cells become `●×12`."""
    if people <= width:
        return Content.styled(PERSON * max(0, people), style)
    return Content.styled(f"{PERSON}×{people}", style)


def distribution(counts: Sequence[int], widths: Sequence[int], *, style: str = "") -> Content:
    """One column of dots per value, of so many cells each: how many people gave it."""
    return Content("").join(
        _padded(dots(count, width - 1, style=style), width)
        for count, width in zip(counts, widths, strict=True)
    )


def distribution_widths(
    rows: Sequence[Sequence[int]], room: int, *, least: int, widest: int
) -> tuple[int, ...]:
    """Cells for the columns of these distributions, which are drawn beneath one another.

    Alike, unless it takes columns of their own widths to give each person a dot in this room.
    """
    values = len(rows[0])
    alike = max(least, min(widest, room // values))
    own = tuple(max(least, max(row[value] for row in rows) + 1) for value in range(values))
    return own if max(own) > alike and sum(own) <= room else (alike,) * values


def _padded(content: Content, width: int) -> Content:
    return content.pad_right(max(0, width - content.cell_length))
