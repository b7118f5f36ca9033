"""Stored beneficiaries as the rules see them, found for many sub kegiatan at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from setara.domain.budget.beneficiaries.cost import NO_DIRECT, DirectCosts
from setara.domain.budget.beneficiaries.headcount import Certainty, Headcount, ReachStage, Unit
from setara.domain.budget.beneficiaries.progress import up_to
from setara.domain.budget.beneficiaries.result import Reach, reach
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Nothing, Value
from setara.store.models import (
    BeneficiaryCostRecord,
    BeneficiaryNeedRecord,
    BeneficiaryRecord,
    BudgetLineRecord,
)
from setara.usecases.budget.beneficiary_money import Spent, money_of, spent_on
from setara.usecases.budget.beneficiary_needs import NeedAnswer, need_answers
from setara.usecases.budget.tag_grounds import ActivityKey


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """Beneficiaries as they were recorded, with who did and what became of them."""

    record_id: int
    stage: ReachStage
    month: int
    unit: Unit
    count: Headcount
    certainty: Certainty
    document: str
    locator: str
    file_name: str
    cell: str
    recorded_by: str
    recorded_at: datetime
    reason: str
    withdrawn_by: str
    withdrawn_at: datetime | None
    withdrawn_for: str

    @property
    def until(self) -> Text:
        """Up to when the figures are, in words."""
        return up_to(self.month)


@dataclass(frozen=True, slots=True)
class CostAnswer:
    """Money recorded for components of one sex."""

    record_id: int
    stage: ReachStage
    direct: DirectCosts
    document: str
    recorded_by: str
    recorded_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Known:
    """All that stands for one sub kegiatan; figures by month, the latest last."""

    figures: tuple[FigureAnswer, ...] = ()
    need: NeedAnswer | None = None
    costs: tuple[CostAnswer, ...] = ()
    spent: Spent = field(default_factory=dict)

    def latest(self, stage: ReachStage, unit: Unit) -> FigureAnswer | None:
        """The plan, or what was reached up to the latest month."""
        found = [each for each in self.figures if (each.stage, each.unit) == (stage, unit)]
        return max(found, key=lambda each: each.month, default=None)

    def units(self, stage: ReachStage) -> tuple[Unit, ...]:
        """The units there are figures in at a stage."""
        return tuple(unit for unit in Unit if self.latest(stage, unit))

    def direct(self, stage: ReachStage) -> DirectCosts:
        """The costs recorded by sex at a stage; none where nobody recorded any."""
        return next((each.direct for each in self.costs if each.stage is stage), NO_DIRECT)


NOTHING_KNOWN = Known()


def reach_of(line: BudgetLineRecord, known: Known, stage: ReachStage, unit: Unit) -> Reach | None:
    """What follows from the latest figures of a sub kegiatan; None where there are none.

    The line must have its version selected.
    """
    figure = known.latest(stage, unit)
    if figure is None:
        return None
    return reach(
        figure.count,
        unit,
        stage,
        amount=money_of(line, stage, figure.month, known.spent),
        on=date(line.version.year, 1, 1),
        direct=known.direct(stage),
        need=known.need.need if known.need else None,
    )


def known_of(lines: Sequence[BudgetLineRecord], year: int) -> dict[ActivityKey, Known]:
    """What stands for the sub kegiatan of lines of one year. Cost: eight queries however many."""
    wanted = {(line.agency_id, line.code) for line in lines}
    asked = {"agency_id__in": {key[0] for key in wanted}, "year": year, "withdrawn_at": None}
    figures: dict[ActivityKey, list[FigureAnswer]] = defaultdict(list)
    rows = BeneficiaryRecord.objects.filter(**asked).select_related("file").defer("file__content")
    for row in rows.order_by("stage", "unit", "month"):
        figures[row.agency_id, row.code].append(figure_answer(row))
    chosen = [
        row
        for row in BeneficiaryNeedRecord.objects.filter(**asked).prefetch_related(
            "element", "place"
        )
        if (row.agency_id, row.code) in wanted
    ]
    answers = need_answers(chosen)
    needs = {(row.agency_id, row.code): answers[row.pk] for row in chosen}
    costs: dict[ActivityKey, list[CostAnswer]] = defaultdict(list)
    for cost in BeneficiaryCostRecord.objects.filter(**asked).order_by("stage"):
        costs[cost.agency_id, cost.code].append(_cost_answer(cost))
    spent = spent_on(lines)
    return {
        key: Known(tuple(figures[key]), needs.get(key), tuple(costs[key]), spent.get(key, {}))
        for key in wanted & (figures.keys() | needs.keys() | costs.keys())
    }


def figure_answers(rows: Iterable[BeneficiaryRecord]) -> tuple[FigureAnswer, ...]:
    """Rows as they are shown."""
    return tuple(figure_answer(row) for row in rows)


def figure_answer(row: BeneficiaryRecord) -> FigureAnswer:
    """A row as it is shown. Cost: a query unless its file is selected."""
    return FigureAnswer(
        record_id=row.pk,
        stage=ReachStage(row.stage),
        month=row.month,
        unit=Unit(row.unit),
        count=Headcount(
            _value(row.women, row.women_nothing), _value(row.men, row.men_nothing), row.stated
        ),
        certainty=Certainty(row.certainty),
        document=row.document,
        locator=row.locator,
        file_name=row.file.name if row.file else "",
        cell=row.cell,
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
        reason=row.reason,
        withdrawn_by=row.withdrawn_by,
        withdrawn_at=row.withdrawn_at,
        withdrawn_for=row.withdrawn_for,
    )


def _value(figure: int | None, nothing: str) -> Value:
    return Nothing(nothing) if figure is None else Decimal(figure)


def _cost_answer(row: BeneficiaryCostRecord) -> CostAnswer:
    return CostAnswer(
        record_id=row.pk,
        stage=ReachStage(row.stage),
        direct=DirectCosts(Rupiah(row.women), Rupiah(row.men)),
        document=row.document,
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
        reason=row.reason,
    )
