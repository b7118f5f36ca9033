"""Statements (GBS) whose budget changed since: said on each, and changed in one act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet

from setara.domain.budget.activity import normal_form
from setara.domain.budget.statement import StatementState
from setara.domain.budget.statement_change import Changing, LineStanding, may_change
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, Verdict, require
from setara.domain.language.text import Text
from setara.store.models import BudgetLineRecord, StatementRecord
from setara.usecases.budget.activity_lines import ActivityOfYear
from setara.usecases.budget.latest_lines import LatestLine, latest_lines
from setara.usecases.budget.recap_books import named
from setara.usecases.budget.statements import (
    LINE,
    STATEMENT,
    statement_as_rule_sees_it,
)
from setara.usecases.foundation.access import government_of, one, visible
from setara.usecases.foundation.command import command, leave_event


@dataclass(frozen=True, slots=True)
class StatementChange:
    """What became of the money of a statement, and its place in the row of changes.

    `changes_id` is the earlier statement that this one changes, with the money that it stated;
    `changed_by_id` the later one that changes it.
    """

    statement_id: int
    standing: LineStanding
    changes_id: int | None = None
    stated_before: LineStanding | None = None
    changed_by_id: int | None = None
    may_change: Verdict | None = None

    @property
    def says(self) -> bool:
        """Whether there is anything to say: a statement that was changed already says no more."""
        return self.changed_by_id is None and self.standing.change.differs


def statement_changes(*, by: Actor) -> dict[int, StatementChange]:
    """Every statement of the actor's government by its id. Cost: five queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = list(visible(by, _rows()).order_by("pk"))
    return {row.pk: _answer(row, found) for row, found in _standings(by, rows)}


def statement_change(*, by: Actor, statement_id: int) -> StatementChange:
    """One statement with the verdict on changing it. Raises NotFound. Cost: six queries."""
    require(by.may(Permission.READ_RECORDS))
    row = one(by, _rows(), statement_id, what=STATEMENT)
    found = next(standing for _, standing in _standings(by, [row]))
    return _answer(row, found, _verdict(by, row, found))


@command("budget.statement.changed", says=Text("GBS perubahan disusun", "Changed GBS drawn up"))
def draw_up_changed_statement(*, by: Actor, at: datetime, statement_id: int) -> int:
    """Draw up the GBS perubahan of an approved statement on its agency's latest budget.

    Nothing is typed: GAP and category are those of the earlier one, the amount is the new line's.
    Raises Refused where the money is the same, the sub kegiatan is gone, or it was changed
    already; NotFound.
    """
    row = one(by, _rows().select_for_update(of=("self",)), statement_id, what=STATEMENT)
    found = next(standing for _, standing in _standings(by, [row]))
    require(_verdict(by, row, found))
    if found.line_id is None:
        raise Refused(found.words)
    lines = BudgetLineRecord.objects.select_related("version")
    line = one(by, lines, found.line_id, what=LINE, through="version__government")
    record = StatementRecord.objects.create(
        government_id=government_of(by),
        form_key=row.form_key,
        form_version=row.form_version,
        pathway_id=row.pathway_id,
        line=line,
        category=row.category,
        state=StatementState.DRAFT,
        changes=row,
    )
    leave_event(
        "budget.statement.changed",
        by=by,
        at=at,
        subject=record,
        changes=row.pk,
        before=row.line.amount,
        after=line.amount,
    )
    return record.pk


def _rows() -> QuerySet[StatementRecord]:
    return StatementRecord.objects.select_related(
        "pathway", "line__version", "changes__line__version", "changed_by"
    )


def _standings(
    by: Actor, rows: Iterable[StatementRecord]
) -> Iterator[tuple[StatementRecord, LineStanding]]:
    rows = list(rows)
    of = {row.pk: _activity(row) for row in rows}
    latest = latest_lines(by, set(of.values()))
    for row in rows:
        yield row, _standing(row, latest.get(of[row.pk]))


def _standing(row: StatementRecord, latest: LatestLine | None) -> LineStanding:
    stated, book = Rupiah(row.line.amount), named(row.line.version)
    if latest is None or latest.version_id == row.line.version_id:
        return LineStanding(stated, book)
    return LineStanding(stated, book, latest.amount, latest.book_name, latest.line_id)


def _activity(row: StatementRecord) -> ActivityOfYear:
    return row.line.version.year, row.line.agency_id, normal_form(row.line.code)


def _verdict(by: Actor, row: StatementRecord, standing: LineStanding) -> Verdict:
    taken = StatementRecord.objects.filter(line=standing.line_id) if standing.line_id else None
    changing = Changing(
        standing,
        is_approved=row.approved_at is not None,
        is_changed=_changed_by(row) is not None or bool(taken and taken.exists()),
    )
    seen = statement_as_rule_sees_it(row)
    if standing.now is not None:
        seen = replace(seen, allocation=replace(seen.allocation, amount=standing.now))
    return may_change(seen, changing, by)


def _answer(
    row: StatementRecord, standing: LineStanding, verdict: Verdict | None = None
) -> StatementChange:
    earlier = row.changes
    before = None
    if earlier is not None:
        before = LineStanding(
            Rupiah(earlier.line.amount),
            named(earlier.line.version),
            Rupiah(row.line.amount),
            named(row.line.version),
        )
    return StatementChange(
        row.pk,
        standing,
        changes_id=row.changes_id,
        stated_before=before,
        changed_by_id=_changed_by(row),
        may_change=verdict,
    )


def _changed_by(row: StatementRecord) -> int | None:
    later = getattr(row, "changed_by", None)
    return None if later is None else later.pk
