"""Saying what a data call asks of whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.call import (
    changed_version,
    may_ask_agencies,
    may_change_call,
    may_drop_element,
)
from setara.domain.statistics.dimension import Breakdown
from setara.domain.statistics.submission import CallState, SubmissionState
from setara.store.models import (
    AgencyRecord,
    CallItemRecord,
    DataCallRecord,
    ElementRecord,
    SubmissionCellRecord,
)
from setara.usecases.foundation.access import NotFound, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.calls import (
    AGENCY,
    ELEMENT,
    ask_producers,
    run_call,
    update_call,
)


@dataclass(frozen=True, slots=True)
class NewItem:
    """An element to ask of an agency, by which breakdowns on top of the whole."""

    element_code: str
    agency_id: int
    breakdowns: tuple[Breakdown, ...] = ()
    by_subdistrict: bool = False


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

    Elements not named stay; one named is asked of exactly the agencies given, and gets the
    agency as its producer where it has none. Of an open call it
    makes a new version, and new producers get their submission. Raises Refused for a closed
    call, an agency that no longer exists, or where what would be taken away has been answered;
    NotFound.
    """
    call = run_call(by, call_id)
    require(may_change_call(CallState(call.state)))
    items, withdrawn = list(items), sorted(dropped)
    elements = _elements(by, {item.element_code for item in items})
    agencies = _agencies(by, {item.agency_id for item in items}, localdate(at))
    for code, element in elements.items():
        asked = [item for item in items if item.element_code == code]
        _ask(call, element, asked, agencies)
    for code in withdrawn:
        _drop(call, code)
    update_call(call, version=changed_version(CallState(call.state), call.version))
    if call.state == CallState.OPEN:
        ask_producers(call)
        _release_producers(call)
    codes = sorted(elements)
    leave_event(
        "statistics.call.elements_asked",
        by=by,
        at=at,
        subject=call,
        elements=codes,
        dropped=withdrawn,
    )


def _ask(
    call: DataCallRecord,
    element: ElementRecord,
    asked: list[NewItem],
    agencies: dict[int, AgencyRecord],
) -> None:
    """Ask exactly these agencies for the element; whoever else was asked is asked no longer."""
    require(may_ask_agencies(_place_of(agencies[item.agency_id]) for item in asked))
    _withdraw(call, element, but={item.agency_id for item in asked})
    for item in asked:
        CallItemRecord.objects.update_or_create(
            call=call,
            element=element,
            agency=agencies[item.agency_id],
            defaults={
                "breakdowns": [each.key for each in item.breakdowns],
                "by_subdistrict": item.by_subdistrict,
            },
        )
    if len(asked) == 1:
        # Whoever is asked first answers for an element that was nobody's so far.
        nobodys = ElementRecord.objects.filter(pk=element.pk, producer__isnull=True)
        nobodys.update(producer=asked[0].agency_id)


def _place_of(agency: AgencyRecord) -> str | None:
    return agency.place.code if agency.place else None


def _withdraw(call: DataCallRecord, element: ElementRecord, but: set[int]) -> None:
    """What has been answered is neither taken away nor handed to another agency."""
    others = CallItemRecord.objects.filter(call=call, element=element).exclude(agency__in=but)
    cells = SubmissionCellRecord.objects.filter(
        submission__call=call,
        submission__agency__in=others.values("agency"),
        element=element,
    )
    answered = cells.exclude(value__isnull=True, nothing="").count()
    if others:
        require(may_drop_element(CallState(call.state), answered))
    others.delete()


def _drop(call: DataCallRecord, code: str) -> None:
    item = CallItemRecord.objects.filter(call=call, element__code=code).first()
    if item is None:
        raise NotFound(ELEMENT.filled(code=code))
    _withdraw(call, item.element, but=set())


def _elements(by: Actor, codes: set[str]) -> dict[str, ElementRecord]:
    found = {row.code: row for row in visible(by, ElementRecord.objects.filter(code__in=codes))}
    for code in sorted(codes - set(found)):
        raise NotFound(ELEMENT.filled(code=code))
    return found


def _agencies(by: Actor, ids: set[int], day: date) -> dict[int, AgencyRecord]:
    rows = visible(by, AgencyRecord.objects.filter(pk__in=ids)).select_related("place")
    found = {row.pk: row for row in rows.prefetch_related("names")}
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


def _release_producers(call: DataCallRecord) -> None:
    """Who is asked nothing any more, and never said anything, owes no answer."""
    asked = call.items.values("agency")
    silent = call.submissions.filter(cells__isnull=True, reminders__isnull=True)
    silent.filter(state=SubmissionState.DRAFT).exclude(agency__in=asked).delete()
