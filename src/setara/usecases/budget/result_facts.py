"""Everything that results are worked out from, read at once for as many GAPs as are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from setara.domain.budget.datum import DatumReference
from setara.domain.budget.pathway import Pathway, PathwayState
from setara.domain.foundation.actor import Actor
from setara.store.models import PathwayRecord, QuarterReportRecord, StatementRecord
from setara.usecases.budget.activity_lines import ActivityOfYear, activity_of
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.budget.later_figures import LaterFigures, register_figures
from setara.usecases.budget.latest_lines import LatestLine, latest_lines
from setara.usecases.budget.realised_money import RealisedByQuarter, realised_money
from setara.usecases.foundation.access import government_of, visible


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read; reports and statements are by the id of their GAP, the earliest first."""

    by: Actor
    today: date
    pathways: Mapping[int, Pathway]
    lineage: Mapping[int, tuple[int, ...]]
    reports: Mapping[int, tuple[QuarterReportRecord, ...]]
    statements: Mapping[int, tuple[StatementRecord, ...]]
    realised: RealisedByQuarter
    lines: Mapping[ActivityOfYear, LatestLine]
    figures: LaterFigures

    def reports_of(self, pathway_id: int) -> tuple[QuarterReportRecord, ...]:
        """The reports of a GAP and of those it replaced, the latest GAP's last."""
        chain = reversed(self.lineage[pathway_id])
        return tuple(row for pk in chain for row in self.reports.get(pk, ()))


def signed_rows(by: Actor) -> QuerySet[PathwayRecord]:
    """The GAPs that stand: signed, and not replaced."""
    return (
        visible(by, PathwayRecord.objects.filter(state=PathwayState.SIGNED))
        .select_related("issue__element", "issue__place", "agency")
        .prefetch_related("agency__names")
    )


def facts_of(by: Actor, rows: Iterable[PathwayRecord], today: date) -> Facts:
    """Read all there is on the GAPs. Cost: ten queries however many there are, and those of
    the disclosure control."""
    rows = list(rows)
    pathways = {row.pk: as_rule_sees_it(row) for row in rows}
    lineage = _lineage(by, rows)
    every = {pk for chain in lineage.values() for pk in chain}
    keys = {activity_of(row) for row in rows}
    references: set[DatumReference] = {
        datum.reference
        for pathway in pathways.values()
        for datum in pathway.data
        if datum.reference is not None
    }
    reports: dict[int, list[QuarterReportRecord]] = {}
    for report in _reports(every):
        reports.setdefault(report.pathway_id, []).append(report)
    statements: dict[int, list[StatementRecord]] = {}
    stated = StatementRecord.objects.filter(pathway__in=every).select_related("line__version")
    for statement in stated.select_related("line__book").order_by("pk"):
        statements.setdefault(statement.pathway_id, []).append(statement)
    return Facts(
        by=by,
        today=today,
        pathways=pathways,
        lineage=lineage,
        reports={pk: tuple(found) for pk, found in reports.items()},
        statements={pk: tuple(found) for pk, found in statements.items()},
        realised=realised_money(by, keys) if keys else {},
        lines=latest_lines(by, keys) if keys else {},
        figures=register_figures(government_of(by), references, today) if references else {},
    )


def _lineage(by: Actor, rows: Iterable[PathwayRecord]) -> dict[int, tuple[int, ...]]:
    """Each GAP with those it replaced, itself first."""
    before = dict(
        visible(by, PathwayRecord.objects.filter(replaces__isnull=False)).values_list(
            "pk", "replaces_id"
        )
    )
    found = {}
    for row in rows:
        chain = [row.pk]
        while (earlier := before.get(chain[-1])) is not None:
            chain.append(earlier)
        found[row.pk] = tuple(chain)
    return found


def _reports(pathway_ids: Collection[int]) -> QuerySet[QuarterReportRecord]:
    rows = QuarterReportRecord.objects.filter(pathway__in=pathway_ids)
    return rows.select_related("pathway").order_by("edition")
