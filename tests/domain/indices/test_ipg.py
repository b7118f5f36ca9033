"""The IPG of BPS comes out as published, whatever kind of number it is computed with."""

from dataclasses import replace
from datetime import date
from decimal import Decimal, localcontext

import pytest

from setara.domain.indices.ipg import (
    METHODS,
    SINCE_2014,
    IpgInputs,
    NoMethod,
    ipg,
    method_for,
    method_named,
    since_2014,
)
from setara.domain.indices.ipg_parameters import ipg_parameters
from setara.domain.language.text import Language
from tests.domain.indices.published import ALL, PASER_2021, as_floats, inputs


@pytest.mark.parametrize("case", ALL)
def test_published_indices_are_reproduced(case):
    found = ipg(inputs(case), year=case["year"])

    ours = {"IPM_P": found.ipm_of_women, "IPM_L": found.ipm_of_men, "IPG": found.published}
    for name, published in case["published"].items():
        assert abs(ours[name] - published) <= case["tolerance"], name


@pytest.mark.parametrize("case", ALL)
def test_floats_give_the_same_published_figures(case):
    exact = ipg(inputs(case), year=case["year"])

    quick = since_2014(as_floats(inputs(case)), ipg_parameters(date(case["year"], 1, 1)))

    assert f"{quick.published:.2f}" == str(exact.published)
    assert f"{quick.ipm_of_women:.2f}" == str(exact.ipm_of_women)
    assert quick.unrounded == pytest.approx(float(exact.unrounded), abs=1e-9)


def test_paser_2021():
    found = ipg(inputs(PASER_2021), year=2021)

    assert str(found.ipm_of_women) == "55.76"
    assert str(found.ipm_of_men) == "78.33"
    assert str(found.published) == "71.19"
    assert found.women.ipm.quantize(Decimal("0.0001")) == Decimal("55.7638")
    assert found.method_key == SINCE_2014


def test_from_2016_the_rounded_ipm_are_divided_and_before_the_unrounded():
    given = inputs(PASER_2021)

    before, since = ipg(given, year=2015), ipg(given, year=2016)

    assert since.unrounded == 100 * since.ipm_of_women / since.ipm_of_men
    assert before.unrounded == 100 * before.women.ipm / before.men.ipm
    assert before.unrounded != since.unrounded
    assert before.women == since.women


@pytest.mark.parametrize(
    ("component", "beyond", "index"),
    [
        ("life_expectancy", "90", "health"),
        ("expected_schooling", "19", "expected_schooling"),
        ("mean_schooling", "15.5", "mean_schooling"),
        ("expenditure", "27667", "expenditure"),
    ],
)
def test_a_figure_beyond_its_goalpost_counts_as_one(component, beyond, index):
    given = inputs(PASER_2021)
    women = replace(given.women, **{component: Decimal(beyond)})
    men = replace(given.men, **{component: Decimal(beyond)})

    found = ipg(IpgInputs(women, men), year=2021)

    assert getattr(found.women, index) == 1
    assert getattr(found.men, index) == 1


def test_expenditure_below_its_goalpost_counts_as_zero():
    given = inputs(PASER_2021)
    women = replace(given.women, expenditure=Decimal(900))

    found = ipg(IpgInputs(women, given.men), year=2021)

    assert found.women.expenditure == 0
    assert found.published == 0


def test_the_precision_of_the_caller_does_not_change_what_is_published():
    with localcontext() as context:
        context.prec = 60
        finer = ipg(inputs(PASER_2021), year=2021)

    assert finer.published == ipg(inputs(PASER_2021), year=2021).published


@pytest.mark.parametrize("year", [2010, 2016, 2021, 2030])
def test_years_from_2010_have_the_method_of_2014(year):
    assert method_for(year).key == SINCE_2014


def test_the_older_method_is_not_passed_off_as_this_one():
    with pytest.raises(NoMethod) as caught:
        ipg(inputs(PASER_2021), year=2009)

    assert "2009 memakai metode lama" in caught.value.reason.say(Language.INDONESIAN)


def test_a_stored_result_finds_its_method_again():
    assert all(method_named(method.key) is method for method in METHODS)
    with pytest.raises(KeyError):
        method_named("ipg.since_1066")
