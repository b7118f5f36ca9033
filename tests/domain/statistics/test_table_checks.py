"""A table by sex is checked against itself, cell by cell."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.language.text import Language
from setara.domain.statistics.element import Measure
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.table import Column, Severity, SexRow, SexTable
from setara.domain.statistics.table_checks import table_findings
from tests.domain.statistics.casebook import cases, figure

PEOPLE = st.integers(0, 10**7)


def row(number=5, label="Tanah Grogot", **cells):
    figures = {name: figure(v) if isinstance(v, int) else v for name, v in cells.items()}
    return SexRow(number, label, **{"female": Decimal(1), "male": Decimal(1), **figures})


def findings(*rows, measure=Measure.COUNT):
    return table_findings(SexTable(measure, rows))


@pytest.mark.parametrize("case", cases("statistics", "tables"))
def test_errors_of_published_rows_are_found_and_sound_rows_pass(case):
    found = findings(row(**case["row"]))

    assert [finding.column.value for finding in found] == case["findings"]


def test_a_wrong_total_is_told_with_its_numbers_and_a_remedy():
    (found,) = findings(row(female=31, male=141, total=163))

    assert (found.row, found.severity) == (5, Severity.ERROR)
    assert found.message.say(Language.INDONESIAN) == (
        "Perempuan 31 ditambah laki-laki 141 adalah 172, tetapi jumlahnya tertulis 163."
    )
    assert "dokumen sumber" in found.remedy.say(Language.INDONESIAN)


def test_a_wrong_per_cent_is_told_with_the_right_one():
    (found,) = findings(row(female=151822, male=161685, female_percent=Decimal("42.43")))

    assert "42.43, but 151,822 of 313,507 is 48.43" in found.message.say(Language.ENGLISH)


@given(PEOPLE, PEOPLE.filter(bool), st.integers(0, 4))
def test_a_row_that_adds_up_has_no_finding(women, men, places):
    whole = women + men
    step = Decimal(1).scaleb(-places)
    percents = [(Decimal(part) / whole * 100).quantize(step) for part in (women, men)]

    assert not findings(
        row(
            female=women,
            male=men,
            total=whole,
            female_percent=percents[0],
            male_percent=percents[1],
        )
    )


@given(PEOPLE, PEOPLE, st.integers(1, 1000))
def test_a_total_that_is_off_by_anything_is_found(women, men, error):
    (found,) = findings(row(female=women, male=men, total=women + men + error))

    assert found.column is Column.TOTAL


def test_per_cents_without_counts_must_add_up_to_a_hundred():
    cells = {"female": Nothing.NOT_REPORTED, "male": Nothing.NOT_REPORTED}
    close = row(**cells, female_percent=Decimal("33.3"), male_percent=Decimal("66.6"))
    wrong = row(**cells, female_percent=Decimal("46.4"), male_percent=Decimal("53.3"))

    assert not findings(close)
    assert [finding.column for finding in findings(wrong)] == [Column.MALE_PERCENT]


def test_people_are_neither_negative_nor_fractions():
    found = findings(row(female=Decimal("-3"), male=Decimal("2.5")))

    assert [finding.column for finding in found] == [Column.FEMALE, Column.MALE]
    assert [finding.message.say(Language.ENGLISH) for finding in found] == [
        "The figure for women, −3, is negative.",
        "The figure for men, 2.5, is not a whole number.",
    ]


def test_a_rate_may_be_a_fraction_but_not_negative_and_does_not_add_up():
    assert not findings(
        row(female=Decimal("53.4"), male=Decimal("83.9"), total=Decimal("68.6")),
        measure=Measure.RATE,
    )
    (found,) = findings(row(female=Decimal("-0.1")), measure=Measure.RATE)
    assert found.column is Column.FEMALE


def test_an_average_may_be_anything():
    assert not findings(row(female=Decimal("-0.5"), total=Decimal(9)), measure=Measure.VALUE)


def test_a_row_that_is_there_twice_is_found_in_both_places():
    found = findings(row(4, "Kuaro"), row(5, "Long Ikis"), row(9, " KUARO "), row(10, "Long  Kali"))

    assert [(finding.row, finding.column) for finding in found] == [
        (4, Column.LABEL),
        (9, Column.LABEL),
    ]


def test_an_empty_cell_is_asked_about_and_a_kind_of_nothing_is_not():
    (found,) = findings(row(female=None, male=Nothing.NOT_REPORTED, total=20))

    assert (found.column, found.severity) == (Column.FEMALE, Severity.WARNING)
    assert "tidak sama dengan nol" in found.message.say(Language.INDONESIAN)


def test_nobody_at_all_has_no_per_cent_to_check():
    assert not findings(row(female=0, male=0, female_percent=Decimal(0), total=0))
