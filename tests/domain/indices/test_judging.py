"""A figure that cannot be used is refused by name, with what to do; all of them at once."""

from decimal import Decimal

import pytest

from setara.domain.indices import UnusableInput, ipg
from setara.domain.indices.ipg import IPG
from setara.domain.indices.judging import usable
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing
from tests.domain.indices.published import ALL, PASER_2021, as_floats, figures

GIVEN = figures(PASER_2021)


def refusal(**changed):
    with pytest.raises(UnusableInput) as caught:
        ipg(**{**GIVEN, **changed}, year=2021)
    return caught.value


def reason(**changed):
    return refusal(**changed).reason.say(Language.INDONESIAN)


@pytest.mark.parametrize("nothing", Nothing)
@pytest.mark.parametrize("measure", IPG.measures, ids=lambda each: each.key)
def test_a_kind_of_nothing_is_named_with_its_measure(measure, nothing):
    words = reason(**{measure.key: nothing})

    assert words.startswith(f"{measure.name.say(Language.INDONESIAN)}: ")
    assert nothing.label.id in words
    assert "Lengkapi" in words


@pytest.mark.parametrize("measure", IPG.measures, ids=lambda each: each.key)
@pytest.mark.parametrize(
    "figure", [Decimal(-1), Decimal("1E9"), Decimal("NaN"), Decimal("Inf"), float("nan"), True]
)
def test_figures_that_cannot_be_true_are_refused(measure, figure):
    found = refusal(**{measure.key: figure})

    assert [fault.measures for fault in found.faults] == [(measure.key,)]


def test_every_fault_is_told_at_once():
    found = refusal(life_expectancy_female=None, expenditure_male=17)

    assert [fault.measures for fault in found.faults] == [
        ("life_expectancy_female",),
        ("expenditure_male",),
    ]


def test_zero_expenditure_is_refused_before_its_logarithm_is_taken():
    assert "0 ribu rupiah/orang/tahun di luar batas yang mungkin" in reason(expenditure_female=0)


def test_rupiah_in_place_of_thousands_are_recognised():
    assert reason(expenditure_female=2965000) == (
        "Pengeluaran per kapita disesuaikan perempuan: 2.965.000 ribu rupiah/orang/tahun di "
        "luar batas yang mungkin (100 sampai 200.000). Isi dalam ribu rupiah per orang per "
        "tahun: 2.965 berarti Rp2.965.000."
    )


def test_men_at_zero_leave_no_index():
    assert "pembaginya nol" in reason(expenditure_male=500)
    assert "pembaginya nol" in reason(expected_schooling_male=0, mean_schooling_male=0)


def test_both_sexes_at_zero_leave_no_index_either():
    assert "pembaginya nol" in reason(expenditure_male=500, expenditure_female=500)


def test_a_measure_the_index_does_not_have_is_a_mistake_of_the_caller():
    with pytest.raises(TypeError, match="unemployment"):
        usable(IPG, {**GIVEN, "unemployment": Decimal(5)})


@pytest.mark.parametrize("measure", IPG.measures, ids=lambda each: each.key)
def test_the_ends_of_the_plausible_range_still_pass(measure):
    for figure in (measure.lowest, measure.highest):
        assert usable(IPG, {**GIVEN, measure.key: figure})[measure.key] == figure


@pytest.mark.parametrize("case", ALL)
def test_every_published_figure_is_usable_as_decimal_and_as_float(case):
    given = figures(case)

    assert usable(IPG, as_floats(given)) == usable(IPG, given) == given


def test_swapped_sexes_are_doubted_and_computed_all_the_same():
    found = ipg(**{**GIVEN, "life_expectancy_female": 70, "life_expectancy_male": 74}, year=2021)

    (doubt,) = found.doubts
    assert "tertukar" in doubt.reason.say(Language.INDONESIAN)
    assert not ipg(**GIVEN, year=2021).doubts
