"""Beneficiaries are recorded by their agency, corrected with a reason, and set beside a need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from setara.domain.budget.beneficiaries.cost import Basis
from setara.domain.budget.beneficiaries.headcount import Headcount, ReachStage, Unit
from setara.domain.budget.beneficiaries.need import Representation, Standing
from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.domain.statistics.disparity import Undefined
from setara.domain.statistics.observation import Nothing
from setara.store.models import BeneficiaryNeedRecord, BeneficiaryRecord
from setara.usecases.budget import beneficiaries as verbs
from setara.usecases.budget import beneficiary_needs as needs
from setara.usecases.budget.beneficiaries import NewBeneficiaries
from setara.usecases.budget.beneficiary_needs import NewNeed
from setara.usecases.budget.beneficiary_queries import (
    Only,
)
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.usecases.budget.reached import (
    PLAN,
    REACHED,
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


def why(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason.say(Language.INDONESIAN)


def test_a_plan_gives_the_cost_of_a_beneficiary_and_says_what_it_means(world: World, version: int):
    line_id = line_of(version)
    record(world.author, line_id)

    (unit,) = page(world.author, line_id).units
    assert unit.planned is not None
    assert unit.reached is None
    assert unit.planned.each == Rupiah(1_000_000)
    split = unit.planned.split
    assert not isinstance(split, Undefined)
    assert (split.basis, split.women.money) == (Basis.BY_HEADS, Rupiah(321_000_000))
    assert "bukan temuan" in split.basis.meaning.say(Language.INDONESIAN)
    event = last_event(world.author)
    assert (event.name, event.detail["code"]) == ("budget.beneficiaries.recorded", ANALYSED[2])


def test_what_was_reached_is_set_against_what_was_spent(world: World, version: int):
    line_id = line_of(version)
    record(world.author, line_id)
    record(
        world.author, line_id, replace(REACHED, month=3, count=Headcount(Decimal(70), Decimal(40)))
    )
    record(world.author, line_id, REACHED)

    (unit,) = page(world.author, line_id).units
    assert unit.reached is not None
    assert unit.progress is not None
    assert unit.reached.each == Rupiah(900_000)
    assert not isinstance(unit.progress.women, Undefined)
    assert unit.progress.women.percent() == Decimal("18.69")
    assert unit.falls == (6,)
    assert [each.month for each in unit.series] == [3, 6]


def test_without_a_realisation_there_is_no_cost_of_what_was_reached(world: World, version: int):
    line_id = line_of(version, HEALTH[2])
    record(world.colleague, line_id, REACHED)

    (unit,) = page(world.colleague, line_id).units
    assert unit.reached is not None
    assert isinstance(unit.reached.each, Undefined)
    assert isinstance(unit.reached.split, Undefined)


def test_what_was_spent_is_that_of_the_month_of_the_figures(world: World, version: int):
    line_id = line_of(version)
    record(world.author, line_id, REACHED)
    for month, spent in ((3, "70.000.000"), (6, "120.000.000"), (9, "300.000.000")):
        take_in(
            world.planner,
            book([*ANALYSED, "500.000.000", spent]),
            year=2026,
            phase=BudgetPhase.REALISATION,
            sequence=month,
        )

    (unit,) = page(world.author, line_id).units
    assert unit.reached is not None
    assert unit.reached.each == Rupiah(1_200_000)
    cost(world.author, line_id, 250_000_000, 0, ReachStage.REACHED)
    (unit,) = page(world.author, line_id).units
    assert unit.reached is not None
    assert isinstance(unit.reached.split, Undefined)


def test_beneficiaries_hold_for_every_book_of_the_year(world: World, version: int):
    record(world.author, line_of(version))
    change = take_in(
        world.planner, book([*ANALYSED, "600.000.000", ""]), year=2026, phase=BudgetPhase.DPPA
    )

    (unit,) = page(world.author, line_of(change)).units
    assert unit.planned is not None
    assert unit.planned.each == Rupiah(1_200_000)


def test_persons_and_households_stand_apart(world: World, version: int):
    line_id = line_of(version)
    record(world.author, line_id)
    families = Headcount(Decimal(54), Decimal(6))
    record(world.author, line_id, replace(PLAN, unit=Unit.HOUSEHOLD, count=families))

    persons, households = page(world.author, line_id).units
    assert (persons.unit, households.unit) == (Unit.PERSON, Unit.HOUSEHOLD)
    totals = seen(world.author, version).totals
    assert [(each.unit, each.count) for each in totals] == [
        (Unit.PERSON, 500),
        (Unit.HOUSEHOLD, 60),
    ]


def test_a_correction_needs_a_reason_and_keeps_what_stood(world: World, version: int):
    line_id = line_of(version)
    first = record(world.author, line_id)
    better = replace(PLAN, count=Headcount(Decimal(300), Decimal(200), 500))

    assert "sudah ada" in why(lambda: record(world.author, line_id, better))
    assert "alasan" in why(lambda: record(world.author, line_id, better, replacing=first))
    second = record(world.author, line_id, better, replacing=first, reason="Salah ketik")
    assert "Orang lain" in why(
        lambda: record(world.author, line_id, better, replacing=first, reason="Lagi")
    )
    answer = page(world.author, line_id)
    assert [each.record_id for each in answer.figures] == [second]
    (old,) = answer.history
    assert (old.record_id, old.withdrawn_for) == (first, "Salah ketik")
    assert old.count.women == 321

    verbs.withdraw_beneficiaries(by=world.author, at=AT, record_id=second, because="Batal")
    assert page(world.author, line_id).figures == ()
    assert len(page(world.author, line_id).history) == 2


@pytest.mark.parametrize(
    ("figures", "says"),
    [
        (replace(PLAN, count=Headcount(Decimal(31), Decimal(141), 163)), "berjumlah 172"),
        (replace(PLAN, document=" "), "dokumen"),
        (replace(PLAN, month=3), "setahun"),
        (replace(REACHED, month=0), "bulan"),
        (
            replace(PLAN, count=Headcount(Nothing.NOT_REPORTED, Nothing.NOT_REPORTED)),
            "paling sedikit",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_kept(
    world: World, version: int, figures: NewBeneficiaries, says: str
):
    assert says in why(lambda: record(world.author, line_of(version), figures))
    assert not BeneficiaryRecord.objects.exists()


def test_a_kind_of_nothing_is_kept_as_it_was_said(world: World, version: int):
    line_id = line_of(version)
    record(
        world.author,
        line_id,
        replace(PLAN, count=Headcount(Decimal(30), Nothing.REFUSED, 50)),
    )

    (figure,) = page(world.author, line_id).figures
    assert figure.count == Headcount(Decimal(30), Nothing.REFUSED, 50)
    (row,) = seen(world.author, version, only=Only.NOT_SPLIT).rows
    assert row.code == ANALYSED[2]


def test_the_share_stands_beside_that_of_those_in_need(world: World, version: int):
    line_id = line_of(version)
    record(world.author, line_id)
    chosen = choose(world.author, line_id)

    answer = page(world.author, line_id)
    assert answer.need is not None
    assert answer.need.pair is not None
    (unit,) = answer.units
    assert unit.planned is not None
    beside = unit.planned.beside
    assert isinstance(beside, Representation)
    women, men = answer.need.pair.women, answer.need.pair.men
    assert isinstance(women, Decimal)
    assert isinstance(men, Decimal)
    assert beside.needed.fraction == women / (women + men)
    assert beside.standing in (Standing.MEN_SHORT, Standing.WOMEN_SHORT)
    asked = Only.MEN_SHORT if beside.standing is Standing.MEN_SHORT else Only.WOMEN_SHORT
    assert seen(world.author, version, only=asked).count == 1

    assert "Orang lain" in why(lambda: choose(world.author, line_id))
    again = choose(world.author, line_id, replacing=chosen, reason="Tahun lain")
    needs.withdraw_need(by=world.author, at=AT, record_id=again, because="Tidak cocok")
    assert page(world.author, line_id).need is None
    assert BeneficiaryNeedRecord.objects.count() == 2


def test_only_counts_can_say_who_needs_it(world: World, version: int):
    line_id = line_of(version)
    unknown = NewNeed("TIDAKADA", "64.01", 2024)
    elsewhere = NewNeed("EK01", "64.01", 1999)
    offered = {each.element.measure for each in page(world.author, line_id).offered}

    assert offered == {"count"}
    spending = NewNeed("TK07", "64.01", 2024)
    with pytest.raises(Refused):
        needs.choose_need(by=world.author, at=AT, line_id=line_id, need=spending)
    for need in (unknown, elsewhere):
        with pytest.raises(NotFound):
            needs.choose_need(by=world.author, at=AT, line_id=line_id, need=need)


def test_direct_costs_part_the_sexes_and_never_exceed_the_money(world: World, version: int):
    line_id = line_of(version)
    record(world.author, line_id)

    assert "lebih besar" in why(lambda: cost(world.author, line_id, 500_000_000, 1))
    first = cost(world.author, line_id, 32_100_000, 0)
    (unit,) = page(world.author, line_id).units
    assert unit.planned is not None
    split = unit.planned.split
    assert not isinstance(split, Undefined)
    assert split.basis is Basis.PARTLY_RECORDED
    assert split.women.each == Decimal(100_000) + Decimal(467_900_000) / 500
    again = cost(world.author, line_id, 0, 0, replacing=first, reason="Ternyata untuk semua")
    assert page(world.author, line_id).costs[0].record_id == again
    assert "belum diketahui" in why(
        lambda: cost(world.colleague, line_of(version, HEALTH[2]), 1, 0, ReachStage.REACHED)
    )


def test_a_budget_cut_below_its_direct_costs_is_told_and_not_split(world: World, version: int):
    line_id = line_of(version)
    record(world.author, line_id)
    cost(world.author, line_id, 400_000_000, 0)
    change = take_in(
        world.planner, book([*ANALYSED, "300.000.000", ""]), year=2026, phase=BudgetPhase.DPPA
    )

    (unit,) = page(world.author, line_of(change)).units
    assert unit.planned is not None
    assert isinstance(unit.planned.split, Undefined)
    assert unit.planned.each == Rupiah(600_000)
