"""What makes a function a command: one transaction, and an event that cannot be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction
from django.db.models import F, Model

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.trail import EventFacts, link
from setara.domain.language.text import Text
from setara.store.models import EventRecord, TrailHeadRecord

P = ParamSpec("P")
R = TypeVar("R", bound=int | None)


@dataclass(frozen=True, slots=True)
class EventKind:
    """An event's name (`room.subject.happened`) and what it says to a reader of the trail."""

    name: str
    label: Text


COMMANDS: dict[str, EventKind] = {}
"""Every command by its dotted path, with the event it leaves; the reference is printed from it."""

_left: ContextVar[list[str] | None] = ContextVar("events left by the running command", default=None)


class EventForgotten(RuntimeError):
    """A command ended without the event it declares; its transaction is rolled back."""


def command(event: str, says: Text) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a command that runs in one transaction and leaves `event` in the trail.

    Raises EventForgotten where the function returns without having left it.
    """

    def decorate(run: Callable[P, R]) -> Callable[P, R]:
        COMMANDS[f"{run.__module__}.{run.__qualname__}"] = EventKind(event, says)

        @wraps(run)
        def running(*args: P.args, **kwargs: P.kwargs) -> R:
            outer, left = _left.get(), list[str]()
            token = _left.set(left)
            try:
                with transaction.atomic():
                    result = run(*args, **kwargs)
                    if event not in left:
                        message = f"{run.__qualname__} must leave the event {event}"
                        raise EventForgotten(message)
            finally:
                _left.reset(token)
            # Only what was kept counts for the command around this one.
            if outer is not None:
                outer.extend(left)
            return result

        return running

    return decorate


def leave_event(
    event: str,
    *,
    by: Actor,
    at: datetime,
    subject: Model,
    government_id: int | None = None,
    **detail: object,
) -> None:
    """Append `event` about `subject` to the chain of the actor's (or the named) government.

    `detail` takes JSON values only. Cost: five queries.
    """
    chain = government_id or by.government_id
    if chain is None:
        message = f"the event {event} belongs to no government"
        raise ValueError(message)
    head = _advanced_head(chain)
    facts = EventFacts(
        sequence=head.sequence,
        name=event,
        at=at,
        actor_name=by.name,
        account_id=by.account_id,
        subject_kind=type(subject).__name__.removesuffix("Record"),
        subject_id=str(subject.pk),
        detail=detail,
    )
    chained = link(head.hash, facts)
    EventRecord.objects.create(
        government_id=chain,
        previous_hash=head.hash,
        hash=chained,
        **{name: getattr(facts, name) for name in facts.__slots__},
    )
    TrailHeadRecord.objects.filter(pk=head.pk).update(hash=chained)
    left = _left.get()
    if left is not None:
        left.append(event)


def _advanced_head(chain: int) -> TrailHeadRecord:
    """The head with the sequence number of the event to come.

    The update is what keeps two writers in line on PostgreSQL; on SQLite the immediate
    transaction does.
    """
    TrailHeadRecord.objects.get_or_create(government_id=chain)
    TrailHeadRecord.objects.filter(government_id=chain).update(sequence=F("sequence") + 1)
    return TrailHeadRecord.objects.get(government_id=chain)
