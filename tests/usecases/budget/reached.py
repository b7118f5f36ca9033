"""Beneficiaries as the tests record them, set beside a need, and ask for them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from setara.domain.budget.beneficiaries.cost import DirectCosts
from setara.domain.budget.beneficiaries.headcount import Certainty, Headcount, ReachStage, Unit
from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.store.models import BudgetLineRecord
from setara.usecases.budget import beneficiaries as verbs
from setara.usecases.budget import beneficiary_needs as needs
from setara.usecases.budget.beneficiaries import NewBeneficiaries
from setara.usecases.budget.beneficiary_needs import NewNeed
from setara.usecases.budget.beneficiary_queries import (
    BeneficiariesAnswer,
    BeneficiaryFilter,
    LineBeneficiariesAnswer,
    beneficiaries,
    line_beneficiaries,
)
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in

TODAY = AT.date()
PLAN = NewBeneficiaries(
    ReachStage.PLANNED,
    Unit.PERSON,
    Headcount(Decimal(321), Decimal(179)),
    Certainty.COUNTED,
    "Daftar calon peserta 2026",
)
REACHED = replace(
    PLAN, stage=ReachStage.REACHED, month=6, count=Headcount(Decimal(60), Decimal(40))
)
SALARIES = [*ANALYSED[:2], "2.17.01.2.02.0001", "Penyediaan Gaji dan Tunjangan ASN"]


def take_book_in(by: Actor) -> int:
    """A book with the realisation of one line: trainings, one line of health, and salaries."""
    return take_in(
        by,
        book(
            [*ANALYSED, "500.000.000", "90.000.000"],
            [*HEALTH, "1.400.000.001", ""],
            [*SALARIES, "900.000.000", ""],
        ),
        year=2026,
        phase=BudgetPhase.DPA,
    )


def line_of(version_id: int, code: str = ANALYSED[2]) -> int:
    return BudgetLineRecord.objects.get(code=code, version_id=version_id).pk


def record(by: Actor, line_id: int, figures: NewBeneficiaries = PLAN, **more: object) -> int:
    return verbs.record_beneficiaries(by=by, at=AT, line_id=line_id, figures=figures, **more)


def choose(by: Actor, line_id: int, **more: object) -> int:
    need = NewNeed("EK01", "64.01", 2025)
    return needs.choose_need(by=by, at=AT, line_id=line_id, need=need, **more)


def cost(
    by: Actor, line_id: int, women: int, men: int, stage: ReachStage = ReachStage.PLANNED, **more
):
    return verbs.record_direct_costs(
        by=by,
        at=AT,
        line_id=line_id,
        stage=stage,
        direct=DirectCosts(Rupiah(women), Rupiah(men)),
        document="RKA rincian",
        **more,
    )


def page(by: Actor, line_id: int) -> LineBeneficiariesAnswer:
    return line_beneficiaries(by=by, line_id=line_id, today=TODAY)


def seen(by: Actor, version_id: int, **asked: object) -> BeneficiariesAnswer:
    return beneficiaries(by=by, version_id=version_id, today=TODAY, only=BeneficiaryFilter(**asked))
