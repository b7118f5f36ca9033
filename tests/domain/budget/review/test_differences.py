"""Both texts can be read back from what is marked, and nothing else is marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.review.differences import (
    Piece,
    PieceKind,
    has_changed,
    rows_compared,
    words_compared,
)

WORDS = st.lists(st.sampled_from(["ibu", "hamil", "kelas", "suami", "2026"]), max_size=9)
TEXTS = WORDS.map(" ".join)


@given(TEXTS, TEXTS)
def test_both_texts_are_read_back(before, after):
    row = words_compared(before, after)

    kept = [piece for piece in row if piece.kind is not PieceKind.INSERTED]
    new = [piece for piece in row if piece.kind is not PieceKind.DELETED]
    assert "".join(piece.text for piece in new) == after
    assert "".join(piece.text for piece in kept).split() == before.split()
    assert has_changed([row]) == (before != after)


@given(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=4))
def test_rows_that_are_equal_are_not_marked(before, after):
    assert has_changed(rows_compared(before, after)) == (
        [row for row in before if row] != [row for row in after if row]
    )


def test_only_the_word_that_changed_is_marked():
    assert words_compared("bagi perempuan desa", "bagi keduanya desa") == (
        Piece(PieceKind.SAME, "bagi "),
        Piece(PieceKind.DELETED, "perempuan "),
        Piece(PieceKind.INSERTED, "keduanya "),
        Piece(PieceKind.SAME, "desa"),
    )


def test_a_text_of_a_hundred_thousand_characters_is_shown_as_a_whole():
    before, after = "kata " * 20_000, "lain " * 20_000

    assert [piece.kind for piece in words_compared(before, after)] == [
        PieceKind.DELETED,
        PieceKind.INSERTED,
    ]
