"""A few answers that between them show how the shown words are really used.

Greedy: each next quote earns df / (1 + 3 * times covered) for every shown word, over
sqrt(8 + words), so that short answers which hold several uncovered words come first.
"""

import msgspec
import numpy as np
import numpy.typing as npt

from workshop_tui.text.survey.corpus import Corpus
from workshop_tui.text.survey.counts import Counts
from workshop_tui.text.survey.pieces import Ints, Places, distinct

FEWEST_WORDS, MOST_WORDS = 6, 30


class Chosen(msgspec.Struct, frozen=True):
    """text: the number of the chosen text; families: the shown families that it holds."""

    text: int
    families: tuple[int, ...]


def chosen_texts(
    shown: Ints, corpus: Corpus, counts: Counts, most: int, among: Ints | None = None
) -> tuple[Chosen, ...]:
    """Up to `most` texts that hold shown families, the best first; `among` limits the texts."""
    said = counts.in_texts
    column = _columns(shown, counts)[said.family]
    pairs = np.flatnonzero(column >= 0)
    if among is not None:
        allowed = np.zeros(corpus.texts, np.bool_)
        allowed[among] = True
        pairs = pairs[allowed[said.unit[pairs]]]
    return _fitting(said.unit[pairs], column[pairs], shown, corpus, counts, most)


def texts_beside(
    node: int, shown: Ints, corpus: Corpus, counts: Counts, most: int
) -> tuple[Chosen, ...]:
    """Up to `most` texts in which a shown family stands with the node in one unit.

    The families of each choice are those that stand with the node, not all that the text holds.
    """
    said = counts.in_units
    pairs = said.pairs_beside(node)
    column = _columns(shown, counts)[said.family[pairs]]
    pairs, column = pairs[column >= 0], column[column >= 0]
    text = said.text_of_unit[said.unit[pairs]].astype(np.int64)
    once = distinct(text * len(shown) + column)
    return _fitting(
        once // max(len(shown), 1), once % max(len(shown), 1), shown, corpus, counts, most
    )


def _columns(shown: Ints, counts: Counts) -> Ints:
    """Per family its place among the shown ones, -1 for the others."""
    column = np.full(len(counts.people), -1, np.int32)
    column[shown] = np.arange(len(shown), dtype=np.int32)
    return column


def _fitting(
    text: Ints | Places,
    column: Ints | Places,
    shown: Ints,
    corpus: Corpus,
    counts: Counts,
    most: int,
) -> tuple[Chosen, ...]:
    """Answers of 6 to 30 words are preferred; where there are too few, any length will do."""
    sizes = np.diff(corpus.starts)
    fits = ((sizes >= FEWEST_WORDS) & (sizes <= MOST_WORDS))[text]
    if len(distinct(text[fits])) >= most:
        text, column = text[fits], column[fits]
    return _greedy(text, column, shown, np.sqrt(8.0 + sizes), counts, most)


def _greedy(
    text: Ints | Places,
    column: Ints | Places,
    shown: Ints,
    length: npt.NDArray[np.float64],
    counts: Counts,
    most: int,
) -> tuple[Chosen, ...]:
    covered = np.zeros(len(shown))
    chosen: list[Chosen] = []
    taken: set[int] = set()
    for _ in range(most):
        gain = counts.people[shown] / (1 + 3 * covered)
        worth = np.bincount(text, gain[column], len(length)) / length
        worth[list(taken)] = 0
        best = int(np.argmax(worth)) if len(worth) else 0
        if not len(worth) or worth[best] <= 0:
            break
        taken.add(best)
        held = column[text == best]
        covered[held] += 1
        chosen.append(Chosen(best, tuple(int(shown[at]) for at in np.sort(held))))
    return tuple(chosen)
