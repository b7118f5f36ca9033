"""Headings are matched by exact names or a map, and every fault is named with the nearest name."""

import pytest

from setara.domain.indices.gggi import GGGI
from setara.domain.indices.ipg import IPG
from setara.domain.indices.ipm import IPM
from setara.domain.indices.table.headings import UnusableHeadings, letter, matched
from setara.domain.language.text import Language

KEYS = [measure.key for measure in IPM.measures]


def refused(index, names, mapped=None, language=Language.ENGLISH):
    with pytest.raises(UnusableHeadings) as refusal:
        matched(index, names, mapped)
    return refusal.value.reason.say(language)


def test_columns_are_found_wherever_they_stand():
    found = matched(IPM, ["place", *reversed(KEYS), "year", "note", "note"])

    assert found.places == {key: 4 - place for place, key in enumerate(KEYS)}
    assert found.year == 5
    assert found.names[0] == "place"


def test_blanks_around_a_heading_do_not_count_but_stay():
    found = matched(IPM, [f" {key} " for key in KEYS])

    assert found.places[KEYS[0]] == 0
    assert found.names[0] == f" {KEYS[0]} "


def test_another_heading_is_mapped():
    names = ["Umur Harapan Hidup", *KEYS[1:]]

    assert matched(IPM, names, {"Umur Harapan Hidup": KEYS[0]}).places[KEYS[0]] == 0


def test_every_missing_column_is_named_with_the_nearest():
    said = refused(IPM, ["life_expectancy_", "expected_schoolling", *KEYS[2:]])

    assert "“life_expectancy” (Life expectancy, years) is missing. The nearest is" in said
    assert "“life_expectancy_”" in said
    assert "“expected_schoolling”" in said
    assert "index columns ipm" in said


def test_a_heading_that_says_what_the_measure_is_called_is_offered():
    said = refused(IPM, ["Umur harapan hidup", *KEYS[1:]], language=Language.INDONESIAN)

    assert "Yang paling mirip: “Umur harapan hidup”." in said


def test_nothing_is_offered_where_nothing_is_near():
    assert "nearest" not in refused(IPM, ["zzz", *KEYS[1:]])


def test_double_columns_are_named_by_their_letters():
    said = refused(IPM, [*KEYS, KEYS[0]])

    assert "more than one “life_expectancy”: columns A (“life_expectancy”) and E" in said


def test_a_mapped_heading_beside_the_name_itself_is_double():
    said = refused(IPM, [*KEYS, "UHH"], {"UHH": KEYS[0]})

    assert "E (“UHH”)" in said


@pytest.mark.parametrize(
    ("mapped", "says"),
    [
        ({"UHH": "life_expectansy"}, "names “life_expectansy”, which is no column of the IPM"),
        ({"UHH": "life_expectansy"}, "The nearest is “life_expectancy”"),
        ({"Expenditur": "expenditure"}, "the heading “Expenditur”, which the table does not have"),
        ({"Expenditur": "expenditure"}, "The nearest is “expenditure”"),
    ],
)
def test_a_map_that_does_not_fit_is_refused(mapped, says):
    assert says in refused(IPM, KEYS, mapped)


def test_the_year_is_needed_where_the_law_differs_by_year():
    keys = [measure.key for measure in IPG.measures]

    assert "“year”" in refused(IPG, [*keys, "Tahun"])
    assert "The nearest is “Tahun”" in refused(IPG, [*keys, "Tahun"])
    assert matched(IPG, keys, year_is_given=True).year is None
    assert matched(IPG, [*keys, "Tahun"], {"Tahun": "year"}).year == 8


def test_a_table_without_any_measure_is_refused_where_each_may_be_missing():
    assert "no column of the GGGI at all" in refused(GGGI, ["country", "score"])


@pytest.mark.parametrize(
    ("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_letters_are_those_of_a_spreadsheet(place, letters):
    assert letter(place) == letters


def test_a_column_that_the_map_gives_to_another_measure_is_told():
    said = refused(IPM, KEYS, {KEYS[0]: KEYS[1]})

    assert f"The map uses the column “{KEYS[0]}”" in said
    assert "is missing" not in said
