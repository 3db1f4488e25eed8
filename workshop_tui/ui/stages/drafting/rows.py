"""Drafting as rows: each draft with its number, what became of it, its voices and its dots.

Also what every drawing of this stage is drawn from. Leaves out one draft in full (`details`) and
the insight board (`board`).
"""

from collections.abc import Callable
from typing import Final

import msgspec
from textual.content import Content

from workshop_tui.domain.dots import dots_on
from workshop_tui.domain.drafting import Draft, DraftStatus, children_of
from workshop_tui.domain.message import Message, Value
from workshop_tui.domain.session import Session
from workshop_tui.language import Language, say
from workshop_tui.ui.look import DIM, DONE, GOOD, STRONG, plain
from workshop_tui.ui.stages.drafting.check import Checks
from workshop_tui.ui.widgets.rows import Column, Row

SIGNS: Final[dict[DraftStatus, Content]] = {
    "open": Content(""),
    "shortlisted": Content.styled(DONE, GOOD),
    "merged": Content.styled("→", DIM),
    "rejected": Content.styled("~", DIM),
    "split": Content.styled("÷", DIM),
}
AWAY: Final = frozenset({"merged", "rejected", "split"})
"""What a draft is that the group does not choose from; it can be brought back."""
VOICES_WIDTH: Final = 6
DOTS_WIDTH: Final = 5
NUMBER_WIDTH: Final = 2

Private = Callable[[Content], Content]


class Drawing(msgspec.Struct, frozen=True):
    """What all of this is drawn from.

    checks: None until the word lists are read. has_room: whether all columns have their place.
    """

    session: Session
    language: Language
    checks: Checks | None
    private: Private
    has_room: bool = True

    def said(self, key: str, /, count: int | None = None, **values: Value) -> str:
        """The sentence of this key in the user's language."""
        return say(Message.of(key, count, **values), self.language)

    @property
    def has_voices(self) -> bool:
        return self.checks is not None and self.checks.reading is not None

    @property
    def lists_voices(self) -> bool:
        """Where it is narrow, dots take the place of voices, which each draft tells in full."""
        return self.has_voices and (self.has_room or not self.has_dots)

    @property
    def has_dots(self) -> bool:
        return any(vote.is_revealed for vote in self.session.drafting.votes)


def draft_columns(drawing: Drawing) -> list[Column]:
    """Number, status and text; voices where there are answers, dots once some were shown."""
    columns = [
        Column("", NUMBER_WIDTH, "right"),
        Column("", 1),
        Column(drawing.said("drafting_view.drafts")),
    ]
    if drawing.lists_voices:
        columns.append(Column(drawing.said("drafting_view.voices"), VOICES_WIDTH, "right"))
    if drawing.has_dots:
        columns.append(Column(drawing.said("drafting_view.dots"), DOTS_WIDTH, "right"))
    return columns


def draft_rows(drawing: Drawing) -> list[Row]:
    """A row per draft, newest first."""
    return [_draft_row(draft, drawing) for draft in reversed(drawing.session.drafting.drafts)]


def _draft_row(draft: Draft, drawing: Drawing) -> Row:
    style = DIM if draft.status in AWAY else ""
    cells = [
        Content.styled(str(draft.number), style),
        SIGNS[draft.status],
        plain(draft.text, style),
    ]
    if drawing.checks is not None and drawing.lists_voices:
        cells.append(Content.styled(str(drawing.checks.voices(draft)), style))
    if drawing.has_dots:
        dots = dots_on(drawing.session.drafting.votes, draft.id)
        cells.append(Content.styled("" if dots is None else str(dots), style or STRONG))
    return Row(
        draft.id,
        tuple(cells),
        words=f"{draft.number} {draft.text} {status_said(draft, drawing)}",
    )


def status_said(draft: Draft, drawing: Drawing) -> str:
    """What became of a draft, in words; "" while it is open."""
    match draft.status:
        case "open":
            return ""
        case "shortlisted":
            return drawing.said("drafting_view.status.shortlisted")
        case "rejected":
            return drawing.said("drafting_view.status.rejected", reason=draft.reason)
        case "split":
            return drawing.said("drafting_view.status.split")
        case _:
            children = children_of(drawing.session.drafting, draft.id)
            numbers = ", ".join(str(child.number) for child in children)
            return drawing.said("drafting_view.status.merged", numbers=numbers)
