"""The set-up stage on the screen: its questions on the left, what they list on the right.

Leaves out how the questions are answered (`answering`).
"""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.setup import planned_minutes
from workshop_tui.progress import notices
from workshop_tui.room import Room
from workshop_tui.ui.look import DIM
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.setup.answering import Answering
from workshop_tui.ui.stages.setup.rows import (
    TOPICS,
    agenda_rows,
    answer_in_full,
    existing_rows,
    roster_rows,
    topic_rows,
)
from workshop_tui.ui.stages.topics import Listing, TopicsView
from workshop_tui.ui.widgets.rows import Column, Row, widest_of

NAME_SHARE: Final = 5
"""A name takes up to a fifth of the screen."""
STANDING_SHARE: Final = 9
"""A standing takes up to a ninth of it,"""
LEAST_STANDING: Final = 8
"""and always what an absence needs."""
ROOM_FOR_FUNCTIONS: Final = 72
"""Cells of the view from which a function beside the name can be read."""


class SetupView(TopicsView):
    """Scope, sponsor, people, rule: answered in any order, changed at any time."""

    stage = "setup"
    topic_names = TOPICS

    DEFAULT_CSS = """
    SetupView {
        & > #left { width: 10fr; min-width: 35; max-width: 72; }
        & > #listed { width: 11fr; max-width: 84; }
    }
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.doers = (Answering(self),)

    # -- drawing -----------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Names are as wide as there is room for them."""
        self.show(self.session)

    def topics_column(self) -> Column:
        return Column(self.t("setup_view.heading.setup"), 10)

    def topic_rows(self) -> Sequence[Row]:
        return topic_rows(self.session, self.language)

    def list_beside(self, topic: str) -> str:
        """The roster, but for the two topics that are lists themselves."""
        return topic if topic in {"agenda", "existing"} else "people"

    def listing(self, topic: str) -> Listing:
        setup = self.session.setup
        empty = self.t(f"setup_view.empty.{topic}")
        match topic:
            case "agenda":
                columns = [
                    Column("", 4),
                    Column(self.t("setup_view.heading.agenda")),
                    Column(self.t("setup_view.heading.minutes"), 5, "right"),
                ]
                return Listing(columns, agenda_rows(setup.agenda), empty)
            case "existing":
                columns = [Column(self.t("setup_view.heading.existing")), Column("", 10)]
                return Listing(columns, existing_rows(setup.existing, self.said), empty)
            case _:
                rows = roster_rows(setup.people, self.said)
                people = self.t("setup_view.heading.people")
                names = (Content(people), *(row.cells[0] for row in rows))
                standings = (row.cells[2] for row in rows)
                most = max(LEAST_STANDING, self.size.width // STANDING_SHARE)
                # Where all write and are here there is nothing to say of anybody.
                standing = widest_of(standings, most)
                last = [Column("", standing)] if standing else []
                if self.size.width < ROOM_FOR_FUNCTIONS:
                    rows = [replace(row, cells=(row.cells[0], row.cells[2])) for row in rows]
                    return Listing([Column(people), *last], rows, empty)
                columns = [
                    Column(people, widest_of(names, self.size.width // NAME_SHARE)),
                    Column(self.t("setup_view.heading.function")),
                    *last,
                ]
                return Listing(columns, rows, empty)

    def told_in_full(self) -> Sequence[Content]:
        """The answer under the cursor, whole, and what the facilitator may ask about set-up."""
        asks = [Content.styled(self.said(each), DIM) for each in notices(self.session, "setup")]
        return [answer_in_full(self.topic, self.session, self.language), Content(""), *asks]

    def facts(self) -> Sequence[Fact]:
        setup = self.session.setup
        present = sum(person.presence == "present" for person in setup.people)
        facts: list[Fact] = []
        if setup.people:
            facts.append(Message.of("setup_view.present", present, all=len(setup.people)))
        if setup.agenda:
            facts.append(Message.of("setup_view.agenda_minutes", planned_minutes(setup)))
        return facts
