"""A known budget, written down in any family, encoding and style, is read back as it is."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from setara.domain.budget.reading.family import Family
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.line import Amount
from setara.domain.budget.reading.reading import BudgetReading
from setara.domain.budget.severity import Severity
from setara.usecases.budget.reading import read_file
from tests.domain.budget.reading import rendering, rendering_books, rendering_tables
from tests.domain.budget.reading.rendering import Leaf, Rows

randoms = st.integers(0, 2**32).map(Random)
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(rows: Rows, random: Random) -> BudgetReading:
    return read_file(name="anggaran.csv", content=rendering.written(rows, random)).reading


def accounts_of(reading: BudgetReading) -> dict[tuple[str, str], Amount | None]:
    """Money by activity and account of the lowest accounts."""
    depth = max((line.account.count(".") for line in reading.lines), default=0)
    return {
        (line.activity, line.account): line.amount
        for line in reading.lines
        if line.account.count(".") == depth and line.level is not Level.TOTAL
    }


def expected(leaves: list[Leaf]) -> dict[tuple[str, str], Amount | None]:
    return {leaf.key: leaf.amount for leaf in leaves}


def told(reading: BudgetReading) -> list[str]:
    return [
        f"{each.cell} {each.message.en} {each.message.values}"
        for each in reading.findings
        if each.severity is not Severity.NOTE
    ]


FLAT: dict[Family, Callable[..., Rows]] = {
    Family.SIPD_ITEMS: rendering_tables.sipd_items,
    Family.SIPD_CASH_PLAN: rendering_tables.cash_plan,
    Family.SIPD_API_ACTIVITIES: rendering_tables.api_items,
}


@pytest.mark.parametrize("family", FLAT)
@quick
@given(random=randoms)
def test_an_export_is_read_back(family: Family, random: Random):
    leaves = rendering.current(random)
    money = random.choice(list(rendering.STYLES.values()))

    reading = read(FLAT[family](leaves, 2025, money), random)

    assert told(reading) == []
    assert reading.family is family
    assert accounts_of(reading) == expected(leaves)
    assert reading.amount == sum(leaf.amount for leaf in leaves)
    assert reading.years == ("2025",)
    assert {agency.code for agency in reading.agencies} == {leaf.agency for leaf in leaves}
    assert {line.activity for line in reading.activities} == {leaf.activity for leaf in leaves}


@quick
@given(random=randoms)
def test_a_book_with_combined_codes_is_read_back(random: Random):
    leaves = rendering.current(random)
    money = random.choice(list(rendering.STYLES.values()))

    reading = read(rendering_books.coded_book(leaves, 2025, money), random)

    assert told(reading) == []
    assert reading.family is Family.CODED_BOOK
    assert accounts_of(reading) == expected(leaves)
    assert reading.amount == sum(leaf.amount for leaf in leaves)
    assert reading.year == "2025"


@quick
@given(random=randoms)
def test_a_printed_recapitulation_is_read_back(random: Random):
    leaves = rendering.current(random)
    money = random.choice(list(rendering.STYLES.values()))

    reading = read(rendering_books.recap(leaves, 2025, money), random)

    assert told(reading) == []
    assert reading.family is Family.PRINTED_RECAP
    assert reading.total(Level.SUB_ACTIVITY).amount == sum(leaf.amount for leaf in leaves)
    assert {line.activity for line in reading.activities} == {leaf.activity for leaf in leaves}
    assert reading.agency.name == leaves[0].agency_name


@quick
@given(random=randoms)
def test_a_printed_form_is_read_back(random: Random):
    leaves = rendering.current(random)
    mine = [leaf for leaf in leaves if leaf.activity == leaves[0].activity]
    money = random.choice(list(rendering.STYLES.values()))

    reading = read(rendering_books.detail(leaves, 2025, money), random)

    assert told(reading) == []
    assert reading.family is Family.PRINTED_DETAIL
    assert {a: m for (_, a), m in accounts_of(reading).items()} == {
        leaf.account: leaf.amount for leaf in mine
    }
    assert reading.total(Level.ITEM).amount == reading.amount
    (activity,) = reading.activities
    assert (activity.activity, activity.name) == (leaves[0].activity, leaves[0].name)
    assert activity.amount == sum(leaf.amount for leaf in mine)
    assert reading.agency == (leaves[0].agency, leaves[0].agency_name)


@quick
@given(random=randoms)
def test_a_book_of_the_old_model_is_read_back(random: Random):
    leaves = rendering.old(random, random.choice((2, 3)))
    money = random.choice(list(rendering.STYLES.values()))

    reading = read(rendering_books.old_book(leaves, 2016, money, random), random)

    assert told(reading) == []
    assert reading.family is Family.OLD_BOOK
    assert accounts_of(reading) == expected(leaves)
    assert reading.accounts["5.2"] == sum(leaf.amount for leaf in leaves)
    assert reading.amount == reading.accounts["5.1"] + reading.accounts["5.2"]
    assert reading.year == "2016"
    assert reading.agency == (leaves[0].agency, leaves[0].agency_name)
