"""What the plain rules of screening say about stored lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet

from setara.domain.budget.screening.rules import Candidate, Screened, screened_if_known
from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Text
from setara.domain.statistics.issue import IssueState
from setara.store.models import BudgetLineRecord, IssueRecord
from setara.usecases.foundation.access import visible


def screened_line(code: str, name: str, disparities: Mapping[str, Text]) -> Screened:
    """The reasons for a look at a line, none for a code of another nomenclature."""
    return screened_if_known(Candidate(code, name), disparities)


def worth_a_look(rows: QuerySet[BudgetLineRecord], disparities: Mapping[str, Text]) -> list[int]:
    """The ids of the lines the rules ask a look at. Cost: one query; lines one by one."""
    return [
        pk
        for pk, code, name in rows.values_list("pk", "code", "name")
        if screened_line(code, name, disparities).is_worth_a_look
    ]


def open_issues(by: Actor) -> list[IssueRecord]:
    """The government's issues that are not closed, by title. Cost: one query."""
    rows = visible(by, IssueRecord.objects.select_related("owner"))
    return list(rows.exclude(state=IssueState.CLOSED).order_by("title", "pk"))


def disparities_of(issues: Sequence[IssueRecord]) -> dict[str, Text]:
    """The open gap of a field, by the code of the agency that answers for it."""
    return {row.owner.code: Text(row.title, row.title) for row in issues if row.owner}
