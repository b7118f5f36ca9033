"""The lowest lines of a budget hold all its money, and none of it twice."""

from __future__ import annotations

from random import Random

import pytest

from setara.domain.budget.reading.leaves import lowest
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.line import Line
from setara.usecases.budget.reading import read_file
from tests.domain.budget.reading import rendering, rendering_books


def line(row: int, level: Level, activity: str, account: str = "", *, amount: int | None = 1, up=0):
    return Line(row, level, activity, account, "x", amount, parent=up)


def rows(*lines: Line) -> list[int]:
    return [each.row for each in lowest(lines)]


def test_a_line_counts_where_none_below_it_has_money():
    assert rows(
        line(1, Level.SUB_ACTIVITY, "1.02.02.2.02.0009", amount=9),
        line(2, Level.ACCOUNT, "1.02.02.2.02.0009", "5", amount=9, up=1),
        line(3, Level.ITEM, "1.02.02.2.02.0009", "5", amount=None, up=2),
        line(4, Level.TOTAL, "", amount=9),
    ) == [2]


def test_accounts_of_a_whole_agency_count_where_activities_do_not_tell_them():
    assert rows(
        line(1, Level.ACCOUNT_KIND, "", "5.1.1"),
        line(2, Level.ACCOUNT_KIND, "", "5.2.2"),
        line(3, Level.ACTIVITY, "1.12.01.01", up=0),
        line(4, Level.ACCOUNT_KIND, "1.12.01.01", "5.2.2", up=3),
    ) == [1, 4]


@pytest.mark.parametrize("seed", range(8))
def test_the_lowest_lines_of_a_printed_book_come_to_its_budget(seed: int):
    leaves = rendering.current(Random(seed))
    content = rendering.written(rendering_books.recap(leaves, 2027, str), Random(seed))

    reading = read_file(name="buku.csv", content=content).reading

    assert sum(each.amount or 0 for each in lowest(reading.lines)) == reading.amount
    assert reading.amount > 0
