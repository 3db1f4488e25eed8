"""Suggested themes: specific words that the same people say. Suggestions, for a person to judge.

Average-link clustering on Jaccard of answers over the biggest specific words. No topic model: under
a thousand texts they change from run to run, and nobody in the room can say why.
"""

import numpy as np
import numpy.typing as npt

from workshop_tui.text.survey.cooccurrence import Reals, together_among
from workshop_tui.text.survey.counts import Counts
from workshop_tui.text.survey.pieces import Ints

WORDS = 40
SHARED_ANSWERS = 4
CUT = 0.045
MOST_WORDS_IN_THEME = 6


def suggested_themes(specific: Ints, counts: Counts) -> tuple[tuple[int, ...], ...]:
    """Groups of two or more of the biggest specific families, largest group of people first."""
    families = specific[:WORDS]
    if len(families) < 2:
        return ()
    together = together_among(counts.in_texts, families, len(families))
    alone = np.diagonal(together)
    either = alone[:, None] + alone[None, :] - together
    near = np.where(together >= SHARED_ANSWERS, together / np.maximum(either, 1), 0.0)
    clusters = _average_link(near)
    return tuple(
        tuple(int(families[at]) for at in cluster) for cluster in clusters if len(cluster) > 1
    )


def _average_link(near: Reals) -> list[list[int]]:
    clusters: list[list[int]] = [[at] for at in range(len(near))]
    sums: npt.NDArray[np.float64] = near.copy()
    np.fill_diagonal(sums, 0)
    sizes = np.ones(len(near))
    while len(clusters) > 1:
        mean = sums / (sizes[:, None] * sizes[None, :])
        np.fill_diagonal(mean, -1)
        too_big = (sizes[:, None] + sizes[None, :]) > MOST_WORDS_IN_THEME
        mean[too_big] = -1
        at = int(np.argmax(mean))
        first, second = divmod(at, len(clusters))
        if mean[first, second] < CUT:
            break
        first, second = min(first, second), max(first, second)
        clusters[first] += clusters.pop(second)
        sums[first] += sums[second]
        sums[:, first] += sums[:, second]
        sums = np.delete(np.delete(sums, second, 0), second, 1)
        np.fill_diagonal(sums, 0)
        sizes[first] += sizes[second]
        sizes = np.delete(sizes, second)
    return clusters
