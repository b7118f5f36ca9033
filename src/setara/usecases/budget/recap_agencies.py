"""The agencies as a recapitulation names them, and the sub-districts whose offices they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from setara.domain.budget.whereabouts import NOWHERE
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.place import PlaceKind
from setara.store.models import AgencyRecord
from setara.usecases.foundation.access import visible


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """An agency's code and short name; `home` is the sub-district whose office it is."""

    code: str
    name: str
    home: str


def agency_facts(by: Actor, districts: Mapping[str, str], today: date) -> dict[int, AgencyFacts]:
    """Every agency by its id; `districts` are the names of sub-districts by code. Two queries."""
    rows = visible(by, AgencyRecord.objects.select_related("place").prefetch_related("names"))
    offices = {
        f"{kind} {name}".casefold(): code
        for code, name in districts.items()
        for kind in ("kecamatan", "kantor kecamatan", "kantor camat")
    }
    found = {}
    for row in rows:
        name = row.as_rule_sees_it().name_on(today)
        home = offices.get(name.name.casefold(), NOWHERE)
        if row.place is not None and row.place.kind == PlaceKind.SUBDISTRICT:
            home = row.place.code
        found[row.pk] = AgencyFacts(row.code, name.short_name, home)
    return found
