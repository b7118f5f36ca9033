"""The door for analysts: a DataFrame of any library comes in, the same kind goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw
import numpy as np

from setara.domain.indices.answers import free, names_of
from setara.domain.indices.definition import Index
from setara.domain.indices.registry import index_named
from setara.domain.language.text import Language, Text, same
from setara.store.lake.arrays import Array
from setara.store.lake.computing import Columns, Years, columns_of
from setara.store.lake.judging import doubted, reasons
from setara.store.lake.lazy import Frame, with_index_lazily
from setara.store.lake.words import no_result


class MissingColumn(KeyError):
    """Columns the index cannot do without are not in the frame; `columns` names them."""

    def __init__(self, index: Index, columns: tuple[str, ...], known: tuple[str, ...]) -> None:
        self.columns = columns
        self.reason = Text(
            "Kolom {missing} untuk {index} tidak ada. Kolom yang ada: {known}.",
            "The {index} needs the columns {missing}. The columns there are: {known}.",
        ).filled(index=same(index.symbol), missing=", ".join(columns), known=", ".join(known))
        super().__init__(self.reason.say(Language.ENGLISH))

    def __str__(self) -> str:
        return self.reason.say(Language.ENGLISH)


def with_index(
    frame: Any,
    index: str | Index,
    *,
    columns: Mapping[str, str] | None = None,
    year: str = "year",
    language: Language = Language.ENGLISH,
) -> Any:
    """`frame` with the index of each row: nothing of it is changed and no row is lost.

    `frame` is a DataFrame of pandas, polars or pyarrow, or something lazy: a polars LazyFrame or
    a DuckDB relation stays where it is and answers as such. `columns` names the frame's own
    headings by measure, `{"life_expectancy_female": "UHH P"}`. Added are the index at published
    rounding under its name, `<index>_unrounded`, its named steps, `<index>_method`,
    `<index>_reason` (why a row has no index) and, where the frame is in memory,
    `<index>_doubts`. Where the frame has a column of such a name, ours is called
    `<name>_computed`. Raises MissingColumn, NoSuchIndex.
    """
    table = nw.from_native(frame)
    asked = index_named(index) if isinstance(index, str) else index
    if isinstance(table, nw.LazyFrame):
        known = table.collect_schema().names()
        named = headings(known, asked, columns or {}, year)
        has_year = year if year in known else None
        return _lazily(table, asked, named, has_year, language).to_native()
    named = headings(table.columns, asked, columns or {}, year)
    given = {key: _floats(table[heading]) for key, heading in named.items()}
    years = _years(table[year]) if year in table.columns else None
    added = _answers(asked, given, years, set(table.columns), language)
    return table.with_columns(
        *(_series(table, name, values) for name, values in added.items())
    ).to_native()


def _lazily(
    table: Frame, index: Index, named: Mapping[str, str], year: str | None, language: Language
) -> Frame:
    """The answers beside the frame's own columns, which step aside while ours are made."""
    own = table.collect_schema().names()
    clash = [name for name in names_of(index) if name in own]
    aside = {name: f"__own_{name}" for name in clash}
    found = with_index_lazily(
        table.rename(aside) if aside else table,
        index,
        columns={key: aside.get(heading, heading) for key, heading in named.items()},
        year=aside.get(year, year) if year else None,
        language=language,
    )
    ours = {name: free(name, own) for name in clash}
    back = {hidden: name for name, hidden in aside.items()}
    return found.rename(ours).rename(back) if clash else found


def _answers(
    index: Index,
    given: Mapping[str, Array],
    years: Years | None,
    taken: set[str],
    language: Language,
) -> dict[str, Any]:
    """The columns to be added: arrays, or lists of text."""
    found = columns_of(index, given, years)
    added = _added(index, found)
    nothing = np.isnan(found.published)
    unfit = reasons(index, given, years, nothing, language)
    for row in np.flatnonzero(nothing).tolist():
        unfit.setdefault(row, no_result(index).say(language))
    if unfit:
        _blank(added, list(unfit))
    added[f"{index.key}_reason"] = _texts(unfit, len(nothing))
    added[f"{index.key}_doubts"] = _texts(doubted(index, given, language), len(nothing))
    return {free(name, taken): values for name, values in added.items()}


def headings(
    known: Sequence[str], index: Index, columns: Mapping[str, str], year: str
) -> dict[str, str]:
    """The headings that are there, by measure. Raises MissingColumn."""
    wanted = {each.key: columns.get(each.key, each.key) for each in index.measures}
    needed = [wanted[each.key] for each in index.measures if not each.optional]
    if index.needs_year:
        needed.append(year)
    missing = tuple(heading for heading in needed if heading not in known)
    if missing:
        raise MissingColumn(index, missing, tuple(known))
    return {key: heading for key, heading in wanted.items() if heading in known}


def _floats(series: nw.Series[Any]) -> Array:
    # What is no number becomes missing here and is named as such in the reasons.
    if series.dtype.is_numeric():
        return np.asarray(series.cast(nw.Float64).to_numpy(), dtype=np.float64)
    return np.array([_float(value) for value in series.to_list()], dtype=np.float64)


def _float(value: object) -> float:
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return float("nan")


def _years(series: nw.Series[Any]) -> Years:
    return np.nan_to_num(_floats(series), nan=NO_YEAR).astype(np.int64)


NO_YEAR = 0
"""Stands for a year that is missing; no index has a method for it."""


def _added(index: Index, found: Columns) -> dict[str, Any]:
    added: dict[str, Any] = {
        index.key: found.published,
        f"{index.key}_unrounded": found.unrounded,
    }
    for key, array in found.steps.items():
        if key != index.key:
            added[key] = array
    added[f"{index.key}_method"] = found.methods
    return added


def _blank(added: dict[str, Any], rows: list[int]) -> None:
    """Take figures and method out of rows that cannot be computed."""
    for key, column in added.items():
        kept = column.copy()
        kept[rows] = "" if kept.dtype.kind == "U" else np.nan
        added[key] = kept


def _texts(said: Mapping[int, str], size: int) -> list[str]:
    texts = [""] * size
    for row, text in said.items():
        texts[row] = text
    return texts


def _series(table: nw.DataFrame[Any], name: str, values: Any) -> Any:
    if isinstance(values, list):
        is_empty = not any(values)
        return nw.lit("").alias(name) if is_empty else _new(table, name, values)
    if values.dtype.kind == "U":
        # One name for every row need not be made a text for each.
        single = len(values) > 0 and bool((values == values[0]).all())
        return nw.lit(str(values[0])).alias(name) if single else _new(table, name, values.tolist())
    series = _new(table, name, values)
    # To polars and Arrow a NaN is a number; what is not there is none.
    has_null = not table.implementation.is_pandas_like() and np.isnan(values).any()
    return series.fill_nan(None) if has_null else series


def _new(table: nw.DataFrame[Any], name: str, values: Any) -> nw.Series[Any]:
    return nw.new_series(name, values, backend=table.implementation)
