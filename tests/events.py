"""What the trail holds, as the tests want to read it."""

from __future__ import annotations

from setara.domain.foundation.actor import Actor
from setara.store.models import EventRecord


def last_event(who: Actor) -> EventRecord:
    """The newest event of the actor's government."""
    return EventRecord.objects.filter(government_id=who.government_id).order_by("-sequence")[0]


def count_of_events(who: Actor) -> int:
    """How many events the actor's government has."""
    return EventRecord.objects.filter(government_id=who.government_id).count()
