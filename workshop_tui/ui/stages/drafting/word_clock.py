"""The clock on the words: how long the room has been smithing those of one draft.

It ticks while it runs, rings once when the time box is over, and never stops anybody.
"""

from collections.abc import Callable

from textual.timer import Timer

from workshop_tui.domain.message import Message
from workshop_tui.domain.word_smithing import (
    TIMEBOX_MINUTES,
    StartWordSmithing,
    StopWordSmithing,
    WordSmithing,
    running,
    seconds_on,
    stopped_by_absence,
)
from workshop_tui.language import clock as time_of_day
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.drafting.host import NO_DRAFT_YET, DraftingHost
from workshop_tui.ui.widgets.question import Answers, LineQuestion


class WordClock(CommandTarget):
    """Started on a draft, or on a word of it, and stopped with the same key."""

    def __init__(
        self, host: DraftingHost, draw: Callable[[], None], ring: Callable[[], None]
    ) -> None:
        """draw: the time that is shown, each second. ring: once, when the time box is over."""
        self._host = host
        self._draw = draw
        self._ring = ring
        self._ticking: Timer | None = None
        self._has_rung = False

    @property
    def running(self) -> WordSmithing | None:
        """The stretch of word-smithing whose clock runs, if any."""
        drafting = self._host.session.drafting
        return running(drafting.smithed, drafting.absences)

    def stopped(self) -> list[Message]:
        """That the room was left with a running clock, until the next one is started."""
        drafting = self._host.session.drafting
        stopped = stopped_by_absence(drafting.smithed, drafting.absences)
        if stopped is None:
            return []
        _, at = stopped
        time = time_of_day(at.astimezone(), self._host.language)
        return [Message.of("drafting_view.clock_stopped", time=time)]

    def follow(self) -> None:
        """Tick while somebody's words are being smithed, and never otherwise."""
        is_running = self.running is not None
        if is_running and self._ticking is None:
            self._has_rung = False
            self._ticking = self._host.every(1, self._tick)
        elif not is_running and self._ticking is not None:
            self._ticking.stop()
            self._ticking = None

    def _tick(self) -> None:
        room = self._host.room
        room.see_nobody()
        on, drafting = self.running, self._host.session.drafting
        if on is None:
            return
        self._draw()
        seconds = seconds_on(drafting.smithed, drafting.absences, on.draft, room.now())
        if seconds >= 60 * TIMEBOX_MINUTES and not self._has_rung:
            self._has_rung = True
            self._ring()

    def reason_against(self, command: str) -> Message | None:
        del command
        is_stuck = self._host.selected_draft is None and self.running is None
        return NO_DRAFT_YET if is_stuck else None

    async def command_smith_words(self) -> None:
        """Start the clock on the selected draft, or stop the one that runs."""
        host, clock, draft = self._host, self.running, self._host.selected_draft
        if clock is not None:
            host.act(StopWordSmithing(smithing=clock.id))
            return
        if draft is None:
            return

        def then(answers: Answers) -> bool:
            return host.act(StartWordSmithing(draft=draft.id, word=answers.text("word")))

        question = LineQuestion(
            key="word",
            ask=host.t("drafting_view.ask_smith", number=draft.number),
            hint=host.t("drafting_view.ask_smith_hint"),
            optional=True,
        )
        await host.ask(f"smith {draft.id}", [question], then)
