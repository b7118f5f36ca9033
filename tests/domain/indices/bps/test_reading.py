"""Whole tables in the forms BPS gives them; each quirk where it stands, with its failing twin."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.bps.reading import IndexFigure, IndexTables, read_tables
from setara.domain.indices.bps.remarks import Judgement, Quirk
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing
from tests.domain.statistics.casebook import CASES as FILES
from tests.domain.statistics.casebook import cases_in

CASES: dict[str, Any] = {
    case["name"]: case for case in cases_in(FILES / "indices" / "bps_tables.toml")
}


def grid(*lines: str) -> list[list[object]]:
    return [[cell.strip() or None for cell in line.split("|")] for line in lines]


def read(*lines: str, vintage: Vintage | None = None, sheet: str = "Sheet1") -> IndexTables:
    return read_tables([(sheet, grid(*lines))], vintage=vintage)


def line_of(figure: IndexFigure) -> str:
    value = figure.value if isinstance(figure.value, Decimal) else figure.value.value
    cell = figure.cell.removeprefix("Sheet1!")
    vintage = " lf" if figure.measure.vintage is Vintage.LONG_FORM else ""
    return f"{figure.region.code} {figure.year} {figure.measure.key} {value} {cell}{vintage}"


def quirks(tables: IndexTables) -> list[str]:
    return [
        f"{remark.quirk.value} {remark.cell}"
        for remark in tables.remarks
        if remark.judgement is not Judgement.RECOGNISED
    ]


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_table_is_read_whole(name: str) -> None:
    case = CASES[name]
    assert case["source"]
    tables = read(*case["rows"])
    assert sorted(map(line_of, tables.figures)) == sorted(case["figures"])
    assert sorted(quirks(tables)) == sorted(case.get("quirks", []))


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_remark_speaks_both_languages_and_a_doubt_has_its_remedy(name: str) -> None:
    for remark in read(*CASES[name]["rows"]).remarks:
        for language in Language:
            assert remark.message.say(language)
        if remark.judgement in {Judgement.DOUBTED, Judgement.ASKED}:
            assert remark.remedy


def test_from_2020_on_the_series_is_asked_and_nothing_guessed() -> None:
    lines = ("Wilayah|IPG 2019|IPG 2021|IDG 2021", "Paser|71,41|71,19|65,67")
    asked = read(*lines)
    assert asked.asks_vintage
    assert [line_of(each) for each in asked.figures] == [
        "64.01 2019 ipg 71.41 B2",
        "64.01 2021 idg 65.67 D2",
    ]
    assert quirks(asked) == ["two_series C"]
    for vintage, end in ((Vintage.OLD, ""), (Vintage.LONG_FORM, " lf")):
        told = read(*lines, vintage=vintage)
        assert not told.asks_vintage
        assert f"64.01 2021 ipg 71.19 C2{end}" in map(line_of, told.figures)
        # Before 2020 there is one series only.
        assert "64.01 2019 ipg 71.41 B2" in map(line_of, told.figures)


def test_a_title_or_heading_that_names_the_long_form_is_the_answer() -> None:
    title = read("IPG (UHH hasil Long Form SP2020)", "Wilayah|2021", "Paser|71,9", "Berau|88,1")
    assert not title.asks_vintage
    assert {each.measure.vintage for each in title.figures} == {Vintage.LONG_FORM}


def test_a_note_below_that_names_it_is_shown_and_still_asked() -> None:
    tables = read("Wilayah|IPG 2021", "Paser|71,9", "Catatan: UHH hasil Long Form SP2020")
    assert tables.asks_vintage
    assert any("Long Form" in each.message.say(Language.ENGLISH) for each in tables.remarks)


def test_the_same_place_under_two_codes_with_other_figures_is_named_and_neither_kept() -> None:
    lines = ("kode|Wilayah|IKG 2022", "9401|Merauke|0,550", "9501|Merauke|0,560")
    tables = read(*lines)
    assert tables.figures == ()
    (remark,) = tables.said(Judgement.DOUBTED)
    assert (remark.quirk, remark.cell) == (Quirk.TWICE_DIFFERENT, "C3")
    said = remark.message.say(Language.INDONESIAN)
    assert "0,550" in said
    assert "Sheet1!C2" in said


def test_the_same_figure_twice_is_kept_once_and_told() -> None:
    tables = read("kode|Wilayah|IKG 2022", "9401|Merauke|0,550", "9501|Merauke|0,55")
    assert [line_of(each) for each in tables.figures] == ["93.01 2022 ikg 0.550 C2"]
    assert quirks(tables) == ["twice_alike C3"]


def test_two_sheets_may_not_contradict_each_other() -> None:
    one, other = grid("Wilayah|IKG 2022", "Paser|0,5"), grid("Wilayah|IKG 2022", "Paser|0,6")
    assert read_tables([("A", one), ("B", other)]).figures == ()
    assert len(read_tables([("A", one), ("B", one)]).figures) == 1


@pytest.mark.parametrize(
    ("row", "quirk"),
    [
        ("6402|Berau|0,5", Quirk.CODE_CONTRADICTS),
        ("6301|Paser|0,5", Quirk.CODE_CONTRADICTS),
        ("|Paserr|0,5", Quirk.UNKNOWN_REGION),
        ("|Jumlah|0,5", Quirk.UNKNOWN_REGION),
    ],
)
def test_a_row_whose_region_is_not_certain_is_named_and_the_others_are_kept(
    row: str, quirk: Quirk
) -> None:
    tables = read("kode bps|Wilayah|IKG 2022", "6401|Paser|0,4", row)
    assert [line_of(each) for each in tables.figures] == ["64.01 2022 ikg 0.4 C2"]
    (remark,) = tables.said(Judgement.DOUBTED)
    assert (remark.quirk, remark.row) == (quirk, 3)


def test_two_code_systems_are_both_believed_beside_the_name() -> None:
    bps = read("kode bps|Wilayah|IKG 2022", "6402|Kutai Barat|0,4")
    ministry = read("kode|Wilayah|IKG 2022", "64.07|Kutai Barat|0,4")
    assert line_of(bps.figures[0]) == line_of(ministry.figures[0])
    wrong = read("kode kemendagri|Wilayah|IKG 2022", "6402|Kutai Barat|0,4")
    assert quirks(wrong) == ["code_contradicts 2"]


def test_new_provinces_of_papua_are_sections_like_others() -> None:
    tables = read(
        "Wilayah|IKG 2023", "PAPUA SELATAN|0,6", "Merauke|0,5", "PAPUA|0,4", "Jayapura|0,3"
    )
    assert [figure.region.code for figure in tables.figures] == ["93", "93.01", "91", "91.03"]


def test_a_homonym_goes_by_status_code_or_the_kabupaten_without_one() -> None:
    tables = read("kode|Wilayah|IKG 2022", "3201|Bogor|0,4", "3271|Bogor|0,3")
    assert [figure.region.code for figure in tables.figures] == ["32.01", "32.71"]


@pytest.mark.parametrize(
    ("heading", "quirk"),
    [
        ("Penduduk 2022", Quirk.UNKNOWN_COLUMN),
        ("Rasio IPG 2022", Quirk.UNKNOWN_COLUMN),
        ("Indeks Pengeluaran Laki-laki 2022", Quirk.UNKNOWN_COLUMN),
        ("IPG/IDG 2022", Quirk.AMBIGUOUS_COLUMN),
        ("TPAK 2022", Quirk.NO_SEX),
        ("IDG", Quirk.NO_YEAR),
    ],
)
def test_a_column_that_is_not_certain_is_told_and_left_out(heading: str, quirk: Quirk) -> None:
    tables = read(f"Wilayah|IKG 2022|{heading}", "Paser|0,4|60,5", "Berau|0,5|61,5")
    assert [figure.column for figure in tables.figures] == ["B", "B"]
    assert quirk in {remark.quirk for remark in tables.remarks if remark.column == "C"}


def test_the_title_tells_year_and_quantity_where_the_headings_do_not() -> None:
    tables = read("Keterlibatan Perempuan di Parlemen, 2019", "Wilayah|Persen", "Paser|20,00")
    assert [line_of(each) for each in tables.figures] == ["64.01 2019 seats_female 20.00 B3"]


def test_the_name_of_the_sheet_counts_as_title() -> None:
    tables = read("Wilayah|2019|2021", "Paser|66,20|65,67", sheet="IDG")
    assert [each.measure.key for each in tables.figures] == ["idg", "idg"]


def test_a_sheet_without_a_table_is_left_out_and_told() -> None:
    tables = read("Kecamatan|Penduduk", "Kuaro|10", "Long Ikis|12")
    assert tables.figures == ()
    assert [remark.quirk for remark in tables.said(Judgement.SKIPPED)][-1] is Quirk.NO_TABLE


def test_nothing_is_kept_of_a_sign_but_that_it_is_not_available() -> None:
    tables = read("Wilayah|IKG 2022", "Paser|-", "Berau|0,5")
    assert tables.figures[0].value is Nothing.NOT_REPORTED
    assert quirks(tables) == ["nothing_sign B2"]


def test_a_second_table_below_is_read_by_its_own_headings() -> None:
    tables = read(
        "Indeks Pemberdayaan Gender",
        "Wilayah|2018|2019",
        "Paser|62,76|66,20",
        "Berau|57,00|57,66",
        "Sumber: BPS",
        "",
        "Indeks Ketimpangan Gender",
        "Wilayah|2021|2022",
        "Samarinda|0,190|0,197",
        "Catatan: angka sementara",
        "Wilayah|TPAK 2020|",
        "|Laki-laki|Perempuan",
        "Paser|85,1|45,2",
    )
    assert sorted(map(line_of, tables.figures)) == [
        "64.01 2018 idg 62.76 B3",
        "64.01 2019 idg 66.20 C3",
        "64.01 2020 lfpr_female 45.2 C13",
        "64.01 2020 lfpr_male 85.1 B13",
        "64.03 2018 idg 57.00 B4",
        "64.03 2019 idg 57.66 C4",
        "64.72 2021 ikg 0.190 B9",
        "64.72 2022 ikg 0.197 C9",
    ]
    assert quirks(tables) == []


@pytest.mark.parametrize("swapped", [False, True])
def test_province_and_kabupaten_in_columns_of_their_own(swapped: bool) -> None:
    """The form of provincial open data: an id, both codes and names, the index, unit and year."""
    province, second = "kode_provinsi|nama_provinsi", "kode_kabupaten_kota|nama_kabupaten_kota"
    of_province, of_second = "32|JAWA BARAT", ("3202|KABUPATEN SUKABUMI", "3272|KOTA SUKABUMI")
    pairs = [
        (of_second[n], of_province) if swapped else (of_province, of_second[n]) for n in (0, 1)
    ]
    head = "|".join((second, province) if swapped else (province, second))
    tables = read(
        f"id|{head}|indeks_ketimpangan_gender|satuan|tahun",
        *[f"{n + 11}|{'|'.join(pairs[n])}|0.{n + 4}|POIN|2021" for n in (0, 1)],
    )
    found = [(figure.region.code, str(figure.value)) for figure in tables.figures]
    assert found == [("32.02", "0.4"), ("32.72", "0.5")]


def test_headings_repeated_for_a_new_page_are_no_row() -> None:
    tables = read("Wilayah|IKG 2022", "Paser|0,4", "Wilayah|IKG 2022", "Berau|0,5")
    assert len(tables.figures) == 2
    assert quirks(tables) == []


def test_figures_that_look_like_years_are_no_headings() -> None:
    tables = read(
        "Pengeluaran per Kapita Disesuaikan Perempuan (Ribu Rupiah/Orang/Tahun)",
        "Wilayah|2018|2019",
        "Berau|7.401|7.705",
        "Paser|2010|2045",
        "Samarinda|9.000|9.100",
    )
    assert "64.01 2018 expenditure_female 2010 B4" in map(line_of, tables.figures)
    assert len(tables.figures) == 6


def test_the_long_headings_of_the_inequality_index_are_understood() -> None:
    tables = read(
        "Komponen IKG Kabupaten Bogor, 2022",
        "Wilayah"
        "|Persentase Perempuan 15-49 Tahun yang Melahirkan Hidup Tidak di Fasilitas Kesehatan"
        "|Proporsi Perempuan 15-49 Tahun yang Melahirkan Hidup Pertama Berusia Kurang dari 20 Tahun"
        "|Persentase Anggota Legislatif Laki-laki|Persentase Anggota Legislatif Perempuan"
        "|Persentase Penduduk Perempuan 25 Tahun ke Atas yang Memiliki Ijazah SMA/Sederajat ke Atas"
        "|Tingkat Partisipasi Angkatan Kerja (TPAK) Laki-laki|IKG",
        "Bogor|16,9|0,299|78,15|21,85|35,36|83,93|0,490",
    )
    assert sorted(map(line_of, tables.figures)) == [
        "32.01 2022 ikg 0.490 H3",
        "32.01 2022 lfpr_male 83.93 G3",
        "32.01 2022 mhpk20 0.299 C3",
        "32.01 2022 mtf 0.169 B3",
        "32.01 2022 seats_female 21.85 E3",
        "32.01 2022 seats_male 78.15 D3",
        "32.01 2022 secondary_female 35.36 F3",
    ]
    assert quirks(tables) == ["unit B3"]
