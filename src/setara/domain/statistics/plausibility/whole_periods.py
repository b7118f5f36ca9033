"""Rules that hold a whole period of an element against its other periods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from statistics import median

from setara.domain.foundation.period import Period
from setara.domain.language.text import Text
from setara.domain.statistics.card import Frequency
from setara.domain.statistics.element import Measure
from setara.domain.statistics.plausibility import rules
from setara.domain.statistics.plausibility.dataset import Cell, Dataset, Line
from setara.domain.statistics.plausibility.finding import Doubt

# So much must be there before "all the same" says anything.
_COPIED_CELLS, _COPIED_PLACES, _COPIED_VALUES = 6, 3, 4
_UNIT_CELLS = 4


def copied(data: Dataset) -> Iterator[Doubt]:
    """DATA-09: every figure of an element is that of the period before."""
    by_element: dict[str, dict[Period, dict[Line, Decimal]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for line, periods in data.lines.items():
        for period, number in periods.items():
            by_element[line.element][period][line] = number
    for element, by_period in by_element.items():
        if data.elements[element].frequency is Frequency.FIVE_YEARLY:
            continue
        for (earlier, before), (period, now) in pairwise(sorted(by_period.items(), key=_period)):
            if now == before and _says_much(now):
                cells = tuple(_at(line, period) for line in sorted(now))
                against = tuple(_at(line, earlier) for line in sorted(before))
                says = SAME.filled(count=len(cells), period=earlier)
                yield Doubt(rules.COPIED, cells, says, against)


def _period(entry: tuple[Period, Mapping[Line, Decimal]]) -> Period:
    return entry[0]


def _says_much(now: Mapping[Line, Decimal]) -> bool:
    places = {line.place for line in now}
    is_broad = len(now) >= _COPIED_CELLS and len(places) >= _COPIED_PLACES
    return is_broad and len(set(now.values())) >= _COPIED_VALUES


SAME = Text(
    "Semua {count} angka sama persis dengan {period}.",
    "All {count} figures are exactly those of {period}.",
)


def proportions(data: Dataset) -> Iterator[Doubt]:
    """DATA-11 for per cents: a whole period lies between 0 and 1, others do not."""
    by_period: dict[str, dict[Period, dict[Cell, Decimal]]] = defaultdict(lambda: defaultdict(dict))
    for cell, number in data.numbers.items():
        element = data.elements[cell.element]
        if element.measure is Measure.RATE and element.unit.id == "%":
            by_period[cell.element][cell.period][cell] = number
    for periods in by_period.values():
        for period, now in periods.items():
            rest = [n for at, cells in periods.items() if at != period for n in cells.values()]
            if len(now) >= _UNIT_CELLS and rest and max(now.values()) <= 1 < median(rest):
                says = PROPORTION.filled(most=max(now.values()))
                yield Doubt(rules.UNIT, tuple(now), says)


PROPORTION = Text(
    "Semua angka paling tinggi {most}: tampaknya proporsi, padahal satuannya persen.",
    "All figures are at most {most}: they look like proportions, but the unit is per cent.",
)


def _at(line: Line, period: Period) -> Cell:
    return Cell(line.element, line.place, period, line.sex, line.breakdown)
