"""What every submission of a GBS leaves behind, and which earlier yes still stands for it."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from setara.domain.budget.allocation import Allocation, AllocationCategory
from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.review.comments import ReviewVerdict
from setara.domain.budget.review.content import Content, LineFacts, content_of, marks_of
from setara.domain.budget.statement import StatementState
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.seat import SeatKind
from setara.domain.language.text import Language
from setara.store.models import (
    EventRecord,
    PathwayRecord,
    ReviewRecord,
    RoundRecord,
    StatementRecord,
)
from setara.usecases.budget.columns import as_rule_sees_it

_WRITING = ("drawn_up", "corrected", "submitted")


def open_round(
    record: StatementRecord, who: str, at: datetime, waits_since: datetime | None = None
) -> RoundRecord:
    """Keep what is submitted as it is now; the next round of the statement. Cost: six queries."""
    number = record.rounds.count() + 1
    return RoundRecord.objects.create(
        statement=record,
        number=number,
        pathway=record.pathway,
        content=as_kept(content_now(record)),
        marks=marks_now(record),
        writers=sorted(writers_of(record)),
        submitted_at=at,
        submitted_by=who,
        waits_since=waits_since or at,
    )


def current_round(record: StatementRecord, at: datetime) -> RoundRecord:
    """The last round; a statement submitted before rounds were kept gets its first one now."""
    found = record.rounds.order_by("-number").first()
    if found is not None:
        return found
    # An approved one has waited for the inspectorate since its last yes, not since it came in.
    return open_round(record, "–", record.submitted_at or at, waits_since=record.approved_at)


def content_now(record: StatementRecord) -> Content:
    """The parts of the statement as they stand."""
    return content_of(as_rule_sees_it(record.pathway), _allocation(record), _line(record))


def marks_now(record: StatementRecord) -> dict[str, str]:
    """What each deciding driver would judge now, hashed, by the driver's stored name."""
    found = marks_of(as_rule_sees_it(record.pathway), _allocation(record), _line(record))
    return {driver.value: mark for driver, mark in found.items()}


def standing(record: StatementRecord, marks: dict[str, str]) -> set[SeatKind]:
    """The drivers whose last word was a yes to what is still the same. Cost: one query."""
    last: dict[str, ReviewRecord] = {}
    for review in ReviewRecord.objects.filter(round__statement=record).order_by("pk"):
        last[review.driver] = review
    return {
        SeatKind(driver)
        for driver, review in last.items()
        if review.verdict == ReviewVerdict.YES and review.mark == marks.get(driver)
    }


def writers_of(record: StatementRecord) -> set[int]:
    """The accounts that wrote the analysis, in any of its revisions, or chose the money.

    Cost: one query and one a revision.
    """
    pathways: list[str] = []
    each: PathwayRecord | None = record.pathway
    while each is not None:
        pathways.append(str(each.pk))
        each = each.replaces
    wrote = Q(subject_kind="Pathway", subject_id__in=pathways, name__startswith="budget.pathway.")
    chose = Q(
        subject_kind="Statement",
        subject_id=str(record.pk),
        name__in=[f"budget.statement.{deed}" for deed in _WRITING],
    )
    rows = EventRecord.objects.filter(wrote | chose, government_id=record.government_id)
    found = rows.values_list("account_id", flat=True).distinct()
    return {account_id for account_id in found if account_id is not None}


def follow_revision(record: PathwayRecord) -> list[int]:
    """Tie to a newly signed revision the statements that are being mended; their ids.

    One that waits for a driver follows once it is sent back: nobody judges what was not submitted.
    """
    if record.replaces_id is None:
        return []
    mended = StatementRecord.objects.filter(
        pathway_id=record.replaces_id,
        state__in=[StatementState.DRAFT, StatementState.RETURNED],
    )
    found = list(mended.values_list("pk", flat=True))
    StatementRecord.objects.filter(pk__in=found).update(pathway=record)
    return found


def latest_signed(record: PathwayRecord) -> PathwayRecord:
    """The signed revision that a replaced GAP led to; itself where there is none."""
    each: PathwayRecord = record
    while each.state == PathwayState.SUPERSEDED:
        revision = PathwayRecord.objects.filter(replaces=each).first()
        if revision is None or revision.state == PathwayState.DRAFT:
            return record
        each = revision
    return each


def as_kept(content: Content) -> dict[str, list[list[str]]]:
    """The parts in both languages, as a round keeps them."""
    return {
        part: [[each.say(Language.INDONESIAN), each.say(Language.ENGLISH)] for each in words]
        for part, words in content.items()
    }


def _allocation(record: StatementRecord) -> Allocation:
    return Allocation(AllocationCategory(record.category), Rupiah(record.line.amount))


def _line(record: StatementRecord) -> LineFacts:
    line = record.line
    return LineFacts(line.code, line.name, line.version.stage, line.version.year)
