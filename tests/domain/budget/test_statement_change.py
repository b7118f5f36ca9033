"""A GBS whose budget changed says so, and is changed in its turn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from setara.domain.budget.allocation import Allocation, AllocationCategory
from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.statement import Statement
from setara.domain.budget.statement_change import Changing, LineChange, LineStanding, may_change
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.seat import SeatKind
from setara.domain.language.text import Language, same
from tests.domain.budget.examples import AGENCY, exemplar, sitting

SIGNED = replace(exemplar(), state=PathwayState.SIGNED)
SARI = sitting(SeatKind.FOCAL_POINT)
STATED = Rupiah(500)


def standing(now: int | None, *, is_latest: bool = False) -> LineStanding:
    later = None if is_latest else same("DPPA 2026")
    return LineStanding(STATED, same("DPA 2026"), None if now is None else Rupiah(now), later)


def statement(money: int) -> Statement:
    allocation = Allocation(AllocationCategory.EQUALITY, Rupiah(money))
    return Statement(SIGNED, allocation, AGENCY, SIGNED.activity_code, SIGNED.year)


@pytest.mark.parametrize(
    ("of", "change", "words"),
    [
        (standing(700), LineChange.UP, "dari Rp500 (DPA 2026) menjadi Rp700 (DPPA 2026): naik"),
        (standing(300), LineChange.DOWN, "turun Rp200"),
        (standing(500), LineChange.SAME, "sama dengan dalam DPA 2026"),
        (standing(None), LineChange.GONE, "bukan berarti sekarang Rp0"),
        (standing(500, is_latest=True), LineChange.LATEST, "anggaran terbaru"),
    ],
)
def test_what_became_of_the_money_is_said(of, change, words):
    assert of.change is change
    assert words in of.words.say(Language.INDONESIAN)
    assert of.words.say(Language.ENGLISH)


def test_money_that_is_gone_is_not_nothing():
    assert standing(None).difference is None
    assert standing(0).difference == Rupiah(-500)
    assert standing(0).change is LineChange.DOWN


@pytest.mark.parametrize("now", [None, 300, 500, 700])
@pytest.mark.parametrize("is_approved", [True, False])
@pytest.mark.parametrize("is_changed", [True, False])
def test_a_change_is_drawn_up_once_of_an_approved_one_whose_money_differs(
    now, is_approved, is_changed
):
    changing = Changing(standing(now), is_approved, is_changed)
    verdict = may_change(statement(now or 0), changing, SARI)

    assert bool(verdict) == (now in {300, 700} and is_approved and not is_changed)
    assert verdict or verdict.reason.say(Language.INDONESIAN)


def test_it_is_up_to_the_agency_and_its_signed_gap():
    changing = Changing(standing(700), is_approved=True, is_changed=False)

    assert not may_change(statement(700), changing, sitting(SeatKind.DRIVER_FINANCE))
    replaced = replace(statement(700), pathway=replace(SIGNED, state=PathwayState.SUPERSEDED))
    assert not may_change(replaced, changing, SARI)
    assert not may_change(statement(0), changing, SARI)
