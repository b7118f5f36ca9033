"""What a command holds while it judges, so that two at once cannot interleave."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from setara.usecases.budget.book_keeping import withdraw_book
from tests.makers import AT
from tests.usecases.budget.books import book, take_in
from tests.usecases.budget.test_books_of_a_version import NUTRITION, WHY, book_id, swap
from tests.usecases.budget.test_nomenclature import load
from tests.world import World

pytestmark = pytest.mark.django_db


def held(asked: CaptureQueriesContext) -> str:
    """What the statements hold, each as the database is told."""
    if not connection.features.has_select_for_update:
        pytest.skip("this database holds the whole file while it writes")
    told = [each["sql"].partition("FOR UPDATE") for each in asked.captured_queries]
    return "\n".join(f"{before} {of}" for before, found, of in told if found)


def test_a_replacement_holds_the_version_as_an_import_does(world: World):
    take_in(world.planner, book(NUTRITION))

    with CaptureQueriesContext(connection) as asked:
        swap(world, book([*NUTRITION[:4], "900", ""]))

    assert ' OF "store_budgetbookrecord", "store_budgetversionrecord"' in held(asked)


def test_a_withdrawal_holds_the_version_as_an_import_does(world: World):
    take_in(world.planner, book(NUTRITION))

    with CaptureQueriesContext(connection) as asked:
        withdraw_book(by=world.planner, at=AT, book_id=book_id(), reason=WHY)

    assert ' OF "store_budgetbookrecord", "store_budgetversionrecord"' in held(asked)


def test_a_list_is_loaded_while_the_government_is_held(world: World):
    with CaptureQueriesContext(connection) as asked:
        load(world.planner)

    assert 'FROM "store_governmentrecord"' in held(asked)
