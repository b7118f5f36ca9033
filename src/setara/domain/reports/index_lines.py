"""An index over years in one figure: the own place, those around and above it, and the targets.

The lines differ by dash and weight as much as by colour, and each carries its name at its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from setara.domain.language.text import Language, Text
from setara.domain.reports.figure_marks import (
    PALETTES,
    Palette,
    Specification,
    Theme,
    amount,
    chart,
    written,
    years,
)
from setara.domain.reports.figures import stretches

_HEIGHT, _LINE_OF_WORDS = 300, 14
_MOST_LETTERS = 24
# Fainter than any line of figures, so that nobody reads a year out of it.
_BRIDGE = {"strokeWidth": 1, "strokeDash": [0.5, 5], "strokeCap": "round", "opacity": 0.45}


class Look(StrEnum):
    """What a line is; later ones lie above earlier ones."""

    NEIGHBOUR = "neighbour"
    COUNTRY = "country"
    PROVINCE = "province"
    TARGET = "target"
    MEN = "men"
    WOMEN = "women"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class IndexLine:
    """One line: its stretches of years are never joined, because they are no single series.

    `name` stands at its end, nothing for a line that is only there for comparison.
    """

    name: str
    look: Look
    stretches: tuple[tuple[tuple[int, Decimal], ...], ...]


@dataclass(frozen=True, slots=True)
class _Style:
    width: float
    dash: tuple[int, int]
    colour: str
    is_marked: bool


def index_lines(
    lines: Sequence[IndexLine],
    *,
    axis: Text,
    language: Language,
    theme: Theme,
    places: int,
    parity: Decimal | None = None,
) -> Specification:
    """All lines over the same years; years without a figure are bridged by dots, breaks by nothing.

    `parity` draws a level where the figures reach up to it.
    """
    rows = [
        row for number, line in enumerate(lines) for row in _rows(number, line, language, places)
    ]
    values = [row["value"] for row in rows]
    encoding: Specification = {
        "x": years(row["at"] for row in rows) | {"scale": _room_for_names(rows)},
        "y": amount(axis, language, places) | {"scale": {"zero": False, "padding": 14}},
    }
    layers = [
        layer
        for look in Look
        if any(row["look"] == look for row in rows)
        for layer in _layers(look, encoding, theme)
    ]
    if parity is not None and values and min(values) <= float(parity) <= max(values):
        rule = {"type": "rule", "color": PALETTES[theme].ink, "strokeDash": [3, 3], "opacity": 0.6}
        layers.append({"mark": rule, "encoding": {"y": {"datum": float(parity)}}})
    named = {**encoding, "y": encoding["y"] | {"field": "beside"}}
    layers += written(named, theme, "datum.is_end", dx=9, align="left", baseline="middle")
    _set_apart([row for row in rows if row["is_end"]], values)
    return chart(theme, 620, _HEIGHT) | {"data": {"values": rows}, "layer": layers}


def _styles(ink: Palette) -> dict[Look, _Style]:
    return {
        Look.NEIGHBOUR: _Style(1, (1, 0), ink.ink, is_marked=False),
        Look.COUNTRY: _Style(1.6, (4, 3), ink.ink, is_marked=False),
        Look.PROVINCE: _Style(1.6, (11, 3), ink.ink, is_marked=False),
        Look.TARGET: _Style(2, (5, 4), ink.men, is_marked=True),
        Look.MEN: _Style(2, (5, 3), ink.men, is_marked=True),
        Look.WOMEN: _Style(2, (1, 0), ink.women, is_marked=True),
        Look.OWN: _Style(2.6, (1, 0), ink.ink, is_marked=True),
    }


def _layers(look: Look, encoding: Specification, theme: Theme) -> list[Specification]:
    ink = PALETTES[theme]
    style = _styles(ink)[look]
    stretch = {"detail": {"field": "stretch"}}
    drawn = {"type": "line", "strokeWidth": style.width, "color": style.colour}
    if look is Look.NEIGHBOUR:
        drawn["opacity"] = 0.3
    found: list[Specification] = [
        {
            "transform": [{"filter": f"datum.look == '{look}' && !datum.bridge"}],
            "mark": drawn | {"strokeDash": list(style.dash)},
            "encoding": encoding | stretch,
        },
        {
            "transform": [{"filter": f"datum.look == '{look}' && datum.bridge"}],
            "mark": drawn | _BRIDGE,
            "encoding": encoding | stretch,
        },
    ]
    if style.is_marked:
        open_mark = {"fill": ink.ground, "stroke": style.colour, "shape": "diamond"}
        mark = open_mark if look is Look.TARGET else {"fill": style.colour}
        found.append(
            {
                "transform": [{"filter": f"datum.look == '{look}' && !datum.bridge"}],
                "mark": {"type": "point", "filled": True, "size": 52, "opacity": 1} | mark,
                "encoding": encoding,
            }
        )
    return found


def _rows(number: int, line: IndexLine, language: Language, places: int) -> list[Specification]:
    found: list[Specification] = []
    for order, points in enumerate(line.stretches):
        for row in stretches(points, language, places):
            stretch = f"{number}-{order}-{row['stretch']}"
            found.append(row | {"look": line.look, "stretch": stretch, "is_end": False})
    whole = [row for row in found if not row["bridge"]]
    if line.name and whole:
        # Of two series that both reach the newest year the later one stands last.
        end = max(reversed(whole), key=lambda row: row["at"])
        end["is_end"] = True
        end["label"] = f"{_short(line.name)} {end['label']}"
    return found


def _short(name: str) -> str:
    return name if len(name) <= _MOST_LETTERS else f"{name[: _MOST_LETTERS - 1]}…"


def _room_for_names(rows: Sequence[Specification]) -> Specification:
    """The scale of years, with room at the right in which the names stand."""
    known = [row["at"] for row in rows]
    first, last = min(known, default=0), max(known, default=0)
    span = max(last - first, 1)
    return {"domain": [first - span * 0.04, last + span * 0.42], "nice": False, "zero": False}


def _set_apart(ends: list[Specification], values: Sequence[float]) -> None:
    """Where each name stands: at its line's end, or as near as its neighbours leave room."""
    if not values:
        return
    line = (max(values) - min(values) or 1) * _LINE_OF_WORDS / (_HEIGHT - 28)
    lowest = min(values) - line
    for row in sorted(ends, key=lambda each: each["value"]):
        row["beside"] = max(row["value"], lowest + line)
        lowest = row["beside"]
