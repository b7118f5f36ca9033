"""Small multiples: one small chart a place or an element, so that many can be compared at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from setara.domain.language.text import Language, Text
from setara.domain.reports.figure_marks import (
    FONT,
    PALETTES,
    Specification,
    Theme,
    amount,
    bridge,
    by_sex,
    chart,
    line,
    marks,
    written,
    years,
)
from setara.domain.reports.figures import Point, line_rows

_WIDTH, _HEIGHT, _COLUMNS, _FEW_YEARS = 172, 92, 3, 4


LINE_BREAK = "\n"
"""Cuts the name of a panel into lines."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart: its name, in lines, and the figures of both sexes over years.

    `places` are the decimals of its labels.
    """

    title: str
    points: tuple[Point, ...]
    places: int = 0


def small_multiples(
    panels: Sequence[Panel],
    *,
    axis: Text,
    language: Language,
    theme: Theme,
    has_one_scale: bool = True,
) -> Specification:
    """A panel each, in the order given, three in a row, women as circles and men as diamonds.

    With one scale heights compare between panels; without it each panel fills its own height,
    which is for elements of different units or places of very different size.
    """
    frame = chart(theme, _WIDTH, _HEIGHT)
    whole = {key: value for key, value in frame.items() if key not in {"width", "height"}}
    scale = "shared" if has_one_scale else "independent"
    return whole | {
        "data": {"values": _rows(panels, language)},
        "columns": _COLUMNS,
        "facet": _facet(panels, theme),
        "spec": {
            "width": _WIDTH,
            "height": _HEIGHT,
            "layer": _layers(panels, axis, language, theme),
        },
        "resolve": {"scale": {"y": scale}, "axis": {"x": "independent"}},
        "title": _title(axis.say(language), theme),
    }


def _layers(
    panels: Sequence[Panel], axis: Text, language: Language, theme: Theme
) -> list[Specification]:
    small = {"tickCount": 3, "labelFontSize": 9}
    places = max((panel.places for panel in panels), default=0)
    height = amount(axis, language, places) | {"title": None}
    values = [point.value for panel in panels for point in panel.points]
    # Room below the lowest mark is no figure below zero.
    shown_if = (
        "datum.value < 0 ? '' : datum.label" if min(values, default=0) >= 0 else "datum.label"
    )
    encoding = by_sex(language, theme, has_legend=True)
    known = {int(point.at) for panel in panels for point in panel.points}
    first, last = min(known, default=0), max(known, default=0)
    shown = [first, last] if last - first > _FEW_YEARS else sorted(range(first, last + 1))
    encoding["x"] = years(known, labelFontSize=9, values=shown)
    encoding["y"] = height | {
        "axis": height["axis"] | small | {"format": f",.{places}~f", "labelExpr": shown_if},
        "scale": {"zero": False, "padding": 14},
    }
    return [
        bridge(encoding),
        line(encoding),
        marks(encoding, language, theme),
        *written(encoding, theme, "datum.end == 'high'", dy=-10, align="right"),
        *written(encoding, theme, "datum.end == 'low'", dy=12, align="right"),
    ]


def _facet(panels: Sequence[Panel], theme: Theme) -> Specification:
    head = {
        "labelFont": FONT,
        "labelColor": PALETTES[theme].ink,
        "labelFontSize": 11,
        "labelLimit": _WIDTH + 20,
        "labelExpr": "split(datum.label, '\\n')",
        "title": None,
    }
    return {
        "field": "panel",
        "type": "nominal",
        "sort": [panel.title for panel in panels],
        "header": head,
    }


def _title(words: str, theme: Theme) -> Specification:
    look = {"font": FONT, "fontSize": 11, "fontWeight": "normal", "color": PALETTES[theme].ink}
    return {"text": words, "anchor": "start", **look}


def _rows(panels: Sequence[Panel], language: Language) -> list[Specification]:
    """The rows of every panel; labels carry no name, because one legend serves all."""
    rows: list[Specification] = []
    for panel in panels:
        for row in line_rows(panel.points, language, panel.places):
            label = row["label"].removeprefix(f"{row['sex']} ")
            rows.append(row | {"panel": panel.title, "label": label})
    return rows
