"""A change that is no more than an index moves anyway is not called progress."""

from datetime import date
from decimal import Decimal

import pytest

from setara.domain.indices.levers import noise_warning
from setara.domain.indices.levers.noise import usual
from setara.domain.language.text import Language
from tests.domain.indices.levers.test_what_if import PASER, SIX_OF_30

ON = date(2023, 1, 1)


def warning(change):
    return usual("ikg", "IKG", Decimal(change), ON)


@pytest.mark.parametrize("change", ["0", "0.010", "-0.035"])
def test_a_usual_change_is_warned_of(change):
    sentence = warning(change).say(Language.INDONESIAN)

    assert "tidak lebih dari gerak tahunan yang biasa" in sentence
    assert "0,035" in sentence


def test_a_greater_change_may_still_be_noise():
    assert "as much" not in warning("-0.036").say(Language.ENGLISH)
    assert "check its figures" in warning("0.23").say(Language.ENGLISH)
    assert warning("-0.231") is None


def test_of_an_index_whose_movement_is_unknown_nothing_is_said():
    assert noise_warning(PASER, PASER) is None
    assert noise_warning(SIX_OF_30, SIX_OF_30) is None
