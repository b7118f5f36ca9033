"""All rules over a set of figures, each fault told once: its consequences go with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from setara.domain.statistics.plausibility import alone, history, rules, sums, whole_periods
from setara.domain.statistics.plausibility.dataset import Cell, Dataset
from setara.domain.statistics.plausibility.finding import Doubt

Search = Callable[[Dataset], Iterator[Doubt]]

# What says most about a cell comes first; a later doubt on a cell that is accused already, or
# that rests on one, is a consequence.
ORDER: tuple[Search, ...] = (
    alone.out_of_range,
    alone.wrong_sex,
    whole_periods.proportions,
    alone.not_whole,
    whole_periods.copied,
    history.exchanged,
    history.moved_by_factor,
    history.leaps,
    alone.missing_sex,
    sums.unequal_totals,
    sums.above_base,
    sums.unequal_places,
    sums.unequal_groups,
)


def doubts(data: Dataset, *, off: Collection[str] = ()) -> tuple[Doubt, ...]:
    """Every doubt, consequences below their cause; `off` are the rules switched off, by number.

    Cost: about a second for 100,000 figures.
    """
    causes: list[Doubt] = []
    by_cell: dict[Cell, int] = {}
    consequences: dict[int, list[Doubt]] = {}
    for search in ORDER:
        fresh: list[Doubt] = []
        for doubt in search(data):
            if doubt.rule.id in off or not data.is_judged(doubt.cells):
                continue
            cause = _cause(doubt, by_cell)
            if cause is None:
                fresh.append(doubt)
            else:
                consequences.setdefault(cause, []).append(doubt)
        for doubt in fresh:
            for cell in doubt.cells:
                by_cell.setdefault(cell, len(causes))
            causes.append(doubt)
    return tuple(
        replace(cause, consequences=(*cause.consequences, *consequences.get(number, ())))
        for number, cause in enumerate(causes)
    )


def _cause(doubt: Doubt, by_cell: Mapping[Cell, int]) -> int | None:
    """The number of the doubt it goes with: on a cell of its own, or on what it rests on.

    Over time a figure rests on many others, and stands out although one of them is wrong: there
    it goes with another doubt only where half of them are accused.
    """
    own = next((by_cell[cell] for cell in doubt.cells if cell in by_cell), None)
    if own is not None:
        return own
    others = [cell for cell in doubt.against if cell not in doubt.cells]
    accused = [by_cell[cell] for cell in others if cell in by_cell]
    if not accused or (doubt.rule.id in _OVER_TIME and 2 * len(accused) < len(others)):
        return None
    return accused[0]


_OVER_TIME = frozenset(rule.id for rule in (rules.COPIED, rules.SWAPPED, rules.FACTOR, rules.JUMP))
