"""Numbers of records as a request names them: none that a database cannot take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.web.shell.numbers import number_of, numbers_of


@given(st.integers(0, 10**18 - 1))
def test_a_number_of_a_record_is_read(number):
    assert number_of(str(number)) == number


@pytest.mark.parametrize("said", ["", "-1", "1.5", "٣", "²", "satu", "9" * 19, "9" * 5000])
def test_what_is_no_number_of_a_record_is_none(said):
    assert number_of(said) is None
    assert numbers_of([said, "7"]) == {7}
