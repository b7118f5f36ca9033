"""Five classes in words: what is said of figures is symmetric and keeps to the band."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.statistics.disparity import disparity, parity_band
from setara.domain.statistics.element import Measure, Polarity
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.parity_class import ParityClass, parity_class

BAND = parity_band(date(2024, 1, 1))
MIRROR = {
    ParityClass.FAR_LOWER: ParityClass.FAR_HIGHER,
    ParityClass.LOWER: ParityClass.HIGHER,
    ParityClass.PARITY: ParityClass.PARITY,
    ParityClass.HIGHER: ParityClass.LOWER,
    ParityClass.FAR_HIGHER: ParityClass.FAR_LOWER,
}


def found(women, men):
    return parity_class(
        disparity(
            women=women,
            men=men,
            measure=Measure.COUNT,
            polarity=Polarity.HIGHER_IS_BETTER,
            band=BAND,
        )
    )


# The band is UNESCO's 0.97 to 1.03 on the adjusted index; 100 ÷ 0.97 is 103.09.
@pytest.mark.parametrize(
    ("women", "men", "expected"),
    [
        (0, 24, ParityClass.FAR_LOWER),
        (89, 100, ParityClass.FAR_LOWER),
        (90, 100, ParityClass.LOWER),
        (96, 100, ParityClass.LOWER),
        (97, 100, ParityClass.PARITY),
        (100, 97, ParityClass.PARITY),
        (100, 96, ParityClass.HIGHER),
        (100, 89, ParityClass.FAR_HIGHER),
    ],
)
def test_the_class_follows_from_the_figures(women, men, expected):
    assert found(Decimal(women), Decimal(men)) is expected


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_exchanging_the_sexes_mirrors_the_class(women, men):
    assert found(Decimal(men), Decimal(women)) is MIRROR[found(Decimal(women), Decimal(men))]


@pytest.mark.parametrize("kind", Nothing)
def test_nothing_has_no_class(kind):
    assert found(kind, Decimal(5)) is None
    assert found(Decimal(5), kind) is None
    assert found(Decimal(5), Decimal(0)) is None
