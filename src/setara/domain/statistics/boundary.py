"""Outlines of places from GeoJSON: judged as a whole, matched to place codes, thinned to draw."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from setara.domain.language.text import Language, Text

Position = tuple[float, float]
Ring = tuple[Position, ...]
Outline = tuple[tuple[Ring, ...], ...]
"""Polygons, each an outer ring and its holes; a ring ends where it began."""

MOST_POSITIONS = 300_000
MOST_FEATURES = 2_000
_CODE_KEYS = ("kode", "code", "kode_kec", "kode_kemendagri", "kd_kec", "kdcpum", "kdepum")
_NAME_KEYS = ("nama", "name", "kecamatan", "namobj", "wadmkc", "wadmkd", "desa", "kelurahan")
_FEWEST_IN_A_RING = 4
_MOST_NAMED = 12


class BadBoundaries(ValueError):
    """The file cannot be taken; `reason` says why, and `where` names the features."""

    def __init__(self, reason: Text, where: tuple[str, ...] = ()) -> None:
        self.reason, self.where = reason, where
        super().__init__(reason.say(Language.ENGLISH))


@dataclass(frozen=True, slots=True)
class Boundary:
    """The outline of one place."""

    place_code: str
    outline: Outline


@dataclass(frozen=True, slots=True)
class Matched:
    """What a file holds: boundaries by place code, and features that are no place of ours."""

    boundaries: tuple[Boundary, ...]
    unknown: tuple[str, ...]


def boundaries(data: object, places: Mapping[str, str]) -> Matched:
    """The outlines in a GeoJSON FeatureCollection; `places` are names by code.

    A feature is matched by a property that holds the code (`kode`, `code` …), else by one that
    holds the name (`nama`, `name` …). Raises BadBoundaries for what is no collection, a
    geometry that is no polygon or is out of bounds, and a place that stands there twice.
    """
    found: dict[str, Boundary] = {}
    unknown: list[str] = []
    left = MOST_POSITIONS
    names = {_plain(name): code for code, name in places.items()}
    for number, feature in enumerate(_features(data), start=1):
        given = _properties(feature)
        label = _label(given, number)
        outline = _outline(feature.get("geometry"), label)
        left -= sum(len(ring) for polygon in outline for ring in polygon)
        if left < 0:
            raise BadBoundaries(TOO_MANY.filled(most=MOST_POSITIONS))
        code = _code_of(given, places, names)
        if code is None:
            unknown.append(label)
        elif code in found:
            raise BadBoundaries(TWICE.filled(place=places[code]), (label,))
        else:
            found[code] = Boundary(code, outline)
    return Matched(tuple(found.values()), tuple(unknown[:_MOST_NAMED]))


def as_geometry(outline: Outline) -> dict[str, Any]:
    """The outline as a GeoJSON MultiPolygon."""
    return {
        "type": "MultiPolygon",
        "coordinates": [[[list(at) for at in ring] for ring in polygon] for polygon in outline],
    }


def outline_of(geometry: Mapping[str, Any]) -> Outline:
    """The outline that `as_geometry` gave. Raises BadBoundaries."""
    return _outline(geometry, "")


def centre_of(outline: Outline) -> Position:
    """The centre of gravity of the largest polygon: where a name is written."""
    ring = max((polygon[0] for polygon in outline), key=lambda each: abs(_moments(each)[0]))
    area, east, north = _moments(ring)
    if not area:
        return ring[0]
    return (east / (3 * area), north / (3 * area))


def thinned(outline: Outline, tolerance: float) -> Outline:
    """The outline without positions nearer than `tolerance` degrees to the one before.

    Every ring keeps at least a triangle. Cost: one pass.
    """
    return tuple(tuple(_thin_ring(ring, tolerance) for ring in polygon) for polygon in outline)


def span_of(outlines: Sequence[Outline]) -> float:
    """The longer side of the box around them all, in degrees."""
    at = [each for outline in outlines for polygon in outline for each in polygon[0]]
    if not at:
        return 0.0
    sides = ([east for east, _ in at], [north for _, north in at])
    return max(max(side) - min(side) for side in sides)


def _thin_ring(ring: Ring, tolerance: float) -> Ring:
    kept = [ring[0]]
    for at in ring[1:-1]:
        if math.dist(at, kept[-1]) >= tolerance:
            kept.append(at)
    if len(kept) < _FEWEST_IN_A_RING - 1:
        return ring
    return (*kept, ring[0])


def _moments(ring: Ring) -> tuple[float, float, float]:
    """Twice the signed area of a ring, and its moments, which over thrice that give the centre."""
    area = east = north = 0.0
    for (x, y), (next_x, next_y) in pairwise(ring):
        cross = x * next_y - next_x * y
        area += cross
        east += (x + next_x) * cross
        north += (y + next_y) * cross
    return (area, east, north)


def _features(data: object) -> Sequence[Mapping[str, Any]]:
    features = data.get("features") if isinstance(data, Mapping) else None
    if not isinstance(features, list) or not features:
        raise BadBoundaries(NO_COLLECTION)
    if len(features) > MOST_FEATURES:
        raise BadBoundaries(TOO_MANY_FEATURES.filled(most=MOST_FEATURES))
    if not all(isinstance(each, Mapping) for each in features):
        raise BadBoundaries(NO_COLLECTION)
    return features


def _properties(feature: Mapping[str, Any]) -> dict[str, str]:
    given = feature.get("properties")
    if not isinstance(given, Mapping):
        return {}
    return {
        str(key).casefold(): str(value)[:200]
        for key, value in given.items()
        if isinstance(value, str | int)
    }


def _label(given: Mapping[str, str], number: int) -> str:
    parts = [given[key] for key in (*_CODE_KEYS, *_NAME_KEYS) if given.get(key)]
    return " ".join(parts[:2]) or f"#{number}"


def _code_of(
    given: Mapping[str, str], places: Mapping[str, str], names: Mapping[str, str]
) -> str | None:
    for key in _CODE_KEYS:
        if given.get(key) in places:
            return given[key]
    for key in _NAME_KEYS:
        if (code := names.get(_plain(given.get(key, "")))) is not None:
            return code
    return None


def _plain(name: str) -> str:
    words = name.casefold().replace("-", " ").split()
    return "".join(word for word in words if word not in {"kecamatan", "kec.", "kec"})


def _outline(geometry: object, label: str) -> Outline:
    kind = geometry.get("type") if isinstance(geometry, Mapping) else None
    if kind not in {"Polygon", "MultiPolygon"} or not isinstance(geometry, Mapping):
        raise BadBoundaries(NO_POLYGON.filled(feature=label), (label,))
    given = geometry.get("coordinates")
    polygons = [given] if kind == "Polygon" else given
    if not isinstance(polygons, list) or not polygons:
        raise BadBoundaries(NO_POLYGON.filled(feature=label), (label,))
    return tuple(tuple(_rings(polygon, label)) for polygon in polygons)


def _rings(polygon: object, label: str) -> Iterator[Ring]:
    if not isinstance(polygon, list) or not polygon:
        raise BadBoundaries(NO_POLYGON.filled(feature=label), (label,))
    for ring in polygon:
        if not isinstance(ring, list) or len(ring) < _FEWEST_IN_A_RING:
            raise BadBoundaries(OPEN_RING.filled(feature=label), (label,))
        read = tuple(_position(at, label) for at in ring)
        if read[0] != read[-1]:
            raise BadBoundaries(OPEN_RING.filled(feature=label), (label,))
        yield read


def _position(at: object, label: str) -> Position:
    pair = at[:2] if isinstance(at, list) else []
    numbers = [each for each in pair if isinstance(each, int | float) and math.isfinite(each)]
    is_right = len(numbers) == len(pair) == 2  # noqa: PLR2004 -- east and north
    if not is_right or not (-180 <= numbers[0] <= 180 and -90 <= numbers[1] <= 90):  # noqa: PLR2004
        raise BadBoundaries(OUT_OF_BOUNDS.filled(feature=label), (label,))
    return (float(numbers[0]), float(numbers[1]))


NO_COLLECTION = Text(
    "Berkas ini bukan GeoJSON berisi kumpulan bidang (FeatureCollection).",
    "This file is not a GeoJSON FeatureCollection.",
)
NO_POLYGON = Text(
    "Bidang {feature} bukan poligon. Simpan batas wilayah sebagai Polygon atau MultiPolygon.",
    "Feature {feature} is no polygon. Save boundaries as Polygon or MultiPolygon.",
)
OPEN_RING = Text(
    "Batas bidang {feature} tidak tertutup: titik pertama dan terakhir harus sama.",
    "The outline of {feature} is not closed: its first and last positions must be the same.",
)
OUT_OF_BOUNDS = Text(
    "Bidang {feature} memuat koordinat di luar bumi. Pakai bujur dan lintang (WGS 84) dalam "
    "derajat.",
    "Feature {feature} has coordinates off the earth. Use longitude and latitude (WGS 84) in "
    "degrees.",
)
TOO_MANY = Text(
    "Batas wilayah memuat lebih dari {most} titik. Sederhanakan dahulu berkasnya.",
    "The boundaries have more than {most} positions. Simplify the file first.",
)
TOO_MANY_FEATURES = Text(
    "Berkas memuat lebih dari {most} bidang.", "The file has more than {most} features."
)
TWICE = Text("{place} ada dua kali dalam berkas ini.", "{place} stands in this file twice.")
