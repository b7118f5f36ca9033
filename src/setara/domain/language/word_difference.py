"""What was taken out of a text and what came in, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
# Beyond this many words the comparison costs more than it tells; the texts are shown whole.
_MOST_TOKENS = 4_000


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
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    if len(old) + len(new) > _MOST_TOKENS:
        return _whole(before, after)
    found: list[Piece] = []
    matched = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matched.get_opcodes():
        gone, came = "".join(old[old_start:old_end]), "".join(new[new_start:new_end])
        if tag == "equal":
            found.append(Piece(PieceKind.SAME, came))
        else:
            found += _whole(gone, came)
    return tuple(found)


def _whole(before: str, after: str) -> tuple[Piece, ...]:
    if before == after:
        return (Piece(PieceKind.SAME, after),) if after else ()
    both = (Piece(PieceKind.GONE, before), Piece(PieceKind.NEW, after))
    return tuple(piece for piece in both if piece.words)
