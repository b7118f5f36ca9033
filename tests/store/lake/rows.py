"""Rows for the engines: figures of every registered index, drawn within their ranges."""

from __future__ import annotations

import random
from decimal import Decimal

from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import Index, NoMethod, UnusableInput

YEARS = (2008, 2026)


def drawn(index: Index, size: int) -> tuple[list[dict[str, Decimal]], list[int]]:
    """Rows of the index, the same at every run, with a year each."""
    chance = random.Random(index.key)
    rows = [
        {each.key: _figure(chance, each.lowest, each.highest) for each in index.measures}
        for _ in range(size)
    ]
    return rows, [chance.randrange(*YEARS) for _ in rows]


def _figure(chance: random.Random, lowest: Decimal, highest: Decimal) -> Decimal:
    return round(lowest + (highest - lowest) * chance.randrange(1, 1000) / 1000, 4)


def exact(index: Index, row: dict[str, Decimal], year: int | None) -> Result | None:
    """The exact result, or None where the row cannot be computed."""
    try:
        return computed(index, row, year=year)
    except (UnusableInput, NoMethod):
        return None
