"""Printed forms one below the other in one sheet are all read, each with its own head."""

from __future__ import annotations

from random import Random

import pytest

from setara.domain.budget.reading.budget import read_budget
from setara.domain.budget.reading.findings import Fault
from setara.domain.budget.reading.level import Level
from tests.domain.budget.reading import rendering, rendering_books
from tests.domain.budget.reading.rendering import Leaf, Rows


def form(leaves: list[Leaf], activity: str) -> Rows:
    mine = [leaf for leaf in leaves if leaf.activity == activity]
    return rendering_books.detail(mine, 2025, lambda amount: amount)


@pytest.mark.parametrize("seed", [0, 3, 5, 7, 8, 9, 11, 23])
def test_forms_one_below_the_other_are_one_book(seed):
    leaves = rendering.current(Random(seed))
    activities = sorted({leaf.activity for leaf in leaves})
    rows = [row for activity in activities for row in form(leaves, activity)]

    reading = read_budget(rows)

    assert reading.findings == ()
    assert reading.amount == sum(leaf.amount for leaf in leaves)
    assert [line.activity for line in reading.activities] == activities
    assert reading.total(Level.SUB_ACTIVITY).count == len(activities)
    assert {agency.code for agency in reading.agencies} == {leaf.agency for leaf in leaves}
    assert reading.years == ("2025",)
    for line in reading.lines:
        assert line.amount in rows[line.row - 1]


def test_a_form_whose_pages_repeat_the_head_is_one_form():
    leaves = rendering.current(Random(11))
    rows = form(leaves, leaves[0].activity)
    head = next(n for n, row in enumerate(rows) if row and row[0] == "Kode Rekening")
    again = [*rows[: head + 4], *rows[: head + 2], *rows[head + 4 :]]

    assert read_budget(again).amount == read_budget(rows).amount
    assert len(read_budget(again).activities) == 1


def test_a_form_that_stands_twice_is_told():
    leaves = rendering.current(Random(11))
    one, two = sorted({leaf.activity for leaf in leaves})[:2]

    reading = read_budget([*form(leaves, one), *form(leaves, two), *form(leaves, one)])

    assert [each.fault for each in reading.findings] == [Fault.DUPLICATE]
