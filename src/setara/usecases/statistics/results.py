"""What became of the disparity an issue rests on."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Undefined
from setara.domain.statistics.reading import Subject
from setara.domain.statistics.trend import Trend, trend
from setara.store.models import IssueRecord, ObservationRecord
from setara.usecases.foundation.access import one
from setara.usecases.statistics.pairs import PairAnswer, measured, pairs_of

ISSUE = Text("Isu gender", "The gender issue")


@dataclass(frozen=True, slots=True)
class ResultAnswer:
    """The same disparity at a later period, and how it moved since the issue's."""

    issue_period: Period
    later: PairAnswer
    change: Trend | Undefined


def result_of_issue(*, by: Actor, issue_id: int) -> ResultAnswer | None:
    """The latest later measurement of an issue's disparity; None where there is none yet.

    It says that the disparity moved, not that the rupiah moved it. Raises NotFound.
    Cost: two queries.
    """
    require(by.may(Permission.READ_RECORDS))
    rows = IssueRecord.objects.select_related("element", "place")
    issue = one(by, rows, issue_id, what=ISSUE)
    figures = ObservationRecord.objects.filter(element=issue.element, place=issue.place)
    pairs = pairs_of(figures)
    at_issue = Period(issue.valid_from, issue.valid_to)
    first = next((pair for pair in pairs if pair.period == at_issue), None)
    last = pairs[-1] if pairs else None
    if first is None or last is None or last.period <= first.period:
        return None
    element = issue.element.as_rule_sees_it()
    before, after = measured(element, first), measured(element, last)
    places = Subject(element, first.place_name, after, before).places
    change = trend(first.period, before.disparity, after.disparity, places)
    return ResultAnswer(at_issue, last, change)
