"""An import that breaks off leaves everything as it was, and can be repeated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from setara.domain.foundation.money import Rupiah
from setara.formats import csv_blocks, csv_table
from setara.store.models import (
    BudgetBookRecord,
    BudgetDetailRecord,
    BudgetLineRecord,
    BudgetVersionRecord,
    EventRecord,
    ReceivedFileRecord,
)
from setara.usecases.budget import intake
from setara.usecases.budget.details import detail_files
from setara.usecases.budget.queries import version
from tests.makers import AT
from tests.usecases.budget.books import HEALTH, book, take_in
from tests.world import World

TABLES = (
    BudgetBookRecord,
    BudgetDetailRecord,
    BudgetLineRecord,
    BudgetVersionRecord,
    EventRecord,
    ReceivedFileRecord,
)
EARLIER = book([*HEALTH, "1000", "-"])
LATER = book([*HEALTH, "1.250.000,00", "-"])


class Interrupted(Exception):
    """What happens in the middle."""


@pytest.fixture(params=["rows", "columns"])
def _held(request: pytest.FixtureRequest) -> Iterator[None]:
    """Lines held one by one, and as columns as those of a large file are."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "columns":
            patch.setattr(csv_table, "_MOST_HELD", 0)
            patch.setattr(csv_blocks, "_PIECE", 300)
        yield


@pytest.fixture
def lake(settings, tmp_path: Path) -> Path:
    settings.LAKE_ROOT = tmp_path
    return tmp_path


def interrupted(*_: object, **__: object) -> None:
    raise Interrupted


def counts() -> list[int]:
    return [table.objects.count() for table in TABLES]


@pytest.mark.usefixtures("_held")
@pytest.mark.parametrize("place", ["keep_details", "leave_event"])
def test_nothing_of_it_is_kept_and_it_can_be_repeated(
    world: World, lake: Path, monkeypatch: pytest.MonkeyPatch, place: str
):
    earlier = take_in(world.planner, EARLIER, year=2028, name="rka-2028.csv")
    before = counts()
    with monkeypatch.context() as patch:
        # The last step but the commit: then the details are packed and in the database already.
        patch.setattr(intake, place, interrupted)
        with pytest.raises(Interrupted):
            take_in(world.planner, LATER)
    assert counts() == before
    assert list(lake.rglob("*.parquet")) == []
    assert amounts(world, earlier) == [Rupiah(1000)]

    repeated = take_in(world.planner, LATER)

    assert amounts(world, repeated) == [Rupiah(1_250_000)]
    assert amounts(world, earlier) == [Rupiah(1000)]
    assert len(detail_files(BudgetVersionRecord.objects.get(pk=repeated))) == 1


def amounts(world: World, version_id: int) -> list[Rupiah]:
    return [
        line.amount
        for line in version(by=world.planner, version_id=version_id, today=AT.date()).lines
    ]
