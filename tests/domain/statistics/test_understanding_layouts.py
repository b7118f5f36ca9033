"""Layouts that offices send beside those of the samples, each read as a person would."""

from __future__ import annotations

from datetime import date

import pytest

from setara.domain.language.text import Language
from setara.domain.statistics.table import Severity
from setara.domain.statistics.understanding.findings import Fault
from tests.domain.statistics.grids import faults, kinds, places, roles, understood, values

SEXES = ["Laki-laki", "Perempuan", "Jumlah"]


def layout(sheet):
    return sheet.structure.layout.value


def test_one_row_for_each_figure():
    sheet = understood(
        [
            ["wilayah", "tahun", "jenis kelamin", "umur", "nilai"],
            ["Kuaro", 2023, "Laki-laki", "0-4", 120],
            ["Kuaro", 2023, "Perempuan", "0-4", 110],
            ["Kuaro", 2023, "Jumlah", "0-4", 231],
            ["Long Ikis", 2023, "L", "0-4", 90],
            ["Long Ikis", 2023, "P", "0-4", "95"],
        ]
    )

    assert layout(sheet) == "long"
    assert roles(sheet) == ["place", "year", "sex", "age", "figure"]
    assert kinds(sheet) == "ddddd"
    assert [f.role.value for f in sheet.figures()] == ["male", "female", "total", "male", "female"]
    assert faults(sheet) == ["E4 sexes_not_total"]


def test_the_sexes_in_rows_and_the_years_in_columns():
    sheet = understood(
        [
            ["Jenis Kelamin", 2021, 2022],
            ["Laki-laki", 100, 110],
            ["Perempuan", 90, 95],
            ["Jumlah", 190, 206],
        ]
    )

    assert layout(sheet) == "sex_rows"
    assert sheet.years == (2021, 2022)
    assert faults(sheet) == ["C4 sexes_not_total"]


def test_the_years_in_rows():
    sheet = understood([["Tahun", *SEXES], ["2021", 10, 12, 22], ["2022", 11, 12, 23]])

    assert roles(sheet)[0] == "year"
    assert sheet.years == (2021, 2022)
    assert not faults(sheet)


def test_codes_of_the_ministry_tell_levels_and_places():
    sheet = understood(
        [
            ["Kode", "Nama", *SEXES],
            ["64.01.04", "Tanah Grogot", 7, 5, 12],
            ["64.01.04.1001", "Tanah Grogot", 3, 2, 5],
            ["64.01.04.2002", "Janju", 4, 3, 7],
            ["64.01.05", "Kuaro", 5, 5, 10],
            ["64.01.05.2002", "Lolo", 5, 5, 10],
        ]
    )

    assert roles(sheet)[:2] == ["code", "place"]
    assert kinds(sheet) == "sddsd"
    assert list(places(sheet).values()).count(None) == 0
    assert places(sheet)[3] == "64.01.04.1001"
    assert not faults(sheet)


def test_a_village_of_the_same_name_is_told_by_the_subdistrict_above():
    sheet = understood(
        [
            ["Kecamatan", "Desa", *SEXES],
            ["Kuaro", "Padang Jaya", 1, 2, 3],
            ["", "Lolo", 1, 1, 2],
            ["Long Ikis", "Padang Jaya", 4, 4, 8],
            ["", "Tajur", 2, 2, 4],
        ]
    )

    assert places(sheet) == {
        2: "64.01.05.2010", 3: "64.01.05.2002", 4: "64.01.06.2016", 5: "64.01.06.2004",
    }  # fmt: skip
    assert not faults(sheet)


def test_a_village_of_two_subdistricts_is_asked_about():
    sheet = understood([["Desa", *SEXES], ["Padang Jaya", 1, 2, 3], ["Lolo", 1, 1, 2]])

    assert places(sheet) == {2: None, 3: "64.01.05.2002"}
    assert "A2 ambiguous_place" in faults(sheet, Severity.WARNING)


def test_subdistricts_as_headings_without_figures():
    sheet = understood(
        [
            ["Desa/Kelurahan", *SEXES],
            ["Kecamatan Kuaro", "", "", ""],
            ["Padang Jaya", 1, 2, 3],
            ["Lolo", 1, 1, 2],
            ["Kecamatan Long Ikis", "", "", ""],
            ["Padang Jaya", 4, 4, 8],
        ]
    )

    assert kinds(sheet) == "gddgd"
    assert places(sheet) == {3: "64.01.05.2010", 4: "64.01.05.2002", 6: "64.01.06.2016"}


def test_sums_below_each_block_and_one_for_all():
    rows: list[list[object]] = [
        ["Desa", *SEXES],
        ["Padang Jaya", 1, 2, 3],
        ["Lolo", 1, 1, 2],
        ["Jumlah", 2, 3, 5],
        ["Tajur", 4, 4, 8],
        ["Janju", 1, 1, 2],
        ["Jumlah", 5, 5, 10],
        ["Total", 7, 8, 15],
    ]
    assert kinds(understood(rows)) == "ddsddst"
    assert not faults(understood(rows))

    rows[3][1], rows[3][3] = 3, 6
    assert faults(understood(rows)) == [
        "B4 rows_not_subtotal", "B8 rows_not_total", "D4 rows_not_subtotal", "D8 rows_not_total",
    ]  # fmt: skip


def test_subtotals_that_only_the_figures_give_away():
    sheet = understood(
        [
            ["Uraian", *SEXES],
            ["Pertanian", 10, 6, 16],
            ["Padi", 7, 2, 9],
            ["Kebun", 3, 4, 7],
            ["Jasa", 9, 21, 30],
            ["Dagang", 5, 11, 16],
            ["Angkutan", 1, 3, 4],
            ["Lainnya", 3, 7, 10],
            ["Jumlah", 19, 27, 46],
        ]
    )

    assert kinds(sheet) == "sddsdddt"
    assert not faults(sheet)


def test_a_total_on_top_without_a_word_for_it():
    sheet = understood(
        [
            ["Wilayah", *SEXES],
            ["Seluruhnya", 30, 33, 63],
            ["Kuaro", 10, 11, 21],
            ["Long Ikis", 20, 22, 42],
        ]
    )

    assert kinds(sheet) == "tdd"


def test_two_things_in_one_table_are_kept_apart():
    sheet = understood(
        [
            ["Kecamatan", "Siswa", "", "Guru", ""],
            ["", "L", "P", "L", "P"],
            ["Kuaro", 100, 90, 8, 12],
            ["Long Ikis", 80, 85, 7, 9],
        ]
    )

    assert [column.about for column in sheet.structure.columns[1:]] == [
        "Siswa", "Siswa", "Guru", "Guru",
    ]  # fmt: skip
    assert roles(sheet) == ["place", "male", "female", "male", "female"]


def test_counts_and_per_cents_under_each_sex():
    sheet = understood(
        [
            ["Kecamatan", "Laki-laki", "", "Perempuan", ""],
            ["", "Jumlah", "%", "Jumlah", "%"],
            ["Kuaro", 30, 60, 20, 40],
            ["Long Ikis", 10, 50, 10, 55],
        ]
    )

    assert roles(sheet) == ["place", "male", "male_percent", "female", "female_percent"]
    assert faults(sheet, Severity.WARNING) == [" no_year", "E4 wrong_percent"]


def test_a_row_that_numbers_the_columns_is_no_row():
    sheet = understood(
        [
            ["DATA PESERTA PELATIHAN", "", "", "", ""],
            ["TAHUN 2024", "", "", "", ""],
            ["No", "Kecamatan", *SEXES],
            ["(1)", "(2)", "(3)", "(4)", "(5)"],
            [1, "Kuaro", 5, 6, 11],
            [2, "Long Ikis", 1, 2, 3],
            ["", "Jumlah", 6, 8, 14],
        ]
    )

    assert roles(sheet) == ["numbering", "place", "male", "female", "total"]
    assert kinds(sheet) == "ddt"
    assert sheet.years == (2024,)
    assert not faults(sheet)


def test_headings_that_come_again_on_the_next_page_are_no_data():
    head = ["Kecamatan", *SEXES]
    sheet = understood([head, ["Kuaro", 1, 2, 3], [], head, ["Long Ikis", 2, 2, 4]])

    assert kinds(sheet) == "dhd"


def test_facts_above_the_table_are_titles():
    sheet = understood(
        [
            ["Judul", "Jumlah ASN"],
            ["Daerah", "Kabupaten Paser"],
            ["Tahun", "2022"],
            [],
            ["Perangkat Daerah", "Lk", "Pr", "Jml"],
            ["Dinas Pendidikan", 30, 40, 70],
            ["Dinas Kesehatan", 10, 40, 50],
        ]
    )

    assert sheet.structure.header_rows == (5,)
    assert roles(sheet) == ["category", "male", "female", "total"]
    assert sheet.years == (2022,)


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (["21 575", "21 619"], ["21575", "21619"]),
        (["21\u00a0575", "1\u202f200"], ["21575", "1200"]),
        (["1.234", "12.345.678"], ["1234", "12345678"]),
        (["1,234", "12,345,678"], ["1234", "12345678"]),
        (["1.234,5", "2"], ["1234.5", "2"]),
        (["0.460", "0.440"], ["0.460", "0.440"]),
        (["(12)", "5"], ["-12", "5"]),
        (["2.345*", "1.000"], ["2345", "1000"]),
        (["-", "…"], ["none_exists", "not_reported"]),
        (["tidak ada", "NA"], ["none_exists", "not_applicable"]),
        ([7.0, 7.5], ["7", "7.5"]),
    ],
)  # fmt: skip
def test_numbers_are_read_by_the_style_of_their_column(cells, read):
    cells = [int(cell) if cell == 7.0 else cell for cell in cells]
    rows = [["Kecamatan", "L", "P"], ["Kuaro", 1, cells[0]], ["Long Ikis", 2, cells[1]]]

    found = values(understood(rows))

    assert [found["C2"], found["C3"]] == read


def test_a_column_in_two_styles_is_an_error_and_nothing_is_guessed():
    sheet = understood(
        [["Kecamatan", "L", "P"], ["Kuaro", "1.234,5", 1], ["Long Ikis", "1,234.5", 2]]
    )

    assert "B two_number_styles" in faults(sheet)


def test_a_mark_that_could_mean_two_things_is_told():
    sheet = understood([["Kecamatan", "L", "P"], ["Kuaro", "1.234", 1], ["Long Ikis", "2.345", 2]])

    assert "B ambiguous_number_style" in faults(sheet, Severity.WARNING)
    assert values(sheet)["B2"] == "1234"


def test_words_among_figures_are_found_at_their_cell():
    sheet = understood([["Kecamatan", *SEXES], ["Kuaro", "banyak", 1, 2], ["Long Ikis", 1, 2, 3]])

    assert faults(sheet) == ["B2 not_a_number"]


def test_an_age_group_that_became_a_date_is_an_error():
    sheet = understood(
        [
            ["Kelompok Umur", *SEXES],
            ["0-4", 1, 2, 3],
            [date(2024, 9, 5), 1, 1, 2],
            ["15 – 19 tahun", 1, 1, 2],
            ["75 ke atas", 1, 1, 2],
            ["dewasa", 1, 1, 2],
        ]
    )

    assert "A3 age_became_date" in faults(sheet)
    assert "A6 unknown_age" in faults(sheet, Severity.WARNING)
    (found,) = [f for f in sheet.findings if f.fault is Fault.AGE_BECAME_DATE]
    assert "5–9" in found.message.say(Language.INDONESIAN)


def test_a_row_that_is_there_twice_is_found():
    sheet = understood(
        [["Kecamatan", *SEXES], ["Kuaro", 1, 2, 3], ["Long Ikis", 1, 1, 2], [" KUARO", 4, 4, 8]]
    )

    assert faults(sheet) == ["4 twice"]


def test_rates_by_sex_are_not_added_up():
    sheet = understood(
        [
            ["Kecamatan", "Angka Partisipasi Sekolah", "", ""],
            ["", *SEXES],
            ["Kuaro", 90.5, 91.2, 90.9],
            ["Long Ikis", 88.1, 87.4, 87.7],
            ["Kabupaten Paser", 89.3, 89.1, 89.2],
        ]
    )

    assert kinds(sheet) == "ddt"
    assert not faults(sheet)


def test_a_kind_of_nothing_in_a_total_is_not_compared():
    sheet = understood(
        [["Kecamatan", *SEXES], ["Kuaro", "…", 1, 2], ["Long Ikis", "-", 1, 1], ["Jumlah", 1, 2, 3]]
    )

    assert not faults(sheet)


@pytest.mark.parametrize("rows", [[], [[]], [["Judul saja"]], [["a", "b"], ["c", "d"]]])
def test_what_holds_no_figures_is_no_table(rows):
    sheet = understood(rows)

    assert sheet.structure is None
    assert sheet.not_understood
