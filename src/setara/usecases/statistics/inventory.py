"""The data-availability inventory: what each producer says of its elements, and what is next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, QuerySet

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.element import Element
from setara.domain.statistics.inventory import InventoryFacts, NextMove, next_move
from setara.domain.statistics.submission import MAY_BE_FILLED, Availability, CallState
from setara.store.models import (
    AvailabilityRecord,
    CallItemRecord,
    ElementRecord,
    ObservationRecord,
    SubmissionRecord,
)
from setara.usecases.foundation.access import NotFound, visible
from setara.usecases.foundation.command import command, leave_event

ELEMENT = Text("Elemen data {code}", "The data element {code}")
NOTE_NEEDED = frozenset({Availability.MISSING, Availability.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class InventoryLine:
    """One element: what its producer says of it, the latest figures, and the next move."""

    element: Element
    producer_id: int | None
    producer_name: str
    availability: Availability | None
    note: str
    said_by: str
    said_at: datetime | None
    latest_year: int | None
    move: NextMove
    may_say: Verdict


@dataclass(frozen=True, slots=True)
class ProducerChoice:
    """An agency that elements are asked of."""

    agency_id: int
    name: str


@dataclass(frozen=True, slots=True)
class InventoryAnswer:
    """The lines that were asked for, and the counts over all of them."""

    lines: tuple[InventoryLine, ...]
    counts: tuple[tuple[Availability | None, int], ...]
    producers: tuple[ProducerChoice, ...]
    all: int


@command("statistics.availability.said", says=Text("Ketersediaan dinyatakan", "Availability said"))
def say_availability(
    *, by: Actor, at: datetime, element_code: str, availability: Availability, note: str = ""
) -> None:
    """Say whether an element exists by sex; the producer's people or those who run calls.

    Raises Refused where what is missing or not applicable is not explained, NotFound.
    """
    element = visible(by, ElementRecord.objects.filter(code=element_code)).first()
    if element is None:
        raise NotFound(ELEMENT.filled(code=element_code))
    require(_may_say(by, element))
    if availability in NOTE_NEEDED and not note.strip():
        require(
            refused(
                "Jelaskan mengapa data ini {what}.",
                "Say why these data are {what}.",
                what=availability.label,
            )
        )
    AvailabilityRecord.objects.update_or_create(
        element=element,
        defaults={
            "availability": availability,
            "note": note.strip(),
            "said_by": by.name,
            "said_at": at,
        },
    )
    leave_event(
        "statistics.availability.said",
        by=by,
        at=at,
        subject=element,
        availability=availability.value,
        note=note.strip(),
    )


def _may_say(by: Actor, element: ElementRecord) -> Verdict:
    # Nobody's element is for those who run the calls; 0 is no agency's id.
    return by.may(Permission.IMPORT_STATISTICS, agency_id=element.producer_id or 0)


def inventory(
    *,
    by: Actor,
    today: date,
    availability: Availability | None = None,
    is_unsaid: bool = False,
    agency_id: int | None = None,
) -> InventoryAnswer:
    """The elements of one availability (`is_unsaid`: of none yet), of one producer, or all.

    Cost: six queries.
    """
    require(by.may(Permission.READ_RECORDS))
    lines = _lines(by, today)
    said = Counter(line.availability for line in lines)
    producers = {line.producer_id: line.producer_name for line in lines if line.producer_id}
    return InventoryAnswer(
        lines=tuple(
            line
            for line in lines
            if availability in {None, line.availability}
            if not is_unsaid or line.availability is None
            if agency_id in {None, line.producer_id}
        ),
        counts=tuple((kind, said[kind]) for kind in (*Availability, None)),
        producers=tuple(
            ProducerChoice(pk, name)
            for pk, name in sorted(producers.items(), key=lambda each: each[1])
        ),
        all=len(lines),
    )


def _lines(by: Actor, today: date) -> tuple[InventoryLine, ...]:
    rows = visible(by, ElementRecord.objects.all()).select_related("producer", "availability")
    latest = dict(_latest(by).values_list("element_id").annotate(latest=Max("valid_from")))
    awaited = _awaited(by)
    related = rows.prefetch_related("producer__names").order_by("code")
    return tuple(_line(by, row, latest.get(row.pk), row.pk in awaited, today) for row in related)


def _latest(by: Actor) -> QuerySet[ObservationRecord]:
    rows = ObservationRecord.objects.filter(value__isnull=False).order_by()
    return visible(by, rows, through="element__government")


def _awaited(by: Actor) -> set[int]:
    """The elements an open call waits for."""
    open_items = visible(by, CallItemRecord.objects.all(), through="call__government").filter(
        call__state=CallState.OPEN
    )
    waiting = set(
        visible(by, SubmissionRecord.objects.all(), through="call__government")
        .filter(call__state=CallState.OPEN, state__in=MAY_BE_FILLED)
        .values_list("call_id", "agency_id")
    )
    return {
        element
        for call, agency, element in open_items.values_list("call_id", "agency_id", "element_id")
        if (call, agency) in waiting
    }


def _line(
    by: Actor, row: ElementRecord, latest: date | None, is_awaited: bool, today: date
) -> InventoryLine:
    said = getattr(row, "availability", None)
    producer = row.producer.as_rule_sees_it().name_on(today).name if row.producer else ""
    availability = Availability(said.availability) if said else None
    facts = InventoryFacts(availability, bool(producer), latest is not None, is_awaited)
    return InventoryLine(
        element=row.as_rule_sees_it(),
        producer_id=row.producer_id,
        producer_name=producer,
        availability=availability,
        note=said.note if said else "",
        said_by=said.said_by if said else "",
        said_at=said.said_at if said else None,
        latest_year=latest.year if latest else None,
        move=next_move(facts),
        may_say=_may_say(by, row),
    )
