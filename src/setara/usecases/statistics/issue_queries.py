"""Questions about gender issues."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, require
from setara.domain.language.text import Text
from setara.domain.statistics.issue import (
    DisparityKey,
    Issue,
    IssueState,
    may_close_issue,
    may_reopen_issue,
    may_take_up_issue,
    weaknesses,
)
from setara.store.models import AgencyRecord, IssueRecord
from setara.usecases.foundation.access import NotFound, visible
from setara.usecases.statistics.pairs import disparity_between
from setara.usecases.statistics.queries import DisparityAnswer, disparity_of

ISSUE = Text("Isu gender", "The gender issue")


@dataclass(frozen=True, slots=True)
class OwnerChoice:
    """An agency that could answer for an issue."""

    agency_id: int
    name: str


@dataclass(frozen=True, slots=True)
class IssueAnswer:
    """An issue with the disparity it rests on, read from today's data."""

    issue_id: int
    title: str
    why_it_matters: str
    target: str
    state: IssueState
    owner_id: int | None
    owner_name: str | None
    disparity: DisparityAnswer
    weaknesses: tuple[Text, ...]
    may_take_up: Verdict
    may_close: Verdict
    may_reopen: Verdict
    owner_choices: tuple[OwnerChoice, ...]


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue in a list."""

    issue_id: int
    title: str
    state: IssueState
    owner_name: str | None
    element_name: Text
    place_name: str
    period: Period


def issues(*, by: Actor, today: date) -> tuple[IssueLine, ...]:
    """Every issue of the actor's government, open ones first. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    order = list(IssueState)
    lines = [_line(row, today) for row in _rows(by).order_by("pk")]
    return tuple(sorted(lines, key=lambda line: (order.index(line.state), line.issue_id)))


def issue(*, by: Actor, issue_id: int, today: date) -> IssueAnswer:
    """One issue. Raises NotFound, also for another government's. Cost: ten queries."""
    require(by.may(Permission.READ_RECORDS))
    row = _rows(by).filter(pk=issue_id).first()
    if row is None:
        raise NotFound(ISSUE)
    shown = disparity_of(
        by=by,
        element_code=row.element.code,
        place_code=row.place.code,
        year=row.valid_from.year,
        today=today,
    )
    seen = _seen(row)
    own = by.may(Permission.RAISE_ISSUE, agency_id=row.owner_id)
    choices = _owner_choices(by, today)
    return IssueAnswer(
        issue_id=row.pk,
        title=row.title,
        why_it_matters=row.why_it_matters,
        target=row.target,
        state=IssueState(row.state),
        owner_id=row.owner_id,
        owner_name=_owner_name(row, today),
        disparity=shown,
        weaknesses=weaknesses(seen, disparity_between(shown.element, shown.pair)),
        may_take_up=first_refusal(
            by.may(Permission.RAISE_ISSUE), may_take_up_issue(_with_owner(seen))
        ),
        may_close=first_refusal(own, may_close_issue(seen, because="…")),
        may_reopen=first_refusal(own, may_reopen_issue(seen)),
        owner_choices=choices,
    )


def _owner_choices(by: Actor, today: date) -> tuple[OwnerChoice, ...]:
    rows = visible(by, AgencyRecord.objects.prefetch_related("names")).order_by("code")
    return tuple(
        OwnerChoice(row.pk, row.as_rule_sees_it().name_on(today).name)
        for row in rows
        if by.may(Permission.RAISE_ISSUE, agency_id=row.pk) == ALLOWED
        and row.as_rule_sees_it().exists_on(today)
    )


def _with_owner(seen: Issue) -> Issue:
    """The issue as if an agency were named, so that the verdict speaks of the step alone."""
    return Issue(seen.title, seen.disparity, seen.why_it_matters, seen.target, ("…",), seen.state)


def _seen(row: IssueRecord) -> Issue:
    return Issue(
        title=row.title,
        disparity=DisparityKey(
            row.element.code, row.place.code, Period(row.valid_from, row.valid_to)
        ),
        why_it_matters=row.why_it_matters,
        target=row.target,
        owners=(row.owner.code,) if row.owner else (),
        state=IssueState(row.state),
    )


def _rows(by: Actor) -> QuerySet[IssueRecord]:
    related = IssueRecord.objects.select_related("element", "place", "owner")
    return visible(by, related.prefetch_related("owner__names"))


def _owner_name(row: IssueRecord, today: date) -> str | None:
    return row.owner.as_rule_sees_it().name_on(today).name if row.owner else None


def _line(row: IssueRecord, today: date) -> IssueLine:
    return IssueLine(
        issue_id=row.pk,
        title=row.title,
        state=IssueState(row.state),
        owner_name=_owner_name(row, today),
        element_name=Text(row.element.name_id, row.element.name_en),
        place_name=row.place.name,
        period=Period(row.valid_from, row.valid_to),
    )
