"""What the plain functions say to wrong kinds of values, and how a result shows itself."""

from decimal import Decimal

import pytest

from setara.domain.indices import NoMethod, UnusableInput, gdi_group, hdi, ikg, ipg
from setara.domain.language.text import Language
from tests.domain.indices.published import PASER_2021, figures
from tests.domain.indices.test_ikg_words import GIVEN

HUMAN = {
    "life_expectancy": 68.25,
    "expected_schooling": 13.97,
    "mean_schooling": 8.55,
    "gni_per_capita": 12045,
}
PASER = figures(PASER_2021)


@pytest.mark.parametrize("written", ["68,25", "68.25", "banyak", True, float("nan")])
def test_what_is_no_number_is_named_as_given(written):
    with pytest.raises(UnusableInput) as refused:
        hdi(**{**HUMAN, "life_expectancy": written})

    for language in Language:
        assert f"“{written}”" in refused.value.reason.say(language)


@pytest.mark.parametrize("year", ["2022", 2022.0, True])
def test_a_year_is_an_integer(year):
    with pytest.raises(TypeError, match="year of the data is an integer"):
        hdi(**HUMAN, year=year)


@pytest.mark.parametrize(
    ("given", "group"), [(0.975, 1), (Decimal("0.974"), 2), (1, 1), (0.94, 3), (0.7, 5)]
)
def test_the_group_of_a_published_gdi(given, group):
    assert gdi_group(given) == group


def test_the_group_of_what_is_no_gdi():
    with pytest.raises(TypeError, match=r"0\.975"):
        gdi_group("0.975")
    with pytest.raises(TypeError, match="True"):
        gdi_group(True)
    with pytest.raises(UnusableInput):
        gdi_group(97.5)


def test_a_result_shows_itself_in_short():
    assert repr(ipg(**PASER, year=2021)) == "Result(ipg 71.19, 2021, ipg.since_2014)"


def test_earlier_years_of_the_ipg_name_the_index_that_has_them():
    with pytest.raises(NoMethod) as refused:
        ipg(**PASER, year=1999)

    assert "ipg_until_2013" in refused.value.reason.say(Language.INDONESIAN)
    assert "tidak boleh disambung" in refused.value.reason.say(Language.INDONESIAN)
    assert "must not be joined" in refused.value.reason.say(Language.ENGLISH)


def test_a_row_of_proportions_is_told_at_once_with_its_own_numbers():
    shares = {key: value / 100 for key, value in GIVEN.items() if not key.startswith("m")}
    with pytest.raises(UnusableInput) as refused:
        ikg(**{**GIVEN, **shares, "lfpr_female": 0.525})

    told = {measure for fault in refused.value.faults for measure in fault.measures}
    assert told == set(shares)
    said = refused.value.reason.say(Language.INDONESIAN)
    assert "52,5, bukan 0,525" in said
    assert "21,67" in said
    assert "30,5" in said
