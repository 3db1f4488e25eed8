"""The command table: one row per command, one command per key, and a way to do each of them."""

import subprocess
import sys

import pytest

from tests.readme import keys_table
from tests.workshops import started_room
from workshop_tui.domain.message import Message
from workshop_tui.domain.values import STAGES, Stage
from workshop_tui.language import say
from workshop_tui.ui.brief import BriefPage
from workshop_tui.ui.commands.command import Command
from workshop_tui.ui.commands.table import (
    STAGE_COMMANDS,
    TABLE,
    TOGETHER,
    Keymap,
    clashes,
)
from workshop_tui.ui.due import DuePage
from workshop_tui.ui.frame import Frame
from workshop_tui.ui.guide import GuidePage
from workshop_tui.ui.home import HomePage
from workshop_tui.ui.keys import key_name, read_key, shown_key
from workshop_tui.ui.page import CommandTarget, Page, does
from workshop_tui.ui.record import RecordPage
from workshop_tui.ui.stages.base import StageView
from workshop_tui.ui.stages.gut_check.ladder import LadderPage
from workshop_tui.ui.stages.gut_check.sheets import SheetPage
from workshop_tui.ui.stages.registry import STAGE_VIEWS
from workshop_tui.ui.timer import RoomTimer
from workshop_tui.ui.workshop import Workshop

CONTRACT = {
    "[": "previous_stage",
    "]": "next_stage",
    "u": "undo",
    "U": "redo",
    "g": "guide",
    "t": "timer",
    "p": "projector",
    "/": "filter",
    "e": "export",
    "y": "copy",
    "?": "help",
    "ctrl+p": "palette",
}
DONE_BY: dict[str, tuple[type, ...]] = {
    "home": (HomePage,),
    "workshop": (Workshop, RoomTimer, StageView, Frame),
    "stages": (Workshop,),
    "record": (RecordPage,),
    "guide": (GuidePage,),
    "due": (DuePage,),
    "brief": (BriefPage,),
    "ladder": (LadderPage,),
    "sheet": (SheetPage,),
    "lists": (Page,),
    "everywhere": (Frame,),
}


def test_no_key_calls_two_commands_in_one_place() -> None:
    assert clashes(TABLE) == []


def test_a_command_has_one_name_within_each_place() -> None:
    twice = [
        (places[0], command.name)
        for places in TOGETHER
        for command in TABLE
        if command.where in places
        and sum(o.name == command.name and o.where in places for o in TABLE) > 1
    ]

    assert twice == []


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize(("key", "name"), CONTRACT.items())
def test_the_keys_of_the_contract_act_in_every_stage(stage: str, key: str, name: str) -> None:
    places = next(places for places in TOGETHER if places[0] == stage)

    command = Keymap().called_by(key, places)

    assert command is not None
    assert command.name == name


def test_nothing_needs_a_key_that_terminals_and_multiplexers_take_for_themselves() -> None:
    taken = {"ctrl+a", "ctrl+b", "ctrl+q", "ctrl+s", "ctrl+z", "ctrl+c"}

    assert [command.name for command in TABLE if taken & set(command.keys)] == []


def test_every_key_of_the_table_is_one_that_the_config_file_could_name() -> None:
    keys = [key for command in TABLE for key in command.keys]

    assert [key for key in keys if read_key(key) != key] == []


@pytest.mark.parametrize("command", [c for c in TABLE if c.where not in STAGE_COMMANDS])
def test_every_shared_command_is_done_by_somebody(command: Command) -> None:
    doers = DONE_BY[command.where]

    assert any(does(doer, command.name) for doer in doers)  # type: ignore[arg-type] # a class has its methods too


@pytest.mark.parametrize("stage", STAGES)
def test_every_command_of_a_stage_is_done_by_its_view_or_one_of_its_doers(stage: Stage) -> None:
    view = STAGE_VIEWS[stage]()(started_room())
    shared = {command.name for command in TABLE if command.where not in STAGE_COMMANDS}
    wanted = sorted(command.name for command in STAGE_COMMANDS[stage])

    done = [name for doer in (view, *view.doers) for name in commands_of(doer)]

    assert sorted(name for name in done if name not in shared) == wanted


def commands_of(doer: CommandTarget) -> list[str]:
    return [
        name.removeprefix("command_") for name in dir(type(doer)) if name.startswith("command_")
    ]


def test_a_key_can_be_moved() -> None:
    keymap, faults = Keymap.with_changes({"quit": "f10", "help": ["f2", "F1"]})

    assert faults == ()
    assert keymap.named("quit").keys == ("f10",)
    assert keymap.named("help").keys == ("f2", "f1")
    assert keymap.called_by("q", ("everywhere",)) is None


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"quit": "u"}, Message.of("config.clash", key="u", one="undo", other="quit")),
        ({"fly": "f"}, Message.of("config.unknown_command", name="fly")),
        ({"quit": "banana"}, Message.of("config.unknown_key", name="quit", key="banana")),
        ({"quit": 7}, Message.of("config.unknown_key", name="quit", key="7")),
        ({"quit": []}, Message.of("config.unknown_key", name="quit", key="[]")),
    ],
)
def test_a_key_that_cannot_be_moved_is_reported_and_stays(
    changes: dict[str, object], fault: Message
) -> None:
    keymap, faults = Keymap.with_changes(changes)

    assert faults == (fault,)
    assert keymap.commands == TABLE


def test_two_keys_can_be_exchanged_when_the_first_is_freed_before() -> None:
    keymap, faults = Keymap.with_changes({"undo": "f9", "quit": "u"})

    assert faults == ()
    assert keymap.named("quit").keys == ("u",)


def test_the_table_for_the_readme_has_a_row_for_every_key() -> None:
    rows = keys_table().splitlines()

    with_keys = [command for command in TABLE if command.keys]
    assert len(rows) == 2 + len(with_keys)
    assert all(row.count(" | ") == 2 for row in rows)
    for command, row in zip(with_keys, rows[2:], strict=True):
        assert say(command.help, "en") in row


def test_the_table_needs_no_textual() -> None:
    code = (
        "import sys; import workshop_tui.ui.commands.table;"
        "sys.exit('textual' in sys.modules or 'rich' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False)

    assert done.returncode == 0


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("n", "n"),
        ("N", "N"),
        ("?", "?"),
        (" Ctrl+P ", "ctrl+p"),
        ("Escape", "esc"),
        ("return", "enter"),
        ("F12", "f12"),
        ("shift+Tab", "shift+tab"),
        ("Space", "space"),
        ("+", "+"),
        ("", None),
        ("nn", None),
        ("hyper+x", None),
        ("ctrl+", None),
        ("\x1b", None),
    ],
)
def test_keys_are_read_as_people_write_them(written: str, key: str | None) -> None:
    assert read_key(written) == key


@pytest.mark.parametrize(
    ("key", "character", "name"),
    [
        ("question_mark", "?", "?"),
        ("upper_u", "U", "U"),
        ("space", " ", "space"),
        ("escape", "\x1b", "esc"),
        ("ctrl+p", "\x10", "ctrl+p"),
        ("down", None, "down"),
    ],
)
def test_a_pressed_key_has_the_name_that_the_table_gives_it(
    key: str, character: str | None, name: str
) -> None:
    assert key_name(key, character) == name


def test_keys_are_shown_as_people_read_them() -> None:
    assert [shown_key(key) for key in ("enter", "ctrl+p", "n", "esc", "shift+tab")] == [
        "↵",
        "Ctrl+P",
        "n",
        "Esc",
        "Shift+Tab",
    ]
