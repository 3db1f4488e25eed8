"""Meanings: what each word of the statement means here, and the brief that every employee gets."""

from workshop_tui.domain.gut_check import GutCheck, plain_word, statement
from workshop_tui.domain.scoring import Scoring
from workshop_tui.domain.sustain.plan_action import PlanAction
from workshop_tui.domain.values import Line, Text, Value, required


class Gloss(Value, frozen=True):
    word: Line
    meaning: Text


class RollOut(Value, frozen=True):
    """The three answers that every employee should be able to give; "" is written by itself."""

    what_it_is: Text = ""
    what_it_means: Text = ""
    how_i_contribute: Text = ""


class GlossWord(PlanAction, frozen=True):
    word: Line
    meaning: Text


class SetRollOut(PlanAction, frozen=True):
    what_it_is: Text = ""
    what_it_means: Text = ""
    how_i_contribute: Text = ""


def glosses_after(glosses: tuple[Gloss, ...], action: GlossWord) -> tuple[Gloss, ...]:
    """The glosses with this word's, in place of a former one."""
    gloss = Gloss(word=required(action.word, "word"), meaning=required(action.meaning, "meaning"))
    others = (each for each in glosses if plain_word(each.word) != plain_word(gloss.word))
    return (*others, gloss)


def words_to_gloss(
    scoring: Scoring, gut_check: GutCheck, glosses: tuple[Gloss, ...]
) -> tuple[str, ...]:
    """The words of the statement without a meaning of their own yet, each once, as written."""
    explained = {plain_word(gloss.word) for gloss in glosses}
    words = map(plain_word, statement(scoring, gut_check).split())
    return tuple(dict.fromkeys(word for word in words if word and word not in explained))
