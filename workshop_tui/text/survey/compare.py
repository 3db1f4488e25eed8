"""A survey beside an earlier one: what is said more now, what less. Counts only, no p-values.

The same 2x2 as for the words under a word, with "answered now" in place of the word, so that a
survey of 40 and one of 400 can stand side by side. Who answered may have changed as well as what
they think: the numbers cannot tell, so a change is a question. Reads nothing and draws nothing.
"""

import msgspec
import numpy as np

from workshop_tui.text.survey.cooccurrence import Reals, scores
from workshop_tui.text.survey.samples import SampleRules, rules_for
from workshop_tui.text.survey.stream import Longs
from workshop_tui.text.survey.word_table import WordTable


class Change(msgspec.Struct, frozen=True):
    """A word in two surveys.

    now, before: people who said it; share_now, share_before: of those who answered with content.
    negated_now, negated_before: people who said it with a negator before it.
    low: the conservative end of the log ratio (95 %, one-sided) in the direction of the change;
    clear: whether that is above 0.
    """

    word: str
    generic: bool
    now: int
    before: int
    share_now: float
    share_before: float
    negated_now: int
    negated_before: int
    low: float
    clear: bool


class Comparison(msgspec.Struct, frozen=True):
    """Two surveys side by side.

    people_now, people_before: who answered with content.
    sample: what the smaller of the two allows to show.
    more, less: words said by a larger, or smaller, share than before, the surest first; both are
    empty where one survey is too small to be put in order.
    """

    people_now: int
    people_before: int
    sample: SampleRules
    more: tuple[Change, ...]
    less: tuple[Change, ...]


def compared(now: WordTable, before: WordTable, most: int) -> Comparison:
    """Compare two surveys whose families are joined and split in the same way.

    A word is listed where enough people said it in the survey that says it more.
    """
    people_now, people_before = now.corpus.people_count, before.corpus.people_count
    sample = rules_for(min(people_now, people_before))
    more: tuple[Change, ...] = ()
    less: tuple[Change, ...] = ()
    if sample.may_rank:
        both = _BothSurveys(now, before)
        more = both.said_more(both.now, both.before, people_now, people_before, most)
        less = both.said_more(both.before, both.now, people_before, people_now, most)
    return Comparison(people_now, people_before, sample, more, less)


class _BothSurveys:
    """The families of two surveys in one numbering, without the hidden ones."""

    def __init__(self, now: WordTable, before: WordTable) -> None:
        self._tables = (now, before)
        hidden = {
            table.lexical.families[family] for table in (now, before) for family in table.hidden
        }
        keys = dict.fromkeys((*now.lexical.families, *before.lexical.families))
        self._keys = tuple(key for key in keys if key not in hidden)
        self.now, self.before = (self._people(table) for table in (now, before))

    def _people(self, table: WordTable) -> Longs:
        number = table.lexical.number
        people = table.counts.people
        return np.array(
            [people[number[key]] if key in number else 0 for key in self._keys], np.int64
        )

    def said_more(
        self, here: Longs, there: Longs, people_here: int, people_there: int, most: int
    ) -> tuple[Change, ...]:
        """The families that a larger share says `here` than `there`, the surest first."""
        log_ratio, low = _more_here(here, there, people_here, people_there)
        kept = np.flatnonzero((log_ratio > 0) & (here >= rules_for(people_here).support))
        order = sorted(
            kept.tolist(),
            key=lambda at: (-round(float(low[at]), 9), -int(here[at]), self._keys[at]),
        )
        return tuple(self._change(at, float(low[at])) for at in order[:most])

    def _change(self, at: int, low: float) -> Change:
        now, before = self._tables
        key = self._keys[at]
        named = now if key in now.lexical.number else before
        family = named.lexical.number[key]
        return Change(
            word=named.label(family),
            generic=bool(named.counts.is_generic[family]),
            now=int(self.now[at]),
            before=int(self.before[at]),
            share_now=int(self.now[at]) / now.corpus.people_count,
            share_before=int(self.before[at]) / before.corpus.people_count,
            negated_now=_negated(now, key),
            negated_before=_negated(before, key),
            low=low,
            clear=low > 0,
        )


def _more_here(
    here: Longs, there: Longs, people_here: int, people_there: int
) -> tuple[Reals, Reals]:
    """The log ratio and its conservative end of each family, with the survey as the node."""
    said = np.append(here + there, people_here)
    _, log_ratio, low = scores(np.append(here, 0), said, len(here), people_here + people_there)
    return log_ratio[:-1], low[:-1]


def _negated(table: WordTable, key: str) -> int:
    family = table.lexical.number.get(key)
    return 0 if family is None else int(table.counts.negated[family])
