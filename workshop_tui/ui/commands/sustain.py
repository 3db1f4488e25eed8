"""The commands of the sustain stage; their words are in the catalogue `sustain_view`."""

from typing import Final

from workshop_tui.ui.commands.command import Command

COMMANDS: Final[tuple[Command, ...]] = (
    Command("answer", ("enter",), "sustain", is_in_footer=True, changes=True),
    Command("add", ("a",), "sustain", is_in_footer=True, changes=True),
    Command("import_answers", ("i",), "sustain", is_in_footer=True, changes=True),
    Command("read_answers", ("v",), "sustain", is_in_footer=True),
    Command("show_ladder", ("l",), "sustain", is_in_footer=True),
    Command("show_brief", ("b",), "sustain"),
    Command("rate_goal", ("r",), "sustain", changes=True),
    Command("close_item", ("x",), "sustain", is_in_footer=True, changes=True),
)
