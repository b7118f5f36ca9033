"""Published values are compared digit for digit; what is off is counted, named or excused aloud."""

from decimal import Decimal

import pytest

from setara.domain.indices import ipg
from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.verification import Claim, Outcome, Printed, verified
from setara.domain.indices.verification.expectations import expectations, read_expectations
from setara.domain.language.text import Language
from setara.domain.law.source import MalformedLaw
from tests.domain.indices.published import ALL, PASER_2021, figures

IPG = Printed("ipg", Decimal("71.19"), 2)


def claim(*printed, place="Kabupaten Paser", year=2021, **changed):
    return Claim(place, year, "ipg", {**figures(PASER_2021), **changed}, printed or (IPG,))


def recomputed(step, year):
    found = ipg(**figures(PASER_2021), year=year)
    return rounded(found.steps[step], 2)


def outcomes(*claims):
    return [each.outcome for each in verified(claims).comparisons]


@pytest.mark.parametrize("case", ALL)
def test_every_case_of_bps_matches(case):
    printed = tuple(
        Printed(step, Decimal(case["published"][name]), 2)
        for step, name in (("ipm_female", "IPM_P"), ("ipm_male", "IPM_L"), ("ipg", "IPG"))
        if name in case["published"]
    )

    found = verified([Claim(case["name"], case["year"], "ipg", figures(case), printed)])

    assert found.all_match
    assert len(found.comparisons) == len(printed)


def test_one_in_the_last_digit_is_a_miss():
    found = verified([claim(Printed("ipg", Decimal("71.20"), 2))])

    (miss,) = found.misses
    assert (miss.outcome, miss.difference) == (Outcome.MISS, Decimal("-0.01"))
    assert not found.all_match


@pytest.mark.parametrize(("off", "outcome"), [("0.03", Outcome.WITHIN), ("0.04", Outcome.MISS)])
def test_before_2016_a_little_is_allowed_and_the_reason_told(off, outcome):
    printed = Printed("ipg", recomputed("ipg", 2015) + Decimal(off), 2)

    found = verified([claim(printed, year=2015)]).comparisons[0]

    assert found.outcome is outcome
    assert (found.reason is not None) == (outcome is Outcome.WITHIN)


def test_from_2016_nothing_is_allowed():
    assert outcomes(claim(Printed("ipg", Decimal("71.18"), 2), year=2016)) == [Outcome.MISS]


@pytest.mark.parametrize(
    ("place", "year", "apart", "outcome"),
    [
        ("Kalimantan Utara", 2013, "4.2", Outcome.KNOWN),
        ("KALIMANTAN UTARA", 2015, "4.2", Outcome.KNOWN),
        ("Provinsi Kalimantan Utara", 2014, "4.2", Outcome.KNOWN),
        ("Kalimantan Utara", 2013, "12", Outcome.MISS),
        ("Kalimantan Utara", 2016, "4.2", Outcome.MISS),
        ("Kalimantan Timur", 2013, "4.2", Outcome.MISS),
        ("Kabupaten Fakfak", 2019, "0.11", Outcome.KNOWN),
        ("Kabupaten Fakfak", 2019, "0.5", Outcome.MISS),
    ],
)
def test_known_bad_cells_are_named_with_their_reason(place, year, apart, outcome):
    off = Printed("ipm_female", recomputed("ipm_female", year) + Decimal(apart), 2)

    found = verified([claim(off, place=place, year=year)])

    (each,) = found.comparisons
    assert each.outcome is outcome
    assert (each.reason is not None) == (outcome is Outcome.KNOWN)
    # A known cell alone leaves nothing that matches.
    assert not found.all_match
    assert verified([claim(), claim(off, place=place, year=year)]).all_match == (
        outcome is Outcome.KNOWN
    )


def test_refused_figures_do_not_match_and_missing_ones_are_left_out():
    refused = claim(expenditure_female=Decimal(2965000))
    missing = claim(expenditure_female=None)

    found = verified([refused, missing])

    first, second = found.comparisons
    assert (first.outcome, second.outcome) == (Outcome.REFUSED, Outcome.INCOMPLETE)
    assert "ribu rupiah" in first.reason.say(Language.INDONESIAN)
    assert "Adjusted expenditure per capita, women" in second.reason.say(Language.ENGLISH)
    assert found.misses == (first,)
    (tally,) = found.tallies()
    assert (tally.compared, tally.matching) == (1, 0)
    assert tally.rate == 0


def test_a_year_without_a_method_is_refused_with_its_reason():
    (found,) = verified([claim(year=2009)]).comparisons

    assert found.outcome is Outcome.REFUSED
    assert "2009" in found.reason.say(Language.ENGLISH)


def test_nothing_compared_is_not_called_a_match():
    assert not verified([]).all_match
    assert not verified([claim(expenditure_female=None)]).all_match


def test_counts_by_year_add_up_to_the_counts():
    wrong = Printed("ipg", Decimal("70"), 2)
    found = verified([claim(), claim(year=2020), claim(wrong, year=2020), claim(wrong)])

    (whole,) = found.tallies()
    years = found.tallies_by_year()
    assert [tally.year for tally in years] == [2020, 2021]
    assert sum(tally.compared for tally in years) == whole.compared == 4
    assert whole.rate == whole.exact_rate == Decimal("0.5")


def test_what_is_known_is_told_in_both_languages_with_a_source():
    found = expectations()

    reasons = [each.reason for each in found.tolerances] + [each.reason for each in found.known]
    for reason in reasons:
        assert all(reason.say(language) for language in Language)
    assert all(each.source for each in found.known)


@pytest.mark.parametrize(
    "broken",
    [
        'steps = ["ipg"]\nfirst_year = 2011\nlast_year = 2010\nwithin = 0.1',
        'steps = ["ipg"]\nfirst_year = 2010\nlast_year = 2010\nwithn = 0.1',
        "first_year = 2010\nlast_year = 2010\nwithin = 0.1",
    ],
)
def test_an_expectation_that_cannot_be_is_refused(tmp_path, broken):
    file = tmp_path / "expectations.toml"
    file.write_text(f'[[tolerance]]\nindex = "ipg"\nreason = "a"\nreason_en = "b"\n{broken}\n')

    with pytest.raises(MalformedLaw):
        read_expectations(file)
