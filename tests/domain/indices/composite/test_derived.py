"""Weights from the spread of a base table."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices.composite import composite_from
from setara.domain.indices.composite.derived import NoSpread, derived_weights, frozen
from tests.domain.indices.composite.written import HEAD, measures

RATIOS = st.lists(st.decimals("0.01", 1, places=2), min_size=2, max_size=20, unique=True)
NEAR = Decimal("1E-26")


def numbers(*values: str) -> list[Decimal | None]:
    return [Decimal(value) for value in values]


def test_half_the_spread_weighs_twice_as_much():
    weights = derived_weights(
        {"wide": numbers("0.2", "0.4", "0.6"), "narrow": numbers("0.3", "0.4", "0.5")}
    )

    assert weights == {"wide": Decimal("0.33333"), "narrow": Decimal("0.66667")}


# BPS, tables of 2021: women's share of earned income and of professional workers (per cent), and
# adjusted expenditure of women and men, ten regencies and cities of Kalimantan Timur.
INCOME = "17.57 26.41 17.15 31.16 26.62 24.51 18.47 28.38 23.71 25.82"
PROFESSIONAL = "41.54 48.91 42.74 41.27 49.94 43.72 49.74 45.80 44.39 58.81"
EXPENDITURE = (
    "7574/19231 10953/23073 9712/25917 10070/21177 5930/15225 4625/18079 3947/17595 4449/12385 "
    "2965/17502 7218/17445"
)


def share(written):
    return [min(Decimal(each) / (100 - Decimal(each)), Decimal(1)) for each in written.split()]


def test_the_weights_of_the_sub_national_index_come_from_the_published_table():
    pairs = [each.split("/") for each in EXPENDITURE.split()]
    weights = derived_weights(
        {
            "income_score": share(INCOME),
            "professional_score": share(PROFESSIONAL),
            "expenditure_score": [Decimal(women) / Decimal(men) for women, men in pairs],
        }
    )

    assert list(map(str, weights.values())) == ["0.40640", "0.27203", "0.32157"]


@given(st.dictionaries(st.sampled_from("abcdef"), RATIOS, min_size=1))
def test_exact_weights_sum_to_one_and_do_not_depend_on_the_unit(ratios):
    weights = derived_weights(ratios, None)
    tenfold = {key: [10 * value for value in values] for key, values in ratios.items()}

    assert abs(sum(weights.values(), Decimal(0)) - 1) <= NEAR
    for key, weight in derived_weights(tenfold, None).items():
        assert abs(weight - weights[key]) <= NEAR


def test_places_without_a_ratio_do_not_count():
    without = {"a": [*numbers("0.2", "0.4"), None], "b": numbers("0.1", "0.7")}
    known = {"a": numbers("0.2", "0.4"), "b": numbers("0.1", "0.7")}

    assert derived_weights(without) == derived_weights(known)


@pytest.mark.parametrize("values", [["0.5", "0.5"], ["0.5"], []])
def test_without_spread_there_is_no_weight(values):
    with pytest.raises(NoSpread):
        derived_weights({"a": numbers(*values), "b": numbers("0.1", "0.2")})


def test_frozen_weights_are_lines_of_a_definition_with_their_year():
    lines = frozen(
        "kota", derived_weights({"a": numbers("0.1", "0.3"), "b": numbers("0", "1")}), 2021
    )

    assert "2021" in lines
    assert composite_from(HEAD + lines + measures("a", "b")).key == "kota"
