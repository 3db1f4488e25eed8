"""The commands that belong to no single stage."""

from typing import Final

from workshop_tui.ui.commands.command import Command

HOME: Final = (
    Command("open", ("enter",), "home", is_in_footer=True),
    Command("new_workshop", ("n",), "home", is_in_footer=True),
    Command("new_from_survey", ("i",), "home", is_in_footer=True),
    Command("try_demo", ("d",), "home", is_in_footer=True),
)
STAGES: Final = (
    Command("previous_stage", ("[",), "stages"),
    Command("next_stage", ("]",), "stages"),
    Command("go_to_setup", ("1",), "stages"),
    Command("go_to_survey", ("2",), "stages"),
    Command("go_to_drafting", ("3",), "stages"),
    Command("go_to_scoring", ("4",), "stages"),
    Command("go_to_gut_check", ("5",), "stages"),
    Command("go_to_sustain", ("6",), "stages"),
)
WORKSHOP: Final = (
    Command("filter", ("/",), "workshop", is_in_footer=True),
    Command("guide", ("g",), "workshop", is_in_footer=True),
    Command("undo", ("u",), "workshop", changes=True),
    Command("redo", ("U",), "workshop", changes=True),
    Command("export", ("e",), "workshop"),
    Command("copy", ("y",), "workshop"),
    Command("timer", ("t",), "workshop"),
    Command("projector", ("p",), "workshop"),
    Command("close_workshop", (), "workshop"),
)
RECORD: Final = (
    Command("switch_section", ("space",), "record", is_in_footer=True, changes=True),
    Command("write_record", ("w",), "record", is_in_footer=True),
    Command("write_record_as", ("f",), "record", is_in_footer=True),
    Command("copy_section", ("c",), "record", is_in_footer=True),
    Command("copy_record", ("y",), "record", is_in_footer=True),
    Command("change_record_language", ("l",), "record", changes=True),
    Command("approve_minutes", ("a",), "record", changes=True),
    Command("correct_minutes", ("o",), "record", changes=True),
    Command("supersede_decision", (), "record", changes=True),
)
GUIDE: Final = (Command("close_guide", ("g",), "guide", is_in_footer=True),)
DUE: Final = (Command("go_to_due", ("enter",), "due", is_in_footer=True),)
BRIEF: Final = (
    Command("write_brief", ("w",), "brief", is_in_footer=True),
    Command("copy_brief", ("y",), "brief", is_in_footer=True),
    Command("other_language", ("l",), "brief", is_in_footer=True),
)
LISTS: Final = (
    Command("move_down", ("down",), "lists"),
    Command("move_up", ("up",), "lists"),
    Command("move_next", ("j",), "lists"),
    Command("move_previous", ("k",), "lists"),
    Command("move_left", ("left",), "lists"),
    Command("move_right", ("right",), "lists"),
    Command("page_down", ("pagedown",), "lists"),
    Command("page_up", ("pageup",), "lists"),
    Command("move_first", ("home",), "lists"),
    Command("move_last", ("end",), "lists"),
    Command("next_pane", ("tab",), "lists"),
    Command("previous_pane", ("shift+tab",), "lists"),
)
EVERYWHERE: Final = (
    Command("back", ("esc",), "everywhere"),
    Command("help", ("?", "f1"), "everywhere", is_in_footer=True),
    Command("palette", ("ctrl+p",), "everywhere"),
    Command("quit", ("q",), "everywhere"),
)
