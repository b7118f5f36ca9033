"""What word processors put on the clipboard comes out as rows or sentences; nothing is eaten."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.language.pasting import (
    MOST_CHARACTERS,
    TooLong,
    cleaned,
    rows_of,
    sentence,
)
from setara.domain.language.text import Language

ODD = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("\t\n\r\v\f\x07 \u00a0\u200b\u2028•-1.a)\uf0b7\ud800\x00"),
    ),
    max_size=200,
)


@pytest.mark.parametrize(
    ("pasted", "rows"),
    [
        ("", ()),
        ("\u200b \u00a0\t", ()),
        ("Waktu pelatihan bentrok kerja domestik", ("Waktu pelatihan bentrok kerja domestik",)),
        ("• Satu\n• Dua", ("Satu", "Dua")),
        (
            "\uf0b7\tPPL belum dilatih\r\n\uf0b7\tUndangan ke kepala keluarga\r\n",
            ("PPL belum dilatih", "Undangan ke kepala keluarga"),
        ),
        ("1. Satu\n2. Dua\n3. Tiga", ("Satu", "Dua", "Tiga")),
        ("a) Satu\nb) Dua", ("Satu", "Dua")),
        ("- Satu\n  yang panjang\n- Dua", ("Satu yang panjang", "Dua")),
        (
            "Satu baris yang\nterputus di tengah.\nBaris baru",
            ("Satu baris yang terputus di tengah.", "Baris baru"),
        ),
        (
            "1\tLahan atas nama suami\tPenyuluhan\x07\n2\tJadwal pagi\tJadwal sore\x07",
            ("Lahan atas nama suami – Penyuluhan", "Jadwal pagi – Jadwal sore"),
        ),
        ("Baris\u2028Lain\u000bLagi", ("Baris", "Lain", "Lagi")),
    ],
)
def test_what_is_pasted_becomes_rows(pasted: str, rows: tuple[str, ...]):
    assert rows_of(pasted) == rows


@pytest.mark.parametrize(
    "typed",
    [
        "3. Waktu pelatihan pagi",
        "1, 2: jadwal sore",
        "2 dari 3 pengurus laki-laki",
        "12. Tiga\n7. Dua",
        "-5 derajat",
        "o pertama",
    ],
)
def test_a_figure_that_belongs_to_the_words_is_never_eaten(typed: str):
    assert rows_of(typed) == tuple(typed.split("\n"))


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        (
            "Meningkatnya\u00a0kapasitas\r\nkelembagaan petani",
            "Meningkatnya kapasitas kelembagaan petani",
        ),
        ("• Akses air.\n• Akses jalan.", "Akses air; Akses jalan."),
        ("ke\u00adlem\u200bbagaan", "kelembagaan"),
        ("Kata „dalam‟", "Kata “dalam“"),
        ("Jum\x00at", "Jumat"),
        ("e\u0301", "é"),
    ],
)
def test_what_is_pasted_becomes_a_sentence(pasted: str, words: str):
    assert sentence(pasted) == words


def test_what_is_too_long_is_refused_with_both_lengths():
    assert sentence("a" * MOST_CHARACTERS)
    for read in (sentence, rows_of):
        with pytest.raises(TooLong) as caught:
            read("a" * 100_000)
        assert "100.000" in caught.value.reason.say(Language.INDONESIAN)
        assert "4.000" in caught.value.reason.say(Language.INDONESIAN)


@given(ODD)
def test_cleaning_twice_changes_nothing(raw: str):
    assert cleaned(cleaned(raw)) == cleaned(raw)


@given(ODD)
def test_rows_stand_on_one_line_and_can_be_kept(raw: str):
    for row in rows_of(raw):
        assert row == row.strip()
        assert row
        assert not set(row) & set("\n\r\t\v\f\x00")
        row.encode()


@given(ODD)
def test_no_letter_is_lost_but_of_list_marks(raw: str):
    letters = [
        each for each in cleaned(raw) if each.isalpha() and each.casefold() not in "abcdefghijo"
    ]
    kept = "".join(rows_of(raw))
    assert [each for each in letters if each not in kept and not "\ue000" <= each <= "\uf8ff"] == []
