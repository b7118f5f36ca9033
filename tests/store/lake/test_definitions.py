"""Indices of a definition file over every engine: figures missing, zero, or both."""

import random

import pytest

from setara.domain.indices.composite.shipped import shipped, shipped_names
from setara.store.lake import with_index
from tests.domain.indices.composite.test_columns import EVERYTHING
from tests.store.lake.rows import exact
from tests.store.lake.test_engines import KINDS, as_rows

YEAR, ROWS, SPREAD = 2022, 40, 100.0
MISSING, AT_ITS_LOWEST = 0.1, 0.25


def cell(chance, measure):
    drawn = chance.random()
    if drawn < MISSING and measure.optional:
        return None
    if drawn < AT_ITS_LOWEST:
        return float(measure.lowest)
    width = min(float(measure.highest - measure.lowest), SPREAD)
    return round(float(measure.lowest) + chance.random() * width, 4)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "index", [EVERYTHING, *map(shipped, shipped_names())], ids=lambda each: each.key
)
def test_every_engine_leaves_out_what_is_missing_as_exact_decimals_do(kind, index):
    chance = random.Random(index.key)
    rows = [{each.key: cell(chance, each) for each in index.measures} for _ in range(ROWS)]
    columns = {each.key: [row[each.key] for row in rows] for each in index.measures}
    frame = KINDS[kind]({**columns, "year": [YEAR] * ROWS, "row": list(range(ROWS))})

    found = as_rows(with_index(frame, index))

    results = [exact(index, row, YEAR) for row in rows]
    assert sum(result is not None for result in results) >= ROWS / 4
    for ours, result in zip(found, results, strict=True):
        assert (ours[index.key] is None) == (result is None), ours[f"{index.key}_reason"]
        if result is None:
            continue
        assert ours[f"{index.key}_unrounded"] == pytest.approx(float(result.unrounded), rel=1e-9)
        for step in index.steps[:-1]:
            expected = result.steps.get(step.key)
            assert (ours[step.key] is None) == (expected is None), step.key
            if expected is not None:
                assert ours[step.key] == pytest.approx(float(expected), rel=1e-9, abs=1e-12)
