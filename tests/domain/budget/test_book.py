"""A budget book is found under any heading and judged row by row."""

from decimal import Decimal

import pytest

from setara.domain.budget.book import Book, read_book
from setara.domain.budget.columns import NotABook, folded, heading_of, letter
from setara.domain.budget.severity import Severity
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Language

HEADINGS = ["kode_skpd", "nama_skpd", "kode_sub_kegiatan", "nama_sub_kegiatan", "pagu", "realisasi"]
GOOD = ["1.02", "Dinas Kesehatan", "1.02.02.2.02.0009", "Pelayanan gizi", "250000000", "-"]


def book_of(*rows, headings=HEADINGS) -> Book:
    return read_book([headings, *rows])


def spoiled(place: int, cell: object) -> list[object]:
    return [cell if number == place else kept for number, kept in enumerate(GOOD)]


def messages(book: Book) -> str:
    return " | ".join(finding.message.say(Language.INDONESIAN) for finding in book.findings)


@pytest.mark.parametrize(
    "headings",
    [
        HEADINGS,
        ["Kode SKPD", "Nama SKPD", "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Nilai Rincian", "x"],
        ["kode_skpd", "nama_skpd", "kode_sub_giat", "nama_sub_giat", "pagu", "realisasi"],
        ["KODE OPD", "OPD", "Kode Sub\nKegiatan", "Sub Kegiatan", "Jumlah (Rp)", "Realisasi (Rp)"],
    ],
)
def test_a_book_is_found_under_the_headings_of_each_export(headings):
    (line,) = book_of(GOOD, headings=headings).lines

    assert line.code.text == "1.02.02.2.02.0009"
    assert (line.name, line.amount) == ("Pelayanan gizi", Rupiah(250_000_000))
    assert (line.agency_code, line.agency_name) == ("1.02", "Dinas Kesehatan")
    assert line.realised is None


def test_lines_above_the_heading_are_passed_over_but_their_year_is_read():
    book = read_book(
        [
            ["Judul", "Penjabaran APBD"],
            ["Daerah", "Kabupaten X"],
            ["Tahun", 2025],
            [],
            HEADINGS,
            GOOD,
        ]
    )

    assert book.year == "2025"
    assert book.lines[0].row == 6
    assert not book.findings


def test_a_year_column_states_the_year_too():
    assert book_of([*GOOD, "2026"], headings=[*HEADINGS, "Tahun"]).year == "2026"
    assert book_of(GOOD).year is None


@pytest.mark.parametrize(
    ("row", "cell", "says"),
    [
        (spoiled(2, "1.02.02"), "C3", "kode program, bukan sub kegiatan"),
        (spoiled(2, "Gizi"), "C3", "bukan kode nomenklatur"),
        (spoiled(2, "1.2.2.2.2.9"), "C3", "kehilangan angka nol"),
        (spoiled(3, " "), "D3", "Nama sub kegiatan kosong"),
        (spoiled(4, "Pelayanan gizi"), "E3", "bukan nilai rupiah"),
        (spoiled(4, None), "E3", "Pagu kosong"),
        (spoiled(4, "(250.000)"), "E3", "negatif"),
        (spoiled(5, "belum ada"), "F3", "bukan nilai rupiah"),
        (GOOD, "C3", "sudah ada pada baris 2"),
    ],
)
def test_a_row_that_cannot_be_trusted_is_named_by_its_cell(row, cell, says):
    before = GOOD if row is GOOD else spoiled(2, "1.02.02.2.02.0001")

    book = book_of(before, row)

    (finding,) = book.errors
    assert finding.cell == cell
    assert says in finding.message.say(Language.INDONESIAN)
    assert finding.message.say(Language.ENGLISH) != finding.message.say(Language.INDONESIAN)


def test_amount_and_name_swapped_is_an_error_and_no_line():
    swapped = [*GOOD[:3], GOOD[4], GOOD[3], GOOD[5]]

    book = book_of(swapped)

    assert not book.lines
    assert "“Pelayanan gizi” bukan nilai rupiah" in messages(book)


def test_one_code_in_two_agencies_is_two_lines():
    other = ["1.01", "Dinas Pendidikan", *GOOD[2:]]

    assert len(book_of(GOOD, other).lines) == 2


def test_rows_of_accounts_are_added_up():
    first, second = [*GOOD[:5], "10", "5.1.01"], [*GOOD[:4], "1.500,00", None, "5.1.02"]

    (line,) = book_of(first, second, headings=[*HEADINGS, "Kode Rekening"]).lines

    assert line.amount == Rupiah(250_001_500)
    assert line.realised == Rupiah(10)


def test_a_stated_total_is_compared_and_not_added():
    agreeing, other = (
        ["Jumlah", None, None, None, 250_000_000.0, None],
        ["TOTAL", "", "", "", "9", ""],
    )

    assert not book_of(GOOD, agreeing).findings
    (finding,) = book_of(GOOD, other).findings
    assert finding.severity is Severity.WARNING
    assert "Rp250.000.000" in finding.message.say(Language.INDONESIAN)
    assert book_of(GOOD, other).amount == Rupiah(250_000_000)


def test_an_unreadable_total_is_said():
    assert "tidak terbaca" in messages(book_of(GOOD, ["Jumlah", "", "", "", "lihat lampiran", ""]))


def test_blank_rows_are_nothing_and_no_rows_are_an_error():
    assert len(book_of(["", None, " ", "", "", ""], GOOD).lines) == 1
    assert "Tidak ada satu baris pun" in messages(book_of())


@pytest.mark.parametrize(
    ("grid", "says"),
    [
        ([], "Baris judul tidak ditemukan"),
        ([["Nama", "Alamat"], ["Sari", "Tanah Grogot"]], "Baris judul tidak ditemukan"),
        ([["No. Rekening", "Uraian", "Jumlah"], ["5.1", "Belanja", "1"]], "APBD model lama"),
        (
            [["kode_sub_kegiatan", "nama_sub_kegiatan", "nilai"], ["1.02.02.2.02.0009", "Gizi", 1]],
            "Baris 1: kolom pagu tidak ditemukan",
        ),
        ([["pagu", "nama_sub_kegiatan"]], "kolom kode sub kegiatan tidak ditemukan"),
    ],
)
def test_another_kind_of_file_is_refused_with_place_and_remedy(grid, says):
    with pytest.raises(NotABook) as raised:
        read_book(grid)

    assert says in raised.value.reason.say(Language.INDONESIAN)
    assert raised.value.reason.say(Language.ENGLISH)


def test_headings_fold_and_columns_have_letters():
    assert folded(" Kode_Sub  Kegiatan: ") == "kode sub kegiatan"
    assert [letter(place) for place in (0, 25, 26, 51, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "ZZ",
        "AAA",
    ]
    assert heading_of([["pagu", "pagumurni", "kode_sub_giat", "nama_sub_giat"]]).places
    assert book_of([*GOOD[:4], Decimal(1), ""]).amount == Rupiah(1)
