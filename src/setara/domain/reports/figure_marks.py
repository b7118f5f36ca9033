"""What figures are made of: themes, the marks of the two sexes, dots where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text

Specification = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
# A browser that shows the figure as an image has only the fonts of its machine.
FONT = "Noto Sans, sans-serif"


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
SIZES = {Sex.FEMALE: 140, Sex.MALE: 105}
DASHES: dict[Sex, list[int]] = {Sex.FEMALE: [1, 0], Sex.MALE: [5, 3]}


# A true scale, so that a year without a figure leaves its room empty.
YEARS: Specification = {
    "field": "at",
    "type": "quantitative",
    "title": None,
    "scale": {"zero": False, "nice": False, "padding": 24},
    "axis": {"format": "d", "tickMinStep": 1, "grid": False},
}


_MOST_YEARS = 12


def years(known: Iterable[int], **axis: Any) -> Specification:
    """The channel of years, each of them written once; every few where there are many."""
    every = sorted(set(known))
    span = range(every[0], every[-1] + 1) if every else range(0)
    step = 1 + len(span) // (_MOST_YEARS + 1)
    written_years = list(span)[::-step][::-1]
    return YEARS | {"axis": YEARS["axis"] | {"values": written_years} | axis}


def names(language: Language) -> list[str]:
    """The two sexes in words, in the order of their code list."""
    return [sex.label.say(language) for sex in Sex]


def amount(axis: Text, language: Language, places: int) -> Specification:
    """The channel of the figures, with `places` decimals on its axis."""
    return {
        "field": "value",
        "type": "quantitative",
        "title": axis.say(language),
        "axis": {"format": f",.{places}f", "tickCount": 6},
    }


def by_sex(language: Language, theme: Theme, *, has_legend: bool) -> Specification:
    """The channels that tell women from men: colour and shape, with one legend for both."""
    ink = PALETTES[theme]
    colours = {Sex.FEMALE: ink.women, Sex.MALE: ink.men}
    legend = {"title": None, "orient": "top", "symbolSize": 110} if has_legend else None
    return {
        channel: {
            "field": "sex",
            "type": "nominal",
            "scale": {"domain": names(language), "range": [marks[sex] for sex in Sex]},
            "legend": legend,
        }
        for channel, marks in (("color", colours), ("shape", SHAPES))
    }


def marks(encoding: Specification, language: Language, theme: Theme) -> Specification:
    """A mark a figure, edged with the ground so that equal figures are both seen."""
    size = {
        "field": "sex",
        "type": "nominal",
        "scale": {"domain": names(language), "range": [SIZES[sex] for sex in Sex]},
        "legend": None,
    }
    edge = {"stroke": PALETTES[theme].ground, "strokeWidth": 0.8}
    return {
        "transform": [{"filter": "!datum.bridge"}],
        "mark": {"type": "point", "filled": True, "opacity": 1} | edge,
        "encoding": encoding | {"size": size},
    }


def line(encoding: Specification, **look: Any) -> Specification:
    """The lines of the unbroken stretches."""
    return {
        "transform": [{"filter": "!datum.bridge"}],
        "mark": {"type": "line", "strokeWidth": 2} | look,
        "encoding": _drawn_along(encoding),
    }


def bridge(encoding: Specification) -> Specification:
    """Dots over the years between two figures: nothing is known there."""
    return {
        "transform": [{"filter": "datum.bridge"}],
        "mark": {"type": "line", "strokeWidth": 1.5, "strokeDash": [1, 4], "strokeCap": "round"},
        "encoding": _drawn_along(encoding),
    }


def _drawn_along(encoding: Specification) -> Specification:
    channels = {name: channel for name, channel in encoding.items() if name != "shape"}
    return channels | {"detail": {"field": "stretch"}}


def written(
    encoding: Specification, theme: Theme, chosen: str, **shift: Any
) -> list[Specification]:
    """The labels of the chosen figures, on a halo that keeps lines out of them."""
    ink = PALETTES[theme]
    words = {name: encoding[name] for name in ("x", "y")}
    words["text"] = {"field": "label", "type": "nominal"}
    mark: Specification = {"type": "text", "font": FONT, "fontSize": 10.5} | shift
    halo = {"stroke": ink.ground, "strokeWidth": 3, "color": ink.ground}
    return [
        {
            "transform": [{"filter": chosen}],
            "mark": mark | look,
            "encoding": words,
        }
        for look in (halo, {"color": ink.ink})
    ]


def chart(theme: Theme, width: int, height: int) -> Specification:
    """The frame of a figure, `width` by `height` pixels without its axes."""
    ink = PALETTES[theme]
    words = {"labelColor": ink.ink, "titleColor": ink.ink, "labelFont": FONT, "titleFont": FONT}
    lines = {"gridColor": ink.faint, "domainColor": ink.faint, "tickColor": ink.faint}
    sizes = {"labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal"}
    return {
        "$schema": SCHEMA,
        "width": width,
        "height": height,
        "background": ink.ground,
        "config": {
            "font": FONT,
            "axis": words | lines | sizes | {"gridOpacity": 0.6, "titlePadding": 8},
            "legend": words | {"labelFontSize": 12},
            "view": {"stroke": None},
            "padding": 8,
        },
    }
