"""Questions about pathways (GAP)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from setara.domain.budget.activity import ActivityLevel, above, normal_form
from setara.domain.budget.finding import Finding
from setara.domain.budget.following import Standing
from setara.domain.budget.pathway import OVER, Pathway, PathwayState
from setara.domain.budget.pathway_steps import PathwayStep, may_sign, may_take
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.severity import Severity
from setara.domain.budget.statement import may_draw_up
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.domain.law.forms import Form, FormKind
from setara.domain.law.nomenclature import activities
from setara.store.models import (
    AgencyRecord,
    BudgetLineRecord,
    BudgetVersionRecord,
    DocumentPathwayRecord,
    IssueRecord,
    PathwayRecord,
)
from setara.usecases.budget.forms import form_for, form_of, level_of
from setara.usecases.budget.lines import LineAnswer, lines_of
from setara.usecases.budget.offering import Offers, Wanted, offers
from setara.usecases.budget.register import current, standings
from setara.usecases.budget.rule_grounds import judged
from setara.usecases.foundation.access import government_of, one, visible

PATHWAY = Text("GAP", "The GAP")


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


@dataclass(frozen=True, slots=True)
class PathwayAnswer:
    """A GAP with its form, what is weak in it, and what can be done about it.

    The data of a draft are those of the register today, of a signed one those it was signed
    with. `untied_lines` are the budget lines no GBS ties it to yet. `follows_id` is the GAP of an
    earlier year it was carried over from, `carries_out` id and title of the plan document's GAP
    that it brings into the budget.
    """

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
    untied_lines: tuple[LineAnswer, ...]
    statement_ids: tuple[int, ...]
    replaces_id: int | None
    replaced_by_id: int | None
    has_sample: bool
    carries_out: tuple[int, str] | None
    plans: tuple[tuple[int, str], ...]
    may_tie: Verdict
    may_save: Verdict
    may_sign: Verdict
    may_revise: Verdict
    may_drop: Verdict
    may_draw_up: Verdict
    follows_id: int | None = None
    follows_year: int | None = None

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings without whose remedy it cannot be signed."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)

    @property
    def advice(self) -> tuple[Finding, ...]:
        """The findings that explain and let through."""
        return tuple(each for each in self.findings if each.severity is not Severity.ERROR)


@dataclass(frozen=True, slots=True)
class PathwayDataAnswer:
    """Column 2 of a GAP, how each row stands to the register, and what that offers."""

    pathway: PathwayAnswer
    standings: tuple[Standing, ...]
    offers: Offers


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
    form: Form
    may_open: Verdict
    year: int


def pathways(*, by: Actor, today: date) -> tuple[PathwayLine, ...]:
    """Every GAP of the actor's government, the latest first. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    return tuple(line_of(row, today) for row in pathway_rows(by).order_by("-pk"))


def pathways_of_issue(*, by: Actor, issue_id: int, today: date) -> tuple[PathwayLine, ...]:
    """The GAPs of an issue that are not over, the earliest first. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = pathway_rows(by).filter(issue_id=issue_id).exclude(state__in=OVER)
    return tuple(line_of(row, today) for row in rows.order_by("pk"))


def pathway(*, by: Actor, pathway_id: int, today: date) -> PathwayAnswer:
    """One GAP. Raises NotFound, also for another government's. Cost: ten queries."""
    require(by.may(Permission.READ_RECORDS))
    return _answer(by, one(by, pathway_rows(by), pathway_id, what=PATHWAY), today)


def pathway_data(
    *, by: Actor, pathway_id: int, today: date, wanted: Wanted | None = None
) -> PathwayDataAnswer:
    """Column 2 of a GAP, and what answers the search. Raises NotFound.

    Cost: those of `pathway`, `standings` and `offers`.
    """
    require(by.may(Permission.READ_RECORDS))
    row = one(by, pathway_rows(by), pathway_id, what=PATHWAY)
    found = offers(row, wanted or Wanted(), today)
    return PathwayDataAnswer(_answer(by, row, today), standings(row), found)


def _answer(by: Actor, row: PathwayRecord, today: date) -> PathwayAnswer:
    seen = current(row)
    lines = lines_of(row, today)
    tied = dict(row.statements.order_by("pk").values_list("pk", "line_id"))
    return PathwayAnswer(
        pathway_id=row.pk,
        pathway=seen,
        form=form_of(row),
        agency_name=row.agency.as_rule_sees_it().name_on(today).name,
        issue_id=row.issue.pk,
        issue_title=row.issue.title,
        edition=row.edition,
        saved_by=row.saved_by,
        saved_at=row.saved_at,
        signed_by=row.signed_by,
        signed_at=row.signed_at,
        findings=judged(row, seen, today),
        lines=lines,
        untied_lines=tuple(line for line in lines if line.line_id not in tied.values()),
        statement_ids=tuple(tied),
        replaces_id=row.replaces_id,
        replaced_by_id=PathwayRecord.objects.filter(replaces=row)
        .values_list("pk", flat=True)
        .first(),
        has_sample=any(datum.is_sample for datum in seen.data),
        carries_out=(row.carries_out.pk, row.carries_out.title) if row.carries_out else None,
        plans=plans_of_year(by, row.year),
        may_tie=by.may(Permission.WRITE_PATHWAY, agency_id=row.agency_id),
        may_save=may_take(PathwayStep.SAVE, seen, by),
        may_sign=may_sign(seen, by, today),
        may_revise=may_take(PathwayStep.REVISE, seen, by),
        may_drop=may_take(PathwayStep.DROP, seen, by),
        may_draw_up=may_draw_up(seen, by),
        follows_id=row.follows_id,
        follows_year=row.follows.year if row.follows else None,
    )


def opening(*, by: Actor, issue_id: int, today: date) -> OpeningAnswer:
    """What is needed to open a GAP for an issue. Raises NotFound. Cost: seven queries.

    `year` is the latest that has a planned budget; next year where none was taken in.
    """
    require(by.may(Permission.READ_RECORDS))
    issue = one(by, IssueRecord.objects.all(), issue_id, what=Text("Isu gender", "The issue"))
    rows = visible(by, AgencyRecord.objects.prefetch_related("names")).order_by("code")
    own = [row for row in rows if by.may(Permission.WRITE_PATHWAY, agency_id=row.pk)]
    budgeted = BudgetLineRecord.objects.filter(agency__in=[row.pk for row in own])
    year = _latest_plan(by) or today.year + 1
    form = form_for(government_of(by), FormKind.PATHWAY, year)
    level = level_of(form)
    named = dict(budgeted.order_by("code").values_list("code", "name"))
    shipped = {each.code: each.name for each in activities(today.year) if each.level == level}
    if level is not ActivityLevel.SUB_ACTIVITY:
        codes = sorted({above(normal_form(code), level) for code in named})
        named = {code: shipped.get(code, code) for code in codes}
    # The agency's own budget first; the shipped nomenclature where none was imported.
    choices = named or shipped
    return OpeningAnswer(
        issue_id=issue.pk,
        issue_title=issue.title,
        agencies=tuple((row.pk, row.as_rule_sees_it().name_on(today).name) for row in own),
        activities=tuple(ActivityChoice(code, name) for code, name in choices.items()),
        form=form,
        may_open=by.may(Permission.WRITE_PATHWAY),
        year=year,
    )


def _latest_plan(by: Actor) -> int | None:
    versions = visible(by, BudgetVersionRecord.objects.order_by("-year"))
    plans = [phase.value for phase in BudgetPhase if phase.is_plan]
    return versions.filter(phase__in=plans).values_list("year", flat=True).first()


def plans_of_year(by: Actor, year: int) -> tuple[tuple[int, str], ...]:
    """The plan documents' GAPs of a plan that has the year, by id and title. Cost: one query."""
    rows = DocumentPathwayRecord.objects.filter(first_year__lte=year, last_year__gte=year)
    live = visible(by, rows.exclude(state=PathwayState.SUPERSEDED)).order_by("kind", "pk")
    return tuple(live.values_list("pk", "title"))


def pathway_rows(by: Actor) -> QuerySet[PathwayRecord]:
    """The GAPs of the actor's government, with what `line_of` reads of each."""
    rows = PathwayRecord.objects.select_related("issue", "agency", "follows", "carries_out")
    return visible(by, rows.prefetch_related("agency__names"))


def line_of(row: PathwayRecord, today: date) -> PathwayLine:
    """A GAP in a list."""
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
    )
