"""Verbs on agencies: founded, renamed, merged, split, with nothing of their past lost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.agency import SuccessionKind, may_rename, may_succeed
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.place import lies_in
from setara.domain.foundation.verdict import ALLOWED, Refused, Verdict, refused, require
from setara.domain.language.text import Text
from setara.store.models import (
    AgencyNameRecord,
    AgencyRecord,
    AgencySuccessionRecord,
    GovernmentRecord,
    PlaceRecord,
)
from setara.usecases.foundation.access import (
    CHANGED_MEANWHILE,
    NotFound,
    government_of,
    one,
    visible,
)
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
    code, name = code.strip(), name.strip()
    require(_may_found(by, code, name))
    agency = AgencyRecord.objects.create(
        government_id=government_of(by), code=code, place=_place(by, place_code)
    )
    _name(agency, name, short_name, valid_from)
    leave_event("foundation.agency.founded", by=by, at=at, subject=agency, code=code, name=name)
    return agency.pk


def _may_found(by: Actor, code: str, name: str) -> Verdict:
    if not code or not name:
        return refused("Kode dan nama wajib diisi.", "Code and name are required.")
    if visible(by, AgencyRecord.objects.filter(code=code)).exists():
        return refused("Kode {code} sudah dipakai.", "Code {code} is already used.", code=code)
    return ALLOWED


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
    before = agency.as_rule_sees_it().name_on(valid_from).name
    current = AgencyNameRecord.objects.filter(agency=agency, valid_to__isnull=True, name=before)
    if current.update(valid_to=valid_from) != 1:
        raise Refused(CHANGED_MEANWHILE)
    _name(agency, name.strip(), short_name, valid_from)
    leave_event(
        "foundation.agency.renamed",
        by=by,
        at=at,
        subject=agency,
        before=before,
        after=name.strip(),
        valid_from=valid_from.isoformat(),
    )


@command("foundation.agency.merged", says=Text("Perangkat daerah digabung", "Agencies merged"))
def merge_agencies(
    *, by: Actor, at: datetime, predecessor_ids: list[int], successor_id: int, happened_on: date
) -> None:
    """Close agencies whose work passes to one other. Raises Refused, NotFound."""
    require(by.may(Permission.MANAGE_AGENCIES))
    predecessors, [successor] = _some(by, predecessor_ids), _some(by, [successor_id])
    _pass_on(SuccessionKind.MERGED, predecessors, [successor], happened_on)
    leave_event(
        "foundation.agency.merged",
        by=by,
        at=at,
        subject=successor,
        predecessors=[agency.code for agency in predecessors],
        successor=successor.code,
        happened_on=happened_on.isoformat(),
    )


@command("foundation.agency.split", says=Text("Perangkat daerah dipecah", "Agency split"))
def split_agency(
    *, by: Actor, at: datetime, predecessor_id: int, successor_ids: list[int], happened_on: date
) -> None:
    """Close an agency whose work passes to several others. Raises Refused, NotFound."""
    require(by.may(Permission.MANAGE_AGENCIES))
    [predecessor], successors = _some(by, [predecessor_id]), _some(by, successor_ids)
    _pass_on(SuccessionKind.SPLIT, [predecessor], successors, happened_on)
    leave_event(
        "foundation.agency.split",
        by=by,
        at=at,
        subject=predecessor,
        predecessor=predecessor.code,
        successors=[agency.code for agency in successors],
        happened_on=happened_on.isoformat(),
    )


def _some(by: Actor, pks: Iterable[int]) -> list[AgencyRecord]:
    """Each agency once, in the order asked. Cost: two queries."""
    asked = list(dict.fromkeys(pks))
    rows = visible(by, AgencyRecord.objects.filter(pk__in=asked)).prefetch_related("names")
    found = {row.pk: row for row in rows}
    if len(found) < len(asked):
        raise NotFound(AGENCY)
    return [found[pk] for pk in asked]


def _pass_on(
    kind: SuccessionKind,
    predecessors: list[AgencyRecord],
    successors: list[AgencyRecord],
    happened_on: date,
) -> None:
    ending = [agency.as_rule_sees_it() for agency in predecessors]
    following = [agency.as_rule_sees_it() for agency in successors]
    require(may_succeed(kind, ending, following, happened_on))
    open_ones = AgencyRecord.objects.filter(
        pk__in=[agency.pk for agency in predecessors], closed_on__isnull=True
    )
    if open_ones.update(closed_on=happened_on) != len(predecessors):
        raise Refused(CHANGED_MEANWHILE)
    AgencySuccessionRecord.objects.bulk_create(
        AgencySuccessionRecord(
            kind=kind, happened_on=happened_on, predecessor=before, successor=after
        )
        for before in predecessors
        for after in successors
    )


def _name(agency: AgencyRecord, name: str, short_name: str, valid_from: date) -> None:
    AgencyNameRecord.objects.create(
        agency=agency, name=name, short_name=short_name.strip() or name[:60], valid_from=valid_from
    )


def _place(by: Actor, code: str | None) -> PlaceRecord | None:
    """The place of an office, inside the government's territory."""
    if code is None:
        return None
    own = GovernmentRecord.objects.values_list("place__code", flat=True).get(pk=government_of(by))
    place = PlaceRecord.objects.filter(code=code).first()
    if place is None or not lies_in(code, own):
        raise NotFound(Text("Wilayah {code}", "Place {code}").filled(code=code))
    return place
