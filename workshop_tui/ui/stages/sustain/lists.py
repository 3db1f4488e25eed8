"""The lists of the sustain stage: which columns stand over which rows. No decisions, no screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.language import Language, say
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.sustain.rows import (
    change_rows,
    customer_rows,
    gloss_rows,
    goal_rows,
    obstacle_rows,
    roll_out_rows,
)
from workshop_tui.ui.stages.topics import Listing
from workshop_tui.ui.widgets.rows import Column, Row, widest_of

WIDEST_OWNER: Final = 22
DAY_WIDTH: Final = 6
ROOM_FOR_DAYS: Final = 72
"""Cells of the view from which a list has room for a column of days,"""
ROOM_FOR_OWNERS: Final = 100
"""and for one of owners. What is due is marked all the same, and told beneath."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of the plan as it stands.

    language: of the screen. private: empties what must not be seen on a projector.
    """

    session: Session
    today: date
    language: Language
    t: Say
    private: Callable[[Content], Content]

    def of(self, topic: str, width: int) -> Listing:
        """The list of a topic. width: cells of the view."""
        sustain = self.session.sustain
        rows: Sequence[Row]
        name = Column(self.t(f"sustain_view.heading.{topic}"))
        match topic:
            case "goals":
                rows = goal_rows(sustain.goals, self.today, self.language)
                columns = [Column("", 1), name, *self._due_and_owner(rows, width)]
            case "changes":
                columns = [Column("", 1), name, Column(self.t("sustain_view.heading.next"), 11)]
                rows = change_rows(sustain.changes, self._said)
            case "customers":
                columns = [Column("", 1), name, Column("", 9)]
                collected, decisions = sustain.customer_answers, sustain.customer_decisions
                rows = customer_rows(collected, decisions, self._said, self.language)
            case "obstacles":
                rows = obstacle_rows(sustain.obstacles, self.language, self.private)
                columns = [Column("", 1), name, *self._due_and_owner(rows, width)]
            case "gloss":
                columns = [Column("", 1), Column(name.heading, 12), Column()]
                rows = gloss_rows(self.session, self._said)
            case _:
                columns = [Column("", 1), Column(name.heading, 13), Column("", 2), Column()]
                rows = roll_out_rows(self.session, self._said)
        return Listing(columns, rows, self.t(f"sustain_view.empty.{topic}"))

    def _due_and_owner(self, rows: Sequence[Row], width: int) -> Sequence[Column]:
        """rows: with the owner in the last cell, whose names are to be read whole."""
        columns = (width >= ROOM_FOR_DAYS) + (width >= ROOM_FOR_OWNERS)
        due, owner = self.t("sustain_view.heading.due"), self.t("sustain_view.heading.owner")
        widest = widest_of((Content(owner), *(row.cells[-1] for row in rows)), WIDEST_OWNER)
        return (Column(due, max(DAY_WIDTH, len(due)), "right"), Column(owner, widest))[:columns]

    def _said(self, message: Message) -> str:
        return say(message, self.language)
