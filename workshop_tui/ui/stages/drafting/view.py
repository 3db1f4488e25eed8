"""The drafting stage on the screen: many statements, their versions and parents, narrowed to a few.

Drafts stand on the left, on the right one of them, or the insight board. Leaves out how rows are
made (`rows`, `details`, `board`, `banner`) and what the keys do to drafts: each of the view's
doers has the commands of one activity.
"""

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.drafting import Draft, is_reading_silent, shortlist
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.room import Room
from workshop_tui.ui.look import DIM
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.base import StageView
from workshop_tui.ui.stages.drafting.banner import banner
from workshop_tui.ui.stages.drafting.board_pane import BoardPane
from workshop_tui.ui.stages.drafting.check import Checker, Checks, load_checker
from workshop_tui.ui.stages.drafting.comparing import Comparing
from workshop_tui.ui.stages.drafting.details import draft_in_full
from workshop_tui.ui.stages.drafting.dot_voting import DotVoting
from workshop_tui.ui.stages.drafting.editing import Editing
from workshop_tui.ui.stages.drafting.exercises import Exercises
from workshop_tui.ui.stages.drafting.footer import matters_now
from workshop_tui.ui.stages.drafting.memory import MemoryTesting
from workshop_tui.ui.stages.drafting.merging import Merging
from workshop_tui.ui.stages.drafting.notes import Notes, takes_notes
from workshop_tui.ui.stages.drafting.origin import Origins
from workshop_tui.ui.stages.drafting.rows import Drawing, draft_columns, draft_rows
from workshop_tui.ui.stages.drafting.word_clock import WordClock
from workshop_tui.ui.widgets.arranging import Across
from workshop_tui.ui.widgets.lines import Block, Motion
from workshop_tui.ui.widgets.pane import Pane, wrapped
from workshop_tui.ui.widgets.rows import Column, RowList

WIDE: Final = 110
"""Cells from which the insight board stands beside the draft instead of in its place."""
ROOMY: Final = 140
"""Cells from which drafts keep a legible width beside all of their columns."""
PAPER_MARGIN: Final = (3, 1)
"""Cells left and right, lines above and beneath."""
SCROLLED_BY: Final[Mapping[str, Motion]] = {
    "up": "up",
    "down": "down",
    "pageup": "page_up",
    "pagedown": "page_down",
    "home": "first",
    "end": "last",
}
"""Keys in what is laid over the drafts."""
TALL: Final = 28
"""Lines from which the board stands beneath the drafts, where it is wide but not roomy."""


class DraftingView(StageView):
    """Drafts, the selected one in full, the insight board, and what the room is doing."""

    stage = "drafting"
    DEFAULT_CSS = """
    DraftingView {
        layout: vertical;
        & > #banner { height: auto; padding: 0 2; }
        & > #paper { height: 1fr; padding: 1 3; display: none; }
        & #drafts { width: 3fr; }
        & #draft { width: 2fr; padding: 0 0 0 2; }
        & #board { width: 2fr; padding: 0 0 0 1; display: none; }
        &.-board #draft { display: none; }
        &.-board #drafts { width: 1fr; }
        &.-board #board { display: block; width: 1fr; }
        &.-wide #drafts { width: 5fr; }
        &.-wide #draft { display: block; width: 3fr; }
        &.-wide #board { display: block; width: 3fr; }
        &.-stacked > Across {
            layout: grid;
            grid-size: 2 2;
            grid-columns: 3fr 2fr;
            grid-rows: 1fr 1fr;
        }
        &.-stacked #drafts, &.-stacked #draft, &.-stacked #board { width: 1fr; }
        &.-stacked #draft { row-span: 2; }
        &.-stacked #board { padding: 1 0 0 0; }
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
        self._board = BoardPane()
        self.panes = (self._drafts, self._draft)
        self._checker: Checker | None = None
        self._checks: Checks | None = None
        self._board_was_wanted = False
        self._board_chosen: bool | None = None
        self._exercises = Exercises(self)
        self._dots = DotVoting(self)
        self._memory = MemoryTesting(self)
        self._clock = WordClock(self, self._show_banner, self._ring)
        self.doers = (
            Editing(self),
            Merging(self),
            Notes(self),
            Comparing(self),
            Origins(self),
            self._exercises,
            self._dots,
            self._memory,
            self._clock,
        )

    def compose(self) -> ComposeResult:
        yield self._banner
        with Across():
            yield self._drafts
            yield self._draft
            yield self._board
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
        is_roomy, is_wide = event.size.width >= ROOMY, event.size.width >= WIDE
        self.set_class(is_roomy, "-roomy")
        self.set_class(is_wide and not is_roomy and event.size.height >= TALL, "-stacked")
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
        self._clock.follow()
        self._turn_to_board()
        self._show_banner()
        drawing = self.drawing
        self._drafts.set_columns(draft_columns(drawing))
        self._drafts.set_empty(
            [
                Content(self.t("drafting_view.empty_what")),
                Content(""),
                Content(self.t("drafting_view.empty_how")),
                Content(""),
                Content.styled(self.t("drafting_view.empty_whose"), DIM),
            ]
        )
        self._drafts.set_rows(draft_rows(drawing))
        self._show_draft()

    def _draft_moved(self, key: str | None) -> None:
        del key
        self._draft.read_from_top()
        self._show_draft()

    def _show_draft(self) -> None:
        draft, drawing = self.selected_draft, self.drawing
        self._draft.set_paragraphs(draft_in_full(draft, drawing) if draft else ())
        self._board.show(drawing, draft)

    def _show_banner(self) -> None:
        if not self.size:
            return
        paragraphs = banner(
            self.drawing,
            self.room.dots_waited_for() if self._dots.vote else (),
            self.room.now() if self._clock.running else None,
        )
        lines = wrapped(paragraphs, max(20, self.size.width - 4))
        self._banner.set_lines([*lines, Content("")] if lines else ())

    def _ring(self) -> None:
        self.app.bell()

    def facts(self) -> Sequence[Fact]:
        drafting, setup = self.session.drafting, self.session.setup
        facts: list[Fact] = [*self._exercises.left()]
        facts.append(Message.of("drafting_view.count", len(drafting.drafts)))
        if drafting.drafts:
            facts.append(Message.of("drafting_view.shortlisted", len(shortlist(drafting))))
        facts.append(Message.of(f"drafting_view.authors.{setup.authors}"))
        if is_reading_silent(drafting):
            facts.append(Message.of("drafting_view.not_checking"))
        return [*facts, *self._clock.stopped()]

    def footer(self) -> Sequence[tuple[str, Message]]:
        """While something lies over the drafts, the way back alone."""
        if self._has_paper:
            return [("Esc", Message.of("commands.back.label"))]
        return super().footer()

    # -- what is looked at -------------------------------------------------------------------------

    def time_box(self) -> tuple[str, int] | None:
        """The step of the exercise that is on."""
        return self._exercises.time_box()

    @property
    def selected_for_all(self) -> str:
        return self._drafts.selected or ""

    @property
    def view_for_all(self) -> str:
        """No draft at all from the moment one is hidden until all have said it back."""
        return "memory" if self._memory.is_remembering else ""

    def copy_text(self) -> str:
        """The statement alone, ready to be pasted."""
        draft = self.selected_draft
        if draft is not None and self.active_pane is self._drafts:
            return draft.text
        return super().copy_text()

    # -- what the doers know of the view -----------------------------------------------------------

    @property
    def drawing(self) -> Drawing:
        has_room = self.size.width >= ROOMY
        return Drawing(self.session, self.language, self._checks, self.private, has_room)

    @property
    def selected_draft(self) -> Draft | None:
        drafts = self.session.drafting.drafts
        return next((draft for draft in drafts if draft.id == self._drafts.selected), None)

    @property
    def selected_note(self) -> str:
        return self._board.selected_note if self.active_pane is self._board.items else ""

    def select_newest(self) -> None:
        self._drafts.select(self.session.drafting.drafts[-1].id)

    def select_newest_note(self) -> None:
        self._board.items.select(self.session.drafting.notes[-1].id)

    @property
    def _has_paper(self) -> bool:
        return self.has_class("-paper")

    @property
    def paper_room(self) -> tuple[int, int]:
        across, down = PAPER_MARGIN
        return max(1, self.size.width - 2 * across), max(1, self.size.height - 2 * down)

    def show_paper(self, paragraphs: Sequence[Content] | None) -> None:
        self._paper.set_paragraphs(paragraphs or ())
        self._paper.read_from_top()
        self.set_class(paragraphs is not None, "-paper")
        if paragraphs is None:
            self.show(self.session)

    # -- commands and keys -------------------------------------------------------------------------

    def reason_against(self, command: str) -> Message | None:
        if command == "show_board" and self.has_class("-wide"):
            return Message.of("drafting_view.board_is_shown")
        return super().reason_against(command)

    def matters(self, command: str) -> bool:
        is_on_note = bool(self.selected_note)
        return matters_now(
            command, self.session.drafting, self.selected_draft, is_on_note=is_on_note
        )

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Any key but Esc hides a draft that is to be remembered, and what else lies over them.

        What is longer than the screen is scrolled first.
        """
        is_key = isinstance(event, events.Key) and event.key != "escape"
        if is_key and self._memory.is_showing:
            await self._memory.hide()
            return True
        if isinstance(event, events.Key) and self._has_paper and event.key in SCROLLED_BY:
            self._paper.move(SCROLLED_BY[event.key])
            return True
        if is_key and self._has_paper:
            self._memory.end()
        return False

    def command_back(self) -> Awaitable[None] | None:
        """Esc takes away what lies over the drafts, before anything else."""
        if not self._has_paper:
            return super().command_back()
        self._memory.end()
        return None

    def command_show_board(self) -> None:
        """Where it is narrow: the board in place of the draft, or the draft again."""
        self._board_chosen = not self.has_class("-board")
        self._turn_to_board()

    def _turn_to_board(self) -> None:
        """Where it is narrow: what is looked at, until the room begins with something else.

        By itself the board stands there before the first draft, and while notes are taken.
        """
        is_wanted = not self.session.drafting.drafts or takes_notes(self.session.drafting)
        if is_wanted != self._board_was_wanted:
            self._board_was_wanted, self._board_chosen = is_wanted, None
        is_shown = is_wanted if self._board_chosen is None else self._board_chosen
        if is_shown != self.has_class("-board"):
            self.set_class(is_shown, "-board")
            self._choose_panes()

    def _choose_panes(self) -> None:
        items = self._board.items
        if self.has_class("-wide"):
            self.panes = (self._drafts, self._draft, items)
        else:
            self.panes = (self._drafts, items if self.has_class("-board") else self._draft)
        self.activate(self._drafts)
