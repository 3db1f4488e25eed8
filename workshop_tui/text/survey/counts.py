"""Who said what: people per family and per form, people who negated it, mentions, generic families.

People are counted, never mentions: a text counts once for a family, times the people who gave it.
"""

from collections.abc import Collection, Iterable, Mapping

import msgspec
import numpy as np

from workshop_tui.text.families import family
from workshop_tui.text.lexicons import generic_lexicon
from workshop_tui.text.spelling import plain_form
from workshop_tui.text.survey.choices import ReadingChoices
from workshop_tui.text.survey.corpus import LANGUAGES, Block, Corpus
from workshop_tui.text.survey.lexical import NONE, Lexical
from workshop_tui.text.survey.pieces import Flags, Ints, Places
from workshop_tui.text.survey.stream import Longs
from workshop_tui.text.survey.tries import PhraseTrie, negated_tokens

CLAUSES_ABOVE_MEDIAN = 15
"""Answers longer than this (median words) are read clause by clause when words stand together."""


class Said(msgspec.Struct, frozen=True):
    """Pairs of a unit (an answer or a clause of one) and a family that is said in it.

    Sorted by unit. text_of_unit: the text that each unit belongs to.
    people_of_unit: how many people gave it; sizes: how many families it holds.
    """

    unit: Ints
    family: Ints
    text_of_unit: Ints
    people_of_unit: Longs
    sizes: Longs

    @property
    def counts_once(self) -> bool:
        """Whether every unit is one person's, so that counting needs no weights."""
        return not len(self.people_of_unit) or int(self.people_of_unit.max()) == 1

    def pairs_beside(self, family: int) -> Places:
        """The places of all pairs of the units that hold a family."""
        units = self.unit[self.family == family]
        sizes = self.sizes[units]
        ends = np.cumsum(sizes)
        starts = np.cumsum(self.sizes)[units] - sizes
        within = np.arange(int(ends[-1]) if len(ends) else 0, dtype=np.intp)
        places: Places = within + np.repeat(starts - ends + sizes, sizes)
        return places


class Counts(msgspec.Struct, frozen=True):
    """All arrays are by family number but for those by reading.

    people, negated: people who said the family, and who said it negated.
    mentions_of_reading, people_of_reading: of each form in a language.
    is_generic, category: the flag and its category number (NONE without).
    in_texts: what is said in each text; in_units: the same by the unit of `words_together`.
    unit: "answer" or "clause".
    median_words: words of the middle answer.
    """

    people: Longs
    negated: Longs
    mentions_of_reading: Longs
    people_of_reading: Longs
    is_generic: Flags
    category: Ints
    in_texts: Said
    in_units: Said
    unit: str
    median_words: float


def counts_of(corpus: Corpus, lexical: Lexical, choices: ReadingChoices) -> Counts:
    """Count the people of every family."""
    tally = _Tally(corpus, lexical)
    for block in corpus.blocks():
        tally.add(block)
    in_texts, in_units = tally.said()
    families = len(lexical.families)
    people = people_per_family(in_texts, families)
    is_generic, category = _generic_families(lexical, tally, families)
    _apply(choices.generic_on, choices.generic_off, lexical, corpus, is_generic)
    return Counts(
        people,
        tally.negated,
        tally.mentions,
        tally.people_of_reading,
        is_generic,
        category,
        in_texts,
        in_units,
        "clause" if tally.by_clause else "answer",
        tally.median_words,
    )


def people_per_family(said: Said, families: int) -> Longs:
    """People (times units) who said each family."""
    return people_sums(said.family, said.people_of_unit, said.unit, families)


def people_sums(index: Ints | Places, people: Longs, place: Ints | Places, size: int) -> Longs:
    """Sums of `people[place]` by `index`; without duplicates that is mere counting."""
    if not len(people) or int(people.max()) == 1:
        return np.bincount(index, minlength=size).astype(np.int64)
    return np.bincount(index, people[place], size).astype(np.int64)


class _Tally:
    """Sums over blocks."""

    def __init__(self, corpus: Corpus, lexical: Lexical) -> None:
        self._lexical = lexical
        self._families = len(lexical.families)
        size = len(lexical.family)
        lexicon = generic_lexicon()
        phrases = {
            phrase: lexical.categories.index(category)
            for phrase, category in lexicon.phrases.items()
        }
        self._trie = PhraseTrie(phrases, corpus.forms)
        sizes = np.diff(corpus.starts)
        self.median_words = _weighted_median(sizes, corpus.people)
        self.by_clause = self.median_words > CLAUSES_ABOVE_MEDIAN
        self.mentions = np.zeros(size, np.int64)
        self.flagged = np.zeros(size, np.int64)
        self.phrase_category = np.full(size, NONE, np.int8)
        self.people_of_reading = np.zeros(size, np.int64)
        self.negated = np.zeros(self._families, np.int64)
        self._texts: list[tuple[Ints, Ints]] = []
        self._units: list[tuple[Ints, Ints]] = []
        self._text_of_unit: list[Ints] = []
        self._units_so_far = 0
        self._people = corpus.people

    def add(self, block: Block) -> None:
        family = self._lexical.family[block.readings]
        content = np.flatnonzero(family != NONE)
        family, readings, text = family[content], block.readings[content], block.text[content]
        self._count_mentions(block, content, readings, text)
        self._count_negated(block, content, family, text)
        in_text, said = _distinct(text, readings, len(self._lexical.family))
        self.people_of_reading += people_sums(
            said, block.people, in_text, len(self.people_of_reading)
        )
        in_text, said = _distinct(in_text, self._lexical.family[said], self._families)
        self._texts.append((in_text + np.int32(block.begin), said))
        if self.by_clause:
            self._add_clauses(block, content, family)

    def _count_mentions(self, block: Block, content: Places, readings: Ints, text: Ints) -> None:
        self.mentions += people_sums(readings, block.people, text, len(self.mentions))
        marks = self._trie.mark(block)[content]
        in_phrase = marks != NONE
        self.phrase_category[readings[in_phrase]] = marks[in_phrase]
        is_flagged = in_phrase | (self._lexical.category[readings] != NONE)
        self.flagged += people_sums(
            readings[is_flagged], block.people, text[is_flagged], len(self.flagged)
        )

    def _count_negated(self, block: Block, content: Places, family: Ints, text: Ints) -> None:
        lexical = self._lexical
        is_negated = negated_tokens(block, lexical.negates, lexical.revokes)[content]
        in_text, said = _distinct(text[is_negated], family[is_negated], self._families)
        self.negated += people_sums(said, block.people, in_text, self._families)

    def _add_clauses(self, block: Block, content: Places, family: Ints) -> None:
        opens = block.opens | self._lexical.opens_clause[block.readings]
        unit = np.cumsum(opens, dtype=np.int32) - np.int32(1)
        in_unit, said = _distinct(unit[content], family, self._families)
        self._units.append((in_unit + np.int32(self._units_so_far), said))
        self._text_of_unit.append(block.text[opens] + np.int32(block.begin))
        self._units_so_far += int(unit[-1]) + 1 if len(unit) else 0

    def said(self) -> tuple[Said, Said]:
        everybody = np.arange(len(self._people), dtype=np.int32)
        in_texts = _said(self._texts, everybody, self._people)
        if not self.by_clause:
            return in_texts, in_texts
        text_of_unit = np.concatenate(self._text_of_unit)
        return in_texts, _said(self._units, text_of_unit, self._people[text_of_unit])


def _said(parts: list[tuple[Ints, Ints]], text_of_unit: Ints, people: Longs) -> Said:
    unit, family = _joined(parts)
    sizes = np.bincount(unit, minlength=len(text_of_unit))
    return Said(unit, family, text_of_unit, people, sizes)


def _joined(parts: list[tuple[Ints, Ints]]) -> tuple[Ints, Ints]:
    if not parts:
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    return np.concatenate([unit for unit, _ in parts]), np.concatenate([said for _, said in parts])


def _distinct(unit: Ints, said: Ints, size: int) -> tuple[Ints, Ints]:
    """Each pair once, sorted by unit. `said` is below `size`."""
    bits = max(size, 1).bit_length()
    keys = (unit.astype(np.int64) << bits) | said
    keys.sort()
    is_new = np.ones(len(keys), np.bool_)
    is_new[1:] = keys[1:] != keys[:-1]
    keys = keys[is_new]
    return (keys >> bits).astype(np.int32), (keys & ((1 << bits) - 1)).astype(np.int32)


def _sums(index: Ints, weights: Longs, size: int) -> Longs:
    return np.bincount(index, weights, size).astype(np.int64)


def _weighted_median(sizes: Longs, people: Longs) -> float:
    if not len(sizes):
        return 0.0
    order = np.argsort(sizes, kind="stable")
    reached = np.cumsum(people[order])
    middle = reached[-1] / 2
    low = int(np.searchsorted(reached, middle, side="left"))
    high = int(np.searchsorted(reached, middle, side="right"))
    high = min(high, len(order) - 1)
    return float(sizes[order[low]] + sizes[order[high]]) / 2


def _generic_families(lexical: Lexical, tally: _Tally, families: int) -> tuple[Flags, Ints]:
    """A family is generic if at least half of its mentions are listed wording."""
    used = np.flatnonzero(lexical.family != NONE)
    family = lexical.family[used]
    mentions = _sums(family, tally.mentions[used], families)
    flagged = _sums(family, tally.flagged[used], families)
    is_generic = (flagged > 0) & (2 * flagged >= mentions)
    own = lexical.category[used]
    category_of_reading = np.where(own != NONE, own, tally.phrase_category[used])
    category = np.full(families, NONE, np.int32)
    for at in np.argsort(tally.flagged[used], kind="stable").tolist():
        if category_of_reading[at] != NONE:
            category[family[at]] = category_of_reading[at]
    category[~is_generic] = NONE
    return is_generic, category


def _apply(
    on: Collection[str], off: Collection[str], lexical: Lexical, corpus: Corpus, is_generic: Flags
) -> None:
    number = {form: index for index, form in enumerate(corpus.forms)} if (on or off) else {}
    for words, value in ((on, True), (off, False)):
        forms = [plain_form(word) for word in words]
        is_generic[families_of_forms(forms, lexical, number)] = value


def families_of_forms(
    forms: Iterable[str], lexical: Lexical, number_of_form: Mapping[str, int]
) -> list[int]:
    """The families that hold one of these forms in either language, or are named by one.

    A form that nobody used stands for its family: "rebates" finds what was said as "rebate".
    """
    found: set[int] = set()
    for form in forms:
        here = {lexical.number[form]} if form in lexical.number else set()
        number = number_of_form.get(form)
        if number is not None:
            readings = lexical.family[2 * number : 2 * number + 2]
            here.update(readings[readings != NONE].tolist())
        if not here:
            keys = (family(form, language) for language in LANGUAGES)
            here.update(lexical.number[key] for key in keys if key in lexical.number)
        found |= here
    return sorted(found)
