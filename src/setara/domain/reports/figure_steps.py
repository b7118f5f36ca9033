"""A waterfall: from one figure to another over the parts of the change between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.language.text import Language, Text
from setara.domain.language.writing import number
from setara.domain.reports.figure_marks import PALETTES, Specification, Theme, chart


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a change, in the unit of the figures."""

    name: Text
    size: Decimal


def waterfall(
    first: tuple[Text, Decimal],
    parts: Sequence[Part],
    last: tuple[Text, Decimal],
    *,
    language: Language,
    theme: Theme,
    places: int,
) -> Specification:
    """A bar a part from where the ones before have led; the first and last are marks at a level.

    Rising and falling parts differ by sign and by fill: rising ones are filled, falling ones
    outlined.
    """
    ink = PALETTES[theme]
    rows = _rows(first, parts, last, language, places)
    down = {
        "field": "name",
        "type": "nominal",
        "title": None,
        "sort": [row["name"] for row in rows],
        "axis": {"labelLimit": 260, "grid": False},
    }
    across = {
        "field": "start",
        "type": "quantitative",
        "title": None,
        "scale": {"zero": False, "nice": False, "padding": 48},
        "axis": {"format": f",.{places}f", "tickCount": 6},
    }
    place = {"y": down, "x": across}
    bar = {"type": "bar", "height": {"band": 0.62}, "stroke": ink.ink, "strokeWidth": 1.2}
    layers = [
        _bars(bar | {"fill": ink.ink}, "rises", place),
        _bars(bar | {"fill": ink.ground}, "falls", place),
        _levels(place, theme),
        _labels(down, theme),
    ]
    drawn = {"data": {"values": rows}, "layer": layers}
    return chart(theme, 440, max(120, 30 * len(rows))) | drawn


def _levels(place: Specification, theme: Theme) -> Specification:
    colour = PALETTES[theme].ink
    return {
        "transform": [{"filter": "datum.kind == 'level'"}],
        "mark": {"type": "tick", "thickness": 3, "color": colour, "height": {"band": 0.8}},
        "encoding": place,
    }


def _labels(down: Specification, theme: Theme) -> Specification:
    colour = PALETTES[theme].ink
    right = {"field": "right", "type": "quantitative"}
    return {
        "mark": {"type": "text", "color": colour, "align": "left", "dx": 7, "fontSize": 12},
        "encoding": {"y": down, "x": right, "text": {"field": "label"}},
    }


def _bars(bar: Specification, kind: str, place: Specification) -> Specification:
    return {
        "transform": [{"filter": f"datum.kind == '{kind}'"}],
        "mark": bar,
        "encoding": place | {"x2": {"field": "end"}},
    }


def _rows(
    first: tuple[Text, Decimal],
    parts: Sequence[Part],
    last: tuple[Text, Decimal],
    language: Language,
    places: int,
) -> list[Specification]:
    def written(value: Decimal) -> str:
        return number(value, indonesian=language is Language.INDONESIAN, places=places)

    at = first[1]
    rows = [_level(first, language, written(first[1]))]
    for part in parts:
        end = at + part.size
        sign = "+" if part.size > 0 else "−" if part.size < 0 else ""
        rows.append(
            {
                "name": part.name.say(language),
                "start": float(at),
                "end": float(end),
                "right": float(max(at, end)),
                "kind": "falls" if part.size < 0 else "rises",
                "label": f"{sign}{written(abs(part.size))}",
            }
        )
        at = end
    return [*rows, _level(last, language, written(last[1]))]


def _level(figure: tuple[Text, Decimal], language: Language, label: str) -> Specification:
    name, value = figure
    at = float(value)
    return {
        "name": name.say(language),
        "start": at,
        "end": at,
        "right": at,
        "kind": "level",
        "label": label,
    }
