"""What was taken out of a text and what came in, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.language.comparing import runs

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")


class PieceKind(StrEnum):
    """Whether a piece stands in both texts, in the earlier one, or in the later one."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row that have the same fate."""

    kind: PieceKind
    words: str


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The later text with what went in its place.

    Without the pieces that are new it is the earlier text, without those that are gone the later.
    """
    return tuple(piece for run in runs(before, after, _TOKENS) for piece in _whole(*run))


def _whole(before: str, after: str) -> tuple[Piece, ...]:
    if before == after:
        return (Piece(PieceKind.SAME, after),) if after else ()
    both = (Piece(PieceKind.GONE, before), Piece(PieceKind.NEW, after))
    return tuple(piece for piece in both if piece.words)
