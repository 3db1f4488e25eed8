"""What fills the work area: a stage, the home screen, help, the record. One of them has the keys.

A page holds panes that its commands move in. Leaves out: the frame around it (`frame`) and which
key calls which command (`commands`).
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, Protocol, TypeAlias

from textual import events
from textual.content import Content

from workshop_tui.domain.message import Message, Value
from workshop_tui.domain.values import Stage
from workshop_tui.language import Language, say
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.widgets.arranging import Arranging
from workshop_tui.ui.widgets.lines import Motion
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.question import Question
from workshop_tui.ui.widgets.questions import OnLeave, Then

Fact: TypeAlias = Message | Content | str
"""A piece of the facts line; a str is already in the user's language."""


class Say(Protocol):
    """A sentence of this key in the user's language."""

    def __call__(self, key: str, /, count: int | None = None, **values: Value) -> str: ...


class MovablePane(Protocol):
    """What a page's panes have in common."""

    def move(self, motion: Motion) -> bool: ...

    def set_active(self, active: bool) -> None: ...  # noqa: FBT001 - the value is the state itself

    def copy_text(self) -> str: ...


class CommandTarget(Protocol):
    """What commands are done by: it has a method `command_<name>` for each of its commands."""

    def reason_against(self, command: str) -> Message | None:
        """Why this command cannot act now; None where it can."""
        del command
        return None


class Asking(Protocol):
    """Who asks the user, in the user's language."""

    @property
    def language(self) -> Language: ...

    async def ask(
        self,
        name: str,
        questions: Sequence[Question],
        then: Then,
        *,
        on_leave: OnLeave | None = None,
    ) -> None:
        """Open a form; see `Questions.ask`."""
        ...


class PageHost(Asking, Protocol):
    """A page, as far as those know it that do some of its commands for it."""

    @property
    def t(self) -> Say: ...

    def notice(self, message: Message) -> None: ...


class Surroundings(Asking, Protocol):
    """What a page may ask of the frame that shows it."""

    @property
    def is_projecting(self) -> bool: ...

    def show_notice(self, message: Message) -> None: ...

    def redraw(self) -> None: ...

    def start_timer(self, title: str, minutes: int) -> None: ...

    def stop_timer(self) -> None: ...

    async def open_page(self, page: "Page") -> None: ...

    async def close_page(self) -> None: ...

    async def go_to(self, stage: Stage) -> None: ...


class Page(Arranging):
    """Fills the work area and does the commands of its places."""

    places: ClassVar[tuple[Place, ...]] = ("lists", "everywhere")
    """Where the commands that act here belong, nearest first."""
    title_key: ClassVar[str] = ""
    """The message that names the page on the title line; "" keeps the workshop's line."""

    DEFAULT_CSS = """
    Page { width: 1fr; height: 1fr; padding: 0 1; }
    """

    frame: Surroundings
    """The frame that shows the page; set when the page is opened."""
    panes: tuple[MovablePane, ...] = ()
    """The panes that Tab goes through, in order; set by the subclass."""
    doers: tuple[CommandTarget, ...] = ()
    """What does commands of this page for it, each those that it has; set by the subclass."""
    _active: int = 0

    @property
    def beneath_form(self) -> Pane | None:
        """What is read on this page while a form stands over it; None where that is nothing."""
        return None

    def facts(self) -> Sequence[Fact]:
        """What the facts line says; joined with semicolons."""
        return ()

    def footer(self) -> Sequence[tuple[str, Message]]:
        """Keys and labels for the bottom line of a page with a field; () takes the table's."""
        return ()

    def matters(self, command: str) -> bool:
        """Whether a command that can act has its place on the bottom line now.

        At most seven keys are calm; the rest are in the help and the palette.
        """
        del command
        return True

    def reason_against(self, command: str) -> Message | None:
        """Why this command cannot act now; None where it can."""
        del command
        return None

    def on_shown(self) -> None:
        """Called whenever the page comes to the front."""

    def on_projector(self, projector: bool) -> None:  # noqa: FBT001 - the value is the state itself
        """Called when projector mode goes on or off, and before the page is first shown."""

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Take a key before any command, for a page with a field of its own; False passes it on."""
        del event
        return False

    @property
    def language(self) -> Language:
        return self.frame.language

    def t(self, key: str, /, count: int | None = None, **values: Value) -> str:
        """The sentence of this key in the user's language."""
        return say(Message.of(key, count, **values), self.language)

    def notice(self, message: Message) -> None:
        """Say something on the facts line until the next key."""
        self.frame.show_notice(message)

    async def ask(
        self,
        name: str,
        questions: Sequence[Question],
        then: Then,
        *,
        on_leave: OnLeave | None = None,
    ) -> None:
        """Open a form; see `Questions.ask`."""
        await self.frame.ask(name, questions, then, on_leave=on_leave)

    @property
    def active_pane(self) -> MovablePane | None:
        return self.panes[self._active % len(self.panes)] if self.panes else None

    def activate(self, pane: MovablePane) -> None:
        """Make this the pane that the arrow keys move in."""
        for place, other in enumerate(self.panes):
            other.set_active(other is pane)
            if other is pane:
                self._active = place

    def _move(self, motion: Motion) -> None:
        pane = self.active_pane
        if pane is not None and not pane.move(motion) and motion in {"left", "right"}:
            self._to_pane(1 if motion == "right" else -1)

    def _to_pane(self, step: int) -> None:
        if self.panes:
            self.activate(self.panes[(self._active + step) % len(self.panes)])

    def command_move_down(self) -> None:
        self._move("down")

    def command_move_up(self) -> None:
        self._move("up")

    def command_move_next(self) -> None:
        pane = self.active_pane
        if pane is not None and not pane.move("next"):
            self.command_move_down()

    def command_move_previous(self) -> None:
        pane = self.active_pane
        if pane is not None and not pane.move("previous"):
            self.command_move_up()

    def command_move_left(self) -> None:
        self._move("left")

    def command_move_right(self) -> None:
        self._move("right")

    def command_page_down(self) -> None:
        self._move("page_down")

    def command_page_up(self) -> None:
        self._move("page_up")

    def command_move_first(self) -> None:
        self._move("first")

    def command_move_last(self) -> None:
        self._move("last")

    def command_next_pane(self) -> None:
        self._to_pane(1)

    def command_previous_pane(self) -> None:
        self._to_pane(-1)


async def run_on(target: CommandTarget, command: str) -> None:
    """Do a command completely: `command_<name>` of the target, awaited where it is a coroutine."""
    method: Callable[[], Awaitable[None] | None] = getattr(target, f"command_{command}")
    result = method()
    if result is not None:
        await result


def does(target: CommandTarget, command: str) -> bool:
    """Whether the target has this command."""
    return hasattr(target, f"command_{command}")
