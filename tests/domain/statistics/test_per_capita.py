"""Rates set each sex's cases against its own people, and tell what bare numbers hide."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language
from setara.domain.statistics.counted import counted, sides
from setara.domain.statistics.disparity import Behind, Undefined, parity_band
from setara.domain.statistics.element import Measure, Polarity
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.per_capita import fitting_scale, per_capita, social_watch
from tests.domain.statistics.counting import pair, pairs, part

BAND = parity_band(date(2021, 1, 1))
TINY = Decimal("1E-18")


def rates(found, per=None, polarity=Polarity.LOWER_IS_BETTER):
    return per_capita(found, per=per, polarity=polarity, band=BAND)


def test_fewer_cases_among_far_fewer_people_are_a_higher_rate():
    found = rates(pair((30, 1000), (40, 4000)), 1000)

    assert (found.disparity.women, found.disparity.men) == (30, 10)
    assert found.disparity.behind is Behind.WOMEN
    assert found.disparity.ratio == found.social_watch == 3
    assert found.share_of_cases.percent(1) == Decimal("42.9")
    assert found.share_of_base.percent(0) == 20
    assert isinstance(found.disparity.total, Undefined)


@given(pairs(least=1))
def test_the_social_watch_measure_is_the_ratio_of_the_rates(found):
    here, there = rates(found), rates(found.turned)

    assert abs(here.social_watch / here.disparity.ratio - 1) < TINY
    assert abs(here.social_watch * there.social_watch - 1) < TINY


def test_zero_is_recoded_for_women_and_undefined_for_men():
    assert social_watch(pair((0, 20), (3, 20))) == Decimal("0.01")
    for women in (0, 3):
        found = social_watch(pair((women, 20), (0, 20)))
        assert "nol" in found.reason.say(Language.INDONESIAN)


@given(pairs(), st.sampled_from([100, 1000]))
def test_exchanging_the_sexes_mirrors_the_rates(found, per):
    here, there = rates(found, per), rates(found.turned, per)

    assert here.disparity.difference == -there.disparity.difference
    if found.women.cases + found.men.cases:
        shares = here.share_of_cases.fraction + there.share_of_cases.fraction
        assert abs(shares - 1) < TINY


@given(pairs(least=1), st.integers(2, 1000))
def test_the_size_of_the_place_does_not_matter(found, times):
    here, there = rates(found, 1000), rates(found.thinned(Decimal(1) / times), 1000)

    assert abs(here.disparity.ratio / there.disparity.ratio - 1) < TINY
    assert here.disparity.behind is there.disparity.behind


@pytest.mark.parametrize(
    ("women", "men", "per"),
    [
        ((50, 100), (40, 100), 100),
        ((5, 1000), (40, 100), 1000),
        ((0, 1000), (40, 100), 100),
        ((2, 100_000), (40, 100), 100_000),
        ((1, 10_000_000), (40, 100), 100_000),
        ((0, 10), (0, 10), 100),
    ],
)
def test_the_scale_lets_no_rate_fall_below_one(women, men, per):
    assert fitting_scale(pair(women, men)) == per
    assert rates(pair(women, men)).per == per


def test_per_hundred_is_a_per_cent():
    assert rates(pair((50, 100), (40, 100))).disparity.measure is Measure.RATE
    assert rates(pair((50, 100), (40, 100)), 1000).disparity.measure is Measure.VALUE


def test_no_case_at_all_has_no_share():
    found = rates(pair((0, 10), (0, 10)))

    assert isinstance(found.share_of_cases, Undefined)
    assert found.disparity.difference == 0


def test_without_people_there_is_no_rate():
    nobody = counted(Sex.MALE, Decimal(2), Nothing.NOT_REPORTED)
    missing = sides(part(1, 2), nobody)

    assert rates(missing) == nobody


@given(pairs())
def test_a_rate_may_exceed_its_base(found):
    assume(found.women.cases > 0)
    many = rates(pair((found.women.base * 2, found.women.base), (1, 1)), 100)

    assert many.disparity.women == 200
