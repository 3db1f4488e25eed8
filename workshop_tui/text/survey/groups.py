"""What one group of people says more than the rest: the 2x2 with the group in place of the word.

Small groups stay hidden, and so does a remainder that would give one away.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from workshop_tui.text.survey.cooccurrence import Reals, scores
from workshop_tui.text.survey.corpus import Corpus
from workshop_tui.text.survey.counts import Counts
from workshop_tui.text.survey.samples import FEWEST_PEOPLE
from workshop_tui.text.survey.stream import Longs


class GroupCounts(msgspec.Struct, frozen=True):
    """name; people with an answer in it; people_of_family in it; and the scores of each family."""

    name: str
    people: int
    people_of_family: Longs
    log_dice: Reals
    log_ratio: Reals
    low: Reals


class Grouped(msgspec.Struct, frozen=True):
    """groups: those that may be shown, largest first; hidden_people: people in the others."""

    groups: tuple[GroupCounts, ...]
    hidden_people: int


def grouped(names: Sequence[str], corpus: Corpus, counts: Counts) -> Grouped:
    """Compare the groups; names: the group of each row."""
    sizes = _sizes(names, corpus)
    shown = shown_groups(sizes)
    rows = np.flatnonzero(corpus.text_of_row >= 0)
    number = {name: index for index, name in enumerate(shown)}
    group = np.array([number.get(names[row], -1) for row in rows.tolist()], np.int32)
    text = corpus.text_of_row[rows]
    found = tuple(
        _one_group(name, text[group == index], corpus, counts) for name, index in number.items()
    )
    hidden = sum(size for name, size in sizes.items() if name not in number)
    return Grouped(found, hidden)


def _sizes(names: Sequence[str], corpus: Corpus) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for name, text in zip(names, corpus.text_of_row.tolist(), strict=True):
        if text >= 0:
            sizes[name] = sizes.get(name, 0) + 1
    return sizes


def shown_groups(sizes: dict[str, int]) -> tuple[str, ...]:
    """The groups of at least five people, largest first, so that at least five stay unseen or none.

    A single hidden group of two could be worked out from the total: then the smallest shown group
    is hidden with it.
    """
    order = sorted(sizes, key=lambda name: (-sizes[name], name))
    shown = [name for name in order if name.strip() and sizes[name] >= FEWEST_PEOPLE]
    hidden = sum(sizes.values()) - sum(sizes[name] for name in shown)
    while shown and 0 < hidden < FEWEST_PEOPLE:
        hidden += sizes[shown.pop()]
    return tuple(shown)


def _one_group(
    name: str, texts: "np.typing.NDArray[np.int32]", corpus: Corpus, counts: Counts
) -> GroupCounts:
    families = len(counts.people)
    people_of_text = np.bincount(texts, minlength=corpus.texts)
    said = counts.in_texts
    inside = np.bincount(said.family, people_of_text[said.unit], families)
    everybody = np.append(counts.people, len(texts))
    beside = np.append(inside, 0.0)
    log_dice, log_ratio, low = scores(beside, everybody, families, corpus.people_count)
    return GroupCounts(
        name,
        len(texts),
        inside.astype(np.int64),
        log_dice[:-1],
        log_ratio[:-1],
        low[:-1],
    )
