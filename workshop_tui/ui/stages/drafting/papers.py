"""What is laid over the drafts for a moment: two wordings compared, a draft to be remembered."""

from typing import Final

import msgspec
from textual.content import Content

from workshop_tui.domain.drafting import Draft
from workshop_tui.domain.memory_test import MemoryTest
from workshop_tui.ui.look import ACCENT, DIM, STRONG, plain
from workshop_tui.ui.stages.drafting.rows import Drawing
from workshop_tui.ui.widgets.pane import wrapped
from workshop_tui.ui.widgets.word_changes import SIGNS, changed_words

WIDEST_TO_REMEMBER: Final = 60
"""Cells of a line that is read at one glance."""


class Wording(msgspec.Struct, frozen=True):
    """A draft as it read in one version, counted from 1."""

    draft: Draft
    version: int

    @property
    def text(self) -> str:
        return self.draft.versions[self.version - 1].text

    @property
    def number(self) -> str:
        """`7`, and `7.2` for its second version of three."""
        is_latest = self.version == self.draft.version
        return str(self.draft.number) if is_latest else f"{self.draft.number}.{self.version}"


def comparison(old: Wording, new: Wording, drawing: Drawing) -> list[Content]:
    """Both wordings, and in one line what went, came and moved between them."""
    signs = "   ".join(
        f"{SIGNS[kind][0]} {drawing.said(f'drafting_view.change.{kind}')}"
        for kind in ("removed", "added", "moved_away", "moved_here")
    )
    heading = drawing.said("drafting_view.compared", old=old.number, new=new.number)
    return [
        Content.styled(heading, STRONG),
        Content(""),
        Content.styled(f"{old.number}  ", DIM) + plain(old.text),
        Content.styled(f"{new.number}  ", DIM) + plain(new.text),
        Content(""),
        changed_words(old.text, new.text),
        Content(""),
        Content.styled(signs, DIM),
        Content(""),
        Content.styled(drawing.said("drafting_view.paper_away"), DIM),
    ]


def to_remember(
    test: MemoryTest, seconds: int, room: tuple[int, int], drawing: Drawing
) -> list[Content]:
    """The draft alone, in the middle, and how much longer it is to be seen.

    room: cells and lines that there are.
    """
    width, height = room
    text = wrapped([plain(test.text, STRONG)], max(1, min(WIDEST_TO_REMEMBER, width)))
    left = Content.styled(drawing.said("drafting_view.seconds_left", seconds), ACCENT)
    above = [Content("")] * max(1, (height - len(text)) // 2 - 1)
    return [
        Content.styled(drawing.said("drafting_view.memory_read"), DIM),
        *above,
        *(line.pad_left(max(0, (width - line.cell_length) // 2)) for line in text),
        Content(""),
        left.pad_left(max(0, (width - left.cell_length) // 2)),
    ]


def hidden(test: MemoryTest, number: int, drawing: Drawing) -> list[Content]:
    """What to do now that the draft is gone; not a word of it, nor of what was said so far."""
    so_far = len(test.said)
    lines = [
        Content.styled(drawing.said("drafting_view.memory_hidden", number=number), STRONG),
        Content(""),
        Content(drawing.said("drafting_view.memory_how")),
    ]
    if so_far:
        said = drawing.said("drafting_view.memory_so_far", count=so_far)
        lines += [Content(""), Content.styled(said, DIM)]
    return lines
