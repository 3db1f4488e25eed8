"""Answers that may be one answer given twice: suggestions, which a person decides.

Near duplicates hold the same families and the same negators, and their sorted words are alike by
95 in 100 letters. Never by a ratio alone: "staff helpful" and "staff unhelpful" are 93 alike. Exact
duplicates were folded long before (`stream`), each still a person; only long ones are asked about.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from workshop_tui.text.survey.corpus import Corpus
from workshop_tui.text.survey.counts import Said
from workshop_tui.text.survey.lexical import Lexical
from workshop_tui.text.survey.pieces import Keys, groups_of, mixed
from workshop_tui.text.words import shorthand

ALIKE = 0.95
LONG_WORDS = 15
"""Two people seldom find so many words in the same order."""

MOST_SUGGESTED = 200


class AlikeTexts(msgspec.Struct, frozen=True):
    """Numbers of texts: the one that most people gave, and those like it."""

    text: int
    others: tuple[int, ...]


def near_duplicates(
    answers: Sequence[str], corpus: Corpus, lexical: Lexical, said: Said
) -> tuple[AlikeTexts, ...]:
    """Texts that may be one answer, most people first. said: what is said in each text."""
    found = [
        alike
        for texts in _same_meaning(corpus, lexical, said)
        if (alike := _alike(texts, answers, corpus)) is not None
    ]
    people = {alike: int(corpus.people[[alike.text, *alike.others]].sum()) for alike in found}
    return tuple(sorted(found, key=lambda alike: (-people[alike], alike.text)))


def long_repeats(corpus: Corpus) -> tuple[int, ...]:
    """Long texts that several people gave word for word, most people first."""
    sizes = np.diff(corpus.starts)
    texts = np.flatnonzero((corpus.people > 1) & (sizes >= LONG_WORDS))
    order = np.lexsort((texts, -corpus.people[texts]))
    return tuple(texts[order][:MOST_SUGGESTED].tolist())


def _same_meaning(corpus: Corpus, lexical: Lexical, said: Said) -> list[list[int]]:
    """Groups of texts with the same families and the same negators."""
    keys = _order_free_keys(corpus, lexical, said)
    spoken = np.flatnonzero(said.sizes > 0)
    if len(spoken) < 2:
        return []
    group, first = groups_of(keys[spoken])
    sizes = np.bincount(group, minlength=len(first))
    wanted = np.flatnonzero(sizes > 1)
    people = np.bincount(group, corpus.people[spoken], len(first))
    wanted = wanted[np.lexsort((first[wanted], -people[wanted]))][:MOST_SUGGESTED]
    in_group = np.flatnonzero(np.isin(group, wanted))
    members: dict[int, list[int]] = {number: [] for number in wanted.tolist()}
    for place in in_group.tolist():
        members[int(group[place])].append(int(spoken[place]))
    return list(members.values())


def _order_free_keys(corpus: Corpus, lexical: Lexical, said: Said) -> Keys:
    """A 64-bit key per text: equal where families and negators are, in any order."""
    keys = np.zeros(corpus.texts, np.uint64)
    weight_of_family = mixed(np.arange(1, len(lexical.families) + 1, dtype=np.uint64))
    np.add.at(keys, said.unit, weight_of_family[said.family])
    weight_of_reading = mixed(np.arange(len(lexical.negates), dtype=np.uint64) + np.uint64(1 << 40))
    for block in corpus.blocks():
        negators = np.flatnonzero(lexical.negates[block.readings])
        texts = block.text[negators] + block.begin
        np.add.at(keys, texts, weight_of_reading[block.readings[negators]])
    return keys


def _alike(texts: list[int], answers: Sequence[str], corpus: Corpus) -> AlikeTexts | None:
    """The texts that are alike letter by letter to the one that most people gave."""
    chosen, *others = sorted(texts, key=lambda text: (-int(corpus.people[text]), text))
    letters = {text: _sorted_words(answers[corpus.first_row[text]]) for text in texts}
    close = tuple(text for text in others if alikeness(letters[chosen], letters[text]) >= ALIKE)
    return AlikeTexts(chosen, close) if close else None


def _sorted_words(answer: str) -> str:
    return " ".join(sorted(shorthand(answer).split()))


def alikeness(first: str, second: str) -> float:
    """Letters that two texts have in common in order, 0 to 1: 2 * common / all letters."""
    if not first or not second:
        return float(first == second)
    places: dict[str, int] = {}
    for at, letter in enumerate(first):
        places[letter] = places.get(letter, 0) | 1 << at
    full = open_ = (1 << len(first)) - 1
    for letter in second:  # bit-parallel longest common subsequence (Hyyro 2004)
        matched = open_ & places.get(letter, 0)
        open_ = ((open_ + matched) | (open_ - matched)) & full
    common = len(first) - open_.bit_count()
    return 2 * common / (len(first) + len(second))
