"""Keeps the places of a territory as rows, each once and below its parent."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from setara.domain.foundation.place import COUNTRY_CODE, PlaceKind
from setara.domain.law.places import LawPlace
from setara.store.models import PlaceRecord


def keep_places(places: Iterable[LawPlace]) -> None:
    """Add the places that are not kept yet, level by level, because a child needs its parent's id.

    Cost: two queries a level, whatever the number of places.
    """
    for _, level in groupby(sorted(places, key=_depth), key=_depth):
        _keep_level(list(level))


def _depth(place: LawPlace) -> int:
    return 0 if place.code == COUNTRY_CODE else 1 + place.code.count(".")


def _keep_level(places: list[LawPlace]) -> None:
    codes = {place.code for place in places} | {place.parent for place in places if place.parent}
    kept = dict(PlaceRecord.objects.filter(code__in=codes).values_list("code", "pk"))
    PlaceRecord.objects.bulk_create(
        PlaceRecord(
            code=place.code,
            name=place.name,
            kind=PlaceKind(place.kind),
            parent_id=kept[place.parent] if place.parent else None,
        )
        for place in places
        if place.code not in kept
    )
