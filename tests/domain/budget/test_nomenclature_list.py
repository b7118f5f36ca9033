"""Lists of the nomenclature are read as they circulate: every entry, or the row that is wrong."""

import csv
import gzip
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.nomenclature.entry import Territory, generic, spellings, territory_of
from setara.domain.budget.nomenclature.headings import NotANomenclature
from setara.domain.budget.nomenclature.reading import read_list
from setara.domain.budget.reading.findings import Fault
from setara.domain.budget.severity import Severity
from setara.domain.language.text import Language

REFERENCE = Path(__file__).parents[4] / "shared/data/reference"
CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases/budget/nomenclature.toml").read_text(encoding="utf-8")
)["case"]
HEAD = ["Kode", "Nomenklatur", "Kinerja", "Indikator", "Satuan"]


def listed(*rows, head=HEAD):
    return read_list([head, *rows])


def faults(reading):
    return [(found.fault, found.row, found.severity) for found in reading.findings]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_list_in_circulation_is_read_whole(case):
    path = REFERENCE / case["file"]
    if not path.exists():
        pytest.skip("the lists lie outside the project and are not here")
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        reading = read_list(list(csv.reader(file)))

    assert case["source"].strip()
    assert len(reading.entries) == case["entries"]
    for level in ActivityLevel:
        assert reading.count(level) == case[level.value], level
    assert [found.fault for found in reading.findings] == (
        [Fault.MISSING_UPPER_ENTRY] * case["orphaned"]
    )
    assert (reading.errors, reading.repairs) == ((), ())


def test_indicator_and_unit_come_along():
    reading = listed(
        ["2.08.02.2.01.0001", "Koordinasi PUG", "Terlaksananya …", "Jumlah Dokumen", "Dokumen"]
    )

    (entry,) = reading.entries
    assert (entry.performance, entry.indicator, entry.unit, entry.row) == (
        "Terlaksananya …",
        "Jumlah Dokumen",
        "Dokumen",
        2,
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (" 2.08 . 02 . 2.01 . 0005. ", "2.08.02.2.01.0005"),
        ("2.08.02.02.01.0005", "2.08.02.2.01.0005"),
        ("2.8.2.2.1.5", "2.08.02.2.01.0005"),
        (2.1, "2.10"),
        ("2.08.02.2.01.05", "2.08.02.2.01.05"),
        ("X.XX.01.2.01.0001", "X.XX.01.2.01.0001"),
    ],
)
def test_a_messy_code_is_repaired_and_the_repair_is_told(written, meant):
    reading = listed([written, "Nama"])

    assert [entry.code for entry in reading.entries] == [meant]
    assert len(reading.repairs) == (written != meant)


def test_a_code_in_cells_of_its_own_as_decrees_print_it():
    reading = read_list(
        [
            ["LAMPIRAN", None, None, None, None, None, None],
            ["KODE", None, None, None, None, "NOMENKLATUR URUSAN KABUPATEN/KOTA", "KINERJA"],
            ["URUSAN", "BIDANG URUSAN", "PROGRAM", "KEGIATAN", "SUB KEGIATAN", None, None],
            ["1", "2", "3", "4", "5", "6", "7"],
            ["2", "08", None, None, None, "URUSAN PEMERINTAHAN BIDANG PEMBERDAYAAN", None],
            ["2", "08", "02", None, None, "PROGRAM PENGARUSUTAMAAN GENDER", None],
            ["2", "08", "02", "2.01", None, "Pelembagaan PUG", None],
            ["2", "08", "02", "2.01", "0001", "Koordinasi PUG", "Terlaksananya koordinasi"],
        ]
    )

    assert [entry.code for entry in reading.entries] == [
        "2.08",
        "2.08.02",
        "2.08.02.2.01",
        "2.08.02.2.01.0001",
    ]
    assert reading.findings == ()


def test_what_is_wrong_is_told_with_its_row():
    reading = listed(
        ["2.08", "BIDANG"],
        ["Kode", "Nomenklatur"],
        [None, None],
        ["5.1.02.01", "Belanja Barang"],
        ["dua", "Nama"],
        [None, "Sambungan nama"],
        ["2.08.02", None],
        ["2.08", "BIDANG LAIN"],
        ["2.08", "Bidang"],
        ["2.08.03.2.01", "Kegiatan"],
        ["2.08.02", "x" * 501],
    )

    assert faults(reading) == [
        (Fault.BAD_CODE, 5, Severity.ERROR),
        (Fault.BAD_CODE, 6, Severity.ERROR),
        (Fault.MISSING_CODE_OF_ENTRY, 7, Severity.ERROR),
        (Fault.MISSING_NAME, 8, Severity.ERROR),
        (Fault.TWO_NAMES_OF_A_CODE, 9, Severity.ERROR),
        (Fault.ENTRY_TWICE, 10, Severity.WARNING),
        (Fault.MISSING_UPPER_ENTRY, 11, Severity.WARNING),
        (Fault.LONG_NAME, 12, Severity.ERROR),
    ]
    for found in reading.findings:
        for language in Language:
            said = f"{found.message.say(language)} {found.remedy.say(language)}"
            assert "{" not in said


def test_both_widths_of_a_code_are_one_code():
    reading = listed(["2.08.02.2.01.01", "Koordinasi"], ["2.08.02.2.01.0001", "Advokasi"])

    assert Fault.TWO_NAMES_OF_A_CODE in [found.fault for found in reading.findings]


@pytest.mark.parametrize(
    "rows", [[], [["a", "b"]], [["Kode", "Pagu"], ["2.08", "1"]], [HEAD], [HEAD, [None, None]]]
)
def test_another_table_is_refused(rows):
    with pytest.raises(NotANomenclature) as caught:
        read_list(rows)

    assert caught.value.reason.say(Language.INDONESIAN)


CODES = st.builds(
    "{}.{:02}.{:02}.2.{:02}.{:04}".format,
    st.integers(1, 8),
    st.integers(1, 30),
    st.integers(1, 12),
    st.integers(1, 20),
    st.integers(1, 99),
)


@given(st.dictionaries(CODES, st.text("abcde ", min_size=1).filter(str.strip), max_size=20))
def test_every_good_row_becomes_an_entry_whatever_stands_around(names):
    rows = [[f" {code}. ", name] for code, name in names.items()]
    reading = read_list([["Judul"], HEAD, *rows]) if names else None
    if reading is None:
        return
    assert [entry.code for entry in reading.entries] == list(names)
    assert [entry.row for entry in reading.entries] == list(range(3, 3 + len(names)))
    assert reading.errors == ()


@given(CODES)
def test_a_code_is_among_its_spellings_and_all_of_them_have_the_same(code):
    found = spellings(code)

    assert code in found
    assert all(spellings(other) | {code} == found | {code} for other in found)


def test_spellings_and_the_generic_program():
    assert spellings("2.08.02.2.01.0001") == {"2.08.02.2.01.0001", "2.08.02.2.01.01"}
    assert spellings("2.08.02") == {"2.08.02"}
    assert generic("1.02.01.2.01.0001") == "X.XX.01.2.01.0001"
    assert generic("1.02.02.2.01.0001") is None
    assert (territory_of("64"), territory_of("64.01")) == (Territory.PROVINCE, Territory.REGENCY)
