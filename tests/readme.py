"""What README.md takes from the program: its commands, its keys, its picture. `make readme`."""

import asyncio
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from tests.stories import demo_en
from tests.stories.playing import play
from tests.ui.sample import opened_in_memory
from workshop_tui.cli.command_line import COMMANDS, command
from workshop_tui.domain.message import Message
from workshop_tui.language import say
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.commands.table import TABLE
from workshop_tui.ui.keys import shown_key

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PICTURE = ROOT / "screenshot.svg"
SIZE = (96, 28)
PLACES: Final[Mapping[Place, str]] = {
    "home": "Home",
    "setup": "Set-up",
    "survey": "Survey",
    "drafting": "Draft",
    "scoring": "Score",
    "gut_check": "Gut check",
    "ladder": "Probe ladder",
    "sheet": "Invitation and interview sheet",
    "sustain": "Sustain",
    "due": "Coming back",
    "brief": "Roll-out brief",
    "record": "Record",
    "guide": "Guide",
    "workshop": "Every stage",
    "stages": "Stages and pages over them",
    "lists": "Lists",
    "everywhere": "Everywhere",
}


def with_generated_parts(text: str) -> str:
    """The README with its tables made anew."""
    text = _between(text, "commands", commands_table())
    return _between(text, "keys", keys_table())


def commands_table() -> str:
    """Each command as it is typed, and what it does in a sentence."""
    rows = ["| Command | What it does |", "| --- | --- |"]
    for name in COMMANDS:
        usage = " ".join(
            piece for piece in (f"workshop-tui {name}", *_arguments(command(name))) if piece
        )
        usage = usage.replace("|", r"\|")
        rows.append(f"| `{usage}` | {say(Message(f'cli.short.{name}'), 'en')} |")
    return "\n".join(rows) + "\n"


def keys_table() -> str:
    """Each key: where it acts, and what it does."""
    rows = ["| Where | Key | What it does |", "| --- | --- | --- |"]
    for each in TABLE:
        if each.keys:
            keys = " ".join(f"`{shown_key(key)}`" for key in each.keys)
            rows.append(f"| {PLACES[each.where]} | {keys} | {say(each.help, 'en')} |")
    return "\n".join(rows) + "\n"


async def picture() -> str:
    """The survey stage of the English sample, as SVG that loads nothing from elsewhere."""
    room = play(demo_en.STORY)
    opened = opened_in_memory(room, folder=ROOT / "sessions" / "demo-en")
    app = WorkshopApp(language="en", opened=opened, environ={})
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2")
        await app.workers.wait_for_complete()
        await pilot.pause()
        svg = app.export_screenshot(title="workshop-tui")
    return re.sub(r",?\s*url\([^)]*\)( format\([^)]*\))?", "", svg)


def _arguments(of: click.Command) -> list[str]:
    pieces = []
    for param in of.params:
        if isinstance(param, click.Argument):
            name = (param.name or "").upper()
            pieces.append(name if param.required else f"[{name}]")
        elif isinstance(param, click.Option) and param.name != "help":
            value = "" if param.is_flag else f" {_value(param)}"
            pieces.append(f"[{param.opts[0]}{value}]")
    return pieces


def _value(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return "/".join(option.type.choices)
    return option.metavar or (option.name or "").upper()


def _between(text: str, name: str, made: str) -> str:
    pattern = re.compile(rf"(<!-- {name}: [^\n]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
    return pattern.sub(lambda found: f"{found[1]}\n{made}\n{found[2]}", text)


def main() -> int:
    """Write the README's tables and its picture."""
    README.write_text(with_generated_parts(README.read_text("utf-8")), "utf-8")
    PICTURE.write_text(asyncio.run(picture()), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
