"""The roll-out brief on the screen: read, written in both languages, copied."""

from pathlib import Path

import pytest

from tests.cli.command_line import new_session
from tests.ui.sample import Sample, screen_text
from tests.ui.survey_sample import settled
from workshop_tui.cli.run import Run
from workshop_tui.cli.shelf import DiskShelf
from workshop_tui.domain.sustain import WriteBriefPart
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.stages.registry import STAGE_VIEWS

NAMES = [
    f"roll-out-brief.{language}.{ending}" for language in ("en", "id") for ending in ("html", "md")
]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_brief_is_shown_and_written_in_both_languages(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = new_session(tmp_path)
    shelf = DiskShelf(Run("en", tmp_path))
    opened = shelf.open(str(folder))
    typed = "I call back [bold]today[/]."
    opened.room.do(WriteBriefPart(part="how_i_contribute", language="en", text=typed))
    app = WorkshopApp(language="en", opened=opened, environ={})

    async with app.run_test(size=size) as pilot:
        await pilot.press("6", "b")
        await settled(pilot)
        shown = screen_text(app)
        await pilot.press("l")
        await settled(pilot)
        other = screen_text(app)
        await pilot.press("w")
        said = screen_text(app)

    assert "What it is" in shown
    assert "The brief in English" in shown
    assert "Apa ini" in other
    assert "The brief in Indonesian" in other
    assert "Written in both languages: roll-out-brief.*.md" in said
    assert sorted(path.name for path in folder.glob("roll-out-brief*")) == NAMES
    indonesian = (folder / "roll-out-brief.id.md").read_text(encoding="utf-8")
    assert "## Apa peran saya" in indonesian
    assert "Bagian ini ditulis dalam bahasa Inggris" in indonesian
    assert "I call back" in indonesian
    page = (folder / "roll-out-brief.en.html").read_text(encoding="utf-8")
    assert "I call back [bold]today[/]." in page


async def test_the_brief_is_copied_and_kept() -> None:
    sample = Sample()
    app = WorkshopApp(language="en", opened=sample.opened, environ={}, views=STAGE_VIEWS)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6", "b", "y")
        await pilot.pause()

    assert len(sample.outside.kept) == 1
    assert "## How I contribute" in sample.outside.kept[0]
