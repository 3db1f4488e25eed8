"""An open workshop on the screen: its six stages, the way between them, and what all of them share.

Undo, the guide, the timer, the projector, the record. Leaves out what a stage itself does
(`stages`) and how pages are stacked (`frame`).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol

from workshop_tui.domain.message import Message
from workshop_tui.domain.scoring import open_round
from workshop_tui.domain.values import STAGES, Stage
from workshop_tui.language import say
from workshop_tui.progress import missing, where_it_stands
from workshop_tui.room import Change, NotSaved, Room
from workshop_tui.store.on_screen import OnScreen
from workshop_tui.ui.frame_lines import StageMark, TitleLine, saved_forms, title_line
from workshop_tui.ui.half_typed import HalfTypedKeeper
from workshop_tui.ui.opened import OpenedWorkshop
from workshop_tui.ui.other_survey import OtherSurvey
from workshop_tui.ui.page import Page, Surroundings
from workshop_tui.ui.projector.publisher import Publisher
from workshop_tui.ui.projector.view import SlideView
from workshop_tui.ui.readings import Readings
from workshop_tui.ui.stages.base import StageView
from workshop_tui.ui.timer import RoomTimer, now
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.questions import Questions

ROOM_FOR_GUIDE: Final = 110
"""Columns from which the guide stands beside the work instead of over it."""
MINUTES_WITHOUT_AGENDA: Final = 10


class WorkshopFrame(Surroundings, Protocol):
    """What an open workshop needs of its frame."""

    guide: Pane
    questions: Questions
    slide: SlideView

    @property
    def page(self) -> Page: ...

    async def swap_page(self, page: Page) -> None: ...


class Workshop:
    """The open workshop; does the commands of the place `workshop`."""

    def __init__(
        self,
        opened: OpenedWorkshop,
        frame: WorkshopFrame,
        views: Mapping[Stage, Callable[[], type[StageView]]],
    ) -> None:
        self.room: Room = opened.room
        self.stage: Stage = where_it_stands(opened.room.session)
        self.is_projecting = False
        self._opened = opened
        self._frame = frame
        self._readings = Readings(opened.room, opened.folder, frame.guide.run_worker)
        self._other_survey = OtherSurvey(opened.room, self._readings)
        self._publisher = Publisher(opened.show_on_screen, frame.guide)
        self.timer = RoomTimer(frame, frame.guide, self._time_box)
        self._half_typed = HalfTypedKeeper(frame.questions, opened.keep_half_typed, frame.guide)
        self._kinds = views
        self._views: dict[Stage, StageView] = {}
        self._wants_guide = False
        self._done: dict[Stage, bool] = {}
        self._is_behind = False
        """Whether entries were made that are not drawn yet."""
        self._unwatch: Callable[[], None] | None = None

    async def start(self) -> None:
        """Show the stage where the workshop stands and follow the Room from now on."""
        self._unwatch = self.room.watch(self._told)
        self._count_done()
        self._readings.watch(self._frame.redraw)
        await self.go_to(self.stage)
        said = self._half_typed.start(self._opened.half_typed())
        if said is not None:
            self._frame.show_notice(said)
        if self._opened.waiting and not self.is_projecting:
            await self._frame.open_page(self._due_page())
        # Reading the survey would hold up the first frame.
        self._frame.guide.call_after_refresh(self._start_reading)

    def _start_reading(self) -> None:
        # The first frame stands; only now is it time for what nobody sees.
        from workshop_tui.ui.proof_keeper import ProofKeeper  # noqa: PLC0415

        other, keep = self._other_survey, self._opened.keep_reading
        keeper = (ProofKeeper(self.room, self._readings, other, keep),) if keep else ()
        self._readings.start(other, *keeper)

    def _due_page(self) -> Page:
        # Most workshops that are opened have nothing that waits.
        from workshop_tui.ui.due import DuePage  # noqa: PLC0415

        return DuePage(self._opened.waiting, self.room.today, self._go_to_due)

    async def _go_to_due(self, stage: Stage, topic: str, key: str) -> None:
        await self.go_to(stage)
        self.view.point_at(topic, key)
        self._frame.redraw()

    def stop(self) -> None:
        """Let the Room go; whatever waits is written."""
        if self._unwatch is not None:
            self._unwatch()
            self._unwatch = None
        self.timer.stop()
        self._half_typed.stop()
        self._publisher.stop()
        self._readings.stop()
        self._opened.close()

    def _told(self, change: Change) -> None:
        # The log tells of a save from its own thread; call_later is safe from any.
        if change.entry is not None:
            self._is_behind = True
        self._frame.guide.app.call_later(self._follow)

    def _follow(self) -> None:
        """Draw what has changed, once for all that one command did."""
        if self._unwatch is None:
            return
        if self._is_behind:
            self._is_behind = False
            self._count_done()
            self.view.show(self.room.session)
            self.fit_guide()
        self._frame.redraw()

    def _count_done(self) -> None:
        session = self.room.session
        self._done = {stage: not missing(session, stage) for stage in STAGES}

    @property
    def view(self) -> StageView:
        """The view of the current stage."""
        return self._views[self.stage]

    async def go_to(self, stage: Stage) -> None:
        """Show a stage, as it is now; freely, whatever the one before still lacks."""
        self.stage = stage
        view = self._views.get(stage)
        is_new = view is None
        if view is None:
            view = self._views[stage] = self._kinds[stage]()(self.room)
            view.readings, view.other_survey = self._readings, self._other_survey
            view.opened = self._opened
        await self._frame.swap_page(view)
        if is_new or view.is_projecting != self.is_projecting:
            view.on_projector(self.is_projecting)
        else:
            view.show(self.room.session)
        self._frame.redraw()

    async def _leave_for(self, stage: Stage) -> None:
        left = self.stage
        await self.go_to(stage)
        is_back = STAGES.index(stage) < STAGES.index(left)
        lacking = () if is_back else missing(self.room.session, left)
        if lacking and left != stage:
            self._frame.show_notice(still_missing(left, lacking))

    def reason_against(self, command: str) -> Message | None:
        """Why a command of the workshop cannot act now."""
        if command == "next_stage" and self.stage == STAGES[-1]:
            return Message.of("ui.last_stage")
        if command == "previous_stage" and self.stage == STAGES[0]:
            return Message.of("ui.first_stage")
        if command == "guide" and self.is_projecting:
            return Message.of("ui.guide_is_private")
        if command == "copy" and not self.view.copy_text():
            return Message.of("ui.nothing_to_copy")
        return None

    async def command_next_stage(self) -> None:
        await self._leave_for(STAGES[STAGES.index(self.stage) + 1])

    async def command_previous_stage(self) -> None:
        await self._leave_for(STAGES[STAGES.index(self.stage) - 1])

    async def command_go_to_setup(self) -> None:
        await self._leave_for("setup")

    async def command_go_to_survey(self) -> None:
        await self._leave_for("survey")

    async def command_go_to_drafting(self) -> None:
        await self._leave_for("drafting")

    async def command_go_to_scoring(self) -> None:
        await self._leave_for("scoring")

    async def command_go_to_gut_check(self) -> None:
        await self._leave_for("gut_check")

    async def command_go_to_sustain(self) -> None:
        await self._leave_for("sustain")

    def command_undo(self) -> None:
        undone = self.room.undo(self.stage)
        self._frame.show_notice(Message.of("ui.undone", what=undone))

    def command_redo(self) -> None:
        redone = self.room.redo(self.stage)
        self._frame.show_notice(Message.of("ui.redone", what=redone))

    async def command_guide(self) -> None:
        if self._has_room_for_guide():
            self._wants_guide = not self._wants_guide
            self.fit_guide()
        else:
            from workshop_tui.ui.guide import GuidePage  # noqa: PLC0415 - keeps the start fast

            await self._frame.open_page(GuidePage(self.stage, self.room.session, self.room.now()))

    def fit_guide(self) -> None:
        """Show the guide beside the work where it is wanted and there is room for it."""
        guide = self._frame.guide
        shown = self._wants_guide and self._has_room_for_guide() and not self.is_projecting
        guide.screen.set_class(shown, "-guided")
        if shown:
            from workshop_tui.ui.guide import guide_paragraphs  # noqa: PLC0415 - as above

            guide.set_paragraphs(
                guide_paragraphs(
                    self.stage, self.room.session, self.room.now(), self._frame.language
                )
            )

    def _has_room_for_guide(self) -> bool:
        return self._frame.guide.app.size.width >= ROOM_FOR_GUIDE

    def command_projector(self) -> None:
        self.is_projecting = not self.is_projecting
        self.view.on_projector(self.is_projecting)
        self.fit_guide()
        said = "ui.projector_on" if self.is_projecting else "ui.projector_off"
        self._frame.show_notice(Message.of(said))

    def turn_projector(self) -> None:
        """Let the slide, here or in the projector's own program, show what the screen shows."""
        on_screen = self._on_screen()
        self._publisher.turn_to(on_screen)
        if self.is_projecting:
            # The start shows no slide.
            from workshop_tui.ui.projector.shown import Shown  # noqa: PLC0415
            from workshop_tui.ui.projector.slides import slide_of  # noqa: PLC0415

            shown = Shown(self.room.session, on_screen, self._readings.current)
            self._frame.slide.show(slide_of(shown, now()))

    def _on_screen(self) -> OnScreen:
        is_open = open_round(self.room.session.scoring) is not None
        return OnScreen(
            stage=self.stage,
            selected=self.view.selected_for_all,
            view=self.view.view_for_all or self.view.slide_for_all,
            waiting=len(self.room.waiting_for()) if is_open else 0,
            timer_ends_at=self.timer.ends_at,
        )

    async def command_export(self) -> None:
        # The first frame does not wait for what reads and draws the record.
        from workshop_tui.ui.record import RecordPage  # noqa: PLC0415

        await self._frame.open_page(RecordPage(self._opened))

    def command_copy(self) -> None:
        from workshop_tui.ui.clipboard import send_to_clipboard  # noqa: PLC0415 - as above
        from workshop_tui.ui.copied import Way, copied  # noqa: PLC0415 - as above

        text = self.view.copy_text()
        saved_to = self._opened.keep_copy(text)

        def say_where(way: Way) -> None:
            self._frame.show_notice(copied(saved_to, text, way))

        send_to_clipboard(self._frame.guide.app, text, say_where)

    def _time_box(self) -> tuple[str, int]:
        """What the view is at, else the stage's part of the agenda."""
        box = self.view.time_box()
        if box is not None:
            return box
        for item in self.room.session.setup.agenda:
            if item.stage == self.stage:
                return item.title, item.minutes
        return say(Message(f"stage.{self.stage}"), self._frame.language), MINUTES_WITHOUT_AGENDA

    def title_line(self, width: int) -> TitleLine:
        """Title, stages, timer and save state in `width` cells."""
        language = self._frame.language
        marks = [
            StageMark(
                say(Message(f"stage.{stage}"), language), self._done[stage], stage == self.stage
            )
            for stage in STAGES
        ]
        left = self.timer.shown()
        saved = saved_forms(self.room.save_state, language, read_only=self.room.read_only)
        right = [left + form for form in saved]
        return title_line(width, self.room.session.title, marks, right)

    @property
    def save_fault(self) -> Message | None:
        """Why the last entry is not on disk; None where it is, or is on its way."""
        state = self.room.save_state
        return state.reason if isinstance(state, NotSaved) else None


def still_missing(stage: Stage, lacking: Sequence[Message]) -> Message:
    """What a stage lacks when it is left: the first thing, and how many more there are."""
    first, *more = lacking
    name = Message(f"stage.{stage}")
    if more:
        return Message.of("ui.still_missing_more", len(more), stage=name, what=first)
    return Message.of("ui.still_missing", stage=name, what=first)
