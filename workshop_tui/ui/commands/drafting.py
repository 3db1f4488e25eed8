"""The commands of the drafting stage; their words are in the catalogue `drafting_view`."""

from typing import Final

from workshop_tui.ui.commands.command import Command

COMMANDS: Final[tuple[Command, ...]] = (
    Command("add_draft", ("n",), "drafting", is_in_footer=True, changes=True),
    Command("edit_draft", ("enter",), "drafting", is_in_footer=True, changes=True),
    Command("merge_drafts", ("m",), "drafting", is_in_footer=True, changes=True),
    Command("shortlist_draft", ("s",), "drafting", is_in_footer=True, changes=True),
    Command("reject_draft", ("r",), "drafting", is_in_footer=True, changes=True),
    Command("bring_back_draft", ("b",), "drafting", is_in_footer=True, changes=True),
    Command("set_note_aside", ("d",), "drafting", is_in_footer=True, changes=True),
    Command("show_board", ("v",), "drafting", is_in_footer=True),
    Command("choose_exercise", ("x",), "drafting", is_in_footer=True),
    Command("add_note", ("o",), "drafting", is_in_footer=True, changes=True),
    Command("check_while_typing", ("c",), "drafting"),
)
