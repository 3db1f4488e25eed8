"""Meanings: what the words of the statement mean here, in the words of the team."""

from collections.abc import Iterable

from workshop_tui.domain.gut_check import plain_word
from workshop_tui.domain.sustain.plan_action import PlanAction
from workshop_tui.domain.values import Line, Text, Value, required


class Gloss(Value, frozen=True):
    word: Line
    meaning: Text


class GlossWord(PlanAction, frozen=True):
    word: Line
    meaning: Text


def glosses_after(glosses: tuple[Gloss, ...], action: GlossWord) -> tuple[Gloss, ...]:
    """The glosses with this word's, in place of a former one."""
    gloss = Gloss(word=required(action.word, "word"), meaning=required(action.meaning, "meaning"))
    others = (each for each in glosses if plain_word(each.word) != plain_word(gloss.word))
    return (*others, gloss)


def without_gloss(words: Iterable[str], glosses: tuple[Gloss, ...]) -> tuple[str, ...]:
    """Those of these words whose meaning nobody has said yet, each once, small letters.

    Which words of the statement are to be asked for, `text` knows: the small ones need no gloss,
    and may have one.
    """
    explained = {plain_word(gloss.word) for gloss in glosses}
    plain = map(plain_word, words)
    return tuple(dict.fromkeys(word for word in plain if word and word not in explained))
