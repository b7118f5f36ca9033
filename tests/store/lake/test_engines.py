"""Every engine computes every index as exact decimals do, and refuses the same rows."""

import math

import duckdb
import pandas
import polars
import pyarrow
import pytest

from setara.domain.indices.registry import INDICES
from setara.store.lake import with_index
from tests.store.lake.rows import drawn, exact


def as_rows(frame):
    """The rows of whatever came back, with None for what is missing."""
    if isinstance(frame, pandas.DataFrame):
        rows = frame.to_dict("records")
    elif isinstance(frame, polars.LazyFrame):
        rows = frame.collect().to_dicts()
    elif isinstance(frame, polars.DataFrame):
        rows = frame.to_dicts()
    elif isinstance(frame, pyarrow.Table):
        rows = frame.to_pylist()
    else:
        names = frame.columns
        rows = [dict(zip(names, row, strict=True)) for row in frame.fetchall()]
    return [{key: _none(value) for key, value in row.items()} for row in rows]


def _none(value):
    is_nan = isinstance(value, float) and math.isnan(value)
    return None if is_nan or value is pandas.NA else value


def duck(columns):
    frame = pandas.DataFrame(columns)
    return duckdb.connect().from_df(frame).order("row")


KINDS = {
    "pandas": pandas.DataFrame,
    "polars": polars.DataFrame,
    "polars lazy": polars.LazyFrame,
    "pyarrow": pyarrow.table,
    "duckdb": duck,
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("index", INDICES, ids=lambda each: each.key)
def test_every_engine_agrees_with_exact_decimals(kind, index):
    rows, years = drawn(index, 12)
    columns = {measure.key: [float(row[measure.key]) for row in rows] for measure in index.measures}
    frame = KINDS[kind]({**columns, "year": years, "row": list(range(len(rows)))})

    found = as_rows(with_index(frame, index))

    assert [row["row"] for row in found] == list(range(len(rows)))
    for ours, row, year in zip(found, rows, years, strict=True):
        result = exact(index, row, year)
        assert (ours[index.key] is None) == (result is None), ours[f"{index.key}_reason"]
        if result is None:
            assert ours[f"{index.key}_reason"]
            continue
        assert ours[f"{index.key}_unrounded"] == pytest.approx(
            float(result.unrounded), rel=1e-10, abs=1e-12
        )
        assert ours[index.key] == pytest.approx(float(result.published), abs=1e-9)
        assert ours[f"{index.key}_method"] == result.method.key
        for step, value in result.steps.items():
            if step in ours and step not in {index.key, *columns}:
                assert ours[step] == pytest.approx(float(value), rel=1e-9, abs=1e-10), step
