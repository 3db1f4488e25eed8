"""The sustain stage on the screen: what makes the statement last, topic by topic."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from workshop_tui.domain.gut_check import plain_word, statement
from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.progress import notices
from workshop_tui.domain.sustain import due
from workshop_tui.domain.values import find
from workshop_tui.language import short_day
from workshop_tui.ui.look import ACCENT, DIM, STRONG, plain
from workshop_tui.ui.page import Fact, MovablePane
from workshop_tui.ui.stages.sustain import forms
from workshop_tui.ui.stages.sustain.rows import (
    TOPICS,
    change_rows,
    decision_rows,
    gloss_rows,
    goal_rows,
    late_or_soon,
    obstacle_rows,
    reach_dots,
    roll_out_rows,
    topic_rows,
)
from workshop_tui.ui.stages.topics import Form, Listing, TopicsView
from workshop_tui.ui.widgets.rows import Column, Row

WIDE = 100
"""Cells of the view from which a list has room for a column of owners."""
OWNER_WIDTH = 14
DAY_WIDTH = 6


class SustainView(TopicsView):
    """Goals, changes, customers, obstacles, meanings, roll-out, review."""

    stage = "sustain"
    topic_names = TOPICS
    DEFAULT_CSS = "SustainView > #left { width: 9fr; } SustainView > #listed { width: 10fr; }"

    # -- drawing -----------------------------------------------------------------------------------

    def activate(self, pane: MovablePane) -> None:
        """What is told in full belongs to the pane that the keys act in."""
        super().activate(pane)
        self._show_in_full()

    def on_resize(self) -> None:
        """Owners have a column of their own only where there is room."""
        self.show(self.session)

    def topics_column(self) -> Column:
        return Column(self.t("sustain_view.heading.sustain"), 10)

    def topic_rows(self) -> Sequence[Row]:
        return topic_rows(self.session, self.language)

    def list_beside(self, topic: str) -> str:
        """The list of the topic itself; a review date is no list, so the goals stay beside it."""
        return "goals" if topic == "review" else topic

    def listing(self, topic: str) -> Listing:
        sustain = self.session.sustain
        rows: Sequence[Row]
        name = Column(self.t(f"sustain_view.heading.{topic}"))
        match topic:
            case "goals":
                columns = [Column("", 1), name, *self._due_and_owner]
                rows = goal_rows(sustain.goals, self.language, self.said)
            case "changes":
                columns = [Column("", 1), name, Column(self.t("sustain_view.heading.next"), 11)]
                rows = change_rows(sustain.changes, self.said)
            case "customers":
                columns = [Column("", 1), name, Column("", 9)]
                rows = decision_rows(sustain.customer_decisions, self.said)
            case "obstacles":
                columns = [Column("", 1), name, *self._due_and_owner]
                rows = obstacle_rows(sustain.obstacles, self.language, self.private)
            case "gloss":
                columns = [Column("", 1), Column(name.heading, 12), Column()]
                rows = gloss_rows(self.session, self.said)
            case _:
                columns = [Column("", 1), Column(name.heading, 14), Column()]
                rows = roll_out_rows(sustain.roll_out, self.said)
        return Listing(columns, rows, self.t(f"sustain_view.empty.{topic}"))

    @property
    def _due_and_owner(self) -> Sequence[Column]:
        heading = self.t("sustain_view.heading.due")
        due_column = Column(heading, max(DAY_WIDTH, len(heading)), "right")
        if self.size.width < WIDE:
            return (due_column,)
        return (due_column, Column(self.t("sustain_view.heading.owner"), OWNER_WIDTH))

    def told_in_full(self) -> Sequence[Content]:
        selected = self._selected
        if selected:
            return self._item_in_full(selected)
        current = statement(self.session.scoring, self.session.gut_check)
        asks = [Content.styled(self.said(each), DIM) for each in notices(self.session, "sustain")]
        return [plain(current, STRONG), Content(""), *asks]

    def _item_in_full(self, selected: str) -> Sequence[Content]:
        sustain = self.session.sustain
        match self.list_beside(self.topic):
            case "goals":
                goal = find(sustain.goals, selected)
                reach = Content.styled(reach_dots(goal), ACCENT)
                label = self.t("sustain_view.reach", len(goal.reach)) if goal.reach else ""
                pieces = [
                    ("owner", goal.owner),
                    ("measure", goal.measure),
                    ("reason", goal.reason),
                ]
                return [
                    plain(goal.text, STRONG),
                    *self._told(pieces),
                    reach + Content.styled(f"  {label}", DIM),
                ]
            case "changes":
                change = find(sustain.changes, selected)
                steps = ("why", "benefit", "response", "training")
                told = [(step, getattr(change, step)) for step in steps]
                return [plain(change.text, STRONG), *self._told(told)]
            case "customers":
                decided = find(sustain.customer_decisions, selected)
                pieces = [("reason", decided.reason), ("owner", decided.owner)]
                return [plain(decided.feedback, STRONG), *self._told(pieces)]
            case "obstacles":
                obstacle = find(sustain.obstacles, selected)
                kind = self.t(f"sustain_view.kind.{obstacle.kind}")
                pieces = [
                    ("kind", kind),
                    ("owner", obstacle.owner),
                    ("advocate", obstacle.advocate),
                    ("step", obstacle.step),
                    ("resolution", obstacle.resolution),
                ]
                paragraphs = [plain(obstacle.text, STRONG), *self._told(pieces)]
                hides = obstacle.is_sensitive
                return [self.private(each) for each in paragraphs] if hides else paragraphs
            case "gloss":
                return [plain(selected, STRONG), plain(self._meaning(selected))]
            case _:
                return [plain(getattr(sustain.roll_out, selected))]

    def _told(self, pieces: Sequence[tuple[str, str]]) -> list[Content]:
        """Each piece that was said, behind its name."""
        return [
            Content.styled(f"{self.t(f'sustain_view.told.{name}')}: ", DIM) + plain(text)
            for name, text in pieces
            if text
        ]

    def facts(self) -> Sequence[Fact]:
        today = date.today()  # noqa: DTZ011 - the day where the room is
        dated = due(self.session.sustain)
        if not dated:
            return (Message.of("sustain_view.nothing_dated"),)
        first = dated[0]
        late = sum(each.day < today for each in dated)
        facts: list[Fact] = [
            Message.of(
                f"sustain_view.first.{late_or_soon(first.day, today)}",
                day=short_day(first.day, self.language),
                what=Message.of(f"sustain_view.dated.{first.kind}"),
            )
        ]
        if late > 1:
            facts.append(Message.of("sustain_view.late", late))
        return facts

    # -- commands ----------------------------------------------------------------------------------

    @property
    def _selected(self) -> str:
        """The key under the cursor on the right, while the keys act there."""
        return self.selected_in(self.list_beside(self.topic))

    def reason_against(self, command: str) -> Message | None:
        if command == "rate_goal" and not self.selected_in("goals"):
            return Message.of("sustain_view.no_goal_selected")
        if command == "close_item" and not (
            self.selected_in("goals") or self.selected_in("obstacles")
        ):
            return Message.of("sustain_view.nothing_to_close")
        if command == "answer" and self.is_projecting and self._is_sensitive(self._selected):
            return Message.of("sustain_view.sensitive_on_projector")
        return super().reason_against(command)

    def _is_sensitive(self, key: str) -> bool:
        obstacles = self.session.sustain.obstacles
        return any(each.is_sensitive and each.id == key for each in obstacles)

    async def command_answer(self) -> None:
        """Change what is under the cursor on the right; else begin with the topic."""
        if self._selected:
            await self.ask_form(self._form_to_change(self._selected))
        else:
            await self.command_add()

    async def command_add(self) -> None:
        """Add to the topic under the cursor, or write what it still lacks."""
        await self.ask_form(self._form_of(self.topic))

    async def command_rate_goal(self) -> None:
        goal = find(self.session.sustain.goals, self.selected_in("goals"))
        await self.ask_form(forms.rate_form(goal, self.t))

    async def command_close_item(self) -> None:
        sustain = self.session.sustain
        goal, obstacle = self.selected_in("goals"), self.selected_in("obstacles")
        if goal:
            await self.ask_form(forms.close_goal_form(find(sustain.goals, goal), self.t))
        else:
            await self.ask_form(forms.resolve_form(find(sustain.obstacles, obstacle), self.t))

    # -- forms -------------------------------------------------------------------------------------

    def _form_of(self, topic: str) -> Form:
        sustain = self.session.sustain
        match topic:
            case "goals":
                return forms.new_goal_form(self._names, self._today, self.t)
            case "changes":
                return forms.new_change_form(self.t)
            case "customers":
                return forms.feedback_form(self._names, self._today, self.t)
            case "obstacles":
                return forms.new_obstacle_form(self._names, self._today, self.t)
            case "review":
                return forms.review_form(sustain.review, self._today, self.t)
            case _:
                return self._form_to_change(self._first_open())

    def _first_open(self) -> str:
        """The first word or part of the list that is not written yet, else the first."""
        rows = self.listing(self.topic).rows
        if not rows:
            raise refuse("refused.no_statement_yet")
        return next((row.key for row in rows if not row.cells[0].plain), rows[0].key)

    def _form_to_change(self, selected: str) -> Form:
        sustain = self.session.sustain
        match self.list_beside(self.topic):
            case "goals":
                goal = find(sustain.goals, selected)
                return forms.goal_form(goal, self._names, self._today, self.t)
            case "changes":
                return forms.change_form(find(sustain.changes, selected), self.t)
            case "customers":
                # A decision stays as it was made; another one is added.
                return forms.feedback_form(self._names, self._today, self.t)
            case "obstacles":
                obstacle = find(sustain.obstacles, selected)
                return forms.obstacle_form(obstacle, self._names, self._today, self.t)
            case "gloss":
                asked = self.t("sustain_view.ask.meaning", word=selected)
                return forms.gloss_form(selected, self._meaning(selected), asked)
            case _:
                return forms.roll_out_form(sustain.roll_out, selected, self.t)

    def _meaning(self, word: str) -> str:
        glosses = self.session.sustain.glosses
        return next((each.meaning for each in glosses if plain_word(each.word) == word), "")

    @property
    def _names(self) -> tuple[str, ...]:
        setup = self.session.setup
        sponsor = (setup.sponsor.name,) if setup.sponsor else ()
        return (*(person.name for person in setup.people), *sponsor)

    @property
    def _today(self) -> date:
        return date.today()  # noqa: DTZ011 - the day where the room is
