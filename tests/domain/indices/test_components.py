"""A figure that cannot be used is refused by name, with what to do."""

from dataclasses import replace
from decimal import Decimal

import pytest

from setara.domain.foundation.sex import Sex
from setara.domain.indices.components import (
    PLAUSIBLE,
    Component,
    UnusableInput,
    require_usable,
    sex_components,
)
from setara.domain.indices.ipg import IpgInputs, ipg
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing
from tests.domain.indices.published import ALL, PASER_2021, as_floats, inputs

GIVEN = inputs(PASER_2021)


def reason(sex, **figures):
    side = "women" if sex is Sex.FEMALE else "men"
    given = replace(GIVEN, **{side: replace(getattr(GIVEN, side), **figures)})
    with pytest.raises(UnusableInput) as caught:
        ipg(given, year=2021)
    return caught.value.reason.say(Language.INDONESIAN)


@pytest.mark.parametrize("nothing", Nothing)
@pytest.mark.parametrize("component", Component)
def test_a_kind_of_nothing_is_named_with_its_component_and_sex(component, nothing):
    values = {each: Decimal(50) for each in Component} | {component: nothing}

    with pytest.raises(UnusableInput) as caught:
        sex_components(Sex.FEMALE, values)

    words = caught.value.reason.say(Language.INDONESIAN)
    assert words.startswith(f"{component.label.id} perempuan: ")
    assert nothing.label.id in words
    assert "Lengkapi" in words


def test_a_component_that_was_never_reported_is_missing():
    with pytest.raises(UnusableInput, match=r"Expenditure|expenditure"):
        sex_components(Sex.MALE, {each: Decimal(9) for each in list(Component)[:3]})


@pytest.mark.parametrize("component", Component)
@pytest.mark.parametrize("figure", [Decimal(-1), Decimal("1E9"), Decimal("NaN"), Decimal("Inf")])
def test_figures_that_cannot_be_true_are_refused(component, figure):
    words = reason(Sex.MALE, **{component.value: figure})

    assert words.startswith(f"{component.label.id} laki-laki: ")


def test_zero_expenditure_is_refused_before_its_logarithm_is_taken():
    assert "0 ribu rupiah/orang/tahun tidak mungkin" in reason(Sex.FEMALE, expenditure=Decimal(0))


def test_rupiah_in_place_of_thousands_are_recognised():
    assert reason(Sex.FEMALE, expenditure=Decimal(2965000)) == (
        "Pengeluaran per kapita disesuaikan perempuan: 2.965.000 ribu rupiah/orang/tahun tidak "
        "mungkin (lazimnya 100 sampai 200.000). Isi dalam ribu rupiah per orang per tahun: 2.965 "
        "berarti Rp2.965.000."
    )


def test_text_is_no_number():
    assert "“delapan” bukan angka" in reason(Sex.FEMALE, mean_schooling="delapan")


def test_men_at_zero_leave_no_index():
    assert "IPM laki-laki bernilai nol" in reason(Sex.MALE, expenditure=Decimal(500))
    assert "IPM laki-laki bernilai nol" in reason(
        Sex.MALE, expected_schooling=Decimal(0), mean_schooling=Decimal(0)
    )


def test_both_sexes_at_zero_leave_no_index_either():
    side = replace(GIVEN.men, expenditure=Decimal(500))

    with pytest.raises(UnusableInput):
        ipg(IpgInputs(side, side), year=2021)


@pytest.mark.parametrize("component", Component)
def test_the_ends_of_the_plausible_range_still_pass(component):
    for figure in (PLAUSIBLE[component].lowest, PLAUSIBLE[component].highest):
        require_usable(Sex.FEMALE, replace(GIVEN.women, **{component.value: figure}))


@pytest.mark.parametrize("case", ALL)
def test_every_published_figure_is_usable_as_decimal_and_as_float(case):
    given = inputs(case)
    for one in (given, as_floats(given)):
        require_usable(Sex.FEMALE, one.women)
        require_usable(Sex.MALE, one.men)


def test_floats_that_are_no_numbers_are_refused_too():
    women = replace(as_floats(GIVEN).women, expenditure=float("nan"))

    with pytest.raises(UnusableInput):
        require_usable(Sex.FEMALE, women)
