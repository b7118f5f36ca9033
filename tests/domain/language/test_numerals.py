"""Numbers as people type them; the column decides what one mark before three digits means."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.language.numerals import (
    NOTHING,
    DecimalStyle,
    NotANumber,
    decimal_style,
    typed_number,
)
from setara.domain.language.text import Language
from setara.domain.language.writing import number

COMMA, POINT = DecimalStyle.COMMA, DecimalStyle.POINT


@pytest.mark.parametrize(
    ("cell", "style", "value"),
    [
        ("21 575", COMMA, "21575"),
        ("21\u00a0575", POINT, "21575"),
        ("1\u202f234\u202f567", COMMA, "1234567"),
        ("1'234", POINT, "1234"),
        ("1.234,5", COMMA, "1234.5"),
        ("1,234.5", POINT, "1234.5"),
        ("0.460", POINT, "0.460"),
        (",5", COMMA, "0.5"),
        ("(123)", COMMA, "-123"),
        ("−5", COMMA, "-5"),
        ("+7", POINT, "7"),
        ("Rp 1.234.567,00", COMMA, "1234567.00"),
        ("Rp1.250.000,-", COMMA, "1250000"),
        ("-Rp 5.000", COMMA, "-5000"),
        ("IDR 5,000.50", POINT, "5000.50"),
        ("12 %", COMMA, "12"),
        ("12,5%", COMMA, "12.5"),
        (2965, COMMA, "2965"),
        (0.46, COMMA, "0.46"),
        (Decimal("1.10"), COMMA, "1.10"),
    ],
    ids=str,
)
def test_a_number_is_read_in_the_style_of_its_column(cell, style, value):
    assert str(typed_number(cell, style)) == value


@pytest.mark.parametrize("cell", [None, *sorted(NOTHING), " - ", "N/A"])
def test_what_stands_for_no_figure_is_nothing_and_not_zero(cell):
    assert typed_number(cell, COMMA) is None


@pytest.mark.parametrize(
    "cell",
    [
        *("abc", "1..2", "5,", "1.23.4", "12.34", "2021 575", "5 6", "3 orang", "٣"),
        *(True, float("nan"), float("inf"), [1]),
    ],
    ids=str,
)
def test_what_is_no_number_is_refused_with_the_cell_quoted(cell):
    with pytest.raises(NotANumber) as refusal:
        typed_number(cell, COMMA)

    assert str(cell) in refusal.value.reason.say(Language.INDONESIAN)


@pytest.mark.parametrize(
    ("cells", "style"),
    [
        (["0.460", "0.441"], POINT),
        (["1,234.5", "7"], POINT),
        (["1.234.567", "12"], COMMA),
        (["1.234", "12,5"], COMMA),
        (["1.234", "12.5"], POINT),
        (["1.234", "2.345"], COMMA),
        (["1,234", "2,345"], POINT),
        (["5", "6", 7.5], COMMA),
        (["Kecamatan", "12.5", "–"], POINT),
        ([], COMMA),
    ],
    ids=str,
)
def test_the_cells_that_can_be_read_in_one_way_decide_for_the_others(cells, style):
    assert decimal_style(cells) is style


@pytest.mark.parametrize("cells", [["1,5", "2.5"], ["1.234", "1,234"]], ids=str)
def test_a_column_in_two_styles_is_refused_with_an_example_of_each(cells):
    with pytest.raises(NotANumber) as refusal:
        decimal_style(cells)

    assert all(cell in refusal.value.reason.say(Language.ENGLISH) for cell in cells)


FIGURES = st.decimals(
    min_value=-(10**12), max_value=10**12, places=2, allow_nan=False, allow_infinity=False
)


@given(st.lists(FIGURES, min_size=1, max_size=8), st.booleans())
def test_what_setara_writes_it_reads_again(values, indonesian):
    cells = [number(value, indonesian=indonesian, places=2) for value in values]

    style = decimal_style(cells)

    assert style is (COMMA if indonesian else POINT)
    assert [typed_number(cell, style) for cell in cells] == values


@given(st.text(max_size=12), st.sampled_from(DecimalStyle))
def test_any_text_is_a_number_nothing_or_refused(text, style):
    try:
        value = typed_number(text, style)
    except NotANumber:
        return
    assert value is None or value.is_finite()
