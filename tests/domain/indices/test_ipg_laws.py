"""What must hold for any IPG, whatever the figures."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices.components import Component, SexComponents
from setara.domain.indices.ipg import IpgInputs, ipg

# Goalposts of women lie five years above those of men.
AHEAD = Decimal(5)
TINY = Decimal("1E-18")
# The last year whose IPG comes from unrounded IPM: laws of the formula, not of its rounding.
YEAR = 2015

MEN = st.builds(
    SexComponents,
    life_expectancy=st.decimals(50, 80, places=2),
    expected_schooling=st.decimals(5, 17, places=2),
    mean_schooling=st.decimals(2, 14, places=2),
    expenditure=st.decimals(1100, 25000, places=2),
)
COMPONENTS = st.sampled_from(Component)


def as_women(men):
    return replace(men, life_expectancy=men.life_expectancy + AHEAD)


def as_men(women):
    return replace(women, life_expectancy=women.life_expectancy - AHEAD)


def unrounded(women, men):
    return ipg(IpgInputs(women, men), year=YEAR).unrounded


@given(MEN)
def test_equal_component_indices_give_exactly_100(men):
    assert unrounded(as_women(men), men) == 100
    assert ipg(IpgInputs(as_women(men), men), year=2021).published == 100


@given(MEN, COMPONENTS, st.decimals("0.01", "0.99", places=2))
def test_one_component_out_of_step_is_never_100(men, component, part):
    women = as_women(men)
    less = replace(women, **{component.value: women.of(component) * part})
    # Expenditure below its goalpost would be refused or counted as zero.
    if component is Component.EXPENDITURE and less.expenditure < 1100:
        less = replace(less, expenditure=Decimal(1099))
    if component is Component.LIFE_EXPECTANCY and less.life_expectancy < 30:
        less = replace(less, life_expectancy=Decimal(30))

    assert unrounded(less, men) < 100


@given(MEN, MEN, COMPONENTS, st.decimals("0.01", 2, places=2))
def test_more_for_women_in_any_component_raises_the_index(women, men, component, more):
    women = as_women(women)
    better = replace(women, **{component.value: women.of(component) + more})
    assert unrounded(better, men) > unrounded(women, men)


@given(MEN, MEN, COMPONENTS, st.decimals("0.01", 2, places=2))
def test_more_for_men_lowers_the_index(women, men, component, more):
    women = as_women(women)
    better = replace(men, **{component.value: men.of(component) + more})

    assert unrounded(women, better) < unrounded(women, men)


@given(MEN, MEN)
def test_exchanging_the_sexes_inverts_the_ratio(women, men):
    women = as_women(women)
    forth = unrounded(women, men) / 100
    back = unrounded(as_women(men), as_men(women)) / 100

    assert abs(forth * back - 1) < TINY
    assert (forth > 1) == (back < 1)


@given(MEN, MEN)
def test_every_index_lies_between_0_and_1(women, men):
    found = ipg(IpgInputs(as_women(women), men), year=YEAR)

    for sex in (found.women, found.men):
        indices = (
            sex.health,
            sex.expected_schooling,
            sex.mean_schooling,
            sex.education,
            sex.expenditure,
        )
        assert all(0 <= index <= 1 for index in indices)
        assert 0 <= sex.ipm <= 100
