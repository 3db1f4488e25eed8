"""Which lenses there are, and the order in which `v` goes through them."""

from collections.abc import Mapping
from typing import Final

from workshop_tui.ui.stages.survey.answers import AnswersLens, QuotesLens
from workshop_tui.ui.stages.survey.board import BoardLens
from workshop_tui.ui.stages.survey.cloud import CloudLens
from workshop_tui.ui.stages.survey.compare import CompareLens
from workshop_tui.ui.stages.survey.decisions import DecisionsLens
from workshop_tui.ui.stages.survey.forms import FormsLens
from workshop_tui.ui.stages.survey.groups import GroupsLens
from workshop_tui.ui.stages.survey.lens import Lens, LensName, Shown
from workshop_tui.ui.stages.survey.phrases import PhrasesLens
from workshop_tui.ui.stages.survey.spellings import SpellingsLens
from workshop_tui.ui.stages.survey.themes import ThemesLens
from workshop_tui.ui.stages.survey.words import WordsLens

LENSES: Final[Mapping[LensName, type[Lens]]] = {
    "words": WordsLens,
    "cloud": CloudLens,
    "phrases": PhrasesLens,
    "themes": ThemesLens,
    "groups": GroupsLens,
    "compare": CompareLens,
    "answers": AnswersLens,
    "board": BoardLens,
    "quotes": QuotesLens,
    "forms": FormsLens,
    "spellings": SpellingsLens,
    "decisions": DecisionsLens,
}
IN_TURN: Final[tuple[LensName, ...]] = (
    "words", "cloud", "phrases", "themes", "groups", "compare", "answers", "board",
)  # fmt: skip
"""The lenses that `v` goes through; groups and another survey where there are any. Quotes and forms
open from a word, spellings and decisions with their own keys."""
IN_TURN_OF_FEW: Final[tuple[LensName, ...]] = ("answers", "themes", "board")
"""Very few answers are read, not ranked."""
WITHOUT_LOOKING_FURTHER: Final = frozenset({"words", "cloud", "board", "quotes", "decisions"})


def in_turn(shown: Shown | None) -> tuple[LensName, ...]:
    """The lenses that `v` goes through here; shown: None before there is a reading."""
    if shown is None:
        return IN_TURN
    if not shown.reading.sample.may_rank:
        return IN_TURN_OF_FEW
    away: set[LensName] = set()
    if shown.reading.group_of_row is None:
        away.add("groups")
    if shown.survey.compared is None:
        away.add("compare")
    return tuple(name for name in IN_TURN if name not in away)
