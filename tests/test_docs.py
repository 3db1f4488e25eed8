"""What the papers say is what the program does."""

import re

import pytest

from tests.readme import PICTURE, README, ROOT, with_generated_parts
from workshop_tui import __version__
from workshop_tui.cli.command_line import COMMANDS
from workshop_tui.domain.values import STAGES


def test_the_tables_of_the_readme_are_made_from_the_program() -> None:
    text = README.read_text("utf-8")

    assert text == with_generated_parts(text), "run `make readme`"


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text("utf-8")

    assert [name for name in COMMANDS if f"`workshop-tui {name}" not in text] == []


def test_the_picture_is_there_and_loads_nothing_from_elsewhere() -> None:
    svg = PICTURE.read_text("utf-8")

    assert "customer" in svg
    assert re.findall(r"(?:href|src|url)\s*[=(]\s*[\"']?(https?:[^\"')]*)", svg) == []


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_is_in_the_map(stage: str) -> None:
    assert f"`{stage}`" in (ROOT / "ARCHITECTURE.md").read_text("utf-8")


def test_every_package_is_in_the_map() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    packages = {f"{path.parent.name}/" for path in (ROOT / "workshop_tui").glob("*/__init__.py")}
    modules = {path.name for path in (ROOT / "workshop_tui").glob("[a-z]*.py")}

    assert [name for name in sorted(packages | modules) if f"`{name}`" not in text] == []


def test_the_changelog_speaks_of_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_link_between_the_papers_leads_somewhere() -> None:
    for paper in ("README.md", "ARCHITECTURE.md", "CHANGELOG.md"):
        text = (ROOT / paper).read_text("utf-8")
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
        assert [link for link in links if not (ROOT / link).exists()] == []
