"""The commands of the setup stage; their words are in the catalogue `setup_view`."""

from typing import Final

from workshop_tui.ui.commands.command import Command

COMMANDS: Final[tuple[Command, ...]] = (
    Command("answer", ("enter",), "setup", is_in_footer=True, changes=True),
    Command("add", ("a",), "setup", is_in_footer=True, changes=True),
    Command("change_presence", ("x",), "setup", is_in_footer=True, changes=True),
    Command("drop_agenda_item", ("d",), "setup", is_in_footer=True, changes=True),
    Command("rename_workshop", ("r",), "setup", changes=True),
)
