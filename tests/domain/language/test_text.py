"""Words come in pairs, and numbers are written the way each language writes them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.period import Period
from setara.domain.language.text import Language, Text, listed, same
from setara.domain.language.writing import day, number

ID, EN = Language.INDONESIAN, Language.ENGLISH


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (1234567, "1.234.567", "1,234,567"),
        (Decimal("71.19"), "71,19", "71.19"),
        (Decimal("-1234.50"), "−1.234,50", "−1,234.50"),
        (Decimal("1E+3"), "1.000", "1,000"),
        (date(2025, 6, 16), "16 Juni 2025", "16 June 2025"),
        (Rupiah(-70600000), "−Rp70.600.000", "−Rp70,600,000"),
        (Period.year(2021), "2021", "2021"),
        (Period(date(2025, 1, 2)), "sejak 2 Januari 2025", "since 2 January 2025"),
        ("Tanah Grogot", "Tanah Grogot", "Tanah Grogot"),
        (True, "True", "True"),
    ],
)
def test_a_value_is_written_as_its_language_writes_it(value, indonesian, english):
    text = Text("{x}", "{x}").filled(x=value)

    assert (text.say(ID), text.say(EN)) == (indonesian, english)


def test_a_text_inside_a_text_is_said_in_the_same_language():
    inner = Text("perempuan", "women")

    assert Text("untuk {who}", "for {who}").filled(who=inner).say(EN) == "for women"


def test_a_place_without_its_value_is_an_error_not_a_hole():
    with pytest.raises(KeyError):
        Text("{a} {b}", "{a} {b}").filled(a=1).say(ID)


def test_braces_in_a_proper_name_survive():
    assert same("{nama}").say(ID) == "{nama}"


def test_a_list_ends_with_the_conjunction_of_its_language():
    three = listed([same("a"), same("b"), same("c")])

    assert (three.say(ID), three.say(EN)) == ("a, b, dan c", "a, b and c")
    assert listed([same("a"), same("b")]).say(ID) == "a dan b"
    assert listed([]).say(ID) == ""
    assert listed([same("a")]).say(EN) == "a"


def test_a_day_can_carry_its_weekday():
    rakor = date(2025, 6, 16)

    assert day(rakor, indonesian=True, with_weekday=True) == "Senin, 16 Juni 2025"
    assert day(rakor, indonesian=False, with_weekday=True) == "Monday, 16 June 2025"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-1e9, max_value=1e9))
def test_the_two_writings_differ_only_in_their_marks(value):
    swapped = str.maketrans(",.", ".,")

    assert number(value, indonesian=True).translate(swapped) == number(value, indonesian=False)


@given(st.integers(-(10**15), 10**15))
def test_a_written_number_reads_back(value):
    written = number(value, indonesian=True)

    assert int(written.replace(".", "").replace("−", "-")) == value
