"""Derivatives in the units people think in, and the reason where there is none."""

from decimal import Decimal

from setara.domain.indices import ipg
from setara.domain.indices.levers import sensitivity, what_if
from setara.domain.indices.levers.readings import sensitivity_reading
from setara.domain.language.text import Language
from tests.domain.indices.levers.test_what_if import PASER, SIX_OF_30
from tests.domain.indices.published import PASER_2021, figures


def by_measure(result, **asked):
    return {each.measure.key: each for each in sensitivity(result, **asked)}


def test_the_steps_are_those_people_think_in():
    steps = {key: each.step for key, each in by_measure(PASER).items()}
    shares = by_measure(SIX_OF_30, total_seats=30)

    assert steps["expenditure_female"].size == Decimal("29.65")
    assert steps["mean_schooling_female"].name.say(Language.INDONESIAN) == "1 tahun"
    assert shares["seats_female"].step.name.say(Language.ENGLISH) == "one seat of 30"
    assert by_measure(SIX_OF_30)["seats_female"].step.size == 1


def test_one_more_seat_is_taken_from_the_other_sex():
    women, men = (
        by_measure(SIX_OF_30, total_seats=30)[f"seats_{sex}"] for sex in ("female", "male")
    )
    recomputed = what_if(SIX_OF_30, {"seats_female": Decimal(700) / 30})

    assert (women.follower, men.follower) == ("seats_male", "seats_female")
    assert abs(women.per_step - recomputed.unrounded_change) < Decimal("1E-25")
    assert abs(women.slope_together - (women.slope - men.slope)) < Decimal("1E-25")
    assert abs(women.slope_together + men.slope_together) < Decimal("1E-25")


def test_elasticity_is_per_cent_for_per_cent():
    expenditure = by_measure(PASER)["expenditure_female"]
    more = what_if(PASER, {"expenditure_female": Decimal("2965.02965")})
    ipm = more.after.steps["ipm_female"] / PASER.steps["ipm_female"]

    assert abs((ipm - 1) * 100_000 - expenditure.elasticity) < Decimal("1E-5")


def test_beyond_a_goalpost_a_measure_moves_nothing_and_says_why():
    capped = ipg(**{**figures(PASER_2021), "expenditure_male": Decimal(27_000)}, year=2021)
    found = by_measure(capped)["expenditure_male"]

    assert (found.slope, found.elasticity, found.per_step, found.is_capped) == (0, 0, 0, True)
    assert [
        sentence.say(Language.INDONESIAN) for sentence in sensitivity_reading(capped, (found,))
    ] == [
        (
            "Pengeluaran per kapita disesuaikan laki-laki tidak berpengaruh karena sudah melewati "
            "batas yang dihitung."
        )
    ]


def test_at_zero_a_measure_under_a_root_has_no_slope_but_a_step():
    nothing = ipg(**{**figures(PASER_2021), "life_expectancy_female": Decimal("22.5")}, year=2021)
    found = by_measure(nothing)["life_expectancy_female"]

    assert nothing.published == 0
    assert found.slope is found.elasticity is None
    assert found.per_step > 10
    assert not found.is_capped


def test_a_step_goes_down_where_one_up_cannot_be():
    all_at_work = what_if(SIX_OF_30, {"lfpr_male": Decimal("99.5")}).after
    found = by_measure(all_at_work)["lfpr_male"]

    assert found.step_down
    assert found.per_step < 0 < found.slope


def test_the_step_that_moves_most_is_named_without_ranking_measures():
    (first,) = sensitivity_reading(PASER, sensitivity(PASER))
    schooling = PASER.figures["mean_schooling_female"]
    year = what_if(PASER, {"mean_schooling_female": schooling + 1}).unrounded_change

    assert first.say(Language.ENGLISH) == (
        "For one step as in the table, the largest change: Mean years of schooling, women (up 1 "
        "year), the IPG rises by 1.19. The steps are of different units, so this is no order of "
        "importance."
    )
    # The IPM of each sex is rounded on the way to a published IPG, and not on the way to a slope.
    assert abs(year - Decimal("1.19")) < Decimal("0.02")
