"""Verbs on data calls: plan, say what is asked of whom, send out, close."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.call import (
    changed_version,
    may_change_call,
    may_close_call,
    may_drop_element,
    may_move_due_day,
    may_open_call,
    may_plan_call,
)
from setara.domain.statistics.dimension import Breakdown
from setara.domain.statistics.submission import CallState, SubmissionState
from setara.store.models import (
    AgencyRecord,
    CallItemRecord,
    DataCallRecord,
    ElementRecord,
    SubmissionCellRecord,
    SubmissionRecord,
)
from setara.usecases.foundation.access import (
    CHANGED_MEANWHILE,
    NotFound,
    government_of,
    one,
    visible,
)
from setara.usecases.foundation.command import command, leave_event

CALL = Text("Permintaan data", "The data call")
ELEMENT = Text("Elemen data {code}", "The data element {code}")
AGENCY = Text("Perangkat daerah", "The agency")


@dataclass(frozen=True, slots=True)
class NewItem:
    """An element to ask of an agency, by which breakdowns on top of the whole."""

    element_code: str
    agency_id: int
    breakdowns: tuple[Breakdown, ...] = ()
    by_subdistrict: bool = False


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
    _update(call, title=title.strip(), due_on=due_on, letter_number=letter_number.strip())
    leave_event(
        "statistics.call.edited", by=by, at=at, subject=call, title=title, due_on=str(due_on)
    )


@command("statistics.call.elements_asked", says=Text("Elemen data diminta", "Elements asked for"))
def ask_elements(
    *,
    by: Actor,
    at: datetime,
    call_id: int,
    items: Iterable[NewItem],
    dropped: Iterable[str] = (),
) -> None:
    """Ask for elements, change how they are asked for, ask for some (`dropped`) no longer.

    Elements not named stay; one without a producer gets the agency asked. Of an open call it
    makes a new version, and new producers get their submission. Raises Refused for a closed
    call, an agency that no longer exists, or where what would be taken away has been answered;
    NotFound.
    """
    call = run_call(by, call_id)
    require(may_change_call(CallState(call.state)))
    items, withdrawn = list(items), sorted(dropped)
    elements = _elements(by, {item.element_code for item in items})
    agencies = _agencies(by, {item.agency_id for item in items}, localdate(at))
    for item in items:
        _ask(call, item, elements[item.element_code], agencies[item.agency_id])
    for code in withdrawn:
        _drop(call, code)
    _update(call, version=changed_version(CallState(call.state), call.version))
    if call.state == CallState.OPEN:
        _ask_producers(call)
    codes = sorted(elements)
    leave_event(
        "statistics.call.elements_asked",
        by=by,
        at=at,
        subject=call,
        elements=codes,
        dropped=withdrawn,
    )


def _ask(call: DataCallRecord, item: NewItem, element: ElementRecord, agency: AgencyRecord) -> None:
    _refuse_taking_over(call, element, agency.pk)
    CallItemRecord.objects.update_or_create(
        call=call,
        element=element,
        defaults={
            "agency": agency,
            "breakdowns": [each.key for each in item.breakdowns],
            "by_subdistrict": item.by_subdistrict,
        },
    )
    # Whoever is asked first answers for an element that was nobody's so far.
    nobodys = ElementRecord.objects.filter(pk=element.pk, producer__isnull=True)
    nobodys.update(producer=agency)


def _drop(call: DataCallRecord, code: str) -> None:
    item = CallItemRecord.objects.filter(call=call, element__code=code).first()
    if item is None:
        raise NotFound(ELEMENT.filled(code=code))
    require(may_drop_element(CallState(call.state), _answered(call, item.element)))
    item.delete()


def _elements(by: Actor, codes: set[str]) -> dict[str, ElementRecord]:
    found = {row.code: row for row in visible(by, ElementRecord.objects.filter(code__in=codes))}
    for code in sorted(codes - set(found)):
        raise NotFound(ELEMENT.filled(code=code))
    return found


def _agencies(by: Actor, ids: set[int], day: date) -> dict[int, AgencyRecord]:
    rows = visible(by, AgencyRecord.objects.filter(pk__in=ids)).prefetch_related("names")
    found = {row.pk: row for row in rows}
    if ids - set(found):
        raise NotFound(AGENCY)
    for row in found.values():
        agency = row.as_rule_sees_it()
        if not agency.exists_on(day):
            require(
                refused(
                    "{name} sudah ditutup; pilih penggantinya.",
                    "{name} has been closed; choose its successor.",
                    name=agency.name_on(day).name,
                )
            )
    return found


def _refuse_taking_over(call: DataCallRecord, element: ElementRecord, agency_id: int) -> None:
    """What one producer has begun to answer is not handed to another one."""
    before = CallItemRecord.objects.filter(call=call, element=element).first()
    if before is not None and before.agency_id != agency_id:
        require(may_drop_element(CallState(call.state), _answered(call, element)))


def _answered(call: DataCallRecord, element: ElementRecord) -> int:
    cells = SubmissionCellRecord.objects.filter(submission__call=call, element=element)
    return cells.exclude(value__isnull=True, nothing="").count()


@command("statistics.call.opened", says=Text("Permintaan data dikirim", "Data call sent out"))
def open_call(*, by: Actor, at: datetime, call_id: int) -> None:
    """Send the call out: every producer gets its submission. Raises Refused, NotFound."""
    call = run_call(by, call_id)
    today = localdate(at)
    require(may_open_call(CallState(call.state), call.items.count(), call.due_on, today))
    _update(call, state=CallState.OPEN, opened_on=today)
    _ask_producers(call)
    leave_event(
        "statistics.call.opened", by=by, at=at, subject=call, producers=call.submissions.count()
    )


def _ask_producers(call: DataCallRecord) -> None:
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
    _update(call, state=CallState.CLOSED)
    leave_event("statistics.call.closed", by=by, at=at, subject=call)


def run_call(by: Actor, call_id: int) -> DataCallRecord:
    """The call where the actor runs it. Raises NotFound, Refused. Cost: one query."""
    call = one(by, DataCallRecord.objects.all(), call_id, what=CALL)
    require(by.may(Permission.RUN_DATA_CALL))
    return call


def _update(call: DataCallRecord, **changes: object) -> None:
    """Change the call where it is still the one that was judged."""
    judged = DataCallRecord.objects.filter(pk=call.pk, state=call.state, version=call.version)
    if judged.update(**changes) != 1:
        raise Refused(CHANGED_MEANWHILE)
