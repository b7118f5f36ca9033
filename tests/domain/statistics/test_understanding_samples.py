"""Grids built like received tables are understood: headings, columns, rows, years, faults."""

from __future__ import annotations

import pytest

from tests.domain.statistics.casebook import cases
from tests.domain.statistics.grids import faults, kinds, roles, understood


@pytest.mark.parametrize("case", cases("statistics", "messy"))
def test_a_received_table_is_understood(case):
    sheet = understood(case["rows"])

    assert sheet.structure is not None
    assert sheet.structure.layout.value == case["layout"]
    assert list(sheet.structure.header_rows) == case["header_rows"]
    assert roles(sheet) == case["roles"]
    assert kinds(sheet) == case["kinds"]
    assert list(sheet.years) == case["years"]
    assert faults(sheet) == case["faults"]
