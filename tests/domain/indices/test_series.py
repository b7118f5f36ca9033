"""An index over years is kept in stretches of one basis, and nothing is said across a break."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.definition import NoMethod
from setara.domain.indices.registry import index_named
from setara.domain.indices.series import (
    Basis,
    SeriesPoint,
    Target,
    TwoFigures,
    basis_of,
    change,
    newest,
    stretches,
    target_words,
)
from setara.domain.language.text import Language
from setara.domain.statistics.disparity import Undefined

IPG, IKG = index_named("ipg"), index_named("ikg")
OLD, LONG = basis_of(IPG, 2021, Vintage.OLD), basis_of(IPG, 2021, Vintage.LONG_FORM)
UNTIL_2013 = basis_of(index_named("ipg_until_2013"), 2012, Vintage.OLD)


def point(year, value, basis=OLD):
    return SeriesPoint(year, Decimal(value), basis)


# Jawa Timur: IPG of the series before and after the long form, half a point apart in one year.
BOTH = stretches(
    [
        point(2019, "90.91"),
        point(2020, "91.07"),
        point(2021, "91.67"),
        point(2021, "92.24", LONG),
        point(2022, "92.33", LONG),
    ]
)


def said(found, language=Language.ENGLISH):
    assert isinstance(found, Undefined)
    return found.reason.say(language)


def test_the_vintages_are_apart_and_each_in_order():
    assert [(each.basis.vintage, [p.year for p in each.points]) for each in BOTH] == [
        ("old", [2019, 2020, 2021]),
        ("lf", [2021, 2022]),
    ]
    assert newest(BOTH) == point(2022, "92.33", LONG)
    assert newest(()) is None


def test_a_change_is_of_one_series_only():
    assert change(BOTH, 2020, 2021) == Decimal("0.60")
    assert change(BOTH, 2021, 2022) == Decimal("0.09")
    assert "life expectancy" in said(change(BOTH, 2020, 2022))
    assert "tidak" not in said(change(BOTH, 2020, 2022))
    assert "bukan satu deret" in said(change(BOTH, 2020, 2022), Language.INDONESIAN)
    assert said(change(BOTH, 2018, 2022)) == "There is no figure for 2018."


def test_the_old_and_the_new_ipg_are_never_one_line():
    found = stretches([point(2012, "68.52", UNTIL_2013), point(2013, "90.19")])

    assert len(found) == 2
    assert "different methods" in said(change(found, 2012, 2013))


def test_the_vintage_counts_only_where_life_expectancy_does():
    assert OLD != LONG
    assert basis_of(IKG, 2021, Vintage.OLD) == basis_of(IKG, 2021, Vintage.LONG_FORM)
    assert basis_of(IKG, 2021, Vintage.OLD).vintage == ""


def test_a_year_without_a_method_has_no_basis():
    with pytest.raises(NoMethod):
        basis_of(IKG, 2015, Vintage.OLD)


def test_two_figures_of_one_year_and_basis_are_refused():
    with pytest.raises(TwoFigures):
        stretches([point(2020, "91"), point(2020, "92")])


@pytest.mark.parametrize(
    ("index", "year", "value", "words"),
    [
        (IPG, 2022, "92.00", "Reached: 92.33, better by 0.33."),
        (IPG, 2022, "93.00", "Not reached: 92.33, short by 0.67."),
        (IPG, 2024, "92.00", "Already reached in 2022 (92.33, better by 0.33)."),
        (IPG, 2024, "94.00", "The newest figure is 92.33 (2022); short by 1.67 with 2 years"),
        (IKG, 2022, "92.00", "Not reached: 92.33, short by 0.33."),
        (IPG, 2018, "90.00", "no figure up to that year"),
    ],
)
def test_the_distance_to_a_target_in_words(index, year, value, words):
    target = Target(year, Decimal(value), "RPJMD 2025–2029")

    assert words in target_words(index, target, BOTH, 2).say(Language.ENGLISH)


@given(
    st.lists(
        st.tuples(st.integers(2010, 2024), st.sampled_from([OLD, LONG, Basis("x")])), unique=True
    )
)
def test_no_stretch_mixes_and_no_point_is_lost(drawn):
    points = [SeriesPoint(year, Decimal(year), basis) for year, basis in drawn]
    found = stretches(points)

    assert sorted((p.year, p.basis) for s in found for p in s.points) == sorted(drawn)
    assert all({p.basis for p in s.points} == {s.basis} for s in found)
    assert all(list(s.points) == sorted(s.points, key=lambda p: p.year) for s in found)
    assert found == stretches(reversed(points))
