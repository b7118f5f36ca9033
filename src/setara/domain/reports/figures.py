"""Charts as data: Vega-Lite specifications in which women and men differ by more than colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text

Specification = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
FONT = "Noto Sans"


class Theme(StrEnum):
    """The ground the figure stands on."""

    LIGHT = "light"
    DARK = "dark"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme; the two sexes keep at least 3:1 against the ground."""

    ground: str
    ink: str
    faint: str
    women: str
    men: str


# Violet and ochre: told apart by most colour-blind readers, neither of them pink nor blue.
PALETTES = {
    Theme.LIGHT: Palette("#ffffff", "#16302b", "#c9d3cf", "#6b2c91", "#a35a00"),
    Theme.DARK: Palette("#14211e", "#e4ece9", "#3a4a45", "#c79be6", "#e6a34d"),
    Theme.PAPER: Palette("#ffffff", "#16302b", "#c9d3cf", "#6b2c91", "#a35a00"),
}
SHAPES = {Sex.FEMALE: "circle", Sex.MALE: "diamond"}
DASHES: dict[Sex, list[int]] = {Sex.FEMALE: [1, 0], Sex.MALE: [5, 3]}


@dataclass(frozen=True, slots=True)
class Point:
    """One figure: where it stands along the chart (a year, a place), of which sex, how much."""

    at: str
    sex: Sex
    value: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """An index over years; `breaks_after` lists years after which the line is not drawn on."""

    points: tuple[tuple[int, Decimal], ...]
    breaks_after: frozenset[int] = frozenset()


def lines_by_sex(
    points: Sequence[Point], *, axis: Text, language: Language, theme: Theme, places: int
) -> Specification:
    """Two lines over years: women solid with circles, men dashed with diamonds."""
    encoding = _by_sex(language, theme) | {
        "x": _YEARS,
        "y": _amount(axis, language, places),
        "strokeDash": {
            "field": "sex",
            "type": "nominal",
            "scale": {"domain": _names(language), "range": [DASHES[sex] for sex in Sex]},
            "legend": None,
        },
    }
    return _chart(theme, 620, 260) | {
        "data": {"values": _values(points, language)},
        "layer": [
            {"mark": {"type": "line", "strokeWidth": 2}, "encoding": encoding},
            {"mark": {"type": "point", "size": 70, "filled": True}, "encoding": encoding},
        ],
    }


def dumbbell(
    points: Sequence[Point], *, axis: Text, language: Language, theme: Theme, places: int
) -> Specification:
    """One line a place: the mark of women, the mark of men, and the distance between them."""
    ink = PALETTES[theme]
    rows = {"field": "at", "type": "nominal", "title": None, "sort": None}
    across = {"field": "value", "type": "quantitative"}
    encoding = _by_sex(language, theme) | {"y": rows, "x": _amount(axis, language, places)}
    distance = {"mark": {"type": "line", "strokeWidth": 3, "color": ink.faint}}
    return _chart(theme, 620, max(120, 26 * len({point.at for point in points}))) | {
        "data": {"values": _values(points, language)},
        "layer": [
            distance | {"encoding": {"y": rows, "x": across, "detail": {"field": "at"}}},
            {"mark": {"type": "point", "size": 90, "filled": True}, "encoding": encoding},
        ],
    }


def index_line(
    series: Series, *, axis: Text, language: Language, theme: Theme, parity: Decimal | None = None
) -> Specification:
    """An index over years; where the method or its input broke, the line is broken too."""
    ink = PALETTES[theme]
    part, values = 0, []
    for year, value in series.points:
        values.append({"at": year, "value": float(value), "part": part})
        part += year in series.breaks_after
    amount = _amount(axis, language, 2) | {"scale": {"zero": False}}
    encoding = {"x": _YEARS, "y": amount, "detail": {"field": "part"}}
    layers: list[Specification] = [
        {
            "mark": {"type": "line", "color": ink.ink, "point": {"size": 55, "color": ink.ink}},
            "encoding": encoding,
        },
        {
            "mark": {"type": "text", "dy": -11, "fontSize": 10, "color": ink.ink},
            "encoding": encoding | {"text": {"field": "value", "format": ",.2f"}},
        },
    ]
    if parity is not None:
        layers.append(
            {
                "mark": {"type": "rule", "color": ink.faint, "strokeDash": [3, 3]},
                "encoding": {"y": {"datum": float(parity)}},
            }
        )
    return _chart(theme, 620, 240) | {"data": {"values": values}, "layer": layers}


# A true scale, so that a year without a figure leaves its room empty.
_YEARS: Specification = {
    "field": "at",
    "type": "quantitative",
    "title": None,
    "scale": {"zero": False, "nice": False, "padding": 16},
    "axis": {"format": "d", "tickMinStep": 1, "grid": False},
}


def _names(language: Language) -> list[str]:
    return [sex.label.say(language) for sex in Sex]


def _values(points: Sequence[Point], language: Language) -> list[Specification]:
    return [
        {"at": point.at, "sex": point.sex.label.say(language), "value": float(point.value)}
        for point in points
    ]


def _amount(axis: Text, language: Language, places: int) -> Specification:
    return {
        "field": "value",
        "type": "quantitative",
        "title": axis.say(language),
        "axis": {"format": f",.{places}f", "tickCount": 6},
    }


def _by_sex(language: Language, theme: Theme) -> Specification:
    ink = PALETTES[theme]
    colours = {Sex.FEMALE: ink.women, Sex.MALE: ink.men}
    domain = _names(language)
    legend = {"title": None, "orient": "top", "symbolSize": 110}
    return {
        "color": {
            "field": "sex",
            "type": "nominal",
            "scale": {"domain": domain, "range": [colours[sex] for sex in Sex]},
            "legend": legend,
        },
        "shape": {
            "field": "sex",
            "type": "nominal",
            "scale": {"domain": domain, "range": [SHAPES[sex] for sex in Sex]},
            "legend": legend,
        },
    }


def _chart(theme: Theme, width: int, height: int) -> Specification:
    ink = PALETTES[theme]
    words = {"labelColor": ink.ink, "titleColor": ink.ink, "labelFont": FONT, "titleFont": FONT}
    lines = {"gridColor": ink.faint, "domainColor": ink.faint, "tickColor": ink.faint}
    return {
        "$schema": SCHEMA,
        "width": width,
        "height": height,
        "background": ink.ground,
        "config": {
            "font": FONT,
            "axis": words | lines | {"labelFontSize": 11, "gridOpacity": 0.6},
            "legend": words | {"labelFontSize": 12},
            "view": {"stroke": None},
            "padding": 8,
        },
    }
