"""All commands in one table, and the keys that call them once the user has moved some.

Footer, help, palette and the README's table are made from it, and nothing else knows a key.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Self

import msgspec

from workshop_tui.domain.message import Message
from workshop_tui.domain.values import Stage
from workshop_tui.ui.commands import drafting, gut_check, scoring, setup, shared, survey, sustain
from workshop_tui.ui.commands.command import PLACES_OF_A_STAGE, Command, Place
from workshop_tui.ui.keys import read_key, shown_key

STAGE_COMMANDS: Final[Mapping[Stage, tuple[Command, ...]]] = {
    "setup": setup.COMMANDS,
    "survey": survey.COMMANDS,
    "drafting": drafting.COMMANDS,
    "scoring": scoring.COMMANDS,
    "gut_check": gut_check.COMMANDS,
    "sustain": sustain.COMMANDS,
}
TABLE: Final[tuple[Command, ...]] = (
    *shared.HOME,
    *(command for commands in STAGE_COMMANDS.values() for command in commands),
    *shared.WORKSHOP,
    *shared.STAGES,
    *shared.RECORD,
    *shared.GUIDE,
    *shared.DUE,
    *shared.BRIEF,
    *gut_check.LADDER,
    *gut_check.SHEET,
    *shared.LISTS,
    *shared.EVERYWHERE,
)
TOGETHER: Final[tuple[tuple[Place, ...], ...]] = (
    ("home", "lists", "everywhere"),
    ("record", "stages", "lists", "everywhere"),
    ("guide", "stages", "lists", "everywhere"),
    ("due", "stages", "lists", "everywhere"),
    ("brief", "lists", "everywhere"),
    ("plan", "lists", "everywhere"),
    ("help", "lists", "everywhere"),
    ("ladder", "lists", "everywhere"),
    ("sheet", "lists", "everywhere"),
    *((stage, *PLACES_OF_A_STAGE) for stage in STAGE_COMMANDS),
)
"""The places whose commands act at the same time; within each, a key calls one command."""


class Keymap(msgspec.Struct, frozen=True):
    """The table with the user's keys."""

    commands: tuple[Command, ...] = TABLE

    @classmethod
    def with_changes(cls, changes: Mapping[str, object]) -> tuple[Self, tuple[Message, ...]]:
        """The keymap with the keys of the config file, and what was wrong with them.

        changes: command name -> key, or a list of keys. An unknown name or key is passed over,
        and so is a key that would call two commands.
        """
        commands = list(TABLE)
        faults: list[Message] = []
        for name, wanted in changes.items():
            places = [place for place, command in enumerate(commands) if command.name == name]
            keys = _keys(wanted)
            if not places:
                faults.append(Message.of("config.unknown_command", name=name))
            elif keys is None:
                faults.append(Message.of("config.unknown_key", name=name, key=str(wanted)))
            else:
                changed = list(commands)
                for place in places:
                    changed[place] = _with_keys(commands[place], keys)
                clash = clashes(changed)
                if clash:
                    faults.append(_said(clash[0]))
                else:
                    commands = changed
        return cls(tuple(commands)), tuple(faults)

    def at(self, places: Sequence[Place]) -> tuple[Command, ...]:
        """The commands of these places, in the order of the places."""
        return tuple(
            command for place in places for command in self.commands if command.where == place
        )

    def called_by(self, key: str, places: Sequence[Place]) -> Command | None:
        """The command that this key calls in these places."""
        return next((command for command in self.at(places) if key in command.keys), None)

    def named(self, name: str) -> Command:
        """The command of this name. Raises KeyError where there is none."""
        for command in self.commands:
            if command.name == name:
                return command
        raise KeyError(name)


def clashes(commands: Iterable[Command]) -> list[tuple[str, Command, Command]]:
    """Each key that would call two commands in one place, with both."""
    commands = tuple(commands)
    found = []
    for places in TOGETHER:
        caller: dict[str, Command] = {}
        for command in commands:
            for key in command.keys if command.where in places else ():
                other = caller.setdefault(key, command)
                if other is not command:
                    found.append((key, other, command))
    return found


def _said(clash: tuple[str, Command, Command]) -> Message:
    key, one, other = clash
    return Message.of("config.clash", key=shown_key(key), one=one.name, other=other.name)


def _keys(wanted: object) -> tuple[str, ...] | None:
    written = wanted if isinstance(wanted, list) else [wanted]
    keys = [read_key(key) if isinstance(key, str) else None for key in written]
    if not keys or None in keys:
        return None
    return tuple(key for key in keys if key is not None)


def _with_keys(command: Command, keys: tuple[str, ...]) -> Command:
    return Command(command.name, keys, command.where, command.is_in_footer, command.changes)
