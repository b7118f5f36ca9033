"""Verbs on gender issues: raised from a disparity, taken up by an agency, closed, reopened."""

from __future__ import annotations

from datetime import datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, Verdict, refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.issue import (
    DisparityKey,
    Issue,
    IssueState,
    may_close_issue,
    may_raise_issue,
    may_reopen_issue,
    may_take_up_issue,
)
from setara.domain.statistics.observation import Observation
from setara.store.models import (
    AgencyRecord,
    ElementRecord,
    IssueRecord,
    ObservationRecord,
    PlaceRecord,
)
from setara.usecases.foundation.access import (
    CHANGED_MEANWHILE,
    NotFound,
    government_of,
    one,
    visible,
)
from setara.usecases.foundation.command import command, leave_event

ISSUE = Text("Isu gender", "The gender issue")


@command("statistics.issue.raised", says=Text("Isu gender diangkat", "Issue raised"))
def raise_issue(
    *,
    by: Actor,
    at: datetime,
    element_code: str,
    place_code: str,
    period: Period,
    title: str,
    why_it_matters: str = "",
    target: str = "",
) -> int:
    """Raise an issue from a disparity; the disparity is named, never copied.

    Raises Refused without figures, source, period or title, or where the disparity is an
    issue already; NotFound for an unknown element or place.
    """
    require(by.may(Permission.RAISE_ISSUE))
    element, place = _named(by, element_code, place_code)
    issue = Issue(
        title=title.strip(),
        disparity=DisparityKey(element_code, place_code, period),
        why_it_matters=why_it_matters.strip(),
        target=target.strip(),
    )
    require(may_raise_issue(issue, _figures(element, place)))
    require(_is_new(element, place, period))
    record = IssueRecord.objects.create(
        government_id=government_of(by),
        title=issue.title,
        element=element,
        place=place,
        valid_from=period.valid_from,
        valid_to=period.end,
        why_it_matters=issue.why_it_matters,
        target=issue.target,
        state=IssueState.OPEN,
    )
    leave_event("statistics.issue.raised", by=by, at=at, subject=record, title=issue.title)
    return record.pk


def _named(by: Actor, element_code: str, place_code: str) -> tuple[ElementRecord, PlaceRecord]:
    element = visible(by, ElementRecord.objects.filter(code=element_code)).first()
    place = PlaceRecord.objects.filter(code=place_code).first()
    if element is None or place is None:
        raise NotFound(Text("Elemen data atau wilayah", "The data element or place"))
    return element, place


def _figures(element: ElementRecord, place: PlaceRecord) -> list[Observation]:
    rows = ObservationRecord.objects.filter(element=element, place=place, breakdown="")
    related = rows.select_related("element", "place", "source", "source__file")
    return [row.as_rule_sees_it() for row in related.defer("source__file__content")]


def _is_new(element: ElementRecord, place: PlaceRecord, period: Period) -> Verdict:
    known = IssueRecord.objects.filter(
        element=element, place=place, valid_from=period.valid_from, valid_to=period.end
    ).first()
    if known is None:
        return Verdict(allowed=True)
    return refused(
        "Kesenjangan ini sudah menjadi isu: “{title}”.",
        "This disparity is an issue already: “{title}”.",
        title=known.title,
    )


@command("statistics.issue.taken_up", says=Text("Isu ditangani", "Issue taken up"))
def take_up_issue(*, by: Actor, at: datetime, issue_id: int, agency_id: int) -> None:
    """Let an agency answer for an issue. Raises Refused, NotFound."""
    require(by.may(Permission.RAISE_ISSUE, agency_id=agency_id))
    record = one(by, IssueRecord.objects.all(), issue_id, what=ISSUE)
    agency = one(by, AgencyRecord.objects.all(), agency_id, what=Text("Perangkat daerah", "Agency"))
    require(may_take_up_issue(_seen(record, owner=agency.code)))
    _move(record, IssueState.TAKEN_UP, owner_id=agency.pk)
    leave_event("statistics.issue.taken_up", by=by, at=at, subject=record, agency=agency.code)


@command("statistics.issue.closed", says=Text("Isu ditutup", "Issue closed"))
def close_issue(*, by: Actor, at: datetime, issue_id: int, because: str) -> None:
    """Close an issue, for a reason that stays in the trail. Raises Refused, NotFound."""
    record = one(by, IssueRecord.objects.all(), issue_id, what=ISSUE)
    require(by.may(Permission.RAISE_ISSUE, agency_id=record.owner_id))
    require(may_close_issue(_seen(record), because=because))
    _move(record, IssueState.CLOSED)
    leave_event("statistics.issue.closed", by=by, at=at, subject=record, because=because.strip())


@command("statistics.issue.reopened", says=Text("Isu dibuka kembali", "Issue reopened"))
def reopen_issue(*, by: Actor, at: datetime, issue_id: int) -> None:
    """Open a closed issue again, or hand it back. Raises Refused, NotFound."""
    record = one(by, IssueRecord.objects.all(), issue_id, what=ISSUE)
    require(by.may(Permission.RAISE_ISSUE, agency_id=record.owner_id))
    require(may_reopen_issue(_seen(record)))
    _move(record, IssueState.OPEN, owner_id=None)
    leave_event("statistics.issue.reopened", by=by, at=at, subject=record)


def _seen(record: IssueRecord, *, owner: str | None = None) -> Issue:
    current = record.owner.code if record.owner else None
    owners = tuple(code for code in (owner or current,) if code)
    return Issue(
        title=record.title,
        disparity=DisparityKey(
            record.element.code, record.place.code, Period(record.valid_from, record.valid_to)
        ),
        why_it_matters=record.why_it_matters,
        target=record.target,
        owners=owners,
        state=IssueState(record.state),
    )


def _move(record: IssueRecord, to: IssueState, **changes: object) -> None:
    """Change the state where it is still the one that was judged."""
    judged = IssueRecord.objects.filter(pk=record.pk, state=record.state)
    if judged.update(state=to, **changes) != 1:
        raise Refused(CHANGED_MEANWHILE)
