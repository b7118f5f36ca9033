"""Questions about the audit trail: what happened, and whether the record of it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import F, Q, QuerySet

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.trail import GENESIS, ChainedEvent, FaultKind, TrailFault, faults
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text, same
from setara.store.models import EventRecord, GovernmentRecord, TrailHeadRecord
from setara.usecases.foundation.access import government_of, visible
from setara.usecases.foundation.command import COMMANDS

PAGE = 50
QUICK = 20_000
"""Up to so many events a chain is recomputed while a reader waits: about a quarter of a second."""


@dataclass(frozen=True, slots=True)
class EventAnswer:
    """One event for a reader of the trail; the values of `detail` are JSON values."""

    sequence: int
    at: datetime
    name: str
    label: Text
    actor_name: str
    subject_kind: str
    subject_id: str
    detail: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class FaultAnswer:
    """A fault of a chain; `event_name` is what stands there now, empty where nothing does."""

    kind: FaultKind
    sequence: int
    message: Text
    event_name: str


@dataclass(frozen=True, slots=True)
class TrailAnswer:
    """Whether one government's chain is whole; `head` is its last hash."""

    government_name: str
    events: int
    head: str
    faults: tuple[FaultAnswer, ...]


@dataclass(frozen=True, slots=True)
class TrailRoomAnswer:
    """A page of events, newest first; `state` is None where the chain was not recomputed.

    `older_than` is what `before` must be for the next page, None on the last one.
    """

    events: tuple[EventAnswer, ...]
    state: TrailAnswer | None
    older_than: int | None


def events(*, by: Actor, before: int | None = None, limit: int = PAGE) -> tuple[EventAnswer, ...]:
    """The latest events of the actor's government, newest first. Cost: one query.

    `before` is the last sequence number of the page read already.
    """
    require(by.may(Permission.READ_TRAIL))
    rows = visible(by, EventRecord.objects.all()).order_by("-sequence")
    if before is not None:
        rows = rows.filter(sequence__lt=before)
    labels = {kind.name: kind.label for kind in COMMANDS.values()}
    return tuple(_event_answer(row, labels) for row in rows[:limit])


def trail_room(*, by: Actor, before: int | None = None, recompute: bool = False) -> TrailRoomAnswer:
    """A page of the trail with the state of the whole chain.

    The chain is recomputed on the first page where that takes no noticeable time, and wherever
    it is asked for. Cost: two queries, and one pass over the events where it is recomputed.
    """
    shown = events(by=by, before=before, limit=PAGE)
    newest = TrailHeadRecord.objects.filter(government=government_of(by)).first()
    is_quick = before is None and (newest is None or newest.sequence <= QUICK)
    last = shown[-1].sequence if shown else 1
    return TrailRoomAnswer(
        events=shown,
        state=trails(by=replace(by, is_operator=False))[0] if is_quick or recompute else None,
        older_than=last if last > 1 else None,
    )


def trails(*, by: Actor) -> tuple[TrailAnswer, ...]:
    """Each chain the actor may read, re-computed link by link.

    The operator sees those of all governments. Cost: one pass over the events, streamed.
    """
    if by.is_operator:
        governments = GovernmentRecord.objects.all()
    else:
        require(by.may(Permission.READ_TRAIL))
        governments = GovernmentRecord.objects.filter(pk=government_of(by))
    return tuple(_trail_answer(row) for row in governments.order_by("pk"))


def _trail_answer(government: GovernmentRecord) -> TrailAnswer:
    head = TrailHeadRecord.objects.filter(government=government).first()
    sequence, last_hash = (head.sequence, head.hash) if head else (0, GENESIS)
    found = tuple(faults(_chain(government, sequence), head=(sequence, last_hash)))
    rows = EventRecord.objects.filter(government=government)
    return TrailAnswer(government.name, rows.count(), last_hash, _named(found, rows))


def _named(found: tuple[TrailFault, ...], rows: QuerySet[EventRecord]) -> tuple[FaultAnswer, ...]:
    faulty = rows.filter(sequence__in=[fault.sequence for fault in found])
    names = dict(faulty.values_list("sequence", "name"))
    return tuple(
        FaultAnswer(fault.kind, fault.sequence, fault.message, names.get(fault.sequence, ""))
        for fault in found
    )


def _chain(government: GovernmentRecord, last: int) -> Iterator[ChainedEvent]:
    """Every event up to `last`, and those that no head accounts for.

    What others append after the head was read is left out: the head has moved with it, and
    one statement sees both.
    """
    rows = EventRecord.objects.filter(government=government).order_by("sequence")
    unaccounted = rows.filter(
        Q(government__trail__isnull=True) | Q(sequence__gt=F("government__trail__sequence")),
        sequence__gt=last,
    )
    for part in (rows.filter(sequence__lte=last), unaccounted):
        for row in part.iterator(chunk_size=2000):
            yield row.as_rule_sees_it()


def _event_answer(row: EventRecord, labels: dict[str, Text]) -> EventAnswer:
    return EventAnswer(
        sequence=row.sequence,
        at=row.at,
        name=row.name,
        label=labels.get(row.name, same(row.name)),
        actor_name=row.actor_name,
        subject_kind=row.subject_kind,
        subject_id=row.subject_id,
        detail=tuple((key, row.detail[key]) for key in sorted(row.detail)),
    )
