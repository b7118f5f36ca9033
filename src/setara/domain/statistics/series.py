"""A disparity over several periods: how it moves a year, and when it would end at that pace.

A straight line is the simplest thing that can be checked by hand. It is no forecast.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import lru_cache
from operator import attrgetter, mul

from setara.domain.foundation.period import Period
from setara.domain.language.text import Text
from setara.domain.statistics.amount import rounded
from setara.domain.statistics.disparity import Behind, Disparity, Result, Undefined
from setara.domain.statistics.trend import RATIO_DECIMALS

FEWEST_POINTS = 3
"""Two points always lie on a line; only a third can speak for or against one."""
FINER = 2
"""A pace is shown with this many decimals more than the figures: it is smaller than they are."""
MONTHS = 12
ZERO, ONE = Decimal(0), Decimal(1)
START = attrgetter("period.valid_from")
DIFFERENCE, ADJUSTED = attrgetter("difference"), attrgetter("adjusted_parity")


@dataclass(frozen=True, slots=True)
class Point:
    """A disparity of one period; `vintage` names the method its figures were made by."""

    period: Period
    disparity: Disparity
    vintage: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The straight line through one measure (least squares).

    `slope` is its change a year, unrounded. `last` and `per_year` are the last value and that
    change as shown. `years_to_parity` are the whole years, rounded up, after which the last value
    would reach parity at the shown pace. `target` is parity in this measure: 0 or 1.
    """

    slope: Decimal
    last: Decimal
    per_year: Decimal
    target: Decimal
    years_to_parity: Result


@dataclass(frozen=True, slots=True)
class Series:
    """The lines through the difference and the adjusted parity index.

    `used` are the points the lines go through, oldest first. `missing` counts periods without
    figures, `before_break` those left out because their figures were made by another method.
    """

    used: tuple[Point, ...]
    missing: int
    before_break: int
    difference: Line | Undefined
    adjusted_parity: Line | Undefined


def series(points: Iterable[Point], places: int) -> Series:
    """The lines through `points`, differences shown with `places` decimals.

    Points may come in any order; those without a difference are left out and counted, and those
    before the last change of method too, for a break in the method is no change among people.
    Raises ValueError where two points begin in the same month.
    """
    ordered = sorted(points, key=START)
    if len({_month(point) for point in ordered}) < len(ordered):
        message = "two points of one series begin in the same month"
        raise ValueError(message)
    known = [point for point in ordered if isinstance(point.disparity.difference, Decimal)]
    used = _since_break(known)
    months = tuple(map(_month, used))
    before_break = len(known) - len(used)
    if len(used) < FEWEST_POINTS:
        reason = TOO_FEW_SINCE_BREAK if before_break else TOO_FEW
        nothing = Undefined(reason.filled(count=len(used), needed=FEWEST_POINTS))
        return Series(used, len(ordered) - len(known), before_break, nothing, nothing)
    now = used[-1].disparity
    shown, adjusted = now.difference_shown(places), now.adjusted_parity
    return Series(
        used=used,
        missing=len(ordered) - len(known),
        before_break=before_break,
        difference=_line(used, months, DIFFERENCE, shown, target=ZERO, places=places),
        adjusted_parity=_line(used, months, ADJUSTED, adjusted, target=ONE, places=RATIO_DECIMALS),
    )


def slope_per_year(months: tuple[int, ...], values: Iterable[Decimal]) -> Decimal:
    """The least-squares change a year of values at whole months, in their unit.

    Raises ZeroDivisionError where all months are the same.
    """
    offsets, squares = _offsets(months)
    products: Decimal = sum(map(mul, offsets, values), ZERO)
    return MONTHS * len(months) * products / squares


@lru_cache(maxsize=256)
def _offsets(months: tuple[int, ...]) -> tuple[tuple[Decimal, ...], Decimal]:
    """As many times the distance of each month from their mean as there are months, and the sum
    of their squares: whole numbers, so that nothing is rounded. Most series have the same years.
    """
    count, middle = len(months), sum(months)
    offsets = [count * month - middle for month in months]
    return tuple(map(Decimal, offsets)), Decimal(sum(map(mul, offsets, offsets)))


def _since_break(known: Sequence[Point]) -> tuple[Point, ...]:
    """The points at the end that were made by one method."""
    start = len(known)
    while start and known[start - 1].vintage == known[-1].vintage:
        start -= 1
    return tuple(known[start:])


def _line(
    used: Sequence[Point],
    months: tuple[int, ...],
    measure: Callable[[Disparity], Result],
    now: Result,
    *,
    target: Decimal,
    places: int,
) -> Line | Undefined:
    values: list[Decimal] = []
    for point in used:
        value = measure(point.disparity)
        if isinstance(value, Undefined):
            return Undefined(NOT_AT.filled(period=point.period, reason=value.reason))
        values.append(value)
    if isinstance(now, Undefined):
        return now
    slope = slope_per_year(months, values)
    last = rounded(now, places)
    per_year = rounded(slope, places + FINER)
    years = _years(used[-1].disparity, last - target, per_year)
    return Line(slope, last, per_year, target, years)


def _years(now: Disparity, distance: Decimal, per_year: Decimal) -> Result:
    if now.behind is Behind.NOT_JUDGED:
        return Undefined(NO_AIM)
    if now.behind is Behind.NEITHER or distance == 0:
        return Undefined(ALREADY)
    if per_year == 0:
        return Undefined(STANDS)
    if distance * per_year > 0:
        return Undefined(MOVES_AWAY)
    return abs(distance / per_year).to_integral_value(ROUND_CEILING)


def _month(point: Point) -> int:
    start = point.period.valid_from
    return start.year * MONTHS + start.month


TOO_FEW = Text(
    "Baru ada {count} periode berangka; laju baru dihitung mulai {needed} periode.",
    "Only {count} periods have figures; a pace is worked out from {needed} on.",
)
TOO_FEW_SINCE_BREAK = Text(
    "Sejak metode datanya berganti baru ada {count} periode berangka; laju baru dihitung mulai "
    "{needed} periode.",
    "Since the method of the data changed only {count} periods have figures; a pace is worked out "
    "from {needed} on.",
)
NOT_AT = Text("Pada {period}: {reason}", "In {period}: {reason}")
NO_AIM = Text(
    "Data ini menunjukkan susunan, sehingga kesetaraan bukan sasarannya.",
    "These data show a composition, so parity is not their aim.",
)
ALREADY = Text("Keduanya sudah setara.", "They are at parity already.")
STANDS = Text(
    "Kesenjangannya tidak bergerak, sehingga kesetaraan tidak tercapai dengan laju ini.",
    "The disparity does not move, so parity is not reached at this pace.",
)
MOVES_AWAY = Text(
    "Kesenjangannya makin lebar, sehingga kesetaraan tidak tercapai dengan laju ini.",
    "The disparity grows, so parity is not reached at this pace.",
)
