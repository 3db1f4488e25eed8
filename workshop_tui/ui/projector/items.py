"""Things that are read one after the other, each behind its mark: in small letters or in large.

Drafts behind their numbers, an agenda behind its minutes, steps behind their days. Leaves out which
of them, and in which order.
"""

from collections.abc import Sequence
from typing import Final

import msgspec
from textual.content import Content

from workshop_tui.ui.look import DIM, STRONG, fitted_right, plain
from workshop_tui.ui.projector.large_letters import HEIGHT, Face
from workshop_tui.ui.projector.large_text import large_text
from workshop_tui.ui.widgets.pane import wrapped

GAP: Final = 2
"""Cells between a mark and its text."""


class Item(msgspec.Struct, frozen=True):
    """One of them. mark: what it is called or when it is; "" for none. style: of its text."""

    mark: str
    text: str
    style: str = ""


class Items(msgspec.Struct, frozen=True):
    """A block of a slide."""

    items: tuple[Item, ...]

    def small(self, width: int, between: int, most: int | None) -> list[Content]:
        """A row an item, whose further lines begin beneath its text; see `slide.Block`."""
        marks = [plain(item.mark, DIM) for item in self.items]
        hang = max((mark.cell_length for mark in marks), default=0) + GAP
        parts = [
            _hanging(
                fitted_right(mark, hang - GAP).pad_right(GAP),
                plain(item.text, item.style),
                width,
                most,
            )
            for item, mark in zip(self.items, marks, strict=True)
        ]
        return apart(parts, between)

    def large(self, face: Face, width: int, between: int) -> Sequence[Content]:
        """The same in large letters; see `slide.Block`."""
        marks = [_mark(item.mark, face, width) for item in self.items]
        widest = max((mark[0].cell_length for mark in marks if mark), default=0)
        room = width - widest - 2 * face.space
        texts = [
            large_text(plain(item.text, item.style or STRONG), room, face) for item in self.items
        ]
        if not all(texts) or not all(marks):
            return ()
        parts = []
        for mark, text in zip(marks, texts, strict=True):
            lines = [line for block in text for line in block]
            beside = [*mark, *[Content("")] * (len(lines) - HEIGHT)]
            parts.append(
                [
                    fitted_right(left, widest).pad_right(2 * face.space) + line
                    for left, line in zip(beside, lines, strict=True)
                ]
            )
        # An item of two lines is told from the next by more air than stands inside it.
        has_long = any(len(text) > 1 for text in texts)
        return apart(parts, between + has_long)


def apart(parts: Sequence[list[Content]], air: int) -> list[Content]:
    """All lines, with so many empty ones between two parts."""
    joined: list[Content] = []
    for part in parts:
        joined += [*([Content("")] * air if joined else []), *part]
    return joined


def evenly(content: Content, room: int) -> tuple[Content, ...]:
    """As few lines as the room allows, and these as even as the words allow."""
    count = len(wrapped([content], room))
    narrowest = min(room, max(1, content.cell_length // count))
    return next(
        lines
        for narrower in range(narrowest, room + 1)
        if len(lines := wrapped([content], narrower)) <= count or narrower == room
    )


def _mark(mark: str, face: Face, width: int) -> list[Content]:
    """As HEIGHT lines; [] where it cannot be written so."""
    blocks = large_text(plain(mark, DIM), width, face) if mark else [[Content("")] * HEIGHT]
    return blocks[0] if len(blocks) == 1 else []


def _hanging(mark: Content, text: Content, width: int, most: int | None) -> list[Content]:
    """The text in as many lines as it needs beside its mark, cut off after `most`."""
    hang = mark.cell_length
    first, *others = evenly(text, max(1, width - hang)) or (Content(""),)
    lines = [mark + first, *(line.pad_left(hang) for line in others)]
    if most is None or len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip()
    return [*lines[: most - 1], last[: width - 1].rstrip() + Content("…")]
