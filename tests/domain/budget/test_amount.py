"""Amounts in both notations, with and without their currency, and what is no amount at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.amount import BadAmount, is_empty, rupiah_of
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Language

READ = [
    ("53235200", 53_235_200),
    ("13273123711", 13_273_123_711),
    ("1.234.567,89", 1_234_568),
    ("1,234,567.89", 1_234_568),
    ("9768901015,00", 9_768_901_015),
    ("470986518000.00", 470_986_518_000),
    ("18.135.834.900,00", 18_135_834_900),
    ("2.80", 3),
    ("84.875", 84_875),
    ("Rp1.250.000", 1_250_000),
    ("Rp 1.250.000,-", 1_250_000),
    ("(1.250.000)", -1_250_000),
    ("-1250000", -1_250_000),
    ("−1.250.000", -1_250_000),
    ("1\u00a0250\u00a0000", 1_250_000),
    (1_250_000, 1_250_000),
    (1_250_000.5, 1_250_001),
    (Decimal("1250000.49"), 1_250_000),
]


@pytest.mark.parametrize(("cell", "amount"), READ, ids=str)
def test_both_notations_are_read(cell, amount):
    assert rupiah_of(cell) == Rupiah(amount)


@pytest.mark.parametrize(
    "cell",
    ["Gaji Pokok PNS", "1.23.45", "1.234,567,89", "1234.567", "12a", "", None, True, float("nan")],
    ids=repr,
)
def test_what_is_no_amount_is_quoted_with_a_remedy(cell):
    with pytest.raises(BadAmount) as raised:
        rupiah_of(cell)

    assert "misalnya 1250000" in raised.value.reason.say(Language.INDONESIAN)
    assert str(cell).strip() in raised.value.reason.say(Language.ENGLISH)


def test_a_dash_is_nothing_and_a_zero_is_not():
    assert all(is_empty(cell) for cell in (None, "", " ", "-", "–"))
    assert not is_empty("0")
    assert not is_empty(0)


@given(st.integers(min_value=0, max_value=10**14))
def test_an_amount_survives_being_written_in_either_notation(amount):
    english = f"{amount:,}.00"

    assert rupiah_of(english) == Rupiah(amount)
    assert rupiah_of(english.translate(str.maketrans(",.", ".,"))) == Rupiah(amount)
    assert rupiah_of(Rupiah(amount).say(Language.INDONESIAN)) == Rupiah(amount)
