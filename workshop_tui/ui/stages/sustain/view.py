"""The sustain stage on the screen: what makes the statement last, topic by topic.

Leaves out how the plan is written (`planning`) and what is heard of it (`hearing`).
"""

from collections.abc import Awaitable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from workshop_tui.domain.gut_check import statement
from workshop_tui.domain.message import Message
from workshop_tui.domain.sustain import latest_answers
from workshop_tui.room import Room
from workshop_tui.ui.look import DIM, STRONG, WARN, plain
from workshop_tui.ui.page import Fact, MovablePane
from workshop_tui.ui.stages.sustain.forms import Forms
from workshop_tui.ui.stages.sustain.hearing import Hearing
from workshop_tui.ui.stages.sustain.lists import Lists
from workshop_tui.ui.stages.sustain.planning import Planning
from workshop_tui.ui.stages.sustain.standing import asks_of, dated_facts
from workshop_tui.ui.stages.sustain.told import Told, customers_in_full
from workshop_tui.ui.stages.sustain.topics import TOPICS, open_question, topic_rows
from workshop_tui.ui.stages.topics import Listing, TopicsView
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, Row


class SustainView(TopicsView):
    """Goals, changes, customers, obstacles, meanings, roll-out, review."""

    stage = "sustain"
    topic_names = TOPICS
    DEFAULT_CSS = """
    SustainView {
        layout: vertical;
        & > #lists { height: 5fr; max-height: 14; }
        & #topics { width: 10fr; min-width: 35; max-width: 48; max-height: 100%; }
        & #listed { width: 17fr; padding: 0 0 0 1; }
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
        self.doers = (Planning(self, self._hearing), self._hearing)

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
        selected = self.selected
        if selected:
            return self._item_in_full(selected)
        latest = latest_answers(self.session.sustain.customer_answers)
        if self.topic == "customers" and latest is not None:
            return customers_in_full(latest, self._hearing.promise(), self.t, self.language)
        asks = [Content.styled(self.said(each), WARN) for each in self._asks()]
        if self.topic == "roll_out":
            asks = [Content.styled(self.t("sustain_view.brief_is_there"), DIM)]
        question = open_question(self.topic, self.session)
        if question is not None:
            asks.insert(0, Content.styled(self.said(question), DIM))
        words = statement(self.session.scoring, self.session.gut_check)
        return [plain(words, STRONG), Content(""), *asks] if words else asks

    def _asks(self) -> Sequence[Message]:
        return asks_of(self.list_beside(self.topic), self.session.sustain, self.room.today)

    def _item_in_full(self, selected: str) -> Sequence[Content]:
        told = Told(self.forms, self._hearing, self.private)
        return told.in_full(self.list_beside(self.topic), selected)

    def facts(self) -> Sequence[Fact]:
        return dated_facts(self.session.sustain, self.room.today, self.language)

    # -- commands ----------------------------------------------------------------------------------

    def reason_against(self, command: str) -> Message | None:
        if command == "show_ladder":
            has_ladder = self.list_beside(self.topic) == "goals" and self.session.sustain.goals
            return None if has_ladder else Message.of("sustain_view.no_ladder")
        return super().reason_against(command)

    async def command_show_ladder(self) -> None:
        from workshop_tui.ui.stages.sustain.ladder import LadderPage  # noqa: PLC0415 - when wanted

        goals = self.session.sustain.goals
        await self.frame.open_page(LadderPage(goals, self.room.today, self._asks()))

    async def command_show_brief(self) -> None:
        from workshop_tui.ui.brief import BriefPage  # noqa: PLC0415 - keeps the start fast

        await self.frame.open_page(BriefPage(self.opened))

    def command_back(self) -> Awaitable[None] | None:
        """Esc: stop an import, or show all rows again."""
        if self._hearing.is_importing:
            self._hearing.stop_importing()
            return None
        return super().command_back()

    # -- what the doers know of the view -----------------------------------------------------------

    @property
    def forms(self) -> Forms:
        return Forms(
            self.session,
            self.room.today,
            self.language,
            self.t,
            quotes_of=self._hearing.quotes_of,
            heard=lambda: self._hearing.promise_told(self.t),
        )

    @property
    def beneath_form(self) -> Pane | None:
        return self._paper if self.has_class("-importing") else None

    @property
    def paper_width(self) -> int:
        return max(20, self.size.width - 6)

    def show_paper(self, paragraphs: Sequence[Content] | None) -> None:
        self.set_class(paragraphs is not None, "-importing")
        if paragraphs is None:
            self._paper.end_above(0)
        else:
            self._paper.read_from_top()
            self._paper.set_paragraphs(paragraphs)
