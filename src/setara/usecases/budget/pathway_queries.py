"""Questions about pathways (GAP)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.finding import Finding
from setara.domain.budget.pathway import Pathway, PathwayState
from setara.domain.budget.pathway_steps import PathwayStep, may_sign, may_take
from setara.domain.budget.statement import may_draw_up
from setara.domain.budget.substance import findings
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.domain.law.forms import Form, form
from setara.domain.law.nomenclature import activities
from setara.store.models import AgencyRecord, BudgetLineRecord, IssueRecord, PathwayRecord
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.budget.lines import LineAnswer, line_answer
from setara.usecases.foundation.access import one, visible

PATHWAY = Text("GAP", "The GAP")
FORM = "gap-9-columns"


@dataclass(frozen=True, slots=True)
class PathwayLine:
    """A GAP in a list."""

    pathway_id: int
    activity_code: str
    activity_name: str
    agency_id: int
    agency_name: str
    year: int
    state: PathwayState
    issue_id: int
    issue_title: str
    findings: int


@dataclass(frozen=True, slots=True)
class PathwayAnswer:
    """A GAP with its form, what is weak in it, and what can be done about it."""

    pathway_id: int
    pathway: Pathway
    form: Form
    agency_name: str
    issue_id: int
    issue_title: str
    edition: int
    saved_by: str
    saved_at: datetime
    signed_by: str
    signed_at: datetime | None
    findings: tuple[Finding, ...]
    lines: tuple[LineAnswer, ...]
    statement_ids: tuple[int, ...]
    has_sample: bool
    may_save: Verdict
    may_sign: Verdict
    may_revise: Verdict
    may_draw_up: Verdict
    categories: tuple[AllocationCategory, ...] = tuple(AllocationCategory)


@dataclass(frozen=True, slots=True)
class ActivityChoice:
    """A sub kegiatan a GAP can be about, from the budget or the shipped nomenclature."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class OpeningAnswer:
    """What the form that opens a GAP needs."""

    issue_id: int
    issue_title: str
    agencies: tuple[tuple[int, str], ...]
    activities: tuple[ActivityChoice, ...]
    may_open: Verdict


def pathways(*, by: Actor, today: date) -> tuple[PathwayLine, ...]:
    """Every GAP of the actor's government, the latest first. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    return tuple(_line(row, today) for row in _rows(by).order_by("-pk"))


def pathways_of_issue(*, by: Actor, issue_id: int, today: date) -> tuple[PathwayLine, ...]:
    """The GAPs of an issue that were not replaced, the earliest first. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = _rows(by).filter(issue_id=issue_id).exclude(state=PathwayState.SUPERSEDED)
    return tuple(_line(row, today) for row in rows.order_by("pk"))


def pathway(*, by: Actor, pathway_id: int, today: date) -> PathwayAnswer:
    """One GAP. Raises NotFound, also for another government's. Cost: five queries."""
    require(by.may(Permission.READ_RECORDS))
    row = one(by, _rows(by), pathway_id, what=PATHWAY)
    seen = as_rule_sees_it(row)
    return PathwayAnswer(
        pathway_id=row.pk,
        pathway=seen,
        form=form(FORM, on=today),
        agency_name=row.agency.as_rule_sees_it().name_on(today).name,
        issue_id=row.issue.pk,
        issue_title=row.issue.title,
        edition=row.edition,
        saved_by=row.saved_by,
        saved_at=row.saved_at,
        signed_by=row.signed_by,
        signed_at=row.signed_at,
        findings=findings(seen, today=today),
        lines=_lines_of(row, today),
        statement_ids=tuple(row.statements.order_by("pk").values_list("pk", flat=True)),
        has_sample=any(datum.is_sample for datum in seen.data),
        may_save=may_take(PathwayStep.SAVE, seen, by),
        may_sign=may_sign(seen, by, today),
        may_revise=may_take(PathwayStep.REVISE, seen, by),
        may_draw_up=may_draw_up(seen, by),
    )


def opening(*, by: Actor, issue_id: int, today: date) -> OpeningAnswer:
    """What is needed to open a GAP for an issue. Raises NotFound. Cost: five queries."""
    require(by.may(Permission.READ_RECORDS))
    issue = one(by, IssueRecord.objects.all(), issue_id, what=Text("Isu gender", "The issue"))
    rows = visible(by, AgencyRecord.objects.prefetch_related("names")).order_by("code")
    own = [row for row in rows if by.may(Permission.WRITE_PATHWAY, agency_id=row.pk)]
    budgeted = BudgetLineRecord.objects.filter(agency__in=[row.pk for row in own])
    named = dict(budgeted.order_by("code").values_list("code", "name"))
    shipped = {
        each.code: each.name for each in activities(today.year) if each.level == "sub_kegiatan"
    }
    # The agency's own budget first; the shipped nomenclature where none was imported.
    choices = named or shipped
    return OpeningAnswer(
        issue_id=issue.pk,
        issue_title=issue.title,
        agencies=tuple((row.pk, row.as_rule_sees_it().name_on(today).name) for row in own),
        activities=tuple(ActivityChoice(code, name) for code, name in choices.items()),
        may_open=by.may(Permission.WRITE_PATHWAY),
    )


def _rows(by: Actor) -> QuerySet[PathwayRecord]:
    rows = PathwayRecord.objects.select_related("issue", "agency")
    return visible(by, rows.prefetch_related("agency__names"))


def _lines_of(row: PathwayRecord, today: date) -> tuple[LineAnswer, ...]:
    """The budget lines the GAP can be tied to, of the latest version of its year."""
    lines = (
        BudgetLineRecord.objects.filter(
            agency=row.agency, code=row.activity_code, version__year=row.year
        )
        .select_related("agency")
        .prefetch_related("agency__names")
        .order_by("-version__imported_at")
    )
    return tuple(line_answer(each, today) for each in lines)


def _line(row: PathwayRecord, today: date) -> PathwayLine:
    return PathwayLine(
        pathway_id=row.pk,
        activity_code=row.activity_code,
        activity_name=row.activity_name,
        agency_id=row.agency_id,
        agency_name=row.agency.as_rule_sees_it().name_on(today).short_name,
        year=row.year,
        state=PathwayState(row.state),
        issue_id=row.issue.pk,
        issue_title=row.issue.title,
        findings=len(findings(as_rule_sees_it(row), today=today)),
    )
