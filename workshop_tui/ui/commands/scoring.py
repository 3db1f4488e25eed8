"""The commands of the scoring stage; their words are in the catalogue `scoring_view`."""

from typing import Final

from workshop_tui.ui.commands.command import Command

COMMANDS: Final[tuple[Command, ...]] = (
    Command("open_round", ("o",), "scoring", is_in_footer=True, changes=True),
    Command("enter_ballots", ("enter",), "scoring", is_in_footer=True, changes=True),
    Command("reveal_round", ("v",), "scoring", is_in_footer=True, changes=True),
    Command("admit_latecomer", ("l",), "scoring", is_in_footer=True, changes=True),
    Command("take_back_ballots", ("b",), "scoring", is_in_footer=True, changes=True),
    Command("record_verdicts", ("w",), "scoring", is_in_footer=True, changes=True),
    Command("check_agreement", ("c",), "scoring", is_in_footer=True, changes=True),
    Command("decide", ("d",), "scoring", is_in_footer=True, changes=True),
    Command("compare_rounds", ("r",), "scoring", is_in_footer=True),
    Command("record_dissent", ("n",), "scoring", is_in_footer=True, changes=True),
    Command("give_up_round", ("x",), "scoring", is_in_footer=True, changes=True),
    Command("show_typing", ("h",), "scoring"),
)
