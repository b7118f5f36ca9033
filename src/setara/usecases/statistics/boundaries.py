"""Taking the boundaries of sub-districts in, to draw maps on; and telling which are there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.place import PlaceKind
from setara.domain.foundation.verdict import Refused, Verdict, refused, require
from setara.domain.language.text import Text, listed, same
from setara.domain.statistics.boundary import BadBoundaries, Matched, as_geometry, boundaries
from setara.formats.geojson import NotJson, json_of
from setara.store.models import BoundaryRecord, GovernmentRecord
from setara.usecases.foundation.access import government_of, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.element_rows import NO_AGENCY
from setara.usecases.statistics.place_figures import subdistricts


@dataclass(frozen=True, slots=True)
class BoundaryAnswer:
    """A sub-district with where its outline comes from; `source` is empty where there is none."""

    place_code: str
    place_name: str
    source: str
    loaded_at: datetime | None


@dataclass(frozen=True, slots=True)
class BoundariesRoomAnswer:
    """Every sub-district, and whether the actor may load boundaries."""

    places: tuple[BoundaryAnswer, ...]
    may_load: Verdict


def boundaries_room(*, by: Actor) -> BoundariesRoomAnswer:
    """Which sub-districts have an outline. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, BoundaryRecord.objects.filter(level=PlaceKind.SUBDISTRICT))
    known = {row.place_id: row for row in rows.defer("geometry")}
    places = []
    for place in subdistricts(by):
        row = known.get(place.pk)
        source, loaded_at = (row.source, row.loaded_at) if row else ("", None)
        places.append(BoundaryAnswer(place.code, place.name, source, loaded_at))
    return BoundariesRoomAnswer(
        tuple(places), by.may(Permission.IMPORT_STATISTICS, agency_id=NO_AGENCY)
    )


@command("statistics.boundaries.loaded", says=Text("Batas wilayah dimuat", "Boundaries loaded"))
def load_boundaries(
    *, by: Actor, at: datetime, content: bytes, source: str, skips_unknown: bool = False
) -> int:
    """Keep the outlines of sub-districts from a GeoJSON file, each in place of an older one.

    Returns how many. Raises Refused where the file cannot be taken, no source is named, no
    feature is one of the government's sub-districts, or some are none and `skips_unknown` is
    not set; nothing is kept then. Cost: four queries.
    """
    require(by.may(Permission.IMPORT_STATISTICS, agency_id=NO_AGENCY))
    if not source.strip():
        require(refused("Sebutkan sumber batas wilayah.", "Name the source of the boundaries."))
    places = {place.code: place for place in subdistricts(by)}
    found = _read(content, {code: place.name for code, place in places.items()})
    if found.unknown and not skips_unknown:
        raise Refused(UNKNOWN.filled(features=listed([same(each) for each in found.unknown])))
    if not found.boundaries:
        raise Refused(NONE)
    ids = [places[each.place_code].pk for each in found.boundaries]
    visible(by, BoundaryRecord.objects.filter(place__in=ids)).delete()
    BoundaryRecord.objects.bulk_create(
        BoundaryRecord(
            government_id=government_of(by),
            place=places[each.place_code],
            level=PlaceKind.SUBDISTRICT,
            geometry=as_geometry(each.outline),
            source=source.strip(),
            loaded_at=at,
        )
        for each in found.boundaries
    )
    home = GovernmentRecord.objects.get(pk=government_of(by))
    count = len(found.boundaries)
    leave_event(
        "statistics.boundaries.loaded", by=by, at=at, subject=home, count=count, source=source
    )
    return count


def _read(content: bytes, names: dict[str, str]) -> Matched:
    try:
        return boundaries(json_of(content), names)
    except (NotJson, BadBoundaries) as bad:
        raise Refused(bad.reason) from bad


UNKNOWN = Text(
    "Bidang ini bukan kecamatan pemerintah daerah ini: {features}. Perbaiki kode atau namanya, "
    "atau pilih untuk melewatinya.",
    "These features are no sub-districts of this government: {features}. Mend their codes or "
    "names, or choose to skip them.",
)
NONE = Text(
    "Tidak ada bidang yang cocok dengan kecamatan pemerintah daerah ini. Setiap bidang perlu "
    "kode (properti “kode”) atau nama (properti “nama”).",
    "No feature is a sub-district of this government. Each needs a code (property “kode”) or a "
    "name (property “nama”).",
)
