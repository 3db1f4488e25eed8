"""Families as words: their label, their order in lists, what is hidden, how a word is found.

Sits between the arrays of the counts and the values that people see.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from workshop_tui.text.spelling import indonesian_form, plain_form
from workshop_tui.text.survey.corpus import Corpus
from workshop_tui.text.survey.counts import Counts, families_of_forms
from workshop_tui.text.survey.labels import FormTable, form_table, labels_of
from workshop_tui.text.survey.lexical import NONE, Lexical
from workshop_tui.text.survey.pieces import Ints, Places
from workshop_tui.text.survey.results import Beside, Word


@dataclass(frozen=True, eq=False, repr=False)
class WordTable:
    """hidden_forms: the words that the facilitator hid; fold_below: as in `SampleRules`."""

    corpus: Corpus
    lexical: Lexical
    counts: Counts
    hidden_forms: tuple[str, ...]
    fold_below: int

    @cached_property
    def hidden(self) -> frozenset[int]:
        """The families that no list shows."""
        wanted = [plain_form(word) for word in self.hidden_forms]
        return frozenset(families_of_forms(wanted, self.lexical, self._number_of_form))

    @cached_property
    def listed(self) -> list[int]:
        """Families that lists show, most people first."""
        people = self.counts.people
        shown = people >= max(self.fold_below, 1)
        shown[list(self.hidden)] = False
        return self.ordered(np.flatnonzero(shown), -people)

    @cached_property
    def shown(self) -> frozenset[int]:
        """The listed families, to ask whether one is among them."""
        return frozenset(self.listed)

    @cached_property
    def specific(self) -> list[int]:
        """The listed families that are not generic."""
        return [family for family in self.listed if not self.counts.is_generic[family]]

    def ordered(
        self, families: Places, order: npt.NDArray[Any], most: int | None = None
    ) -> list[int]:
        """Families by `order` (smallest first), then people, then alphabet; the first `most`."""
        ranks = self._labels[1]
        keys = (ranks[families], -self.counts.people[families], order[families])
        chosen: list[int] = families[np.lexsort(keys)][:most].tolist()
        return chosen

    def label(self, family: int) -> str:
        """The form of a family that was used most."""
        return self.corpus.forms[int(self._labels[0][family])]

    def labels(self, families: Iterable[int]) -> tuple[str, ...]:
        return tuple(map(self.label, families))

    def people(self, family: int) -> int:
        return int(self.counts.people[family])

    def share(self, family: int) -> float:
        """The part of everybody who answered with content, 0 to 1."""
        everybody = self.corpus.people_count
        return self.people(family) / everybody if everybody else 0.0

    def family(self, word: str) -> int | None:
        """The family of a word given by any of its forms, the largest if there are several."""
        form = plain_form(word)
        wanted = dict.fromkeys((form, indonesian_form(form)))
        found = families_of_forms(wanted, self.lexical, self._number_of_form)
        return max(found, key=self.people, default=None)

    def families(self, words: Iterable[str]) -> list[int]:
        """The families of those words that somebody said."""
        return [family for word in words if (family := self.family(word)) is not None]

    def word(self, family: int) -> Word:
        table = self._forms
        places = slice(int(table.begins[family]), int(table.begins[family + 1]))
        forms = zip(table.form[places].tolist(), table.people[places].tolist(), strict=True)
        named = [(self.corpus.forms[form], people) for form, people in forms]
        category = int(self.counts.category[family])
        return Word(
            word=self.label(family),
            key=self.lexical.families[family],
            people=self.people(family),
            share=self.share(family),
            generic=bool(self.counts.is_generic[family]),
            category="" if category == NONE else self.lexical.categories[category],
            negated=int(self.counts.negated[family]),
            forms=tuple(sorted(named, key=lambda item: (-item[1], item[0]))),
            mentions=int(table.mentions[places].sum()),
        )

    def beside(self, family: int, people: int, log_dice: float, low: float) -> Beside:
        return Beside(self.label(family), int(people), float(log_dice), float(low), bool(low > 0))

    def texts_with(self, family: int) -> Ints:
        """The texts that hold a family."""
        said = self.counts.in_texts
        texts: Ints = said.unit[said.family == family]
        return texts

    def people_with_any(self, families: Iterable[int]) -> int:
        """People who said at least one of some families."""
        said = self.counts.in_texts
        is_wanted = np.zeros(len(self.counts.people), np.bool_)
        is_wanted[list(families)] = True
        says = np.zeros(self.corpus.texts, np.bool_)
        says[said.unit[is_wanted[said.family]]] = True
        return int(self.corpus.people[says].sum())

    @cached_property
    def _forms(self) -> FormTable:
        return form_table(self.corpus, self.lexical, self.counts)

    @cached_property
    def _labels(self) -> tuple[Ints, Ints]:
        return labels_of(self._forms, self.corpus.forms)

    @cached_property
    def _number_of_form(self) -> dict[str, int]:
        return {form: number for number, form in enumerate(self.corpus.forms)}
