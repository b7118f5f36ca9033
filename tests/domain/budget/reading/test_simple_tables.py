"""A budget book is found under any heading and judged row by row."""

from decimal import Decimal

import pytest

from setara.domain.budget.reading.budget import read_budget
from setara.domain.budget.reading.cells import folded, letter
from setara.domain.budget.reading.findings import Fault
from setara.domain.budget.reading.heading import heading_of
from setara.domain.budget.reading.reading import BudgetReading, NotABudget
from setara.domain.budget.reading.roles import Role
from setara.domain.budget.severity import Severity
from setara.domain.language.text import Language

HEADINGS = ["kode_skpd", "nama_skpd", "kode_sub_kegiatan", "nama_sub_kegiatan", "pagu", "realisasi"]
GOOD = ["1.02", "Dinas Kesehatan", "1.02.02.2.02.0009", "Pelayanan gizi", "250000000", "-"]


def book_of(*rows, headings=HEADINGS) -> BudgetReading:
    return read_budget([headings, *rows])


def spoiled(place: int, cell: object) -> list[object]:
    return [cell if number == place else kept for number, kept in enumerate(GOOD)]


def told(book: BudgetReading):
    """The findings that weigh anything."""
    return [each for each in book.findings if each.severity is not Severity.NOTE]


def messages(book: BudgetReading) -> str:
    return " | ".join(
        f"{each.message.say(Language.INDONESIAN)} {each.remedy.say(Language.INDONESIAN)}"
        for each in book.findings
    )


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

    assert line.activity == "1.02.02.2.02.0009"
    assert (line.name, line.amount) == ("Pelayanan gizi", 250_000_000)
    assert line.agency == ("1.02", "Dinas Kesehatan")
    assert line.realised is None


def test_a_line_keeps_the_place_it_names():
    book = book_of([*GOOD, "Kecamatan Batu Sopang"], headings=[*HEADINGS, "Lokasi"])

    assert [line.location for line in book.lines] == ["Kecamatan Batu Sopang"]


def test_a_row_of_a_book_keeps_the_place_it_names():
    book = read_budget(
        [
            ["Kode Rekening", "Uraian", "Lokasi", "Jumlah"],
            ["2.08.02", "PROGRAM PENGARUSUTAMAAN GENDER", None, 500],
            ["2.08.02.2.01", "Pelembagaan PUG", None, 500],
            ["2.08.02.2.01.0001", "Koordinasi PUG", "Desa Tapis", 500],
            ["5.1.02", "Belanja Barang dan Jasa", None, 500],
        ]
    )

    assert [line.location for line in book.lines] == ["", "", "Desa Tapis", ""]


def test_lines_above_the_heading_are_passed_over_but_their_year_is_read():
    book = read_budget(
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
    assert book.region == "Kabupaten X"
    assert not book.findings


def test_a_year_column_states_the_year_too():
    assert book_of([*GOOD, "2026"], headings=[*HEADINGS, "Tahun"]).year == "2026"
    assert book_of(GOOD).year == ""


@pytest.mark.parametrize(
    ("row", "cell", "says"),
    [
        ([*GOOD[:2], "1.02.02", "Gizi", "9", ""], "C3", "kode program, bukan sub kegiatan"),
        (spoiled(2, "Gizi"), "C3", "bukan kode nomenklatur"),
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

    book = book_of(first, second, headings=[*HEADINGS, "Kode Rekening"])

    (activity,) = book.activities
    assert activity.amount == book.amount == 250_001_500
    assert activity.realised == 10
    assert [line.account for line in book.lines] == ["5.1.01", "5.1.02"]
    assert book.accounts == {"5": 250_001_500, "5.1": 250_001_500}


def test_a_stated_total_is_compared_and_not_added():
    agreeing, other = (
        ["Jumlah", None, None, None, 250_000_000.0, None],
        ["TOTAL", "", "", "", "9", ""],
    )

    assert told(book_of(GOOD, agreeing)) == []
    (finding,) = told(book_of(GOOD, other))
    assert finding.severity is Severity.WARNING
    assert "Rp250.000.000" in finding.message.say(Language.INDONESIAN)
    assert book_of(GOOD, other).amount == 250_000_000


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
        (
            [["kode_sub_kegiatan", "nama_sub_kegiatan", "harga"], ["1.02.02.2.02.0009", "Gizi", 1]],
            "kolom pagu tidak ditemukan",
        ),
        ([["pagu", "nama_sub_kegiatan"]], "kolom kode sub kegiatan tidak ditemukan"),
    ],
)
def test_another_kind_of_file_is_refused_with_place_and_remedy(grid, says):
    with pytest.raises(NotABudget) as raised:
        read_budget(grid)

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
    heading = heading_of([["pagu", "pagumurni", "kode_sub_giat", "nama_sub_giat"]])
    assert heading.places[Role.BEFORE] == 1
    assert book_of([*GOOD[:4], Decimal(1), ""]).amount == 1


def test_codes_that_lost_their_zeros_are_mended_and_said():
    book = book_of(GOOD, spoiled(2, "1.2.2.02.2.9"), spoiled(2, "1.02 . 02. 2 .02.0010."))

    assert [line.activity for line in book.lines] == [
        "1.02.02.2.02.0009",
        "1.02.02.2.02.0009",
        "1.02.02.2.02.0010",
    ]
    assert {each.was: each.now for each in book.repairs} == {
        "1.2.2.02.2.9": "1.02.02.2.02.0009",
        "1.02 . 02. 2 .02.0010.": "1.02.02.2.02.0010",
    }
    assert [each.fault for each in told(book)] == [Fault.DUPLICATE]


def test_a_short_sub_activity_code_is_as_wide_as_those_around_it():
    two = [spoiled(2, f"1.02.02.2.02.{last}") for last in ("01", "02", "3")]

    assert [line.activity[-3:] for line in book_of(*two).lines] == [".01", ".02", ".03"]


def test_rows_of_programs_are_subtotals_where_they_are_sums_and_never_added():
    program = spoiled(2, "1.02.02")
    other = spoiled(2, "1.02.02.2.02.0001")

    assert told(book_of([*program[:4], "500000000", ""], GOOD, other)) == []
    (finding,) = told(book_of(program, GOOD, other))
    assert finding.fault is Fault.UPPER_CODE
    assert book_of(program, GOOD, other).amount == 500_000_000


def test_a_total_that_adds_subtotals_again_is_told_so():
    program = [*spoiled(2, "1.02.02")[:4], "250000000", ""]

    (finding,) = told(book_of(program, GOOD, ["Jumlah", "", "", "", "500000000", ""]))

    assert finding.fault is Fault.SUBTOTAL_TWICE


def test_two_years_in_one_file_are_an_error_at_the_row_where_the_second_begins():
    rows = [[*GOOD, "2025"], [*spoiled(2, "1.02.02.2.02.0001"), 2026]]
    book = book_of(*rows, headings=[*HEADINGS, "Tahun"])

    assert book.years == ("2025", "2026")
    assert [(each.fault, each.row) for each in book.errors] == [(Fault.TWO_YEARS, 3)]


def test_a_column_nobody_knows_is_said_and_passed_over():
    book = book_of([*GOOD, "x"], headings=[*HEADINGS, "Warna Map"])

    assert "“Warna Map” tidak dipahami" in messages(book)
    assert not book.errors


def test_headings_printed_again_and_numbered_columns_are_no_lines():
    numbers = [str(number) for number in range(1, len(HEADINGS) + 1)]

    book = book_of(numbers, GOOD, HEADINGS, spoiled(2, "1.02.02.2.02.0001"))

    assert [line.row for line in book.lines] == [3, 5]
    assert told(book) == []


def test_a_row_without_a_code_is_an_error_that_names_its_money():
    book = book_of(GOOD, spoiled(2, ""))

    assert [each.fault for each in book.errors] == [Fault.MISSING_CODE]
    assert "Rp250.000.000 tanpa kode" in messages(book)


def test_repairs_are_told_once_with_their_first_row_and_their_number():
    book = book_of(*(spoiled(2, f"1.02.02.2.02.{last:04}.") for last in range(1, 6)))

    (repair,) = book.repairs
    assert (repair.row, repair.times) == (2, 5)
    assert (repair.was, repair.now) == ("1.02.02.2.02.0001.", "1.02.02.2.02.0001")


def test_an_amount_whose_comma_became_a_blank_is_made_sense_of_and_said():
    book = book_of(spoiled(4, "1.350.000 00"), spoiled(2, "1.02.02.2.02.0001"))

    assert book.lines[0].amount == 1_350_000
    assert [(each.row, each.was) for each in book.repairs] == [(2, "1.350.000 00")]


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1.234.567,89", Decimal("1234567.89")),
        ("1,234,567.89", Decimal("1234567.89")),
        ("1234.56", Decimal("1234.56")),
        ("1234,56", Decimal("1234.56")),
        ("Rp 1.000,-", 1000),
        ("Rp1.234.567,00", 1_234_567),
        ("1.234", 1234),
        ("1,234", 1234),
        ("0", 0),
        (12.5, Decimal("12.5")),
        (12.0, 12),
    ],
)
def test_amounts_in_one_column_are_each_read_by_their_own_marks(cell, amount):
    other = [*spoiled(2, "1.02.02.2.02.0001")[:4], "2.000.000,50", ""]

    assert book_of(spoiled(4, cell), other).lines[0].amount == amount


@pytest.mark.parametrize(
    "cell", ["9" * 17, "9" * 5000, "1.234.567.890.123.456.789,00", "9" * 400 + ",50", 10**16]
)
def test_what_no_budget_can_be_is_no_amount(cell):
    (error,) = book_of(spoiled(4, cell)).errors

    assert error.fault is Fault.BAD_AMOUNT


def test_two_styles_in_one_column_are_told():
    other = [*spoiled(2, "1.02.02.2.02.0001")[:4], "2,000,000.50", ""]
    book = book_of(spoiled(4, "1.234.567,89"), other)

    assert "dua cara penulisan angka" in messages(book)
    assert book.amount == Decimal("3234568.39")
