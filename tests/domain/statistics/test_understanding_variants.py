"""More tables as portals and agencies hand them out, read to the figures that would be kept."""

from __future__ import annotations

from setara.domain.statistics.understanding.taking import taken
from tests.domain.statistics.grids import faults, kinds, places, roles, understood


def keys(rows):
    """Breakdown, sex and value of every figure that would be kept."""
    found = taken(understood(rows), home="64.01", year=2023, dimensions=())
    assert not found.errors
    return [(f.breakdown.key, f.sex.value, str(f.value)) for f in found.figures]


def test_the_columns_of_an_open_data_portal():
    sheet = understood(
        [
            ["id", "kode_provinsi", "nama_provinsi", "kode_kabupaten_kota", "nama_kabupaten_kota",
             "jenis_kelamin", "jumlah_penduduk", "satuan", "tahun"],
            ["1", "64", "KALIMANTAN TIMUR", "6401", "KABUPATEN PASER", "LAKI-LAKI", "160276",
             "ORANG", "2024"],
            ["2", "64", "KALIMANTAN TIMUR", "6401", "KABUPATEN PASER", "PEREMPUAN", "149391",
             "ORANG", "2024"],
        ]
    )  # fmt: skip

    assert roles(sheet) == [
        "numbering", "code", "place", "code", "place", "sex", "figure", "unit", "year",
    ]  # fmt: skip
    assert places(sheet) == {2: "64.01", 3: "64.01"}
    assert [(f.role.value, f.year) for f in sheet.figures()] == [("male", 2024), ("female", 2024)]


def test_ages_above_the_sexes_become_breakdowns():
    rows = [
        ["Kecamatan", "0-4", "", "65+", ""],
        ["", "L", "P", "L", "P"],
        ["Kuaro", 1, 2, 5, 6],
        ["Long Ikis", 3, 4, 7, 8],
    ]

    assert keys(rows)[:4] == [
        ("age=0-4", "L", "1"), ("age=0-4", "P", "2"), ("age=65+", "L", "5"), ("age=65+", "P", "6"),
    ]  # fmt: skip


def test_age_and_sex_in_one_heading():
    rows = [["Kecamatan", "L 0-4", "P 0-4", "L 5-9", "P 5-9"], ["Kuaro", 1, 2, 3, 4]]

    assert keys(rows)[2:] == [("age=5-9", "L", "3"), ("age=5-9", "P", "4")]


def test_ranks_with_their_sums_below():
    sheet = understood(
        [
            ["Jumlah PNS menurut Golongan dan Jenis Kelamin, Desember 2022"],
            ["Pangkat/Golongan/Ruang", "Laki-laki", "Perempuan", "Jumlah"],
            ["1. I/A (Juru Muda)", 1, 0, 1],
            ["2. I/B", 2, 1, 3],
            ["Golongan I", 3, 1, 4],
            ["5. II/A", 10, 5, 15],
            ["6. II/B", 4, 4, 8],
            ["Golongan II", 14, 9, 23],
            ["Jumlah/Total", 17, 10, 27],
        ]
    )

    assert kinds(sheet) == "ddsddst"
    assert not faults(sheet)


def test_two_things_with_totals_are_each_compared_with_their_own():
    rows = [
        ["NO", "KODE", "KECAMATAN", "PENDUDUK", "", "", "KEPALA KELUARGA", "", ""],
        ["", "", "", "L", "P", "JML", "L", "P", "JML"],
        [1, "64.01.05", "KUARO", 10, 12, 22, 3, 1, 4],
        [2, "64.01.06", "LONG IKIS", 20, 22, 42, 5, 2, 8],
    ]

    assert faults(understood(rows)) == ["I4 sexes_not_total"]


def test_two_things_named_in_one_heading_row():
    sheet = understood(
        [
            ["Kecamatan", "Siswa Laki-laki", "Siswa Perempuan", "Guru Laki-laki", "Guru Perempuan"],
            ["Kuaro", 100, 90, 8, 12],
        ]
    )

    assert [column.about for column in sheet.structure.columns[1:]] == [
        "Siswa", "Siswa", "Guru", "Guru",
    ]  # fmt: skip


def test_years_above_the_sexes():
    sheet = understood(
        [
            ["Jenis Pendidikan", 2021, "", "", 2022, "", ""],
            ["", "L", "P", "L+P", "L", "P", "L+P"],
            ["SD", 5, 6, 11, 7, 8, 15],
            ["SMP", 1, 2, 3, 2, 2, 5],
            ["Jumlah", 6, 8, 14, 9, 10, 20],
        ]
    )

    assert sheet.structure.layout.value == "sex_by_year"
    assert faults(sheet) == ["G4 sexes_not_total", "G5 sexes_not_total"]


def test_a_sex_ratio_beside_the_counts_is_not_added_up():
    rows = [
        ["Kecamatan", "Penduduk", "", "", "Rasio Jenis Kelamin"],
        ["", "Laki-laki", "Perempuan", "Jumlah", ""],
        ["Kuaro", 30, 20, 50, 150],
        ["Long Ikis", 10, 10, 20, 100],
        ["Paser", 40, 30, 70, 133],
    ]

    assert kinds(understood(rows)) == "ddt"
    assert not faults(understood(rows))


def test_a_table_that_begins_in_the_third_column():
    sheet = understood(
        [
            [],
            ["", "", "Data Korban Kekerasan 2023"],
            ["", "", "Kecamatan", "Korban", ""],
            ["", "", "", "Pr", "Lk"],
            ["", "", "Kuaro", 3, 1],
            ["", "", "Long Ikis", 2, 0],
        ]
    )

    assert [column.letter for column in sheet.structure.columns] == ["C", "D", "E"]
    assert roles(sheet) == ["place", "female", "male"]
    assert sheet.years == (2023,)


def test_places_in_columns_and_sexes_in_rows():
    sheet = understood(
        [
            ["Uraian", "Kuaro", "Long Ikis", "Jumlah"],
            ["Laki-laki", 10, 20, 30],
            ["Perempuan", 5, 6, 11],
            ["Jumlah", 15, 27, 41],
        ]
    )

    assert sheet.structure.layout.value == "sex_rows"
    assert faults(sheet) == ["C4 sexes_not_total"]


def test_a_school_year_is_not_guessed_to_be_one_year():
    sheet = understood(
        [["Tahun Ajaran 2022/2023"], ["Kecamatan", "Murid L", "Murid P"], ["Kuaro", 1, 2]]
    )

    assert sheet.years == ()


def test_a_sheet_wider_than_any_table_is_read_in_part_and_said_so():
    rows = [["Wilayah", *["L", "P"] * 1500], ["Kuaro", *[1, 2] * 1500], ["Lolo", *[1, 2] * 1500]]
    sheet = understood(rows)

    assert len(sheet.structure.columns) == 2000
    assert len(sheet.not_understood) == 1
