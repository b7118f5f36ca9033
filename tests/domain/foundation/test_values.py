"""Periods, shares, rupiah and places keep their promises."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.period import Period
from setara.domain.foundation.place import (
    COUNTRY_CODE,
    BadPlaceCode,
    lies_in,
    parent_of,
)
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.share import NoDenominator, Share
from setara.domain.foundation.verdict import (
    ALLOWED,
    Refused,
    first_refusal,
    refused,
    require,
)
from setara.domain.language.text import Language, Text

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))
SPENDING = Text("belanja daerah", "regional spending")


@st.composite
def periods(draw):
    start = draw(DAYS)
    length = draw(st.none() | st.integers(1, 5000))
    return Period(start, None if length is None else start + timedelta(days=length))


@given(periods(), periods())
def test_overlap_is_the_same_from_both_sides(one, other):
    assert one.overlaps(other) == other.overlaps(one)


@given(periods(), DAYS)
def test_a_shared_day_means_an_overlap(period, day):
    single = Period(day, day + timedelta(days=1))

    assert (day in period) == single.overlaps(period)


@given(periods())
def test_the_end_is_not_part_of_a_period(period):
    assert period.valid_from in period
    if period.valid_to is not None:
        assert period.valid_to not in period


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="must end after it starts"):
        Period(date(2025, 1, 2), date(2025, 1, 2))


@given(st.lists(st.integers(-(10**12), 10**12)))
def test_rupiah_add_up_without_loss(amounts):
    assert total(map(Rupiah, amounts)).amount == sum(amounts)


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_share_and_its_rest_make_one(part, whole):
    rest = Share(whole - part, whole, SPENDING).fraction

    assert abs(Share(part, whole, SPENDING).fraction + rest - 1) < Decimal("1E-26")


def test_a_share_says_its_denominator():
    share = Share(1138, 10000, SPENDING)

    assert share.say(Language.INDONESIAN) == "11,38% dari belanja daerah"
    assert share.say(Language.ENGLISH) == "11.38% of regional spending"


def test_half_a_unit_is_rounded_up():
    assert Share(12345, 1000000, SPENDING).percent() == Decimal("1.23")
    assert Share(12350, 1000000, SPENDING).percent() == Decimal("1.24")


def test_a_share_of_nothing_does_not_exist_and_says_of_what():
    with pytest.raises(NoDenominator) as caught:
        Share(1, 0, SPENDING)

    assert "belanja daerah bernilai nol" in caught.value.reason.say(Language.INDONESIAN)


@pytest.mark.parametrize(
    ("code", "parent"),
    [
        ("64.01.04.1001", "64.01.04"),
        ("64.01", "64"),
        ("64", COUNTRY_CODE),
        (COUNTRY_CODE, None),
    ],
)
def test_a_place_code_names_its_parent(code, parent):
    assert parent_of(code) == parent


@pytest.mark.parametrize("code", ["6401", "64.1", "64.01.04.9001", "", "64.01.", "Paser"])
def test_a_wrong_place_code_is_named_with_a_remedy(code):
    with pytest.raises(BadPlaceCode) as caught:
        parent_of(code)

    assert "64.01.04.1001" in caught.value.reason.say(Language.ENGLISH)


def test_a_village_lies_in_its_regency_and_not_in_a_namesake_code():
    assert lies_in("64.01.04.1001", "64.01")
    assert lies_in("64.01", COUNTRY_CODE)
    assert not lies_in("64.011", "64.01")


def test_each_sex_has_the_other_one():
    assert {sex.other for sex in Sex} == set(Sex)
    assert all(sex.other.other is sex for sex in Sex)


def test_a_refusal_carries_its_reason_to_the_one_who_asked():
    verdict = refused("Terlambat {n} hari.", "Late by {n} days.", n=3)

    assert not verdict
    with pytest.raises(Refused) as caught:
        require(first_refusal(ALLOWED, verdict, refused("x", "x")))
    assert caught.value.reason.say(Language.ENGLISH) == "Late by 3 days."
