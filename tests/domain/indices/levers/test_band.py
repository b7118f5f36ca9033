"""A band from declared errors holds what it says, and tells what it left out."""

from decimal import Decimal
from random import Random
from statistics import NormalDist

import pytest

from setara.domain.indices import ipm
from setara.domain.indices.levers import Binomial, Normal, Uniform, band, what_if
from setara.domain.indices.levers.band import AllLeftOut
from setara.domain.indices.levers.unrounded import with_slopes
from setara.domain.language.text import Language
from tests.domain.indices.levers.test_what_if import PASER, SIX_OF_30

YEARS = Decimal("70.86")
IPM_OF_MEN = ipm(
    life_expectancy=YEARS,
    expected_schooling=Decimal("13.18"),
    mean_schooling=Decimal("9.15"),
    expenditure=Decimal(17502),
)


def ipm_at(years):
    return what_if(IPM_OF_MEN, {"life_expectancy": years}).after


def test_a_normal_error_gives_the_band_of_its_distribution():
    """The IPM only rises with life expectancy: its band ends where life expectancy's would."""
    error = Decimal("0.5")
    found = band(IPM_OF_MEN, {"life_expectancy": Normal(error)}, Random(7), draws=4000)
    half = error * Decimal(NormalDist().inv_cdf(0.975))

    assert abs(found.middle - IPM_OF_MEN.published) <= Decimal("0.01")
    assert abs(found.lower - ipm_at(YEARS - half).published) <= Decimal("0.02")
    assert abs(found.upper - ipm_at(YEARS + half).published) <= Decimal("0.02")
    assert found.left_out == 0


def test_bands_cover_the_truth_as_often_as_they_say():
    """The truth measured a hundred times with an error of 0.5 years: 95 of the bands hold it."""
    chance, error = Random(11), Normal(Decimal("0.5"))
    held = 0
    for _ in range(100):
        result = ipm_at(round(Decimal(error.draw(YEARS, chance)), 4))
        found = band(result, {"life_expectancy": error}, chance, draws=100)
        held += found.lower <= IPM_OF_MEN.published <= found.upper

    assert 88 <= held <= 99


def test_a_uniform_error_stays_within_its_bounds():
    error = {"expenditure_female": Uniform(Decimal(100))}
    found = band(PASER, error, Random(3), draws=400)
    slope = with_slopes(PASER).slopes["expenditure_female"]

    assert PASER.published - 101 * slope - Decimal("0.02") < found.lower
    assert found.upper < PASER.published + 101 * slope + Decimal("0.02")
    assert found.upper - found.lower > 180 * slope


def test_a_binomial_error_shrinks_with_the_number_asked():
    few, many = (
        band(SIX_OF_30, {"secondary_female": Binomial(asked)}, Random(5), draws=200)
        for asked in (50, 5000)
    )

    assert few.upper - few.lower > 4 * (many.upper - many.lower)


def test_the_same_chance_gives_the_same_band():
    errors = {"lfpr_female": Normal(Decimal(2)), "seats_female": Uniform(Decimal(5))}

    one, other, third = (band(SIX_OF_30, errors, Random(seed), draws=50) for seed in (1, 1, 2))
    assert one == other != third


def test_draws_that_cannot_be_true_are_counted_and_told():
    found = band(SIX_OF_30, {"lfpr_male": Normal(Decimal(15))}, Random(1), draws=300)

    assert 10 < found.left_out < 100
    assert found.doubt.say(Language.ENGLISH).startswith(f"{found.left_out} of 300 draws")
    assert found.label.say(Language.INDONESIAN).startswith(
        "perhitungan Setara sendiri, bukan angka"
    )


def test_where_no_draw_can_be_computed_that_is_said():
    with pytest.raises(AllLeftOut, match="size of the errors"):
        band(PASER, {"mean_schooling_female": Normal(Decimal("1E9"))}, Random(1), draws=5)
