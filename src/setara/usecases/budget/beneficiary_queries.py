"""Questions about beneficiaries: of one sub kegiatan, and of a whole budget book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from setara.domain.budget.beneficiaries.headcount import ReachStage, Unit
from setara.domain.budget.beneficiaries.need import Representation, Standing
from setara.domain.budget.beneficiaries.progress import Progress, falls, progress
from setara.domain.budget.beneficiaries.result import Reach
from setara.domain.budget.beneficiaries.totals import UnitTotal, by_unit
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.share import Share
from setara.domain.foundation.verdict import Verdict, require
from setara.store.models import BeneficiaryRecord, BudgetLineRecord, BudgetVersionRecord
from setara.usecases.budget.beneficiary_money import most_of
from setara.usecases.budget.beneficiary_needs import NeedAnswer, OfferedNeed, offered_needs
from setara.usecases.budget.beneficiary_rows import (
    NOTHING_KNOWN,
    CostAnswer,
    FigureAnswer,
    Known,
    figure_answers,
    known_of,
    reach_of,
)
from setara.usecases.budget.queries import VERSION
from setara.usecases.budget.tag_answers import TaggedBook, book_of
from setara.usecases.budget.tag_queries import agencies_of
from setara.usecases.budget.tags import LINE
from setara.usecases.foundation.access import one

PAGE = 100


class Only(StrEnum):
    """Which sub kegiatan are asked for."""

    ALL = ""
    KNOWN = "ada"
    UNKNOWN = "belum"
    NOT_SPLIT = "tanpa-pilah"
    WITHOUT_NEED = "tanpa-kebutuhan"
    WOMEN_SHORT = "perempuan"
    MEN_SHORT = "laki-laki"


class Order(StrEnum):
    """By what the sub kegiatan are ordered."""

    AGENCY = ""
    AMOUNT = "pagu"
    COST = "biaya"
    SHARE = "bagian"
    DIFFERENCE = "selisih"


@dataclass(frozen=True, slots=True)
class BeneficiaryFilter:
    """What is asked for; pages count from 1."""

    stage: ReachStage = ReachStage.PLANNED
    agency_id: int | None = None
    only: Only = Only.ALL
    order: Order = Order.AGENCY
    page: int = 1


@dataclass(frozen=True, slots=True)
class BeneficiaryRow:
    """One sub kegiatan in one unit; without `reach` where nothing was recorded."""

    line_id: int
    code: str
    name: str
    agency_id: int
    agency_name: str
    amount: Rupiah
    figure: FigureAnswer | None
    reach: Reach | None
    need: NeedAnswer | None

    @property
    def share_of_women(self) -> Decimal | None:
        """In per cent with two decimals; None where it is not known."""
        share = self.reach.count.share(Sex.FEMALE) if self.reach else None
        return share.percent() if isinstance(share, Share) else None

    @property
    def beside(self) -> Representation | None:
        """The comparison with the need, where there is one."""
        found = self.reach.beside if self.reach else None
        return found if isinstance(found, Representation) else None


@dataclass(frozen=True, slots=True)
class AgencyTotal:
    """The beneficiaries of one agency, unit by unit; `known` of its `activities` have figures."""

    agency_id: int
    name: str
    activities: int
    known: int
    totals: tuple[UnitTotal, ...]


@dataclass(frozen=True, slots=True)
class BeneficiariesAnswer:
    """A page of a book's sub kegiatan with what is known of whom they reach."""

    book: TaggedBook
    rows: tuple[BeneficiaryRow, ...]
    count: int
    page: int
    pages: int
    activities: int
    known: int
    totals: tuple[UnitTotal, ...]
    agencies: tuple[AgencyTotal, ...]
    may_record: Verdict


@dataclass(frozen=True, slots=True)
class UnitAnswer:
    """A sub kegiatan in one unit: planned, reached, how far, and the months that fall."""

    unit: Unit
    planned: Reach | None
    reached: Reach | None
    progress: Progress | None
    series: tuple[FigureAnswer, ...]
    falls: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LineBeneficiariesAnswer:
    """One sub kegiatan with all that is known of whom it reaches, and its history."""

    book: TaggedBook
    line_id: int
    code: str
    name: str
    agency_name: str
    amount: Rupiah
    realised: Rupiah | None
    units: tuple[UnitAnswer, ...]
    need: NeedAnswer | None
    offered: tuple[OfferedNeed, ...]
    costs: tuple[CostAnswer, ...]
    figures: tuple[FigureAnswer, ...]
    history: tuple[FigureAnswer, ...]
    may_record: Verdict


def beneficiaries(
    *, by: Actor, version_id: int, today: date, only: BeneficiaryFilter
) -> BeneficiariesAnswer:
    """A page of the sub kegiatan of a book. Raises NotFound.

    Cost: fifteen queries however long the book; all its sub kegiatan are worked out to be ordered,
    about a second for a thousand.
    """
    require(by.may(Permission.READ_RECORDS))
    version = one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    names = dict(agencies_of(version, today))
    rows = all_rows(version, names, only.stage)
    ordered = in_order(rows, only)
    pages = max(-(-len(ordered) // PAGE), 1)
    page = min(max(only.page, 1), pages)
    return BeneficiariesAnswer(
        book=book_of(version),
        rows=tuple(ordered[(page - 1) * PAGE : page * PAGE]),
        count=len(ordered),
        page=page,
        pages=pages,
        activities=len({row.line_id for row in rows}),
        known=len({row.line_id for row in rows if row.reach}),
        totals=_totals(rows),
        agencies=_agencies(rows, names),
        may_record=by.may(Permission.RECORD_BENEFICIARIES),
    )


def line_beneficiaries(*, by: Actor, line_id: int, today: date) -> LineBeneficiariesAnswer:
    """One sub kegiatan with its figures, need, costs and history. Raises NotFound.

    Cost: queries that do not grow with the book.
    """
    require(by.may(Permission.READ_RECORDS))
    rows = BudgetLineRecord.objects.select_related("version", "agency")
    line = one(
        by,
        rows.prefetch_related("agency__names"),
        line_id,
        what=LINE,
        through="version__government",
    )
    known = known_of([line], line.version.year).get((line.agency_id, line.code), NOTHING_KNOWN)
    may_record = by.may(Permission.RECORD_BENEFICIARIES, agency_id=line.agency_id)
    return LineBeneficiariesAnswer(
        book=book_of(line.version),
        line_id=line.pk,
        code=line.code,
        name=line.name,
        agency_name=line.agency.as_rule_sees_it().name_on(today).name,
        amount=Rupiah(line.amount),
        realised=most_of(line, ReachStage.REACHED, known.spent),
        units=_units(line, known),
        need=known.need,
        offered=offered_needs(by) if may_record else (),
        costs=known.costs,
        figures=known.figures,
        history=_history(line),
        may_record=may_record,
    )


def all_rows(
    version: BudgetVersionRecord, names: dict[int, str], stage: ReachStage
) -> list[BeneficiaryRow]:
    """Every sub kegiatan of a book at a stage, once for each unit. Cost: nine queries."""
    lines = list(BudgetLineRecord.objects.filter(version=version).select_related("version"))
    known = known_of(lines, version.year)
    return [row for line in lines for row in _rows(line, known, stage, names)]


def in_order(rows: Sequence[BeneficiaryRow], only: BeneficiaryFilter) -> list[BeneficiaryRow]:
    """Those that are asked for, in the order that is."""
    return sorted((row for row in rows if _is_asked(row, only)), key=ORDERS[only.order])


def _rows(
    line: BudgetLineRecord,
    known: dict[tuple[int, str], Known],
    stage: ReachStage,
    names: dict[int, str],
) -> list[BeneficiaryRow]:
    mine = known.get((line.agency_id, line.code), NOTHING_KNOWN)
    units: tuple[Unit | None, ...] = mine.units(stage) or (None,)
    return [
        BeneficiaryRow(
            line_id=line.pk,
            code=line.code,
            name=line.name,
            agency_id=line.agency_id,
            agency_name=names.get(line.agency_id, ""),
            amount=Rupiah(line.amount),
            figure=mine.latest(stage, unit) if unit else None,
            reach=reach_of(line, mine, stage, unit) if unit else None,
            need=mine.need,
        )
        for unit in units
    ]


def _is_asked(row: BeneficiaryRow, only: BeneficiaryFilter) -> bool:
    if only.agency_id is not None and row.agency_id != only.agency_id:
        return False
    return ASKED[only.only](row)


def _stands(row: BeneficiaryRow, standing: Standing) -> bool:
    return row.beside is not None and row.beside.standing is standing


ASKED: dict[Only, Callable[[BeneficiaryRow], bool]] = {
    Only.ALL: lambda _: True,
    Only.KNOWN: lambda row: row.reach is not None,
    Only.UNKNOWN: lambda row: row.reach is None,
    Only.NOT_SPLIT: lambda row: row.reach is not None and not row.reach.count.is_split,
    Only.WITHOUT_NEED: lambda row: row.reach is not None and row.need is None,
    Only.WOMEN_SHORT: lambda row: _stands(row, Standing.WOMEN_SHORT),
    Only.MEN_SHORT: lambda row: _stands(row, Standing.MEN_SHORT),
}


def _by_cost(row: BeneficiaryRow) -> tuple[bool, int]:
    each = row.reach.each if row.reach else None
    return (False, -each.amount) if isinstance(each, Rupiah) else (True, 0)


def _by_share(row: BeneficiaryRow) -> tuple[bool, Decimal]:
    share = row.share_of_women
    return (True, Decimal(0)) if share is None else (False, share)


def _by_difference(row: BeneficiaryRow) -> tuple[bool, Decimal]:
    return (True, Decimal(0)) if row.beside is None else (False, row.beside.difference)


# What is not known comes last in every order.
ORDERS: dict[Order, Callable[[BeneficiaryRow], tuple[object, ...]]] = {
    Order.AGENCY: lambda row: (row.agency_name, row.code),
    Order.AMOUNT: lambda row: (-row.amount.amount, row.code),
    Order.COST: lambda row: (*_by_cost(row), row.code),
    Order.SHARE: lambda row: (*_by_share(row), row.code),
    Order.DIFFERENCE: lambda row: (*_by_difference(row), row.code),
}


def _totals(rows: Sequence[BeneficiaryRow]) -> tuple[UnitTotal, ...]:
    return by_unit(
        (row.reach.unit, row.reach.count, row.reach.amount or Rupiah(0))
        for row in rows
        if row.reach
    )


def _agencies(rows: Sequence[BeneficiaryRow], names: dict[int, str]) -> tuple[AgencyTotal, ...]:
    of_agency: dict[int, list[BeneficiaryRow]] = {pk: [] for pk in names}
    for row in rows:
        of_agency[row.agency_id].append(row)
    return tuple(
        AgencyTotal(
            agency_id=pk,
            name=names[pk],
            activities=len({row.line_id for row in mine}),
            known=len({row.line_id for row in mine if row.reach}),
            totals=_totals(mine),
        )
        for pk, mine in of_agency.items()
    )


def _units(line: BudgetLineRecord, known: Known) -> tuple[UnitAnswer, ...]:
    return tuple(_unit(line, known, unit) for unit in Unit if _has(known, unit))


def _has(known: Known, unit: Unit) -> bool:
    return any(known.latest(stage, unit) for stage in ReachStage)


def _unit(line: BudgetLineRecord, known: Known, unit: Unit) -> UnitAnswer:
    planned = reach_of(line, known, ReachStage.PLANNED, unit)
    reached = reach_of(line, known, ReachStage.REACHED, unit)
    series = tuple(
        each for each in known.figures if each.unit is unit and each.stage is ReachStage.REACHED
    )
    return UnitAnswer(
        unit=unit,
        planned=planned,
        reached=reached,
        progress=progress(planned.count, reached.count) if planned and reached else None,
        series=series,
        falls=falls((each.month, each.count) for each in series),
    )


def _history(line: BudgetLineRecord) -> tuple[FigureAnswer, ...]:
    rows = BeneficiaryRecord.objects.filter(
        agency_id=line.agency_id, year=line.version.year, code=line.code, withdrawn_at__isnull=False
    )
    return figure_answers(rows.select_related("file").defer("file__content").order_by("-pk"))
