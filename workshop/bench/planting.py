"""Figures as a government has them, with faults of twelve kinds planted where they are known."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import same
from setara.domain.statistics.dimension import Breakdown
from setara.domain.statistics.element import (
    Element,
    Measure,
    Polarity,
    PopulationType,
    Range,
)
from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.plausibility.dataset import Cell, Dataset

HOME = "64.01"
PLACES = tuple(f"{HOME}.{number:02}" for number in range(1, 11))
YEARS = tuple(Period.year(year) for year in range(2019, 2025))
AGES = (*(f"{age}-{age + 4}" for age in range(0, 75, 5)), "75+")
WOMEN, MEN, BOTH = Sex.FEMALE, Sex.MALE, None


@dataclass(frozen=True)
class Planted:
    """A fault that is in the figures: the rule that must find it, and a cell it is about."""

    rule: str
    cell: Cell


@dataclass
class Ground:
    """The figures, and the faults in them."""

    chance: random.Random
    figures: dict[Cell, Value] = field(default_factory=dict)
    elements: dict[str, Element] = field(default_factory=dict)
    planted: list[Planted] = field(default_factory=list)

    def dataset(self) -> Dataset:
        """The figures as the rules see them."""
        return Dataset(self.figures, self.elements, dict.fromkeys(PLACES, HOME))

    def number(self, cell: Cell) -> Decimal:
        """A figure that is known to be there."""
        value = self.figures[cell]
        if not isinstance(value, Decimal):
            message = f"no figure at {cell}"
            raise TypeError(message)
        return value

    def add(self, cell: Cell, by: int) -> None:
        """Change a figure, and the figures that are sums of it, so that all still add up."""
        for changed in {cell, cell._replace(sex=BOTH)}:
            for place in {changed.place, HOME}:
                at = changed._replace(place=place)
                self.figures[at] = self.number(at) + by


def ground(seed: int, elements: int) -> Ground:
    """Figures without a fault: people by age and place, counts of them, per cents, averages.

    They move from year to year by chance, small places have zeros, some tell nothing.
    """
    made = Ground(random.Random(seed))  # noqa: S311 -- figures to practise on
    _people(made)
    kinds = (_counts, _counts, _counts, _covering, _aged, _rates, _averages, _women_only)
    for number in range(elements):
        kinds[number % len(kinds)](made, f"E{number:03}")
    return made


def _element(made: Ground, code: str, measure: Measure, **facts: object) -> None:
    unit = {Measure.COUNT: "orang", Measure.RATE: "%", Measure.VALUE: "tahun"}[measure]
    made.elements[code] = Element(
        code,
        same(code),
        same(unit),
        Polarity.HIGHER_IS_BETTER,
        measure,
        PopulationType.POPULATION,
        **facts,  # type: ignore[arg-type]
    )


def _people(made: Ground) -> None:
    _element(made, "POP", Measure.COUNT)
    for place, sex, age in product(PLACES, (WOMEN, MEN), AGES):
        size = made.chance.uniform(900, 2600)
        for period in YEARS:
            size *= made.chance.gauss(1.01, 0.01)
            _put(made, Cell("POP", place, period, sex, Breakdown.of({"age": age})), int(size))
    for cell in [cell for cell in made.figures if cell.element == "POP"]:
        _grow(made, cell._replace(breakdown=Breakdown()), made.number(cell))
    _sum_up(made, "POP")


def _counts(made: Ground, code: str) -> None:
    """Takers of a service, part of the population, uneven between the sexes."""
    _element(made, code, Measure.COUNT, population_base="POP")
    for place, sex in product(PLACES, (WOMEN, MEN)):
        size = made.chance.choice((60, 150, 400, 1200)) * (1.9 if sex is WOMEN else 1.0)
        size *= made.chance.uniform(0.8, 1.25)
        for period in YEARS:
            size *= made.chance.gauss(1.02, 0.05)
            value = max(0, round(made.chance.gauss(size, size**0.5)))
            _put(made, Cell(code, place, period, sex), value)
    # One small place where there is nothing to count now and then.
    for period in YEARS:
        _put(made, Cell(code, PLACES[-1], period, WOMEN), made.chance.choice((0, 1, 2)))
    _sum_up(made, code)


def _covering(made: Ground, code: str) -> None:
    """Nearly everybody, as with identity cards."""
    _element(made, code, Measure.COUNT, population_base="POP")
    for place, sex, period in product(PLACES, (WOMEN, MEN), YEARS):
        people = made.number(Cell("POP", place, period, sex))
        share = made.chance.uniform(0.955, 0.985)
        _put(made, Cell(code, place, period, sex), int(float(people) * share))
    _sum_up(made, code)


def _aged(made: Ground, code: str) -> None:
    """By age, of the government as a whole."""
    _element(made, code, Measure.COUNT)
    for sex, age in product((WOMEN, MEN), AGES):
        size = made.chance.uniform(80, 900)
        for period in YEARS:
            size *= made.chance.gauss(1.0, 0.04)
            cell = Cell(code, HOME, period, sex, Breakdown.of({"age": age}))
            _put(made, cell, int(size))
            _grow(made, cell._replace(breakdown=Breakdown()), made.number(cell))
    for sex, period in product((WOMEN, MEN), YEARS):
        cell = Cell(code, HOME, period, sex)
        _grow(made, cell._replace(sex=BOTH), made.number(cell))


def _rates(made: Ground, code: str) -> None:
    _element(made, code, Measure.RATE)
    for place, sex in product((HOME, *PLACES), (WOMEN, MEN)):
        rate = made.chance.uniform(25, 85)
        for period in YEARS:
            rate = min(99.0, max(5.0, rate + made.chance.gauss(0, 1.5)))
            made.figures[Cell(code, place, period, sex)] = Decimal(f"{rate:.2f}")


def _averages(made: Ground, code: str) -> None:
    _element(made, code, Measure.VALUE, range=Range(Decimal(20), Decimal(100)))
    for place, sex in product((HOME, *PLACES), (WOMEN, MEN)):
        years = made.chance.uniform(66, 72) + (4 if sex is WOMEN else 0)
        for period in YEARS:
            years += made.chance.uniform(-0.1, 0.3)
            made.figures[Cell(code, place, period, sex)] = Decimal(f"{years:.2f}")


def _women_only(made: Ground, code: str) -> None:
    _element(made, code, Measure.COUNT, only_sex=WOMEN)
    for place, period in product(PLACES, YEARS):
        _put(made, Cell(code, place, period, WOMEN), max(0, round(made.chance.gauss(16, 4))))
        made.figures[Cell(code, place, period, MEN)] = Nothing.NOT_APPLICABLE
    for place, period in product(PLACES, YEARS):
        cell = Cell(code, place, period, WOMEN)
        _grow(made, cell._replace(place=HOME), made.number(cell))


def _put(made: Ground, cell: Cell, value: int) -> None:
    made.figures[cell] = Decimal(value)


def _grow(made: Ground, cell: Cell, by: Decimal) -> None:
    before = made.figures.get(cell, Decimal(0))
    made.figures[cell] = (before if isinstance(before, Decimal) else Decimal(0)) + by


def _sum_up(made: Ground, code: str) -> None:
    """The government as the sum of its places, and stated totals of both sexes."""
    below = [c for c in made.figures if c.element == code and c.place != HOME]
    for cell in below:
        _grow(made, cell._replace(place=HOME), made.number(cell))
    for cell in [c for c in made.figures if c.element == code and not c.breakdown]:
        _grow(made, cell._replace(sex=BOTH), made.number(cell))


# --- planting ---------------------------------------------------------------------------------

Plant = Callable[[Ground, str, Period], Cell | None]


def plant(made: Ground) -> None:
    """One fault in each element and year that takes one, at places that differ by year.

    Every year has faults of another kind; nothing is planted twice into one line.
    """
    for code in sorted(set(made.elements) - {"POP"}):
        kinds = list(_kinds_for(made.elements[code], made, code))
        made.chance.shuffle(kinds)
        if kinds and kinds[0] in _WHOLE:
            period = made.chance.choice(YEARS[1:-1])
            _record(made, kinds[0], _PLANTS[kinds[0]](made, code, period))
            continue
        for period, kind in zip(YEARS[1:], [k for k in kinds if k not in _WHOLE], strict=False):
            cell = _PLANTS[kind](made, code, period) if kind in _PLANTS else None
            _record(made, kind, cell)


def _record(made: Ground, rule: str, cell: Cell | None) -> None:
    if cell is not None:
        made.planted.append(Planted(rule.partition("/")[0], cell))


def _kinds_for(  # noqa: PLR0911 -- one case a build of element
    element: Element, made: Ground, code: str
) -> tuple[str, ...]:
    if element.only_sex is not None:
        return ("DATA-08",)
    if element.measure is Measure.RATE:
        return made.chance.choice((("DATA-06/rate",), ("DATA-11/rate",), ("DATA-12",)))
    if element.measure is Measure.VALUE:
        return ("DATA-06/value",)
    if Cell(code, PLACES[0], YEARS[0], WOMEN) not in made.figures:
        return ("DATA-03",)
    if not element.population_base:
        return ()
    first = made.number(Cell(code, PLACES[0], YEARS[0], WOMEN))
    if first > made.number(Cell("POP", PLACES[0], YEARS[0], WOMEN)) / 2:
        return ("DATA-04",)
    if made.chance.random() < 1 / 6:
        return ("DATA-09",)
    return (
        "DATA-01", "DATA-02", "DATA-05", "DATA-06", "DATA-07", "DATA-10", "DATA-11", "DATA-12",
    )  # fmt: skip


def _somewhere(made: Ground, code: str, period: Period, least: int) -> Cell | None:
    """Women at a place that has room for the fault, and none in another year."""
    taken = {fault.cell.place for fault in made.planted if fault.cell.element == code}
    places = [place for place in PLACES[:-1] if place not in taken]
    made.chance.shuffle(places)
    for place in places:
        cell = Cell(code, place, period, WOMEN)
        if made.number(cell) >= least:
            return cell
    return None


def _total(made: Ground, code: str, period: Period) -> Cell | None:
    cell = _somewhere(made, code, period, 1)
    if cell is not None:
        total = cell._replace(sex=BOTH)
        made.figures[total] = made.number(total) + made.chance.choice((-7, -3, -1, 1, 2, 9, 18))
    return cell


def _home(made: Ground, code: str, period: Period) -> Cell:
    cell = Cell(code, HOME, period, WOMEN)
    by = made.chance.randint(3, 25)
    for sex in (WOMEN, BOTH):
        made.figures[cell._replace(sex=sex)] = made.number(cell._replace(sex=sex)) + by
    return cell


def _above(made: Ground, code: str, period: Period) -> Cell | None:
    cell = _somewhere(made, code, period, 1)
    if cell is not None:
        people = made.number(Cell("POP", cell.place, period, WOMEN))
        made.add(cell, int(people - made.number(cell)) + made.chance.randint(5, 300))
    return cell


def _leap(made: Ground, code: str, period: Period) -> Cell | None:
    cell = _somewhere(made, code, period, 60)
    if cell is not None:
        number = made.number(cell)
        made.add(cell, int(float(number) * made.chance.uniform(2.9, 4.5)) - int(number))
    return cell


def _negative(made: Ground, code: str, period: Period) -> Cell | None:
    cell = _somewhere(made, code, period, 1)
    if cell is not None:
        made.figures[cell] = -made.number(cell)
    return cell


def _beyond(made: Ground, code: str, period: Period) -> Cell:
    cell = Cell(code, made.chance.choice(PLACES), period, WOMEN)
    made.figures[cell] = Decimal("104.2") + made.chance.randint(0, 60)
    return cell


def _swapped(made: Ground, code: str, period: Period) -> Cell | None:
    cell = _somewhere(made, code, period, 60)
    if cell is None:
        return None
    other = cell._replace(sex=MEN)
    women, men = made.number(cell), made.number(other)
    if men < 40 or women < men * Decimal("1.45"):  # noqa: PLR2004 -- too alike to tell
        return None
    made.figures[cell], made.figures[other] = men, women
    return cell


def _shifted(made: Ground, code: str, period: Period) -> Cell | None:
    cell = _somewhere(made, code, period, 120)
    if cell is not None:
        number = made.number(cell)
        factors = [Decimal(10), Decimal(100), Decimal(1000)]
        if number > 1000:  # noqa: PLR2004 -- a tenth of it still tells
            factors.append(Decimal("0.1"))
        made.figures[cell] = Decimal(int(number * made.chance.choice(factors)))
    return cell


def _half(made: Ground, code: str, period: Period) -> Cell | None:
    cell = _somewhere(made, code, period, 1)
    if cell is not None:
        made.figures[cell] = made.number(cell) + Decimal("0.5")
    return cell


def _hundredth(made: Ground, code: str, period: Period) -> Cell:
    for cell in [c for c in made.figures if c.element == code and c.period == period]:
        made.figures[cell] = made.number(cell) / 100
    return Cell(code, HOME, period, WOMEN)


def _unsaid(made: Ground, code: str, period: Period) -> Cell | None:
    if made.elements[code].measure is Measure.RATE:
        cell: Cell | None = Cell(code, made.chance.choice(PLACES), period, WOMEN)
    else:
        cell = _somewhere(made, code, period, 1)
    if cell is not None:
        made.figures[cell] = Nothing.NOT_REPORTED
    return cell


def _man(made: Ground, code: str, period: Period) -> Cell:
    cell = Cell(code, made.chance.choice(PLACES), period, MEN)
    made.figures[cell] = Decimal(made.chance.randint(1, 40))
    return cell


def _copy(made: Ground, code: str, period: Period) -> Cell:
    before = YEARS[YEARS.index(period) - 1]
    for cell in [c for c in made.figures if c.element == code and c.period == before]:
        made.figures[cell._replace(period=period)] = made.figures[cell]
    return Cell(code, HOME, period, WOMEN)


_PLANTS: dict[str, Plant] = {
    "DATA-01": _total, "DATA-02": _home, "DATA-03": _home, "DATA-04": _above, "DATA-05": _leap,
    "DATA-06": _negative, "DATA-06/rate": _beyond, "DATA-06/value": _beyond, "DATA-07": _swapped,
    "DATA-08": _man, "DATA-09": _copy, "DATA-10": _shifted, "DATA-11": _half,
    "DATA-11/rate": _hundredth, "DATA-12": _unsaid,
}  # fmt: skip
_WHOLE = frozenset({"DATA-09", "DATA-11/rate"})
