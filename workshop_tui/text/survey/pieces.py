"""Cutting many answers into numbered pieces, as array work on their UTF-8 bytes.

A piece is a run of letters, digits, apostrophes, hyphens and anything beyond ASCII. Equal pieces
get equal numbers. Finding them with str.split and a dictionary takes four times as long: at a
million answers most of the time would go into making and hashing Python objects.
"""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

import msgspec
import numpy as np
import numpy.typing as npt

from workshop_tui.text.addresses import SIGNS, without_addresses

Ints = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Keys = npt.NDArray[np.uint64]
Places = npt.NDArray[np.intp]
Whole = TypeVar("Whole", bound=np.signedinteger)

_CLAUSE_SIGNS = b".!?;,\n\r\x0b\x0c"
_END, _SPACE, _SIGN = 0, ord(" "), ord(".")
_FIRST_IN_PIECE = ord("0")
_APOSTROPHE, _HYPHEN = ord("`"), ord("_")
"""Stand for ' and -, so that every byte of a piece is above every byte between pieces."""
_ADDRESS_SIGNS = tuple(sign.encode() for sign in SIGNS)

_KEY_BYTES = 8
_LONGEST_BY_ARRAY = 32
_MASKS = np.array([(1 << (8 * size)) - 1 for size in range(_KEY_BYTES + 1)], np.uint64)
_FIRST_FACTOR = np.uint64(0xBF58476D1CE4E5B9)
_SECOND_FACTOR = np.uint64(0x94D049BB133111EB)
_EMPTY = -1
_SMALLEST_TABLE = 1 << 12


def _byte_table() -> bytes:
    """What each byte becomes: lower case, one clause sign, spaces for all other signs."""
    table = bytearray(range(256))
    for byte in range(1, 128):
        letter = chr(byte)
        if letter.isalnum():
            table[byte] = ord(letter.lower())
        else:
            table[byte] = _SIGN if byte in _CLAUSE_SIGNS else _SPACE
    table[ord("'")] = _APOSTROPHE
    table[ord("-")] = _HYPHEN
    return bytes(table)


_PLAIN = _byte_table()
_SIGNS_BACK = bytes.maketrans(b"`_", b"'-")


class Cut(msgspec.Struct, frozen=True):
    """Some answers as pieces.

    numbers: the number of each piece, answer after answer.
    opens: whether a piece is the first of its answer or follows a clause sign.
    sizes: how many pieces each answer has.
    """

    numbers: Ints
    opens: Flags
    sizes: Places


class PieceNumbers:
    """Numbers pieces in the order of the chunks, and within a chunk of their first place.

    Known pieces are found in an open-addressed table of 64-bit keys, all at once; Python sees
    each distinct piece only when it is new.
    """

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self._keys = np.zeros(0, np.uint64)
        self._fill_table()

    def cut(self, answers: Sequence[str]) -> Cut:
        """Some answers as numbered pieces."""
        joined = _joined(answers)
        if any(sign in joined for sign in _ADDRESS_SIGNS):
            joined = _joined([without_addresses(answer) for answer in answers])
        plain = joined.translate(_PLAIN)
        starts, sizes, signs, ends = _bounds(plain)
        if len(ends) != len(answers):  # an answer holds the zero byte that closes answers
            return self.cut([answer.replace("\0", " ") for answer in answers])
        keys = _keys(plain, starts, sizes)
        numbers = self._look_up(keys)
        unknown = np.flatnonzero(numbers == _EMPTY)
        if len(unknown):
            self._learn(plain, starts, sizes, keys, unknown)
            numbers[unknown] = self._look_up(keys[unknown])
        opens = np.zeros(len(starts) + 1, np.bool_)
        opens[np.searchsorted(starts, signs)] = True
        answer_ends = np.searchsorted(starts, ends)
        opens[0] = True
        opens[answer_ends] = True
        return Cut(numbers, opens[:-1], np.diff(answer_ends, prepend=0))

    def _look_up(self, keys: Keys) -> Ints:
        """The numbers of keys, -1 for the unknown."""
        mask = len(self._table_keys) - 1
        slots = (keys & np.uint64(mask)).astype(np.intp)
        numbers: Ints = self._table_numbers[slots]
        at = np.flatnonzero((self._table_keys[slots] != keys) & (numbers != _EMPTY))
        slots = slots[at]
        while len(at):  # the slot holds another piece: try the next one
            slots = (slots + 1) & mask
            numbers[at] = self._table_numbers[slots]
            wrong = (self._table_keys[slots] != keys[at]) & (numbers[at] != _EMPTY)
            at, slots = at[wrong], slots[wrong]
        return numbers

    def _learn(
        self, plain: bytes, starts: Places, sizes: Places, keys: Keys, unknown: Places
    ) -> None:
        _, first = groups_of(keys[unknown])
        first = unknown[np.sort(first)]
        for at in first.tolist():
            begin = int(starts[at])
            piece = plain[begin : begin + int(sizes[at])]
            self.pieces.append(piece.translate(_SIGNS_BACK))
        self._keys = np.concatenate([self._keys, keys[first]])
        self._fill_table()

    def _fill_table(self) -> None:
        size = max(_SMALLEST_TABLE, 1 << (4 * len(self._keys)).bit_length())
        self._table_keys = np.zeros(size, np.uint64)
        self._table_numbers = np.full(size, _EMPTY, np.int32)
        waiting = np.arange(len(self._keys))
        slots = (self._keys & np.uint64(size - 1)).astype(np.intp)
        while len(waiting):
            free = self._table_numbers[slots] == _EMPTY
            self._table_numbers[slots[free]] = waiting[free]
            placed = self._table_numbers[slots] == waiting
            self._table_keys[slots[placed]] = self._keys[waiting[placed]]
            waiting, slots = waiting[~placed], (slots[~placed] + 1) & (size - 1)


def _joined(answers: Sequence[str]) -> bytes:
    """The answers as UTF-8, each closed by a zero byte."""
    return "\0".join((*answers, "")).encode("utf-8", "replace")


def _bounds(plain: bytes) -> tuple[Places, Places, Places, Places]:
    """Where pieces start and their bytes; where clause signs and the ends of answers stand."""
    codes = np.frombuffer(plain, np.uint8)
    inside = np.zeros(len(codes) + 1, np.bool_)
    np.greater_equal(codes, _FIRST_IN_PIECE, out=inside[1:])
    flips = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = flips[0::2], flips[1::2]
    return starts, ends - starts, np.flatnonzero(codes == _SIGN), np.flatnonzero(codes == _END)


def _keys(plain: bytes, starts: Places, sizes: Places) -> Keys:
    """64 bits for each piece: exact up to 8 bytes, mixed from all its bytes beyond."""
    window: Keys = np.ndarray(
        (len(plain),), np.dtype("<u8"), plain + bytes(_KEY_BYTES), strides=(1,)
    )
    keys: Keys = window[starts] & _MASKS[np.minimum(sizes, _KEY_BYTES)]
    longer = np.flatnonzero(sizes > _KEY_BYTES)
    reach = _KEY_BYTES
    while len(longer) and reach < _LONGEST_BY_ARRAY:
        rest = np.minimum(sizes[longer] - reach, _KEY_BYTES)
        keys[longer] = mixed(keys[longer]) + (window[starts[longer] + reach] & _MASKS[rest])
        reach += _KEY_BYTES
        longer = longer[sizes[longer] > reach]
    for at in longer.tolist():
        piece = plain[int(starts[at]) : int(starts[at] + sizes[at])]
        digest = hashlib.blake2b(piece, digest_size=_KEY_BYTES).digest()
        keys[at] = np.uint64(int.from_bytes(digest, "little"))
    return mixed(keys)


def mixed(numbers: Keys) -> Keys:
    """Spread numbers over 64 bits, one to one (the finish of splitmix64)."""
    spread = (numbers ^ (numbers >> np.uint64(30))) * _FIRST_FACTOR
    spread = (spread ^ (spread >> np.uint64(27))) * _SECOND_FACTOR
    spread ^= spread >> np.uint64(31)
    return spread


def distinct(numbers: npt.NDArray[Whole]) -> npt.NDArray[Whole]:
    """Each number once, in order. np.unique would load numpy's masked arrays to say the same."""
    ordered = np.sort(numbers)
    opens = np.ones(len(ordered), np.bool_)
    opens[1:] = ordered[1:] != ordered[:-1]
    return ordered[opens]


def are_among(keys: Keys, wanted: Keys) -> Flags:
    """Whether each key is one of a few wanted ones, 1 at least."""
    few = np.sort(wanted)
    place = np.minimum(np.searchsorted(few, keys), len(few) - 1)
    found: Flags = few[place] == keys
    return found


def groups_of(keys: Keys) -> tuple[Places, Places]:
    """The group of equal keys of each place, and the first place of each group.

    One plain sort of key and place packed together: numpy sorts numbers some 20 times faster than
    it finds their order. The packed keys lack some bits, so neighbours are compared in full, and
    the slow road is taken in the rare case of a clash.
    """
    places = max(len(keys) - 1, 1).bit_length()
    low = np.uint64((1 << places) - 1)
    packed = (keys & ~low) | np.arange(len(keys), dtype=np.uint64)
    packed.sort()
    order = (packed & low).astype(np.intp)
    packed &= ~low
    opens = np.ones(len(keys), np.bool_)
    opens[1:] = packed[1:] != packed[:-1]
    in_order = keys[order]
    if ((in_order[1:] != in_order[:-1]) & ~opens[1:]).any():
        _, first, group = np.unique(keys, return_index=True, return_inverse=True)
        return group.reshape(-1), first
    group = np.empty(len(keys), np.intp)
    group[order] = np.cumsum(opens) - 1
    return group, order[opens]
