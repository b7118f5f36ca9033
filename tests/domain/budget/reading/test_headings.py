"""Headings are known in any spelling and over several rows; what nobody knows is told by cells."""

from __future__ import annotations

import pytest

from setara.domain.budget.reading.budget import read_budget
from setara.domain.budget.reading.family import Family
from setara.domain.budget.reading.findings import Fault
from setara.domain.budget.reading.heading import heading_of
from setara.domain.budget.reading.preamble import preamble_of
from setara.domain.budget.reading.role_words import ROLES
from setara.domain.budget.reading.roles import Role, role_of
from setara.domain.language.text import Language

SPELLED = {
    Role.ACCOUNT_CODE: "No. Rekening|Kode Rekening|KODE REKENING|No Rek|Kd. Rek|Kode Akun",
    Role.CODE: "Kode|Kode/No Rek|Kode Program Kegiatan",
    Role.TEXT: "Uraian|URAIAN|Uraian Rekening|Program/Kegiatan|Urusan/Program/Kegiatan",
    Role.AMOUNT: "Jumlah|JUMLAH (Rp)|Anggaran 2015|APBD 2016|pagu|Nilai Rincian|Pagu Anggaran (Rp)",
    Role.BEFORE: "Sebelum|Sebelum Perubahan|Jumlah Sebelum Perubahan|APBD Murni|pagumurni",
    Role.AFTER: "Sesudah|Setelah Perubahan|Sesudah Perubahan (Rp)|APBD Perubahan",
    Role.CHANGE: "Angka|Bertambah/(Berkurang)|Bertambah / Berkurang (Rp)|Selisih|Lebih/(Kurang)",
    Role.PERCENT: "Prosentase|%|(%)|Persen|Persentase",
    Role.REALISED: "Realisasi|Realisasi 2014|Realisasi s/d Bulan Ini|realisasi_anggaran",
    Role.SUB_CODE: "kode_sub_kegiatan|Kode Sub Kegiatan|kode_sub_giat|KODE SUB\nKEGIATAN",
    Role.UNIT_CODE: "kode_sub_unit|Kode Sub SKPD|kode_sub_skpd",
    Role.ITEM_CODE: "kode_standar_harga",
    Role.LAST_YEAR: "T-1|pagu_n_lalu",
    Role.NEXT_YEAR: "T+1|pagu_n_depan",
    Role.MONTH_12: "bulan12|Desember",
    Role.KEY: "kode_sbl",
    Role.LOCATION: "Lokasi|LOKASI KEGIATAN|Kecamatan|Desa/Kelurahan|nama_lokasi|Lokus",
}


@pytest.mark.parametrize(
    ("heading", "role"),
    [(heading, role) for role, headings in SPELLED.items() for heading in headings.split("|")],
)
def test_a_heading_is_known_in_its_spellings(heading, role):
    assert role_of(heading) is role


@pytest.mark.parametrize("heading", ["Laki-laki", "Warna", "", None, 5, "Tahun N"])
def test_what_names_no_column_of_a_budget_is_not_known(heading):
    assert role_of(heading) is None


def test_every_role_has_words_in_both_languages():
    assert set(ROLES) == set(Role)
    for words in ROLES.values():
        assert words.say(Language.INDONESIAN)
        assert words.say(Language.ENGLISH)


def test_headings_over_four_rows_with_merged_cells_are_read_from_below():
    heading = heading_of(
        [
            ["KODE", None, None, None, None, "URAIAN", "SUMBER DANA", "LOKASI", "JUMLAH"],
            [*[None] * 8, "T-1", "Tahun N", *[None] * 4, "T+1"],
            [*[None] * 9, "Sebelum", None, "Setelah", None, "Bertambah / Berkurang"],
            [*[None] * 9, "Belanja Operasi", "Jumlah", "Belanja Operasi", "Jumlah"],
        ]
    )

    assert (heading.first, heading.last) == (0, 3)
    assert heading.code_places == (0, 1, 2, 3, 4)
    assert {role: heading.places[role] for role in (Role.TEXT, Role.BEFORE, Role.AFTER)} == {
        Role.TEXT: 5,
        Role.BEFORE: 10,
        Role.AFTER: 12,
    }
    assert heading.places[Role.CHANGE] == 13
    assert heading.places[Role.NEXT_YEAR] == 14


BOOK: list[list[object]] = [
    ["1.22.1.22.01.00.00.5", "BELANJA", "300", "330", "30"],
    ["1.22.1.22.01.00.00.5.2", "BELANJA LANGSUNG", "300", "330", "30"],
    ["1.22.1.22.01.15", "Program Pelayanan", "300", "330", "30"],
    ["1.22.1.22.01.15.01", "Kegiatan satu", "100", "120", "20"],
    ["1.22.1.22.01.15.02", "Kegiatan dua", "200", "210", "10"],
]


def test_columns_with_unknown_headings_are_told_by_what_they_hold():
    reading = read_budget([["Aa", "Bb", "Cc", "Dd", "Ee"], *BOOK])

    assert reading.family is Family.OLD_BOOK_CHANGED
    assert reading.amount == 330
    assert [each.cell for each in reading.findings if each.fault is Fault.GUESSED_COLUMN] == [
        "A1",
        "B1",
        "C1",
        "D1",
        "E1",
    ]


def test_a_book_without_any_heading_is_still_read():
    reading = read_budget(BOOK)

    assert (reading.heading_rows, len(reading.lines)) == ((), 5)
    assert reading.lines[0].row == 1


def test_a_misspelt_heading_is_taken_for_what_it_nearly_is():
    reading = read_budget([["Kode Rekening", "Uraian", "Jumalh"], *[row[:3] for row in BOOK]])

    assert reading.amount == 300
    assert not [each for each in reading.findings if each.fault is Fault.GUESSED_COLUMN]


@pytest.mark.parametrize(
    ("rows", "agency"),
    [
        ([["Kode Organisasi", "1.19.03"], ["Nama Organisasi", "BPBD"]], ("1.19.03", "BPBD")),
        ([["Kode Organisasi", "BPBD"], ["Nama Organisasi", "1.19.03"]], ("1.19.03", "BPBD")),
        ([["Kode Organisasi", "1.19 – BPBD"]], ("1.19", "BPBD")),
        (
            [["Nama Organisasi", "1.19.03 BPBD"], ["Kode Organisasi", "1.19.03"]],
            ("1.19.03", "BPBD"),
        ),
        ([["Kode Organisasi", "0"], ["Nama Organisasi", "Kabupaten X"]], ("", "")),
        ([["Kode Organisasi", "1 – Pemda X"]], ("", "")),
        ([["Kode Organisasi", "1.02"], ["Organisasi", "DLH"]], ("1.02", "DLH")),
        ([["Organisasi", None, ":", "2.08.0.00 DP3A"]], ("2.08.0.00", "DP3A")),
        ([["Organisasi : 2.08.0.00  DP3A"]], ("2.08.0.00", "DP3A")),
    ],
)
def test_the_agency_above_the_headings_is_put_right(rows, agency):
    assert preamble_of(rows).agency == agency


@pytest.mark.parametrize(
    ("rows", "year"),
    [
        ([["Tahun", 2015]], "2015"),
        ([["TAHUN ANGGARAN 2026"]], "2026"),
        ([["Pemerintah Kab. Paser Tahun Anggaran 2025"]], "2025"),
        ([["PENJABARAN APBD 2016"]], "2016"),
        ([["Peraturan Daerah Nomor 2015"]], ""),
    ],
)
def test_the_year_above_the_headings_is_read(rows, year):
    assert preamble_of(rows).year == year
