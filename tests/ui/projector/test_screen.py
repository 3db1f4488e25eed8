"""The projector's own program: it turns with the facilitator's screen, and by hand between that."""

from collections.abc import Callable

from textual.pilot import Pilot

from tests.large_letters import read_aloud
from tests.ui.sample import Outside, opened_in_memory, screen_text
from tests.workshops import started_room
from workshop_tui.cli.projector_app import ProjectorApp
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.store.on_screen import OnScreen
from workshop_tui.ui.config import Config

SET_UP, DRAFTING = OnScreen(stage="setup"), OnScreen(stage="drafting", selected="draft1")


class Projector:
    """The program beside a facilitator's screen, and how often it looked there."""

    def __init__(self) -> None:
        self.outside = Outside(on_screen=[SET_UP])
        self.looks = 0
        room = started_room(AddDraft(text="We help fix it."))
        self.app = ProjectorApp(
            language="en",
            config=Config(),
            look=self._look,
            opened=opened_in_memory(room, self.outside),
        )

    def _look(self) -> None:
        self.looks += 1

    def text(self) -> str:
        return read_aloud(screen_text(self.app))

    async def shows(self, pilot: Pilot[None], text: str) -> None:
        await _until(pilot, lambda: text in self.text())

    async def looks_again(self, pilot: Pilot[None]) -> None:
        before = self.looks
        await _until(pilot, lambda: self.looks > before + 1)


async def _until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    while not is_so():
        await pilot.pause()


async def test_a_stage_that_was_turned_to_by_hand_stays_until_the_facilitator_turns() -> None:
    projector = Projector()

    async with projector.app.run_test(size=(80, 24)) as pilot:
        await projector.shows(pilot, "Clean rides")
        await pilot.press("3")
        await projector.looks_again(pilot)
        by_hand = projector.text()
        projector.outside.on_screen.append(DRAFTING)
        await projector.shows(pilot, "draft 1 of 1")
        projector.outside.on_screen.append(SET_UP)
        await projector.shows(pilot, "Clean rides")

    assert "We help fix it." in by_hand
    assert "Clean rides" not in by_hand
