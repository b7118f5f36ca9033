"""The numbers of W2 are compared one by one, and one that only one side has is a difference."""

from __future__ import annotations

from decimal import Decimal
from math import inf

import pytest

from setara.domain.foundation.period import Period
from setara.domain.statistics.counted import Counted, Sides
from workshop.bench import disparities


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        ({1: [0.5, None]}, (1, 0.0)),
        ({1: [0.75, None]}, (1, 0.25)),
        ({1: [None, None]}, (0, inf)),
        ({1: [0.5, 2.0]}, (1, inf)),
        ({2: [0.5, None]}, (0, inf)),
    ],
)
def test_numbers_are_compared_one_by_one(
    theirs: dict[int, list[float | None]], expected: tuple[int, float]
) -> None:
    assert disparities.compared({1: [0.5, None]}, theirs) == expected


def test_great_numbers_are_compared_by_their_size() -> None:
    assert disparities.compared({1: [1000.0]}, {1: [1001.0]}) == (1, 0.001)


def test_the_work_leaves_every_number_it_promises() -> None:
    figures = [
        (key, [(Period.year(year), _pair(key + year - 2020)) for year in disparities.YEARS])
        for key in range(3)
    ]

    answers, ranks = disparities.work(figures)
    order = {each.key: each.rank for each in ranks.ranked}
    rows = [disparities.row(answer, order) for answer in answers]

    assert sorted(order.values()) == [1, 2, 3]
    assert all(len(row) == len(disparities.COLUMNS) + 1 and "" not in row for row in rows)


def _pair(cases: int) -> Sides:
    return Sides(Counted(Decimal(cases), Decimal(100)), Counted(Decimal(80), Decimal(90)))
