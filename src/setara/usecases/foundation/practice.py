"""Verbs on the practice year: a copy of a government's records that never meets the real ones."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.practice import may_close, may_open
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.store.models import GovernmentRecord
from setara.usecases.foundation.access import NotFound, government_of
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.copying import copy_records, take_away

PRACTICE = Text("Tahun latihan", "The practice year")


def open_copy(origin_id: int) -> GovernmentRecord | None:
    """The practice year of a government that is open; None without one. Cost: one query."""
    return _open_copies(origin_id).first()


@command("foundation.practice.opened", says=Text("Tahun latihan dibuka", "Practice year opened"))
def open_practice_year(*, by: Actor, at: datetime) -> int:
    """Copy the government's records into a practice year; the copy's id.

    Raises Refused where one is open, or for anyone but the secretariat. Cost: every record of the
    government is read and written once, received files with their content.
    """
    origin = GovernmentRecord.objects.select_for_update().get(pk=government_of(by))
    require(may_open(by, is_open=open_copy(origin.pk) is not None))
    copy = GovernmentRecord.objects.create(
        place_id=origin.place_id,
        name=origin.name,
        is_practice=True,
        copy_of=origin,
        copied_at=at,
    )
    counted = copy_records(origin.pk, copy.pk)
    rows = sum(counted.values())
    leave_event("foundation.practice.opened", by=by, at=at, subject=copy, rows=rows)
    leave_event(
        "foundation.practice.opened",
        by=by,
        at=at,
        subject=copy,
        government_id=copy.pk,
        copied_from=origin.pk,
        rows=rows,
    )
    return copy.pk


@command("foundation.practice.closed", says=Text("Tahun latihan ditutup", "Practice year closed"))
def close_practice_year(*, by: Actor, at: datetime) -> None:
    """Take the practice year's records away for good; its audit trail stays.

    Raises Refused for anyone but the secretariat, NotFound where another closed it meanwhile.
    """
    copy = open_copy(government_of(by))
    require(may_close(by, is_open=copy is not None))
    closed = _open_copies(government_of(by)).update(closed_at=at)
    if copy is None or closed != 1:
        raise NotFound(PRACTICE)
    take_away(copy.pk)
    leave_event("foundation.practice.closed", by=by, at=at, subject=copy)


def _open_copies(origin_id: int) -> QuerySet[GovernmentRecord]:
    return GovernmentRecord.objects.filter(copy_of=origin_id, closed_at__isnull=True)
