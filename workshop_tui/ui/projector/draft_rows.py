"""Drafts with their numbers, for a room to see: in small letters or in large ones.

Leaves out which drafts, and in which order.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Final

import msgspec
from textual.content import Content

from workshop_tui.ui.look import DIM, STRONG, plain
from workshop_tui.ui.projector.large_letters import HEIGHT, SPACE, large_lines, large_word

NUMBER_WIDTH: Final = 4
"""Cells of a draft's number and the gap behind it."""
BETWEEN_DRAFTS: Final = 2
"""Empty lines between two drafts in large letters, so that each is read as one."""


class NumberedDraft(msgspec.Struct, frozen=True):
    """A draft as a room speaks of it."""

    number: int
    text: str


def draft_rows(drafts: Sequence[NumberedDraft]) -> tuple[Content, ...]:
    """A row a draft, whose further lines begin beneath its text."""
    return tuple(
        Content.styled(f"{draft.number:>2}  ", DIM) + plain(draft.text) for draft in drafts
    )


def large_draft_rows(drafts: Sequence[NumberedDraft], width: int, height: int) -> Sequence[Content]:
    """The same in large letters; () where they do not fit, or a letter is not drawn.

    width, height: cells and lines to fit into.
    """
    numbers = [large_word(str(draft.number)) or () for draft in drafts]
    widest = max((len(number[0]) for number in numbers), default=0)
    room = width - widest - 2 * SPACE
    if room <= 0:
        return ()
    written = [large_lines(plain(draft.text).plain, room) for draft in drafts]
    known = [blocks for blocks in written if blocks is not None]
    lines = HEIGHT * sum(map(len, known)) + BETWEEN_DRAFTS * (len(drafts) - 1)
    if len(known) < len(drafts) or lines > height:
        return ()
    rows: list[Content] = []
    for number, blocks in zip(numbers, known, strict=True):
        rows += [Content("")] * (BETWEEN_DRAFTS if rows else 0)
        beside = chain(number, [""] * HEIGHT * (len(blocks) - 1))
        rows += [
            Content.styled(shown.rjust(widest) + " " * 2 * SPACE, DIM)
            + Content.styled(line, STRONG)
            for shown, line in zip(beside, chain.from_iterable(blocks), strict=True)
        ]
    return rows
