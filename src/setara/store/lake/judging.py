"""Which rows cannot be computed, and why: the ground floor's judgement over arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

import numpy as np

from setara.domain.indices.definition import Check, Index, SuspectFigures
from setara.domain.language.text import Language, Text
from setara.store.lake.arrays import Array
from setara.store.lake.computing import Years
from setara.store.lake.words import impossible, missing, no_method


def reasons(
    index: Index, given: Mapping[str, Array], years: Years | None, size: int, language: Language
) -> list[str]:
    """Why each row cannot be computed, "" where it can; every reason of a row in one text."""
    found: dict[int, list[str]] = {}
    for rows, text in _faults(index, given, years, size):
        said = text.say(language)
        for row in np.flatnonzero(rows).tolist():
            found.setdefault(row, []).append(said)
    for check in index.checks:
        for row, text in _suspects(check, given, set(found)):
            found.setdefault(row, []).append(text.say(language))
    return [" ".join(found.get(row, ())) for row in range(size)]


def doubted(index: Index, given: Mapping[str, Array], size: int, language: Language) -> list[str]:
    """What can be true but seldom is, row by row."""
    found: dict[int, list[str]] = {}
    for check in index.doubts:
        for row, text in _suspects(check, given, set()):
            found.setdefault(row, []).append(text.say(language))
    return [" ".join(found.get(row, ())) for row in range(size)]


def _faults(
    index: Index, given: Mapping[str, Array], years: Years | None, size: int
) -> Iterator[tuple[np.ndarray, Text]]:
    for measure in index.measures:
        figures = given.get(measure.key)
        if figures is None:
            if not measure.optional:
                yield np.ones(size, dtype=bool), missing(measure)
            continue
        absent = np.isnan(figures)
        if not measure.optional:
            yield absent, missing(measure)
        with np.errstate(invalid="ignore"):
            low, high = float(measure.lowest), float(measure.highest)
            yield ~absent & ~((figures >= low) & (figures <= high)), impossible(measure)
    if years is not None:
        for year in np.unique(years).tolist():
            if not any(method.covers(year) for method in index.methods):
                yield years == year, no_method(index)


def _suspects(
    check: Check, given: Mapping[str, Array], skip: set[int]
) -> Iterator[tuple[int, Text]]:
    """The rows a check over several figures is about, in its own words."""
    if isinstance(check, SuspectFigures):
        if any(measure not in given for measure in check.measures):
            return
        with np.errstate(invalid="ignore"):
            rows = np.flatnonzero(check.suspicious(given)).tolist()
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
