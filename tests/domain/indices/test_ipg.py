"""The IPG of BPS comes out as published, whatever kind of number it is computed with."""

from datetime import date
from decimal import Decimal, localcontext

import pytest

from setara.domain.indices import NoMethod, ipg
from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.ipg import IPG, SINCE_2014, since_2014
from setara.domain.indices.worksheet import Worksheet
from setara.domain.language.text import Language
from tests.domain.indices.published import ALL, PASER_2021, as_floats, figures


def of(case, year=None, **changed):
    return ipg(**{**figures(case), **changed}, year=year or case["year"])


@pytest.mark.parametrize("case", ALL)
def test_published_indices_are_reproduced(case):
    found = of(case)

    ours = {
        "IPM_P": rounded(found.steps["ipm_female"], 2),
        "IPM_L": rounded(found.steps["ipm_male"], 2),
        "IPG": found.published,
    }
    for name, published in case["published"].items():
        assert abs(ours[name] - published) <= case["tolerance"], name


@pytest.mark.parametrize("case", ALL)
def test_floats_give_the_same_published_figures(case):
    exact = of(case)

    sheet = Worksheet[float](as_floats(figures(case)), date(case["year"], 1, 1))
    quick = since_2014(sheet)

    assert f"{rounded(quick, 2):.2f}" == str(exact.published)
    assert quick == pytest.approx(float(exact.unrounded), abs=1e-9)
    assert {key: pytest.approx(float(value)) for key, value in exact.steps.items()} == sheet.values


def test_paser_2021():
    found = of(PASER_2021)

    assert str(found.published) == "71.19"
    assert float(found) == 71.19
    assert found.steps["ipm_female"].quantize(Decimal("0.0001")) == Decimal("55.7638")
    assert found.method.key == SINCE_2014


def test_from_2016_the_rounded_ipm_are_divided_and_before_the_unrounded():
    before, since = of(PASER_2021, 2015), of(PASER_2021, 2016)

    assert since.unrounded == pytest.approx(100 * Decimal("55.76") / Decimal("78.33"))
    assert before.unrounded == pytest.approx(
        100 * before.steps["ipm_female"] / before.steps["ipm_male"]
    )
    assert before.unrounded != since.unrounded
    assert before.steps["ipm_male"] == since.steps["ipm_male"]


@pytest.mark.parametrize(
    ("component", "beyond"),
    [
        ("life_expectancy", "90"),
        ("expected_schooling", "19"),
        ("mean_schooling", "15.5"),
        ("expenditure", "27667"),
    ],
)
def test_a_figure_beyond_its_goalpost_counts_as_one(component, beyond):
    sexes = ("female", "male")

    found = of(PASER_2021, **{f"{component}_{sex}": Decimal(beyond) for sex in sexes})

    assert {found.steps[f"{component}_index_{sex}"] for sex in sexes} == {1}


def test_expenditure_below_its_goalpost_counts_as_zero():
    found = of(PASER_2021, expenditure_female=900)

    assert found.steps["expenditure_index_female"] == 0
    assert found.published == 0


def test_the_precision_of_the_caller_does_not_change_what_is_published():
    with localcontext() as context:
        context.prec = 6
        coarser = of(PASER_2021)

    assert coarser == of(PASER_2021)


@pytest.mark.parametrize("year", [2010, 2016, 2021, 2030])
def test_years_from_2010_have_the_method_of_2014(year):
    assert IPG.method_for(year).key == SINCE_2014


def test_the_older_method_is_not_passed_off_as_this_one():
    with pytest.raises(NoMethod) as caught:
        of(PASER_2021, 2009)

    assert "2009 memakai metode lama" in caught.value.reason.say(Language.INDONESIAN)


def test_without_a_year_nothing_is_guessed():
    with pytest.raises(NoMethod) as caught:
        ipg(**figures(PASER_2021), year=None)

    assert "memerlukan tahun" in caught.value.reason.say(Language.INDONESIAN)


def test_a_stored_result_finds_its_method_again():
    assert all(IPG.method_named(method.key) is method for method in IPG.methods)
    with pytest.raises(KeyError):
        IPG.method_named("ipg.since_1066")
