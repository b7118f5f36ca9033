"""The list of GAPs: what each lacks still, and in which budget its sub kegiatan stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from setara.domain.budget.pathway import OVER, PathwayState
from setara.domain.budget.phase import Stage
from setara.domain.budget.severity import Severity
from setara.domain.budget.substance import findings
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.store.models import AgencyRecord, PathwayRecord
from setara.usecases.budget.activity_lines import ActivityOfYear, activity_of, plan_lines
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.budget.pathway_queries import PathwayLine, line_of, pathway_rows
from setara.usecases.budget.rule_grounds import switched_off
from setara.usecases.foundation.access import visible

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class PathwaysWanted:
    """Which GAPs of the list; all but those that are over where nothing is said."""

    agency_id: int | None = None
    year: int | None = None
    state: PathwayState | None = None
    words: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class ListedPathway:
    """A GAP with the number of its findings, and the latest plan that has its sub kegiatan."""

    line: PathwayLine
    blocking: int
    advice: int
    stage: Stage | None


@dataclass(frozen=True, slots=True)
class PathwayList:
    """A page of the list, and what it can be narrowed by; a page number of 0 is none."""

    lines: tuple[ListedPathway, ...]
    count: int
    agencies: tuple[tuple[int, str], ...]
    years: tuple[int, ...]
    earlier: int
    later: int


def pathway_list(*, by: Actor, today: date, wanted: PathwaysWanted) -> PathwayList:
    """Fifty GAPs of the actor's government, the latest first. Cost: eight queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = _narrowed(pathway_rows(by), wanted).order_by("-pk")
    count = rows.count()
    last = max(1, -(-count // A_PAGE))
    page = min(max(wanted.page, 1), last)
    shown = list(rows[(page - 1) * A_PAGE : page * A_PAGE])
    stages, off = _stages(shown), switched_off(by.government_id)
    agencies = visible(by, AgencyRecord.objects.prefetch_related("names"))
    used = pathway_rows(by).values("agency")
    years = visible(by, PathwayRecord.objects.order_by("-year")).values_list("year", flat=True)
    return PathwayList(
        lines=tuple(_listed(row, today, stages, off) for row in shown),
        count=count,
        agencies=tuple(
            (row.pk, row.as_rule_sees_it().name_on(today).short_name)
            for row in agencies.filter(pk__in=used).order_by("code")
        ),
        years=tuple(dict.fromkeys(years)),
        earlier=page - 1,
        later=page + 1 if page < last else 0,
    )


def _narrowed(rows: QuerySet[PathwayRecord], wanted: PathwaysWanted) -> QuerySet[PathwayRecord]:
    if wanted.agency_id is not None:
        rows = rows.filter(agency=wanted.agency_id)
    if wanted.year is not None:
        rows = rows.filter(year=wanted.year)
    if wanted.words.strip():
        words = wanted.words.strip()
        named = Q(activity_name__icontains=words) | Q(activity_code__startswith=words)
        rows = rows.filter(named | Q(issue__title__icontains=words))
    if wanted.state is None:
        return rows.exclude(state__in=OVER)
    return rows.filter(state=wanted.state)


def _listed(
    row: PathwayRecord, today: date, stages: dict[ActivityOfYear, Stage], off: frozenset[str]
) -> ListedPathway:
    # Not held against every other GAP, which takes a page of its own to wait for.
    found = findings(as_rule_sees_it(row), today=today, off=off)
    blocking = sum(each.severity is Severity.ERROR for each in found)
    return ListedPathway(
        line=line_of(row, today),
        blocking=blocking,
        advice=len(found) - blocking,
        stage=stages.get(activity_of(row)),
    )


def _stages(rows: list[PathwayRecord]) -> dict[ActivityOfYear, Stage]:
    found = plan_lines({activity_of(row) for row in rows})
    return {key: list(stages)[-1] for key, stages in found.items()}
