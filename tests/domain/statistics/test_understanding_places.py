"""Places and ages by the many ways they are written, and what is asked where nothing is sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.statistics.table import Severity
from setara.domain.statistics.understanding.ages import age_group
from setara.domain.statistics.understanding.gazetteer import How
from tests.domain.statistics.grids import PASER, faults, places, understood

AGES = st.integers(0, 99)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Kuaro", "64.01.05"),
        ("KUARO ", "64.01.05"),
        ("Kec. Kuaro", "64.01.05"),
        ("Kecamatan  Kuaro", "64.01.05"),
        ("Kel. Kuaro", "64.01.05.1001"),
        ("Desa Lolo", "64.01.05.2002"),
        ("Batusopang", "64.01.01"),
        ("Tana Grogot", "64.01.04"),
        ("Kab. Paser", "64.01"),
        ("Kabupaten Pasir", "64.01"),
        ("64.01.06", "64.01.06"),
        ("640106", "64.01.06"),
        ("6401042002", "64.01.04.2002"),
    ],
)
def test_a_place_is_known_by_its_spellings_and_codes(said, code):
    sheet = understood([["Wilayah", "L", "P"], [said, 1, 2], ["Long Ikis", 2, 3]])

    assert places(sheet)[2] == code


@pytest.mark.parametrize(
    ("said", "suggested"),
    [
        ("Batu Sopan", "64.01.01"),
        ("Long Ikiss", "64.01.06"),
        ("Tana Paser", "64.01.04"),
        ("Tanah Grogott", "64.01.04"),
    ],
)
def test_a_name_that_is_nearly_right_is_asked_about_and_not_guessed(said, suggested):
    sheet = understood([["Kecamatan", "L", "P"], [said, 1, 2], ["Kuaro", 2, 3]])

    match = sheet.places[2]
    assert (match.place, match.how) == (None, How.UNKNOWN)
    assert match.suggestions[0].code == suggested
    assert "A2 unknown_place" in faults(sheet, Severity.WARNING)


def test_the_old_name_of_a_subdistrict_is_a_village_today_and_the_heading_tells():
    row = [["Pasir Belengkong", 1, 2], ["Lolo", 2, 3]]

    assert places(understood([["Kecamatan", "L", "P"], *row]))[2] == "64.01.03"
    assert places(understood([["Desa", "L", "P"], *row]))[2] == "64.01.03.2006"


def test_codes_of_bps_are_another_system_and_names_count():
    sheet = understood(
        [
            ["Kode", "Kecamatan", "L", "P"],
            ["6401040", "Kuaro", 1, 2],
            ["6401050", "Long Ikis", 2, 3],
        ]
    )

    assert places(sheet) == {2: "64.01.05", 3: "64.01.06"}
    assert "A other_code_system" in faults(sheet, Severity.WARNING)


def test_a_table_about_another_region_is_told_once():
    rows = [[f"Kabupaten {name}", 1, 2] for name in ("Pacitan", "Ponorogo", "Blitar", "Kediri")]

    found = faults(understood([["Wilayah", "L", "P"], *rows]), Severity.WARNING)

    assert [each for each in found if "place" in each] == ["A outside_places"]


def test_names_of_places_under_a_heading_that_says_nothing_are_recognised():
    sheet = understood([["Uraian", "L", "P"], ["Kuaro", 1, 2], ["Long Ikis", 2, 3]])

    assert places(sheet) == {2: "64.01.05", 3: "64.01.06"}


def test_nothing_is_asked_of_a_total_row():
    sheet = understood([["Kecamatan", "L", "P"], ["Kuaro", 1, 2], ["Jumlah", 1, 2]])

    assert "A3 unknown_place" not in faults(sheet, Severity.WARNING)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("0-4", "0-4"),
        ("0 – 4 tahun", "0-4"),
        ("Umur 15–19", "15-19"),
        ("10 s/d 14 thn", "10-14"),
        ("5 sampai dengan 9 tahun", "5-9"),
        ("65+", "65+"),
        ("75 ke atas", "75+"),
        ("75 tahun ke atas", "75+"),
        ("60 tahun keatas", "60+"),
        ("≥ 60", "60+"),
        ("> 59 tahun", "60+"),
        ("<5", "0-4"),
        ("kurang dari 18 tahun", "0-17"),
        ("17 tahun", "17"),
        ("20 - 24 years", "20-24"),
    ],
)
def test_an_age_group_is_read_as_it_is_written(said, code):
    group = age_group(said)

    assert group is not None
    assert group.code == code


@pytest.mark.parametrize("said", ["Semua Umur", "dewasa", "4-0", "0-400", "", None, 12, "1.234"])
def test_what_is_no_age_group_is_none(said):
    assert age_group(said) is None


@given(AGES, AGES)
def test_every_span_of_ages_is_read_back(first, second):
    start, last = sorted((first, second))
    group = age_group(f"{start} - {last} tahun")

    assert group is not None
    assert (group.start, group.below) == (start, last + 1)


@given(st.sampled_from(sorted(PASER.places)))
def test_every_place_is_known_by_its_own_code_and_name(code):
    assert PASER.by_code(code)[0] == PASER.places[code]
    assert PASER.places[code] in PASER.by_name(PASER.places[code].name)[0]
