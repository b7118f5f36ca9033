"""Questions about statements (GBS) and the money they tie to a disparity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet, Sum
from django.utils.timezone import localdate

from setara.domain.budget.allocation import (
    Allocation,
    AllocationCategory,
    Denominator,
    responsive_share,
)
from setara.domain.budget.pathway import Pathway
from setara.domain.budget.phase import Stage
from setara.domain.budget.review.comments import all_answered
from setara.domain.budget.review.lateness import waiting
from setara.domain.budget.statement import (
    StatementState,
    StatementStep,
    may_approve,
    may_assure,
    may_lock,
    may_review,
    may_submit,
    may_take,
)
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.share import Share
from setara.domain.foundation.verdict import Verdict, first_refusal, require
from setara.domain.language.text import Text
from setara.domain.law.forms import Form
from setara.domain.law.nomenclature import Activity, activities
from setara.store.models import (
    BudgetLineRecord,
    RoundRecord,
    StatementRecord,
)
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.budget.forms import form_of_statement
from setara.usecases.budget.lines import LineAnswer, lines_of
from setara.usecases.budget.review_windows import may_submit_now
from setara.usecases.budget.signatories import Holder, holder_of
from setara.usecases.budget.statements import open_comments, statement_as_rule_sees_it
from setara.usecases.foundation.access import one, visible

STATEMENT = Text("GBS", "The GBS")


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A GBS in a list."""

    statement_id: int
    pathway_id: int
    line_id: int
    issue_id: int
    activity_code: str
    activity_name: str
    agency_id: int
    agency_name: str
    year: int
    stage: Stage
    amount: Rupiah
    category: AllocationCategory
    state: StatementState
    is_sample: bool


@dataclass(frozen=True, slots=True)
class StatementAnswer:
    """A GBS as it is printed and judged."""

    line: StatementLine
    pathway: Pathway
    form: Form
    issue_title: str
    program: Activity | None
    activity: Activity | None
    stage: Stage
    shares: tuple[Share, ...]
    signatory: Holder | None
    comment: str
    submitted_at: datetime | None
    approved_at: datetime | None
    approved_by: str
    lines: tuple[LineAnswer, ...]
    may_correct: Verdict
    may_submit: Verdict
    may_return: Verdict
    may_approve: Verdict
    may_assure: Verdict
    may_lock: Verdict
    locked_at: datetime | None = None
    locked_by: str = ""


def statements(*, by: Actor, today: date) -> tuple[StatementLine, ...]:
    """Every GBS of the actor's government, the latest first. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    return tuple(_line(row, today) for row in _rows(by).order_by("-pk"))


def statements_of_issue(*, by: Actor, issue_id: int, today: date) -> tuple[StatementLine, ...]:
    """The GBSs that rest on an issue, the earliest first. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = _rows(by).filter(pathway__issue_id=issue_id).order_by("pk")
    return tuple(_line(row, today) for row in rows)


def statement(*, by: Actor, statement_id: int, today: date) -> StatementAnswer:
    """One GBS. Raises NotFound, also for another government's. Cost: twelve queries."""
    require(by.may(Permission.READ_RECORDS))
    row = one(by, _rows(by), statement_id, what=STATEMENT)
    last = row.rounds.order_by("-number").first()
    seen = statement_as_rule_sees_it(row, last.writers if last else ())
    return StatementAnswer(
        line=_line(row, today),
        pathway=as_rule_sees_it(row.pathway),
        form=form_of_statement(row),
        issue_title=row.pathway.issue.title,
        program=_named(row.line.code.split(".")[:3], row.line.version.year),
        activity=_named(row.line.code.split(".")[:5], row.line.version.year),
        stage=row.line.version.stage,
        shares=_shares(row, today),
        signatory=holder_of(row.line.agency_id, today),
        comment=row.comment,
        submitted_at=row.submitted_at,
        approved_at=row.approved_at,
        approved_by=row.approved_by,
        lines=lines_of(row.pathway, today),
        may_correct=may_take(StatementStep.CORRECT, seen, by),
        may_submit=first_refusal(
            may_submit(seen, by),
            may_submit_now(row, today),
            all_answered(open_comments(row).count()),
        ),
        may_return=may_review(StatementStep.RETURN, seen, by),
        may_approve=may_approve(seen, by),
        may_assure=may_assure(seen, by, note="…"),
        may_lock=may_lock(seen, by, last is not None and _is_late(last, today)),
        locked_at=row.locked_at,
        locked_by=row.locked_by,
    )


def _is_late(last: RoundRecord, today: date) -> bool:
    return waiting(localdate(last.waits_since), today).is_late


def _rows(by: Actor) -> QuerySet[StatementRecord]:
    rows = StatementRecord.objects.select_related(
        "pathway__issue", "line__version", "line__book", "line__agency"
    ).prefetch_related("line__agency__names")
    return visible(by, rows)


def _line(row: StatementRecord, today: date) -> StatementLine:
    return StatementLine(
        statement_id=row.pk,
        pathway_id=row.pathway.pk,
        line_id=row.line.pk,
        issue_id=row.pathway.issue.pk,
        activity_code=row.line.code,
        activity_name=row.line.name,
        agency_id=row.line.agency_id,
        agency_name=row.line.agency.as_rule_sees_it().name_on(today).name,
        year=row.line.version.year,
        stage=row.line.version.stage,
        amount=Rupiah(row.line.amount),
        category=AllocationCategory(row.category),
        state=StatementState(row.state),
        is_sample=row.line.book.is_sample,
    )


def _named(parts: list[str], year: int) -> Activity | None:
    """The line of the shipped nomenclature above a code; None where it is not shipped."""
    code = ".".join(parts)
    return next((each for each in activities(year) if each.code == code), None)


def _shares(row: StatementRecord, today: date) -> tuple[Share, ...]:
    """The statement's share of the agency's budget and of the whole book, each by its name."""
    version = row.line.version
    book = Text("{stage} {year}", "{stage} {year}").filled(
        stage=version.stage.name, year=str(version.year)
    )
    agency = row.line.agency.as_rule_sees_it().name_on(today).short_name
    lines = BudgetLineRecord.objects.filter(version=version)
    wholes = {
        Denominator.AGENCY: lines.filter(agency=row.line.agency),
        Denominator.BOOK: lines,
    }
    own = [Allocation(AllocationCategory(row.category), Rupiah(row.line.amount))]
    return tuple(
        responsive_share(
            own,
            Rupiah(rows.aggregate(total=Sum("amount"))["total"]),
            whole.label.filled(book=book, agency=agency),
        )
        for whole, rows in wholes.items()
    )
