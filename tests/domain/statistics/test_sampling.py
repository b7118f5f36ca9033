"""Only samples carry chance: registers get no interval, and no change of theirs is noise."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language
from setara.domain.statistics.card import Collection
from setara.domain.statistics.counted import Counted, Sides, counted, sides
from setara.domain.statistics.disparity import Undefined
from setara.domain.statistics.interval import Interval, newcombe
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.sampling import (
    REGISTER,
    SAMPLE,
    Noise,
    Reliability,
    Sampling,
    Taken,
    chance,
    change,
    reliability,
)
from tests.domain.statistics.counting import pair, pairs

TODAY = date(2026, 1, 1)
PARTS = ("women", "men", "difference", "ratio")
SURVEYS = st.decimals("0.5", 5, places=1).map(lambda effect: Sampling(Collection.SAMPLE, effect))


@given(pairs())
def test_a_register_has_no_interval_and_says_so(found):
    answer = chance(found, REGISTER)

    for name in PARTS:
        reason = getattr(answer, name).reason
        assert "pencatatan lengkap" in reason.say(Language.INDONESIAN)
    assert not answer.could_be_nothing


def test_a_register_treated_as_a_sample_is_marked_so():
    found = chance(pair((6, 30), (24, 30)), REGISTER, as_if_sampled=True)

    assert all(getattr(found, name).is_hypothetical for name in PARTS)
    assert "seandainya" in found.difference.label.say(Language.INDONESIAN)
    assert not found.could_be_nothing


@given(pairs(least=1), SURVEYS)
def test_the_design_effect_divides_the_bases(found, survey):
    blurred = chance(found, survey)

    expected = newcombe(found.thinned(survey.design_effect))
    assert blurred.difference == expected
    assert not blurred.difference.is_hypothetical


def test_a_design_effect_can_turn_a_difference_into_chance():
    found = pair((60, 100), (40, 100))

    assert not chance(found, SAMPLE).could_be_nothing
    assert chance(found, Sampling(Collection.SAMPLE, Decimal(3))).could_be_nothing


def test_a_design_effect_is_above_zero():
    with pytest.raises(ValueError, match="above zero"):
        Sampling(Collection.SAMPLE, Decimal(0))


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        ((), None),
        (("3.2",), Reliability.GOOD),
        (("25",), Reliability.GOOD),
        (("25.01",), Reliability.CAUTION),
        (("50", "3"), Reliability.CAUTION),
        (("50.01", "3"), Reliability.UNUSABLE),
    ],
)
def test_the_worst_relative_error_decides(errors, expected):
    assert reliability(map(Decimal, errors), on=TODAY) is expected


NO_RATES = [
    (Nothing.REFUSED, Decimal(5), "ditolak"),
    (Decimal(5), Nothing.NOT_REPORTED, "penyebut tidak ada: belum dilaporkan"),
    (Decimal(-1), Decimal(5), "banyaknya kasus negatif"),
    (Decimal(1), Decimal(-5), "penyebut negatif"),
    (Decimal(0), Decimal(0), "nol"),
]


@pytest.mark.parametrize(("cases", "base", "words"), NO_RATES)
def test_what_is_no_rate_says_why(cases, base, words):
    found = counted(Sex.FEMALE, cases, base)

    assert words in found.reason.say(Language.INDONESIAN)
    assert "perempuan" in found.reason.say(Language.INDONESIAN)
    men = counted(Sex.MALE, Decimal(3), Decimal(4))
    assert sides(found, men) == sides(men, found) == found
    assert chance(sides(men, found), SAMPLE).ratio == found


def test_both_rates_make_a_pair():
    women, men = (counted(sex, Decimal(3), Decimal(4)) for sex in Sex)

    assert sides(women, men) == Sides(Counted(Decimal(3), Decimal(4)), men)


@pytest.mark.parametrize(("cases", "base"), [(1, 0), (1, -1), (-1, 1)])
def test_a_counted_figure_cannot_be_nonsense(cases, base):
    with pytest.raises(ValueError, match="no rate"):
        Counted(Decimal(cases), Decimal(base))


def moved(before, after, first=SAMPLE, second=SAMPLE):
    return change(Taken(before, first), Taken(after, second))


def test_a_small_change_in_a_sample_is_noise_and_a_great_one_is_not():
    few, shifted = pair((40, 100), (60, 100)), pair((45, 100), (58, 100))
    turned = pair((60, 100), (40, 100))

    assert moved(few, shifted).noise is Noise.NOISE
    assert moved(few, turned).noise is Noise.REAL
    assert moved(few, turned).interval.lower > 0


@given(pairs(), pairs())
def test_a_change_between_registers_is_never_noise(before, after):
    found = moved(before, after, REGISTER, REGISTER)

    assert found.noise is Noise.NO_CHANCE
    assert "pencatatan lengkap" in found.interval.reason.say(Language.INDONESIAN)


@given(pairs(), pairs(), SURVEYS, SURVEYS)
def test_noise_is_what_the_interval_says(before, after, first, second):
    found = moved(before, after, first, second)

    assert (found.noise is Noise.NOISE) == found.interval.holds(Decimal(0))
    assert isinstance(found.interval, Interval)


def test_a_survey_is_not_compared_with_a_register():
    few = pair((40, 100), (60, 100))

    for found in (moved(few, few, SAMPLE, REGISTER), moved(few, few, REGISTER, SAMPLE)):
        assert found.noise is Noise.UNKNOWN
        assert "tidak dibandingkan" in found.interval.reason.say(Language.INDONESIAN)


@pytest.mark.parametrize("missing", [0, 1])
def test_a_change_without_figures_is_not_judged(missing):
    ends = [pair((40, 100), (60, 100)), pair((40, 100), (60, 100))]
    ends[missing] = counted(Sex.FEMALE, Nothing.REFUSED, Decimal(3))

    found = moved(*ends)

    assert found.noise is Noise.UNKNOWN
    assert isinstance(found.interval, Undefined)


def test_a_change_of_what_is_no_proportion_is_not_judged():
    visits = pair((40, 10), (60, 100))

    assert moved(visits, visits).noise is Noise.UNKNOWN


def test_every_answer_has_words():
    for words in [each.label for each in (*Noise, *Reliability)]:
        assert words.id
        assert words.en
