"""Questions about the missions of the medium-term plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from setara.domain.budget.activity import ActivityLevel, above, normal_form
from setara.domain.budget.missions import MissionPlan
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.domain.law.nomenclature import activities
from setara.store.models import BudgetLineRecord, MissionPlanRecord
from setara.usecases.foundation.access import one, visible

PLAN = Text("RPJMD itu", "That RPJMD")


@dataclass(frozen=True, slots=True)
class ProgramAnswer:
    """A programme of the budgets of the plan's years; `mission` is None where it is not mapped."""

    code: str
    name: str
    mission: int | None


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    """One plan, with every programme that its budgets have or that is mapped."""

    plan_id: int
    plan: MissionPlan
    programs: tuple[ProgramAnswer, ...]
    may_set: Verdict

    @property
    def unmapped(self) -> int:
        """How many programmes serve no known mission."""
        return sum(each.mission is None for each in self.programs)


@dataclass(frozen=True, slots=True)
class MissionsAnswer:
    """All plans, the latest first."""

    plans: tuple[PlanAnswer, ...]
    may_set: Verdict


def missions(*, by: Actor) -> MissionsAnswer:
    """The plans of the actor's government. Cost: four queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = _kept(by).order_by("-first_year")
    used = _used(by)
    return MissionsAnswer(
        plans=tuple(_answer(by, row, used) for row in rows),
        may_set=by.may(Permission.IMPORT_BUDGET),
    )


def mission_plan(*, by: Actor, plan_id: int) -> PlanAnswer:
    """One plan. Raises NotFound. Cost: four queries."""
    require(by.may(Permission.READ_RECORDS))
    return _answer(by, one(by, _kept(by), plan_id, what=PLAN), _used(by))


def plans_of(by: Actor) -> tuple[MissionPlan, ...]:
    """All plans as the rules see them. Cost: three queries."""
    return tuple(row.as_rule_sees_it() for row in _kept(by).order_by("first_year"))


def plan_in(plans: Iterable[MissionPlan], year: int) -> MissionPlan | None:
    """The plan a year belongs to; of two that overlap the later one."""
    found = [each for each in plans if each.first_year <= year <= each.last_year]
    return max(found, key=lambda each: each.first_year, default=None)


def _kept(by: Actor) -> QuerySet[MissionPlanRecord]:
    return visible(by, MissionPlanRecord.objects.prefetch_related("missions", "programs"))


def _used(by: Actor) -> dict[int, set[str]]:
    """The programmes of the budgets of each year."""
    rows = visible(by, BudgetLineRecord.objects.all(), through="version__government")
    found: dict[int, set[str]] = {}
    for year, code in rows.order_by().values_list("version__year", "code").distinct():
        found.setdefault(year, set()).add(above(normal_form(code), ActivityLevel.PROGRAM))
    return found


def _answer(by: Actor, row: MissionPlanRecord, used: dict[int, set[str]]) -> PlanAnswer:
    plan = row.as_rule_sees_it()
    years = range(plan.first_year, plan.last_year + 1)
    codes = {code for year in years for code in used.get(year, ())} | set(plan.programs)
    # A list that began within the period names programmes that earlier ones do not.
    names = {
        each.code: each.name
        for year in years
        for each in activities(year)
        if each.level == "program"
    }
    return PlanAnswer(
        plan_id=row.pk,
        plan=plan,
        programs=tuple(
            ProgramAnswer(code, names.get(code, ""), _number(plan, code)) for code in sorted(codes)
        ),
        may_set=by.may(Permission.IMPORT_BUDGET),
    )


def _number(plan: MissionPlan, code: str) -> int | None:
    found = plan.mission_of(code)
    return int(found) if found else None
