"""A statement (GBS) rests on a signed GAP and on its own budget line."""

import tomllib
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from setara.domain.budget.allocation import (
    Allocation,
    AllocationCategory,
    Denominator,
    responsive_amount,
    responsive_share,
)
from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.severity import Severity
from setara.domain.budget.statement import (
    DECIDING,
    OWNERS,
    TRANSITIONS,
    Statement,
    StatementState,
    StatementStep,
    may_approve,
    may_assure,
    may_draw_up,
    may_lock,
    may_return,
    may_submit,
    may_take,
    may_tie,
    reached,
)
from setara.domain.foundation.actor import PUBLIC
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.share import NoDenominator
from setara.domain.language.text import Language, same
from tests.domain.budget.examples import AGENCY, exemplar, sitting

STEPS = tomllib.loads(
    (Path(__file__).parents[2] / "cases/budget/steps.toml").read_text(encoding="utf-8")
)["statement"]

SIGNED = replace(exemplar(), state=PathwayState.SIGNED)
MONEY = Allocation(AllocationCategory.EQUALITY, Rupiah(250_000_000))
STATEMENT = Statement(SIGNED, MONEY, AGENCY, SIGNED.activity_code, SIGNED.year)
SUBMITTED = replace(STATEMENT, state=StatementState.SUBMITTED, submitted_by=1)
SARI, WATI = sitting(SeatKind.FOCAL_POINT), sitting(SeatKind.DRIVER_PLANNING, account_id=2)
LAILA = sitting(SeatKind.DRIVER_SUBSTANCE, account_id=2)


@pytest.mark.parametrize(
    ("state", "step", "kind"), list(product(StatementState, StatementStep, SeatKind))
)
def test_each_step_is_taken_from_its_state_by_its_seat(state, step, kind):
    verdict = may_take(step, replace(STATEMENT, state=state), sitting(kind))

    assert bool(verdict) == (kind in STEPS["seats"][step] and state in STEPS["from"][step])
    assert verdict or verdict.reason.say(Language.ENGLISH)


def test_the_tables_know_every_step():
    assert set(OWNERS) == set(StatementStep) == {step for _, step in TRANSITIONS}
    assert {state for state, _ in TRANSITIONS} | set(TRANSITIONS.values()) == set(StatementState)


def test_the_inspectorate_is_told_why_it_does_not_approve():
    for verdict in (
        may_approve(SUBMITTED, sitting(SeatKind.DRIVER_ASSURANCE)),
        may_return(SUBMITTED, sitting(SeatKind.DRIVER_ASSURANCE), ["Kurang"]),
    ):
        assert not verdict
        assert "Inspektorat memberi keyakinan" in verdict.reason.say(Language.INDONESIAN)


@pytest.mark.parametrize(("state", "kind"), list(product(StatementState, SeatKind)))
def test_each_driver_speaks_in_its_turn_only(state, kind):
    statement, by = replace(STATEMENT, state=state), sitting(kind, account_id=2)
    is_turn = STEPS["turns"].get(state) == kind

    assert (state.waits_for == kind) == is_turn
    assert bool(may_approve(statement, by)) == (is_turn and kind != "driver_assurance")
    assert bool(may_return(statement, by, ["x"])) == (is_turn and kind != "driver_assurance")
    assert bool(may_assure(statement, by, "CHR")) == (is_turn and kind == "driver_assurance")


def test_an_earlier_yes_is_passed_over_but_never_the_inspectorates_turn():
    first = StatementState.SUBMITTED
    assert reached(first, ()) is first
    assert reached(first, DECIDING[:1]) is StatementState.SUBSTANCE_AGREED
    assert reached(first, DECIDING[1:]) is first
    assert reached(StatementState.SUBSTANCE_AGREED, DECIDING[1:2]) is StatementState.PLAN_AGREED
    assert reached(first, set(SeatKind)) is StatementState.APPROVED


def test_the_inspectorate_writes_what_it_found_and_stops_nothing_by_silence():
    approved, joko = (
        replace(SUBMITTED, state=StatementState.APPROVED),
        sitting(SeatKind.DRIVER_ASSURANCE, account_id=3),
    )
    dian = sitting(SeatKind.SECRETARY, account_id=4)

    assert "catatan hasil reviu" in may_assure(approved, joko, " ").reason.say(Language.INDONESIAN)
    assert not may_lock(approved, dian, assurance_is_late=False)
    assert may_lock(approved, dian, assurance_is_late=True)
    assert may_lock(replace(approved, state=StatementState.COMPLETE), dian, False)


def test_only_a_signed_analysis_of_ones_own_agency_is_tied_to_money():
    assert may_draw_up(SIGNED, SARI)
    assert not may_draw_up(SIGNED, sitting(SeatKind.FOCAL_POINT, agency_id=AGENCY + 1))
    assert not may_draw_up(SIGNED, WATI)
    assert not may_draw_up(SIGNED, PUBLIC)
    for state in (PathwayState.DRAFT, PathwayState.SUPERSEDED):
        assert not may_draw_up(replace(SIGNED, state=state), SARI)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"line_agency_id": AGENCY + 1}, "perangkat daerah lain"),
        ({"line_code": "3.27.07.2.01.0004"}, "bukan sub kegiatan yang dianalisis"),
        ({"line_year": 2025}, "bukan dari tahun anggaran 2026"),
        ({"allocation": replace(MONEY, amount=Rupiah(0))}, "nol"),
    ],
)
def test_the_money_must_be_that_of_the_analysed_sub_activity(given, says):
    spoiled = replace(STATEMENT, **given)

    assert says in may_tie(spoiled).reason.say(Language.INDONESIAN)
    assert not may_submit(spoiled, SARI)


def test_a_code_written_in_another_shape_is_the_same_code():
    assert may_tie(replace(STATEMENT, line_code="3.27.07.02.01.0003. "))


def test_a_statement_of_a_replaced_analysis_is_not_submitted():
    replaced = replace(STATEMENT, pathway=replace(SIGNED, state=PathwayState.SUPERSEDED))

    assert may_submit(STATEMENT, SARI)
    assert "sudah diganti" in may_submit(replaced, SARI).reason.say(Language.INDONESIAN)


def test_a_return_needs_a_comment_and_a_review_another_person():
    assert may_return(SUBMITTED, LAILA, ["Target belum jelas"])
    assert not may_return(SUBMITTED, LAILA, [])
    assert may_approve(SUBMITTED, LAILA)
    for own in (
        replace(SUBMITTED, submitted_by=LAILA.account_id),
        replace(SUBMITTED, writers=frozenset({5, LAILA.account_id})),
    ):
        assert "Anda ikut menulis" in may_approve(own, LAILA).reason.say(Language.INDONESIAN)
        assert not may_return(own, LAILA, ["x"])
    joko = sitting(SeatKind.DRIVER_ASSURANCE)
    assert not may_assure(replace(SUBMITTED, state=StatementState.APPROVED), joko, "CHR")


def test_who_practises_alone_reviews_what_the_same_account_wrote():
    own = replace(SUBMITTED, submitted_by=LAILA.account_id)

    assert not may_approve(own, LAILA)
    assert may_approve(own, replace(LAILA, is_practising=True))


def test_who_speaks_for_a_driver_on_one_occasion_does_not_review():
    (seat,) = LAILA.seats
    for_once = replace(LAILA, seats=(replace(seat, capacity=Capacity.REPRESENTING),))

    assert not may_approve(SUBMITTED, for_once)


def test_a_share_names_its_whole_and_does_not_exist_without_one():
    of = Denominator.BOOK.label.filled(book=same("DPA 2026"))
    share = responsive_share([MONEY, MONEY], Rupiah(2_000_000_000), of)

    assert responsive_amount([MONEY, MONEY]) == Rupiah(500_000_000)
    assert share.say(Language.INDONESIAN) == "25,00% dari seluruh pagu sub kegiatan dalam DPA 2026"
    with pytest.raises(NoDenominator):
        responsive_share([MONEY], Rupiah(0), of)


def test_everything_that_is_printed_has_words_of_its_own():
    for members in (
        StatementState,
        StatementStep,
        AllocationCategory,
        Denominator,
        BudgetPhase,
        Severity,
    ):
        for language in Language:
            assert (
                len({member.label.say(language) for member in members}) == len(members)
                if members is not Denominator
                else True
            )
    assert len({category.meaning.id for category in AllocationCategory}) == 3
    assert [phase.short for phase in BudgetPhase] == [
        "RKPD",
        "KUA-PPAS",
        "RKA",
        "DPA",
        "RKAP",
        "DPPA",
        "Realisasi",
    ]
