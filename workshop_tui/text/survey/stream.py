"""Answers as numbers: one number per word, duplicates folded, answers that say nothing set aside.

A million answers are twelve million words, so no Python object is kept per word. `pieces` cuts the
bytes; here each distinct piece is looked at once as text (NFKC, letters of any script), and equal
answers are found by the words that they have, capitals and punctuation aside.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from workshop_tui.text.lexicons import non_answers, run_together
from workshop_tui.text.non_answers import words_of_piece
from workshop_tui.text.survey.pieces import (
    Cut,
    Flags,
    Ints,
    Keys,
    PieceNumbers,
    are_among,
    groups_of,
    mixed,
)

Longs = npt.NDArray[np.int64]

_CHUNK = 4_096
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_LONGEST_PIECE = 100
"""Words in one piece: only wreckage has more."""


class Stream(msgspec.Struct, frozen=True):
    """All answers of a survey as word numbers.

    tokens: the word numbers of the texts, one text after another.
    opens: whether a token opens a clause: the first of its text or after . ! ? ; , or a line break.
    starts: where each text begins in `tokens`; one more at the end.
    people: how many people gave each text.
    text_of_row: the text of each row, -1 where the row says nothing.
    first_row: the first row that gave each text.
    words: the plain form of each word number.
    """

    tokens: Ints
    opens: Flags
    starts: Longs
    people: Longs
    text_of_row: Ints
    first_row: Longs
    words: tuple[str, ...]

    @property
    def rows(self) -> int:
        return len(self.text_of_row)

    @property
    def texts(self) -> int:
        return len(self.people)


def stream_of(answers: Sequence[str]) -> Stream:
    """Cut, number and fold the answers. Rows keep their order."""
    numbers = PieceNumbers()
    cuts: list[Cut | None] = [
        numbers.cut(answers[begin : begin + _CHUNK]) for begin in range(0, len(answers), _CHUNK)
    ]
    glossary = _glossary(numbers.pieces)
    total = sum(int(glossary.length[cut.numbers].sum()) for cut in cuts if cut is not None)
    tokens, opens = np.empty(total, np.int32), np.empty(total, np.bool_)
    sizes, keys = np.zeros(len(answers), np.int64), np.zeros(len(answers), np.uint64)
    token = row = 0
    for index, cut in enumerate(cuts):
        if cut is None:
            continue
        part = _as_words(cut, glossary)
        cuts[index] = None  # a million answers: each chunk is let go as soon as it is copied
        last_token, last_row = token + len(part.numbers), row + len(part.sizes)
        tokens[token:last_token], opens[token:last_token] = part.numbers, part.opens
        sizes[row:last_row] = part.sizes
        keys[row:last_row] = _row_keys(part.numbers, part.sizes)
        token, row = last_token, last_row
    return _folded(tokens, opens, sizes, keys, glossary.words)


class _Glossary(msgspec.Struct, frozen=True):
    """The words of each piece: mostly one; "(«good»)" has signs around it, "well…done" is two.

    first: the first word number of each piece; length: how many words it has.
    more: all words of the pieces that have several.
    """

    words: tuple[str, ...]
    first: Ints
    length: npt.NDArray[np.int8]
    more: dict[int, tuple[int, ...]]


def _glossary(pieces: Sequence[bytes]) -> _Glossary:
    numbers: dict[str, int] = {}
    first = np.zeros(len(pieces), np.int32)
    length = np.ones(len(pieces), np.int8)
    more: dict[int, tuple[int, ...]] = {}
    joined = {form.encode() for form in run_together()}
    for index, piece in enumerate(pieces):
        if piece.isalpha() and piece not in joined:
            first[index] = numbers.setdefault(piece.decode(), len(numbers))
            continue
        words = words_of_piece(piece.decode("utf-8", "replace"))[:_LONGEST_PIECE]
        found = tuple(numbers.setdefault(word, len(numbers)) for word in words)
        first[index] = found[0] if found else 0
        length[index] = len(found)
        if len(found) > 1:
            more[index] = found
    return _Glossary(tuple(numbers), first, length, more)


def _as_words(cut: Cut, glossary: _Glossary) -> Cut:
    """The same answers with word numbers for piece numbers."""
    lengths = glossary.length[cut.numbers]
    if (lengths == 1).all():
        return Cut(glossary.first[cut.numbers], cut.opens, cut.sizes)
    tokens = np.repeat(glossary.first[cut.numbers], lengths)
    last = np.cumsum(lengths, dtype=np.intp)
    for at in np.flatnonzero(lengths > 1).tolist():
        words = glossary.more[int(cut.numbers[at])]
        tokens[last[at] - len(words) : last[at]] = words
    clause = np.repeat(np.cumsum(cut.opens), lengths)
    opens = np.ones(len(tokens), np.bool_)
    opens[1:] = clause[1:] != clause[:-1]
    ends = np.cumsum(cut.sizes)
    sizes = np.diff(np.concatenate([[0], last])[ends], prepend=0)
    return Cut(tokens, opens, sizes)


def _row_keys(tokens: Ints, sizes: npt.NDArray[np.intp]) -> Keys:
    """A 64-bit key of the words of each row; 0 for a row without words.

    Two rows with one key are the same answer: at a million rows, the chance that any two
    different answers share one is about 3 in 100 million.
    """
    keys = np.zeros(len(sizes), np.uint64)
    if not len(tokens):
        return keys
    starts = np.cumsum(sizes) - sizes
    powers = np.full(int(sizes.max()) + 1, _MULTIPLIER, np.uint64).cumprod(dtype=np.uint64)
    values = mixed((tokens.astype(np.uint64) + np.uint64(1)) * _MULTIPLIER)
    values *= powers[np.arange(len(tokens)) - np.repeat(starts, sizes)]
    filled = sizes > 0
    keys[filled] = np.add.reduceat(values, starts[filled])
    return keys


def _folded(tokens: Ints, opens: Flags, sizes: Longs, keys: Keys, words: tuple[str, ...]) -> Stream:
    """Texts once each, in the order of their first row; rows that say nothing left out."""
    spoken = np.flatnonzero(~are_among(keys, _silent_keys(words)))
    group, first = groups_of(keys[spoken])
    order = np.argsort(first, kind="stable")
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    text = rank[group]
    text_of_row = np.full(len(keys), -1, np.int32)
    text_of_row[spoken] = text
    first_row = spoken[first[order]].astype(np.int64)
    starts = np.zeros(len(first_row) + 1, np.int64)
    np.cumsum(sizes[first_row], out=starts[1:])
    if len(first_row) != len(keys):
        is_first = np.zeros(len(keys), np.bool_)
        is_first[first_row] = True
        kept = np.repeat(is_first, sizes)
        tokens, opens = tokens[kept], opens[kept]
    people = np.bincount(text, minlength=len(first)).astype(np.int64)
    return Stream(tokens, opens, starts, people, text_of_row, first_row, words)


def _silent_keys(words: Sequence[str]) -> Keys:
    """The keys of the answers that say nothing, as far as their words occur at all."""
    number = {word: index for index, word in enumerate(words)}
    rows = [
        [number[word] for word in pattern]
        for pattern in sorted(non_answers())
        if all(word in number for word in pattern)
    ]
    tokens = np.array([token for row in rows for token in row], np.int32)
    sizes = np.array([len(row) for row in rows], np.intp)
    return np.concatenate([np.zeros(1, np.uint64), _row_keys(tokens, sizes)])
