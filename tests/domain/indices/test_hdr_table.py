"""Every country and year of UNDP's series of 2023-24, where the table lies beside the project."""

from collections import Counter
from decimal import Decimal

import pytest

from setara.domain.indices import gdi_group, inequality_coefficient, ranks
from tests.domain.indices.hdr import INDICES, YEARS, figures, results, table

# How many published values the 40 countries have, so that a skipped row would be seen.
COUNTED = {"hdi": 1282, "ihdi": 499, "gdi": 1203, "gii": 1204}


@pytest.fixture(scope="module")
def rows():
    return table()


@pytest.mark.parametrize("key", COUNTED)
def test_every_published_value_comes_out(rows, key):
    compared, wrong = 0, []
    for row, year, found in results(rows, key):
        compared += 1
        if found.published != Decimal(row[f"{key}_{year}"]):
            wrong.append((row["country"], year, found.published, row[f"{key}_{year}"]))

    assert wrong == []
    assert compared == COUNTED[key]


@pytest.mark.parametrize(("letter", "sex"), [("f", "female"), ("m", "male")])
def test_the_hdi_of_each_sex_comes_out_to_nine_digits(rows, letter, sex):
    worst = max(
        abs(found.steps[f"hdi_{sex}"] - Decimal(row[f"hdi_{letter}_{year}"]))
        for row, year, found in results(rows, "gdi")
    )

    assert worst <= Decimal("6E-10")


def test_the_coefficient_of_inequality_comes_out(rows):
    worst = max(
        abs(inequality_coefficient(found) - Decimal(row[f"coef_ineq_{year}"]))
        for row, year, found in results(rows, "ihdi")
    )

    assert worst <= Decimal("1E-5")


def test_every_group_comes_out(rows):
    groups = {
        row["country"]: (gdi_group(found), int(row["gdi_group_2022"]))
        for row, year, found in results(rows, "gdi")
        if year == 2022
    }

    assert len(groups) >= 38
    assert {country for country, (ours, theirs) in groups.items() if ours != theirs} == set()


@pytest.mark.parametrize("key", ["hdi", "gii"])
def test_the_order_of_the_ranks_comes_out(rows, key):
    of_2022 = [(row, found) for row, year, found in results(rows, key) if year == 2022]
    found = ranks({row["country"]: result for row, result in of_2022})
    # Ranks among forty countries, so compared with the order of their ranks among all.
    official = sorted(int(row[f"{key}_rank_2022"]) for row, _ in of_2022)

    for row, _ in of_2022:
        ours = found[row["country"]]
        assert ours == official.index(int(row[f"{key}_rank_2022"])) + 1, row["country"]


@pytest.mark.parametrize("key", COUNTED)
def test_few_published_rows_are_doubted(rows, key):
    doubted = Counter(row["country"] for row, _, found in results(rows, key) if found.doubts)

    assert set(doubted) <= {"Bangladesh", "Papua New Guinea", "Rwanda", "Mexico", "New Zealand"}


def test_no_figures_of_the_table_are_refused(rows):
    seen = Counter(
        key
        for key, index in INDICES.items()
        for row in rows
        for year in YEARS
        if figures(row, index, year) is not None
    )

    assert all(seen[key] >= COUNTED[key] for key in COUNTED)
