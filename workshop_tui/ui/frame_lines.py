"""The lines around the work, as text: title above, facts and keys beneath.

The title line says what is open, where in the workshop we are, the timer, whether it is saved.
Every line gives way whole where it is narrow. Leaves out where they stand (`frame`).
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final

import msgspec
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.language import Language, clock_with_seconds, say
from workshop_tui.room import NotSaved, Saved, SaveState, Saving
from workshop_tui.ui.look import (
    ATTENTION,
    CHOSEN,
    DIM,
    DONE,
    GOOD,
    KEY,
    SELECTED,
    STRONG,
    WARN,
    fitted,
    plain,
)
from workshop_tui.ui.widgets.pane import wrapped

SHORTEST_TITLE: Final = 10
WIDE: Final = 100
"""Columns from which the end of the line stands apart."""

FACTS_MARGIN: Final = 2
"""Cells left free on either side of the facts line."""

NOTICE_LINES: Final = 3
"""What is said on the facts line may take so many lines; the work above gives way until a key."""


class StageMark(msgspec.Struct, frozen=True):
    """A stage on the title line."""

    label: str
    is_done: bool = False
    is_current: bool = False


class TitleLine(msgspec.Struct, frozen=True):
    """The two parts of the line: what seldom changes, and what a clock or a save changes."""

    left: Content
    right: Content

    @property
    def plain(self) -> str:
        return self.left.plain + self.right.plain


def title_line(
    width: int, title: str, marks: Sequence[StageMark], right: Sequence[Content]
) -> TitleLine:
    """The line, exactly `width` cells.

    right: what stands at the end, in its forms from long to short (`Saved 14:02:11`, `✓ 14:02:11`).
    Where it is narrow, the stages furthest from the current one become their numbers.
    """
    middle, end = _that_fit(width, marks, right)
    air = 3 if width >= WIDE else 1
    room = max(1, width - middle.cell_length - end.cell_length - air - 3)
    end = Content(" " * air) + end + Content(" ")
    left = Content("").join(
        [Content(" "), fitted(plain(title, STRONG), room), Content(" "), middle]
    )
    return TitleLine(fitted(left, max(0, width - end.cell_length)), end)


def _that_fit(
    width: int, marks: Sequence[StageMark], right: Sequence[Content]
) -> tuple[Content, Content]:
    for numbers in range(max(1, len(marks))):
        for end in right:
            for gap in (2, 1):
                middle = _stages(marks, numbers, gap)
                if middle.cell_length + end.cell_length + SHORTEST_TITLE + 4 <= width:
                    return middle, end
    return _stages(marks, len(marks), 1), right[-1]


def _stages(marks: Sequence[StageMark], numbers: int, gap: int) -> Content:
    """The stages in a row; the `numbers` of them furthest from the current one as numbers."""
    current = next((place for place, mark in enumerate(marks) if mark.is_current), 0)
    by_distance = sorted(range(len(marks)), key=lambda place: -abs(place - current))
    short = {place for place in by_distance[:numbers] if place != current}
    pieces = [_stage(mark, place, short) for place, mark in enumerate(marks)]
    return Content(" " * gap).join(pieces)


def _stage(mark: StageMark, place: int, short: set[int]) -> Content:
    if mark.is_current:
        return Content.styled(f"{SELECTED} {mark.label}", CHOSEN)
    sign = Content.styled(DONE, GOOD) if mark.is_done else Content(" ")
    label = str(place + 1) if place in short else f" {mark.label}"
    return sign + Content.styled(label, "" if mark.is_done else DIM)


def saved_forms(
    state: SaveState, language: Language, *, read_only: bool
) -> tuple[Content, Content]:
    """What is known of saving, long and short; as wide whatever it is, so that nothing moves."""
    midnight = clock_with_seconds(dt.time(), language)
    long_width = len(say(Message.of("ui.saved", at=midnight), language))
    long, short = _saved(state, language, read_only=read_only)
    return (
        _padded_left(long, long_width),
        _padded_left(short, len(DONE) + 1 + len(midnight)),
    )


def _saved(state: SaveState, language: Language, *, read_only: bool) -> tuple[Content, Content]:
    if read_only:
        reading = Content.styled(say(Message.of("ui.reading_only"), language), DIM)
        return reading, reading
    match state:
        case Saved(at) if at is not None:
            at_clock = clock_with_seconds(at.astimezone(), language)
            return (
                Content.styled(say(Message.of("ui.saved", at=at_clock), language), DIM),
                Content.styled(f"{DONE} ", GOOD) + Content.styled(at_clock, DIM),
            )
        case Saving():
            saving = Content.styled(say(Message.of("ui.saving"), language), DIM)
            return saving, saving
        case NotSaved():
            not_saved = Content.styled(
                f"{ATTENTION} {say(Message.of('ui.not_saved'), language)}", WARN
            )
            return not_saved, not_saved
        case _:
            before = Content.styled(say(Message.of("ui.saved_before"), language), DIM)
            return before, Content.styled(DONE, GOOD)


def _padded_left(content: Content, width: int) -> Content:
    return content.pad_left(max(0, width - content.cell_length))


def notice_lines(text: str, width: int) -> Sequence[Content]:
    """A notice, whole: on as many lines as it needs, up to `NOTICE_LINES`, `width` cells wide."""
    sign = f"{ATTENTION} "
    room = width - 2 * FACTS_MARGIN - len(sign)
    pieces = wrapped([Content(text)], max(1, room))
    indents = [sign, *[" " * len(sign)] * (len(pieces) - 1)]
    lines = [
        Content.styled(" " * FACTS_MARGIN + indent + piece.plain.rstrip(), WARN)
        for indent, piece in zip(indents, pieces, strict=True)
    ]
    shown = lines[:NOTICE_LINES]
    if len(lines) > NOTICE_LINES:
        shown[-1] = shown[-1] + Content.styled(" …", WARN)
    return shown


def facts_lines(facts: Sequence[Content], width: int) -> Sequence[Content]:
    """Facts in a row, `width` cells wide. Half a fact says nothing: the last give way whole.

    A single fact that is too long takes more lines, up to `NOTICE_LINES`.
    """
    shown = [*facts]
    while len(shown) > 1 and sum(fact.cell_length + 2 for fact in shown) > width:
        del shown[-1]
    line = Content(" " * FACTS_MARGIN) + Content("; ").join(shown)
    if line.cell_length <= width:
        return [line]
    return wrapped([line], width - FACTS_MARGIN)[:NOTICE_LINES]


def keys_line(footer: Sequence[tuple[str, str]], width: int) -> Content:
    """Keys and labels in a row. Where it is narrow, those before the last give way: help stays."""
    pieces = [Content.styled(key, KEY) + Content.styled(f" {label}", DIM) for key, label in footer]
    while len(pieces) > 1 and sum(piece.cell_length + 2 for piece in pieces) > width - 2:
        del pieces[-2]
    return Content("  ") + Content("  ").join(pieces)
