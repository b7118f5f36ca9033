"""Verbs on agencies: founded, renamed, merged, split, with nothing of their past lost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import QuerySet

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.agency import SuccessionKind, may_rename, may_succeed
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import refused, require
from setara.domain.language.text import Text
from setara.store.models import (
    AgencyNameRecord,
    AgencyRecord,
    AgencySuccessionRecord,
    PlaceRecord,
)
from setara.usecases.foundation.access import NotFound, one, visible
from setara.usecases.foundation.command import command, leave_event

AGENCY = Text("Perangkat daerah", "The agency")


@command("foundation.agency.founded", says=Text("Perangkat daerah dibentuk", "Agency founded"))
def found_agency(
    *,
    by: Actor,
    at: datetime,
    code: str,
    name: str,
    short_name: str,
    valid_from: date,
    place_code: str | None = None,
) -> int:
    """Register an agency under its code, with its first name; a sub-district office has a place.

    Raises Refused for a used code or an empty name, NotFound for an unknown place.
    """
    require(by.may(Permission.MANAGE_AGENCIES))
    if not code.strip() or not name.strip():
        require(refused("Kode dan nama wajib diisi.", "Code and name are required."))
    if _agencies(by).filter(code=code.strip()).exists():
        require(refused("Kode {code} sudah dipakai.", "Code {code} is already used.", code=code))
    agency = AgencyRecord.objects.create(
        government_id=by.government_id, code=code.strip(), place=_place(place_code)
    )
    AgencyNameRecord.objects.create(
        agency=agency, name=name.strip(), short_name=short_name.strip(), valid_from=valid_from
    )
    leave_event("foundation.agency.founded", by=by, at=at, subject=agency, name=name.strip())
    return agency.pk


@command("foundation.agency.renamed", says=Text("Perangkat daerah berganti nama", "Agency renamed"))
def rename_agency(
    *, by: Actor, at: datetime, agency_id: int, name: str, short_name: str, valid_from: date
) -> None:
    """Give an agency a new name from a day on; the old one stays for what was before.

    Raises Refused where the day does not follow the present name's first day.
    """
    require(by.may(Permission.MANAGE_AGENCIES))
    agency = one(by, AgencyRecord.objects.prefetch_related("names"), agency_id, what=AGENCY)
    require(may_rename(agency.as_rule_sees_it(), name=name, on=valid_from))
    current = AgencyNameRecord.objects.get(agency=agency, valid_to__isnull=True)
    AgencyNameRecord.objects.filter(pk=current.pk).update(valid_to=valid_from)
    AgencyNameRecord.objects.create(
        agency=agency, name=name.strip(), short_name=short_name.strip(), valid_from=valid_from
    )
    leave_event(
        "foundation.agency.renamed",
        by=by,
        at=at,
        subject=agency,
        before=current.name,
        after=name.strip(),
        valid_from=valid_from.isoformat(),
    )


@command("foundation.agency.merged", says=Text("Perangkat daerah digabung", "Agencies merged"))
def merge_agencies(
    *, by: Actor, at: datetime, predecessor_ids: list[int], successor_id: int, happened_on: date
) -> None:
    """Close agencies whose work passes to one other. Raises Refused, NotFound."""
    _pass_on(by, SuccessionKind.MERGED, predecessor_ids, [successor_id], happened_on)
    successor = AgencyRecord.objects.get(pk=successor_id)
    leave_event(
        "foundation.agency.merged",
        by=by,
        at=at,
        subject=successor,
        predecessors=predecessor_ids,
        happened_on=happened_on.isoformat(),
    )


@command("foundation.agency.split", says=Text("Perangkat daerah dipecah", "Agency split"))
def split_agency(
    *, by: Actor, at: datetime, predecessor_id: int, successor_ids: list[int], happened_on: date
) -> None:
    """Close an agency whose work passes to several others. Raises Refused, NotFound."""
    _pass_on(by, SuccessionKind.SPLIT, [predecessor_id], successor_ids, happened_on)
    predecessor = AgencyRecord.objects.get(pk=predecessor_id)
    leave_event(
        "foundation.agency.split",
        by=by,
        at=at,
        subject=predecessor,
        successors=successor_ids,
        happened_on=happened_on.isoformat(),
    )


def _pass_on(
    by: Actor,
    kind: SuccessionKind,
    predecessor_ids: Iterable[int],
    successor_ids: Iterable[int],
    happened_on: date,
) -> None:
    require(by.may(Permission.MANAGE_AGENCIES))
    rows = AgencyRecord.objects.prefetch_related("names")
    predecessors = [one(by, rows, pk, what=AGENCY) for pk in predecessor_ids]
    successors = [one(by, rows, pk, what=AGENCY) for pk in successor_ids]
    require(
        may_succeed(
            [agency.as_rule_sees_it() for agency in predecessors],
            [agency.as_rule_sees_it() for agency in successors],
            happened_on,
        )
    )
    for predecessor in predecessors:
        AgencyRecord.objects.filter(pk=predecessor.pk).update(closed_on=happened_on)
        for successor in successors:
            AgencySuccessionRecord.objects.create(
                kind=kind,
                happened_on=happened_on,
                predecessor=predecessor,
                successor=successor,
            )


def _agencies(by: Actor) -> QuerySet[AgencyRecord]:
    return visible(by, AgencyRecord.objects.all())


def _place(code: str | None) -> PlaceRecord | None:
    if code is None:
        return None
    place = PlaceRecord.objects.filter(code=code).first()
    if place is None:
        raise NotFound(Text("Wilayah {code}", "Place {code}").filled(code=code))
    return place
