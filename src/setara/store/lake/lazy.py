"""An index over a frame that is not in memory: the database computes it, row by row.

Every step becomes a column before the next one uses it, so that no expression grows with the
formula and the database computes each step once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from operator import or_
from typing import Any

import narwhals as nw

from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.definition import Index, SuspectFigures
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Language, Text
from setara.domain.law.parameters import Parameter
from setara.store.lake.epochs import Epoch, epoch_of, epochs
from setara.store.lake.guarded import Guarded
from setara.store.lake.words import impossible, missing, no_method, no_result, suspect

FIRST_YEAR, LAST_YEAR = 1900, 2100
Frame = nw.LazyFrame[Any]
_DIVIDED = "divided by zero"


class _LazySheet(Worksheet[Guarded]):
    """A sheet that adds each step to the frame as a column of its own."""

    def __init__(
        self, given: Mapping[str, nw.Expr | None], epoch: Epoch, frame: Frame, prefix: str
    ) -> None:
        self.zeros: list[nw.Expr] = []
        guarded = {
            key: None if value is None else Guarded(value, self.zeros)
            for key, value in given.items()
        }
        super().__init__(guarded, epoch.day)
        self.frame, self.prefix = frame, prefix
        self.columns: dict[str, nw.Expr] = {}

    def step(
        self,
        name: StepName,
        value: Guarded,
        *,
        decimals: Parameter | None = None,
        note: Text | None = None,
        rules: tuple[Parameter, ...] = (),
    ) -> Guarded:
        """Add the step as a column and go on with the column."""
        # A step that is a fixed value of the law is a plain number until here.
        self._add(name.key, value.expr if isinstance(value, Guarded) else nw.lit(value))
        self.values[name.key] = Guarded(self.columns[name.key], self.zeros)
        return self.values[name.key]

    def note_zeros(self) -> None:
        """Add where the formula divided by zero: what comes of it may look sound."""
        divided = (each.fill_null(value=False) for each in self.zeros)
        self._add(_DIVIDED, reduce(or_, divided, nw.lit(value=False)))

    def _add(self, key: str, value: nw.Expr) -> None:
        column = self.prefix + key
        self.frame = self.frame.with_columns(value.alias(column))
        self.columns[key] = nw.col(column)


def with_index_lazily(
    frame: Frame,
    index: Index,
    *,
    columns: Mapping[str, str],
    year: str | None,
    language: Language,
) -> Frame:
    """`frame` with the columns of the index; `columns` are its headings by measure.

    Figures must be numbers already; a null is missing. Of the checks over several figures only
    those written as plain comparison are asked (`SuspectFigures`); doubts are not told here.
    """
    given: dict[str, nw.Expr | None] = {
        measure.key: nw.col(columns[measure.key]).cast(nw.Float64)
        if measure.key in columns
        else None
        for measure in index.measures
    }
    reason = _reason(index, given, year, language)
    name = f"{index.key}_reason"
    frame = frame.with_columns(reason.alias(name))
    fit = nw.col(name) == ""
    cleaned = {
        key: None if value is None else nw.when(fit).then(value) for key, value in given.items()
    }
    stretches = _stretches(index, year)
    done: list[tuple[nw.Expr, _LazySheet, Epoch]] = []
    for place, (epoch, condition) in enumerate(stretches):
        sheet = _LazySheet(cleaned, epoch, frame, f"__{place}_")
        epoch.method.formula(sheet)
        sheet.note_zeros()
        frame = sheet.frame
        done.append((condition, sheet, epoch))
    chosen = _chosen(frame, index, done)
    return _told(chosen, index, no_result(index).say(language))


def _stretches(index: Index, year: str | None) -> list[tuple[Epoch, nw.Expr]]:
    if year is None:
        return [(epoch_of(index, None), nw.lit(value=True))]
    found = []
    for epoch, years in epochs(index, range(FIRST_YEAR, LAST_YEAR + 1)):
        column = nw.col(year)
        found.append((epoch, (column >= years[0]) & (column <= years[-1])))
    return found


def _chosen(frame: Frame, index: Index, done: list[tuple[nw.Expr, _LazySheet, Epoch]]) -> Frame:
    fit = nw.col(f"{index.key}_reason") == ""

    def joined(of: Any) -> nw.Expr:
        parts: list[nw.Expr] = [
            nw.when(condition & fit).then(of(sheet, epoch)) for condition, sheet, epoch in done
        ]
        return nw.coalesce(*parts) if len(parts) > 1 else parts[0]

    keys = [step.key for step in index.steps if step.key != index.key]
    added = [
        joined(lambda sheet, epoch: _published(sheet, index, epoch)).alias(index.key),
        joined(lambda sheet, _: _unrounded(sheet, index)).alias(f"{index.key}_unrounded"),
        *(joined(lambda sheet, _, key=key: sheet.columns[key]).alias(key) for key in keys),
        joined(lambda _, epoch: nw.lit(epoch.method.key)).alias(f"{index.key}_method"),
    ]
    helpers = [column for _, sheet, _ in done for column in _columns(sheet)]
    return frame.with_columns(*added).drop(*helpers)


def _told(frame: Frame, index: Index, nothing: str) -> Frame:
    """A row whose formula came to nothing says so."""
    reason, value = f"{index.key}_reason", nw.col(f"{index.key}_unrounded")
    finite = value.is_finite().fill_null(value=False)
    told = nw.when((nw.col(reason) == "") & ~finite).then(nw.lit(nothing))
    frame = frame.with_columns(told.otherwise(nw.col(reason)).alias(reason))
    empty = nw.col(reason) != ""
    keys = [index.key, f"{index.key}_unrounded", f"{index.key}_method"]
    return frame.with_columns(*(nw.when(~empty).then(nw.col(key)).alias(key) for key in keys))


def _published(sheet: _LazySheet, index: Index, epoch: Epoch) -> nw.Expr:
    found: nw.Expr = rounded(_unrounded(sheet, index), int(index.rounding(epoch.day).value))
    return found


def _unrounded(sheet: _LazySheet, index: Index) -> nw.Expr:
    return nw.when(~sheet.columns[_DIVIDED]).then(sheet.columns[index.key])


def _columns(sheet: _LazySheet) -> list[str]:
    return [sheet.prefix + key for key in sheet.columns]


def _reason(
    index: Index, given: Mapping[str, nw.Expr | None], year: str | None, language: Language
) -> nw.Expr:
    said = [
        nw.when(condition).then(nw.lit(text.say(language) + " ")).otherwise(nw.lit(""))
        for condition, text in (*_conditions(index, given), *_together(index, given))
    ]
    if year is not None:
        covered = [condition for _, condition in _stretches(index, year)]
        known = reduce(or_, covered).fill_null(value=False)
        text = no_method(index).say(language)
        said.append(nw.when(known).then(nw.lit("")).otherwise(nw.lit(text)))
    return nw.concat_str(*said, nw.lit("")).str.strip_chars()


Conditions = Iterator[tuple[nw.Expr, Text]]


def _conditions(index: Index, given: Mapping[str, nw.Expr | None]) -> Conditions:
    for measure in index.measures:
        value = given[measure.key]
        if value is None:
            continue
        if not measure.optional:
            yield value.is_null(), missing(measure)
        low, high = float(measure.lowest), float(measure.highest)
        outside = (value < low) | (value > high)
        yield outside.fill_null(value=False), impossible(measure)


def _together(index: Index, given: Mapping[str, nw.Expr | None]) -> Conditions:
    there = {key: value for key, value in given.items() if value is not None}
    for check in index.checks:
        if isinstance(check, SuspectFigures) and there.keys() >= set(check.measures):
            yield check.suspicious(there).fill_null(value=False), suspect(index, check)
