"""Ranks as the publisher gives them, the best place first."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import TypeVar

from setara.domain.indices.computing import Result
from setara.domain.indices.definition import Index

Place = TypeVar("Place", bound=Hashable)


class NotRanked(ValueError):
    """The publisher ranks nobody by this index, so a rank would be ours and not theirs."""

    def __init__(self, index: Index) -> None:
        super().__init__(f"{index.symbol} is not ranked by its publisher")


def ranks(results: Mapping[Place, Result]) -> dict[Place, int]:
    """The rank of every place, 1 the best; equal values share a rank and the next is left out.

    UNDP ranks the HDI by the value it prints (193 of 193 ranks of 2022) and the GII by the value
    before rounding (166 of 166); which one it is belongs to the index. All results must be of
    one index. Raises NotRanked where its publisher does not rank by it.
    """
    if not results:
        return {}
    (index,) = {result.index.key: result.index for result in results.values()}.values()
    if index.ranking is None or index.higher_is_better is None:
        raise NotRanked(index)
    values = {
        place: result.published if index.ranking.by_published else result.unrounded
        for place, result in results.items()
    }
    ordered = sorted(values.values(), reverse=index.higher_is_better)
    first: dict[Decimal, int] = {}
    for position, value in enumerate(ordered, start=1):
        first.setdefault(value, position)
    return {place: first[value] for place, value in values.items()}
