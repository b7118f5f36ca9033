"""What must hold for the levers of every index, whatever the figures."""

from decimal import Decimal, localcontext
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from setara.domain.indices.arithmetic import PRECISE
from setara.domain.indices.computing import computed
from setara.domain.indices.definition import UnusableInput
from setara.domain.indices.levers import (
    Normal,
    Uniform,
    band,
    contributions,
    sensitivity,
    smallest_change,
    what_if,
)
from setara.domain.indices.levers.smallest import is_reached
from setara.domain.indices.levers.unrounded import unrounded, with_slopes
from setara.domain.indices.levers.what_if import alone
from tests.domain.indices.test_every_explanation import EVERY_INDEX, NEWEST_YEAR, seats_of_a_whole

SMALL = Decimal("1E-11")
NEAR = Decimal("1E-9")


def found(index, figures):
    last_year = index.methods[-1].last_year or NEWEST_YEAR
    try:
        return computed(index, figures, year=last_year)
    except UnusableInput:
        assume(False)


def ordinary(index):
    """Figures some way from the ends of what is possible, where little is refused.

    Of measures that stand for each other, those of both sexes and not their ratio.
    """
    return st.fixed_dictionaries(
        {
            each.key: inside(each)
            for each in index.measures
            if not (each.optional and each.key.endswith("_ratio"))
        }
    ).map(seats_of_a_whole)


def inside(measure):
    edge = (measure.highest - measure.lowest) / 50
    return st.decimals(measure.lowest + edge, measure.highest - edge, places=2)


def drawn(data, index):
    return found(index, data.draw(ordinary(index)))


@EVERY_INDEX
@settings(max_examples=40)
@given(data=st.data())
def test_what_if_without_a_change_is_the_same(index, data):
    result = drawn(data, index)
    key = data.draw(st.sampled_from(sorted(result.figures)))
    same = what_if(result, {key: result.figures[key]})

    assert what_if(result, {}).after == same.after == result
    assert {same.change, same.unrounded_change} == {0}
    assert same.moved == ()


@EVERY_INDEX
@settings(max_examples=40)
@given(data=st.data())
def test_the_slope_of_every_measure_is_its_derivative(index, data):
    result = drawn(data, index)
    assume(result.unrounded != 0)
    gradient = with_slopes(result)

    for key, figure in result.figures.items():
        with localcontext(PRECISE):
            here = unrounded(result, result.figures)
            above = unrounded(result, {**result.figures, key: figure + SMALL})
            below = unrounded(result, {**result.figures, key: figure - SMALL})
            sides = (above - here) / SMALL, (here - below) / SMALL
            slope = gradient.slopes.get(key, Decimal(0))
            size = max(abs(slope), Decimal(1))
        # At a goalpost the sides differ, and the slope is one of them.
        assert (
            key in gradient.steep or min(abs(side - slope) for side in sides) < NEAR * size * size
        )
    assert abs(gradient.value - here) < NEAR


@EVERY_INDEX
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_contributions_sum_to_the_change_exactly(index, data):
    before = drawn(data, index)
    after = drawn(data, index)
    parts = contributions(before, after)
    moved = unrounded(after, after.figures), unrounded(before, before.figures)

    assert parts.change == sum(part.size for part in parts.dimensions)
    assert parts.change.limit_denominator(10**30) == (
        type(parts.change)(moved[0]) - type(parts.change)(moved[1])
    ).limit_denominator(10**30)
    for by_measure in (True, False):
        lines = parts.lines(3, by_measure=by_measure)
        assert sum(line.size for line in lines) == after.published - before.published
    back = contributions(after, before)
    assert [part.size for part in back.dimensions] == [-part.size for part in parts.dimensions]


@EVERY_INDEX
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_the_smallest_change_reaches_the_target_and_a_smaller_one_does_not(index, data):
    result = drawn(data, index)
    key = data.draw(st.sampled_from(sorted(result.figures)))
    other = what_if_possible(result, key, data)
    needed = smallest_change(result, key, other.published, unit=Decimal("0.01"))

    assert needed.published is not None
    change = needed.published - result.figures[key]
    assert index_at(result, key, needed.published, other.published, result)
    if change:
        less = needed.published - (needed.unit if change > 0 else -needed.unit)
        assert not index_at(result, key, less, other.published, result)


def what_if_possible(result, key, data):
    """The index at some other figure of a measure, a target that can certainly be reached."""
    measure = result.index.measure(key)
    steps = st.integers(
        int((measure.lowest - result.figures[key]) * 100) + 1,
        int((measure.highest - result.figures[key]) * 100) - 1,
    )
    figure = result.figures[key] + Decimal(data.draw(steps)) / 100
    assume(measure.lowest <= figure <= measure.highest)
    return found(result.index, alone(result, key, figure))


def index_at(result, key, figure, target, start):
    """Whether the index at a figure has come to a target seen from the start."""
    now = found(result.index, alone(result, key, figure)).published
    if is_reached(result.index, start.published, target):
        return True
    return now >= target if start.published < target else now <= target


@EVERY_INDEX
@settings(max_examples=10)
@given(data=st.data())
def test_the_band_of_figures_without_error_is_a_point(index, data):
    result = drawn(data, index)
    exact = dict.fromkeys(result.figures, Normal(Decimal(0)))
    half = {key: Uniform(Decimal(0)) for key in list(result.figures)[::2]}

    for errors in ({}, exact, half):
        found_band = band(result, errors, Random(1), draws=20)
        assert found_band.is_point
        assert found_band.middle == result.published
        assert (found_band.left_out, found_band.doubt) == (0, None)


@EVERY_INDEX
@settings(max_examples=40)
@given(data=st.data())
def test_a_step_is_recomputed_and_agrees_with_the_slope_in_sign(index, data):
    result = drawn(data, index)

    for each in sensitivity(result, total_seats=30):
        assert each.figure == result.figures[each.measure.key]
        assert each.reason is None or not each.slope
        assert each.is_capped == (each.slope == 0 and each.reason is not None)
