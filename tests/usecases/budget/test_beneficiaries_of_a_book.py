"""Beneficiaries of a whole book: who may write them, what they add up to, and in which order."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from setara.domain.budget.beneficiaries.headcount import Headcount
from setara.domain.foundation.actor import PUBLIC
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.domain.statistics.disparity import Undefined
from setara.usecases.budget import beneficiaries as verbs
from setara.usecases.budget import beneficiary_needs as needs
from setara.usecases.budget.beneficiary_queries import (
    Only,
    Order,
)
from setara.usecases.foundation.access import NotFound
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH
from tests.usecases.budget.reached import (
    PLAN,
    SALARIES,
    choose,
    cost,
    line_of,
    page,
    record,
    seen,
    take_book_in,
)
from tests.world import World


@pytest.fixture
def version(world: World) -> int:
    return take_book_in(world.planner)


def test_each_agency_writes_its_own(world: World, version: int):
    line_id = line_of(version)

    for other in (world.colleague, world.inspector, world.chair):
        with pytest.raises(Refused):
            record(other, line_id)
        with pytest.raises(Refused):
            choose(other, line_id)
        with pytest.raises(Refused):
            cost(other, line_id, 1, 0)
    kept = record(world.author, line_id)
    chosen = choose(world.author, line_id)
    with pytest.raises(Refused):
        verbs.withdraw_beneficiaries(by=world.colleague, at=AT, record_id=kept, because="x")
    with pytest.raises(Refused):
        needs.withdraw_need(by=world.colleague, at=AT, record_id=chosen, because="x")


def test_another_government_finds_nothing(world: World, version: int):
    line_id = line_of(version)
    kept, chosen = record(world.author, line_id), choose(world.author, line_id)

    for act in (
        lambda: record(world.stranger, line_id),
        lambda: choose(world.stranger, line_id),
        lambda: cost(world.stranger, line_id, 1, 0),
        lambda: page(world.stranger, line_id),
        lambda: seen(world.stranger, version),
        lambda: verbs.withdraw_beneficiaries(by=world.stranger, at=AT, record_id=kept, because="x"),
        lambda: needs.withdraw_need(by=world.stranger, at=AT, record_id=chosen, because="x"),
    ):
        with pytest.raises(NotFound):
            act()
    with pytest.raises(Refused):
        seen(PUBLIC, version)


def test_the_book_counts_what_is_known_and_orders_it(world: World, version: int):
    record(world.author, line_of(version))
    health = Headcount(Decimal(7), Decimal(0))
    record(world.colleague, line_of(version, HEALTH[2]), replace(PLAN, count=health))

    answer = seen(world.author, version, order=Order.COST)
    assert (answer.activities, answer.known, answer.count) == (3, 2, 3)
    assert [row.code for row in answer.rows] == [HEALTH[2], ANALYSED[2], SALARIES[2]]
    assert [row.code for row in seen(world.author, version, order=Order.SHARE).rows] == [
        ANALYSED[2],
        HEALTH[2],
        SALARIES[2],
    ]
    (total,) = answer.totals
    assert (total.women, total.men, total.activities) == (328, 179, 2)
    mine = next(each for each in answer.agencies if each.name.startswith("Dinas Kesehatan"))
    assert (mine.activities, mine.known, mine.totals[0].women) == (1, 1, 7)
    only = seen(world.author, version, agency_id=mine.agency_id)
    assert [row.code for row in only.rows] == [HEALTH[2]]
    assert [row.code for row in seen(world.author, version, only=Only.UNKNOWN).rows] == [
        SALARIES[2]
    ]
    assert seen(world.author, version, only=Only.WITHOUT_NEED).count == 2
    assert answer.rows[0].reach is not None
    share = answer.rows[0].reach.count.share(Sex.FEMALE)
    assert not isinstance(share, Undefined)


def test_the_overview_asks_as_often_for_many_as_for_one(
    world: World, version: int, django_assert_max_num_queries
):
    for code, by in ((ANALYSED[2], world.author), (HEALTH[2], world.colleague)):
        record(by, line_of(version, code))
        choose(by, line_of(version, code))

    with django_assert_max_num_queries(15):
        seen(world.author, version)
