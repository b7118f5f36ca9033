"""A chain of events betrays every change, removal and move."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.trail import (
    GENESIS,
    ChainedEvent,
    EventFacts,
    FaultKind,
    faults,
    link,
)
from setara.domain.language.text import Language

START = datetime(2025, 6, 16, 2, 0, tzinfo=UTC)


def chain_of(length: int) -> list[ChainedEvent]:
    events, previous = [], GENESIS
    for sequence in range(1, length + 1):
        facts = EventFacts(
            sequence=sequence,
            name="budget.statement.submitted",
            at=START + timedelta(minutes=sequence),
            actor_name="Sari",
            account_id=3,
            subject_kind="Statement",
            subject_id=str(sequence),
            detail={"amount": sequence * 1000},
        )
        own = link(previous, facts)
        events.append(ChainedEvent(facts, previous, own))
        previous = own
    return events


def found(events: list[ChainedEvent], head: tuple[int, str]) -> list[tuple[FaultKind, int]]:
    return [(fault.kind, fault.sequence) for fault in faults(events, head=head)]


def head_of(events: list[ChainedEvent]) -> tuple[int, str]:
    return (events[-1].facts.sequence, events[-1].hash) if events else (0, GENESIS)


@given(st.integers(0, 30))
def test_an_untouched_chain_has_no_fault(length):
    events = chain_of(length)

    assert found(events, head_of(events)) == []


CHANGES = [
    {"name": "budget.statement.approved"},
    {"at": START},
    {"actor_name": "Budi"},
    {"account_id": None},
    {"subject_kind": "Pathway"},
    {"subject_id": "99"},
    {"detail": {"amount": 1}},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
@given(where=st.integers(0, 9))
def test_any_changed_field_is_found_and_named(change, where):
    events = chain_of(10)
    events[where] = replace(events[where], facts=replace(events[where].facts, **change))

    assert found(events, head_of(events)) == [(FaultKind.CHANGED, where + 1)]


@given(where=st.integers(0, 9))
def test_a_removed_event_is_found_and_named(where):
    events = chain_of(10)
    head = head_of(events)
    del events[where]

    assert found(events, head) == [(FaultKind.REMOVED, where + 1)]


@given(st.integers(1, 10))
def test_a_cut_tail_is_found(cut):
    events = chain_of(10)

    assert found(events[:-cut], head_of(events)) == [(FaultKind.REMOVED, 11 - cut)]


@given(st.integers(0, 8))
def test_two_events_that_changed_places_are_found(where):
    events = chain_of(10)
    head = head_of(events)
    one, two = events[where], events[where + 1]
    events[where] = replace(two, facts=replace(two.facts, sequence=where + 1))
    events[where + 1] = replace(one, facts=replace(one.facts, sequence=where + 2))

    kinds = found(events, head)

    assert (FaultKind.MOVED, where + 1) in kinds
    assert (FaultKind.MOVED, where + 2) in kinds


def test_a_chain_rewritten_to_the_end_still_differs_from_its_head():
    events = chain_of(3)
    forged = replace(events[2], facts=replace(events[2].facts, actor_name="Budi"))
    events_forged = [*events[:2], replace(forged, hash=link(forged.previous_hash, forged.facts))]

    assert found(events_forged, head_of(events)) == [(FaultKind.CHANGED, 3)]


def test_a_fault_says_in_both_languages_which_event_it_is():
    events = chain_of(5)
    del events[1:3]

    (fault,) = faults(events, head=head_of(events))

    assert fault.message.say(Language.INDONESIAN) == "Peristiwa nomor 2 sampai 3 telah dihapus."
    assert fault.message.say(Language.ENGLISH) == "Events number 2 to 3 were removed."
