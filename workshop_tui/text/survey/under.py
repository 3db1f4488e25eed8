"""What lies beneath a word, beneath which words a specific one lies, and what a group says more."""

from dataclasses import dataclass
from functools import cached_property

import msgspec
import numpy as np

from workshop_tui.text.survey.cooccurrence import (
    scores,
    together_among,
    together_with,
    units_with_words,
)
from workshop_tui.text.survey.counts import people_per_family
from workshop_tui.text.survey.groups import GroupCounts
from workshop_tui.text.survey.results import Beside, GroupReading, Under
from workshop_tui.text.survey.stream import Longs
from workshop_tui.text.survey.word_table import WordTable

NODES = 15
"""Generic words beneath which the specific words are looked for."""
SPECIFIC_WITH_NODES = 60
NODES_NAMED = 5


class Beneath(msgspec.Struct, frozen=True):
    """The families beneath a family, and the same as words."""

    families: tuple[int, ...]
    named: Under


@dataclass(frozen=True, eq=False, repr=False)
class Neighbourhood:
    """Words beside words. support: people who must say both."""

    table: WordTable
    support: int

    def under(self, family: int, most: int) -> Beneath:
        """The specific words that stand with a family, the closest first."""
        counts, table = self.table.counts, self.table
        found = together_with(family, counts, self._unit_people, self._units)
        kept = (found.people >= self.support) & (found.log_ratio > 0) & ~counts.is_generic
        kept[[family, *table.hidden]] = False
        order = table.ordered(np.flatnonzero(kept), -found.log_dice.round(9), most)
        beside = tuple(
            table.beside(other, found.people[other], found.log_dice[other], found.low[other])
            for other in order
        )
        named = Under(table.label(family), table.people(family), counts.unit, beside)
        return Beneath(tuple(order), named)

    @cached_property
    def nodes_of_specific(self) -> dict[int, tuple[str, ...]]:
        """For the biggest specific families, the generic words that they stand with."""
        table, counts = self.table, self.table.counts
        generic = [family for family in table.listed if counts.is_generic[family]][:NODES]
        specific = table.specific[:SPECIFIC_WITH_NODES]
        if not generic or not specific:
            return {}
        order = np.array(generic + specific, np.int32)
        both = together_among(counts.in_units, order, len(generic))
        found: dict[int, list[tuple[float, str]]] = {family: [] for family in specific}
        for place, node in enumerate(generic):
            log_dice, log_ratio, _ = scores(
                both[place], self._unit_people[order], place, self._units
            )
            for at, family in enumerate(specific, len(generic)):
                if both[place, at] >= self.support and log_ratio[at] > 0:
                    found[family].append((-round(float(log_dice[at]), 9), table.label(node)))
        return {
            family: tuple(label for _, label in sorted(nodes)[:NODES_NAMED])
            for family, nodes in found.items()
        }

    @cached_property
    def _unit_people(self) -> Longs:
        return people_per_family(self.table.counts.in_units, len(self.table.counts.people))

    @cached_property
    def _units(self) -> int:
        return units_with_words(self.table.counts.in_units)


def group_reading(group: GroupCounts, table: WordTable, support: int) -> GroupReading:
    """The specific words that a group says more than the rest, the clearest first."""
    beside = [
        table.beside(
            family, group.people_of_family[family], group.log_dice[family], group.low[family]
        )
        for family in table.specific
        if group.people_of_family[family] >= support and group.log_ratio[family] > 0
    ]
    return GroupReading(group.name, group.people, _clearest(beside))


def _clearest(beside: list[Beside]) -> tuple[Beside, ...]:
    return tuple(sorted(beside, key=lambda item: (-item.low, -item.people, item.word)))
