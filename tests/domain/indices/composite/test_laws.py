"""What holds for every index of a definition, whatever its weights and figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices.composite import composite_from
from setara.domain.indices.computing import computed
from tests.domain.indices.composite.written import HEAD, block, indicator, measures, weighted

SLACK = Decimal("1E-25")
NAMES = ("a", "b", "c", "d")
SCORES = st.decimals("0.001", 1, places=3)
POINTS = st.fixed_dictionaries(dict.fromkeys(NAMES, SCORES))
WEIGHTS = st.fixed_dictionaries({name: st.decimals("0.01", 9, places=2) for name in NAMES})
EVERY_MEAN = pytest.mark.parametrize("mean", ["arithmetic", "geometric", "harmonic"])
FREE = "normalise = true\n"


def flat(mean, weights, *, lines=FREE, names=NAMES):
    text = HEAD + block("kota", weighted(weights), f'mean = "{mean}"\n{lines}')
    return composite_from(text + measures(*names))


def value(index, figures):
    return computed(index, figures).unrounded


@EVERY_MEAN
@given(weights=WEIGHTS, level=SCORES)
def test_where_all_members_are_level_so_is_the_index(mean, weights, level):
    found = value(flat(mean, weights), dict.fromkeys(NAMES, level))

    assert abs(found - level) <= SLACK


@EVERY_MEAN
@given(weights=WEIGHTS, points=POINTS)
def test_the_index_lies_between_its_members(mean, weights, points):
    found = value(flat(mean, weights), points)

    assert min(points.values()) - SLACK <= found <= max(points.values()) + SLACK


@EVERY_MEAN
@given(weights=WEIGHTS, points=POINTS, better=SCORES, name=st.sampled_from(NAMES))
def test_no_member_rises_and_the_index_falls(mean, weights, points, better, name):
    index = flat(mean, weights)
    higher = {**points, name: max(better, points[name])}

    assert value(index, higher) >= value(index, points) - SLACK


@given(weights=WEIGHTS, points=POINTS)
def test_harmonic_is_at_most_geometric_is_at_most_arithmetic(weights, points):
    harmonic, geometric, arithmetic = (
        value(flat(mean, weights), points) for mean in ("harmonic", "geometric", "arithmetic")
    )

    assert harmonic - SLACK <= geometric <= arithmetic + SLACK


@EVERY_MEAN
@given(weights=WEIGHTS, points=POINTS, missing=st.sampled_from(NAMES))
def test_without_a_member_the_others_share_its_weight(mean, weights, points, missing):
    index = flat(mean, weights, lines=f"{FREE}at_least = 1\n")
    rest = {name: weight for name, weight in weights.items() if name != missing}
    others = {name: points[name] for name in rest}

    assert abs(value(index, others) - value(flat(mean, rest, names=rest), others)) <= SLACK


@EVERY_MEAN
@given(weights=WEIGHTS, points=POINTS, order=st.permutations(NAMES))
def test_names_and_order_do_not_matter(mean, weights, points, order):
    renamed = dict(zip(NAMES, ("satu", "dua", "tiga", "empat"), strict=True))
    other = flat(
        mean, {renamed[name]: weights[name] for name in order}, names=[renamed[n] for n in order]
    )

    found = value(other, {renamed[name]: points[name] for name in NAMES})
    assert abs(found - value(flat(mean, weights), points)) <= SLACK


@EVERY_MEAN
@given(weights=WEIGHTS, points=POINTS)
def test_a_block_in_a_block_of_the_same_mean_is_one_block_with_multiplied_weights(
    mean, weights, points
):
    kind = f'mean = "{mean}"\n{FREE}'
    inner = {name: weights[name] for name in "cd"}
    text = HEAD + block(
        "kota", weighted({"a": weights["a"], "b": weights["b"], "dalam": Decimal(2)}), kind
    )
    nested = composite_from(text + block("dalam", weighted(inner), kind) + measures(*NAMES))
    multiplied = {name: 2 * weight / sum(inner.values()) for name, weight in inner.items()}
    merged = {"a": weights["a"], "b": weights["b"]} | {
        name: weight.quantize(Decimal("1E-15")) for name, weight in multiplied.items()
    }

    found = value(nested, points) - value(flat(mean, merged), points)
    assert abs(found) <= Decimal("1E-13")


@given(
    women=st.decimals("0.01", 100, places=2),
    men=st.decimals("0.01", 100, places=2),
    more=st.decimals(0, 100, places=2),
)
def test_women_gaining_never_lowers_a_score_and_men_gaining_never_raises_it(women, men, more):
    def score(female, male):
        return value(RATIO, {"f": female, "m": male})

    assert score(women, men) <= score(women + more, men)
    assert score(women, men) >= score(women, men + more)
    assert 0 <= score(women, men) <= 1
    assert score(men, men) == 1


RATIO = composite_from(
    HEAD
    + block("kota", '["s"]')
    + indicator("s", 'female = "f"\nmale = "m"\nbenchmark = 1\n')
    + measures("f", "m")
)


@given(figure=st.decimals(0, 100, places=1), more=st.decimals(0, 50, places=1))
@pytest.mark.parametrize("logarithm", ["false", "true"])
def test_polarity_turns_the_goalposts_round(logarithm, figure, more):
    def index(polarity):
        posts = f"goalposts = {{ minimum = 10, maximum = 90, logarithm = {logarithm} }}\n"
        scale = indicator("s", f'value = "x"\n{posts}')
        return composite_from(
            HEAD
            + block("kota", '["s"]')
            + scale
            + measures("x", lines=f'polarity = "{polarity}"\n')
        )

    rising, falling = index("higher"), index("lower")
    low, high = {"x": figure}, {"x": figure + more}
    assert 0 <= value(rising, low) <= value(rising, high) <= 1
    assert 1 >= value(falling, low) >= value(falling, high) >= 0
    assert abs(value(rising, low) + value(falling, low) - 1) <= SLACK
