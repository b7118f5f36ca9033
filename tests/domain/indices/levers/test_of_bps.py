"""Levers of the IDG and IKG as they are asked for in a kabupaten."""

from decimal import Decimal

import pytest

from setara.domain.indices.idg import idg
from setara.domain.indices.ikg import ikg
from setara.domain.indices.levers import (
    contributions,
    noise_warning,
    sensitivity,
    smallest_change,
    what_if,
)
from setara.domain.indices.levers.readings import seats_reading, sensitivity_reading
from setara.domain.language.text import Language

# Paser 2021 (BPS) but for the expenditure, which BPS no longer publishes; its share of women.
IDG = idg(
    seats_female=Decimal(20),
    professional_female=Decimal("44.39"),
    income_share_female=Decimal("23.71"),
    population_share_female=Decimal("48.25"),
    ppp=Decimal(640),
)
# Jawa Barat 2022, published 0.490.
IKG = ikg(
    mtf=Decimal("0.169"),
    mhpk20=Decimal("0.299"),
    seats_male=Decimal("78.15"),
    seats_female=Decimal("21.85"),
    secondary_male=Decimal("41.24"),
    secondary_female=Decimal("35.36"),
    lfpr_male=Decimal("83.93"),
    lfpr_female=Decimal("48.01"),
    year=2022,
)


@pytest.mark.parametrize("more", [1, -1])
def test_one_seat_of_30_around_six_is_about_two_and_a_half_points_of_the_idg(more):
    seat = Decimal(100) / 30 * more
    change = what_if(IDG, {"seats_female": 20 + seat}).unrounded_change

    assert Decimal("2.5") <= abs(change) <= Decimal("2.85")
    assert (change > 0) is (more > 0)


def test_the_step_of_the_idg_is_that_seat():
    (seats, *_) = sensitivity(IDG, total_seats=30)

    assert round(seats.per_step, 2) == Decimal("2.51")
    assert (
        seats_reading(IDG, 2, of=30)
        .say(Language.INDONESIAN)
        .startswith(
            "Dengan 8 dari 30 kursi untuk perempuan (sekarang 6): IDG menjadi 68,81, naik 4,72"
        )
    )


def test_the_share_of_the_population_is_no_lever_that_anyone_is_told_of():
    (sentence, *_) = sensitivity_reading(IDG, sensitivity(IDG))

    assert "population" not in sentence.say(Language.ENGLISH)


def test_professional_work_alone_turns_back_at_the_share_of_the_population():
    found = smallest_change(IDG, "professional_female", Decimal(70))

    assert found.published is None
    assert found.best is not None
    assert abs(found.best.figure - Decimal("48.25")) < 1
    assert "turns back" in found.best.reason.say(Language.ENGLISH)


def test_a_usual_change_of_the_ikg_is_warned_of_and_seats_count_as_one():
    after = what_if(IKG, {"seats_female": Decimal("23.33")}).after
    warning = noise_warning(IKG, after)
    parts = contributions(IKG, after)

    assert IKG.published == Decimal("0.490")
    assert warning is not None
    assert "tidak lebih dari gerak tahunan yang biasa" in warning.say(Language.INDONESIAN)
    moved = [e.measures for part in parts.dimensions for e in part.contributions if e.size]
    assert moved == [("seats_female", "seats_male")]
