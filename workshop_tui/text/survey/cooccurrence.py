"""The words under a word: which words stand with it more than their number explains.

2x2 over units (answers, or clauses of long answers): a both, b the word only, c the other only,
d neither, counted in people. logDice orders (Rychly 2008), the conservative end of the log ratio
(95 %, one-sided) tells what is clear. No p-values: at these sizes most would be chance.
"""

import msgspec
import numpy as np
import numpy.typing as npt

from workshop_tui.text.survey.counts import Counts, Said, people_sums
from workshop_tui.text.survey.pieces import Ints
from workshop_tui.text.survey.stream import Longs

Reals = npt.NDArray[np.float64]
LOG_DICE_MAX = 14.0
CAUTION = 1.645
_UNITS_AT_ONCE = 1 << 16
_BITS = 64


class Together(msgspec.Struct, frozen=True):
    """Scores of every family with one word; arrays by family number.

    people: people who said both in one unit; log_dice; log_ratio; low: its conservative end.
    """

    people: Longs
    log_dice: Reals
    log_ratio: Reals
    low: Reals


def together_with(node: int, counts: Counts, unit_people: Longs, units: int) -> Together:
    """Every family beside family `node`.

    unit_people: units (times people) of each family; units: of all that hold a counted word.
    """
    said = counts.in_units
    families = len(counts.people)
    pairs = said.pairs_beside(node)
    family = said.family[pairs]
    if said.counts_once and counts.unit == "answer":
        both = people = np.bincount(family, minlength=families)
    else:
        unit = said.unit[pairs]
        both = people_sums(family, said.people_of_unit, unit, families)
        people = both if counts.unit == "answer" else _people(said, unit, family, families)
    log_dice, log_ratio, low = scores(both, unit_people, node, units)
    return Together(people, log_dice, log_ratio, low)


def _people(said: Said, unit: Ints, family: Ints, families: int) -> Longs:
    """People, not clauses: somebody who says both in two clauses is one person."""
    text = said.text_of_unit[unit].astype(np.int64)
    _, first = np.unique(text * families + family, return_index=True)
    return people_sums(family[first], said.people_of_unit, unit[first], families)


def units_with_words(said: Said) -> int:
    """Units that hold a counted word, times their people."""
    return int(said.people_of_unit[said.sizes > 0].sum())


def scores(
    both: Reals | Longs, unit_people: Longs, node: int, units: int
) -> tuple[Reals, Reals, Reals]:
    """logDice, the log ratio and its conservative end, for each family beside the node."""
    a = np.asarray(both, np.float64)
    node_units = float(unit_people[node])
    b = node_units - a
    c = unit_people - a
    d = units - a - b - c
    with np.errstate(divide="ignore"):
        log_dice = LOG_DICE_MAX + np.log2(2 * a / np.maximum(node_units + unit_people, 1))
    ratio = ((a + 0.5) / (a + b + 1)) / ((c + 0.5) / (c + d + 1))
    log_ratio = np.log2(ratio)
    spread = np.sqrt(1 / (a + 0.5) - 1 / (a + b + 1) + 1 / (c + 0.5) - 1 / (c + d + 1))
    return log_dice, log_ratio, log_ratio - CAUTION * spread / np.log(2)


def together_among(said: Said, families: Ints, rows: int) -> Reals:
    """Units (times people) in which each of the first `rows` families stands with each family.

    Shape (rows, families). One bit per unit and family: at a million answers a matrix product
    takes seconds, this a tenth of one.
    """
    line = np.full(int(said.family.max(initial=-1)) + 2, -1, np.int32)
    line[families] = np.arange(len(families), dtype=np.int32)
    together = np.zeros((rows, len(families)))
    units = len(said.text_of_unit)
    for low in range(0, units, _UNITS_AT_ONCE):
        high = min(units, low + _UNITS_AT_ONCE)
        begin, end = np.searchsorted(said.unit, np.array((low, high), said.unit.dtype))
        lines = line[said.family[begin:end]]
        wanted = np.flatnonzero(lines >= 0)
        there = np.zeros((len(families), -(-(high - low) // _BITS) * _BITS), np.bool_)
        there[lines[wanted], said.unit[begin:end][wanted] - low] = True
        packed = np.packbits(there, axis=1).view(np.uint64)
        for at, bits in enumerate(packed[:rows]):
            together[at] += np.bitwise_count(packed & bits).sum(axis=1, dtype=np.int64)
        people = said.people_of_unit[low:high]
        heavy = np.flatnonzero(people > 1)
        several = there[:, heavy].astype(np.float64)
        together += (several[:rows] * (people[heavy] - 1)) @ several.T
    return together
