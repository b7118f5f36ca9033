"""The received tables that lie beside the project are understood as they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "samples" / "statistics"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")

EXPECTED = {
    "bps_jatim_ikg_2021_2023.xlsx": (0, "years_without_sex", [1], [2021, 2022, 2023], 117),
    "bps_jatim_penduduk_jk_2010_2023_sebenarnya_html.xls": (
        1, "sex_by_year", [1, 2, 3], list(range(2010, 2024)), 39 * 42),
    "mojokerto_kematian_kelurahan_jk_2023_tanda_hubung.xlsx": (0, "sex_columns", [1], [], 66),
    "mojokerto_penduduk_kelurahan_jk_2023_header_gabung.xlsx": (
        0, "sex_columns", [3, 4], [2023], 66),
    "mojokerto_penduduk_umur_jk_2015_biff.xls": (1, "sex_columns", [3, 4, 5], [2015], 45),
}  # fmt: skip


def facts(run, name):
    outcome = run("statistics", "check", str(SAMPLES / name), "--json")
    return outcome.status, json.loads(outcome.out)


@pytest.mark.parametrize("name", EXPECTED)
def test_each_sample_is_understood(run, name):
    status, found = facts(run, name)
    sheet = found["sheets"][0]

    assert (
        status,
        sheet["layout"],
        sheet["header_rows"],
        sheet["years"],
        sheet["figure_count"],
    ) == EXPECTED[name]


def test_the_file_of_2015_is_reported_because_its_sexes_are_not_its_total(run):
    _, found = facts(run, "mojokerto_penduduk_umur_jk_2015_biff.xls")
    faults = found["sheets"][0]["findings"]

    wrong = [each["cell"] for each in faults if each["fault"] == "sexes_not_total"]
    assert wrong == ["D", *(f"D{row}" for row in range(6, 19))]


def test_subdistricts_inside_the_column_are_subtotals_and_not_added_twice(run):
    for name in EXPECTED:
        if name.startswith("mojokerto") and "kelurahan" in name:
            _, found = facts(run, name)
            counts = found["sheets"][0]["row_counts"]
            assert (counts["data"], counts["subtotal"], counts["total"]) == (18, 3, 1)
            assert not [f for f in found["sheets"][0]["findings"] if f["severity"] == "error"]


def test_a_dash_is_none_and_not_zero(run):
    _, found = facts(run, "mojokerto_kematian_kelurahan_jk_2023_tanda_hubung.xlsx")

    assert found["sheets"][0]["nothing"] == {"none_exists": 47}
