"""The memory test: a draft is shown for ten seconds, hidden, and said back person by person."""

from textual.timer import Timer

from workshop_tui.domain.memory_test import (
    SECONDS_SHOWN,
    MemoryTest,
    RecordMemory,
    StartMemoryTest,
)
from workshop_tui.domain.message import Message
from workshop_tui.domain.values import find
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.drafting.host import NO_DRAFT_YET, DraftingHost
from workshop_tui.ui.stages.drafting.papers import hidden, to_remember
from workshop_tui.ui.widgets.question import Answers, LineQuestion


class MemoryTesting(CommandTarget):
    """One test at a time."""

    def __init__(self, host: DraftingHost) -> None:
        self._host = host
        self._test_id = ""
        self._seconds_left = 0
        self._counting_down: Timer | None = None
        self._is_remembering = False

    @property
    def is_showing(self) -> bool:
        """Whether the draft is to be read now."""
        return self._counting_down is not None

    @property
    def is_remembering(self) -> bool:
        """Whether the draft is hidden, and not all have said it back."""
        return self._is_remembering

    def reason_against(self, command: str) -> Message | None:
        del command
        return NO_DRAFT_YET if self._host.selected_draft is None else None

    def command_test_memory(self) -> None:
        """Show the selected draft for ten seconds, hide it, and ask what it said."""
        host, draft = self._host, self._host.selected_draft
        if draft is None or not host.act(StartMemoryTest(draft=draft.id)):
            return
        self._test_id = host.session.drafting.memory_tests[-1].id
        self._seconds_left = SECONDS_SHOWN
        self._counting_down = host.every(1, self._count_down)
        self._show_draft()

    async def hide(self) -> None:
        """Take the draft away, and ask what it said."""
        self._stop_counting()
        self._is_remembering = True
        await self._ask_memory()

    def end(self) -> None:
        """The test is over, however far it came."""
        self._stop_counting()
        self._is_remembering = False
        self._host.show_paper(None)

    @property
    def _test(self) -> MemoryTest:
        return find(self._host.session.drafting.memory_tests, self._test_id)

    def _show_draft(self) -> None:
        host = self._host
        room = host.paper_room
        host.show_paper(to_remember(self._test, self._seconds_left, room, host.drawing))

    async def _count_down(self) -> None:
        self._seconds_left -= 1
        if self._seconds_left > 0:
            self._show_draft()
        else:
            await self.hide()

    def _stop_counting(self) -> None:
        if self._counting_down is not None:
            self._counting_down.stop()
            self._counting_down = None

    async def _ask_memory(self) -> None:
        """One line per person until an empty one; nothing of it is shown before."""
        host, test = self._host, self._test
        draft = find(host.session.drafting.drafts, test.draft)
        host.show_paper(hidden(test, draft.number, host.drawing))

        async def then(answers: Answers) -> bool:
            line = answers.text("said")
            if not line:
                self.end()
                return True
            if not host.act(RecordMemory(test=test.id, said=line)):
                return False
            await self._ask_memory()
            return True

        question = LineQuestion(
            key="said",
            ask=host.t("drafting_view.ask_memory", place=len(test.said) + 1),
            hint=host.t("drafting_view.ask_memory_hint"),
            optional=True,
            asks_again=True,
        )
        await host.ask(f"memory {test.id}", [question], then, on_leave=self.end)
