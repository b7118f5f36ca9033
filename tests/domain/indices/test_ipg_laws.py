"""What must hold for any IPG, whatever the figures."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices import ipg
from setara.domain.indices.ipm import COMPONENTS

# Goalposts of women lie five years above those of men.
AHEAD = Decimal(5)
TINY = Decimal("1E-18")
# The last year whose IPG comes from unrounded IPM: laws of the formula, not of its rounding.
YEAR = 2015

SIDE = st.fixed_dictionaries(
    {
        "life_expectancy": st.decimals(50, 80, places=2),
        "expected_schooling": st.decimals(5, 17, places=2),
        "mean_schooling": st.decimals(2, 14, places=2),
        "expenditure": st.decimals(1100, 25000, places=2),
    }
)
ONE = st.sampled_from(COMPONENTS)


def shifted(side, years):
    return {**side, "life_expectancy": side["life_expectancy"] + years}


def found(women, men, year=YEAR):
    return ipg(
        **{f"{key}_female": value for key, value in women.items()},
        **{f"{key}_male": value for key, value in men.items()},
        year=year,
    )


@given(SIDE)
def test_equal_component_indices_give_exactly_100(men):
    assert found(shifted(men, AHEAD), men).unrounded == 100
    assert found(shifted(men, AHEAD), men, 2021).published == 100


@given(SIDE, ONE, st.decimals("0.01", "0.99", places=2))
def test_one_component_out_of_step_is_never_100(men, component, part):
    # Below their goalposts figures would be refused or counted as zero.
    least = {"expenditure": Decimal(1099), "life_expectancy": Decimal(30)}
    women = shifted(men, AHEAD)
    women[component] = max(women[component] * part, least.get(component, Decimal(0)))

    assert found(women, men).unrounded < 100


@given(SIDE, SIDE, ONE, st.decimals("0.01", 2, places=2))
def test_more_for_women_in_any_component_raises_the_index(women, men, component, more):
    women = shifted(women, AHEAD)
    better = {**women, component: women[component] + more}

    assert found(better, men).unrounded > found(women, men).unrounded


@given(SIDE, SIDE, ONE, st.decimals("0.01", 2, places=2))
def test_more_for_men_lowers_the_index(women, men, component, more):
    women = shifted(women, AHEAD)
    better = {**men, component: men[component] + more}

    assert found(women, better).unrounded < found(women, men).unrounded


@given(SIDE, SIDE)
def test_exchanging_the_sexes_inverts_the_ratio(women, men):
    women = shifted(women, AHEAD)
    forth = found(women, men).unrounded / 100
    back = found(shifted(men, AHEAD), shifted(women, -AHEAD)).unrounded / 100

    assert abs(forth * back - 1) < TINY
    assert (forth > 1) == (back < 1)


@given(SIDE, SIDE)
def test_every_index_lies_between_0_and_1(women, men):
    steps = dict(found(shifted(women, AHEAD), men).steps)

    steps.pop("ipg")
    assert all(0 <= steps.pop(f"ipm_{sex}") <= 100 for sex in ("female", "male"))
    assert len(steps) == 10
    assert all(0 <= index <= 1 for index in steps.values())
