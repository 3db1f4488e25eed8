"""The commands of the survey stage; their words are in the catalogue `survey_view`."""

from typing import Final

from workshop_tui.ui.commands.command import Command

COMMANDS: Final[tuple[Command, ...]] = (
    Command("show_quotes", ("enter",), "survey", is_in_footer=True),
    Command("accept_spelling", ("a",), "survey", is_in_footer=True, changes=True),
    Command("split_form", ("s",), "survey", is_in_footer=True, changes=True),
    Command("pin", ("space",), "survey", is_in_footer=True, changes=True),
    Command("mark_generic", ("x",), "survey", is_in_footer=True, changes=True),
    Command("next_view", ("v",), "survey", is_in_footer=True),
    Command("hide_word", ("h",), "survey", is_in_footer=True, changes=True),
    Command("set_aside", ("d",), "survey", is_in_footer=True, changes=True),
    Command("previous_view", ("V",), "survey"),
    Command("show_groups", ("G",), "survey"),
    Command("show_comparison", ("C",), "survey"),
    Command("show_spellings", ("S",), "survey"),
    Command("show_decisions", ("L",), "survey"),
    Command("name_theme", ("T",), "survey", is_in_footer=True, changes=True),
    Command("pin_with_note", ("n",), "survey", changes=True),
    Command("show_forms", ("f",), "survey"),
    Command("merge_words", ("m",), "survey", changes=True),
    Command("show_hidden", ("H",), "survey"),
    Command("import_answers", ("i",), "survey", changes=True),
    Command("set_question", ("w",), "survey", changes=True),
    Command("mask_details", ("M",), "survey", changes=True),
    Command("end_comparison", ("D",), "survey", changes=True),
)
