"""The forms of each family, and the one that names it: people read words, not lemmas."""

from collections.abc import Sequence

import msgspec
import numpy as np

from workshop_tui.text.survey.corpus import Corpus
from workshop_tui.text.survey.counts import Counts
from workshop_tui.text.survey.lexical import NONE, Lexical
from workshop_tui.text.survey.pieces import Ints, Places
from workshop_tui.text.survey.stream import Longs


class FormTable(msgspec.Struct, frozen=True):
    """Forms sorted by family. begins: where each family begins, one more at the end.

    form: form numbers; mentions, people: of that form in that family, in both languages.
    """

    begins: Places
    form: Ints
    mentions: Longs
    people: Longs


def form_table(corpus: Corpus, lexical: Lexical, counts: Counts) -> FormTable:
    """Every form with its mentions and people, family by family."""
    used = np.flatnonzero(lexical.family != NONE)
    forms = len(corpus.forms)
    keys = lexical.family[used].astype(np.int64) * forms + (used >> 1)
    distinct, place = np.unique(keys, return_inverse=True)
    place = place.reshape(-1)
    mentions = np.bincount(place, counts.mentions_of_reading[used], len(distinct))
    people = np.bincount(place, counts.people_of_reading[used], len(distinct))
    family = distinct // max(forms, 1)
    return FormTable(
        np.searchsorted(family, np.arange(len(lexical.families) + 1)),
        (distinct - family * forms).astype(np.int32),
        mentions.astype(np.int64),
        people.astype(np.int64),
    )


def labels_of(table: FormTable, forms: Sequence[str]) -> tuple[Ints, Ints]:
    """Per family its most mentioned form (ties: alphabet), and that form's alphabetical rank."""
    rank = np.empty(len(forms), np.int32)
    rank[sorted(range(len(forms)), key=forms.__getitem__)] = np.arange(len(forms), dtype=np.int32)
    sizes = np.diff(table.begins)
    family = np.repeat(np.arange(len(sizes)), sizes)
    order = np.lexsort((rank[table.form], -table.mentions, family))
    label = table.form[order[table.begins[:-1]]] if len(order) else table.form[:0]
    return label, rank[label]
