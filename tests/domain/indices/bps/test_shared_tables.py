"""Every cell of the published tables that lie beside the project, where they do."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.bps.reading import IndexTables, read_tables
from setara.domain.indices.bps.remarks import Judgement, Quirk
from setara.domain.statistics.observation import Nothing

SHARED = Path(__file__).parents[5] / "shared/data"
KALTIM = "indices/kaltim_paser_indonesia_2010-2021.csv"
JABAR = "indices/bps_ikg_jabar_components_2018-2022.csv"
JATIM = "samples/statistics/bps_jatim_ikg_2021_2023.xlsx"

OF_KALTIM = {
    f"{said}_{letter}": f"{key}_{sex}"
    for said, key in {
        "uhh": "life_expectancy",
        "hls": "expected_schooling",
        "rls": "mean_schooling",
        "pengeluaran_ribu": "expenditure",
        "ipm": "ipm",
    }.items()
    for letter, sex in (("L", "male"), ("P", "female"))
} | {
    "ipg": "ipg",
    "idg": "idg",
    "perempuan_parlemen_pct": "seats_female",
    "perempuan_profesional_pct": "professional_female",
    "sumbangan_pendapatan_perempuan_pct": "income_share_female",
}
OF_JABAR = {
    f"{said}_{letter}": f"{key}_{sex}"
    for said, key in {"legislatif": "seats", "sma": "secondary", "tpak": "lfpr"}.items()
    for letter, sex in (("L", "male"), ("P", "female"))
} | {"mtf": "mtf", "mhpk20": "mhpk20", "ikg": "ikg"}


def opened(name: str) -> IndexTables:
    tables = pytest.importorskip("setara.formats.tables")
    pytest.importorskip("python_calamine")
    file = SHARED / name
    if not file.exists():
        pytest.skip("the published table lies outside the project and is not here")
    grids = tables.read_grids(file.name, file.read_bytes())
    return read_tables([(grid.sheet, grid.rows) for grid in grids], vintage=Vintage.OLD)


def lines(name: str) -> list[dict[str, str]]:
    with (SHARED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check(tables: IndexTables, name: str, columns: Mapping[str, str]) -> int:
    """Each filled cell came out as it stands there; how many there are."""
    found = {(f.row, f.measure.key): f for f in tables.figures}
    assert len(found) == len(tables.figures)
    expected = 0
    for row, line in enumerate(lines(name), start=2):
        for column, key in columns.items():
            if not line[column]:
                assert (row, key) not in found
                continue
            expected += 1
            figure = found[(row, key)]
            assert figure.year == int(line.get("year") or line["tahun"])
            if figure.value is Nothing.NOT_REPORTED:
                assert Decimal(line[column]) == 0
            else:
                assert figure.value == Decimal(line[column])
    assert expected == len(found)
    return expected


def test_every_row_of_kalimantan_timur() -> None:
    tables = opened(KALTIM)

    assert check(tables, KALTIM, OF_KALTIM) == 1969
    names = {line["name"]: None for line in lines(KALTIM)}
    assert len(tables.regions) == len(names) == 12
    by_row = {figure.row: figure.region.name for figure in tables.figures}
    for row, line in enumerate(lines(KALTIM), start=2):
        if row in by_row:
            assert by_row[row].lower().removeprefix("kabupaten ") == line["name"].lower()
    # Mahakam Ulu did not exist before 2013: a zero stands where nothing was.
    zeros = [remark for remark in tables.said(Judgement.REPAIRED) if remark.quirk is Quirk.ZERO]
    assert [remark.cell for remark in zeros] == ["I110", "J110", "I111", "J111", "I112", "J112"]
    assert tables.said(Judgement.DOUBTED, Judgement.SKIPPED, Judgement.ASKED) == ()


def test_every_row_of_jawa_barat() -> None:
    tables = opened(JABAR)

    assert check(tables, JABAR, OF_JABAR) == 135
    assert [region.code for region in tables.regions] == ["32", "32.01", "32.02"]
    assert tables.said(*set(Judgement) - {Judgement.RECOGNISED}) == ()


def test_every_cell_of_jawa_timur() -> None:
    tables = opened(JATIM)

    assert len(tables.figures) == 39 * 3
    assert len(tables.regions) == 39
    assert {region.province for region in tables.regions} == {"35"}
    kota_malang = {f.year: f.value for f in tables.figures if f.region.code == "35.73"}
    assert kota_malang == {2021: Decimal("0.136"), 2022: Decimal("0.350"), 2023: Decimal("0.131")}
    kabupaten = {f.year: str(f.value) for f in tables.figures if f.region.code == "35.07"}
    assert kabupaten == {2021: "0.422", 2022: "0.402", 2023: "0.436"}
    assert tables.said(*set(Judgement) - {Judgement.RECOGNISED}) == ()
