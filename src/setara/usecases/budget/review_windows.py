"""Windows of the review: proposed along the calendar, set, extended, and asked at submission."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from setara.domain.budget.review.windows import (
    Proposal,
    ReviewWindow,
    WindowKind,
    kinds_for,
    may_lengthen,
    may_set,
    may_submit_on,
    proposals,
)
from setara.domain.budget.statement import StatementState
from setara.domain.budget.window_days import day_after
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.store.models import GovernmentRecord, ReviewWindowRecord, StatementRecord
from setara.usecases.foundation.access import government_of, one, visible
from setara.usecases.foundation.command import command, leave_event

WINDOW = Text("Jendela reviu", "The review window")


@dataclass(frozen=True, slots=True)
class WindowLine:
    """A window with who set it and why, and what was last changed."""

    window_id: int
    kind: WindowKind
    opens_on: date
    last_day: date
    is_open: bool
    is_over: bool
    reason: str
    set_by: str
    set_at: datetime
    changed_by: str
    changed_at: datetime | None
    change_reason: str


@dataclass(frozen=True, slots=True)
class ReviewWindowsAnswer:
    """The windows of a budget year, and what the calendar proposes for kinds without one."""

    year: int
    windows: tuple[WindowLine, ...]
    proposals: tuple[Proposal, ...]
    may_run: Verdict


@command("budget.review.window_set", says=Text("Jendela reviu ditetapkan", "Review window set"))
def set_review_window(
    *,
    by: Actor,
    at: datetime,
    year: int,
    kind: WindowKind,
    opens_on: date,
    last_day: date,
    reason: str,
) -> int:
    """Set the days of one kind in a budget year; the window's id. Raises Refused."""
    require(by.may(Permission.RUN_REVIEW))
    _hold(by)
    window = ReviewWindow(year, kind, opens_on, day_after(last_day))
    require(may_set(window, _others(by, year), reason=reason, today=localdate(at)))
    record = ReviewWindowRecord.objects.create(
        government_id=government_of(by),
        year=year,
        kind=kind,
        opens_on=opens_on,
        closes_on=window.closes_on,
        reason=reason.strip(),
        set_by=by.name,
        set_at=at,
    )
    leave_event(
        "budget.review.window_set",
        by=by,
        at=at,
        subject=record,
        year=year,
        kind=kind.value,
        opens_on=opens_on.isoformat(),
        last_day=last_day.isoformat(),
        reason=record.reason,
    )
    return record.pk


@command(
    "budget.review.window_extended",
    says=Text("Jendela reviu diperpanjang", "Review window extended"),
)
def extend_review_window(
    *, by: Actor, at: datetime, window_id: int, last_day: date, because: str
) -> None:
    """Let a window end on a later day. Raises Refused, NotFound."""
    _hold(by)
    record = one(by, ReviewWindowRecord.objects.all(), window_id, what=WINDOW)
    require(by.may(Permission.RUN_REVIEW))
    window, closes_on = record.as_rule_sees_it(), day_after(last_day)
    others = [each for each in _others(by, record.year) if each != window]
    require(may_lengthen(window, closes_on, others, because=because, today=localdate(at)))
    record.closes_on, record.change_reason = closes_on, because.strip()
    record.changed_by, record.changed_at = by.name, at
    record.save()
    leave_event(
        "budget.review.window_extended",
        by=by,
        at=at,
        subject=record,
        last_day=last_day.isoformat(),
        because=because.strip(),
    )


def review_windows(*, by: Actor, year: int, today: date) -> ReviewWindowsAnswer:
    """The windows of a budget year. Cost: one query."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, ReviewWindowRecord.objects.filter(year=year)).order_by("opens_on", "pk")
    lines = tuple(_line(row, today) for row in rows)
    kinds = {line.kind for line in lines}
    return ReviewWindowsAnswer(
        year=year,
        windows=lines,
        proposals=tuple(each for each in proposals(year) if each.window.kind not in kinds),
        may_run=by.may(Permission.RUN_REVIEW),
    )


def may_submit_now(record: StatementRecord, today: date) -> Verdict:
    """Whether a window lets the statement be submitted on a day. Cost: one query."""
    version = record.line.version
    rows = ReviewWindowRecord.objects.filter(government_id=record.government_id, year=version.year)
    comes_again = record.state == StatementState.RETURNED
    kinds = kinds_for(version.stage.phase, comes_again=comes_again)
    return may_submit_on((row.as_rule_sees_it() for row in rows), kinds, today)


def window_ends(by: Actor) -> dict[tuple[int, WindowKind], date]:
    """The last day of each kind of window by budget year, where it was set. Cost: one query."""
    found: dict[tuple[int, WindowKind], date] = {}
    for row in visible(by, ReviewWindowRecord.objects.all()):
        window = row.as_rule_sees_it()
        which = (window.year, window.kind)
        found[which] = max(window.last_day, found.get(which, window.last_day))
    return found


def _hold(by: Actor) -> None:
    # Two windows set at once would not see each other.
    GovernmentRecord.objects.select_for_update().get(pk=government_of(by))


def _others(by: Actor, year: int) -> list[ReviewWindow]:
    rows = visible(by, ReviewWindowRecord.objects.filter(year=year))
    return [row.as_rule_sees_it() for row in rows]


def _line(row: ReviewWindowRecord, today: date) -> WindowLine:
    window = row.as_rule_sees_it()
    return WindowLine(
        window_id=row.pk,
        kind=window.kind,
        opens_on=window.opens_on,
        last_day=window.last_day,
        is_open=window.is_open_on(today),
        is_over=window.closes_on <= today,
        reason=row.reason,
        set_by=row.set_by,
        set_at=row.set_at,
        changed_by=row.changed_by,
        changed_at=row.changed_at,
        change_reason=row.change_reason,
    )
