"""A whole published table through the command line, where it lies beside the project."""

import csv
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from tests.cli.index_tables import read_csv, write_csv

TABLE = Path(__file__).parents[3] / "shared/data/indices/undp_hdr_2023_24_40_countries.csv"
YEARS = range(1990, 2023)
# The columns of the HDR by ours; the year stands behind an underscore.
COLUMNS = {
    "hdi": {
        "life_expectancy": "le",
        "expected_schooling": "eys",
        "mean_schooling": "mys",
        "gni_per_capita": "gnipc",
    },
    "gii": {
        "maternal_mortality_ratio": "mmr",
        "adolescent_birth_rate": "abr",
        "seats_female": "pr_f",
        "seats_male": "pr_m",
        "secondary_female": "se_f",
        "secondary_male": "se_m",
        "lfpr_female": "lfpr_f",
        "lfpr_male": "lfpr_m",
    },
    "gdi": {
        f"{ours}_{word}": f"{theirs}_{word[0]}"
        for ours, theirs in {
            "life_expectancy": "le",
            "expected_schooling": "eys",
            "mean_schooling": "mys",
            "gni_per_capita": "gni_pc",
        }.items()
        for word in ("female", "male")
    },
}


@pytest.mark.parametrize(("index", "published"), [("hdi", 1282), ("gdi", 1203), ("gii", 1204)])
def test_every_published_value_comes_out_of_the_command_line(run, tmp_path, index, published):
    if not TABLE.exists():
        pytest.skip("the published table of UNDP lies outside the project and is not here")
    with TABLE.open(encoding="latin-1", newline="") as file:
        countries = list(csv.DictReader(file))
    head = ["iso3", "country", "year", *COLUMNS[index], "published"]
    rows = [
        [each["iso3"], each["country"], year]
        + [each[f"{theirs}_{year}"] for theirs in COLUMNS[index].values()]
        + [each[f"{index}_{year}"]]
        for each in countries
        for year in YEARS
    ]
    given = write_csv(tmp_path / "a.csv", rows, head)
    out = tmp_path / "b.csv"

    run("index", index, "--input", str(given), "--output", str(out))

    found = read_csv(out)
    assert [(row["iso3"], row["year"]) for row in found] == [(row[0], str(row[2])) for row in rows]
    told = [row for row in found if row["published"]]
    thousandth = Decimal("0.001")
    assert [row[index] for row in told] == [
        str(Decimal(row["published"]).quantize(thousandth, ROUND_HALF_UP)) for row in told
    ]
    assert len(told) == published
    assert all(row[f"{index}_reason"] for row in found if not row[index])
