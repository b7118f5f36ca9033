"""Questions about what came of a GAP and of its rupiah."""

from __future__ import annotations

from datetime import date

from setara.domain.budget.pathway import PathwayState
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, require
from setara.domain.language.text import Text
from setara.store.models import PathwayRecord
from setara.usecases.budget.result_facts import facts_of, signed_rows
from setara.usecases.budget.result_parts import ResultAnswer
from setara.usecases.budget.result_working import result_of
from setara.usecases.foundation.access import one

PATHWAY = Text("GAP", "The GAP")


def pathway_result(*, by: Actor, pathway_id: int, today: date) -> ResultAnswer:
    """The results of one GAP.

    Raises NotFound, also for another government's; Refused for one that is not signed. Cost: ten
    queries.
    """
    require(by.may(Permission.READ_RECORDS))
    rows = PathwayRecord.objects.select_related("issue__element", "issue__place", "agency")
    row = one(by, rows.prefetch_related("agency__names"), pathway_id, what=PATHWAY)
    if row.state == PathwayState.DRAFT:
        raise Refused(_UNSIGNED)
    return result_of(row, facts_of(by, [row], today))


def results_of_issue(*, by: Actor, issue_id: int, today: date) -> tuple[ResultAnswer, ...]:
    """The results of the GAPs of an issue that stand, the earliest first. Cost: ten queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = list(signed_rows(by).filter(issue_id=issue_id).order_by("pk"))
    facts = facts_of(by, rows, today)
    return tuple(result_of(row, facts) for row in rows)


_UNSIGNED = Text(
    "GAP ini belum ditandatangani, jadi belum ada hasil yang dapat dilaporkan.",
    "This GAP is not signed, so there is no result to report yet.",
)
