"""Slips in the figures of UNDP's indices are named measure by measure; nothing is guessed."""

from decimal import Decimal

import pytest

from setara.domain.indices import UnusableInput, gdi, gii, hdi, ihdi, income_by_sex
from setara.domain.indices.computing import computed
from setara.domain.indices.judging import usable
from setara.domain.indices.registry import index_named
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing
from tests.domain.indices.test_undp import CASES, EVERY, KEYS, case_of, given

HUMAN = given(case_of("hdi", "Indonesia 2022"))
LESS = given(case_of("ihdi", "Indonesia 2022"))
BOTH = given(case_of("gdi", "Indonesia 2022"))
UNEQUAL = given(case_of("gii", "Indonesia 2022"))
MEASURES = [
    pytest.param(key, measure, id=f"{key} {measure.key}")
    for key in KEYS
    for measure in index_named(key).measures
]


def refusal(function, figures, **changed):
    with pytest.raises(UnusableInput) as caught:
        function(**{**figures, **changed})
    return caught.value


def about(refused):
    return {measure for fault in refused.faults for measure in fault.measures}


def doubts(function, figures, **changed):
    return {each for fault in function(**{**figures, **changed}).doubts for each in fault.measures}


@pytest.mark.parametrize(("key", "case"), EVERY)
def test_no_published_row_is_refused(key, case):
    assert usable(index_named(key), given(case)) == given(case)


@pytest.mark.parametrize(("key", "measure"), MEASURES)
@pytest.mark.parametrize("figure", [None, Nothing.NOT_REPORTED, Decimal(-1), Decimal("1E9"), "NaN"])
def test_what_is_missing_or_impossible_is_named_with_its_measure(key, measure, figure):
    case = CASES[key][0].values[0]
    wrong = Decimal(figure) if figure == "NaN" else figure

    with pytest.raises(UnusableInput) as caught:
        computed(index_named(key), {**given(case), measure.key: wrong}, year=case["year"])

    assert [fault.measures for fault in caught.value.faults] == [(measure.key,)]
    for language in Language:
        assert measure.name.say(language) in caught.value.reason.say(language)


def test_all_shares_as_proportions_are_refused_with_what_to_enter():
    shares = [
        key for key in UNEQUAL if key not in {"maternal_mortality_ratio", "adolescent_birth_rate"}
    ]
    small = {key: UNEQUAL[key] / 100 for key in shares}

    refused = refusal(gii, UNEQUAL, **small)

    assert about(refused) >= {"lfpr_female", "lfpr_male"}
    assert "52.5 and not 0.525" in refused.reason.say(Language.ENGLISH)


def test_seats_as_proportions_are_recognised_by_their_sum():
    refused = refusal(gii, UNEQUAL, seats_female=Decimal("0.2191"), seats_male=Decimal("0.7809"))

    assert about(refused) == {"seats_female", "seats_male"}
    assert "tampaknya proporsi" in refused.reason.say(Language.INDONESIAN)


def test_schooling_as_proportions_is_recognised_where_both_are():
    refused = refusal(
        gii, UNEQUAL, secondary_female=Decimal("0.51"), secondary_male=Decimal("0.582")
    )

    assert about(refused) == {"secondary_female", "secondary_male"}
    # Yemen 1990: 0.42 per cent of women, as published.
    assert gii(**{**UNEQUAL, "secondary_female": Decimal("0.42")}).published


@pytest.mark.parametrize("sex", ["female", "male"])
def test_work_as_a_proportion_is_refused_for_one_sex_alone(sex):
    assert about(refusal(gii, UNEQUAL, **{f"lfpr_{sex}": Decimal("0.525")})) == {f"lfpr_{sex}"}


@pytest.mark.parametrize(("women", "men"), [("21.9", "68.1"), ("21.9", "21.9"), ("10", "91")])
def test_seats_that_make_no_whole_are_refused(women, men):
    refused = refusal(gii, UNEQUAL, seats_female=Decimal(women), seats_male=Decimal(men))

    assert about(refused) == {"seats_female", "seats_male"}
    assert "100" in refused.reason.say(Language.ENGLISH)


def test_seats_printed_without_decimals_may_miss_the_whole_by_a_little():
    assert gii(**{**UNEQUAL, "seats_female": Decimal("22.3"), "seats_male": Decimal("78.1")})


@pytest.mark.parametrize(
    ("measure", "figure"),
    [
        ("maternal_mortality_ratio", "0.00173"),
        ("adolescent_birth_rate", "0.03294"),
        ("adolescent_birth_rate", "3294"),
        ("secondary_female", "5100"),
    ],
)
def test_rates_of_another_unit_are_refused(measure, figure):
    assert about(refusal(gii, UNEQUAL, **{measure: Decimal(figure)})) == {measure}


def test_no_death_at_all_is_possible_where_few_are_born():
    assert (
        gii(**{**UNEQUAL, "maternal_mortality_ratio": 0}).steps["maternal_mortality_counted"] == 10
    )


def test_mothers_deaths_and_girls_births_exchanged_are_doubted():
    exchanged = {
        "maternal_mortality_ratio": UNEQUAL["adolescent_birth_rate"],
        "adolescent_birth_rate": UNEQUAL["maternal_mortality_ratio"],
    }

    assert doubts(gii, UNEQUAL, **exchanged) == set(exchanged)
    # In rich countries fewer mothers die than girls give birth.
    assert not doubts(gii, UNEQUAL, maternal_mortality_ratio=4, adolescent_birth_rate=8)
    assert not doubts(gii, UNEQUAL)


@pytest.mark.parametrize("pair", ["seats", "lfpr"])
def test_sexes_swapped_are_doubted_in_the_gii(pair):
    women, men = f"{pair}_female", f"{pair}_male"

    assert doubts(gii, UNEQUAL, **{women: UNEQUAL[men], men: UNEQUAL[women]}) == {women, men}


def test_sexes_swapped_are_doubted_in_the_gdi():
    women, men = "life_expectancy_female", "life_expectancy_male"

    assert doubts(gdi, BOTH, **{women: BOTH[men], men: BOTH[women]}) == {women, men}
    assert not doubts(gdi, BOTH)


def test_schooling_exchanged_is_doubted():
    exchanged = {
        "expected_schooling": HUMAN["mean_schooling"],
        "mean_schooling": HUMAN["expected_schooling"],
    }

    assert doubts(hdi, HUMAN, **exchanged) == set(exchanged)
    assert not doubts(hdi, HUMAN)


@pytest.mark.parametrize("gni", ["12.04556544", "189000000"])
def test_thousands_of_dollars_and_rupiah_are_refused(gni):
    refused = refusal(hdi, HUMAN, gni_per_capita=Decimal(gni))

    assert about(refused) == {"gni_per_capita"}
    assert "neither thousands of dollars nor rupiah" in refused.reason.say(Language.ENGLISH)


def test_losses_as_proportions_are_refused_each_by_name():
    losses = [key for key in LESS if key.startswith("inequality")]

    refused = refusal(ihdi, LESS, **{key: LESS[key] / 100 for key in losses})

    assert [fault.measures for fault in refused.faults] == [(key,) for key in losses]
    assert "28,6, bukan 0,286" in refused.reason.say(Language.INDONESIAN)


def test_shares_of_income_and_people_must_make_a_whole():
    shares = {
        "gni_per_capita": 12000,
        "active_female": Decimal("0.4"),
        "active_male": Decimal("0.6"),
        "population_female": 50,
        "population_male": 50,
    }

    assert about(refusal(income_by_sex, shares)) == {"active_female", "active_male"}
    assert about(
        refusal(income_by_sex, {**shares, "active_female": 40, "active_male": 60, "wage_ratio": 80})
    ) == {"wage_ratio"}
