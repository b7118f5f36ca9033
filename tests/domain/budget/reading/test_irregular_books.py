"""Irregularities met in published books of 2014 to 2016, each in a book of a few rows."""

from __future__ import annotations

from setara.domain.budget.reading.budget import read_budget
from setara.domain.budget.reading.findings import Fault
from setara.domain.budget.reading.reading import BudgetReading
from setara.domain.foundation.money import Rupiah
from tests.domain.budget.reading.rendering import Rows

HEAD: Rows = [
    ["Judul", "Penjabaran Perubahan APBD"],
    ["Daerah", "Kabupaten Contoh"],
    ["Tahun", 2014],
    ["Kode Organisasi", "1.22.01"],
]
CHANGED: list[object] = [
    "No. Rekening",
    "Uraian",
    "Sebelum",
    "Sesudah",
    "Angka",
    "Prosentase",
    "Keterangan",
]


def faults(reading: BudgetReading) -> list[tuple[str, Fault]]:
    return [(each.cell, each.fault) for each in reading.findings]


def test_of_income_and_expenditure_side_by_side_expenditure_is_read():
    reading = read_budget(
        [
            ["Kode", "Urusan Pemerintahan Daerah", "Pendapatan", "", "", "Belanja", "", "", "", ""],
            ["", "", "Sebelum", "Setelah", "Bertambah", "Sebelum Perubahan", "", "", "Setelah", ""],
            ["", "", "", "", "", "Tidak Langsung", "Langsung", "Jumlah", "Langsung", "Jumlah"],
            [2, "Urusan Pilihan ", 90, 91, 1, 10, 20, 30, 25, 35],
            [2.01, "Pertanian ", 90, 91, 1, 10, 20, 30, 25, 35],
            ["2.01 . 2.01.01 ", "Dinas Pertanian ", 90, 91, 1, 10, 15, 25, 19, 29],
            ["2.01 . 2.05.02 ", "Dinas Kelautan, Perikanan ", 0, 0, 0, 0, 5, 5, 6, 6],
            ["", "JUMLAH ", 90, 91, 1, 10, 20, 30, 25, 35],
        ]
    )

    assert reading.amount == 35
    assert [line.before for line in reading.lines] == [30, 30, 25, 5, 30]
    assert [each.fault for each in reading.findings] == [Fault.NO_YEAR, Fault.NO_ACTIVITIES]


def accounts(net: int, given: int = 500) -> BudgetReading:
    return read_budget(
        [
            ["Tahun Anggaran 2016"],
            ["No. Rekening", "Uraian", "Jumlah"],
            ["4", "PENDAPATAN DAERAH", 1000],
            ["4 . 1", "PENDAPATAN ASLI DAERAH", 1000],
            ["5", "BELANJA DAERAH", 1200],
            ["5 . 1", "BELANJA TIDAK LANGSUNG", 1200],
            ["", "SURPLUS / (DEFISIT)", "(200)"],
            ["6", "PEMBIAYAAN DAERAH", ""],
            ["6 . 1", "PENERIMAAN PEMBIAYAAN DAERAH", given],
            ["6 . 2", "PENGELUARAN PEMBIAYAAN DAERAH", 300],
            ["", "PEMBIAYAAN NETTO", net],
            ["", "SISA LEBIH PEMBIAYAAN ANGGARAN TAHUN BERKENAAN", 0],
        ]
    )


def test_net_financing_without_a_code_is_a_total():
    reading = accounts(200)

    assert [each.fault for each in reading.findings] == [Fault.NO_ACTIVITIES, Fault.NO_AGENCY]
    assert (reading.amount, reading.accounts["6"]) == (1200, 200)


def test_net_financing_that_is_wrong_is_told():
    assert ("C11", Fault.TOTAL_DIFFERS) in faults(accounts(800))


def test_zeros_lost_at_a_mark_of_thousands_are_told():
    reading = read_budget(
        [
            *HEAD,
            CHANGED,
            ["1.22 . 1.22.01 . 01", "Program", 20_000_000, 20_000_000, 0, 0],
            ["1.22 . 1.22.01 . 01.02", "Penyediaan Jasa", 20_000_000, 20_000_000, 0, 0],
            ["1.22 . 1.22.01 . 01.02 . 5.2.2", "Barang", 20_000_000, 20_000_000, 0, 0],
            ["1.22 . 1.22.01 . 01.02 . 5.2.2.03", "Jasa", 19_400_000, 19_400_000, 0, 0],
            ["1.22 . 1.22.01 . 01.02 . 5.2.2.34", "Honorarium", 600, 600_000, 0, 0],
        ]
    )

    assert faults(reading) == [("C10", Fault.LOST_ZEROS), ("E10", Fault.CHANGE_DIFFERS)]
    assert ("fitting", Rupiah(600_000)) in reading.findings[0].message.values


def test_the_explanation_of_a_kegiatan_names_its_fund_and_place():
    reading = read_budget(
        [
            *HEAD,
            CHANGED,
            ["1.22 . 1.22.01 . 01", "Program", 5, 5, 0, 0],
            [
                "1.22 . 1.22.01 . 01.01",
                "Penyediaan Jasa",
                3,
                3,
                0,
                0,
                "Sumber Dana : Dana Alokasi Umum (D A U) Lokasi Kegiatan : Kab. Bantul",
            ],
            ["1.22 . 1.22.01 . 01.02", "Pengadaan", 2, 2, 0, 0, "Sumber Dana : "],
            ["", "", "", "", "", "", "Lokasi Kegiatan : BPMPDPKB. Kab. KP"],
        ]
    )

    assert [(line.fund, line.location) for line in reading.lines] == [
        ("", ""),
        ("Dana Alokasi Umum (D A U)", "Kab. Bantul"),
        ("", "BPMPDPKB. Kab. KP"),
    ]


def strange(stated: str, *codes: str) -> list[tuple[str, Fault]]:
    rows: Rows = [
        [f"1.22 . {code} . 01 . {n:02}", "Kegiatan", 1, 1] for n, code in enumerate(codes, 1)
    ]
    head: Rows = [*HEAD[:3], ["Kode Organisasi", stated]]
    head.append(["No. Rekening", "Uraian", "Sebelum", "Sesudah"])
    reading = read_budget([*head, *rows])
    return [each for each in faults(reading) if each[1] is Fault.AGENCY_DIFFERS]


def test_rows_of_another_organisation_than_the_head_names_are_told():
    assert strange("1.22.01", *["1.22.01"] * 12) == []
    assert strange("1.22", *["1.22.01"] * 12) == []
    assert strange("1.20.01", *["1.20.03"] * 12) == [("6", Fault.AGENCY_DIFFERS)]
    assert strange("1.22.01", *["1.22.01"] * 12, "1.22.05") == [("18", Fault.AGENCY_DIFFERS)]
    assert strange("1.22.01", *["1.22.01"] * 12, *["1.22.05"] * 12) == []
