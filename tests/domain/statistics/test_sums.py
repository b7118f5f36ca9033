"""Sums over levels and margins that were not published: an attacker forms them all the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

from setara.domain.statistics.dimension import Breakdown
from setara.domain.statistics.guard import guarded
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.release import CellKey, CellState
from setara.domain.statistics.sums import nearest_above
from tests.domain.statistics.test_guard import CASES, HOME, LIMITS, NORTH, SOUTH, at

FIRST, SECOND = f"{NORTH}.2001", f"{NORTH}.2002"
PARENTS = {FIRST: NORTH, SECOND: NORTH, NORTH: HOME, SOUTH: HOME}
Cells = dict[tuple[str, str, str], int]

SECRET = [
    pytest.param(
        {(HOME, "", ""): 53, (FIRST, "", ""): 3, (SECOND, "", ""): 50}, (FIRST, "", ""),
        id="villages without their sub-district",
    ),
    pytest.param(
        {(HOME, "", ""): 83, (SOUTH, "", ""): 30, (FIRST, "", ""): 3, (SECOND, "", ""): 50},
        (FIRST, "", ""),
        id="villages beside another sub-district",
    ),
    pytest.param(
        {
            (HOME, "", ""): 93, (HOME, "0-17", "physical"): 3, (HOME, "18+", "physical"): 50,
            (HOME, "0-17", "mental"): 20, (HOME, "18+", "mental"): 20,
        },
        (HOME, "0-17", "physical"),
        id="two dimensions without their margins",
    ),
    pytest.param(
        {(HOME, "60+", ""): 43, (HOME, "60-64", ""): 40, (HOME, "65+", ""): 3},
        (HOME, "65+", ""),
        id="an age group and those within it",
    ),
    pytest.param(
        {
            (HOME, "", ""): 63, (HOME, "0-4", ""): 20, (HOME, "0-17", ""): 60,
            (HOME, "18+", ""): 3,
        },
        (HOME, "18+", ""),
        id="the widest age groups beside a finer one",
    ),
]  # fmt: skip


def key_of(place: str, age: str, disability: str) -> CellKey:
    parts = {"age": age, "disability": disability}
    return at(place, None, Breakdown.of({name: code for name, code in parts.items() if code}))


@pytest.mark.parametrize(("cells", "secret"), SECRET)
def test_a_hidden_cell_is_covered_in_every_sum(cells: Cells, secret: tuple[str, str, str]) -> None:
    figures: dict[CellKey, Decimal | Nothing] = {
        key_of(*each): Decimal(count) for each, count in cells.items()
    }
    found = guarded(CASES, figures, PARENTS, LIMITS)
    hidden = {cell.key for cell in found.cells if cell.state is CellState.HIDDEN}
    assert key_of(*secret) in hidden
    assert len(hidden) >= 2
    assert found.protection.holds


@pytest.mark.parametrize(("cells", "secret"), SECRET)
def test_what_is_out_already_and_gives_it_away_is_told(
    cells: Cells, secret: tuple[str, str, str]
) -> None:
    figures: dict[CellKey, Decimal | Nothing] = {
        key_of(*each): Decimal(count) for each, count in cells.items()
    }
    before = [key for key in figures if key != key_of(*secret)]
    found = guarded(CASES, figures, PARENTS, LIMITS, shown_before=before)
    assert key_of(*secret) in found.protection.recovered


def test_a_place_lies_in_the_nearest_place_that_has_figures() -> None:
    assert nearest_above({HOME, FIRST, SOUTH}) == {FIRST: HOME, SOUTH: HOME}
    assert nearest_above({HOME, NORTH, FIRST}) == {FIRST: NORTH, NORTH: HOME}
    assert nearest_above({FIRST, SECOND}) == {}
