"""Seats are filled by decree, by one holder at a time, and acting holders go first."""

from datetime import date

import pytest

from setara.domain.foundation.period import Period
from setara.domain.foundation.seat import (
    AGENCY_SEATS,
    Capacity,
    Holding,
    Seat,
    SeatKind,
    holding_on,
    may_create_seat,
    may_end,
    may_seat,
)
from setara.domain.language.text import Language

HOLDER = Holding(1, Capacity.HOLDER, Period(date(2024, 1, 2)), "100/2024")
ACTING = Holding(2, Capacity.ACTING, Period(date(2025, 3, 1), date(2025, 6, 1)), "7/2025")


def test_an_acting_holder_goes_before_the_holder():
    assert holding_on([HOLDER, ACTING], date(2025, 4, 1)) == ACTING
    assert holding_on([HOLDER, ACTING], date(2025, 6, 1)) == HOLDER
    assert holding_on([HOLDER], date(2023, 1, 1)) is None


def test_a_seat_has_one_holder_at_a_time():
    second = Holding(3, Capacity.HOLDER, Period(date(2025, 1, 1)), "8/2025")

    verdict = may_seat([HOLDER, ACTING], second)

    assert not verdict
    assert "2 Januari 2024" in verdict.reason.say(Language.INDONESIAN)


def test_acting_beside_a_holder_is_allowed_but_not_twice():
    daily = Holding(4, Capacity.DAILY, Period(date(2025, 5, 1), date(2025, 5, 8)), "9/2025")

    assert may_seat([HOLDER], ACTING)
    assert not may_seat([HOLDER, ACTING], daily)


def test_no_decree_no_seat():
    assert not may_seat([], Holding(1, Capacity.HOLDER, Period(date(2025, 1, 1)), " "))


def test_a_representation_is_no_term():
    term = Period(date(2025, 1, 1), date(2025, 1, 2))

    assert not may_seat([], Holding(1, Capacity.REPRESENTING, term, "8/2025"))


def test_a_term_ends_after_it_starts_and_is_never_made_longer():
    assert may_end(HOLDER, date(2030, 1, 1))
    assert not may_end(HOLDER, date(2024, 1, 2))
    assert may_end(ACTING, date(2025, 5, 1))
    assert not may_end(ACTING, date(2025, 6, 1))


@pytest.mark.parametrize("kind", list(SeatKind))
def test_only_seats_of_the_government_stand_without_an_agency(kind):
    assert bool(may_create_seat(Seat(kind, "x"))) == (kind not in AGENCY_SEATS)
    assert may_create_seat(Seat(kind, "x", "1.02"))


def test_every_kind_and_capacity_has_words():
    for language in Language:
        assert len({kind.label.say(language) for kind in SeatKind}) == len(SeatKind)
        assert len({capacity.label.say(language) for capacity in Capacity}) == len(Capacity)
    assert [capacity.prefix for capacity in Capacity] == ["", "Plt. ", "Plh. ", "a.n. "]
