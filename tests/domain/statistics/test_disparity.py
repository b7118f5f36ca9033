"""A disparity keeps the laws of its arithmetic, and never guesses who is behind."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.share import Share
from setara.domain.language.text import Language
from setara.domain.statistics.disparity import (
    Behind,
    ParityBand,
    Undefined,
    adjusted_parity,
    disparity,
    parity_band,
)
from setara.domain.statistics.element import Measure, Polarity
from setara.domain.statistics.observation import Nothing
from tests.domain.statistics.casebook import cases, figure

BAND = parity_band(date(2021, 1, 1))
TINY = Decimal("1E-18")
COUNTS = st.integers(0, 10**9).map(Decimal)
POSITIVE = st.decimals("0.01", 10**6, places=2)
VALUES = COUNTS | st.sampled_from(list(Nothing)) | st.decimals(-1000, -1, places=2)
RESULTS = ("difference", "ratio", "adjusted_parity", "relative", "normalised", "total")
OTHER = {Behind.WOMEN: Behind.MEN, Behind.MEN: Behind.WOMEN}


def between(women, men, measure=Measure.COUNT, polarity=Polarity.HIGHER_IS_BETTER):
    return disparity(women=women, men=men, measure=measure, polarity=polarity, band=BAND)


@pytest.mark.parametrize("case", cases("statistics", "disparities"))
def test_published_figures_give_the_disparity_read_off_them(case):
    found = between(
        figure(case["P"]), figure(case["L"]), Measure(case["measure"]), Polarity(case["polarity"])
    )

    expected = dict(case["expect"])
    assert found.behind is Behind(expected.pop("behind"))
    for name, value in expected.items():
        assert getattr(found, name).quantize(figure(value)) == figure(value), name


def test_the_band_is_read_from_the_law():
    assert ParityBand(Decimal("0.97"), Decimal("1.03")) == BAND


@given(POSITIVE, POSITIVE)
def test_exchanging_the_sexes_inverts_the_ratio_and_turns_everything_round(women, men):
    found, turned = between(women, men), between(men, women)

    assert turned.difference == -found.difference
    assert turned.normalised == -found.normalised
    assert abs(found.ratio * turned.ratio - 1) < TINY
    assert abs(found.adjusted_parity + turned.adjusted_parity - 2) < TINY
    assert turned.behind is OTHER.get(found.behind, found.behind)


@given(POSITIVE, POSITIVE)
def test_turning_the_polarity_turns_who_is_behind(women, men):
    found = between(women, men).behind
    turned = between(women, men, polarity=Polarity.LOWER_IS_BETTER).behind

    assert turned is OTHER.get(found, found)


@given(st.decimals("0.0001", 10**6, places=4))
def test_adjusted_parity_lies_between_0_and_2_and_keeps_the_order(ratio):
    adjusted = adjusted_parity(ratio)

    assert 0 <= adjusted < 2
    assert (adjusted > 1) == (ratio > 1)


@given(COUNTS, COUNTS)
def test_the_shares_of_a_count_make_one(women, men):
    found = between(women, men)

    if found.total == 0:
        assert isinstance(found.share_of_women, Undefined)
        return
    shares = found.share_of_women.fraction + found.share_of_men.fraction
    assert abs(shares - 1) < TINY


@given(POSITIVE, POSITIVE, st.integers(2, 1000))
def test_the_unit_of_the_figures_does_not_matter(women, men, factor):
    found, scaled = between(women, men), between(women * factor, men * factor)

    assert scaled.ratio == found.ratio
    assert abs(scaled.normalised - found.normalised) < TINY
    assert scaled.behind is found.behind


@given(VALUES, VALUES, st.sampled_from(Measure), st.sampled_from(Polarity))
def test_what_is_undefined_says_why_in_both_languages(women, men, measure, polarity):
    found = between(women, men, measure, polarity)

    results = [getattr(found, name) for name in (*RESULTS, "share_of_women", "share_of_men")]
    for result in results:
        assert isinstance(result, Decimal | Share | Undefined)
        if isinstance(result, Undefined):
            assert all(result.reason.say(language) for language in Language)


@given(st.sampled_from(list(Nothing)), COUNTS)
def test_a_kind_of_nothing_is_named_and_never_taken_for_zero(nothing, men):
    found = between(nothing, men)

    assert found.behind is Behind.UNDECIDED
    assert isinstance(found.difference, Undefined)
    assert nothing.label.id in found.difference.reason.say(Language.INDONESIAN)
    assert "perempuan" in found.difference.reason.say(Language.INDONESIAN)


def test_no_men_at_all_leaves_no_ratio_but_shows_who_is_behind():
    found = between(Decimal(7), Decimal(0))

    assert isinstance(found.ratio, Undefined)
    assert found.share_of_women.percent() == 100
    assert found.behind is Behind.MEN


def test_nobody_on_either_side_is_no_disparity():
    found = between(Decimal(0), Decimal(0))

    assert found.difference == 0
    assert "sama-sama nol" in found.normalised.reason.say(Language.INDONESIAN)
    assert found.behind is Behind.NEITHER


def test_averages_do_not_add_up_to_a_whole():
    found = between(Decimal("74.84"), Decimal("70.86"), Measure.VALUE)

    assert isinstance(found.total, Undefined)
    assert isinstance(found.share_of_women, Undefined)


@pytest.mark.parametrize(
    ("women", "men", "behind"),
    [
        ("0.97", "1", Behind.NEITHER),
        ("1", "0.97", Behind.NEITHER),
        ("0.9699", "1", Behind.WOMEN),
        ("1", "0.9699", Behind.MEN),
    ],
)
def test_both_ends_of_the_band_count_as_parity(women, men, behind):
    assert between(Decimal(women), Decimal(men), Measure.RATE).behind is behind


def test_a_growth_rate_below_zero_has_a_difference_but_no_ratio():
    found = between(Decimal("-1.5"), Decimal("2"), Measure.VALUE)

    assert found.difference == Decimal("-3.5")
    assert isinstance(found.ratio, Undefined)
    assert found.behind is Behind.WOMEN


def test_the_difference_shown_is_that_of_the_figures_shown():
    found = between(Decimal("53.444"), Decimal("50.116"), Measure.RATE)

    assert found.difference == Decimal("3.328")
    assert found.difference_shown(2) == Decimal("3.32")
    assert isinstance(between(Nothing.REFUSED, Decimal(1)).difference_shown(2), Undefined)
