"""Zero and the kinds of nothing stay apart, in the data and on paper."""

from datetime import date
from decimal import Decimal

import pytest

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language
from setara.domain.statistics.disparity import Behind
from setara.domain.statistics.element import Confidentiality, Measure, Polarity, PopulationType
from setara.domain.statistics.issue import IssueState
from setara.domain.statistics.observation import (
    SYMBOLS,
    Nothing,
    Observation,
    Source,
    nothing_printed_as,
    value_of,
)
from setara.domain.statistics.table import Column, Severity
from setara.domain.statistics.trend import Movement, Proportion

SOURCE = Source("BPS", "Paser dalam Angka 2024", "tabel 3.1.1", published_on=date(2024, 2, 28))
ENUMERATIONS = (
    Behind,
    Column,
    Confidentiality,
    IssueState,
    Measure,
    Movement,
    Nothing,
    Polarity,
    PopulationType,
    Proportion,
    Severity,
)


def observed(sex, value, source=SOURCE):
    return Observation("KS01", "64.01", Period.year(2021), sex, value, source)


@pytest.mark.parametrize("nothing", Nothing)
def test_every_kind_of_nothing_is_printed_by_a_sign_of_its_own(nothing):
    assert nothing_printed_as(f" {nothing.symbol} ") is nothing
    assert len(set(SYMBOLS.values())) == len(Nothing)


@pytest.mark.parametrize("figure", ["0", "", "12", "-"])
def test_a_figure_is_no_kind_of_nothing(figure):
    assert nothing_printed_as(figure) is None


def test_the_figure_of_a_sex_is_never_worked_out_from_the_other():
    women = observed(Sex.FEMALE, Decimal(0))

    assert value_of(Sex.FEMALE, [women]) == Decimal(0)
    assert value_of(Sex.MALE, [women]) is Nothing.NOT_REPORTED


def test_two_figures_for_one_sex_are_not_chosen_between():
    with pytest.raises(ValueError, match="2 figures"):
        value_of(Sex.MALE, [observed(Sex.MALE, Decimal(1)), observed(Sex.MALE, Decimal(2))])


@pytest.mark.parametrize(
    ("publisher", "document", "named"),
    [("BPS", "Paser dalam Angka", True), ("BPS", " ", False), ("", "Paser dalam Angka", False)],
)
def test_a_source_is_named_by_publisher_and_document(publisher, document, named):
    assert Source(publisher, document).is_named is named


@pytest.mark.parametrize("enumeration", ENUMERATIONS, ids=lambda each: each.__name__)
def test_every_member_has_a_word_of_its_own_in_both_languages(enumeration):
    for language in Language:
        words = [member.label.say(language) for member in enumeration]
        assert all(words)
        assert len(set(words)) == len(words)
