"""The thread of an issue, gathered from every room it runs through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from setara.domain.budget.outcome import OutcomeVerdict
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text, same
from setara.domain.reports.thread import Thread, ThreadItem, thread
from setara.domain.statistics.disparity import Undefined
from setara.store.models import (
    DecisionRecord,
    DocumentIssueRecord,
    FollowUpRecord,
    IssueRecord,
    PathwayRecord,
    StatementRecord,
)
from setara.usecases.budget.document_queries import documents_of_issue
from setara.usecases.budget.pathway_queries import pathways_of_issue
from setara.usecases.budget.result_parts import ResultAnswer
from setara.usecases.budget.result_queries import results_of_issue
from setara.usecases.budget.statement_queries import statements_of_issue
from setara.usecases.coordination.queries import decisions_of_issue
from setara.usecases.foundation.access import one, visible
from setara.usecases.statistics.issue_queries import IssueAnswer, issue, issues
from setara.usecases.statistics.results import result_of_issue


def thread_of(*, by: Actor, issue_id: int, today: date) -> Thread:
    """The whole thread of an issue. Raises NotFound. Cost: about thirty queries."""
    require(by.may(Permission.READ_RECORDS))
    found = issue(by=by, issue_id=issue_id, today=today)
    items = [
        *_measured(found),
        *_analysed(by, issue_id, today),
        *_decided(by, issue_id, today),
        *_result(by, issue_id, today),
    ]
    return thread(issue_id, same(found.title), items)


def threads(*, by: Actor, today: date) -> tuple[Thread, ...]:
    """The threads of every issue, open issues first. Cost: about thirty queries an issue."""
    lines = issues(by=by, today=today)
    return tuple(thread_of(by=by, issue_id=line.issue_id, today=today) for line in lines)


def issue_behind(*, by: Actor, station: Station) -> int | None:
    """The issue whose thread a record lies on; None where it lies on none. Cost: one query."""
    pk = station.subject_id
    match station.kind:
        case StationKind.PATHWAY if station.is_of_plan:
            begun = visible(
                by, DocumentIssueRecord.objects.filter(document=pk), through="issue__government"
            )
            return begun.order_by("pk").values_list("issue_id", flat=True).first()
        case StationKind.PATHWAY | StationKind.RESULT:
            pathways = visible(by, PathwayRecord.objects.filter(pk=pk))
            return pathways.values_list("issue_id", flat=True).first()
        case StationKind.STATEMENT:
            statements = visible(by, StatementRecord.objects.filter(pk=pk))
            return statements.values_list("pathway__issue_id", flat=True).first()
        case StationKind.DECISION:
            taken = DecisionRecord.objects.filter(pk=pk)
            decisions = visible(by, taken, through="meeting__government")
            return decisions.values_list("issue_id", flat=True).first()
        case StationKind.FOLLOW_UP:
            given = FollowUpRecord.objects.filter(pk=pk)
            follow_ups = visible(by, given, through="decision__meeting__government")
            return follow_ups.values_list("decision__issue_id", flat=True).first()
        case _:
            return pk


def disparity_place(*, by: Actor, issue_id: int) -> tuple[str, str, int]:
    """Element code, place code and year of the disparity behind an issue. Raises NotFound."""
    require(by.may(Permission.READ_RECORDS))
    rows = IssueRecord.objects.select_related("element", "place")
    found = one(by, rows, issue_id, what=Text("Isu gender", "The gender issue"))
    return found.element.code, found.place.code, found.valid_from.year


def _measured(found: IssueAnswer) -> Iterator[ThreadItem]:
    """Data, disparity and issue: one record seen at three stations."""
    pair, element, pk = found.disparity.pair, found.disparity.element, found.issue_id
    is_sample = pair.source.is_sample
    yield ThreadItem(
        Station(StationKind.OBSERVATION, pk),
        element.name,
        Text("{place}, {period}. {publisher}", "{place}, {period}. {publisher}").filled(
            place=pair.place_name, period=pair.period, publisher=pair.source.publisher
        ),
        is_sample=is_sample,
    )
    if not isinstance(found.disparity.disparity.difference, Undefined):
        reading = found.disparity.reading
        yield ThreadItem(
            Station(StationKind.DISPARITY, pk),
            found.disparity.disparity.behind.label,
            reading[0] if reading else None,
            is_sample=is_sample,
        )
    yield ThreadItem(
        Station(StationKind.ISSUE, pk),
        same(found.title),
        same(found.target) if found.target else None,
        found.state.label,
        owners=(found.owner_name,) if found.owner_name else (),
    )


def _analysed(by: Actor, issue_id: int, today: date) -> Iterator[ThreadItem]:
    for plan in documents_of_issue(by=by, issue_id=issue_id, today=today):
        period = f"{plan.first_year}–{plan.last_year}"
        yield ThreadItem(
            Station(StationKind.PATHWAY, plan.document_id, is_of_plan=True),
            same(plan.title),
            Text("GAP {kind}, {period}", "GAP of the {kind}, {period}").filled(
                kind=plan.kind.label, period=period
            ),
            plan.state.label,
            owners=(plan.agency_name,),
        )
    for line in pathways_of_issue(by=by, issue_id=issue_id, today=today):
        yield ThreadItem(
            Station(StationKind.PATHWAY, line.pathway_id),
            same(line.activity_name),
            same(line.activity_code),
            line.state.label,
            owners=(line.agency_name,),
        )
    for stated in statements_of_issue(by=by, issue_id=issue_id, today=today):
        yield ThreadItem(
            Station(StationKind.STATEMENT, stated.statement_id),
            same(stated.activity_name),
            stated.category.label,
            stated.state.label,
            owners=(stated.agency_name,),
            amount=stated.amount,
            is_sample=stated.is_sample,
        )


def _decided(by: Actor, issue_id: int, today: date) -> Iterator[ThreadItem]:
    for decision in decisions_of_issue(by=by, issue_id=issue_id, today=today):
        yield ThreadItem(
            Station(StationKind.DECISION, decision.decision_id),
            same(decision.text),
            Text("Keputusan {n}, {meeting}", "Decision {n}, {meeting}").filled(
                n=decision.number, meeting=decision.meeting_title
            ),
        )
        for line in decision.follow_ups:
            yield ThreadItem(
                Station(StationKind.FOLLOW_UP, line.follow_up_id),
                same(line.task),
                line.timeliness,
                line.state.label,
                owners=(
                    line.lead.agency_name,
                    *(part.agency_name for part in line.contributors),
                ),
            )


def _result(by: Actor, issue_id: int, today: date) -> Iterator[ThreadItem]:
    """What came of each GAP; else how the disparity moved since the issue was raised."""
    found = results_of_issue(by=by, issue_id=issue_id, today=today)
    told = [each for each in found if each.reported or each.verdict is not OutcomeVerdict.UNKNOWN]
    yield from map(_result_of_pathway, told)
    if all(each.verdict is OutcomeVerdict.UNKNOWN for each in told):
        yield from _moved(by, issue_id, found[-1].pathway_id if found else NO_PAGE)


def _result_of_pathway(found: ResultAnswer) -> ThreadItem:
    head = found.headline
    return ThreadItem(
        Station(StationKind.RESULT, found.pathway_id),
        _RESULT.filled(verdict=found.verdict.label, year=str(found.year)),
        head.followed.result.reason if head else None,
        _REPORTED.filled(n=found.reported),
        owners=(found.agency_name,),
        amount=found.money.spent,
        is_sample=found.is_sample,
    )


def _moved(by: Actor, issue_id: int, page: int) -> Iterator[ThreadItem]:
    found = result_of_issue(by=by, issue_id=issue_id)
    if found is None or isinstance(found.change, Undefined):
        return
    yield ThreadItem(
        Station(StationKind.RESULT, page),
        found.change.movement.label,
        Text(
            "Dari {before} ke {after}. Perubahan ini belum tentu akibat kegiatan di atas.",
            "From {before} to {after}. The change need not be due to the activities above.",
        ).filled(before=found.issue_period, after=found.later.period),
        is_sample=found.later.source.is_sample,
    )


NO_PAGE = 0
_RESULT = Text(
    "Kesenjangan {verdict} (tahun anggaran {year})", "Disparity {verdict} (budget year {year})"
)
_REPORTED = Text("{n} dari 4 triwulan dilaporkan", "{n} of 4 quarters reported")
