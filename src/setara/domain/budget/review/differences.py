"""What changed between two submissions, row by row and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

from setara.domain.language.comparing import runs

_WORD = re.compile(r"\S+\s*|\s+")


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
    pieces: list[Piece] = []
    for old, new in runs(before, after, _WORD):
        if old == new:
            pieces += _whole(PieceKind.SAME, new)
        else:
            pieces += [*_whole(PieceKind.DELETED, old), *_whole(PieceKind.INSERTED, new)]
    return tuple(pieces)


def _pair(old: str | None, new: str | None) -> Row:
    if old is None:
        return _whole(PieceKind.INSERTED, new or "")
    if new is None:
        return _whole(PieceKind.DELETED, old)
    return words_compared(old, new)


def _whole(kind: PieceKind, text: str) -> Row:
    return (Piece(kind, text),) if text else ()
