"""The commands of the gut check stage and of the pages it opens over the work.

The words of the stage's own are in `gut_check_view`, those of its pages in `commands`.
"""

from typing import Final

from workshop_tui.ui.commands.command import Command

COMMANDS: Final[tuple[Command, ...]] = (
    Command("next_step", ("enter",), "gut_check", is_in_footer=True, changes=True),
    Command("record_feeling", ("f",), "gut_check", changes=True),
    Command("add_stakeholder", ("a",), "gut_check", is_in_footer=True, changes=True),
    Command("change_stakeholder", ("x",), "gut_check", changes=True),
    Command("record_reaction", ("r",), "gut_check", changes=True),
    Command("probe_reaction", ("o",), "gut_check", changes=True),
    Command("swap_word", ("w",), "gut_check", is_in_footer=True, changes=True),
    Command("accept_statement", ("c",), "gut_check", is_in_footer=True, changes=True),
    Command("show_sheets", ("i",), "gut_check"),
    Command("show_verdict", ("v",), "gut_check"),
    Command("set_culture", ("s",), "gut_check", changes=True),
)
LADDER: Final[tuple[Command, ...]] = (
    Command("answer_rung", ("enter",), "ladder", is_in_footer=True, changes=True),
    Command("mark_word", ("space",), "ladder", is_in_footer=True, changes=True),
    Command("swap_marked_word", ("w",), "ladder", is_in_footer=True, changes=True),
)
SHEET: Final[tuple[Command, ...]] = (
    Command("write_sheet", ("w",), "sheet", is_in_footer=True),
    Command("copy_sheet", ("y",), "sheet", is_in_footer=True),
    Command("other_sheet", ("i",), "sheet", is_in_footer=True),
    Command("other_language", ("l",), "sheet", is_in_footer=True),
)
