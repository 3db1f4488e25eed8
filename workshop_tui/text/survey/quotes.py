"""A few answers that between them show how the shown words are really used.

Greedy: each next quote earns df / (1 + 3 * times covered) for every shown word, over
sqrt(8 + words), so that short answers which hold several uncovered words come first.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from workshop_tui.text.survey.corpus import Corpus
from workshop_tui.text.survey.counts import Counts
from workshop_tui.text.survey.pieces import Ints

FEWEST_WORDS, MOST_WORDS = 6, 30


@dataclass(frozen=True, slots=True)
class Chosen:
    """text: the number of the chosen text; families: the shown families that it holds."""

    text: int
    families: tuple[int, ...]


def chosen_texts(
    shown: Ints, corpus: Corpus, counts: Counts, most: int, among: Ints | None = None
) -> tuple[Chosen, ...]:
    """Up to `most` texts for the shown families, the best first; `among` limits the texts.

    Answers of 6 to 30 words are preferred; where there are too few, any length will do.
    """
    if not len(shown):
        return ()
    place = np.full(len(counts.people), -1, np.int32)
    place[shown] = np.arange(len(shown), dtype=np.int32)
    sizes = np.diff(corpus.starts)
    allowed = np.ones(len(sizes), np.bool_)
    if among is not None:
        allowed[:] = False
        allowed[among] = True
    said = counts.in_texts
    pairs = np.flatnonzero(place[said.family] >= 0)
    pairs = pairs[allowed[said.unit[pairs]]]
    fits = (sizes >= FEWEST_WORDS) & (sizes <= MOST_WORDS)
    fitting = pairs[fits[said.unit[pairs]]]
    candidates = np.zeros(len(sizes), np.bool_)
    candidates[said.unit[fitting]] = True
    if np.count_nonzero(candidates) >= most:  # else short or long answers must do
        pairs = fitting
    text, column = said.unit[pairs], place[said.family[pairs]]
    return _greedy(text, column, shown, np.sqrt(8.0 + sizes), counts, most)


def _greedy(
    text: Ints,
    column: Ints,
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
