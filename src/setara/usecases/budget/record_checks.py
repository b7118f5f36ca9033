"""A GAP of the register checked by the rules, alone or through its GBS."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from setara.domain.budget.finding import Finding
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.store.models import PathwayRecord
from setara.usecases.budget.register import current
from setara.usecases.budget.rule_grounds import judged
from setara.usecases.foundation.access import NotFound, visible
from setara.usecases.foundation.commands import may_operate

PATHWAY = Text("GAP {number}", "GAP {number}")
STATEMENT = Text("GBS {number}", "GBS {number}")


@dataclass(frozen=True, slots=True)
class CheckedRecord:
    """A GAP of the register and what is weak in it."""

    pathway_id: int
    activity_code: str
    activity_name: str
    agency_name: str
    year: int
    findings: tuple[Finding, ...]


def check_pathway(*, by: Actor, pathway_id: int, today: date) -> CheckedRecord:
    """The findings of a GAP; the operator at the terminal may ask of any government's.

    Raises NotFound. Cost: six queries.
    """
    rows = _rows(by).filter(pk=pathway_id)
    return _checked(rows.first(), PATHWAY.filled(number=pathway_id), today)


def check_statement(*, by: Actor, statement_id: int, today: date) -> CheckedRecord:
    """The findings of the GAP a GBS rests on. Raises NotFound. Cost: six queries."""
    rows = _rows(by).filter(statements=statement_id)
    return _checked(rows.first(), STATEMENT.filled(number=statement_id), today)


def _rows(by: Actor) -> QuerySet[PathwayRecord]:
    rows = PathwayRecord.objects.select_related("agency").prefetch_related("agency__names")
    if by.is_operator:
        require(may_operate(by))
        return rows
    require(by.may(Permission.READ_RECORDS))
    return visible(by, rows)


def _checked(row: PathwayRecord | None, what: Text, today: date) -> CheckedRecord:
    if row is None:
        raise NotFound(what)
    return CheckedRecord(
        pathway_id=row.pk,
        activity_code=row.activity_code,
        activity_name=row.activity_name,
        agency_name=row.agency.as_rule_sees_it().name_on(today).name,
        year=row.year,
        findings=judged(row, current(row), today),
    )
