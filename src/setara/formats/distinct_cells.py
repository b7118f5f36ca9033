"""Which cells of a column are the same: each row the number of its text, each text once.

Cells are compared as bytes, eight at a time, over all rows of a block at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Numbers = NDArray[np.int32]
_Words = NDArray[np.uint64]

_WORD = 8
PADDING = _WORD
"""How many bytes must stand behind the last cell of a buffer."""
_FULL = 2**64
_MASKS = np.array([(1 << (8 * size)) - 1 for size in range(_WORD)] + [_FULL - 1], np.uint64)
_MIXED = np.uint64(0x9FB21C651E98DF25)
_SPREAD = 0x9E3779B97F4A7C15
_NEXT = 6364136223846793005
_SLOTS = 16
_FEW = 4
_FOLD = np.uint64(29)


@dataclass(frozen=True, slots=True)
class Distinct:
    """`codes` has for each row the number of its value, `firsts` for each value its first row."""

    codes: Numbers
    firsts: Whole


def distinct(keys: _Words) -> Distinct:
    """The distinct keys, numbered in the order they are first met.

    Cost: a few nanoseconds a row: rows meet in a table of 65,536 places; those that meet another
    key there try again in another order. Of rows that repeat the one above only the first is
    looked at.
    """
    changes = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    if len(changes) * _FEW < len(keys):
        starts = np.concatenate((np.zeros(min(len(keys), 1), np.int64), changes))
        found = _distinct(keys[starts])
        rows = np.diff(starts, append=len(keys))
        return Distinct(np.repeat(found.codes, rows), starts[found.firsts])
    return _distinct(keys)


def _distinct(keys: _Words) -> Distinct:
    same_as = np.empty(len(keys), np.int32)
    rows = np.arange(len(keys), dtype=np.int32)
    table = np.empty(1 << _SLOTS, np.int32)
    spread = _SPREAD
    while len(rows):
        left = keys[rows]
        places = ((left * np.uint64(spread)) >> np.uint64(64 - _SLOTS)).astype(np.int32)
        # Of several rows in one place the last written stays: so the first row is written last.
        table[places[::-1]] = rows[::-1]
        met = table[places]
        is_same = keys[met] == left
        same_as[rows[is_same]] = met[is_same]
        rows = rows[~is_same]
        spread = (spread * _NEXT + 2) % _FULL | 1
    is_first = np.zeros(len(keys), np.bool_)
    is_first[same_as] = True
    numbers = np.cumsum(is_first, dtype=np.int32) - np.int32(1)
    return Distinct(numbers[same_as], np.flatnonzero(is_first))


def distinct_cells(buffer: bytearray, starts: Numbers, lengths: Numbers) -> Distinct:
    """The distinct byte strings that begin at `starts`; PADDING bytes must follow the last.

    They are told apart by a hash and then compared in full, so that no two are ever taken for one.
    """
    words = _words(buffer, starts, lengths)
    key = lengths.astype(np.uint64) * _MIXED
    for word in words:
        key = (key ^ word) * _MIXED
        key ^= key >> _FOLD
    found = distinct(key)
    first = found.firsts[found.codes]
    if all(bool((word == word[first]).all()) for word in (lengths, *words)):
        return found
    return _one_by_one(buffer, starts, lengths)


def _words(buffer: bytearray, starts: Numbers, lengths: Numbers) -> list[Any]:
    """The cells cut into words of eight bytes, what is behind a cell zeroed."""
    at: _Words = np.ndarray((len(buffer) - _WORD + 1,), "<u8", buffer=buffer, strides=(1,))
    shortest, longest = int(lengths.min()), int(lengths.max())
    words = []
    for place in range(0, longest, _WORD):
        if shortest >= place + _WORD:
            words.append(at[starts + place])
        elif shortest >= place:
            words.append(at[starts + place] & _MASKS[np.minimum(lengths - place, _WORD)])
        else:
            rows = np.flatnonzero(lengths > place)
            word = np.zeros(len(starts), np.uint64)
            masks = _MASKS[np.minimum(lengths[rows] - place, _WORD)]
            word[rows] = at[starts[rows] + place] & masks
            words.append(word)
    return words


def _one_by_one(buffer: bytearray, starts: Numbers, lengths: Numbers) -> Distinct:
    """The same where two hashes met, which nobody has seen."""
    seen: dict[bytes, int] = {}
    firsts: list[int] = []
    codes = np.empty(len(starts), np.int32)
    for row, (start, length) in enumerate(zip(starts.tolist(), lengths.tolist(), strict=True)):
        code = seen.setdefault(bytes(buffer[start : start + length]), len(seen))
        if code == len(firsts):
            firsts.append(row)
        codes[row] = code
    return Distinct(codes, np.array(firsts, np.int64))
