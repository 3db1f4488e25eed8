"""The commands of the drafting stage; their words are in the catalogue `drafting_view`."""

from typing import Final

from workshop_tui.ui.commands.command import Command

COMMANDS: Final[tuple[Command, ...]] = (
    Command("add_draft", ("n",), "drafting", is_in_footer=True, changes=True),
    Command("edit_draft", ("enter",), "drafting", is_in_footer=True, changes=True),
    Command("bring_back_draft", ("b",), "drafting", is_in_footer=True, changes=True),
    Command("set_note_aside", ("d",), "drafting", is_in_footer=True, changes=True),
    Command("merge_drafts", ("m",), "drafting", is_in_footer=True, changes=True),
    Command("shortlist_draft", ("s",), "drafting", is_in_footer=True, changes=True),
    Command("add_note", ("o",), "drafting", is_in_footer=True, changes=True),
    Command("choose_exercise", ("x",), "drafting", is_in_footer=True, changes=True),
    Command("place_dots", (".",), "drafting", is_in_footer=True, changes=True),
    Command("smith_words", ("w",), "drafting", is_in_footer=True, changes=True),
    Command("reject_draft", ("r",), "drafting", changes=True),
    Command("split_draft", ("M",), "drafting", changes=True),
    Command("compare_drafts", ("f",), "drafting"),
    Command("show_origin", ("F",), "drafting"),
    Command("show_board", ("v",), "drafting"),
    Command("test_memory", ("h",), "drafting", changes=True),
    Command("check_while_typing", ("c",), "drafting", changes=True),
    Command("give_up_dots", (), "drafting", changes=True),
)
