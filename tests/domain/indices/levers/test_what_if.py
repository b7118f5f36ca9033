"""Other figures, recomputed; seats of women and men move together."""

from decimal import Decimal

import pytest

from setara.domain.indices import gii, ipg
from setara.domain.indices.definition import UnusableInput
from setara.domain.indices.levers import more_seats, seats, what_if
from setara.domain.indices.levers.readings import seats_reading, what_if_reading
from setara.domain.language.text import Language
from tests.domain.indices.published import PASER_2021, figures

PASER = ipg(**figures(PASER_2021), year=2021)
# Indonesia 2022 as UNDP has it but for the seats, which are those of DPRD Paser 2021, 6 of 30.
SIX_OF_30 = gii(
    maternal_mortality_ratio=Decimal("172.9225117"),
    adolescent_birth_rate=Decimal("32.94"),
    seats_female=Decimal(20),
    seats_male=Decimal(80),
    secondary_female=Decimal("51.00518036"),
    secondary_male=Decimal("58.21279907"),
    lfpr_female=Decimal("52.5"),
    lfpr_male=Decimal("81.45"),
)


def test_another_figure_recomputes_the_index_exactly():
    found = what_if(PASER, {"expenditure_female": Decimal(17502)})
    given = {**figures(PASER_2021), "expenditure_female": Decimal(17502)}

    assert found.after == ipg(**given, year=2021)
    assert str(found.change) == "27.27"
    (moved,) = found.moved
    assert moved.measure.key == "expenditure_female"
    assert moved.before == 2965
    assert moved.after == 17502
    assert what_if_reading(found).say(Language.INDONESIAN) == (
        "IPG menjadi 98,46, naik 27,27 dari 71,19."
    )


def test_a_figure_that_cannot_be_true_is_named():
    with pytest.raises(UnusableInput) as refusal:
        what_if(PASER, {"expenditure_female": Decimal(50), "mean_schooling_male": Decimal(99)})

    assert [fault.measures for fault in refusal.value.faults] == [
        ("expenditure_female",),
        ("mean_schooling_male",),
    ]


def test_an_unknown_measure_is_no_figure_of_the_index():
    with pytest.raises(TypeError, match="seats_female"):
        what_if(PASER, {"seats_female": Decimal(20)})


def test_men_give_up_the_seats_that_women_gain():
    found = what_if(SIX_OF_30, {"seats_female": Decimal(30)})

    assert found.after.figures["seats_male"] == 70
    assert [(each.measure.key, each.along) for each in found.moved] == [
        ("seats_female", False),
        ("seats_male", True),
    ]
    assert found.after == what_if(SIX_OF_30, {"seats_male": Decimal(70)}).after
    assert found.change < 0


def test_two_more_seats_are_two_more_of_the_same_house():
    assert seats(30, 8) == more_seats(SIX_OF_30, 2, of=30)
    assert more_seats(SIX_OF_30, -6, of=30) == {"seats_female": 0, "seats_male": 100}
    sentence = seats_reading(SIX_OF_30, 2, of=30)
    assert sentence.say(Language.INDONESIAN) == (
        "Dengan 8 dari 30 kursi untuk perempuan (sekarang 6): GII menjadi 0,428, turun 0,016 "
        "dari 0,444."
    )


@pytest.mark.parametrize("counts", [(30, 31), (30, -1), (0, 0), (30, 10, 25)])
def test_seats_that_cannot_be_held_are_refused(counts):
    with pytest.raises(UnusableInput, match="seats"):
        seats(*counts)


def test_a_share_that_is_no_whole_number_of_seats_is_refused():
    with pytest.raises(UnusableInput, match="no whole number"):
        more_seats(SIX_OF_30, 1, of=31)
    assert more_seats(SIX_OF_30, 1, of=5)["seats_female"] == 40


def test_a_share_printed_with_two_decimals_is_still_a_number_of_seats():
    printed = what_if(SIX_OF_30, {"seats_female": Decimal("23.33")}).after

    assert more_seats(printed, 1, of=30) == seats(30, 8)
