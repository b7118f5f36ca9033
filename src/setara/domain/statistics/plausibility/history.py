"""Rules that hold a figure against the same one in other periods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from math import log, sqrt
from statistics import median, median_low

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.element import Measure
from setara.domain.statistics.plausibility import rules
from setara.domain.statistics.plausibility.dataset import Cell, Dataset, Line
from setara.domain.statistics.plausibility.finding import Doubt

# Below these numbers chance alone moves figures too much to say anything.
_LEAST_COUNT, _LEAST_CHANGE = 20, 20
_DOUBLED = log(2)
_FACTORS = (10, 100, 1000)
# As far as a figure times ten may be from the others and still look like a lost decimal mark.
_NEAR_FACTOR = log(1.5)
_LEAST_FACTOR = 10 / 1.5
_PARTED = log(1.25)
# Exchanged means straight > 2.5 crossed, and both together are at least twice the log of what
# parts the lines (1.25): one line must then move by more than this.
_LEAST_EXCHANGE = 1.17
_NEXT_TO_NOTHING = 0.5
# From so many other periods on, one that is far from the rest is left out of account.
_ENOUGH_TO_DROP_ONE = 4
_STEPS_TO_TELL = 3


def moved_by_factor(data: Dataset) -> Iterator[Doubt]:
    """DATA-10: ten, a hundred or a thousand times as much or as little as in every other period."""
    for line, periods in data.lines.items():
        if data.elements[line.element].measure is Measure.RATE:
            # A per cent ten times as high is out of range, or a leap.
            continue
        if _is_steady(periods, _LEAST_FACTOR):
            continue
        for period, number in periods.items():
            others = [float(other) for at, other in periods.items() if at != period]
            factor = _factor(float(number), others, is_last=period == max(periods))
            if factor is not None:
                meant = _meant(number, factor)
                says = TIMES.filled(number=number, factor=_said(factor), meant=meant)
                against = tuple(data.cells_of(line, periods))
                yield Doubt(rules.FACTOR, (_at(line, period),), says, against, suggestion=meant)


def _factor(number: float, others: list[float], *, is_last: bool) -> int | None:
    """10, 100, 1000 or, where the figure is too small, −10, −100, −1000."""
    others = _calm([other for other in others if other > 0])
    if number <= 0 or not others:
        return None
    if len(others) == 1 and not is_last:
        # Two figures accuse each other; the later one is asked.
        return None
    middle = median(others)
    if max(number, middle) < _LEAST_COUNT * 5 or _spread(others) > _DOUBLED:
        return None
    for factor in _FACTORS:
        for sign, expected in ((1, middle * factor), (-1, middle / factor)):
            if abs(log(number / expected)) < _NEAR_FACTOR:
                return sign * factor
    return None


def _is_steady(periods: Mapping[Period, Decimal], times: float) -> bool:
    """Whether nothing in the line is `times` as much as something else: most lines are done here.

    Only spares time: what passes here cannot be found by the rule that asks.
    """
    least = float(min(periods.values()))
    return least > 0 and float(max(periods.values())) < times * least


def _calm(numbers: list[float]) -> list[float]:
    """Without the one that is farthest from the others, so that one fault does not hide another."""
    if len(numbers) < _ENOUGH_TO_DROP_ONE:
        return numbers
    middle = log(median(numbers))
    return sorted(numbers, key=lambda number: abs(log(number) - middle))[:-1]


def _spread(numbers: list[float]) -> float:
    return log(max(numbers) / min(numbers))


def _meant(number: Decimal, factor: int) -> Decimal:
    return number / factor if factor > 0 else number * -factor


def _said(factor: int) -> Text:
    by = abs(factor)
    if factor > 0:
        return Text("{by} kali terlalu besar", "{by} times too large").filled(by=by)
    return Text("{by} kali terlalu kecil", "{by} times too small").filled(by=by)


TIMES = Text(
    "Angka {number} tampak {factor} dibandingkan dengan tahun-tahun lain; mungkin maksudnya "
    "{meant}.",
    "The figure {number} looks {factor} beside other years; perhaps {meant} was meant.",
)


def leaps(data: Dataset) -> Iterator[Doubt]:
    """DATA-05: more than twice or less than half of every other period, and more than chance.

    With a history of many periods the bar rises with how much the figure moves by itself. Where
    a place leaps because one of its own places does, that is a consequence.
    """
    found = {doubt.cells[0]: doubt for doubt in _leaps(data)}
    causes: dict[Cell, Cell] = {}
    for cell in found:
        above = cell._replace(place=data.parents.get(cell.place, ""))
        if above in found:
            causes.setdefault(above, cell)
    told: dict[Cell, list[Doubt]] = defaultdict(list)
    for cell in causes:
        told[_root(causes, cell)].append(found[cell])
    for cell, doubt in found.items():
        if cell not in causes:
            yield replace(doubt, consequences=tuple(told[cell])) if cell in told else doubt


def _root(causes: Mapping[Cell, Cell], cell: Cell) -> Cell:
    while cell in causes:
        cell = causes[cell]
    return cell


def _leaps(data: Dataset) -> Iterator[Doubt]:
    for line, periods in data.lines.items():
        if _is_steady(periods, 2):
            continue
        for period, number in periods.items():
            others = {at: other for at, other in periods.items() if at != period}
            bar = max(_DOUBLED, 3 * _restless(others))
            if _is_leap(number, others, bar, is_last=period == max(periods)):
                nearest = min(others, key=lambda at: (abs(others[at] - number), at))
                says = LEAPT.filled(number=number, other=others[nearest], period=nearest)
                against = tuple(data.cells_of(line, periods))
                yield Doubt(rules.JUMP, (_at(line, period),), says, against)


def _is_leap(
    number: Decimal, others: Mapping[Period, Decimal], bar: float, *, is_last: bool
) -> bool:
    if number < 0 or not others or (len(others) == 1 and not is_last):
        return False
    return all(
        other >= 0
        and abs(_logarithm(number) - _logarithm(other)) > bar
        and abs(number - other) >= max(_LEAST_CHANGE, _beyond_chance(number, other))
        for other in others.values()
    )


def _logarithm(number: Decimal) -> float:
    """Zero as half of one: a fall to nothing, or a rise from it, is a leap too."""
    return log(max(float(number), _NEXT_TO_NOTHING))


def _beyond_chance(number: Decimal, other: Decimal) -> float:
    """Five times how far a count of that size strays by chance alone (its square root)."""
    return 5 * sqrt(max(number, other))


def _restless(periods: Mapping[Period, Decimal]) -> float:
    """The usual step from one period to the next; 0 with too few to tell.

    A figure that is far off makes two great steps; the lower median is not moved by them.
    """
    numbers = [float(number) for number in periods.values() if number > 0]
    steps = [abs(log(b / a)) for a, b in pairwise(numbers)]
    return median_low(steps) if len(steps) >= _STEPS_TO_TELL else 0.0


LEAPT = Text(
    "Angka {number} jauh dari tahun-tahun lain; yang terdekat {other} ({period}).",
    "The figure {number} is far from other years; the nearest is {other} ({period}).",
)


def exchanged(data: Dataset) -> Iterator[Doubt]:
    """DATA-07: women now as men otherwise, and men as women."""
    for line, women in data.lines.items():
        men = data.lines.get(line._replace(sex=Sex.MALE))
        if line.sex is not Sex.FEMALE or men is None:
            continue
        if _is_steady(women, _LEAST_EXCHANGE) and _is_steady(men, _LEAST_EXCHANGE):
            continue
        for period in women.keys() & men.keys():
            before = _usual(women, period), _usual(men, period)
            if before[0] and before[1] and _is_exchanged(women[period], men[period], *before):
                here = (_at(line, period), _at(line._replace(sex=Sex.MALE), period))
                says = EXCHANGED.filled(women=women[period], men=men[period])
                against = (
                    *data.cells_of(line, women),
                    *data.cells_of(line._replace(sex=Sex.MALE), men),
                )
                yield Doubt(rules.SWAPPED, here, says, against, suggestion=men[period])


def _usual(periods: Mapping[Period, Decimal], but: Period) -> float:
    others = [float(number) for at, number in periods.items() if at != but]
    # With a single other period nothing says which of the two is the exchanged one.
    return median(others) if len(others) > 1 else 0.0


def _is_exchanged(women: Decimal, men: Decimal, her: float, him: float) -> bool:
    figures = (float(women), float(men), her, him)
    if min(figures) < _LEAST_COUNT or abs(log(her / him)) < _PARTED:
        return False
    if min(abs(figures[0] - her), abs(figures[1] - him)) < 4 * sqrt(max(her, him)):
        return False
    straight = abs(log(figures[0] / her)) + abs(log(figures[1] / him))
    crossed = abs(log(figures[0] / him)) + abs(log(figures[1] / her))
    return crossed * 2.5 < straight


EXCHANGED = Text(
    "Perempuan {women} dan laki-laki {men} tampak tertukar: pada tahun-tahun lain sebaliknya.",
    "Women {women} and men {men} look exchanged: in other years it is the other way round.",
)


def _at(line: Line, period: Period) -> Cell:
    return Cell(line.element, line.place, period, line.sex, line.breakdown)
