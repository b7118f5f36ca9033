"""What must hold for any index of UNDP, whatever the figures."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices import gdi, gii, hdi, ihdi, ranks
from setara.domain.indices.hdi import COMPONENTS

AHEAD = Decimal(5)
TINY = Decimal("1E-18")

SIDE = st.fixed_dictionaries(
    {
        "life_expectancy": st.decimals(30, 78, places=3),
        "expected_schooling": st.decimals(3, 17, places=3),
        "mean_schooling": st.decimals(1, 14, places=3),
        "gni_per_capita": st.decimals(300, 70000, places=2),
    }
)
ONE = st.sampled_from(COMPONENTS)
MORE = st.decimals("0.01", 1, places=2)
LOSS = st.decimals(2, 70, places=2)
SHARES = ("seats", "secondary", "lfpr")
SHARE = st.fixed_dictionaries(
    {
        "seats": st.decimals(1, 99, places=2),
        "secondary": st.decimals(2, 99, places=2),
        "lfpr": st.decimals(5, 95, places=2),
    }
)
DEATHS = st.decimals(11, 990, places=2)
BIRTHS = st.decimals(1, 200, places=2)
BEST = {"maternal_mortality_ratio": Decimal(10), "adolescent_birth_rate": Decimal(1)}


def shifted(side, years):
    return {**side, "life_expectancy": side["life_expectancy"] + years}


def apart(women, men):
    """Women's figures, those of life five years later as their goalposts are, beside men's."""
    later = shifted(women, AHEAD)
    return {f"{key}_female": value for key, value in later.items()} | {
        f"{key}_male": value for key, value in men.items()
    }


def unequal(women, men, deaths=Decimal(10), births=Decimal(1)):
    seats = women["seats"]
    shares = {f"{key}_female": value for key, value in women.items()}
    shares |= {f"{key}_male": value for key, value in men.items()}
    shares["seats_male"] = 100 - seats
    return gii(maternal_mortality_ratio=deaths, adolescent_birth_rate=births, **shares)


@given(SIDE, ONE, MORE)
def test_more_of_any_component_raises_the_hdi(side, component, more):
    assert hdi(**{**side, component: side[component] + more}).unrounded > hdi(**side).unrounded


@given(SIDE)
def test_the_hdi_and_its_parts_lie_between_0_and_1(side):
    assert all(0 <= value <= 1 for value in hdi(**side).steps.values())


@given(SIDE, LOSS, LOSS, LOSS)
def test_inequality_never_adds_and_none_takes_nothing(side, life, education, income):
    losses = {
        "inequality_life_expectancy": life,
        "inequality_education": education,
        "inequality_income": income,
    }
    less = ihdi(**side, **losses).unrounded

    assert 0 < less < hdi(**side).unrounded
    equal = ihdi(**side, **dict.fromkeys(losses, 0))
    assert abs(equal.unrounded - hdi(**side).unrounded) < TINY
    assert ihdi(**side, **losses | {"inequality_income": income + 1}).unrounded < less


@given(SIDE)
def test_at_parity_the_gdi_is_1(side):
    assert gdi(**apart(side, side)).unrounded == 1


@given(SIDE, SIDE, ONE, MORE)
def test_the_gdi_rises_with_women_and_falls_with_men(women, men, component, more):
    now = gdi(**apart(women, men)).unrounded

    assert gdi(**apart({**women, component: women[component] + more}, men)).unrounded > now
    assert gdi(**apart(women, {**men, component: men[component] + more})).unrounded < now


@given(SIDE, SIDE)
def test_relabelling_the_sexes_inverts_the_gdi(one, other):
    forth, back = gdi(**apart(one, other)).unrounded, gdi(**apart(other, one)).unrounded

    assert abs(forth * back - 1) < TINY


@given(SHARE)
def test_at_parity_the_gii_is_0(side):
    level = side | {"seats": Decimal(50)}

    assert abs(unequal(level, level).unrounded) < TINY


@given(SHARE, SHARE, DEATHS, BIRTHS)
def test_the_gii_lies_between_0_and_1(women, men, deaths, births):
    assert 0 <= unequal(women, men, deaths, births).unrounded <= 1


@given(SHARE, SHARE)
def test_at_the_best_health_relabelling_the_sexes_leaves_the_gii(one, other):
    other = other | {"seats": 100 - one["seats"]}

    assert abs(unequal(one, other).unrounded - unequal(other, one).unrounded) < TINY


@given(SHARE, SHARE, DEATHS, BIRTHS, MORE)
def test_deaths_and_early_births_raise_the_gii(women, men, deaths, births, more):
    now = unequal(women, men, deaths, births).unrounded

    assert unequal(women, men, deaths + more, births).unrounded > now
    assert unequal(women, men, deaths, births + more).unrounded > now


@given(SHARE, st.sampled_from(SHARES), st.decimals("0.1", "0.9", places=2), DEATHS, BIRTHS)
def test_less_for_women_than_for_men_raises_the_gii(side, share, part, deaths, births):
    level = side | {"seats": Decimal(50)}
    behind = level | {share: max(level[share] * part, Decimal(2))}

    there = unequal(behind, level, deaths, births).unrounded
    assert there >= unequal(level, level, deaths, births).unrounded


@given(st.lists(SIDE, min_size=1, max_size=8))
def test_ranks_follow_the_printed_value_and_the_order_of_places_does_not_matter(sides):
    results = {place: hdi(**side) for place, side in enumerate(sides)}
    found = ranks(results)

    assert found == ranks(dict(reversed(results.items())))
    for one, first in results.items():
        better = sum(other.published > first.published for other in results.values())
        assert found[one] == better + 1
