"""A made-up budget as tables in which each row names its whole way down."""

from __future__ import annotations

from collections.abc import Callable

from tests.domain.budget.reading.rendering import Leaf, Rows, parts_of


def sipd_items(leaves: list[Leaf], year: int, money: Callable[[int], object]) -> Rows:
    """SIPD-RI export by standard price, headings as slugs."""
    rows: Rows = [
        [
            "tahun",
            "kode_urusan",
            "nama_urusan",
            "kode_skpd",
            "nama_skpd",
            "kode_sub_unit",
            "nama_sub_unit",
            "kode_bidang_urusan",
            "nama_bidang_urusan",
            "kode_program",
            "nama_program",
            "kode_kegiatan",
            "nama_kegiatan",
            "kode_sub_kegiatan",
            "nama_sub_kegiatan",
            "kode_sumber_dana",
            "nama_sumber_dana",
            "kode_rekening",
            "nama_rekening",
            "kode_standar_harga",
            "nama_standar_harga",
            "pagu",
        ]
    ]
    for leaf in leaves:
        field, program, kegiatan = parts_of(leaf.activity)
        rows.append(
            [
                str(year),
                field[0],
                "URUSAN",
                leaf.agency,
                leaf.agency_name,
                leaf.agency,
                leaf.agency_name,
                field,
                "Bidang",
                program,
                "Program X",
                kegiatan,
                "Kegiatan X",
                leaf.activity,
                leaf.name,
                "1.2.01",
                "DAU",
                leaf.account,
                leaf.account_name,
                "1.1.7.01.03.01.001.00001",
                "Kertas HVS",
                money(leaf.amount),
            ]
        )
    return rows


def cash_plan(leaves: list[Leaf], year: int, money: Callable[[int], object]) -> Rows:
    """SIPD export of the monthly cash plan."""
    rows: Rows = [
        [
            *("Tahun", "Daerah", "Kode Urusan", "Nama Urusan", "Kode Bidang Urusan"),
            *("Nama Bidang Urusan", "Kode SKPD", "Nama SKPD", "Kode Sub SKPD", "Nama Sub SKPD"),
            *("Kode Program", "Nama Program", "Kode Kegiatan", "Nama Kegiatan"),
            *("Kode Sub Kegiatan", "Nama Sub Kegiatan", "Kode Akun", "Nama Akun"),
            *("Nilai Rincian", "Total RAK", *(f"bulan{number}" for number in range(1, 13))),
        ]
    ]
    for leaf in leaves:
        field, program, kegiatan = parts_of(leaf.activity)
        months = [leaf.amount // 12] * 11
        months.append(leaf.amount - sum(months))
        rows.append(
            [year, "Kab. Paser", field[0], "U", field, "B", leaf.agency, leaf.agency_name]
            + [leaf.agency, leaf.agency_name, program, "P", kegiatan, "K", leaf.activity]
            + [leaf.name, leaf.account, leaf.account_name]
            + [money(each) for each in (leaf.amount, leaf.amount, *months)]
        )
    return rows


def api_items(leaves: list[Leaf], year: int, money: Callable[[int], object]) -> Rows:
    """A table of a local SIPD store, kegiatan and account under the names of the API."""
    rows: Rows = [
        [
            "tahun_anggaran",
            "kode_skpd",
            "nama_skpd",
            "kode_giat",
            "nama_giat",
            "kode_sub_giat",
            "nama_sub_giat",
            "kode_akun",
            "nama_akun",
            "rincian",
            "realisasi",
        ]
    ]
    return rows + [
        [
            *(year, e.agency, e.agency_name, parts_of(e.activity)[2], "K", e.activity, e.name),
            *(e.account, e.account_name, money(e.amount), money(e.realised)),
        ]
        for e in leaves
    ]
