"""The commands of the gut check stage; their words are in the catalogue `gut_check_view`."""

from typing import Final

from workshop_tui.ui.commands.command import Command

COMMANDS: Final[tuple[Command, ...]] = (
    Command("next_step", ("enter",), "gut_check", changes=True),
    Command("record_feeling", ("f",), "gut_check", is_in_footer=True, changes=True),
    Command("add_stakeholder", ("a",), "gut_check", is_in_footer=True, changes=True),
    Command("record_reaction", ("r",), "gut_check", is_in_footer=True, changes=True),
    Command("probe_reaction", ("o",), "gut_check", is_in_footer=True, changes=True),
    Command("swap_word", ("w",), "gut_check", is_in_footer=True, changes=True),
    Command("accept_statement", ("c",), "gut_check", is_in_footer=True, changes=True),
)
