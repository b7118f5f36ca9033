"""A series is a line one can check by hand; where it leads nowhere it says why."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from setara.domain.foundation.period import Period
from setara.domain.language.text import Language
from setara.domain.statistics.disparity import Undefined, disparity, parity_band
from setara.domain.statistics.element import Measure, Polarity
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.series import Point, series, slope_per_year

BAND = parity_band(date(2021, 1, 1))
TINY = Decimal("1E-18")
FIGURES = st.decimals(1, 1000, places=1)


def point(year, women, men, vintage="", polarity=Polarity.HIGHER_IS_BETTER):
    values = [each if isinstance(each, Nothing) else Decimal(each) for each in (women, men)]
    found = disparity(
        women=values[0], men=values[1], measure=Measure.VALUE, polarity=polarity, band=BAND
    )
    period = year if isinstance(year, Period) else Period.year(year)
    return Point(period, found, vintage)


def along(*pairs, start=2018, places=1, **marks):
    return series([point(start + i, *pair, **marks) for i, pair in enumerate(pairs)], places)


def why(result):
    assert isinstance(result, Undefined)
    return result.reason.say(Language.INDONESIAN)


def test_a_disparity_that_closes_by_two_a_year_ends_in_eight():
    found = along((80, 100), (82, 100), (84, 100))

    assert found.difference.slope == 2
    assert (found.difference.last, found.difference.per_year) == (Decimal(-16), Decimal(2))
    assert found.difference.years_to_parity == 8
    assert found.adjusted_parity.per_year == Decimal("0.02")
    assert found.adjusted_parity.years_to_parity == 8


def test_the_expenditure_of_paser_moves_away():
    found = along((2902, 16973), (2965, 17502), (3035, 17890), places=0)

    assert "makin lebar" in why(found.difference.years_to_parity)
    assert found.difference.last == -14855


def test_the_years_are_those_of_the_shown_numbers_rounded_up():
    found = along(("50.04", 100), ("52.11", 100), ("54.03", 100))

    line = found.difference
    assert (line.last, line.per_year) == (Decimal("-46.0"), Decimal("1.995"))
    assert line.years_to_parity == 24


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([(80, 100), (80, 100), (80, 100)], "tidak bergerak"),
        ([(80, 100), (78, 100), (76, 100)], "makin lebar"),
        ([(90, 100), (95, 100), (99, 100)], "sudah setara"),
        ([(80, 100), (90, 100), (100, 100)], "sudah setara"),
    ],
)
def test_where_parity_is_not_ahead_it_says_why(pairs, words):
    found = along(*pairs)

    assert words in why(found.difference.years_to_parity)
    assert words in why(found.adjusted_parity.years_to_parity)


def test_a_composition_has_no_parity_to_reach():
    found = along((80, 100), (82, 100), (84, 100), polarity=Polarity.NEITHER)

    assert found.difference.slope == 2
    assert "susunan" in why(found.difference.years_to_parity)


def test_two_points_make_no_pace():
    found = along((80, 100), (82, 100))

    assert "Baru ada 2 periode" in why(found.difference)
    assert isinstance(along().adjusted_parity, Undefined)


def test_periods_without_figures_are_counted_and_left_out():
    found = along((80, 100), (Nothing.NOT_REPORTED, 100), (84, 100), (86, 100))

    assert found.missing == 1
    assert found.difference.slope == 2
    assert [each.period.valid_from.year for each in found.used] == [2018, 2020, 2021]


def test_a_line_does_not_cross_a_change_of_method():
    old = [point(year, 50 + year - 2010, 100, "old") for year in range(2010, 2016)]
    new = [point(year, 80 + 2 * (year - 2016), 100, "new") for year in range(2016, 2019)]

    found = series(old + new, 1)

    assert found.before_break == 6
    assert found.difference.slope == 2
    short = series(old + new[:2], 1)
    assert "Sejak metode datanya berganti baru ada 2 periode" in why(short.difference)


def test_a_method_that_came_back_does_not_bridge_the_other():
    found = series([point(2018 + i, 80 + i, 100, vintage) for i, vintage in enumerate("abaaa")], 1)

    assert (len(found.used), found.before_break) == (3, 2)


def test_no_men_at_all_leaves_no_index_but_a_difference():
    found = along((8, 0), (7, 0), (6, 0))

    assert "2018" in why(found.adjusted_parity)
    assert found.difference.years_to_parity == 6


def test_half_years_count_by_their_months():
    halves = [
        Period(date(2020, 1, 1), date(2020, 7, 1)),
        Period(date(2020, 7, 1), date(2021, 1, 1)),
        Period(date(2021, 1, 1), date(2021, 7, 1)),
    ]
    found = series([point(half, 80 + i, 100) for i, half in enumerate(halves)], 1)

    assert found.difference.slope == 2


def test_one_month_has_one_point():
    with pytest.raises(ValueError, match="same month"):
        series([point(2020, 1, 2), point(2020, 1, 2)], 1)


@given(st.lists(st.tuples(FIGURES, FIGURES), min_size=3, max_size=8))
def test_exchanging_the_sexes_mirrors_the_line(pairs):
    here, there = along(*pairs), along(*[(men, women) for women, men in pairs])

    assert here.difference.slope == -there.difference.slope
    assert abs(here.adjusted_parity.slope + there.adjusted_parity.slope) < TINY
    if isinstance(here.difference.years_to_parity, Decimal):
        assert here.difference.years_to_parity == there.difference.years_to_parity


@given(st.lists(st.tuples(FIGURES, FIGURES), min_size=3, max_size=8), st.randoms())
def test_the_order_in_which_points_come_does_not_matter(pairs, random):
    points = [point(2010 + i, *pair) for i, pair in enumerate(pairs)]
    mixed = list(points)
    random.shuffle(mixed)

    assert series(mixed, 1) == series(points, 1)


@given(st.integers(-500, 500), st.integers(-50, 50), st.integers(3, 9))
def test_points_on_a_line_give_its_slope(start, slope, count):
    months = tuple(12 * year for year in range(count))
    values = [Decimal(start + slope * year) for year in range(count)]

    assert slope_per_year(months, values) == slope


@given(st.lists(st.tuples(FIGURES, FIGURES), min_size=3, max_size=8))
def test_after_the_years_the_shown_pace_has_reached_parity_and_not_a_year_before(pairs):
    line = along(*pairs).difference
    assume(isinstance(line.years_to_parity, Decimal))

    distance, pace = abs(line.last), abs(line.per_year)
    assert pace * (line.years_to_parity - 1) < distance <= pace * line.years_to_parity
