"""Gender-responsive money over the years: rupiah above, its share of one whole below."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from setara.domain.budget.recap import NamedShare
from setara.domain.budget.recap_series import YearLine
from setara.domain.language.text import Language, Text
from setara.domain.reports.figure_marks import FONT, PALETTES, Specification, Theme, chart
from setara.domain.reports.figures import Series, index_line

# The smallest unit is taken in which the largest figure still has a whole digit.
_UNITS = (
    (10**12, Text("triliun rupiah", "trillion rupiah")),
    (10**9, Text("miliar rupiah", "billion rupiah")),
    (10**6, Text("juta rupiah", "million rupiah")),
    (1, Text("rupiah", "rupiah")),
)
BREAK = Text("deret terputus", "series breaks")
SHARE = Text("% dari penyebut {letter}", "% of denominator {letter}")
SHARE_OF_BOOK = Text("% dari seluruh buku", "% of the whole book")
_HEIGHT = 170


def recap_figure(
    series: Sequence[YearLine], *, of: NamedShare, language: Language, theme: Theme
) -> Specification:
    """Both lines over the same years, broken where the series is, with a mark and the word there.

    A year without a share leaves its room empty below.
    """
    breaks = frozenset(before.year for before, now in itertools.pairwise(series) if now.breaks)
    unit, words = _unit(series)
    rupiah = tuple((line.year, _rounded(Decimal(line.gross.amount) / unit, 2)) for line in series)
    shares = tuple(
        (line.year, found.percent())
        for line in series
        if (found := line.share_of(of.key).share) is not None
    )
    look = _Look(breaks, [line.year for line in series], language, theme)
    panels = [(rupiah, words), (shares, _axis(of))]
    drawn = [_panel(points, axis, look) for points, axis in panels if points]
    frame = chart(theme, 620, _HEIGHT)
    return {name: frame[name] for name in ("$schema", "background", "config")} | {
        "vconcat": drawn,
        "spacing": 18,
    }


@dataclass(frozen=True, slots=True)
class _Look:
    """What both panels share: the years with a break after them, all years, words and ground."""

    breaks: frozenset[int]
    span: Sequence[int]
    language: Language
    theme: Theme


def _panel(points: tuple[tuple[int, Decimal], ...], axis: Text, look: _Look) -> Specification:
    breaks, span = look.breaks, look.span
    # A year without a figure may lie between a break and the figures on its two sides.
    broken = frozenset(
        before
        for (before, _), (now, _) in itertools.pairwise(points)
        if any(before <= year < now for year in breaks)
    )
    made = index_line(Series(points, broken), axis=axis, language=look.language, theme=look.theme)
    across = made["layer"][0]["encoding"]["x"]
    across = across | {
        "scale": {"domain": [span[0] - 0.5, span[-1] + 0.5], "nice": False, "zero": False},
        "axis": across["axis"] | {"values": list(span)},
    }
    for layer in made["layer"]:
        # From zero: a line that begins elsewhere makes a small change look large.
        up = layer["encoding"]["y"] | {"scale": {"domainMin": 0, "nice": True}}
        layer["encoding"] = layer["encoding"] | {"x": across, "y": up}
    return {
        "width": 620,
        "height": _HEIGHT,
        "data": made["data"],
        "layer": [*made["layer"], *_marks(look)],
    }


def _marks(look: _Look) -> list[Specification]:
    ink = PALETTES[look.theme]
    following = dict(itertools.pairwise(look.span))
    found: list[Specification] = []
    for year in sorted(look.breaks):
        at: Specification = {"datum": (year + following[year]) / 2}
        rule = {"type": "rule", "color": ink.ink, "strokeDash": [6, 4], "strokeWidth": 1.4}
        words = {"type": "text", "color": ink.ink, "font": FONT, "fontSize": 10.5, "angle": 270}
        found.append({"data": {"values": [{}]}, "mark": rule, "encoding": {"x": at}})
        found.append(
            {
                "data": {"values": [{}]},
                "mark": words | {"dx": -_HEIGHT // 2 + 6, "dy": -7, "align": "left", "y": 0},
                "encoding": {"x": at, "text": {"value": BREAK.say(look.language)}},
            }
        )
    return found


def _unit(series: Sequence[YearLine]) -> tuple[int, Text]:
    largest = max((line.gross.amount for line in series), default=0)
    return next((each for each in _UNITS if largest >= each[0]), _UNITS[-1])


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _axis(of: NamedShare) -> Text:
    return SHARE.filled(letter=of.letter) if of.letter else SHARE_OF_BOOK
