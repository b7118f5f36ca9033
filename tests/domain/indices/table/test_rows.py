"""A row is computed, or says everything that is wrong with it."""

from decimal import Decimal

import pytest

from setara.domain.indices.answers import free, names_of
from setara.domain.indices.ipg import IPG
from setara.domain.indices.table.cells import Unread, read_columns
from setara.domain.indices.table.rows import NotAYear, outcome, read_year, said_doubts
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing
from tests.domain.indices.published import PASER_2021, figures

GOOD = figures(PASER_2021)


def reason(year=2021, **changed):
    found = outcome(IPG, {**GOOD, **changed}, year)
    assert found.result is None
    return found.reason.say(Language.ENGLISH)


def test_a_whole_row_is_computed():
    assert outcome(IPG, GOOD, 2021).result.published == Decimal("71.19")


def test_a_word_a_gap_and_a_slip_are_told_together_in_the_order_of_the_columns():
    said = reason(
        life_expectancy_female=Unread("tujuh"),
        mean_schooling_female=Nothing.NOT_REPORTED,
        expenditure_male=Decimal(17_502_000),
    )

    assert said.index("“tujuh” is not a number") < said.index("there is no figure (not reported)")
    assert said.index("there is no figure") < said.index("17,502,000")
    assert "life expectancy" in said.lower()


def test_a_word_is_not_also_called_missing():
    assert "there is no figure" not in reason(life_expectancy_female=Unread("tujuh"))


def test_a_year_without_a_method_is_told():
    assert "from 2010" in reason(year=2005)
    assert "needs the year" in reason(year=None)


@pytest.mark.parametrize("cell", ["2021", 2021, 2021.0, " 2021 ", "2021.0", Decimal(2021)])
def test_a_year_may_be_written_in_many_ways(cell):
    assert read_year(cell) == 2021


@pytest.mark.parametrize("cell", ["", None, "-", float("nan")])
def test_no_year_is_none(cell):
    assert read_year(cell) is None


@pytest.mark.parametrize("cell", ["tahun", "21", 2021.5, "20211", "0", True])
def test_what_is_no_year_is_told(cell):
    assert isinstance(read_year(cell), NotAYear)
    assert str(cell) in reason(year=read_year(cell))


def test_an_amount_with_a_sign_of_money_is_not_taken_for_thousands():
    (read,) = read_columns(
        {IPG.measure("expenditure_female"): (0, ["Rp2.965,00"])}
    ).columns.values()

    assert read == [Unread("Rp2.965,00")]
    said = reason(expenditure_female=read[0])
    assert "whether thousands are meant" in said
    assert "2,965 means Rp2,965,000" in said


def test_a_year_that_is_not_over_is_doubted_and_one_far_away_is_none():
    ahead = outcome(IPG, GOOD, 2031).result

    assert "2031 is not over" in said_doubts(ahead, Language.ENGLISH, this_year=2026)
    assert said_doubts(ahead, Language.ENGLISH, this_year=2031) == ""
    assert read_year("2101") == NotAYear("2101")


def test_our_columns_have_names_of_their_own():
    names = names_of(IPG)

    assert len(set(names)) == len(names)
    assert names[:2] == ("ipg", "ipg_unrounded")
    assert free("ipg", ["ipg", "ipg_computed"]) == "ipg_computed_2"
