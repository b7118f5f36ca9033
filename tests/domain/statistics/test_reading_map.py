"""How a file was read, as data: told apart by its build, applied to the next one, or compared."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.language.numerals import DecimalStyle
from setara.domain.language.text import Language
from setara.domain.statistics.dimension import dimensions
from setara.domain.statistics.understanding.columns import Role
from setara.domain.statistics.understanding.reading_map import (
    BadMap,
    ReadingMap,
    applied,
    changes,
    given_by,
    proposed_map,
    with_header,
)
from setara.domain.statistics.understanding.structure import structure_of
from setara.domain.statistics.understanding.taking import taken
from setara.domain.statistics.understanding.understood import understood_sheet
from tests.domain.statistics.grids import PASER

HEAD = ["Kecamatan", "L 2023", "P 2023", "Jumlah 2023"]
ROWS = [["Peserta"], [], HEAD, ["Kuaro", 1, 2, 3], ["Ibu Kota", 2, 2, 4]]


def mapped(rows, sheet="Data"):
    structure = structure_of(rows)
    assert structure is not None
    return proposed_map(sheet, structure)


def test_a_mapping_survives_json():
    kept = ReadingMap(
        sheet="Data",
        header_rows=(3, 4),
        first_row=5,
        roles={0: Role.PLACE, 1: Role.MALE},
        headings={0: ("kecamatan",), 1: ("jenis kelamin", "l")},
        styles={"B": DecimalStyle.POINT},
        places={"ibu kota": "64.01.04"},
        element_code="EK01",
        year=2023,
    )

    assert ReadingMap.from_data(json.loads(json.dumps(kept.as_data()))) == kept


@pytest.mark.parametrize(
    "broken",
    [{}, {"format": 9}, {"roles": {"x": "place"}}, {"roles": {"0": "raja"}}, {"year": "x"}],
)
def test_what_is_no_mapping_is_refused(broken):
    data = mapped(ROWS).as_data() | broken if broken else {}

    with pytest.raises(BadMap):
        ReadingMap.from_data(data)


def test_the_build_is_known_again_in_another_year_with_other_figures_and_a_longer_title():
    later = [["Peserta"], ["Tahun 2024"], [], [h.replace("2023", "2024") for h in HEAD],
             ["Long Ikis", 7, 8, 15]]  # fmt: skip

    assert mapped(ROWS).fingerprint == mapped(later).fingerprint
    assert applied(mapped(ROWS), mapped(later)).header_rows == (4,)


@pytest.mark.parametrize(
    ("head", "says"),
    [
        (["Kecamatan", "P", "L", "Jumlah"], "Kolom B dahulu “l”, sekarang “p”."),
        (["Kecamatan", "L", "P"], "Kolom D “jumlah” tidak ada lagi."),
        (["Kecamatan", "L", "P", "Jumlah", "Ket"], "Kolom E “ket” baru."),
    ],
)
def test_another_build_says_what_changed(head, says):
    rows = [
        head,
        ["Kuaro", 1, 2, *range(len(head) - 3)],
        ["Long Ikis", 1, 2, *range(len(head) - 3)],
    ]
    before, after = mapped(ROWS), mapped(rows)

    assert before.fingerprint != after.fingerprint
    assert says in [change.say(Language.INDONESIAN) for change in changes(before, after)]


def test_a_corrected_role_and_a_given_place_decide():
    rows = [["Nama", "A", "B"], ["Kuaro", 1, 2], ["Ibu Kota", 2, 3]]
    chosen = ReadingMap(
        sheet="Data",
        header_rows=(1,),
        first_row=2,
        roles={0: Role.PLACE, 1: Role.MALE, 2: Role.FEMALE},
        places={"ibu kota": "64.01.04"},
        year=2020,
    )
    sheet = understood_sheet("Data", rows, PASER, given_by(chosen, rows))

    found = taken(sheet, home="64.01", year=2020, dimensions=())
    assert not found.errors
    assert [(f.place_code, f.sex.value, str(f.value), f.cell) for f in found.figures] == [
        ("64.01.05", "L", "1", "B2"),
        ("64.01.05", "P", "2", "C2"),
        ("64.01.04", "L", "2", "B3"),
        ("64.01.04", "P", "3", "C3"),
    ]


def test_ages_become_breakdowns_and_the_total_row_is_not_kept():
    rows = [["Umur", "L", "P"], ["0-4", 1, 2], ["5 – 9 tahun", 3, 4], ["Semua Umur", 4, 6]]
    sheet = understood_sheet("Data", rows, PASER)

    found = taken(sheet, home="64.01", year=2020, dimensions=())
    assert not found.errors
    assert [(f.place_code, f.breakdown.key) for f in found.figures] == [
        ("64.01", "age=0-4"), ("64.01", "age=0-4"), ("64.01", "age=5-9"), ("64.01", "age=5-9"),
    ]  # fmt: skip


def test_categories_become_breakdowns_by_their_names():
    rows = [["Pendidikan", "L", "P"], ["SD/sederajat", 1, 2], ["diploma", 3, 4], ["entah", 1, 1]]
    sheet = understood_sheet("Data", rows, PASER)

    found = taken(sheet, home="64.01", year=2020, dimensions=(dimensions()["education"],))
    assert [f"{f.cell} {f.fault.value}" for f in found.errors] == ["A4 unknown_category"]
    assert not found.figures


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([["Kecamatan", "2022", "2023"], ["Kuaro", 5, 6], ["Long Ikis", 5, 6]], "no_sex"),
        ([["Kecamatan", "L", "P"], ["Kuaro", 5, 6], ["Long Ikis", 5, 6]], "no_year"),
        ([["Kecamatan", "L", "P"], ["Kuaro", 5, 6], ["Antah", 5, 6]], "unknown_place"),
        ([["Kecamatan", "Siswa", "", "Guru", ""], ["", "L", "P", "L", "P"],
          ["Kuaro", 5, 6, 7, 8], ["Long Ikis", 5, 6, 7, 8]], "several_things"),
    ],
)  # fmt: skip
def test_what_stands_in_the_way_of_keeping_is_an_error(rows, fault):
    grid = [[None if cell == "" else cell for cell in row] for row in rows]
    sheet = understood_sheet("Data", grid, PASER)

    found = taken(sheet, home="64.01", year=None, dimensions=())
    assert fault in {f.fault.value for f in found.errors}
    assert not found.figures


def test_other_heading_rows_are_read_anew_and_impossible_ones_refused():
    changed = with_header(mapped(ROWS), ROWS, (1,))
    assert changed.first_row == 3

    for rows in ((5,), (9,), (0,)):
        with pytest.raises(BadMap):
            with_header(mapped(ROWS), ROWS, rows)
    with pytest.raises(BadMap):
        given_by(ReadingMap("Data", (7,), 9, {}), ROWS)


@given(st.lists(st.lists(st.one_of(st.none(), st.integers(), st.text(max_size=12),
       st.sampled_from(["L", "P", "Jumlah", "Kecamatan", "2023", "-", "1.234,5", "0-4"])),
       max_size=6), max_size=12))  # fmt: skip
def test_whatever_stands_in_a_grid_is_read_without_breaking(rows):
    sheet = understood_sheet("Data", rows, PASER)

    assert sheet.structure is not None or sheet.not_understood
    assert len({figure.cell for figure in sheet.figures()}) == len(list(sheet.figures()))
    taken(sheet, home="64.01", year=2020, dimensions=())


def test_a_sum_is_kept_where_it_is_a_place_and_dropped_where_it_is_only_a_word():
    rows = [
        ["Kecamatan", "Desa", "L", "P"],
        ["Kuaro", "Padang Jaya", 1, 2],
        [None, "Lolo", 1, 1],
        ["Kuaro", "Jumlah", 2, 3],
        ["Long Ikis", "Tajur", 4, 4],
        ["Long Ikis", "Jumlah", 4, 4],
        ["Jumlah", None, 6, 7],
    ]
    sheet = understood_sheet("Data", rows, PASER)
    found = taken(sheet, home="64.01", year=2020, dimensions=())

    assert not found.errors
    assert [f.place_code for f in found.figures if f.sex.value == "P"] == [
        "64.01.05.2010", "64.01.05.2002", "64.01.05", "64.01.06.2004", "64.01.06",
    ]  # fmt: skip


def test_a_row_without_a_name_is_not_taken_for_the_whole_government():
    rows = [["Kecamatan", "L", "P"], ["Kuaro", 1, 2], [None, 3, 4], ["Long Ikis", 5, 6]]
    found = taken(understood_sheet("Data", rows, PASER), home="64.01", year=2020, dimensions=())

    assert [f"{f.cell} {f.fault.value}" for f in found.errors] == ["A3 unknown_place"]
