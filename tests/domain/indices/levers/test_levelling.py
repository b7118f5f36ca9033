"""Levelling one component shows which one decides, for whichever sex is behind."""

from decimal import Decimal

import pytest

from setara.domain.indices import ipg
from setara.domain.indices.ipm import COMPONENTS
from setara.domain.indices.levers import level_note, levers, levers_reading
from setara.domain.language.text import Language
from tests.domain.indices.published import ALL, PASER_2021, figures


def found(case):
    return ipg(**figures(case), year=case["year"])


def women_made(**changed):
    """Paser 2021 with women level with men but for what is given."""
    given = figures(PASER_2021)
    level = {f"{each}_female": given[f"{each}_male"] for each in COMPONENTS}
    level["life_expectancy_female"] = Decimal("75.86")
    return ipg(**{**given, **level, **changed}, year=2021)


def test_in_paser_expenditure_alone_decides():
    by_component = {lever.component: lever for lever in levers(found(PASER_2021))}

    expenditure = by_component["expenditure"]
    assert (str(expenditure.ipg), str(expenditure.change)) == ("98.46", "27.27")
    assert expenditure.closes > Decimal("0.94")
    assert by_component["expected_schooling"].closes < 0
    assert [
        sentence.say(Language.INDONESIAN) for sentence in levers_reading(found(PASER_2021))
    ] == [
        (
            "Pengeluaran per kapita disesuaikan: bila perempuan setara dengan laki-laki dan "
            "komponen lain tetap, IPG menjadi 98,46 (sekarang 71,19) dan 95 persen jarak ke 100 "
            "tertutup."
        ),
        (
            "Di antara penyetaraan komponen, hanya ini yang menutup jarak; menyetarakan yang lain "
            "hampir tidak mengubah IPG."
        ),
    ]


@pytest.mark.parametrize("case", ALL)
def test_levers_are_all_components_the_strongest_first(case):
    ordered = levers(found(case))

    assert {lever.component for lever in ordered} == set(COMPONENTS)
    closes = [lever.closes for lever in ordered]
    assert closes == sorted(closes, reverse=True)
    assert all(lever.ipg - lever.change == found(case).published for lever in ordered)


@pytest.mark.parametrize("case", ALL)
def test_levelling_all_components_makes_100(case):
    start = found(case)
    level = {f"{lever.component}_female": lever.level for lever in levers(start)}

    assert ipg(**{**start.figures, **level}, year=case["year"]).published == 100


def test_life_expectancy_is_level_where_women_live_five_years_longer():
    by_component = {lever.component: lever for lever in levers(found(PASER_2021))}

    assert by_component["life_expectancy"].level == Decimal("75.86")
    assert by_component["mean_schooling"].level == Decimal("9.15")


def test_level_life_expectancy_is_explained_by_the_goalposts_of_women():
    case = {**figures(PASER_2021), "life_expectancy_female": Decimal("76")}

    behind = level_note(levers(found(PASER_2021)))
    reached = level_note(levers(ipg(**case, year=2021)))

    assert behind is not None
    assert reached is not None
    assert "5 years higher" in behind.say(Language.ENGLISH)
    assert "means 75.86 years, not 70.86; 74.84 is still below" in behind.say(Language.ENGLISH)
    assert "76 has reached that" in reached.say(Language.ENGLISH)
    assert level_note(()) is None


def test_where_men_are_behind_levelling_leads_down_to_100():
    ahead = women_made(mean_schooling_female=Decimal(12))
    first = levers(ahead)[0]

    assert ahead.published > 100
    assert first.component == "mean_schooling"
    assert (first.ipg, first.closes) == (Decimal(100), Decimal(1))


def test_at_100_nothing_is_left_to_level():
    level = women_made()

    assert level.published == 100
    assert {lever.closes for lever in levers(level)} == {Decimal(0)}
    assert levers_reading(level) == ()


def test_two_components_that_share_the_weight_are_not_called_the_only_one():
    found = women_made(mean_schooling_female=Decimal(6), expenditure_female=Decimal(9000))

    assert len(levers_reading(found)) == 1
