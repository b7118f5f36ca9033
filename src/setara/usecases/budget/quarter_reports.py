"""Verbs on the quarterly report of a GAP: reported, and put right for a reason."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from setara.domain.budget.quarter_report import QuarterReport, flaws, may_report
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Refused, require
from setara.domain.language.text import Text
from setara.store.models import PathwayRecord, QuarterReportRecord
from setara.usecases.budget.activity_lines import activity_of
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.budget.quarter_rows import actions_kept, indicators_kept
from setara.usecases.budget.realised_money import realised_money
from setara.usecases.foundation.access import CHANGED_MEANWHILE, one
from setara.usecases.foundation.command import command, leave_event

PATHWAY = Text("GAP", "The GAP")


class BadReport(Refused):
    """A report in which something is wrong; `fields` are the sentences by the form's field."""

    def __init__(self, fields: dict[str, Text]) -> None:
        super().__init__(next(iter(fields.values())))
        self.fields = fields


@command("budget.quarter.reported", says=Text("Hasil triwulan dilaporkan", "Quarter reported"))
def report_quarter(
    *,
    by: Actor,
    at: datetime,
    pathway_id: int,
    report: QuarterReport,
    edition: int = 0,
    reason: str = "",
) -> int:
    """Report a quarter of a signed GAP, or put right the edition that `edition` names.

    Money that an imported realisation has is never typed again. What stood before stays with the
    reason. Raises BadReport with every flaw, Refused where it is too early or somebody else
    reported meanwhile, NotFound.
    """
    record = one(by, PathwayRecord.objects.all(), pathway_id, what=PATHWAY)
    pathway = as_rule_sees_it(record)
    require(may_report(pathway, report.quarter, by, localdate(at)))
    key = activity_of(record)
    is_derived = report.quarter in realised_money(by, [key]).get(key, {})
    found = {each.field: each.reason for each in flaws(report, pathway, is_derived=is_derived)}
    if edition and not reason.strip():
        found["reason"] = _SAY_WHY
    if found:
        raise BadReport(found)
    kept = _kept(record, report, by=by, moment=at)
    kept.edition, kept.reason = edition + 1, reason.strip() if edition else ""
    _keep(kept)
    leave_event(
        "budget.quarter.reported",
        by=by,
        at=at,
        subject=kept,
        pathway=record.pk,
        quarter=kept.quarter,
        edition=kept.edition,
        reason=kept.reason,
    )
    return kept.pk


def _kept(
    record: PathwayRecord, report: QuarterReport, *, by: Actor, moment: datetime
) -> QuarterReportRecord:
    return QuarterReportRecord(
        pathway=record,
        quarter=report.quarter,
        indicators=indicators_kept(report),
        actions=actions_kept(report),
        spent=None if report.spent is None else report.spent.amount,
        spent_source="" if report.spent is None else report.spent_source.strip(),
        obstacles=report.obstacles.strip(),
        remedy=report.remedy.strip(),
        reported_by=by.name,
        reported_at=moment,
    )


def _keep(kept: QuarterReportRecord) -> None:
    """Next in the row of editions, and only there: two who write at once are told apart."""
    rows = QuarterReportRecord.objects.filter(pathway=kept.pathway, quarter=kept.quarter)
    if rows.count() != kept.edition - 1:
        raise Refused(CHANGED_MEANWHILE)
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError as clash:
        raise Refused(CHANGED_MEANWHILE) from clash


_SAY_WHY = Text(
    "Tulis alasan laporan ini diperbaiki; laporan sebelumnya tetap tersimpan.",
    "Write why this report is put right; the one before is kept.",
)
