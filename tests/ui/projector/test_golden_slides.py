"""The slides of the sample workshops, as text, looked at by a person once and held since."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.stories import demo_en, demo_id
from tests.stories.playing import play, reading
from workshop_tui.language import Language
from workshop_tui.store.on_screen import AGREEMENT, ROUNDS, OnScreen
from workshop_tui.ui.projector.shown import Shown
from workshop_tui.ui.projector.slide import slide_lines
from workshop_tui.ui.projector.slides import slide_of

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
GOLDEN = Path(__file__).parents[2] / "golden" / "slides"
SWITCH = "UPDATE_GOLDEN"
COMMAND = f"{SWITCH}=1 python -m pytest tests/ui/projector/test_golden_slides.py"
STORIES = {"en": demo_en.STORY, "id": demo_id.STORY}
SLIDES = {
    "agenda": OnScreen("setup", timer_ends_at=datetime(2026, 11, 22, 10, 4, 31, tzinfo=UTC)),
    "words": OnScreen("survey"),
    "draft": OnScreen("drafting", selected="draft13"),
    "shortlist": OnScreen("drafting"),
    "scores": OnScreen("scoring", selected="draft13"),
    "rounds": OnScreen("scoring", selected="draft13", view=ROUNDS),
    "hands": OnScreen("scoring", selected="draft13", view=AGREEMENT),
    "gut check": OnScreen("gut_check"),
    "steps": OnScreen("sustain"),
}


@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
def test_the_slides_look_as_they_did(language: Language, size: tuple[int, int]) -> None:
    path = GOLDEN / f"{language}.{size[0]}x{size[1]}.txt"
    session = play(STORIES[language]).session
    read = reading(STORIES[language], session.survey)
    edge = "═" * size[0]

    slides = []
    for name, on_screen in SLIDES.items():
        lines = slide_lines(slide_of(Shown(session, on_screen, read), NOW), *size)
        slides += [f"{name} {edge}"[: size[0]], *(line.plain.rstrip() for line in lines)]
    drawn = "\n".join([*slides, edge, ""])

    if os.environ.get(SWITCH):
        path.write_text(drawn, "utf-8")
    assert path.exists(), f"{path.name} is not there yet. Write it with: {COMMAND}"
    assert drawn == path.read_text("utf-8"), f"{path.name} changed. If it should, then: {COMMAND}"
