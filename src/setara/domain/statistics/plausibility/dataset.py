"""The figures that are judged together, indexed the ways the rules ask for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.statistics.dimension import EVERYBODY, Breakdown
from setara.domain.statistics.element import Element
from setara.domain.statistics.observation import Value


class Cell(NamedTuple):
    """Which figure: `sex` is None for the stated total of women and men."""

    element: str
    place: str
    period: Period
    sex: Sex | None
    breakdown: Breakdown = EVERYBODY


class Spot(NamedTuple):
    """A cell without its sex: what women and men are compared at."""

    element: str
    place: str
    period: Period
    breakdown: Breakdown


class Line(NamedTuple):
    """A cell without its period: what is followed over time."""

    element: str
    place: str
    sex: Sex
    breakdown: Breakdown


@dataclass(frozen=True)
class Dataset:
    """Figures by cell, the elements they are about, and places by what they lie in.

    `judged` limits the findings to these cells; the others are only compared with. None judges
    all of them.
    """

    figures: Mapping[Cell, Value]
    elements: Mapping[str, Element]
    parents: Mapping[str, str] = field(default_factory=dict)
    judged: frozenset[Cell] | None = None

    def number(self, cell: Cell) -> Decimal | None:
        """The figure, where it is one."""
        value = self.figures.get(cell)
        return value if isinstance(value, Decimal) else None

    def is_judged(self, cells: tuple[Cell, ...]) -> bool:
        """Whether a finding on these cells is about one that is judged."""
        return self.judged is None or any(cell in self.judged for cell in cells)

    @cached_property
    def numbers(self) -> dict[Cell, Decimal]:
        """The cells that hold a figure."""
        return {c: value for c, value in self.figures.items() if isinstance(value, Decimal)}

    @cached_property
    def spots(self) -> dict[Spot, dict[Sex | None, Value]]:
        """Women, men and the stated total side by side."""
        found: dict[Spot, dict[Sex | None, Value]] = defaultdict(dict)
        for cell, value in self.figures.items():
            found[Spot(cell.element, cell.place, cell.period, cell.breakdown)][cell.sex] = value
        return found

    @cached_property
    def lines(self) -> dict[Line, dict[Period, Decimal]]:
        """Each figure over its periods, the first one first."""
        found: dict[Line, dict[Period, Decimal]] = defaultdict(dict)
        for cell, number in self.numbers.items():
            if cell.sex is not None:
                line = Line(cell.element, cell.place, cell.sex, cell.breakdown)
                found[line][cell.period] = number
        return {line: dict(sorted(periods.items())) for line, periods in found.items()}

    def cells_of(self, line: Line, periods: Mapping[Period, Decimal]) -> Iterator[Cell]:
        """The cells a line stands for."""
        for period in periods:
            yield Cell(line.element, line.place, period, line.sex, line.breakdown)
