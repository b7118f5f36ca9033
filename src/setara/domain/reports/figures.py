"""Charts as data: Vega-Lite specifications in which women and men differ by more than colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text
from setara.domain.language.writing import number
from setara.domain.reports.figure_marks import (
    DASHES,
    PALETTES,
    Specification,
    Theme,
    amount,
    bridge,
    by_sex,
    chart,
    line,
    marks,
    names,
    written,
    years,
)

__all__ = [
    "Point",
    "Series",
    "Specification",
    "Theme",
    "dumbbell",
    "index_line",
    "lines_by_sex",
]

# The smaller mark lies above the larger one.
_DRAWN = (Sex.FEMALE, Sex.MALE)


@dataclass(frozen=True, slots=True)
class Point:
    """One figure: where it stands along the chart (a year, a place), of which sex, how much.

    A figure that does not exist is left out; it is never zero.
    """

    at: str
    sex: Sex
    value: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """An index over years; `breaks_after` lists years after which the line is not drawn on.

    A break is a change of method or input. Years without a figure are bridged by dots.
    """

    points: tuple[tuple[int, Decimal], ...]
    breaks_after: frozenset[int] = frozenset()


def lines_by_sex(
    points: Sequence[Point], *, axis: Text, language: Language, theme: Theme, places: int
) -> Specification:
    """Two lines over years: women solid with circles, men dashed with diamonds.

    Each line carries its name and last figure; years without figures are bridged by dots.
    """
    encoding = by_sex(language, theme, has_legend=False)
    at = years(int(point.at) for point in points)
    encoding |= {"x": at, "y": amount(axis, language, places)}
    dashes = {
        "field": "sex",
        "type": "nominal",
        "scale": {"domain": names(language), "range": [DASHES[sex] for sex in Sex]},
        "legend": None,
    }
    return chart(theme, 620, 260) | {
        "data": {"values": line_rows(points, language, places)},
        "layer": [
            bridge(encoding),
            line(encoding | {"strokeDash": dashes}),
            marks(encoding, language, theme),
            *written(encoding, theme, "datum.end == 'high'", dy=-14, align="right"),
            *written(encoding, theme, "datum.end == 'low'", dy=16, align="right"),
        ],
    }


def dumbbell(
    points: Sequence[Point], *, axis: Text, language: Language, theme: Theme, places: int
) -> Specification:
    """One line a place: the mark of women, the mark of men, and the distance between them.

    Places stand in the order in which they first come in `points`.
    """
    ink = PALETTES[theme]
    order = list(dict.fromkeys(point.at for point in points))
    rows = {"field": "at", "type": "nominal", "title": None, "sort": order}
    across = amount(axis, language, places) | {"scale": {"padding": 44, "nice": False}}
    encoding = by_sex(language, theme, has_legend=True) | {"y": rows, "x": across}
    distance = {"mark": {"type": "line", "strokeWidth": 3, "color": ink.faint}}
    return chart(theme, 620, max(120, 28 * len(order))) | {
        "data": {"values": _pairs(points, language, places)},
        "layer": [
            distance | {"encoding": {"y": rows, "x": across, "detail": {"field": "at"}}},
            marks(encoding, language, theme),
            *written(encoding, theme, "datum.end == 'low'", dx=-10, align="right"),
            *written(encoding, theme, "datum.end == 'high'", dx=10, align="left"),
        ],
    }


def index_line(
    series: Series,
    *,
    axis: Text,
    language: Language,
    theme: Theme,
    parity: Decimal | None = None,
    band: tuple[Decimal, Decimal] | None = None,
    places: int = 2,
) -> Specification:
    """An index or a ratio over years; where the method broke, the line is broken too.

    `parity` draws a level, such as 100 for the IPG; `band` shades what counts as parity.
    """
    ink = PALETTES[theme]
    at = years(year for year, _ in series.points)
    height = amount(axis, language, places) | {"scale": {"zero": False, "padding": 14}}
    encoding: Specification = {"x": at, "y": height, "color": {"value": ink.ink}}
    drawn = line(encoding, point={"size": 55, "color": ink.ink})
    layers = [bridge(encoding), drawn, *written(encoding, theme, "!datum.bridge", dy=-13)]
    if band is not None:
        layers.insert(0, _shaded(band, theme))
    if parity is not None:
        level = {"encoding": {"y": {"datum": float(parity)}}}
        rule = {"type": "rule", "color": ink.ink, "strokeDash": [3, 3], "opacity": 0.6}
        layers.append({"mark": rule} | level)
    rows = stretches(series.points, language, places, series.breaks_after)
    return chart(theme, 620, 240) | {"data": {"values": rows}, "layer": layers}


def _row(at: int | str, value: Decimal, language: Language, places: int) -> Specification:
    written_out = number(value, indonesian=language is Language.INDONESIAN, places=places)
    return {"at": at, "value": float(value), "label": written_out}


def line_rows(points: Sequence[Point], language: Language, places: int) -> list[Specification]:
    """The rows of both lines; the last of each knows whether it is the higher or the lower one."""
    rows: list[Specification] = []
    ends: list[Specification] = []
    for sex in _DRAWN:
        name = sex.label.say(language)
        line_rows = [
            row | {"sex": name} for row in stretches(_years_of(points, sex), language, places)
        ]
        rows += line_rows
        ends += line_rows[-1:]
    highest = max(ends, key=lambda row: row["value"], default=None)
    for row in ends:
        row["end"] = "high" if row is highest else "low"
        row["label"] = f"{row['sex']} {row['label']}"
    return rows


def _years_of(points: Sequence[Point], sex: Sex) -> list[tuple[int, Decimal]]:
    return sorted((int(point.at), point.value) for point in points if point.sex is sex)


def _shaded(band: tuple[Decimal, Decimal], theme: Theme) -> Specification:
    ends = {"y": {"datum": float(band[0])}, "y2": {"datum": float(band[1])}}
    return {
        "mark": {"type": "rect", "color": PALETTES[theme].faint, "opacity": 0.55},
        "encoding": ends,
    }


def stretches(
    points: Sequence[tuple[int, Decimal]],
    language: Language,
    places: int,
    breaks_after: frozenset[int] = frozenset(),
) -> list[Specification]:
    """One row a figure, numbered by unbroken stretch, and two a bridge over missing years."""
    rows: list[Specification] = []
    stretch = 0
    for place, point in enumerate(points):
        here = _row(*point, language, places) | {"bridge": False}
        before = points[place - 1] if place else point
        if before[0] in breaks_after and place:
            stretch += 1
        elif point[0] - before[0] > 1:
            start = _row(*before, language, places)
            rows += [end | {"bridge": True, "stretch": -stretch - 1} for end in (start, here)]
            stretch += 1
        rows.append(here | {"stretch": stretch})
    return rows


def _pairs(points: Sequence[Point], language: Language, places: int) -> list[Specification]:
    """One row a figure, with which end of its place's line it is."""
    highest: dict[str, Point] = {}
    for point in points:
        if point.at not in highest or point.value > highest[point.at].value:
            highest[point.at] = point
    return [
        _row(point.at, point.value, language, places)
        | {"sex": point.sex.label.say(language)}
        | {"end": "high" if highest[point.at] is point else "low"}
        for point in sorted(points, key=lambda point: _DRAWN.index(point.sex))
    ]
