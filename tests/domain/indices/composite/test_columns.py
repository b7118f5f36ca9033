"""A column gives every row what the row gives by itself, figures missing or zero or not."""

from datetime import date
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices.arithmetic import PRECISE
from setara.domain.indices.composite import composite_from
from setara.domain.indices.composite.shipped import shipped, shipped_names
from setara.domain.indices.computing import computed
from setara.domain.indices.definition import UnusableInput
from setara.domain.indices.worksheet import Worksheet
from tests.domain.indices.composite.columns import Rows
from tests.domain.indices.composite.written import HEAD, block, indicator, measures

EVERYTHING = composite_from(
    HEAD
    + block("kota", "{ satu = 0.5, dua = 0.3, d = 0.2 }", 'mean = "geometric"\nat_least = 2\n')
    + block("satu", '["a", "s"]', 'mean = "harmonic"\nat_least = 1\n')
    + block("dua", "{ b = 2, c = 1 }", "normalise = true\nat_least = 1\n")
    + indicator("s", 'female = "f"\nmale = "m"\ngiven = "r"\nboth_zero = 0.5\nbenchmark = 1\n')
    + measures(*"abcdfmr")
)
DEFINITIONS = [EVERYTHING, *map(shipped, shipped_names())]


def rows_of(index):
    """Rows in which any figure may be missing or at its lowest."""
    cells = {
        each.key: st.none()
        | st.just(each.lowest)
        | st.decimals(each.lowest, each.highest, places=2)
        for each in index.measures
    }
    return st.lists(st.fixed_dictionaries(cells), min_size=1, max_size=4)


def alone(index, row, year):
    try:
        return computed(index, row, year=year).steps
    except UnusableInput:
        return None


@pytest.mark.parametrize("index", DEFINITIONS, ids=lambda index: index.key)
@given(data=st.data())
def test_a_row_of_a_column_is_the_row_alone(index, data):
    rows = data.draw(rows_of(index))
    method = index.methods[0]
    columns = {each.key: Rows(tuple(row[each.key] for row in rows)) for each in index.measures}
    sheet = Worksheet(columns, date(method.first_year, 1, 1))

    with localcontext(PRECISE):
        whole = method.formula(sheet)

    for place, row in enumerate(rows):
        single = alone(index, row, method.first_year)
        if single is None:
            assert whole.cells[place] is None
            continue
        for key, column in sheet.values.items():
            found, expected = column.cells[place], single.get(key)
            assert (found is None) == (expected is None), key
            assert found is None or abs(found - expected) <= abs(expected) * Decimal("1E-25"), key
