"""Writes the demo's terms of reference (KAK)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from setara.domain.budget.terms import Accommodation, ScheduledAction, Terms
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.usecases.budget.terms import save_terms


class Cast(Protocol):
    """Who writes, and when."""

    now: datetime
    actors: dict[str, Actor]


def write_terms(cast: Cast, table: Mapping[str, Any], statement_id: int) -> None:
    """Write the KAK of the thread's statement as its focal point, before it is submitted."""
    by = cast.actors["focal-2.17"]
    words = {
        name: value for name, value in table.items() if name not in {"schedule", "accommodations"}
    }
    terms = Terms(
        **words,
        schedule=tuple(
            ScheduledAction(each["action_key"], tuple(each["months"]), each["method"])
            for each in table["schedule"]
        ),
        accommodations=tuple(
            Accommodation(each["text"], Rupiah(each["amount"])) for each in table["accommodations"]
        ),
    )
    save_terms(
        by=by,
        at=cast.now,
        statement_id=statement_id,
        edition=0,
        terms=terms,
    )
