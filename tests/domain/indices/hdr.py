"""UNDP's wide table, one column an item and year, as rows of one country and year."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from setara.domain.indices import computing
from setara.domain.indices.definition import Index
from setara.domain.indices.gdi import GDI
from setara.domain.indices.gii import GII
from setara.domain.indices.hdi import HDI
from setara.domain.indices.ihdi import IHDI

TABLE = Path(__file__).parents[4] / "shared/data/indices/undp_hdr_2023_24_40_countries.csv"
YEARS = range(1990, 2023)

_OF_ALL = {
    "life_expectancy": "le",
    "expected_schooling": "eys",
    "mean_schooling": "mys",
    "gni_per_capita": "gnipc",
}
_OF_SEX = {
    "life_expectancy": "le",
    "expected_schooling": "eys",
    "mean_schooling": "mys",
    "gni_per_capita": "gni_pc",
}
COLUMNS: dict[str, dict[str, str]] = {
    "hdi": _OF_ALL,
    "ihdi": _OF_ALL
    | {
        "inequality_life_expectancy": "ineq_le",
        "inequality_education": "ineq_edu",
        "inequality_income": "ineq_inc",
    },
    "gdi": {
        f"{measure}_{sex}": f"{column}_{sex[0]}"
        for measure, column in _OF_SEX.items()
        for sex in ("female", "male")
    },
    "gii": {"maternal_mortality_ratio": "mmr", "adolescent_birth_rate": "abr"}
    | {
        f"{measure}_{sex}": f"{column}_{sex[0]}"
        for measure, column in {"seats": "pr", "secondary": "se", "lfpr": "lfpr"}.items()
        for sex in ("female", "male")
    },
}
INDICES = {index.key: index for index in (HDI, IHDI, GDI, GII)}


def table() -> list[dict[str, str]]:
    """The rows of the table; the test is skipped where it does not lie beside the project."""
    if not TABLE.exists():
        pytest.skip("the published table of UNDP lies outside the project and is not here")
    with TABLE.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def figures(row: dict[str, str], index: Index, year: int) -> dict[str, Decimal] | None:
    """The figures of a country and year by measure; None where one is missing."""
    cells = {measure: row.get(f"{column}_{year}") for measure, column in COLUMNS[index.key].items()}
    if not all(cells.values()):
        return None
    return {measure: Decimal(str(cell)) for measure, cell in cells.items()}


def results(
    rows: list[dict[str, str]], key: str
) -> Iterator[tuple[dict[str, str], int, computing.Result]]:
    """Every country and year for which the index is published, recomputed."""
    index = INDICES[key]
    for row in rows:
        for year in YEARS:
            given = figures(row, index, year)
            if given is not None and row.get(f"{key}_{year}"):
                yield row, year, computing.computed(index, given, year=year)
