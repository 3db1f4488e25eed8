"""The house: a stage has one name everywhere, and what must not be loaded is not."""

import subprocess
import sys
from pathlib import Path

import pytest

import workshop_tui
from workshop_tui.domain.values import STAGES
from workshop_tui.ui.commands.table import STAGE_COMMANDS
from workshop_tui.ui.stages.registry import STAGE_VIEWS

PACKAGE = Path(workshop_tui.__file__).parent
TESTS = Path(__file__).parent


def named(folder: Path, pattern: str, *, head: str = "") -> set[str]:
    """The names of files in a folder that are names of stages."""
    found = {path.name.removeprefix(head).partition(".")[0] for path in folder.glob(pattern)}
    return found & set(STAGES)


@pytest.mark.parametrize(
    ("where", "names"),
    [
        ("domain", named(PACKAGE / "domain", "*")),
        ("record", named(PACKAGE / "record", "*.py")),
        ("views", {view.parent.name for view in (PACKAGE / "ui" / "stages").glob("*/view.py")}),
        ("commands", named(PACKAGE / "ui" / "commands", "*.py")),
        ("English help", named(PACKAGE / "ui" / "help" / "en", "*.md")),
        ("Indonesian help", named(PACKAGE / "ui" / "help" / "id", "*.md")),
        ("English guide", named(PACKAGE / "ui" / "help" / "en", "*.guide.md")),
        ("Indonesian guide", named(PACKAGE / "ui" / "help" / "id", "*.guide.md")),
        ("tests of the domain", named(TESTS / "domain", "test_*.py", head="test_")),
        ("tests of the views", named(TESTS / "ui" / "stages", "test_*.py", head="test_")),
    ],
)
def test_a_stage_has_the_same_name_everywhere(where: str, names: set[str]) -> None:
    assert names == set(STAGES), where


def test_every_stage_has_its_commands_and_its_view() -> None:
    assert tuple(STAGE_COMMANDS) == STAGES
    assert [STAGE_VIEWS[stage]().stage for stage in STAGES] == list(STAGES)


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("workshop_tui.progress", {"textual", "rich", "tomllib", "tomli", "pathlib"}),
        ("workshop_tui.record.document", {"textual", "numpy"}),
        ("workshop_tui.room_on_disk", {"textual", "rich", "numpy"}),
        ("workshop_tui.text.statement", {"textual", "numpy"}),
        ("workshop_tui.text.reaction", {"textual", "numpy", "simplemma"}),
        ("workshop_tui.ui.commands.table", {"textual"}),
        (
            "workshop_tui.ui.app",
            {"numpy", "python_calamine", "markdown_it", "workshop_tui.ui.projector.slides"},
        ),
    ],
)
def test_a_module_loads_only_what_it_needs(module: str, unwanted: set[str]) -> None:
    code = f"import sys, {module}; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert unwanted & set(loaded) == set()
