"""A figure belongs to the region whose name stands beside it, whatever other columns look like."""

from __future__ import annotations

import pytest

from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.bps.reading import IndexTables
from setara.domain.indices.bps.remarks import Judgement, Quirk
from setara.domain.language.text import Language
from tests.domain.indices.bps.test_reading import line_of, quirks, read

PASER, BERAU = "64.01 2019 ipg 71.41 B2", "64.03 2019 ipg 87.93 B3"


def beside(heading: str, *cells: str) -> IndexTables:
    """A table of names and IPG with one more column."""
    rows = zip(("Kabupaten Paser|71,41", "Kabupaten Berau|87,93"), cells, strict=True)
    table = (f"Wilayah|IPG 2019|{heading}", *(f"{row}|{cell}" for row, cell in rows))
    return read(*table, vintage=Vintage.OLD)


def lines(tables: IndexTables) -> list[str]:
    return [line_of(figure) for figure in tables.figures]


def told_of(tables: IndexTables, column: str) -> list[str]:
    return [
        each.message.say(Language.INDONESIAN) for each in tables.remarks if each.column == column
    ]


def test_whole_years_of_life_are_figures_and_no_codes_of_regions() -> None:
    tables = beside("UHH Laki-laki 2019", "64", "71")
    assert lines(tables) == [
        PASER,
        BERAU,
        "64.01 2019 life_expectancy_male 64 C2",
        "64.03 2019 life_expectancy_male 71 C3",
    ]


@pytest.mark.parametrize(
    ("heading", "cells", "quirk"),
    [
        ("UHH 2019", ("64", "71"), Quirk.NO_SEX),
        ("Penduduk miskin (ribu)", ("64", "71"), Quirk.UNKNOWN_COLUMN),
        ("Umur", ("64", "71"), Quirk.UNKNOWN_COLUMN),
        ("Luas", ("64.03", "64.01"), Quirk.UNKNOWN_COLUMN),
        ("Penduduk", ("6403", "6401"), Quirk.UNKNOWN_COLUMN),
        ("kode indikator", ("6403", "6401"), Quirk.UNKNOWN_COLUMN),
        ("", ("64", "71"), Quirk.UNKNOWN_COLUMN),
        ("", ("6403", "6401"), Quirk.UNKNOWN_COLUMN),
        ("", ("6401", "64,5"), Quirk.UNKNOWN_COLUMN),
    ],
)
def test_a_column_that_only_looks_like_codes_moves_no_figure_and_is_told(
    heading: str, cells: tuple[str, ...], quirk: Quirk
) -> None:
    tables = beside(heading, *cells)
    assert lines(tables) == [PASER, BERAU]
    assert quirks(tables) == [f"{quirk.value} C"]


@pytest.mark.parametrize(
    "heading",
    ["kode", "kode_bps", "Kode Wilayah", "kd kab", "id", "id wilayah", "wilayah_id", "Region code"],
)
def test_a_heading_that_says_code_is_a_second_witness_and_a_contradiction_is_doubted(
    heading: str,
) -> None:
    berau = "6405" if "bps" in heading else "64.03"
    assert lines(beside(heading, "6401", berau)) == [PASER, BERAU]
    tables = beside(heading, "6401", "6471")
    assert lines(tables) == [PASER]
    (doubt,) = tables.said(Judgement.DOUBTED)
    assert (doubt.quirk, doubt.row) == (Quirk.CODE_CONTRADICTS, 3)


def test_codes_without_a_heading_are_codes_where_all_agree_with_the_names() -> None:
    tables = beside("", "6401", "64.03")
    assert lines(tables) == [PASER, BERAU]
    assert told_of(tables, "C") == ["“C” dibaca sebagai kode wilayah."]


def test_numbers_of_rows_are_no_codes_and_no_column_vanishes() -> None:
    for heading in ("No", "id"):
        tables = beside(heading, "9", "64")
        assert lines(tables) == [PASER, BERAU]
        assert told_of(tables, "C") == [f"“{heading}” dibaca sebagai nomor urut."]


def test_the_province_of_a_row_is_not_its_region_wherever_its_column_stands() -> None:
    tables = beside("Provinsi", "Kalimantan Timur", "Kalimantan Timur")
    assert lines(tables) == [PASER, BERAU]


def test_a_column_of_values_without_indicators_is_told() -> None:
    tables = beside("Nilai", "64", "71")
    assert lines(tables) == [PASER, BERAU]
    assert told_of(tables, "C")
