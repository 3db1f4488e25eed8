"""Coming back: what has come due since, before anything else. One of it, or on to the workshop."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.gut_check import Stakeholder
from workshop_tui.domain.message import Message
from workshop_tui.domain.sustain import Due, DueKind, Waiting
from workshop_tui.domain.values import Stage
from workshop_tui.language import day_near, say
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.look import ATTENTION, DIM, PRIVATE, STRONG, WARN, plain
from workshop_tui.ui.page import Fact, Page
from workshop_tui.ui.widgets.lines import Block
from workshop_tui.ui.widgets.rows import Column, Row, RowList, widest_of

GoTo = Callable[[Stage, str, str], Awaitable[None]]
"""Shows a stage with its cursor on a topic and on the thing with this id in it."""

TOPIC_OF: Final[Mapping[DueKind, str]] = {
    "goal": "goals",
    "obstacle": "obstacles",
    "customer_decision": "customers",
    "review": "review",
}
WIDEST: Final = 22
"""Cells of a column beside what waits, which has the room that these leave."""
WIDE: Final = 100


class DuePage(Page):
    """What waits on the day on which a workshop is opened again."""

    places: ClassVar[tuple[Place, ...]] = ("due", "stages", "lists", "everywhere")
    DEFAULT_CSS = """
    DuePage {
        layout: vertical; padding: 1 1 0 1;
        & > Block { height: 3; padding: 0 0 0 2; }
    }
    """

    def __init__(self, waiting: Waiting, today: date, go_to: GoTo) -> None:
        super().__init__()
        self._waiting = waiting
        self._today = today
        self._go_to = go_to
        self._head = Block()
        self._rows = RowList([])
        self.panes = (self._rows,)

    def compose(self) -> ComposeResult:
        yield self._head
        yield self._rows

    def on_shown(self) -> None:
        count = len(self._waiting.due) + len(self._waiting.rechecks)
        self._head.set_lines(
            [
                Content.styled(self.t("ui.due.head", count), STRONG),
                Content.styled(self.t("ui.due.how"), DIM),
            ]
        )
        self._show()

    def on_resize(self) -> None:
        """Owners have a column of their own only where there is room."""
        self._show()

    def _show(self) -> None:
        rows = [*map(self._due_row, self._waiting.due), *map(self._ask_row, self._waiting.rechecks)]
        since, owner = self.t("ui.due.since"), self.t("ui.due.owner")

        def width(heading: str, place: int) -> int:
            return widest_of((Content(heading), *(row.cells[place] for row in rows)), WIDEST)

        columns = [
            Column("", 1),
            Column(since, width(since, 1), "right"),
            Column("", width("", 2)),
            Column(self.t("ui.due.what")),
            Column(owner, width(owner, 4)),
        ]
        shown = len(columns) if self.size.width >= WIDE else len(columns) - 1
        self._rows.set_columns(columns[:shown])
        self._rows.set_rows([Row(row.key, row.cells[:shown]) for row in rows])

    def _due_row(self, due: Due) -> Row:
        is_late = due.day < self._today
        kind = self.t(f"ui.due.kind.{due.kind}")
        sign = Content.styled(f"{PRIVATE} ", DIM) if due.is_sensitive else Content("")
        return Row(
            f"{TOPIC_OF[due.kind]} {due.id}",
            (
                Content.styled(ATTENTION, WARN) if is_late else Content(""),
                Content(day_near(due.day, self._today, self.language)),
                Content.styled(kind, DIM),
                sign + plain(due.text or self.t("ui.due.all_of_it"), STRONG),
                plain(due.owner, DIM),
            ),
        )

    def _ask_row(self, person: Stakeholder) -> Row:
        kind = say(Message.of(f"class.{person.kind}"), self.language)
        return Row(
            f"recheck {person.id}",
            (
                Content(""),
                Content(""),
                Content.styled(self.t("ui.due.kind.recheck"), DIM),
                Content.styled(f"{PRIVATE} ", DIM) + plain(person.name or kind, STRONG),
                Content.styled(kind, DIM),
            ),
        )

    def facts(self) -> Sequence[Fact]:
        return (Message.of("ui.due.go_on"),)

    async def command_go_to_due(self) -> None:
        topic, _, key = (self._rows.selected or "").partition(" ")
        await self._go_to("gut_check" if topic == "recheck" else "sustain", topic, key)
