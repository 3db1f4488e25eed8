"""A few screens of the sample workshops, as text, looked at by a person once and held since.

Text and not pictures: a change reads as a diff. Colours are held by other tests. Sustain is left
out, because what is overdue depends on the day.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories import demo_en, demo_id
from tests.stories.playing import play
from tests.ui.sample import opened_in_memory, screen_text
from workshop_tui.language import Language
from workshop_tui.ui.app import WorkshopApp

SESSIONS = Path(__file__).parents[2] / "sessions"
GOLDEN = Path(__file__).parents[1] / "golden" / "screens"
SWITCH = "UPDATE_GOLDEN"
COMMAND = f"{SWITCH}=1 python -m pytest tests/ui/test_screens.py"
STORIES = {"en": demo_en.STORY, "id": demo_id.STORY}
KEYS = {
    "setup": "1",
    "survey": "2",
    "cloud": "2v",
    "drafting": "3",
    "scoring": "4",
    "gut_check": "5",
}


@pytest.fixture(autouse=True)
def _one_time_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The title line says when it was saved, in local time."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize("screen", KEYS)
@pytest.mark.parametrize(
    ("language", "size"), [("en", (80, 24)), ("en", (120, 40)), ("id", (80, 24))]
)
async def test_a_screen_looks_as_it_did(
    screen: str, language: Language, size: tuple[int, int]
) -> None:
    path = GOLDEN / f"{screen}.{language}.{size[0]}x{size[1]}.txt"
    opened = opened_in_memory(play(STORIES[language]), folder=SESSIONS / f"demo-{language}")
    app = WorkshopApp(language=language, opened=opened, environ={})

    async with app.run_test(size=size) as pilot:
        await pilot.press(*KEYS[screen])
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        shown = screen_text(app) + "\n"

    if os.environ.get(SWITCH):
        path.write_text(shown, "utf-8")
    assert path.exists(), f"{path.name} is not there yet. Write it with: {COMMAND}"
    assert shown == path.read_text("utf-8"), f"{path.name} changed. If it should, then: {COMMAND}"
