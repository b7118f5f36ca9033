"""What a change between two years is made of."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from setara.domain.indices import ipg
from setara.domain.indices.gggi import gggi
from setara.domain.indices.levers import NotComparable, contributions, what_if
from setara.domain.indices.levers.contributions import MOST_RUNS
from setara.domain.indices.levers.owners import grouped
from setara.domain.indices.levers.readings import contributions_reading
from setara.domain.indices.levers.sharing import runs, shared_out
from setara.domain.language.text import Language, same
from tests.domain.indices.levers.test_what_if import SIX_OF_30
from tests.domain.indices.published import PASER, figures


def paser(year):
    case = next(each.values[0] for each in PASER if each.values[0]["year"] == year)
    return ipg(**figures(case), year=year)


def test_the_printed_parts_are_the_printed_change():
    found = contributions(paser(2020), paser(2021))
    lines = found.lines(3)

    assert str(found.published_change) == "0.04"
    assert sum(line.size for line in lines) == Decimal("0.04")
    assert lines[-1].name.say(Language.ENGLISH) == "Rounding"
    assert {
        line.name.say(Language.ENGLISH): str(line.size) for line in found.lines(2, by_measure=False)
    } == {
        "Health": "-0.01",
        "Education": "-0.18",
        "Standard of living": "0.22",
        "Rounding": "0.01",
    }


def test_the_reading_names_what_raised_and_what_lowered_it():
    sentences = contributions_reading(contributions(paser(2020), paser(2021)))

    assert [each.say(Language.INDONESIAN) for each in sentences] == [
        "IPG naik 0,04 dari 2020 ke 2021.",
        "Yang paling menaikkan: Pengeluaran per kapita disesuaikan perempuan (0,48 poin).",
        "Yang paling menurunkan: Rata-rata lama sekolah laki-laki (0,30 poin).",
    ]


def test_one_changed_measure_has_all_of_it():
    after = what_if(paser(2021), {"expenditure_female": Decimal(4000)}).after
    found = contributions(paser(2021), after)
    sizes = {each.measures: each.size for part in found.dimensions for each in part.contributions}

    assert sizes.pop(("expenditure_female",)) == found.change > 0
    assert set(sizes.values()) == {0}


def test_seats_of_both_sexes_are_one_contribution():
    after = what_if(SIX_OF_30, {"seats_female": Decimal(30)}).after
    found = contributions(SIX_OF_30, after)
    owners = [each.measures for part in found.dimensions for each in part.contributions]

    assert ("seats_female", "seats_male") in owners
    assert ("secondary_female",) in owners


def test_equal_players_share_equally_and_groups_sum_as_if_they_were_one():
    """Two numbers multiplied: 2 and 3 from 1 and 1 make 1.5 and 3.5; averages over both orders."""
    after = {"a": 2, "b": 3, "c": 1}

    def product(owners):
        value = Fraction(1)
        for owner in owners:
            value *= after[owner]
        return value

    assert shared_out([["a"], ["b"]], product) == {"a": 2, "b": 3}
    together = shared_out([["a", "b"], ["c"]], product)
    assert sum(together.values()) == 5
    assert together == {"a": 2, "b": 3, "c": 0}


def test_the_number_of_runs_is_what_is_asked():
    asked = set()

    def value(owners):
        asked.add(owners)
        return Fraction(len(owners))

    groups = [["a", "b"], ["c", "d", "e"], ["f"]]
    shared_out(groups, value)

    assert len(asked) == runs(groups) == 40


def test_where_single_measures_cost_too_much_the_sexes_are_taken_together():
    before, after = paser(2020), paser(2021)
    fine, pairs, dimensions = (
        sum(len(group.owners) for group in grouped(before, after, most) or ())
        for most in (MOST_RUNS, 30, 8)
    )

    assert (fine, pairs, dimensions) == (8, 4, 3)
    assert grouped(before, after, 7) is None


def test_what_cannot_be_compared_is_refused_with_the_reason():
    one = paser(2021)
    other = replace(one, method=replace(one.method, key="ipg.another"))

    for pair, said in (
        ((one, SIX_OF_30), "two indices"),
        ((one, other), "methods differ"),
    ):
        with pytest.raises(NotComparable, match=said):
            contributions(*pair)
    with pytest.raises(NotComparable, match="two series"):
        contributions(paser(2020), one, vintages=(same("SP2010"), same("SP2020")))
    assert contributions(paser(2020), one, vintages=(same("SP2010"), same("SP2010"))).change


def test_dimensions_of_an_index_that_is_defined_in_a_file_are_its_blocks():
    given = {"wage_equality": 0.6, "literacy_ratio": 0.9, "sex_ratio_birth": 0.9}
    one = gggi(**given, parliament_female=20, parliament_male=80)
    found = contributions(one, what_if(one, {"parliament_female": 30, "literacy_ratio": 1}).after)

    assert {part.name.say(Language.ENGLISH): part.size > 0 for part in found.dimensions} == {
        "Economic participation and opportunity": False,
        "Educational attainment": True,
        "Health and survival": False,
        "Political empowerment": True,
    }
    assert found.dimensions[3].contributions[0].measures == (
        "parliament_female",
        "parliament_male",
    )
