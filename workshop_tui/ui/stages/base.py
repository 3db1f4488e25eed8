"""What the six stage views share: how a view is shown, asked about and made to act.

A view draws a frozen Session and sends actions to the Room; it decides nothing about a workshop.
What its keys do is done by small objects, its `doers`: each has the commands of one activity, and
knows of the view what its host protocol says and no more. Views do not know one another.
"""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, ClassVar, Protocol, runtime_checkable

import msgspec
from textual.content import Content
from textual.timer import Timer

from workshop_tui.domain.hidden_box import HiddenAction
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.session import Session, WorkshopAction
from workshop_tui.domain.values import Stage
from workshop_tui.room import Room
from workshop_tui.ui.commands.command import PLACES_OF_A_STAGE, Place
from workshop_tui.ui.look import blanked
from workshop_tui.ui.opened import OpenedWorkshop
from workshop_tui.ui.other_survey import OtherSurvey
from workshop_tui.ui.page import MovablePane, Page, PageHost, Surroundings
from workshop_tui.ui.readings import Readings
from workshop_tui.ui.widgets.question import Answers, LineQuestion, Question


@runtime_checkable
class Filtered(MovablePane, Protocol):
    """A pane that `/` can filter: a list, or words in a picture."""

    @property
    def filter(self) -> str: ...

    @property
    def shown(self) -> Sequence[object]: ...

    def set_filter(self, needle: str) -> None: ...


class Form(msgspec.Struct, frozen=True):
    """name: which form it is, with what it is about. action: what the answers ask the Room for."""

    name: str
    questions: Sequence[Question]
    action: Callable[[Answers], WorkshopAction]


class StageHost(PageHost, Protocol):
    """A stage view, as far as its doers know it."""

    room: Room
    frame: Surroundings

    @property
    def session(self) -> Session: ...

    def show(self, session: Session) -> None: ...

    def act(self, action: WorkshopAction | HiddenAction, by: str = "") -> bool: ...

    def act_all(self, actions: Sequence[WorkshopAction | HiddenAction], by: str = "") -> bool: ...

    async def ask_form(self, form: Form) -> None: ...


class StageView(Page):
    """The screen of one stage. A subclass sets `stage`, yields its panes and redraws in `show`.

    Every command of the stage's table is a method `command_<name>`, plain or async: of one of the
    view's doers, or of the view where it only changes what is shown.
    """

    stage: ClassVar[Stage]
    readings: Readings
    """The reading of the survey, made beside the screen; set before the view comes up."""
    other_survey: OtherSurvey
    """The survey that stands beside it, if any; set before the view comes up."""
    opened: OpenedWorkshop
    """What can be done with the workshop outside its Room; set before the view comes up."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "stage" in cls.__dict__:
            cls.places = (cls.stage, *PLACES_OF_A_STAGE)

    def __init__(self, room: Room) -> None:
        super().__init__(id=f"stage-{self.stage}")
        self.room = room
        self.is_projecting = False

    places: ClassVar[tuple[Place, ...]] = PLACES_OF_A_STAGE

    def show(self, session: Session) -> None:
        """Draw the session. Synchronous; called after every change, and when the view comes up.

        Hand rows to the lists under stable keys and the cursor stays where it is.
        """
        raise NotImplementedError

    @property
    def session(self) -> Session:
        return self.room.session

    def act(self, action: WorkshopAction | HiddenAction, by: str = "") -> bool:
        """Do an action; a refusal is said on the facts line. Whether it was done.

        by: the id of the person who did it; "" for the facilitator.
        """
        return self.act_all([action], by)

    def act_all(self, actions: Sequence[WorkshopAction | HiddenAction], by: str = "") -> bool:
        """Do actions one after the other until one is refused. Whether all were done.

        Drawn at once, and once for all, so that the caller finds its rows. What the caller notes
        for itself afterwards is drawn when its command has ended: the workshop watches the Room.
        """
        done, refusal = 0, None
        try:
            for action in actions:
                self.room.do(action, by)
                done += 1
        except RefusedError as refused:
            refusal = refused.reason
        if done:
            self.show(self.session)
        if refusal is not None:
            self.notice(refusal)
        return refusal is None

    async def ask_form(self, form: Form) -> None:
        """Ask, and do what the answers say; what is refused stays in the field."""

        def then(answers: Answers) -> bool:
            return self.act(form.action(answers))

        await self.ask(form.name, form.questions, then)

    @property
    def selected_for_all(self) -> str:
        """What the room's attention is on: the key of a row that may be shown to all; "" for none.

        A view whose first list has keys that say nothing to others, or too much, says so itself.
        """
        return ""

    @property
    def view_for_all(self) -> str:
        """A view of the stage that the room is to see too; "" where the stage's slide is enough."""
        return ""

    @property
    def slide_for_all(self) -> str:
        """Which slide the room sees where the stage has several; "" for the usual one."""
        return ""

    def private(self, content: Content) -> Content:
        """Content for the facilitator alone: as wide as it is, but empty, on a projector."""
        return blanked(content) if self.is_projecting else content

    def beside_the_screen(self, work: Coroutine[Any, Any, None]) -> None:
        """Run this while the screen goes on."""
        self.run_worker(work)

    def every(self, seconds: float, do: Callable[[], Awaitable[None] | None]) -> Timer:
        """Do this again and again until the timer is stopped, or the view is gone."""
        return self.set_interval(seconds, do)

    def time_box(self) -> tuple[str, int] | None:
        """What the timer times here: a title and minutes; None leaves it to the agenda."""
        return None

    def on_projector(self, projector: bool) -> None:  # noqa: FBT001 - the value is the state itself
        """Draw the view again: it lies under the slide, and holds nothing private even there."""
        self.is_projecting = projector
        self.show(self.session)

    def point_at(self, topic: str, key: str) -> None:
        """Put the cursor on this, for a stage that has topics."""

    def copy_text(self) -> str:
        """What `y` copies: what is selected. "" where there is nothing."""
        return self.active_pane.copy_text() if self.active_pane else ""

    @property
    def _filtered(self) -> Filtered | None:
        pane = self.active_pane
        return pane if isinstance(pane, Filtered) else None

    def reason_against(self, command: str) -> Message | None:
        """Why a command cannot act now. Subclasses ask `super()` for those that are not theirs."""
        if command == "filter" and self._filtered is None:
            return Message.of("ui.no_list_to_filter")
        return None

    async def command_filter(self) -> None:
        """Type to see only the rows that hold the words; Enter keeps that, Esc shows all."""
        rows = self._filtered
        if rows is None:
            return

        def so_far(text: str) -> Sequence[str]:
            rows.set_filter(text)
            return [self.t("ui.rows_found", count=len(rows.shown))]

        def keep(answers: Answers) -> None:
            rows.set_filter(answers.text("words"))

        question = LineQuestion(
            key="words", ask=self.t("ui.filter"), value=rows.filter, optional=True, live=so_far
        )
        await self.ask("filter", [question], keep, on_leave=lambda: rows.set_filter(""))

    def command_back(self) -> Awaitable[None] | None:
        """Esc: show all rows again. A view may go back from something it has opened."""
        for pane in self.panes:
            if isinstance(pane, Filtered):
                pane.set_filter("")
        return None
