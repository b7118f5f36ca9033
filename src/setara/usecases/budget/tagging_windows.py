"""Windows of tagging: opened, extended and closed, and asked by every command that tags."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from setara.domain.budget.phase import BudgetPhase, Stage
from setara.domain.budget.tagging.windows import (
    TaggingWindow,
    closed,
    is_open,
    may_close,
    may_extend,
    may_open,
    open_window,
    phase_name,
)
from setara.domain.budget.window_days import day_after
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, first_refusal, require
from setara.domain.language.text import Text
from setara.store.models import BudgetVersionRecord, GovernmentRecord, TaggingWindowRecord
from setara.usecases.budget.queries import VERSION
from setara.usecases.foundation.access import government_of, one, visible
from setara.usecases.foundation.command import command, leave_event

WINDOW = Text("Jendela penandaan", "The tagging window")


@dataclass(frozen=True, slots=True)
class WindowAnswer:
    """A window with who set it and why, and what was last changed."""

    window_id: int
    phase: Text
    opens_on: date
    last_day: date
    is_called_off: bool
    is_open: bool
    reason: str
    opened_by: str
    opened_at: datetime
    changed_by: str
    changed_at: datetime | None
    change_reason: str
    may_change: Verdict


@dataclass(frozen=True, slots=True)
class WindowState:
    """Whether the tags of a book may be set; `window` is the one that is open.

    `is_set` is False where no window was ever set, so that tagging is open without end.
    """

    verdict: Verdict
    is_set: bool
    window: WindowAnswer | None


@dataclass(frozen=True, slots=True)
class WindowsAnswer:
    """The windows that hold for a book, the latest first."""

    version_id: int
    year: int
    stage: Stage
    state: WindowState
    windows: tuple[WindowAnswer, ...]
    may_run: Verdict


@command("budget.tagging.opened", says=Text("Jendela penandaan dibuka", "Tagging window opened"))
def open_tagging(
    *,
    by: Actor,
    at: datetime,
    year: int,
    phase: BudgetPhase | None,
    opens_on: date,
    last_day: date,
    reason: str,
) -> int:
    """Open the tagging of a year, or of one phase of it, up to a last day; the window's id.

    From then on its tags may be set in windows only. Raises Refused for days that are over or
    already in a window of the same phase, and without a reason.
    """
    require(by.may(Permission.RUN_TAGGING))
    _hold(by)
    window = TaggingWindow(year, opens_on, day_after(last_day), phase)
    require(may_open(window, _others(by, year), reason=reason, today=localdate(at)))
    record = _kept(window, by, at, reason)
    leave_event(
        "budget.tagging.opened",
        by=by,
        at=at,
        subject=record,
        phase=record.phase,
        year=year,
        opens_on=str(opens_on),
        last_day=str(last_day),
        reason=record.reason,
    )
    return record.pk


@command("budget.tagging.extended", says=Text("Jendela penandaan diperpanjang", "Tagging extended"))
def extend_tagging(
    *, by: Actor, at: datetime, window_id: int, last_day: date, because: str
) -> None:
    """Let a window that is not over end on a later day. Raises Refused, NotFound."""
    record = _held(by, window_id)
    others = _others(by, record.year, besides=record)
    require(
        may_extend(
            record.as_rule_sees_it(),
            day_after(last_day),
            others,
            because=because,
            today=localdate(at),
        )
    )
    _change(record, by, at, day_after(last_day), because)
    leave_event(
        "budget.tagging.extended",
        by=by,
        at=at,
        subject=record,
        last_day=last_day.isoformat(),
        because=because.strip(),
    )


@command("budget.tagging.closed", says=Text("Jendela penandaan ditutup", "Tagging window closed"))
def close_tagging(*, by: Actor, at: datetime, window_id: int, because: str) -> None:
    """Close a window from today on; one that has not opened is called off. Raises Refused."""
    record = _held(by, window_id)
    window, today = record.as_rule_sees_it(), localdate(at)
    require(may_close(window, because=because, today=today))
    _change(record, by, at, closed(window, today).closes_on, because)
    leave_event("budget.tagging.closed", by=by, at=at, subject=record, because=because.strip())


def tagging_windows(*, by: Actor, version_id: int, today: date) -> WindowsAnswer:
    """The windows that hold for a book, and whether its tags may be set. Raises NotFound."""
    require(by.may(Permission.READ_RECORDS))
    version = one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    may_run = by.may(Permission.RUN_TAGGING)
    rows = _of(version).order_by("-opens_on", "-pk")
    return WindowsAnswer(
        version_id=version.pk,
        year=version.year,
        stage=version.stage,
        state=window_state(version, today),
        windows=tuple(_answer(row, today, may_run) for row in rows),
        may_run=may_run,
    )


def window_state(version: BudgetVersionRecord, today: date) -> WindowState:
    """Whether the tags of a book may be set on a day, and by which window. Cost: one query."""
    rows = {row.as_rule_sees_it(): row for row in _of(version).order_by("pk")}
    phase = version.stage.phase
    running = open_window(rows, version.year, phase, today)
    return WindowState(
        verdict=is_open(rows, version.year, phase, today),
        is_set=any(not each.is_called_off for each in rows),
        window=_answer(rows[running], today, None) if running else None,
    )


def in_window(version: BudgetVersionRecord, at: datetime) -> Verdict:
    """Whether the tags of a book may be set at a moment. Cost: one query."""
    return window_state(version, localdate(at)).verdict


def _of(version: BudgetVersionRecord) -> QuerySet[TaggingWindowRecord]:
    return TaggingWindowRecord.objects.filter(
        Q(phase="") | Q(phase=version.phase),
        government_id=version.government_id,
        year=version.year,
    )


def _hold(by: Actor) -> None:
    # Two windows opened at once would not see each other.
    GovernmentRecord.objects.select_for_update().get(pk=government_of(by))


def _others(
    by: Actor, year: int, besides: TaggingWindowRecord | None = None
) -> list[TaggingWindow]:
    rows = visible(by, TaggingWindowRecord.objects.filter(year=year))
    return [row.as_rule_sees_it() for row in rows if besides is None or row.pk != besides.pk]


def _held(by: Actor, window_id: int) -> TaggingWindowRecord:
    require(by.may(Permission.RUN_TAGGING))
    _hold(by)
    return one(by, TaggingWindowRecord.objects.all(), window_id, what=WINDOW)


def _kept(window: TaggingWindow, by: Actor, at: datetime, reason: str) -> TaggingWindowRecord:
    return TaggingWindowRecord.objects.create(
        government_id=government_of(by),
        year=window.year,
        phase=window.phase or "",
        opens_on=window.opens_on,
        closes_on=window.closes_on,
        reason=reason.strip(),
        opened_by=by.name,
        opened_at=at,
    )


def _change(
    record: TaggingWindowRecord, by: Actor, at: datetime, closes_on: date, because: str
) -> None:
    record.closes_on = closes_on
    record.changed_by, record.changed_at = by.name, at
    record.change_reason = because.strip()
    record.save()


def _answer(row: TaggingWindowRecord, today: date, may_run: Verdict | None) -> WindowAnswer:
    window = row.as_rule_sees_it()
    still = may_close(window, because="…", today=today)
    return WindowAnswer(
        window_id=row.pk,
        phase=phase_name(window.phase),
        opens_on=window.opens_on,
        last_day=window.last_day,
        is_called_off=window.is_called_off,
        is_open=window.is_open_on(today),
        reason=row.reason,
        opened_by=row.opened_by,
        opened_at=row.opened_at,
        changed_by=row.changed_by,
        changed_at=row.changed_at,
        change_reason=row.change_reason,
        may_change=first_refusal(may_run, still) if may_run else still,
    )
