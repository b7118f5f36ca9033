"""The smallest change of one measure that brings an index to a target, if one does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.indices.computing import Result, by_method
from setara.domain.indices.definition import Index, Measure, UnusableInput
from setara.domain.indices.levers.natural import component_of, printed_unit
from setara.domain.indices.levers.sensitivity import why_flat
from setara.domain.indices.levers.shares import SHARED, partner
from setara.domain.indices.levers.unrounded import unrounded, with_slopes
from setara.domain.indices.levers.what_if import alone
from setara.domain.indices.terms import shown
from setara.domain.language.text import Text

PROBES = 24
"""Figures tried in each direction; an index bends at most once along one measure."""
PARTS = 3
"""A stretch with one summit is narrowed by comparing it at its thirds."""


@dataclass(frozen=True, slots=True)
class Best:
    """The nearest to the target that one measure can lead, at which figure, and why no nearer."""

    figure: Decimal
    published: Decimal
    reason: Text


@dataclass(frozen=True, slots=True)
class SmallestChange:
    """What one measure, all others unchanged, must become for the index to reach a target.

    `published` is the figure nearest to the present one whose published index reaches it,
    `unrounded` the one whose index reaches it before any rounding; both are multiples of `unit`
    away from the present figure, None where the measure alone cannot. Then `best` says how far
    it leads.
    """

    measure: Measure
    figure: Decimal
    target: Decimal
    unit: Decimal
    published: Decimal | None
    unrounded: Decimal | None
    best: Best | None
    follower: str | None = None

    @property
    def change(self) -> Decimal | None:
        """The needed figure minus the present one."""
        return None if self.published is None else self.published - self.figure


def smallest_change(
    result: Result, measure: str, target: Decimal, *, unit: Decimal | None = None
) -> SmallestChange:
    """The smallest change of `measure` with which the index reaches `target`.

    Reaching means crossing it from where the index stands now; nothing is needed where it is
    already there or beyond on the good side. Sought both up and down, within what can be true,
    in steps of `unit` (the last decimal that is published, if None). Raises KeyError for a
    measure without a figure. Cost: up to some 120 runs of the formula.
    """
    definition = result.index.measure(measure)
    path = _Path(result, definition, unit or printed_unit(definition))
    figures = [path.nearest(target, kind) for kind in (path.published, path.unrounded)]
    best = None if figures[0] is not None else path.best(target)
    return SmallestChange(
        measure=definition,
        figure=result.figures[measure],
        target=target,
        unit=path.unit,
        published=figures[0],
        unrounded=figures[1],
        best=best,
        follower=partner(result.index, result.figures, measure),
    )


def is_reached(index: Index, now: Decimal, target: Decimal) -> bool:
    """Whether an index that stands at `now` needs nothing more for `target`."""
    if index.higher_is_better is not None:
        return now >= target if index.higher_is_better else now <= target
    if index.parity is None:
        return now == target
    return min(target, index.parity) <= now <= max(target, index.parity)


Reading = Callable[[Decimal], Decimal | None]


class _Path:
    """The index along one measure, as far as the measure can go; all others stay."""

    def __init__(self, result: Result, measure: Measure, unit: Decimal) -> None:
        self.result, self.measure, self.unit = result, measure, unit
        self.figure = result.figures[measure.key]
        self.lowest, self.highest = measure.lowest, measure.highest
        self.read: dict[tuple[Decimal, bool], Decimal | None] = {}
        if partner(result.index, result.figures, measure.key):
            whole = SHARED[component_of(measure.key)]
            self.lowest, self.highest = max(self.lowest, Decimal(0)), min(self.highest, whole)

    def published(self, figure: Decimal) -> Decimal | None:
        """The published index at a figure; None where it cannot be computed."""
        return self._once(figure, is_rounded=True)

    def unrounded(self, figure: Decimal) -> Decimal | None:
        """The index at a figure before any rounding; None where it cannot be computed."""
        return self._once(figure, is_rounded=False)

    def _once(self, figure: Decimal, *, is_rounded: bool) -> Decimal | None:
        at = (figure, is_rounded)
        if at not in self.read:
            self.read[at] = self._index(figure, is_rounded=is_rounded)
        return self.read[at]

    def _index(self, figure: Decimal, *, is_rounded: bool) -> Decimal | None:
        figures, start = alone(self.result, self.measure.key, figure), self.result
        try:
            if is_rounded:
                return by_method(start.index, start.method, figures, start.year).published
            return unrounded(start, figures)
        except UnusableInput:
            return None

    def nearest(self, target: Decimal, read: Reading) -> Decimal | None:
        """The nearest figure at which `read` reaches `target`, None where none does."""
        now = read(self.figure)
        if now is None or is_reached(self.result.index, now, target):
            return self.figure
        found = [
            figure
            for direction in (1, -1)
            if (figure := self._crossing(direction, target, read, now < target)) is not None
        ]
        return min(found, key=lambda figure: abs(figure - self.figure), default=None)

    def best(self, target: Decimal) -> Best:
        """The nearest figure at which the index is as near to `target` as it can be."""
        now = self.unrounded(self.figure) or Decimal(0)
        rises = now < target
        ends = [self._summit(direction, rises) for direction in (1, -1)]
        height = [self._height(figure, self.unrounded, rises) for figure in ends]
        figure = ends[0] if height[0] >= height[1] else ends[1]
        return Best(figure, self.published(figure) or now, self._why(figure))

    def _crossing(
        self, direction: int, target: Decimal, read: Reading, rises: bool
    ) -> Decimal | None:
        def reached(steps: int) -> bool:
            value = read(self._at(direction, steps))
            return value is not None and (value >= target if rises else value <= target)

        probes = self._probes(direction)
        for before, probe in zip([0, *probes], probes, strict=False):
            if reached(probe):
                return self._at(direction, _first(before, probe, reached))
        top = self._top(direction, probes, rises, self.unrounded)
        before = max((probe for probe in [0, *probes] if probe < top), default=0)
        return self._at(direction, _first(before, top, reached)) if reached(top) else None

    def _summit(self, direction: int, rises: bool) -> Decimal:
        """The nearest figure in a direction at which the index is as good as it gets there."""
        probes = self._probes(direction)
        top = self._top(direction, probes, rises, self.unrounded)
        height = self._height(self._at(direction, top), self.unrounded, rises)

        def as_high(steps: int) -> bool:
            return self._height(self._at(direction, steps), self.unrounded, rises) >= height

        return self._at(direction, _first(0, top, as_high) if not as_high(0) else 0)

    def _top(self, direction: int, probes: list[int], rises: bool, read: Reading) -> int:
        """The number of steps to the best value: the best probe, then narrowed beside it."""

        def height(steps: int) -> Decimal:
            return self._height(self._at(direction, steps), read, rises)

        tried = [0, *probes]
        place = max(range(len(tried)), key=lambda each: (height(tried[each]), -each))
        low, high = tried[max(place - 1, 0)], tried[min(place + 1, len(tried) - 1)]
        while high - low >= PARTS:
            third = (high - low) // PARTS
            if height(low + third) >= height(high - third):
                high -= third
            else:
                low += third
        narrowed: list[int] = [tried[place], *range(low, high + 1)]
        return max(narrowed, key=lambda each: (height(each), -each))

    def _height(self, figure: Decimal, read: Reading, rises: bool) -> Decimal:
        value = read(figure)
        if value is None:
            return Decimal("-Infinity")
        return value if rises else -value

    def _at(self, direction: int, steps: int) -> Decimal:
        return self.figure + direction * steps * self.unit

    def _probes(self, direction: int) -> list[int]:
        """Numbers of steps to try, close together near the present figure, up to the bound."""
        end = self.highest if direction > 0 else self.lowest
        most = int(abs(end - self.figure) // self.unit)
        every = {-(-most * each * each // (PROBES * PROBES)) for each in range(1, PROBES + 1)}
        return sorted(every - {0})

    def _why(self, figure: Decimal) -> Text:
        """Why the index leads no further than at `figure`."""
        flat = why_flat(with_slopes(self.result, self._beyond(figure)), self.measure.key)
        if flat is not None:
            return COUNTED_NO_FURTHER.filled(figure=shown(figure), unit=self.measure.unit)
        if min(figure - self.lowest, self.highest - figure) < self.unit:
            return END_OF_RANGE.filled(figure=shown(figure), unit=self.measure.unit)
        return TURNS.filled(figure=shown(figure), unit=self.measure.unit)

    def _beyond(self, figure: Decimal) -> dict[str, Decimal]:
        direction = -1 if figure < self.figure else 1
        return alone(self.result, self.measure.key, figure + direction * self.unit)


def _first(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """The first number above `low` for which `holds`, which is true of `high`; by halving."""
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle
    return high


COUNTED_NO_FURTHER = Text(
    "nilai sesudah {figure} {unit} tidak dihitung lagi",
    "beyond {figure} {unit} nothing more is counted",
)
END_OF_RANGE = Text(
    "{figure} {unit} adalah ujung nilai yang mungkin",
    "{figure} {unit} is the end of what can be true",
)
TURNS = Text(
    "setelah {figure} {unit} indeks berbalik arah",
    "beyond {figure} {unit} the index turns back",
)
