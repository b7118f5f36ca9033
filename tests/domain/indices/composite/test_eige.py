"""The Gender Equality Index of EIGE, by edition."""

from decimal import Decimal

import pytest

from setara.domain.indices import NoMethod, eige
from setara.domain.indices.computing import by_method
from setara.domain.indices.eige import EIGE
from setara.domain.indices.levers import NotComparable, contributions

# EIGE, Gender Equality Index 2022, European Union.
EU_2022 = {
    name: Decimal(value)
    for name, value in {
        "work": "71.7",
        "money": "82.6",
        "knowledge": "62.5",
        "time": "64.9",
        "power": "57.2",
        "health": "88.7",
    }.items()
}


def test_the_union_2022_is_the_published_index():
    found = eige(**EU_2022, year=2022)

    assert found.published == Decimal("68.6")
    assert abs(found.unrounded - Decimal("68.572")) < Decimal("0.0005")


def test_the_printed_weights_of_two_digits_are_a_method_of_their_own():
    found = by_method(EIGE, EIGE.method_named("eige.printed"), EU_2022, 2022)

    assert abs(found.unrounded - Decimal("68.505")) < Decimal("0.0005")


def test_the_edition_of_2025_has_other_weights():
    assert eige(**EU_2022, year=2025).method.key == "eige.edition_2025"
    assert eige(**EU_2022, year=2024).method.key == "eige.fitted"
    assert eige(**EU_2022, year=2025).unrounded != eige(**EU_2022, year=2024).unrounded


def test_the_year_must_be_said_and_be_one_with_an_edition():
    assert EIGE.needs_year
    with pytest.raises(NoMethod):
        eige(**EU_2022, year=2012)


def test_no_weight_is_shown_as_verified():
    parameters = eige(**EU_2022, year=2022).explain().parameters

    assert not any(each.verified for each in parameters)


def test_a_change_across_2025_is_not_taken_apart():
    with pytest.raises(NotComparable):
        contributions(eige(**EU_2022, year=2024), eige(**EU_2022, year=2025))
