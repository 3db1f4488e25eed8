"""What set-up and sustain share: topics on the left, the list of one of them on the right.

Beneath the topics stands in full what the cursor is on. Leaves out what the topics are and which
actions their forms make.
"""

from collections.abc import Sequence
from typing import ClassVar, Protocol

import msgspec
from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.language import say
from workshop_tui.room import Room
from workshop_tui.ui.look import DIM
from workshop_tui.ui.stages.base import StageHost, StageView
from workshop_tui.ui.widgets.arranging import Down
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, Row, RowList


class Listing(msgspec.Struct, frozen=True):
    """A list on the right. empty: what it says when nothing is in it."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    empty: str


class TopicsHost(StageHost, Protocol):
    """A view of topics, as far as its doers know it."""

    @property
    def topic(self) -> str: ...

    @property
    def selected(self) -> str: ...

    def selected_in(self, topic: str) -> str: ...

    def list_beside(self, topic: str) -> str: ...

    def listing(self, topic: str) -> Listing: ...


class TopicsView(StageView):
    """A stage whose topics can be answered in any order."""

    DEFAULT_CSS = """
    TopicsView {
        layout: horizontal;
        & > #left { width: 1fr; }
        & > #listed { width: 1fr; padding: 0 0 0 1; }
        & #topics { max-height: 60%; }
        & #in-full { padding: 1 1 0 2; }
    }
    """
    _ANSWERS: ClassVar = Column(cut="words")
    """An answer is told whole beneath; here it may end behind any of its words."""
    topic_names: ClassVar[tuple[str, ...]]
    """The keys of the topics, in their order."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.topics = RowList([Column()] * 3, on_move=self._topic_moved, id="topics")
        self.in_full = Pane(id="in-full")
        self.listed = RowList([Column()] * 3, on_move=self._listed_moved, id="listed")
        self.panes = (self.topics, self.listed)
        self._list_of = ""

    def compose(self) -> ComposeResult:
        with Down(id="left"):
            yield self.topics
            yield self.in_full
        yield self.listed

    # -- what a stage fills in ---------------------------------------------------------------------

    def topics_column(self) -> Column:
        """Heading and width of the column that names the topics."""
        raise NotImplementedError

    def topic_rows(self) -> Sequence[Row]:
        """A row per topic: sign, name, answer so far."""
        raise NotImplementedError

    def list_beside(self, topic: str) -> str:
        """The topic whose list stands on the right while the cursor is on this one."""
        return topic

    def listing(self, topic: str) -> Listing:
        """The list of a topic."""
        raise NotImplementedError

    def told_in_full(self) -> Sequence[Content]:
        """What stands beneath the topics about what the cursor is on."""
        raise NotImplementedError

    # -- drawing -----------------------------------------------------------------------------------

    def show(self, session: Session) -> None:
        del session  # the rows are made from the Room's, which is the same
        self.topics.set_columns([Column("", 1), self.topics_column(), self._ANSWERS])
        self.topics.set_rows(self.topic_rows())
        self._show_list()

    def on_projector(self, projector: bool) -> None:  # noqa: FBT001 - the value is the state itself
        self.topics.styles.height = 1 + len(self.topic_names) * (2 if projector else 1)
        super().on_projector(projector)

    @property
    def topic(self) -> str:
        """The topic under the cursor."""
        return self.topics.selected or self.topic_names[0]

    @property
    def selected(self) -> str:
        """The key under the cursor on the right, while the keys act there; else ""."""
        return self.selected_in(self.list_beside(self.topic))

    def selected_in(self, topic: str) -> str:
        """The key under the cursor on the right, if the keys act in this topic's list; else ""."""
        is_there = self.active_pane is self.listed and self._list_of == topic
        return (self.listed.selected or "") if is_there else ""

    def _topic_moved(self, key: str | None) -> None:
        if key is not None and self.list_beside(key) != self._list_of:
            self._show_list()
        else:
            self._show_in_full()

    def _listed_moved(self, key: str | None) -> None:
        del key
        self._show_in_full()

    def _show_list(self) -> None:
        wanted = self.list_beside(self.topic)
        listing = self.listing(wanted)
        if wanted != self._list_of:
            # Rows of one list must never be drawn under the columns of another.
            self._list_of = wanted
            self.listed.set_rows(())
        self.listed.set_empty([Content.styled(listing.empty, DIM)])
        self.listed.set_columns(listing.columns)
        self.listed.set_rows(listing.rows)
        self._show_in_full()

    def _show_in_full(self) -> None:
        self.in_full.set_paragraphs(self.told_in_full())

    def said(self, message: Message) -> str:
        """The message in the user's language."""
        return say(message, self.language)
