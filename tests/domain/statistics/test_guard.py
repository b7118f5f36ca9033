"""Published cells of an element: the right ones are hidden, and every sum is taken into account."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import same
from setara.domain.statistics.dimension import EVERYBODY, Breakdown
from setara.domain.statistics.element import (
    Confidentiality,
    Element,
    Measure,
    Polarity,
    PopulationType,
)
from setara.domain.statistics.guard import Guarded, Thresholds, guarded, thresholds
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.release import CellKey, CellState

YEAR = Period.year(2024)
LIMITS = Thresholds(5, 10)
CASES = Element(
    "X1", same("kasus"), same("kasus"), Polarity.LOWER_IS_BETTER, Measure.COUNT,
    PopulationType.POPULATION,
)  # fmt: skip
HOME, NORTH, SOUTH = "64.01", "64.01.01", "64.01.02"
PARENTS = {NORTH: HOME, SOUTH: HOME}


def at(place: str, sex: Sex | None, breakdown: Breakdown = EVERYBODY) -> CellKey:
    return CellKey(YEAR, place, breakdown, sex)


def pair(
    place: str, women: int, men: int, breakdown: Breakdown = EVERYBODY
) -> dict[CellKey, Decimal | Nothing]:
    return {
        at(place, Sex.FEMALE, breakdown): Decimal(women),
        at(place, Sex.MALE, breakdown): Decimal(men),
    }


def hidden(found: Guarded) -> set[tuple[str, Sex | None]]:
    return {
        (cell.key.place_code, cell.key.sex)
        for cell in found.cells
        if cell.state is CellState.HIDDEN
    }


def test_one_small_cell_hides_enough_that_no_sum_gives_it_back() -> None:
    figures = pair(NORTH, 3, 20) | pair(SOUTH, 30, 40) | pair(HOME, 33, 60)
    found = guarded(CASES, figures, PARENTS, LIMITS)
    assert (NORTH, Sex.FEMALE) in hidden(found)
    assert len(hidden(found)) >= 4
    assert found.protection.holds
    assert {cell.key for cell in found.cells} == {
        *figures,
        *(at(p, None) for p in (HOME, NORTH, SOUTH)),
    }


def test_sensitive_elements_and_villages_have_the_stricter_limit() -> None:
    figures = pair(HOME, 8, 50)
    assert not hidden(guarded(CASES, figures, {}, LIMITS))
    sensitive = replace(CASES, confidentiality=Confidentiality.SENSITIVE)
    assert (HOME, Sex.FEMALE) in hidden(guarded(sensitive, figures, {}, LIMITS))
    village = "64.01.01.2001"
    assert (village, Sex.FEMALE) in hidden(guarded(CASES, pair(village, 8, 50), {}, LIMITS))


def test_each_kind_of_nothing_stays_what_it_is_and_zero_is_shown() -> None:
    figures = pair(HOME, 0, 50) | {
        at(NORTH, Sex.FEMALE): Nothing.REFUSED,
        at(NORTH, Sex.MALE): Nothing.NOT_APPLICABLE,
    }
    states = {cell.key: cell for cell in guarded(CASES, figures, PARENTS, LIMITS).cells}
    assert states[at(HOME, Sex.FEMALE)].value == 0
    assert states[at(NORTH, Sex.FEMALE)].state is CellState.REFUSED
    assert states[at(NORTH, Sex.MALE)].state is CellState.NOT_APPLICABLE
    assert at(NORTH, None) not in states


def test_ages_that_overlap_are_not_added_up() -> None:
    ages = {code: Breakdown.of({"age": code}) for code in ("0-4", "5-9", "0-17")}
    figures = pair(HOME, 60, 60)
    for breakdown, women in zip(ages.values(), (20, 30, 60), strict=True):
        figures |= pair(HOME, women, women, breakdown)
    assert not hidden(guarded(CASES, figures, {}, LIMITS))


def test_averages_of_sensitive_elements_are_shown_for_the_government_only() -> None:
    rate = replace(CASES, measure=Measure.RATE, confidentiality=Confidentiality.SENSITIVE)
    found = guarded(rate, pair(HOME, 20, 30) | pair(NORTH, 20, 30), PARENTS, LIMITS)
    assert hidden(found) == {(NORTH, Sex.FEMALE), (NORTH, Sex.MALE)}


def test_a_later_table_keeps_hidden_what_an_earlier_one_hid() -> None:
    figures = pair(NORTH, 3, 20) | pair(SOUTH, 30, 40) | pair(HOME, 33, 60)
    first = guarded(CASES, figures, PARENTS, LIMITS)
    gone = {cell.key for cell in first.cells if cell.state is CellState.HIDDEN}
    corrected = figures | pair(NORTH, 8, 20) | pair(HOME, 38, 60)
    later = guarded(
        CASES,
        corrected,
        PARENTS,
        LIMITS,
        hidden_before=gone,
        shown_before={cell.key for cell in first.cells} - gone,
    )
    assert gone <= {cell.key for cell in later.cells if cell.state is CellState.HIDDEN}


def test_the_suggested_limits_come_from_the_register() -> None:
    assert thresholds(date(2025, 6, 16)) == Thresholds(5, 10)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=2, max_size=6))
def test_no_published_cell_is_small_and_nothing_is_recovered(people: list[tuple[int, int]]) -> None:
    places = {f"64.01.{number:02}": HOME for number in range(len(people))}
    figures = pair(HOME, sum(w for w, _ in people), sum(m for _, m in people))
    for place, (women, men) in zip(places, people, strict=True):
        figures |= pair(place, women, men)
    found = guarded(CASES, figures, places, LIMITS)
    assert found.protection.holds
    shown = [cell.value for cell in found.cells if cell.value is not None]
    assert all(value == 0 or value >= 5 for value in shown)
