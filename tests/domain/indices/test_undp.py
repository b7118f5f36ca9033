"""The indices of UNDP come out as published, row for row, and tell the rules that were at work."""

from datetime import date
from decimal import Decimal

import pytest

from setara.domain.indices import NoMethod, gdi, gdi_group, gii, hdi, ihdi, income_by_sex, ranks
from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.computing import computed
from setara.domain.indices.ranking import NotRanked
from setara.domain.indices.registry import index_named
from setara.domain.indices.worksheet import Worksheet
from setara.domain.language.text import Language
from setara.domain.law.parameters import parameter
from tests.domain.indices.published import as_floats
from tests.domain.statistics.casebook import cases

KEYS = ("hdi", "ihdi", "gdi", "gii")
CASES = {key: cases("indices", f"{key}_undp") for key in KEYS}
EVERY = [
    pytest.param(key, param.values[0], id=f"{key} {param.id}")
    for key in KEYS
    for param in CASES[key]
]


def case_of(key, name):
    return next(param.values[0] for param in CASES[key] if param.id == name)


def given(case):
    return {measure: Decimal(value) for measure, value in case["figures"].items()}


def of(key, name, **changed):
    case = case_of(key, name)
    return computed(index_named(key), {**given(case), **changed}, year=case["year"])


@pytest.mark.parametrize(("key", "case"), EVERY)
def test_published_values_come_out(key, case):
    found = computed(index_named(key), given(case), year=case["year"])

    assert found.published == case["published"]
    for sex in ("female", "male") if key == "gdi" else ():
        assert abs(found.steps[f"hdi_{sex}"] - case[f"hdi_{sex}"]) < Decimal("6E-10")
    if "group" in case:
        assert gdi_group(found) == case["group"]


@pytest.mark.parametrize(("key", "case"), EVERY)
def test_floats_give_the_same(key, case):
    index = index_named(key)
    exact = computed(index, given(case), year=case["year"])
    sheet = Worksheet[float](as_floats(given(case)), date(case["year"], 1, 1))

    quick = index.method_for(case["year"]).formula(sheet)

    assert quick == pytest.approx(float(exact.unrounded), abs=1e-12)
    assert f"{rounded(quick, 3):.3f}" == str(exact.published)


def test_the_worked_example_of_the_gii_comes_out_step_by_step():
    found = of("gii", "Indonesia 2022")

    for step, value in {
        "health_female": "0.041900",
        "empowerment_female": "0.334317",
        "empowerment_male": "0.674215",
        "mean_female": "0.194466",
        "mean_male": "0.818898",
        "harmonic": "0.314295",
        "reference": "0.560346",
        "gii": "0.439105",
    }.items():
        assert rounded(found.steps[step], 6) == Decimal(value), step


def test_the_worked_example_of_the_hdi_comes_out_step_by_step():
    found = of("hdi", "Indonesia 2022")

    assert [
        rounded(found.steps[step], 6)
        for step in ("life_expectancy_index", "education_index", "gni_per_capita_index", "hdi")
    ] == [Decimal(value) for value in ("0.742308", "0.673432", "0.723751", "0.712561")]


def test_the_schooling_that_no_table_has_is_capped_at_15_years():
    beyond = of("hdi", "Australia 2022", mean_schooling=Decimal("16.2"))

    assert beyond.steps["mean_schooling_index"] == 1
    at_cap = of("hdi", "Australia 2022", mean_schooling=15)
    assert beyond.unrounded == at_cap.unrounded
    assert "above the upper goalpost" in beyond.explain().step("I_MYS").note.say(Language.ENGLISH)


@pytest.mark.parametrize(
    ("key", "name", "step", "value"),
    [
        ("hdi", "Singapore 2015", "gni_per_capita_index", 1),
        ("hdi", "Australia 2022", "expected_schooling_index", 1),
        ("gdi", "Japan 2022", "life_expectancy_index_female", 1),
        ("gii", "Nigeria 2008", "maternal_mortality_counted", 1000),
        ("gii", "Norway 2022", "maternal_mortality_counted", 10),
    ],
)
def test_a_figure_beyond_its_bound_is_counted_at_it_and_says_so(key, name, step, value):
    found = of(key, name)

    assert found.steps[step] == value
    (written,) = [each for each in found.explain().steps if each.key == step]
    assert written.note is not None


def test_a_life_shorter_than_the_goalpost_counts_as_nothing():
    # Rwanda 1994: 14.098 years.
    found = of("hdi", "Indonesia 2022", life_expectancy=Decimal("14.098"))

    assert (found.steps["life_expectancy_index"], found.published) == (0, 0)


@pytest.mark.parametrize("women", ["0", "0.005", "0.01"])
def test_without_a_seat_women_count_as_the_data_of_undp_have_it(women):
    share = Decimal(women)
    stored = of("gii", "Papua New Guinea 2019")

    found = of("gii", "Papua New Guinea 2019", seats_female=share, seats_male=100 - share)

    assert found.unrounded == stored.unrounded
    assert str(found.published) == "0.816"


def test_the_tenth_of_a_per_cent_of_the_notes_is_recorded_and_not_used():
    rule = parameter("gii.least_seats", on=date(2019, 1, 1))

    assert (rule.value, rule.verified) == (Decimal("0.01"), True)
    assert "0.1 per cent" in rule.note.say(Language.ENGLISH)
    tenth = of(
        "gii", "Papua New Guinea 2019", seats_female=Decimal("0.1"), seats_male=Decimal("99.9")
    )
    assert tenth.published != of("gii", "Papua New Guinea 2019").published


@pytest.mark.parametrize("key", KEYS)
def test_before_the_series_begins_there_is_no_method(key):
    case = CASES[key][0].values[0]

    with pytest.raises(NoMethod):
        computed(index_named(key), given(case), year=1989)


@pytest.mark.parametrize(
    ("function", "key"), [(hdi, "hdi"), (ihdi, "ihdi"), (gdi, "gdi"), (gii, "gii")]
)
def test_the_plain_functions_give_the_newest_method_without_a_year(function, key):
    case = case_of(key, "Indonesia 2022")

    assert function(**given(case)).published == case["published"]


def test_groups_are_taken_from_the_rounded_value():
    found = gdi(**given(case_of("gdi", "Indonesia 2022")))

    assert gdi_group(found) == 3
    assert [
        gdi_group(Decimal(value))
        for value in (
            "1.000",
            "0.975",
            "1.025",
            "0.974",
            "0.950",
            "0.949",
            "1.075",
            "0.900",
            "0.899",
        )
    ] == [1, 1, 1, 2, 2, 3, 3, 4, 5]


def test_equal_printed_values_share_a_rank_in_the_hdi_and_not_in_the_gii():
    base = case_of("hdi", "Indonesia 2022")
    names = {"a": "12045.56544", "b": "12046", "c": "20000", "d": "900"}
    human = {
        name: hdi(**{**given(base), "gni_per_capita": Decimal(gni)}) for name, gni in names.items()
    }

    assert ranks(human) == {"c": 1, "a": 2, "b": 2, "d": 4}

    unequal = given(case_of("gii", "Indonesia 2022"))
    gaps = {
        name: gii(**{**unequal, "adolescent_birth_rate": Decimal(births)})
        for name, births in {"a": "32.94", "b": "32.95", "c": "10"}.items()
    }
    assert gaps["a"].published == gaps["b"].published
    assert ranks(gaps) == {"c": 1, "a": 2, "b": 3}


def test_nobody_is_ranked_by_what_undp_does_not_rank_by():
    assert ranks({}) == {}
    with pytest.raises(NotRanked):
        ranks({"Indonesia": of("gdi", "Indonesia 2022")})


def test_income_is_split_so_that_both_parts_make_the_whole():
    found = income_by_sex(
        gni_per_capita=12000,
        wage_ratio=Decimal("0.75"),
        active_female=40,
        active_male=60,
        population_female=50,
        population_male=50,
    )

    # 0.75 x 40 / (0.75 x 40 + 60) is a third of the income for half of the people.
    assert rounded(found.steps["gni_per_capita_female"], 6) == 8000
    assert rounded(found.steps["gni_per_capita_male"], 6) == 16000
    assert str(found.published) == "0.500"


def test_without_wages_the_substitute_of_undp_is_used_and_told():
    shares = {
        "gni_per_capita": 12000,
        "active_female": 40,
        "active_male": 60,
        "population_female": Decimal("49.6"),
        "population_male": Decimal("50.4"),
    }
    found, same = income_by_sex(**shares), income_by_sex(**shares, wage_ratio=Decimal("0.8"))

    assert found.unrounded == same.unrounded
    step = found.explain().step("S_F")
    assert "substitute" in step.note.say(Language.ENGLISH)
    assert [each.key for each in step.parameters] == ["gdi.wage_ratio"]
    assert not step.parameters[0].verified
