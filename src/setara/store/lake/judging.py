"""Which rows cannot be computed, and why: the ground floor's judgement over arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import numpy as np

from setara.domain.indices.definition import Check, EnoughFigures, Index, Measure, SuspectFigures
from setara.domain.language.text import Language, Text
from setara.store.lake.arrays import Array
from setara.store.lake.computing import Years, distinct
from setara.store.lake.words import impossible, missing, no_method

Rows = np.ndarray[Any, np.dtype[np.bool_]]
"""One truth a row."""


def reasons(
    index: Index,
    given: Mapping[str, Array],
    years: Years | None,
    nothing: Rows,
    language: Language,
) -> dict[int, str]:
    """Why rows cannot be computed, all reasons of a row in one text; the others are left out.

    `nothing` says of each row whether the formula came to nothing. Cost: two passes a column,
    and 0.1 ms a row that is refused.
    """
    size = len(nothing)
    found: dict[int, list[str]] = {}
    for rows, text in _faults(index, given, years, size):
        said = text.say(language)
        for row in np.flatnonzero(rows).tolist():
            found.setdefault(row, []).append(said)
    for check in index.checks:
        for row, text in _suspects(check, given, set(found), nothing):
            found.setdefault(row, []).append(text.say(language))
    return {row: " ".join(said) for row, said in found.items()}


def doubted(index: Index, given: Mapping[str, Array], language: Language) -> dict[int, str]:
    """What can be true but seldom is, by row; 0.1 ms each."""
    found: dict[int, list[str]] = {}
    for check in index.doubts:
        for row, text in _suspects(check, given, set(), None):
            found.setdefault(row, []).append(text.say(language))
    return {row: " ".join(said) for row, said in found.items()}


def _faults(
    index: Index, given: Mapping[str, Array], years: Years | None, size: int
) -> Iterator[tuple[Rows, Text]]:
    for measure in index.measures:
        figures = given.get(measure.key)
        if figures is None:
            if not measure.optional:
                yield np.ones(size, dtype=bool), missing(measure)
            continue
        yield from _figure_faults(measure, figures)
    if years is not None:
        for year in distinct(years):
            if not any(method.covers(year) for method in index.methods):
                yield years == year, no_method(index)


def _figure_faults(measure: Measure, figures: Array) -> Iterator[tuple[Rows, Text]]:
    low, high = float(measure.lowest), float(measure.highest)
    with np.errstate(invalid="ignore"):
        # Two passes that keep nothing; a NaN fails both comparisons.
        if len(figures) and low <= figures.min() and figures.max() <= high:
            return
        absent = np.isnan(figures)
        if not measure.optional:
            yield absent, missing(measure)
        yield ~absent & ~((figures >= low) & (figures <= high)), impossible(measure)


def _suspects(
    check: Check, given: Mapping[str, Array], skip: set[int], nothing: Rows | None
) -> Iterator[tuple[int, Text]]:
    """The rows a check over several figures is about, in its own words."""
    if isinstance(check, SuspectFigures):
        if any(measure not in given for measure in check.measures):
            return
        with np.errstate(invalid="ignore"):
            rows = np.flatnonzero(check.suspicious(given)).tolist()
    elif isinstance(check, EnoughFigures) and nothing is not None:
        rows = np.flatnonzero(nothing).tolist()
    else:
        rows = list(range(len(next(iter(given.values()), ()))))
    for row in rows:
        if row in skip:
            continue
        figures = {
            key: Decimal(repr(float(array[row])))
            for key, array in given.items()
            if not np.isnan(array[row])
        }
        yield from ((row, fault.reason) for fault in check(figures))
