"""The budget of each year as its stages follow one another, and what was realised by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.agency import Agency
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.store.models import AgencyRecord, BudgetLineRecord
from setara.usecases.budget.queries import VersionAnswer, listed
from setara.usecases.foundation.access import visible


@dataclass(frozen=True, slots=True)
class StageOfYear:
    """A stage a year goes through; `version` is None where nobody has handed it in yet.

    `waiting` are the agencies that have no line in it, by the name people call them.
    """

    phase: BudgetPhase
    version: VersionAnswer | None
    waiting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RealisedMonth:
    """What was realised up to a month, 1 to 12."""

    month: int
    version: VersionAnswer
    realised: Rupiah


@dataclass(frozen=True, slots=True)
class BudgetYear:
    """A year: its stages in their order, and its realisation; `plan` is the budget in force,
    of each agency that of the latest stage it has handed in.
    """

    year: int
    stages: tuple[StageOfYear, ...]
    months: tuple[RealisedMonth, ...]
    plan: Rupiah | None


@dataclass(frozen=True, slots=True)
class BudgetYears:
    """All years, the latest first, and whether the actor may hand in a book."""

    years: tuple[BudgetYear, ...]
    versions: int
    may_import: Verdict


def budget_years(*, by: Actor, today: date) -> BudgetYears:
    """Every year a budget was handed in for. Cost: seven queries however many versions."""
    require(by.may(Permission.READ_RECORDS))
    versions = listed(by=by)
    agencies = _agencies(by)
    there, realised = _there(by), _realised(by)
    of_year: dict[int, list[VersionAnswer]] = defaultdict(list)
    for each in versions:
        of_year[each.year].append(each)
    return BudgetYears(
        years=tuple(
            _year(year, of_year[year], _named_in(year, agencies, today), there, realised)
            for year in sorted(of_year, reverse=True)
        ),
        versions=len(versions),
        may_import=by.may(Permission.IMPORT_BUDGET),
    )


def _year(
    year: int,
    versions: list[VersionAnswer],
    agencies: Mapping[int, str],
    there: Mapping[int, Mapping[int, int]],
    realised: Mapping[int, int],
) -> BudgetYear:
    ordered = sorted(versions, key=lambda each: each.stage.order)
    plans = [each for each in ordered if each.phase.is_plan]
    stages = []
    for phase in (each for each in BudgetPhase if each.is_plan):
        found = [each for each in plans if each.phase is phase]
        for version in found:
            had = there.get(version.version_id, {})
            waiting = sorted(name for pk, name in agencies.items() if pk not in had)
            stages.append(StageOfYear(phase, version, tuple(waiting)))
        if not found:
            stages.append(StageOfYear(phase, None))
    return BudgetYear(
        year=year,
        stages=tuple(stages),
        months=tuple(
            RealisedMonth(each.stage.sequence, each, Rupiah(realised.get(each.version_id, 0)))
            for each in ordered
            if not each.phase.is_plan
        ),
        plan=_in_force(plans, there) if plans else None,
    )


def _in_force(plans: list[VersionAnswer], there: Mapping[int, Mapping[int, int]]) -> Rupiah:
    """What the agencies have, of each in the latest stage it has handed in."""
    money: dict[int, int] = {}
    for version in plans:
        money |= there.get(version.version_id, {})
    return Rupiah(sum(money.values()))


def _agencies(by: Actor) -> dict[int, Agency]:
    rows = visible(by, AgencyRecord.objects.prefetch_related("names"))
    return {row.pk: row.as_rule_sees_it() for row in rows}


def _named_in(year: int, agencies: Mapping[int, Agency], today: date) -> dict[int, str]:
    """The agencies there were in the year, by the last name of it that is known today."""
    last = max(min(today, date(year, 12, 31)), date(year, 1, 1))
    return {
        pk: each.name_on(last).short_name for pk, each in agencies.items() if each.existed_in(year)
    }


def _there(by: Actor) -> dict[int, dict[int, int]]:
    """The agencies that have lines in each version, with their money."""
    rows = visible(by, BudgetLineRecord.objects.all(), through="version__government")
    sums = rows.values_list("version_id", "agency_id").annotate(money=Sum("amount"))
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for version, agency, money in sums.order_by("version_id", "agency_id"):
        found[version][agency] = money
    return found


def _realised(by: Actor) -> dict[int, int]:
    rows = visible(by, BudgetLineRecord.objects.all(), through="version__government")
    sums = rows.filter(version__phase=BudgetPhase.REALISATION).values_list("version_id")
    return {
        version: amount or 0
        for version, amount in sums.annotate(total=Sum("realised")).order_by("version_id")
    }
