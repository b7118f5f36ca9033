"""A trend is judged on shown figures, by difference and proportion together."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.period import Period
from setara.domain.language.text import Language, Text
from setara.domain.statistics.disparity import Undefined, disparity, parity_band
from setara.domain.statistics.element import Measure, Polarity
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.trend import Movement, Proportion, trend
from setara.domain.statistics.trend_reading import trend_reading

BAND = parity_band(date(2021, 1, 1))
EARLIER = Period.year(2020)
YEARS = Text("tahun", "years")
FIGURES = st.decimals(1, 1000, places=1)
OPPOSITE = {Movement.NARROWED: Movement.WIDENED, Movement.WIDENED: Movement.NARROWED}


def between(women, men, measure=Measure.VALUE):
    return disparity(
        women=women, men=men, measure=measure, polarity=Polarity.HIGHER_IS_BETTER, band=BAND
    )


def moved(before, after, measure=Measure.VALUE, places=1):
    first, second = (
        between(Decimal(women), Decimal(men), measure) for women, men in (before, after)
    )
    return trend(EARLIER, first, second, places)


@pytest.mark.parametrize(
    ("before", "after", "movement"),
    [
        ((80, 100), (90, 100), Movement.NARROWED),
        ((120, 100), (110, 100), Movement.NARROWED),
        ((80, 100), (70, 100), Movement.WIDENED),
        ((80, 100), (80, 100), Movement.UNCHANGED),
        ((80, 100), (100, 80), Movement.REVERSED),
        # The difference grows from 20 to 30 while the ratio rises from 0.8 to 0.85.
        ((80, 100), (170, 200), Movement.MIXED),
        # The same difference among more weighs less.
        ((80, 100), (180, 200), Movement.NARROWED),
        ((80, 100), (100, 100), Movement.NARROWED),
        ((100, 100), (80, 100), Movement.WIDENED),
    ],
)
def test_movements(before, after, movement):
    assert moved(before, after).movement is movement


def test_a_change_that_does_not_show_is_not_claimed():
    found = moved(("80.01", "100.02"), ("80.02", "100.03"))

    assert found.movement is Movement.UNCHANGED
    words = trend_reading(found, EARLIER, YEARS).say(Language.INDONESIAN)
    assert words == (
        "Dibandingkan dengan 2020, kesenjangan tidak berubah: selisih tetap 20,0 tahun, "
        "rasio perempuan terhadap laki-laki tetap 0,800."
    )


def test_a_count_moves_by_the_share_of_women():
    found = moved((5, 25), (6, 24), Measure.COUNT, places=0)

    assert found.proportion_kind is Proportion.SHARE
    assert (found.proportion.before, found.proportion.after) == (Decimal("16.7"), Decimal("20.0"))


@given(FIGURES, FIGURES, FIGURES, FIGURES)
def test_looking_back_turns_narrowing_into_widening(women, men, later_women, later_men):
    forth = moved((women, men), (later_women, later_men)).movement
    back = moved((later_women, later_men), (women, men)).movement

    assert back is OPPOSITE.get(forth, forth)


@pytest.mark.parametrize("missing", [0, 1])
def test_a_missing_end_leaves_the_trend_undefined_with_its_reason(missing):
    pair = [between(Decimal(8), Decimal(9)), between(Decimal(8), Decimal(9))]
    pair[missing] = between(Nothing.NOT_REPORTED, Decimal(9))

    found = trend(EARLIER, pair[0], pair[1], 0)

    assert isinstance(found, Undefined)
    assert "perempuan" in found.reason.say(Language.INDONESIAN)


def test_a_ratio_that_does_not_exist_leaves_the_trend_undefined():
    assert isinstance(moved((8, 0), (8, 9)), Undefined)


def test_a_mixed_trend_is_told_as_two_things():
    words = trend_reading(moved((80, 100), (170, 200)), EARLIER, YEARS)

    assert words.say(Language.ENGLISH) == (
        "Compared with 2020, the change is mixed: the difference went from 20.0 to 30.0 years, "
        "but the ratio of women to men moved towards parity (went from 0.800 to 0.850)."
    )


def test_a_reversal_names_both_sides():
    words = trend_reading(moved((80, 100), (100, 80)), EARLIER, YEARS)

    assert words.say(Language.INDONESIAN) == (
        "Dibandingkan dengan 2020, kedudukannya berbalik: dahulu angka laki-laki yang lebih "
        "tinggi, kini angka perempuan."
    )
