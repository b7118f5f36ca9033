"""An index over arrays: one row a place and year, one array a measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.definition import Index
from setara.domain.indices.worksheet import Worksheet
from setara.store.lake.arrays import Array, divided_by_zero
from setara.store.lake.epochs import Epoch, epoch_of, epochs

Years = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The index of each row: published, unrounded, the named steps, and which method it is of.

    NaN where a figure is missing or the year has no method. `places` tells for each row where its
    method stands in `keys`, whose first is "" for none; None where all rows are of the last.
    """

    published: Array
    unrounded: Array
    steps: Mapping[str, Array]
    keys: tuple[str, ...]
    places: np.ndarray[Any, np.dtype[np.int8]] | None = None

    @property
    def methods(self) -> np.ndarray[Any, np.dtype[np.str_]]:
        """The key of each row's method. Cost: text for every row, so it is made when asked for."""
        if self.places is None:
            return np.full(len(self.published), self.keys[-1])
        found: np.ndarray[Any, np.dtype[np.str_]] = np.array(self.keys)[self.places]
        return found


def columns_of(index: Index, given: Mapping[str, Array], years: Years | None = None) -> Columns:
    """The index over arrays of equal length, in the units of its measures, NaN for missing.

    Figures are taken as they are (`judging` flags those that cannot be true). Raises NoMethod
    without `years` where the index needs them. Cost: one run of the formula for each stretch of
    years with the same law; memory: an array a step.
    """
    if years is None:
        return _of_epoch(index, given, epoch_of(index, None))
    present = distinct(years)
    stretches = epochs(index, present)
    if len(stretches) == 1 and len(stretches[0][1]) == len(present):
        return _of_epoch(index, given, stretches[0][0])
    return _joined(index, given, years, stretches)


def distinct(years: Years) -> list[int]:
    """The years there are, in order; a table of marks is filled faster than years are sorted."""
    if not len(years):
        return []
    first, last = int(years.min()), int(years.max())
    if last - first > _WIDEST:
        found: list[int] = np.unique(years).tolist()
        return found
    marks = np.zeros(last - first + 1, dtype=bool)
    marks[years - first] = True
    return [first + each for each in np.flatnonzero(marks).tolist()]


_WIDEST = 10_000


def _of_epoch(index: Index, given: Mapping[str, Array], epoch: Epoch) -> Columns:
    sheet = Worksheet[Array](given, epoch.day)
    alarms: list[str] = []
    with np.errstate(
        all="ignore", divide="call", invalid="call", call=lambda kind, _: alarms.append(kind)
    ):
        unrounded: Array = epoch.method.formula(sheet)
    with np.errstate(all="ignore"):
        finite = np.isfinite(unrounded)
        if not finite.all():
            unrounded = np.where(finite, unrounded, np.nan)
        if alarms:
            divided = divided_by_zero(epoch.method.formula, given, epoch.day)
            unrounded = np.where(divided, np.nan, unrounded)
        decimals = int(index.rounding(epoch.day).value)
        published: Array = rounded(unrounded, decimals)
    # A step that is a fixed value of the law is one number for all rows.
    size = len(unrounded)
    steps = {
        key: value if isinstance(value, np.ndarray) else np.full(size, value)
        for key, value in sheet.values.items()
    }
    return Columns(published, unrounded, steps, ("", epoch.method.key))


def _joined(
    index: Index,
    given: Mapping[str, Array],
    years: Years,
    stretches: tuple[tuple[Epoch, tuple[int, ...]], ...],
) -> Columns:
    size = len(years)
    published, unrounded = np.full(size, np.nan), np.full(size, np.nan)
    places = np.zeros(size, dtype=np.int8)
    parts = []
    for place, (epoch, own) in enumerate(stretches, start=1):
        # Positions are quicker than a mask for the columns they are used on.
        rows = np.flatnonzero(_falls_in(years, own))
        part = _of_epoch(index, {key: each.take(rows) for key, each in given.items()}, epoch)
        published[rows], unrounded[rows], places[rows] = part.published, part.unrounded, place
        parts.append((rows, part.steps))
    names = tuple(step.key for step in index.steps)
    keys = ("", *(epoch.method.key for epoch, _ in stretches))
    return Columns(published, unrounded, _Joined(size, names, tuple(parts)), keys, places)


@dataclass(frozen=True, slots=True)
class _Joined(Mapping[str, Array]):
    """The steps of several stretches, each put together when it is asked for and not before."""

    size: int
    names: tuple[str, ...]
    parts: tuple[tuple[np.ndarray[Any, Any], Mapping[str, Array]], ...]

    def __getitem__(self, key: str) -> Array:
        if key not in self.names:
            raise KeyError(key)
        whole = np.full(self.size, np.nan)
        for rows, steps in self.parts:
            whole[rows] = steps[key]
        return whole

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def _falls_in(years: Years, own: tuple[int, ...]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    if own[-1] - own[0] == len(own) - 1:
        return (years >= own[0]) & (years <= own[-1])
    return np.isin(years, own)
