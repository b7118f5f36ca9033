"""Maps of places: tiles where no boundaries are known, outlines where they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from setara.domain.language.text import Language
from setara.domain.reports.figure_marks import FONT, PALETTES, Specification, Theme, chart
from setara.domain.reports.map_classes import SHADES, MapClass

Geometry = Mapping[str, Any]
_TILE, _TILE_HEIGHT = 104, 66
_OUTLINE_WIDTH, _OUTLINE_HEIGHT = 560, 460
_STRIPES = 9
_LONGEST_WORD = 11
_TILE_WORDS = (("name1", -21), ("name2", -8), ("label1", 8), ("label2", 21))


@dataclass(frozen=True, slots=True)
class MapPlace:
    """One place: its class, None where there is no figure, and what is written on it."""

    name: str
    found: MapClass | None
    label: str
    tile: tuple[int, int] = (0, 0)
    outline: Geometry | None = None
    centre: tuple[float, float] | None = None


def tile_map(
    places: Sequence[MapPlace], classes: Sequence[MapClass], *, language: Language, theme: Theme
) -> Specification:
    """A square a place on the grid of `tile` (column, row); no shape and no size is claimed.

    Each tile carries its name and figure; a place without a figure is striped and says why.
    """
    columns = 1 + max((place.tile[0] for place in places), default=0)
    rows = 1 + max((place.tile[1] for place in places), default=0)
    place_at = {
        axis: {
            "field": field,
            "type": "ordinal",
            "axis": None,
            "scale": {"domain": list(range(count)), "paddingInner": 0.06, "paddingOuter": 0},
        }
        for axis, field, count in (("x", "column", columns), ("y", "row", rows))
    }
    mark = {"type": "rect", "cornerRadius": 4}
    layers = [
        *_filled(place_at, mark, classes, language, theme),
        *_written(place_at, theme, _TILE_WORDS, halo_where="!datum.is_known"),
    ]
    return chart(theme, _TILE * columns, _TILE_HEIGHT * rows) | {
        "data": {"values": [_tile_row(place, language) for place in places]},
        "layer": layers,
    }


def outline_map(
    places: Sequence[MapPlace], classes: Sequence[MapClass], *, language: Language, theme: Theme
) -> Specification:
    """The outlines of places on a plain grid of degrees, filled by class.

    Near the equator degrees east and north are equally long, so nothing is projected.
    """
    drawn = [place for place in places if place.outline is not None]
    ink = PALETTES[theme]
    mark = {"type": "geoshape", "stroke": ink.ground, "strokeWidth": 1.5}
    features = [
        {"type": "Feature", "geometry": place.outline} | _tile_row(place, language)
        for place in drawn
    ]
    words = [_label_row(place, language) for place in drawn if place.centre is not None]
    at = {
        "longitude": {"field": "lon", "type": "quantitative"},
        "latitude": {"field": "lat", "type": "quantitative"},
    }
    layers: list[Specification] = [
        {"data": {"values": features}, **each}
        for each in _filled({}, mark, classes, language, theme)
    ]
    layers += [
        {"data": {"values": words}, **each}
        for each in _written(at, theme, (("name", -6), ("label", 8)))
    ]
    # The plain plane turns south up unless told.
    projection = {"projection": {"type": "identity", "reflectY": True}}
    return chart(theme, _OUTLINE_WIDTH, _OUTLINE_HEIGHT) | projection | {"layer": layers}


def _filled(
    place_at: Specification,
    mark: Specification,
    classes: Sequence[MapClass],
    language: Language,
    theme: Theme,
) -> list[Specification]:
    """The places with a class in its shade, and those without in stripes."""
    ink = PALETTES[theme]
    shades = SHADES[theme]
    colour = {
        "field": "class",
        "type": "nominal",
        "scale": {
            "domain": [each.said(language) for each in classes],
            "range": [shades[each.shade] for each in classes],
        },
        "legend": {
            "title": None,
            "orient": "bottom",
            "direction": "vertical",
            "symbolType": "square",
            "symbolSize": 190,
            "labelLimit": 520,
        },
    }
    striped = mark | {"fill": _stripes(ink.faint, ink.ground), "stroke": ink.ink}
    return [
        {
            "transform": [{"filter": "datum.is_known"}],
            "mark": mark,
            "encoding": place_at | {"color": colour},
        },
        {
            "transform": [{"filter": "!datum.is_known"}],
            "mark": striped | {"strokeWidth": 0.6},
            "encoding": place_at,
        },
    ]


def _stripes(dark: str, light: str) -> Specification:
    """A hatch, which Vega has no pattern for: a gradient with hard edges."""
    stops = []
    for place in range(_STRIPES * 2):
        shade = dark if place % 2 else light
        ends = (place / (_STRIPES * 2), (place + 1) / (_STRIPES * 2))
        stops += [{"offset": round(end, 4), "color": shade} for end in ends]
    ends_of = {"x1": 0, "y1": 0, "x2": 1, "y2": 1}
    return {"gradient": "linear", **ends_of, "stops": stops}


def _written(
    place_at: Specification,
    theme: Theme,
    fields: Sequence[tuple[str, int]],
    *,
    halo_where: str = "true",
) -> list[Specification]:
    ink = PALETTES[theme]
    halo: Specification = {"stroke": ink.ground, "strokeWidth": 3.5, "color": ink.ground}
    looks: list[Specification] = [halo, {"color": ink.ink}]
    return [
        {
            "mark": {
                "type": "text",
                "font": FONT,
                "fontSize": 11,
                "fontWeight": "bold" if field.startswith("name") else "normal",
                "dy": shift,
            }
            | look,
            "transform": [{"filter": halo_where if look is halo else "true"}],
            "encoding": place_at | {"text": {"field": field, "type": "nominal"}},
        }
        for field, shift in fields
        for look in looks
    ]


def _tile_row(place: MapPlace, language: Language) -> Specification:
    first, second = halves(place.name)
    above, below = halves(place.label)
    return {
        "column": place.tile[0],
        "row": place.tile[1],
        "name1": first if second else "",
        "name2": second or first,
        "label1": above,
        "label2": below,
        "class": place.found.said(language) if place.found else "",
        "is_known": place.found is not None,
    }


def _label_row(place: MapPlace, language: Language) -> Specification:
    lon, lat = place.centre or (0.0, 0.0)
    return {"lon": lon, "lat": lat, "name": place.name, "label": place.label}


def halves(words: str) -> tuple[str, str]:
    """The words in two lines of about the same length; the second is empty for a short name."""
    parts = words.split()
    if len(words) <= _LONGEST_WORD or len(parts) == 1:
        return words, ""
    cuts = range(1, len(parts))
    best = min(cuts, key=lambda cut: max(len(" ".join(parts[:cut])), len(" ".join(parts[cut:]))))
    return " ".join(parts[:best]), " ".join(parts[best:])
