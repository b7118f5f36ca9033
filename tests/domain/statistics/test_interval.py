"""Intervals match the printed ones, and keep the laws of their kind."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from setara.domain.language.text import Language
from setara.domain.statistics import interval
from setara.domain.statistics.disparity import Undefined
from setara.domain.statistics.interval import (
    Interval,
    Method,
    difference_of_differences,
    katz,
    newcombe,
    normal_quantile,
    ratio_interval,
    score,
    wilson,
)
from tests.domain.statistics.casebook import cases, figure
from tests.domain.statistics.counting import pair, pairs, part, parts

TINY = Decimal("1E-18")
NEAR = Decimal("1E-11")
LEVELS = st.sampled_from([Decimal("0.8"), Decimal("0.9"), Decimal("0.95"), Decimal("0.99")])


@pytest.mark.parametrize("case", cases("statistics", "intervals"))
def test_printed_intervals_come_out_to_the_last_printed_digit(case):
    known = part(*case["women"]) if "men" not in case else pair(case["women"], case["men"])

    found = getattr(interval, case["method"])(known)

    for end in ("lower", "upper"):
        printed = figure(case[end])
        assert getattr(found, end).quantize(printed) == printed, end
    assert found.method is Method(case["method"])


@given(parts(), LEVELS)
def test_a_proportion_lies_in_its_interval_within_0_and_1(found, level):
    limits = wilson(found, level)

    assert limits.holds(found.rate)
    assert is_between(0, limits, 1)


@given(pairs(), LEVELS)
def test_a_difference_lies_in_its_interval_within_minus_1_and_1(sides, level):
    limits = newcombe(sides, level)

    assert limits.holds(sides.difference)
    assert is_between(-1, limits, 1)


@given(pairs(least=1))
def test_a_ratio_lies_in_its_interval(sides):
    lower, upper = ends(ratio_interval(sides))
    ratio = sides.women.rate / sides.men.rate

    assert lower * (1 - NEAR) <= ratio <= upper * (1 + NEAR)


@given(pairs())
def test_exchanging_the_sexes_mirrors_the_interval_of_the_difference(sides):
    found, turned = newcombe(sides), newcombe(sides.turned)

    assert ends(turned) == turned_round(found)


@given(pairs(least=1))
def test_exchanging_the_sexes_inverts_the_interval_of_the_ratio(sides):
    found, turned = katz(sides), katz(sides.turned)

    if isinstance(found, Undefined):
        assert turned == found
        return
    (lower, upper), (turned_lower, turned_upper) = ends(found), ends(turned)
    assert abs(lower * turned_upper - 1) < TINY
    assert abs(upper * turned_lower - 1) < TINY


@given(pairs(most=2000))
def test_exchanging_the_sexes_inverts_the_score_interval(sides):
    assume(sides.women.cases + sides.men.cases > 0 and sides.women.base + sides.men.base > 1)
    found, turned = score(sides), score(sides.turned)

    if found.upper is None:
        assert turned.lower == 0
    else:
        assert abs(found.upper * turned.lower - 1) < NEAR
    if turned.upper is None:
        assert found.lower == 0


@given(pairs(least=1, most=1000), st.integers(2, 50))
def test_more_people_narrow_every_interval(sides, times):
    many = sides.thinned(Decimal(1) / times)

    for method in (newcombe, ratio_interval):
        assert width(method(many)) < width(method(sides))
    assert width(wilson(many.women)) < width(wilson(sides.women))


@given(pairs())
def test_a_higher_level_widens_the_interval(sides):
    levels = (Decimal("0.8"), Decimal("0.95"), Decimal("0.99"))
    widths = [width(newcombe(sides, level)) for level in levels]

    assert widths == sorted(widths)


def is_between(least, limits, most):
    return least <= limits.lower <= limits.upper <= most


def ends(limits):
    return limits.lower, limits.upper


def turned_round(limits):
    return -limits.upper, -limits.lower


def width(limits):
    return limits.upper - limits.lower


@pytest.mark.parametrize("sides", [((0, 20), (3, 20)), ((3, 20), (0, 20)), ((9, 9), (20, 20))])
def test_where_katz_has_no_formula_the_score_stands_in_and_is_named(sides):
    assert isinstance(katz(pair(*sides)), Undefined)

    found = ratio_interval(pair(*sides))

    assert found.method is Method.SCORE
    assert "Miettinen–Nurminen" in found.label.say(Language.INDONESIAN)


def test_the_ratio_to_nobody_has_no_upper_end():
    found = ratio_interval(pair((7, 20), (0, 20)))

    assert found.lower > 1
    assert found.upper is None
    assert found.holds(Decimal(10**9))
    assert found.scaled(100).upper is None


def test_two_empty_sides_leave_the_ratio_open_but_not_the_difference():
    nobody = pair((0, 20), (0, 30))

    assert "berapa pun" in ratio_interval(nobody).reason.say(Language.INDONESIAN)
    assert newcombe(nobody).holds(Decimal(0))


def test_more_cases_than_people_are_no_proportion():
    visits = pair((30, 20), (5, 20))

    for found in (
        wilson(visits.women),
        newcombe(visits),
        katz(visits),
        score(visits),
        difference_of_differences(visits, visits),
    ):
        assert "bukan proporsi" in found.reason.say(Language.INDONESIAN)


def test_a_sample_of_nearly_nobody_has_no_score():
    tiny = pair((0, 20), (10, 20)).thinned(Decimal(100))

    assert "terlalu kecil" in score(tiny).reason.say(Language.INDONESIAN)


@given(pairs(), pairs())
def test_looking_back_mirrors_the_interval_of_a_change(before, after):
    forth, back = (
        difference_of_differences(before, after),
        difference_of_differences(after, before),
    )

    assert forth.holds(after.difference - before.difference)
    assert ends(back) == turned_round(forth)


@given(pairs())
def test_a_change_is_less_certain_than_either_difference(sides):
    assert width(difference_of_differences(sides, sides)) >= width(newcombe(sides))


def test_the_label_names_level_and_method():
    found = wilson(part(81, 263), Decimal("0.90"))

    assert found.label.say(Language.INDONESIAN) == "selang kepercayaan 90%, metode skor Wilson"
    assert found.label.say(Language.ENGLISH) == "90% confidence interval, Wilson's score method"


def test_a_level_lies_between_0_and_1():
    assert normal_quantile(Decimal("0.95")).quantize(Decimal("0.000001")) == Decimal("1.959964")
    for level in (Decimal(0), Decimal(1), Decimal(95)):
        with pytest.raises(ValueError, match="between 0 and 1"):
            normal_quantile(level)


def test_in_per_cent_the_limits_are_a_hundred_times_as_large():
    found = Interval(Method.WILSON, Decimal("0.95"), Decimal("0.25"), Decimal("0.5"))

    assert ends(found.scaled(100)) == (25, 50)
