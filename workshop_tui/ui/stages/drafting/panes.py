"""What the drafting stage shows: drafts on the left, on the right one of them, or the board.

Leaves out how rows are made (`rows`, `details`, `board`, `banner`) and what the keys do (`view`).
"""

import asyncio
from collections.abc import Sequence
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer

from workshop_tui.domain.dots import open_vote
from workshop_tui.domain.drafting import Draft, is_reading_silent, shortlist
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.word_smithing import (
    TIMEBOX_MINUTES,
    WordSmithing,
    running,
    seconds_on,
    stopped_by_absence,
)
from workshop_tui.language import clock as time_of_day
from workshop_tui.room import Room
from workshop_tui.ui.look import DIM
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.base import StageView
from workshop_tui.ui.stages.drafting.banner import banner
from workshop_tui.ui.stages.drafting.board import board_item_in_full, board_rows
from workshop_tui.ui.stages.drafting.check import Checker, Checks, load_checker
from workshop_tui.ui.stages.drafting.details import draft_in_full
from workshop_tui.ui.stages.drafting.rows import Drawing, draft_columns, draft_rows
from workshop_tui.ui.widgets.arranging import Across, Down
from workshop_tui.ui.widgets.lines import Block
from workshop_tui.ui.widgets.pane import Pane, wrapped
from workshop_tui.ui.widgets.rows import Column, RowList

WIDE: Final = 110
"""Cells from which the insight board stands beside the draft instead of in its place."""
ROOMY: Final = 140
"""Cells from which drafts keep a legible width beside all of their columns."""


class DraftingPanes(StageView):
    """Drafts, the selected one in full, the insight board, and what the room is doing."""

    stage = "drafting"
    DEFAULT_CSS = """
    DraftingPanes {
        layout: vertical;
        & > #banner { height: auto; padding: 0 2; }
        & > #paper { height: 1fr; padding: 1 3; display: none; }
        & #drafts { width: 3fr; }
        & #draft { width: 2fr; padding: 0 0 0 2; }
        & #board { width: 2fr; padding: 0 0 0 1; display: none; }
        & #pinned { height: 3fr; }
        & #pinned-in-full { height: 2fr; padding: 1 0 0 2; }
        &.-board #draft { display: none; }
        &.-board #drafts { width: 1fr; }
        &.-board #board { display: block; width: 1fr; }
        &.-wide #drafts { width: 5fr; }
        &.-wide #draft { display: block; width: 3fr; }
        &.-wide #board { display: block; width: 3fr; }
        &.-roomy #drafts { width: 7fr; max-width: 96; }
        &.-roomy #draft { width: 4fr; }
        &.-roomy #board { width: 6fr; }
        &.-paper > Across, &.-paper > #banner { display: none; }
        &.-paper > #paper { display: block; }
    }
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._banner = Block(id="banner")
        self._paper = Pane(id="paper")
        self._drafts = RowList([Column()] * 4, on_move=self._draft_moved, id="drafts")
        self._draft = Pane(id="draft")
        self._pinned = RowList([Column()] * 3, on_move=self._pin_moved, id="pinned")
        self._pin_in_full = Pane(id="pinned-in-full")
        self.panes = (self._drafts, self._draft)
        self._checker: Checker | None = None
        self._checks: Checks | None = None
        self._ticking: Timer | None = None
        self._has_rung = False

    def compose(self) -> ComposeResult:
        yield self._banner
        with Across():
            yield self._drafts
            yield self._draft
            with Down(id="board"):
                yield self._pinned
                yield self._pin_in_full
        yield self._paper

    def on_mount(self) -> None:
        self.readings.watch(self._reading_changed)
        self.run_worker(self._load_checker())

    async def _load_checker(self) -> None:
        self._checker = await asyncio.to_thread(load_checker)
        self._reading_changed()

    def _reading_changed(self) -> None:
        if self._checker is not None:
            self._checks = Checks(self._checker, self.readings.current)
        self.show(self.session)

    def on_resize(self, event: events.Resize) -> None:
        """The board has a place of its own where there is room for it."""
        self.set_class(event.size.width >= ROOMY, "-roomy")
        is_wide = event.size.width >= WIDE
        if is_wide != self.has_class("-wide"):
            self.set_class(is_wide, "-wide")
            self._choose_panes()
        # Its lines depend on the width, which stands only once the new layout does.
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        self.show(self.session)

    # -- drawing -----------------------------------------------------------------------------------

    def show(self, session: Session) -> None:
        del session  # drawn from the Room's, which is the same
        self._run_clock()
        self._show_banner()
        self._drafts.set_columns(draft_columns(self._drawing))
        self._drafts.set_empty(
            [
                Content(self.t("drafting_view.empty_what")),
                Content(""),
                Content(self.t("drafting_view.empty_how")),
                Content(""),
                Content.styled(self.t("drafting_view.empty_whose"), DIM),
            ]
        )
        self._drafts.set_rows(draft_rows(self._drawing))
        self._pinned.set_empty(
            [
                Content.styled(self.t("drafting_view.board_empty_what"), DIM),
                Content(""),
                Content.styled(self.t("drafting_view.board_empty_how"), DIM),
            ]
        )
        self._show_draft()

    @property
    def _drawing(self) -> Drawing:
        has_room = self.size.width >= ROOMY
        return Drawing(self.session, self.language, self._checks, self.private, has_room)

    @property
    def _selected(self) -> Draft | None:
        drafts = self.session.drafting.drafts
        return next((draft for draft in drafts if draft.id == self._drafts.selected), None)

    def _draft_moved(self, key: str | None) -> None:
        del key
        self._draft.read_from_top()
        self._show_draft()

    def _show_draft(self) -> None:
        draft, drawing = self._selected, self._drawing
        self._draft.set_paragraphs(draft_in_full(draft, drawing) if draft else ())
        heading = (
            self.t("drafting_view.board_of", number=draft.number)
            if draft
            else self.t("drafting_view.board")
        )
        rows = board_rows(drawing, draft)
        people = self.t("drafting_view.board_people") if any(row.cells[2] for row in rows) else ""
        self._pinned.set_columns(
            [Column("", 1), Column(heading), Column(people, 6 if people else 0, "right")]
        )
        self._pinned.set_rows(rows)
        self._pin_moved(self._pinned.selected)

    def _pin_moved(self, key: str | None) -> None:
        self._pin_in_full.set_paragraphs(board_item_in_full(key, self._drawing))

    def _show_banner(self) -> None:
        if not self.size:
            return
        is_voting = open_vote(self.session.drafting.votes) is not None
        paragraphs = banner(
            self._drawing,
            self.room.dots_waited_for() if is_voting else (),
            self.room.now() if self._clock else None,
        )
        lines = wrapped(paragraphs, max(20, self.size.width - 4))
        self._banner.set_lines([*lines, Content("")] if lines else ())

    @property
    def selected_for_all(self) -> str:
        return self._drafts.selected or ""

    def facts(self) -> Sequence[Fact]:
        drafting, setup = self.session.drafting, self.session.setup
        facts: list[Fact] = [Message.of("drafting_view.count", len(drafting.drafts))]
        if drafting.drafts:
            facts.append(Message.of("drafting_view.shortlisted", len(shortlist(drafting))))
        facts.append(Message.of(f"drafting_view.authors.{setup.authors}"))
        if is_reading_silent(drafting):
            facts.append(Message.of("drafting_view.not_checking"))
        return [*facts, *self._stopped_clock()]

    def copy_text(self) -> str:
        """The statement alone, ready to be pasted."""
        draft = self._selected
        if draft is not None and self.active_pane is self._drafts:
            return draft.text
        return super().copy_text()

    def _choose_panes(self) -> None:
        if self.has_class("-wide"):
            self.panes = (self._drafts, self._draft, self._pinned)
        else:
            self.panes = (self._drafts, self._pinned if self.has_class("-board") else self._draft)
        self.activate(self._drafts)

    # -- what is laid over the drafts for a moment -------------------------------------------------

    def _lay_paper(self, paragraphs: Sequence[Content]) -> None:
        self._paper.set_paragraphs(paragraphs)
        self._paper.read_from_top()
        self.add_class("-paper")

    def _take_paper_away(self) -> None:
        self._paper.set_paragraphs(())
        self.remove_class("-paper")

    # -- the clock on the words --------------------------------------------------------------------

    @property
    def _clock(self) -> WordSmithing | None:
        """The stretch of word-smithing whose clock runs, if any."""
        return running(self.session.drafting.smithed, self.session.drafting.absences)

    def _stopped_clock(self) -> list[Fact]:
        """That the room was left with a running clock, until the next one is started."""
        drafting = self.session.drafting
        stopped = stopped_by_absence(drafting.smithed, drafting.absences)
        if stopped is None:
            return []
        _, at = stopped
        time = time_of_day(at.astimezone(), self.language)
        return [Message.of("drafting_view.clock_stopped", time=time)]

    def _run_clock(self) -> None:
        """Tick while somebody's words are being smithed, and never otherwise."""
        is_running = self._clock is not None
        if is_running and self._ticking is None and self.is_mounted:
            self._has_rung = False
            self._ticking = self.set_interval(1, self._tick)
        elif not is_running and self._ticking is not None:
            self._ticking.stop()
            self._ticking = None

    def _tick(self) -> None:
        self.room.see_nobody()
        on, drafting = self._clock, self.session.drafting
        if on is None:
            return
        self._show_banner()
        seconds = seconds_on(drafting.smithed, drafting.absences, on.draft, self.room.now())
        if seconds >= 60 * TIMEBOX_MINUTES and not self._has_rung:
            self._has_rung = True
            self.app.bell()
