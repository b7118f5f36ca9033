"""How little of one measure is enough, or how far it leads."""

from decimal import Decimal

import pytest

from setara.domain.indices import ipg
from setara.domain.indices.levers import smallest_change, what_if
from setara.domain.indices.levers.readings import smallest_reading
from setara.domain.language.text import Language
from tests.domain.indices.levers.test_what_if import PASER, SIX_OF_30
from tests.domain.indices.published import PASER_2021, figures


def needed(result, measure, target):
    """The figure at which the target is reached."""
    found = smallest_change(result, measure, Decimal(target))
    assert found.published is not None
    return found.published


def test_what_expenditure_of_women_must_become_for_an_ipg_of_75():
    found = smallest_change(PASER, "expenditure_female", Decimal(75))

    assert found.published == 3559
    assert found.change == 594
    assert found.best is None
    assert what_if(PASER, {"expenditure_female": Decimal(3559)}).after.published == 75
    assert what_if(PASER, {"expenditure_female": Decimal(3558)}).after.published < 75
    assert smallest_reading(PASER, found).say(Language.INDONESIAN) == (
        "IPG mencapai 75 bila Pengeluaran per kapita disesuaikan perempuan menjadi 3.559 ribu "
        "rupiah/orang/tahun (sekarang 2.965) dan yang lain tetap."
    )


def test_rounding_helps_and_the_unrounded_index_needs_more():
    found = smallest_change(PASER, "expenditure_female", Decimal(75))

    assert found.unrounded == 3560
    assert needed(PASER, "expenditure_female", 75) < (found.unrounded or 0)


def test_a_cap_ends_what_a_measure_can_do():
    found = smallest_change(PASER, "mean_schooling_female", Decimal(90))

    assert (found.published, found.unrounded) == (None, None)
    assert found.best.figure == 15
    assert found.best.published == what_if(PASER, {"mean_schooling_female": 15}).after.published
    assert found.best.published == what_if(PASER, {"mean_schooling_female": 20}).after.published
    sentence = smallest_reading(PASER, found)
    assert sentence.say(Language.INDONESIAN) == (
        "90 tidak dapat dicapai oleh Rata-rata lama sekolah perempuan saja: paling jauh IPG "
        f"menjadi {str(found.best.published).replace('.', ',')}, karena nilai sesudah 15 tahun "
        "tidak dihitung lagi."
    )


def test_the_end_of_what_can_be_true_ends_it_too():
    found = smallest_change(SIX_OF_30, "secondary_female", Decimal("0.3"))

    assert found.best.figure.quantize(Decimal(1)) == 100
    assert "end of what can be true" in found.best.reason.say(Language.ENGLISH)


def test_an_index_that_turns_back_is_followed_to_its_turning_point():
    found = smallest_change(SIX_OF_30, "seats_female", Decimal("0.3"))
    at = {
        step: what_if(SIX_OF_30, {"seats_female": found.best.figure + step}).after.unrounded
        for step in (Decimal(-1), Decimal(0), Decimal(1))
    }

    assert found.best.reason.say(Language.ENGLISH).endswith("the index turns back")
    assert at[Decimal(0)] == min(at.values())
    assert found.follower == "seats_male"


def test_a_target_beyond_a_turning_point_of_a_narrow_summit_is_found():
    """Shares of seats of 20 per cent reach 0.4 only on a stretch; the nearer end is the answer."""
    share = needed(SIX_OF_30, "seats_female", "0.4")

    assert what_if(SIX_OF_30, {"seats_female": share}).after.published <= Decimal("0.4")
    assert share < 50


@pytest.mark.parametrize("target", ["70", "71.19", "101", "100"])
def test_reaching_is_coming_nearer_to_parity_or_being_there(target):
    """The IPG stands at 71.19 and parity at 100: 70 lies behind, 101 beyond."""
    found = smallest_change(PASER, "expenditure_female", Decimal(target))

    assert (found.published == found.figure) is (Decimal(target) <= PASER.published)


def test_beyond_the_target_on_the_good_side_nothing_is_needed():
    found = smallest_change(SIX_OF_30, "lfpr_female", Decimal("0.5"))

    assert found.change == 0
    assert found.unrounded == found.figure
    assert smallest_reading(SIX_OF_30, found).say(Language.INDONESIAN) == (
        "GII sudah mencapai 0,5; tidak ada yang perlu berubah."
    )


def test_from_beyond_a_goalpost_the_way_down_is_found():
    capped = ipg(**{**figures(PASER_2021), "expenditure_male": Decimal(40_000)}, year=2021)

    assert needed(capped, "expenditure_male", 70) < 26_572
