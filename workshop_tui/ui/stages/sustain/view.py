"""The sustain stage on the screen: what makes the statement last, topic by topic."""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer

from workshop_tui.domain.gut_check import statement
from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.sustain import (
    latest_answers,
    out_of_reach,
)
from workshop_tui.domain.values import find
from workshop_tui.room import Room
from workshop_tui.ui.look import DIM, STRONG, WARN, plain
from workshop_tui.ui.page import Fact, MovablePane
from workshop_tui.ui.stages.sustain import goal_forms, obstacle_forms
from workshop_tui.ui.stages.sustain.forms import Forms
from workshop_tui.ui.stages.sustain.hearing import Hearing
from workshop_tui.ui.stages.sustain.lists import Lists
from workshop_tui.ui.stages.sustain.rows import ANSWERS
from workshop_tui.ui.stages.sustain.standing import asks_of, dated_facts
from workshop_tui.ui.stages.sustain.told import Told, customers_in_full
from workshop_tui.ui.stages.sustain.topics import TOPICS, topic_rows
from workshop_tui.ui.stages.topics import Listing, TopicsView
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.question import Answers
from workshop_tui.ui.widgets.rows import Column, Row

FIXED_ROWS: Final = frozenset({"gloss", "roll_out"})
"""Topics whose rows are given: adding writes the first that is not written yet."""


class SustainView(TopicsView):
    """Goals, changes, customers, obstacles, meanings, roll-out, review."""

    stage = "sustain"
    topic_names = TOPICS
    DEFAULT_CSS = """
    SustainView {
        layout: vertical;
        & > #lists { height: 5fr; max-height: 14; }
        & #topics { width: 1fr; min-width: 35; max-width: 48; max-height: 100%; }
        & #listed { width: 2fr; padding: 0 0 0 1; }
        & > #in-full { height: 4fr; max-width: 100; padding: 1 2 0 3; }
        & > #paper { display: none; padding: 0 2; }
        &.-importing > #paper { display: block; }
        &.-importing > #lists { display: none; }
        &.-importing > #in-full { display: none; }
    }
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._paper = Pane(id="paper")
        self._hearing = Hearing(self)

    def compose(self) -> ComposeResult:
        # What is told of a row stands beneath both lists, where there is room for its sentences.
        with Horizontal(id="lists"):
            yield self.topics
            yield self.listed
        yield self.in_full
        yield self._paper

    def on_mount(self) -> None:
        self._hearing.start()

    def on_unmount(self) -> None:
        self._hearing.stop()

    def draw_again(self) -> None:
        """There is another reading."""
        if self.is_attached:
            self.show(self.session)
            self.frame.redraw()

    # -- drawing -----------------------------------------------------------------------------------

    def activate(self, pane: MovablePane) -> None:
        """What is told in full belongs to the pane that the keys act in."""
        super().activate(pane)
        self._show_in_full()

    def on_resize(self) -> None:
        """Owners have a column of their own only where there is room."""
        self.show(self.session)

    def point_at(self, topic: str, key: str) -> None:
        """Put the cursor on a topic, and on this row of its list."""
        self.topics.select(topic)
        if self.listed.select(key):
            self.activate(self.listed)

    def topics_column(self) -> Column:
        return Column(self.t("sustain_view.heading.sustain"), 10)

    def topic_rows(self) -> Sequence[Row]:
        return topic_rows(self.session, self.language)

    def list_beside(self, topic: str) -> str:
        """The list of the topic itself; a review date is no list, so the goals stay beside it."""
        return "goals" if topic == "review" else topic

    def listing(self, topic: str) -> Listing:
        lists = Lists(self.session, self.room.today, self.language, self.t, self.private)
        return lists.of(topic, self.size.width)

    def told_in_full(self) -> Sequence[Content]:
        selected = self._selected
        if selected:
            return self._item_in_full(selected)
        latest = latest_answers(self.session.sustain.customer_answers)
        if self.topic == "customers" and latest is not None:
            return customers_in_full(latest, self._hearing.promise(), self.t, self.language)
        asks = [Content.styled(self.said(each), WARN) for each in self._asks()]
        if self.topic == "roll_out":
            asks = [Content.styled(self.t("sustain_view.brief_is_there"), DIM)]
        words = statement(self.session.scoring, self.session.gut_check)
        return [plain(words, STRONG), Content(""), *asks]

    def _asks(self) -> Sequence[Message]:
        return asks_of(self.list_beside(self.topic), self.session.sustain, self.room.today)

    def _item_in_full(self, selected: str) -> Sequence[Content]:
        told = Told(self._forms, self._hearing, self.private)
        return told.in_full(self.list_beside(self.topic), selected)

    def facts(self) -> Sequence[Fact]:
        return dated_facts(self.session.sustain, self.room.today, self.language)

    # -- commands ----------------------------------------------------------------------------------

    @property
    def _selected(self) -> str:
        """The key under the cursor on the right, while the keys act there."""
        return self.selected_in(self.list_beside(self.topic))

    def reason_against(self, command: str) -> Message | None:
        reasons: dict[str, Callable[[], Message | None]] = {
            "rate_goal": self._why_no_rating,
            "close_item": self._why_no_closing,
            "answer": self._why_hidden,
            "show_ladder": self._why_no_ladder,
            "import_answers": self._why_no_import,
            "read_answers": self._why_nothing_to_read,
        }
        reason = reasons[command]() if command in reasons else None
        return reason or super().reason_against(command)

    def _why_no_rating(self) -> Message | None:
        is_goal = self.selected_in("goals") and self._selected
        return None if is_goal else Message.of("sustain_view.no_goal_selected")

    def _why_no_closing(self) -> Message | None:
        is_closable = self._selected and self.list_beside(self.topic) in {"goals", "obstacles"}
        return None if is_closable else Message.of("sustain_view.nothing_to_close")

    def _why_hidden(self) -> Message | None:
        hides = self.is_projecting and self._is_sensitive(self._selected)
        return Message.of("sustain_view.sensitive_on_projector") if hides else None

    def _why_no_ladder(self) -> Message | None:
        if self.list_beside(self.topic) != "goals" or not self.session.sustain.goals:
            return Message.of("sustain_view.no_ladder")
        return None

    def _why_no_import(self) -> Message | None:
        if self._hearing.is_importing:
            return Message.of("survey_view.importing")
        if self.topic == "customers" or (self.topic == "changes" and self._change):
            return None
        return Message.of("sustain_view.nothing_to_import")

    def _why_nothing_to_read(self) -> Message | None:
        if self.topic == "customers" and self._hearing.customers:
            return None
        if self.topic == "changes" and self._change:
            change = find(self.session.sustain.changes, self._change)
            if change.responses:
                return None
        return Message.of("sustain_view.nothing_to_read")

    def _is_sensitive(self, key: str) -> bool:
        obstacles = self.session.sustain.obstacles
        return any(each.is_sensitive and each.id == key for each in obstacles)

    @property
    def _change(self) -> str:
        """The change under the cursor, or that the list begins with; "" where there is none."""
        changes = self.session.sustain.changes
        return self.selected_in("changes") or (changes[0].id if changes else "")

    async def command_answer(self) -> None:
        """Change what is under the cursor on the right; else begin with the topic."""
        if self._selected == ANSWERS:
            await self.command_read_answers()
        elif self._selected:
            listed = self.list_beside(self.topic)
            await self.ask_form(self._forms.to_change(listed, self._selected))
        else:
            await self.command_add()

    async def command_add(self) -> None:
        """Add to the topic under the cursor, or write what it still lacks."""
        is_fixed = self.topic in FIXED_ROWS
        first_open = self._first_open() if is_fixed else ""
        await self.ask_form(self._forms.to_add(self.topic, first_open))

    async def command_rate_goal(self) -> None:
        """Ask how achievable staff find it, and for a smaller step where they do not."""
        goal_id = self._selected
        form = goal_forms.rate_form(find(self.session.sustain.goals, goal_id), self.t)

        async def then(answers: Answers) -> bool:
            if not self.act(form.action(answers)):
                return False
            goal = find(self.session.sustain.goals, goal_id)
            if out_of_reach(goal):
                names, today = self._forms.names, self.room.today
                await self.ask_form(goal_forms.smaller_step_form(goal, names, today, self.t))
            return True

        await self.ask(form.name, form.questions, then)

    async def command_close_item(self) -> None:
        sustain = self.session.sustain
        if self.list_beside(self.topic) == "goals":
            goal = find(sustain.goals, self._selected)
            await self.ask_form(goal_forms.close_goal_form(goal, self.t))
        else:
            obstacle = find(sustain.obstacles, self._selected)
            await self.ask_form(obstacle_forms.resolve_form(obstacle, self.t))

    async def command_show_ladder(self) -> None:
        from workshop_tui.ui.stages.sustain.ladder import LadderPage  # noqa: PLC0415 - when wanted

        goals = self.session.sustain.goals
        await self.frame.open_page(LadderPage(goals, self.room.today, self._asks()))

    async def command_show_brief(self) -> None:
        from workshop_tui.ui.brief import BriefPage  # noqa: PLC0415 - keeps the start fast

        await self.frame.open_page(BriefPage(self.opened))

    async def command_import_answers(self) -> None:
        if self.topic == "customers":
            await self._hearing.import_customers()
        else:
            change = find(self.session.sustain.changes, self._change)
            await self._hearing.collect_responses(change)

    async def command_read_answers(self) -> None:
        if self.topic == "customers":
            await self._hearing.read_customers()
        else:
            await self._hearing.read_responses(self._change)

    def command_back(self) -> Awaitable[None] | None:
        """Esc: stop an import, or show all rows again."""
        if self._hearing.is_importing:
            self._hearing.stop_importing()
            return None
        return super().command_back()

    @property
    def _forms(self) -> Forms:
        return Forms(
            self.session,
            self.room.today,
            self.language,
            self.t,
            quotes_of=self._hearing.quotes_of,
            heard=lambda: self._hearing.promise_told(self.t),
        )

    def _first_open(self) -> str:
        """The first word or part of the list that is not written yet, else the first."""
        rows = self.listing(self.topic).rows
        if not rows:
            raise refuse("refused.no_statement_yet")
        return next((row.key for row in rows if not row.cells[0].plain), rows[0].key)

    # -- what an import asks of its host -----------------------------------------------------------

    @property
    def paper_width(self) -> int:
        return max(20, self.size.width - 6)

    def show_paper(self, paragraphs: Sequence[Content] | None) -> None:
        self.set_class(paragraphs is not None, "-importing")
        if paragraphs is not None:
            self._paper.read_from_top()
            self._paper.set_paragraphs(paragraphs)

    def beside_the_screen(self, work: Coroutine[Any, Any, None]) -> None:
        self.run_worker(work)

    def every(self, seconds: float, do: Callable[[], None]) -> Timer:
        return self.set_interval(seconds, do)
