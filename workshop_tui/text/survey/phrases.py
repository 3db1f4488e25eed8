"""Phrases that really occur: 2 to 4 words that people said one after the other.

No function word at either edge, but a negator may lead ("kurang ramah"). A phrase that lies mostly
within a longer one is dropped for it. Counted in people. A phrase can only be frequent if both of
its shorter parts are, so each length is looked for only where the one before it was found.
"""

import msgspec
import numpy as np

from workshop_tui.text.survey.corpus import Corpus
from workshop_tui.text.survey.counts import people_sums
from workshop_tui.text.survey.lexical import NONE, Lexical
from workshop_tui.text.survey.pieces import Flags, Ints, Keys, Places, distinct, groups_of, mixed

LONGEST = 4
WITHIN_LONGER = 0.8
ONE_IN = 1000
"""In large surveys a phrase is listed when one person in so many said it."""

_MOST_BUCKET_BITS = 20
_ROOM = 4
"""Buckets so many times as the words that could be frequent: chance rarely fills one."""
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


class FoundPhrase(msgspec.Struct, frozen=True):
    """forms: its words; families: the families of its content words; people; is_negated."""

    forms: tuple[str, ...]
    families: tuple[int, ...]
    people: int
    is_negated: bool


class _Runs(msgspec.Struct, frozen=True):
    """Where frequent runs of words start, and the number of the run at each start."""

    starts: Places
    number: Ints


def phrases_of(corpus: Corpus, lexical: Lexical, support: int) -> tuple[FoundPhrase, ...]:
    """The phrases that at least `support` people said, most people first."""
    support = max(support, corpus.people_count // ONE_IN)
    runs = _frequent(_pairs(corpus, lexical, support), corpus, support)
    found: list[FoundPhrase] = []
    for length in range(2, LONGEST + 1):
        if length > 2:
            runs = _frequent(_longer(runs, len(corpus.readings)), corpus, support)
        found += _counted(runs, length, corpus, lexical, support)
    return _without_parts(found)


def _pairs(corpus: Corpus, lexical: Lexical, support: int) -> tuple[Places, Keys]:
    """Two words in one clause, both frequent and their pair perhaps: places and keys."""
    code = _codes(corpus, lexical, support)
    blocks: list[tuple[Places, Keys]] = []
    bits = min((_ROOM * len(corpus.readings) // support).bit_length(), _MOST_BUCKET_BITS)
    bits = max(bits, 1)
    buckets = np.zeros(1 << bits, np.int64)
    for block in corpus.blocks():
        codes = code[block.readings]
        is_word = codes > 0
        starts = np.flatnonzero(is_word[:-1] & is_word[1:] & ~block.opens[1:])
        keys = (codes[starts] << np.uint64(32)) | codes[starts + 1]
        buckets += people_sums(_bucket(keys, bits), block.people, block.text[starts], 1 << bits)
        blocks.append((starts + int(corpus.starts[block.begin]), keys))
    may = buckets >= support
    for index, (starts, keys) in enumerate(blocks):
        here = may[_bucket(keys, bits)]
        blocks[index] = (starts[here], keys[here])
    if not blocks:
        return np.zeros(0, np.intp), np.zeros(0, np.uint64)
    return (
        np.concatenate([starts for starts, _ in blocks]),
        mixed(np.concatenate([keys for _, keys in blocks])),
    )


def _codes(corpus: Corpus, lexical: Lexical, support: int) -> Keys:
    """Per reading a number above 0 for its form if that is frequent, 0 otherwise."""
    mentions = np.zeros(len(lexical.family), np.int64)
    for block in corpus.blocks():
        mentions += people_sums(block.readings, block.people, block.text, len(mentions))
    by_form = mentions.reshape(-1, 2).sum(axis=1)
    form = np.arange(len(mentions), dtype=np.uint64) >> np.uint64(1)
    is_frequent = (by_form >= support).repeat(2) & lexical.is_word
    return np.where(is_frequent, form + np.uint64(1), np.uint64(0))


def _bucket(keys: Keys, bits: int) -> Places:
    """A rough place for a pair, enough to rule most pairs out."""
    return ((keys * _SPREAD) >> np.uint64(64 - bits)).astype(np.intp)


def _frequent(candidates: tuple[Places, Keys], corpus: Corpus, support: int) -> _Runs:
    """The runs that occur at least `support` times, people who gave the same answer included."""
    starts, keys = candidates
    if not len(starts):
        return _Runs(starts, np.zeros(0, np.int32))
    group, first = groups_of(keys)
    if corpus.counts_once:
        often = np.bincount(group, minlength=len(first)) >= support
    else:
        often = people_sums(group, corpus.people, _texts(starts, corpus), len(first)) >= support
    number = np.cumsum(often, dtype=np.int32) - np.int32(1)
    kept = often[group]
    return _Runs(starts[kept], number[group[kept]])


def _texts(starts: Places, corpus: Corpus) -> Places:
    """The text of each place."""
    return np.searchsorted(corpus.starts, starts, side="right") - 1


def _longer(runs: _Runs, tokens: int) -> tuple[Places, Keys]:
    """Runs one word longer: a run that the next word starts a run of the same length."""
    number_at = np.full(tokens + 1, NONE, np.int32)
    number_at[runs.starts] = runs.number
    following = number_at[runs.starts + 1]
    goes_on = following != NONE
    first = runs.number[goes_on].astype(np.uint64)
    keys = (first << np.uint64(32)) | following[goes_on].astype(np.uint64)
    return runs.starts[goes_on], mixed(keys)


def _counted(
    runs: _Runs, length: int, corpus: Corpus, lexical: Lexical, support: int
) -> list[FoundPhrase]:
    """The runs that are phrases, in people."""
    is_content: Flags = lexical.family != NONE
    first_reading = corpus.readings[runs.starts]
    last_reading = corpus.readings[runs.starts + length - 1]
    fits = (is_content | lexical.negates)[first_reading] & is_content[last_reading]
    starts, number = runs.starts[fits], runs.number[fits]
    if not len(starts):
        return []
    text = _texts(starts, corpus)
    pairs = distinct(number.astype(np.int64) * corpus.texts + text)
    people = np.bincount(pairs // corpus.texts, corpus.people[pairs % corpus.texts])
    first = np.zeros(len(people), np.intp)
    first[number[::-1]] = starts[::-1]
    found: list[FoundPhrase] = []
    for at in np.flatnonzero(people >= support).tolist():
        begin = int(first[at])
        readings = corpus.readings[begin : begin + length].tolist()
        families = tuple(int(lexical.family[reading]) for reading in readings)
        found.append(
            FoundPhrase(
                tuple(corpus.forms[reading >> 1] for reading in readings),
                tuple(family for family in families if family != NONE),
                int(people[at]),
                bool(lexical.negates[readings[0]]),
            )
        )
    return found


def _without_parts(found: list[FoundPhrase]) -> tuple[FoundPhrase, ...]:
    dropped: set[tuple[str, ...]] = set()
    people = {phrase.forms: phrase.people for phrase in found}
    for phrase in found:
        for part in (phrase.forms[1:], phrase.forms[:-1]):
            if part in people and phrase.people >= WITHIN_LONGER * people[part]:
                dropped.add(part)
    kept = [phrase for phrase in found if phrase.forms not in dropped]
    return tuple(sorted(kept, key=lambda phrase: (-phrase.people, phrase.forms)))
