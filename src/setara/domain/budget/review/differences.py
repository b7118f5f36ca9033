"""What changed between two submissions, row by row and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

_WORD = re.compile(r"\S+\s*|\s+")
# Comparing word by word costs the product of both lengths; longer rows are shown as a whole.
_MOST_COMPARED = 4_000_000


class PieceKind(StrEnum):
    """What became of some words."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that share a fate."""

    kind: PieceKind
    text: str


Row = tuple[Piece, ...]


def rows_compared(before: Sequence[str], after: Sequence[str]) -> tuple[Row, ...]:
    """The rows of both, those that only one has marked as a whole, the rest word by word."""
    found: list[Row] = []
    for tag, i, j, k, n in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [_whole(PieceKind.SAME, row) for row in after[k:n]]
        else:
            found += (_pair(old, new) for old, new in zip_longest(before[i:j], after[k:n]))
    return tuple(found)


def has_changed(rows: Iterable[Row]) -> bool:
    """Whether any word was inserted or deleted."""
    return any(piece.kind is not PieceKind.SAME for row in rows for piece in row)


def words_compared(before: str, after: str) -> Row:
    """Both texts as one row, the words that only one has marked."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) * len(new) > _MOST_COMPARED:
        return (*_whole(PieceKind.DELETED, before), *_whole(PieceKind.INSERTED, after))
    pieces: list[Piece] = []
    for tag, i, j, k, n in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces += _whole(PieceKind.SAME, "".join(new[k:n]))
        else:
            pieces += _whole(PieceKind.DELETED, "".join(old[i:j]))
            pieces += _whole(PieceKind.INSERTED, "".join(new[k:n]))
    return tuple(pieces)


def _pair(old: str | None, new: str | None) -> Row:
    if old is None:
        return _whole(PieceKind.INSERTED, new or "")
    if new is None:
        return _whole(PieceKind.DELETED, old)
    return words_compared(old, new)


def _whole(kind: PieceKind, text: str) -> Row:
    return (Piece(kind, text),) if text else ()
