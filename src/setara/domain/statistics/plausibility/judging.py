"""All rules over a set of figures, each fault told once: its consequences go with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from setara.domain.statistics.plausibility import alone, history, sums
from setara.domain.statistics.plausibility.dataset import Cell, Dataset
from setara.domain.statistics.plausibility.finding import Doubt

Search = Callable[[Dataset], Iterator[Doubt]]

# What says most about a cell comes first; a later doubt on a cell that is accused already, or
# that rests on one, is a consequence.
ORDER: tuple[Search, ...] = (
    alone.out_of_range,
    alone.wrong_sex,
    history.proportions,
    alone.not_whole,
    history.copied,
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
            cause = next((by_cell[c] for c in _concerned(doubt) if c in by_cell), None)
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


def _concerned(doubt: Doubt) -> Iterator[Cell]:
    """Its own cells first, then those it was held against."""
    yield from doubt.cells
    yield from doubt.against
