"""Verbs on the missions of the medium-term plan (RPJMD), and the programmes that serve them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from setara.domain.budget.missions import MissionPlan, may_keep
from setara.domain.budget.missions_table import MissionsUnreadable, missions_in
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Language, Text
from setara.formats.tables import Unreadable, read_grids
from setara.store.models import MissionPlanRecord, MissionProgramRecord, MissionRecord
from setara.usecases.budget.mission_queries import PLAN
from setara.usecases.foundation.access import government_of, one
from setara.usecases.foundation.command import command, leave_event


class MissionsRefused(Exception):
    """Nothing of the file was kept; `findings` say row by row what to mend."""

    def __init__(self, findings: Sequence[Text]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(each.say(Language.ENGLISH) for each in findings))


@command("budget.missions.set", says=Text("Misi RPJMD ditetapkan", "Missions of the RPJMD set"))
def set_missions(*, by: Actor, at: datetime, plan: MissionPlan) -> int:
    """Keep the plan as a whole in the place of the one that began in the same year; its id.

    Raises Refused where the plan says what cannot be.
    """
    require(by.may(Permission.IMPORT_BUDGET))
    record = _kept(by, plan)
    leave_event("budget.missions.set", by=by, at=at, subject=record, **_facts(plan))
    return record.pk


@command(
    "budget.missions.imported",
    says=Text("Misi RPJMD diambil dari berkas", "Missions of the RPJMD taken from a file"),
)
def import_missions(
    *,
    by: Actor,
    at: datetime,
    first_year: int,
    last_year: int,
    document: str,
    name: str,
    content: bytes,
) -> int:
    """Take the missions and the programmes that serve them out of a file, all or nothing; its id.

    Raises MissionsRefused with what to mend, Refused where the plan says what cannot be.
    """
    require(by.may(Permission.IMPORT_BUDGET))
    try:
        grid = read_grids(name, content)[0]
        found = missions_in(grid.rows)
    except Unreadable as unreadable:
        raise MissionsRefused([unreadable.reason]) from unreadable
    except MissionsUnreadable as unreadable:
        raise MissionsRefused(unreadable.findings) from unreadable
    plan = MissionPlan(first_year, last_year, document, found.missions, found.programs)
    record = _kept(by, plan)
    leave_event("budget.missions.imported", by=by, at=at, subject=record, file=name, **_facts(plan))
    return record.pk


@command(
    "budget.missions.mapped",
    says=Text("Program dipetakan ke misi", "Programmes mapped to missions"),
)
def map_programs(
    *, by: Actor, at: datetime, plan_id: int, programs: Mapping[str, int | None]
) -> None:
    """Map programmes to missions of a plan; None takes a programme out of the map.

    Raises Refused where a mission is not in the plan; NotFound.
    """
    require(by.may(Permission.IMPORT_BUDGET))
    plans = MissionPlanRecord.objects.select_for_update()
    record = one(by, plans, plan_id, what=PLAN)
    before = record.as_rule_sees_it()
    merged = {**before.programs, **programs}
    mapped = {code: number for code, number in merged.items() if number is not None}
    require(may_keep(replace(before, programs=mapped)))
    changed = {
        code: number for code, number in programs.items() if before.programs.get(code) != number
    }
    record.programs.filter(code__in=changed).delete()
    MissionProgramRecord.objects.bulk_create(
        MissionProgramRecord(plan=record, code=code, number=number)
        for code, number in changed.items()
        if number is not None
    )
    leave_event("budget.missions.mapped", by=by, at=at, subject=record, programs=changed)


def _kept(by: Actor, plan: MissionPlan) -> MissionPlanRecord:
    require(may_keep(plan))
    record, _ = MissionPlanRecord.objects.update_or_create(
        government_id=government_of(by),
        first_year=plan.first_year,
        defaults={"last_year": plan.last_year, "document": plan.document.strip()},
    )
    record.missions.all().delete()
    record.programs.all().delete()
    MissionRecord.objects.bulk_create(
        MissionRecord(plan=record, number=each.number, text=each.text.strip())
        for each in plan.missions
    )
    MissionProgramRecord.objects.bulk_create(
        MissionProgramRecord(plan=record, code=code, number=number)
        for code, number in plan.programs.items()
    )
    return record


def _facts(plan: MissionPlan) -> dict[str, Any]:
    """What the trail keeps of a plan."""
    return {
        "years": [plan.first_year, plan.last_year],
        "document": plan.document.strip(),
        "missions": {str(each.number): each.text for each in plan.missions},
        "programs": dict(plan.programs),
    }
