"""Cells are read by the style of their column; what could be two things is decided or asked."""

from dataclasses import replace
from decimal import Decimal

import pytest

from setara.domain.indices.ipm import IPM
from setara.domain.indices.table.cells import AmbiguousColumn, Unread, read_cell, read_columns
from setara.domain.language.numerals import DecimalStyle, NotANumber
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing

LIFE, SCHOOL, MEAN, MONEY = IPM.measures
ANY = replace(MONEY, lowest=Decimal(0), highest=Decimal(10**9))


def read(measure, *cells, style=None):
    table = read_columns({measure: (0, cells)}, style)
    return list(table.columns[measure.key])


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (["74.84", "70"], ["74.84", "70"]),
        (["74,84", "70"], ["74.84", "70"]),
        ([" 74.84 ", "70.0"], ["74.84", "70.0"]),
        ([74.84, 70], ["74.84", "70"]),
        ([Decimal("74.84"), "70,5"], ["74.84", "70.5"]),
    ],
)
def test_numbers_are_what_is_written(cells, numbers):
    assert read(LIFE, *cells) == [Decimal(number) for number in numbers]


def test_grouped_money_is_read_by_its_column():
    assert read(MONEY, "17.502,5", "2.965") == [Decimal("17502.5"), Decimal(2965)]
    assert read(MONEY, "17,502.5", "2,965") == [Decimal("17502.5"), Decimal(2965)]


def test_one_mark_before_three_digits_is_what_the_measure_can_be():
    assert read(MONEY, "2.965", "17.502") == [Decimal(2965), Decimal(17502)]
    assert read(LIFE, "74.840", "70.861") == [Decimal("74.840"), Decimal("70.861")]
    assert read(LIFE, "74,840", "70,861") == [Decimal("74.840"), Decimal("70.861")]


def test_what_was_decided_is_said():
    table = read_columns({LIFE: (0, ["74.840"])})

    (remark,) = table.remarks
    assert remark.say(Language.ENGLISH).startswith(
        "Column “life_expectancy”: “74.840” is read as 74.840."
    )


def test_the_other_columns_decide_where_both_are_possible():
    table = read_columns({ANY: (0, ["1.234"]), LIFE: (1, ["74.84"])})
    assert table.columns[ANY.key] == [Decimal("1.234")]

    table = read_columns({ANY: (0, ["1.234"]), LIFE: (1, ["74,84"])})
    assert table.columns[ANY.key] == [Decimal(1234)]


def test_what_nothing_decides_is_asked():
    with pytest.raises(AmbiguousColumn) as refusal:
        read_columns({ANY: (2, ["1.234"])})

    said = refusal.value.reason.say(Language.ENGLISH)
    assert "Column C “expenditure”: “1.234” could be 1234 or 1.234" in said
    assert "--decimal" in said
    assert read(ANY, "1.234", style=DecimalStyle.POINT) == [Decimal("1.234")]
    assert read(ANY, "1.234", style=DecimalStyle.COMMA) == [Decimal(1234)]


def test_two_styles_in_one_column_are_refused_with_the_column():
    with pytest.raises(NotANumber) as refusal:
        read_columns({LIFE: (1, ["74,84", "70.86"])})

    assert refusal.value.reason.say(Language.INDONESIAN).startswith("Kolom B “life_expectancy”: ")


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("", Nothing.NOT_REPORTED),
        (None, Nothing.NOT_REPORTED),
        (float("nan"), Nothing.NOT_REPORTED),
        ("…", Nothing.NOT_REPORTED),
        ("...", Nothing.NOT_REPORTED),
        ("..", Nothing.NOT_REPORTED),
        ("NaN", Nothing.NOT_REPORTED),
        ("-", Nothing.NONE_EXISTS),
        (" – ", Nothing.NONE_EXISTS),
        ("NA", Nothing.NOT_APPLICABLE),
        ("n/a", Nothing.NOT_APPLICABLE),
    ],
)
def test_signs_of_nothing_are_no_numbers(cell, kind):
    for style in DecimalStyle:
        assert read_cell(cell, style) is kind


@pytest.mark.parametrize("cell", ["banyak", "7 4", "74.8.4", True, float("inf"), "1e", "1e9999"])
def test_what_is_no_number_is_kept_as_it_is_written(cell):
    assert read_cell(cell, DecimalStyle.POINT) == Unread(str(cell))


def test_a_percent_sign_is_the_unit_or_a_hundredth():
    share = replace(LIFE, lowest=Decimal(0), highest=Decimal(1))

    assert read(replace(LIFE, lowest=Decimal(0)), "20.5%") == [Decimal("20.5")]
    assert read(share, "20.5%", "0.2") == [Decimal("0.205"), Decimal("0.2")]


@pytest.mark.parametrize(
    ("cell", "number"), [("1.2e-05", "0.000012"), ("5E+03", "5000"), ("2e0", "2")]
)
def test_powers_of_ten_are_read(cell, number):
    assert read(ANY, cell) == [Decimal(number)]
