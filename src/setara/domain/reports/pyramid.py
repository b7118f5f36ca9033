"""The population pyramid: ages from the bottom up, men to the left, women to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text
from setara.domain.language.writing import number
from setara.domain.reports.figure_marks import (
    FONT,
    PALETTES,
    SHAPES,
    SIZES,
    Specification,
    Theme,
    chart,
    names,
)

_ROW, _WIDTH, _ABOVE = 22, 560, -12


@dataclass(frozen=True, slots=True)
class Step:
    """One group of ages; a figure that does not exist is None and leaves its side empty."""

    name: str
    women: Decimal | None
    men: Decimal | None


def pyramid(
    steps: Sequence[Step], *, axis: Text, language: Language, theme: Theme, places: int = 0
) -> Specification:
    """The groups from the youngest at the bottom to the oldest on top, each bar with its figure."""
    ink = PALETTES[theme]
    order = [step.name for step in reversed(steps)]
    rows = {
        "field": "at",
        "type": "nominal",
        "title": None,
        "sort": None,
        "scale": {"domain": order},
        "axis": {"grid": False, "ticks": False, "domain": False},
    }
    reach = _reach(steps) * 1.22
    across = {
        "field": "side",
        "type": "quantitative",
        "title": axis.say(language),
        "scale": {"domain": [-reach, reach], "nice": False},
        "axis": {"labelExpr": f"format(abs(datum.value), ',.{places}f')", "tickCount": 6},
    }
    shape = {"y": rows, "x": across}
    layers = [
        _bars(shape, language, theme),
        *_figures(shape, theme),
        {"mark": {"type": "rule", "color": ink.ink}, "encoding": {"x": {"datum": 0}}},
        *_sides(reach, language, theme),
    ]
    return chart(theme, _WIDTH, max(80, _ROW * len(steps))) | {
        "data": {"values": _rows(steps, language, places)},
        "layer": layers,
    }


def _bars(shape: Specification, language: Language, theme: Theme) -> Specification:
    colour = {
        "field": "sex",
        "type": "nominal",
        "scale": {"domain": names(language), "range": [_ink(sex, theme) for sex in Sex]},
        "legend": None,
    }
    return {
        "mark": {"type": "bar", "height": {"band": 0.78}},
        "encoding": shape | {"color": colour},
    }


def _figures(shape: Specification, theme: Theme) -> list[Specification]:
    """Each figure at the end of its bar."""
    words = {"type": "text", "font": FONT, "fontSize": 10.5, "color": PALETTES[theme].ink}
    return [
        {
            "transform": [{"filter": f"datum.sign == {sign}"}],
            "mark": words | {"align": align, "dx": 5 * sign},
            "encoding": shape | {"text": {"field": "label"}},
        }
        for sign, align in ((1, "left"), (-1, "right"))
    ]


def _sides(reach: float, language: Language, theme: Theme) -> list[Specification]:
    """Which side is whose, above the bars, with the mark each sex has everywhere."""
    layers: list[Specification] = []
    words = {"type": "text", "font": FONT, "fontSize": 12, "color": PALETTES[theme].ink}
    for sex, at in ((Sex.MALE, -reach / 2), (Sex.FEMALE, reach / 2)):
        here = {"x": {"datum": at}, "y": {"value": _ABOVE}}
        sign = {"type": "point", "filled": True, "size": SIZES[sex], "opacity": 1}
        drawn = sign | {"shape": SHAPES[sex], "color": _ink(sex, theme)}
        layers += [
            {"data": {"values": [{}]}, "mark": drawn, "encoding": here},
            {
                "data": {"values": [{}]},
                "mark": words | {"align": "left", "dx": 11, "baseline": "middle"},
                "encoding": here | {"text": {"value": sex.label.say(language)}},
            },
        ]
    return layers


def _ink(sex: Sex, theme: Theme) -> str:
    palette = PALETTES[theme]
    return palette.women if sex is Sex.FEMALE else palette.men


def _reach(steps: Sequence[Step]) -> float:
    figures = [value for step in steps for value in (step.women, step.men) if value is not None]
    return float(max(figures, default=Decimal(1)) or Decimal(1))


def _rows(steps: Sequence[Step], language: Language, places: int) -> list[Specification]:
    rows = []
    for step in steps:
        for sex, value, sign in ((Sex.FEMALE, step.women, 1), (Sex.MALE, step.men, -1)):
            if value is None:
                continue
            label = number(value, indonesian=language is Language.INDONESIAN, places=places)
            rows.append(
                {
                    "at": step.name,
                    "sex": sex.label.say(language),
                    "side": float(value) * sign,
                    "sign": sign,
                    "label": label,
                }
            )
    return rows
