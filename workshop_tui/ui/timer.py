"""The timer of one agenda item. It rings and runs on past its end; it never stops anybody.

An hour past its end nobody minds it any more: it was left running, over lunch or over night.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final, Self

import msgspec
from msgspec.structs import replace
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from workshop_tui.domain.message import Message
from workshop_tui.language import say
from workshop_tui.ui.look import ACCENT, STRONG, WARN
from workshop_tui.ui.page import CommandTarget, Surroundings
from workshop_tui.ui.widgets.question import Answers, ChoiceQuestion, Option

MINUTES_MORE: Final = 5
TIMER_WIDTH: Final = 6
MINDED_SECONDS: Final = 60 * 60
"""How long past its end it is still looked at."""


def now() -> datetime:
    """The time, UTC."""
    return datetime.now(UTC)


class BoxTimer(msgspec.Struct, frozen=True):
    """A running time box: a value.

    title: the agenda item, "" for none. ends_at: seconds of a clock that only goes forward.
    """

    title: str
    ends_at: float
    has_rung: bool = False

    @classmethod
    def started(cls, title: str, minutes: int, now: float) -> Self:
        """A box of so many minutes from now."""
        return cls(title, now + 60 * minutes)

    def extended(self, minutes: int, now: float) -> Self:
        """So many more minutes; counted from now where the time is up."""
        return replace(self, ends_at=max(self.ends_at, now) + 60 * minutes, has_rung=False)

    def seconds_left(self, now: float) -> int:
        """Whole seconds until the end; negative past it."""
        return round(self.ends_at - now)

    def is_forgotten(self, now: float) -> bool:
        """Whether it ran out so long ago that what it shows means nothing."""
        return self.seconds_left(now) < -MINDED_SECONDS

    def shown(self, now: float) -> str:
        """`4:31`, and `+0:12` twelve seconds past the end."""
        left = self.seconds_left(now)
        sign = "+" if left < 0 else ""
        return f"{sign}{abs(left) // 60}:{abs(left) % 60:02}"

    def rung(self) -> Self:
        """The same box once its bell has rung."""
        return replace(self, has_rung=True)


class RoomTimer(CommandTarget):
    """The one timer of the room, on the title line and on the slides."""

    def __init__(
        self, frame: Surroundings, widget: Widget, what_to_time: Callable[[], tuple[str, int]]
    ) -> None:
        """widget: the timer ticks while it is there. what_to_time: a title, and minutes."""
        self._frame = frame
        self._widget = widget
        self._what_to_time = what_to_time
        self._box: BoxTimer | None = None
        self._ticking: Timer | None = None
        self.ends_at: datetime | None = None
        """When the time is up, for the projector's own program; None where no timer runs."""

    async def command_timer(self) -> None:
        if self._box is None:
            self.start(*self._what_to_time())
            return
        language = self._frame.language
        more = say(Message.of("ui.timer_more", count=MINUTES_MORE), language)
        stop = say(Message.of("ui.timer_stop"), language)
        question = ChoiceQuestion(
            key="what",
            ask=say(Message.of("ui.timer_running"), language),
            options=(Option("more", more), Option("stop", stop)),
            default="more",
        )
        await self._frame.ask("timer", [question], self._change)

    def start(self, title: str, minutes: int) -> None:
        """Time this softly, in place of what was timed before."""
        self.stop()
        self._run(BoxTimer.started(title, minutes, time.monotonic()))
        self._ticking = self._widget.set_interval(1, self._tick)
        self._frame.show_notice(Message.of("ui.timer_started", count=minutes, title=title))

    def stop(self) -> None:
        """Take the timer off the title line."""
        if self._ticking is not None:
            self._ticking.stop()
        self._box, self.ends_at, self._ticking = None, None, None

    def shown(self) -> Content:
        """What is left; empty where none runs."""
        if self._box is None:
            return Content("")
        at = time.monotonic()
        style = WARN if self._box.seconds_left(at) <= 0 else f"{STRONG} {ACCENT}"
        return Content.styled(self._box.shown(at).rjust(TIMER_WIDTH), style) + Content("  ")

    def _change(self, answers: Answers) -> None:
        if answers.text("what") == "stop" or self._box is None:
            self.stop()
        else:
            self._run(self._box.extended(MINUTES_MORE, time.monotonic()))

    def _run(self, box: BoxTimer) -> None:
        self._box = box
        left = box.seconds_left(time.monotonic())
        self.ends_at = now().replace(microsecond=0) + timedelta(seconds=left)

    def _tick(self) -> None:
        box = self._box
        if box is None:
            return
        at = time.monotonic()
        if box.is_forgotten(at):
            self.stop()
        elif box.seconds_left(at) <= 0 and not box.has_rung:
            self._box = box.rung()
            self._widget.app.bell()
            self._frame.show_notice(Message.of("ui.time_is_up", title=box.title))
        self._frame.redraw()
