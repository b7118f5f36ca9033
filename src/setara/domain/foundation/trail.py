"""The audit trail as a chain of hashes: what was changed, removed or moved is named."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from setara.domain.language.text import Text

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What an event says; all of it enters the hash. `detail` holds JSON values only."""

    sequence: int
    name: str
    at: datetime
    actor_name: str
    account_id: int | None
    subject_kind: str
    subject_id: str
    detail: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ChainedEvent:
    """An event as stored, with the hash before it and its own."""

    facts: EventFacts
    previous_hash: str
    hash: str


class FaultKind(StrEnum):
    """What can be wrong with a chain."""

    CHANGED = "changed"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class TrailFault:
    """One fault, at the sequence number where it shows."""

    kind: FaultKind
    sequence: int
    message: Text


def link(previous_hash: str, facts: EventFacts) -> str:
    """The SHA-256 over the previous hash and the event's facts in one fixed spelling."""
    spelled = json.dumps(
        {
            "sequence": facts.sequence,
            "name": facts.name,
            "at": facts.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "actor_name": facts.actor_name,
            "account_id": facts.account_id,
            "subject_kind": facts.subject_kind,
            "subject_id": facts.subject_id,
            "detail": facts.detail,
        },
        sort_keys=True,
        ensure_ascii=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(f"{previous_hash}\n{spelled}".encode()).hexdigest()


def faults(events: Iterable[ChainedEvent], *, head: tuple[int, str]) -> Iterator[TrailFault]:
    """Every fault of a chain given in order of its sequence numbers.

    `head` is the last sequence number and hash kept apart from the events, so that a
    removed tail shows too. Cost: one hash an event, memory for one event.
    """
    expected, previous, previous_is_known = 1, GENESIS, True
    for event in events:
        if event.facts.sequence > expected:
            yield _removed(expected, event.facts.sequence - 1)
            previous_is_known = False
        fault = _fault_of(event, previous if previous_is_known else None)
        if fault is not None:
            yield fault
        expected, previous, previous_is_known = event.facts.sequence + 1, event.hash, True
    last, last_hash = head
    if last >= expected:
        yield _removed(expected, last)
    elif last < expected - 1 or last_hash != previous:
        yield _changed(expected - 1)


def _fault_of(event: ChainedEvent, previous: str | None) -> TrailFault | None:
    if link(event.previous_hash, event.facts) != event.hash:
        return (
            _moved(event.facts.sequence)
            if _was_elsewhere(event)
            else _changed(event.facts.sequence)
        )
    if previous is not None and event.previous_hash != previous:
        return _moved(event.facts.sequence)
    return None


def _was_elsewhere(event: ChainedEvent, span: int = 64) -> bool:
    """Whether the hash fits the same facts under a nearby sequence number."""
    own = event.facts.sequence
    return any(
        link(event.previous_hash, replace(event.facts, sequence=other)) == event.hash
        for other in range(max(1, own - span), own + span + 1)
        if other != own
    )


def _changed(sequence: int) -> TrailFault:
    return TrailFault(
        FaultKind.CHANGED,
        sequence,
        Text(
            "Peristiwa nomor {sequence} telah diubah setelah dicatat.",
            "Event number {sequence} was changed after it was recorded.",
        ).filled(sequence=sequence),
    )


def _moved(sequence: int) -> TrailFault:
    return TrailFault(
        FaultKind.MOVED,
        sequence,
        Text(
            "Peristiwa nomor {sequence} tidak berada pada urutannya semula.",
            "Event number {sequence} does not stand where it was recorded.",
        ).filled(sequence=sequence),
    )


def _removed(first: int, last: int) -> TrailFault:
    if first == last:
        message = Text(
            "Peristiwa nomor {first} telah dihapus.", "Event number {first} was removed."
        )
    else:
        message = Text(
            "Peristiwa nomor {first} sampai {last} telah dihapus.",
            "Events number {first} to {last} were removed.",
        )
    return TrailFault(FaultKind.REMOVED, first, message.filled(first=first, last=last))
