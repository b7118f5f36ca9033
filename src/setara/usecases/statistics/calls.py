"""Verbs on data calls: plan, edit, send out, close."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.timezone import localdate

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.call import (
    may_change_call,
    may_close_call,
    may_move_due_day,
    may_open_call,
    may_plan_call,
)
from setara.domain.statistics.submission import CallState, SubmissionState
from setara.store.models import (
    DataCallRecord,
    SubmissionRecord,
)
from setara.usecases.foundation.access import (
    CHANGED_MEANWHILE,
    government_of,
    one,
    visible,
)
from setara.usecases.foundation.command import command, leave_event

CALL = Text("Permintaan data", "The data call")
ELEMENT = Text("Elemen data {code}", "The data element {code}")
AGENCY = Text("Perangkat daerah", "The agency")


@command("statistics.call.planned", says=Text("Permintaan data disiapkan", "Data call planned"))
def plan_call(
    *,
    by: Actor,
    at: datetime,
    title: str,
    period: Period,
    due_on: date,
    letter_number: str = "",
) -> int:
    """Prepare a call for the figures of a period; nothing goes out yet.

    Raises Refused for a title that is empty or used, or a due day before the period.
    """
    require(by.may(Permission.RUN_DATA_CALL))
    require(may_plan_call(title, due_on, period.valid_from))
    _refuse_known_title(by, title)
    call = DataCallRecord.objects.create(
        government_id=government_of(by),
        title=title.strip(),
        letter_number=letter_number.strip(),
        valid_from=period.valid_from,
        valid_to=period.end,
        due_on=due_on,
    )
    leave_event("statistics.call.planned", by=by, at=at, subject=call, title=call.title)
    return call.pk


def _refuse_known_title(by: Actor, title: str, but: int = 0) -> None:
    known = visible(by, DataCallRecord.objects.filter(title=title.strip())).exclude(pk=but)
    if known.exists():
        require(
            refused(
                "Permintaan data “{title}” sudah ada.",
                "There is a data call “{title}” already.",
                title=title.strip(),
            )
        )


@command("statistics.call.edited", says=Text("Permintaan data diubah", "Data call edited"))
def edit_call(
    *, by: Actor, at: datetime, call_id: int, title: str, due_on: date, letter_number: str = ""
) -> None:
    """Change the words and the due day. Raises Refused, NotFound."""
    call = run_call(by, call_id)
    require(may_plan_call(title, due_on, call.valid_from))
    if due_on != call.due_on:
        require(may_move_due_day(CallState(call.state), due_on, localdate(at)))
    require(may_change_call(CallState(call.state)))
    _refuse_known_title(by, title, call.pk)
    update_call(call, title=title.strip(), due_on=due_on, letter_number=letter_number.strip())
    leave_event(
        "statistics.call.edited", by=by, at=at, subject=call, title=title, due_on=str(due_on)
    )


@command("statistics.call.opened", says=Text("Permintaan data dikirim", "Data call sent out"))
def open_call(*, by: Actor, at: datetime, call_id: int) -> None:
    """Send the call out: every producer gets its submission. Raises Refused, NotFound."""
    call = run_call(by, call_id)
    today = localdate(at)
    require(may_open_call(CallState(call.state), call.items.count(), call.due_on, today))
    update_call(call, state=CallState.OPEN, opened_on=today)
    ask_producers(call)
    leave_event(
        "statistics.call.opened", by=by, at=at, subject=call, producers=call.submissions.count()
    )


def ask_producers(call: DataCallRecord) -> None:
    """Give every agency asked a submission to answer with. Cost: three queries."""
    asked = set(call.items.values_list("agency_id", flat=True))
    known = set(call.submissions.values_list("agency_id", flat=True))
    SubmissionRecord.objects.bulk_create(
        SubmissionRecord(call=call, agency_id=agency_id) for agency_id in sorted(asked - known)
    )


@command("statistics.call.closed", says=Text("Permintaan data ditutup", "Data call closed"))
def close_call(*, by: Actor, at: datetime, call_id: int) -> None:
    """End the call; what never came in stays missing. Raises Refused, NotFound."""
    call = run_call(by, call_id)
    states = [SubmissionState(each) for each in call.submissions.values_list("state", flat=True)]
    require(may_close_call(CallState(call.state), states))
    update_call(call, state=CallState.CLOSED)
    leave_event("statistics.call.closed", by=by, at=at, subject=call)


def run_call(by: Actor, call_id: int) -> DataCallRecord:
    """The call where the actor runs it. Raises NotFound, Refused. Cost: one query."""
    call = one(by, DataCallRecord.objects.all(), call_id, what=CALL)
    require(by.may(Permission.RUN_DATA_CALL))
    return call


def update_call(call: DataCallRecord, **changes: object) -> None:
    """Change the call where it is still the one that was judged. Raises Refused otherwise."""
    judged = DataCallRecord.objects.filter(pk=call.pk, state=call.state, version=call.version)
    if judged.update(**changes) != 1:
        raise Refused(CHANGED_MEANWHILE)
