"""Verbs on statements (GBS): drawn up from a signed GAP, corrected, submitted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from setara.domain.budget.allocation import Allocation, AllocationCategory
from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.review.comments import CommentState, all_answered
from setara.domain.budget.statement import (
    Statement,
    StatementState,
    StatementStep,
    may_draw_up,
    may_submit,
    may_take,
    may_tie,
    reached,
)
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import ALLOWED, Refused, Verdict, refused, require
from setara.domain.language.text import Text
from setara.domain.law.forms import FormKind
from setara.store.models import (
    BudgetLineRecord,
    PathwayRecord,
    ReviewCommentRecord,
    StatementRecord,
)
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.budget.forms import form_for
from setara.usecases.budget.review_windows import may_submit_now
from setara.usecases.budget.rounds import open_round, standing
from setara.usecases.foundation.access import CHANGED_MEANWHILE, account_of, government_of, one
from setara.usecases.foundation.command import command, leave_event

STATEMENT = Text("GBS", "The GBS")
PATHWAY = Text("GAP", "The GAP")
LINE = Text("Baris anggaran", "The budget line")


def statement_as_rule_sees_it(record: StatementRecord, writers: Collection[int] = ()) -> Statement:
    """The stored statement as the domain knows it. Cost: queries unless related are selected."""
    line = record.line
    return Statement(
        pathway=as_rule_sees_it(record.pathway),
        allocation=Allocation(AllocationCategory(record.category), Rupiah(line.amount)),
        line_agency_id=line.agency_id,
        line_code=line.code,
        line_year=line.version.year,
        state=StatementState(record.state),
        submitted_by=record.submitted_by_id,
        writers=frozenset(writers),
    )


@command("budget.statement.drawn_up", says=Text("GBS disusun", "GBS drawn up"))
def draw_up_statement(
    *,
    by: Actor,
    at: datetime,
    pathway_id: int,
    line_id: int,
    category: AllocationCategory,
) -> int:
    """Tie a signed GAP to a budget line; nothing is typed, the amount is the line's.

    Raises Refused where the GAP is not signed, the line is another activity's, agency's or
    year's, or the two are tied already.
    """
    line = _line(by, line_id)
    # A revision may not be signed meanwhile: what it finds on the GAP follows it.
    signed = PathwayRecord.objects.select_for_update(no_key=True)
    pathway = one(by, signed, pathway_id, what=PATHWAY)
    require(may_draw_up(as_rule_sees_it(pathway), by))
    form = form_for(government_of(by), FormKind.STATEMENT, pathway.year)
    record = StatementRecord(
        government_id=government_of(by),
        form_key=form.key,
        form_version=form.version,
        pathway=pathway,
        line=line,
        category=category,
        state=StatementState.DRAFT,
    )
    require(may_tie(statement_as_rule_sees_it(record)))
    require(_is_untied(record))
    record.save()
    leave_event("budget.statement.drawn_up", by=by, at=at, subject=record, amount=line.amount)
    return record.pk


@command("budget.statement.corrected", says=Text("GBS diperbaiki", "GBS corrected"))
def correct_statement(
    *, by: Actor, at: datetime, statement_id: int, line_id: int, category: AllocationCategory
) -> None:
    """Choose the budget line and the category anew, before a GBS is submitted or after a return.

    Raises Refused as `draw_up_statement` does, NotFound.
    """
    record = held_statement(by, statement_id)
    require(may_take(StatementStep.CORRECT, statement_as_rule_sees_it(record), by))
    before = (record.line_id, record.category)
    record.line, record.category = _line(by, line_id), category
    require(may_tie(statement_as_rule_sees_it(record)))
    require(_is_untied(record))
    move(record, StatementState(record.state), line=record.line, category=category)
    leave_event(
        "budget.statement.corrected",
        by=by,
        at=at,
        subject=record,
        before=list(before),
        after=[record.line.pk, category.value],
    )


@command("budget.statement.submitted", says=Text("GBS diajukan", "GBS submitted"))
def submit_statement(*, by: Actor, at: datetime, statement_id: int) -> None:
    """Hand a GBS to the drivers: to the first whose earlier yes does not stand.

    Raises Refused, also outside its window and where a comment is not answered, NotFound.
    """
    record = held_statement(by, statement_id)
    require(may_submit(statement_as_rule_sees_it(record), by))
    require(may_submit_now(record, localdate(at)))
    require(all_answered(open_comments(record).count()))
    # What was submitted includes who submitted it, so the event comes before the round.
    leave_event("budget.statement.submitted", by=by, at=at, subject=record)
    opened = open_round(record, by.name, at)
    to = reached(StatementState.SUBMITTED, standing(record, opened.marks))
    move(record, to, submitted_by_id=account_of(by), submitted_at=at, comment="")


def open_comments(record: StatementRecord) -> QuerySet[ReviewCommentRecord]:
    """The comments on a statement that wait for the writer's answer."""
    return ReviewCommentRecord.objects.filter(
        review__round__statement=record, state=CommentState.OPEN
    )


def _line(by: Actor, line_id: int) -> BudgetLineRecord:
    # Whoever asks twice at once waits here, and finds the GBS that the first drew up.
    rows = BudgetLineRecord.objects.select_related("version").select_for_update(of=("self",))
    return one(by, rows, line_id, what=LINE, through="version__government")


def _is_untied(record: StatementRecord) -> Verdict:
    """One GBS for a budget line, however often its GAP is revised."""
    # One that is not approved yet follows its GAP to the revision once it is sent back.
    twins = StatementRecord.objects.filter(
        Q(pathway__state__in=[PathwayState.DRAFT, PathwayState.SIGNED])
        | Q(approved_at__isnull=True),
        line=record.line,
    )
    if not twins.exclude(pk=record.pk).exists():
        return ALLOWED
    return refused(
        "Baris anggaran ini sudah mempunyai GBS.",
        "There is a GBS for this budget line already.",
    )


def held_statement(by: Actor, pk: int) -> StatementRecord:
    """A statement with what its rules ask about. Raises NotFound. Cost: one query."""
    rows = StatementRecord.objects.select_related("pathway", "line__version")
    return one(by, rows, pk, what=STATEMENT)


def move(record: StatementRecord, to: StatementState, **changes: object) -> None:
    """Write the state a step leads to, where nobody took another step since. Raises Refused."""
    judged = StatementRecord.objects.filter(pk=record.pk, state=record.state)
    if judged.update(state=to, **changes) != 1:
        raise Refused(CHANGED_MEANWHILE)
