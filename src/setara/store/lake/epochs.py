"""Years whose law is the same for a method, so that they are computed in one go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from setara.domain.indices.computing import law_day, year_asked
from setara.domain.indices.definition import Index, Method
from setara.domain.indices.worksheet import NEWEST, Worksheet
from setara.domain.law.parameters import Parameter


@dataclass(frozen=True, slots=True)
class Epoch:
    """A method and the days on which all of its law stays as it is; `day` lies within."""

    method: Method
    day: date
    valid_from: date
    valid_to: date

    def covers(self, year: int) -> bool:
        """Whether data of the year are computed by this law and method."""
        return self.method.covers(year) and self.valid_from <= date(year, 1, 1) < self.valid_to


class _Listening(Worksheet[float]):
    """A sheet that remembers every value of the law it was asked for."""

    def __init__(self, given: dict[str, float | None], on: date) -> None:
        super().__init__(given, on)
        self.asked: list[Parameter] = []

    def rule(self, key: str) -> Parameter:
        """A value of the law, noted down."""
        found = super().rule(key)
        self.asked.append(found)
        return found


def epoch_of(index: Index, year: int | None) -> Epoch:
    """The epoch of a year. Raises NoMethod where there is no method for it.

    The law a formula reads is found by running it once on a row in the middle of all ranges.
    """
    method = index.method_for(year_asked(index, year))
    middle: dict[str, float | None] = {
        measure.key: float(measure.lowest + measure.highest) / 2 for measure in index.measures
    }
    sheet = _Listening(middle, law_day(year))
    sheet.asked.append(index.rounding(sheet.on))
    method.formula(sheet)
    return Epoch(
        method,
        sheet.on,
        max(each.valid_from for each in sheet.asked),
        min(each.valid_to or NEWEST for each in sheet.asked),
    )


def epochs(index: Index, years: Iterable[int]) -> tuple[tuple[Epoch, tuple[int, ...]], ...]:
    """The epochs of the years that have a method, with their years; remembered between calls."""
    return _epochs(_Itself(index), tuple(sorted(years)))


class _Itself:
    """An index as a key of a memory: the very object, not one like it, so that hashing is free."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def __hash__(self) -> int:
        return id(self.index)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.index is self.index


@lru_cache(maxsize=256)
def _epochs(itself: _Itself, years: tuple[int, ...]) -> tuple[tuple[Epoch, tuple[int, ...]], ...]:
    index, found = itself.index, []
    left = [year for year in years if any(method.covers(year) for method in index.methods)]
    while left:
        epoch = epoch_of(index, left[0])
        # A definition may state from when it is known later than from when it is computed.
        own = tuple(year for year in left if epoch.covers(year)) or (left[0],)
        found.append((epoch, own))
        left = [year for year in left if year not in own]
    return tuple(found)
