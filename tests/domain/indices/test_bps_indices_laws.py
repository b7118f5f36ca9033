"""What must hold for the IDG, the IKG and the parity indices, whatever the figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.sex import Sex
from setara.domain.indices import UnusableInput, adjusted_gpi, at_parity, gpi, idg, ikg, solve_ppp
from setara.domain.indices.equally_distributed import equally_distributed
from setara.domain.language.text import Language
from setara.domain.statistics.disparity import BOTH_ZERO, MEN_ZERO, adjusted_parity

TINY = Decimal("1E-20")
SHARE = st.decimals(1, 99, places=2)
PEOPLE = st.decimals(40, 60, places=2)
EMPOWERED = st.fixed_dictionaries(
    {
        "seats_female": SHARE,
        "professional_female": SHARE,
        "income_share_female": SHARE,
        "population_share_female": PEOPLE,
    }
)
PPP = st.decimals(400, 730, places=2)
SIDE = st.fixed_dictionaries(
    {
        "secondary": st.decimals(2, 99, places=2),
        "lfpr": st.decimals(5, 95, places=2),
    }
)
BIRTHS = st.decimals("0.01", "0.9", places=3)
AMOUNT = st.decimals("0.01", 10000, places=2)


def unequal(women, men, seats, mtf, mhpk20):
    shares = {f"{key}_female": value for key, value in women.items()}
    shares |= {f"{key}_male": value for key, value in men.items()}
    return ikg(mtf=mtf, mhpk20=mhpk20, seats_female=seats, seats_male=100 - seats, **shares)


@given(EMPOWERED, PPP)
def test_the_way_back_to_the_expenditure_is_exact(shares, ppp):
    found = idg(**shares, ppp=ppp)

    if found.unrounded > 0:
        assert abs(solve_ppp(idg=found.unrounded, **shares) - ppp) < TINY


@given(EMPOWERED, PPP, st.decimals("0.1", 20, places=1))
def test_more_expenditure_raises_the_idg(shares, ppp, more):
    assert idg(**shares, ppp=ppp + more).unrounded > idg(**shares, ppp=ppp).unrounded


@given(PEOPLE, SHARE, SHARE)
def test_the_equally_distributed_value_lies_between_both_and_is_theirs_at_parity(p, women, men):
    part = p / 100
    found = equally_distributed(part, women, men)

    assert min(women, men) - TINY <= found <= max(women, men) + TINY
    assert abs(equally_distributed(part, women, women) - women) < TINY
    assert found <= part * women + (1 - part) * men + TINY


@given(EMPOWERED, PPP)
def test_exchanging_the_sexes_leaves_the_idg(shares, ppp):
    exchanged = {key: 100 - value for key, value in shares.items()}

    assert abs(idg(**exchanged, ppp=ppp).unrounded - idg(**shares, ppp=ppp).unrounded) < TINY


@given(SIDE, SIDE, SHARE, BIRTHS, BIRTHS)
def test_the_ikg_lies_between_0_and_1(women, men, seats, mtf, mhpk20):
    assert 0 <= unequal(women, men, seats, mtf, mhpk20).unrounded <= 1


@given(SIDE, SIDE, SHARE, BIRTHS, BIRTHS)
def test_more_births_outside_a_facility_or_early_raise_the_ikg(women, men, seats, mtf, mhpk20):
    now, more = unequal(women, men, seats, mtf, mhpk20).unrounded, Decimal("0.05")

    assert unequal(women, men, seats, mtf + more, mhpk20).unrounded > now
    assert unequal(women, men, seats, mtf, mhpk20 + more).unrounded > now


@given(SIDE, SIDE, SHARE, BIRTHS, BIRTHS)
def test_the_two_kinds_of_births_count_alike(women, men, seats, mtf, mhpk20):
    forth = unequal(women, men, seats, mtf, mhpk20)

    assert unequal(women, men, seats, mhpk20, mtf).unrounded == forth.unrounded


@given(SIDE)
def test_at_parity_and_the_best_health_the_ikg_is_0(side):
    assert abs(unequal(side, side, Decimal(50), 0, 0).unrounded) < TINY


@given(AMOUNT, AMOUNT)
def test_the_adjusted_parity_index_mirrors_at_1_and_stays_between_0_and_2(women, men):
    forth = adjusted_gpi(value_female=women, value_male=men)
    back = adjusted_gpi(value_female=men, value_male=women)

    assert 0 <= forth.unrounded <= 2
    assert abs(forth.unrounded + back.unrounded - 2) < TINY
    assert at_parity(forth) is at_parity(back)


@given(st.decimals(0, 10000, places=2), AMOUNT)
def test_written_without_a_choice_it_is_what_the_register_of_data_says(women, men):
    ratio = gpi(value_female=women, value_male=men).unrounded

    found = adjusted_gpi(value_female=women, value_male=men).unrounded
    assert abs(found - adjusted_parity(ratio)) < TINY


@pytest.mark.parametrize(
    ("women", "men", "plain", "adjusted", "parity"),
    [
        ("1.25", "1", "1.25", "1.20", False),
        ("4", "5", "0.80", "0.80", False),
        ("97", "100", "0.97", "0.97", True),
        ("100", "97", "1.03", "1.03", True),
        ("96.9", "100", "0.97", "0.97", False),
        ("0", "5", "0.00", "0.00", False),
    ],
)
def test_parity_indices_by_hand(women, men, plain, adjusted, parity):
    pair = {"value_female": Decimal(women), "value_male": Decimal(men)}

    assert str(gpi(**pair).published) == plain
    assert str(adjusted_gpi(**pair).published) == adjusted
    assert at_parity(adjusted_gpi(**pair)) is parity


@pytest.mark.parametrize("index", [gpi, adjusted_gpi])
@pytest.mark.parametrize(("women", "reason"), [(3, MEN_ZERO), (0, BOTH_ZERO)])
def test_without_men_there_is_no_parity_index_and_a_reason(index, women, reason):
    with pytest.raises(UnusableInput) as caught:
        index(value_female=women, value_male=0)

    assert caught.value.reason.say(Language.ENGLISH) == reason.say(Language.ENGLISH)


@pytest.mark.parametrize("index", [gpi, adjusted_gpi])
def test_a_negative_figure_is_refused_by_the_name_of_its_sex(index):
    with pytest.raises(UnusableInput) as caught:
        index(value_female=-1, value_male=2)

    assert Sex.FEMALE.label.say(Language.INDONESIAN) in caught.value.reason.say(Language.INDONESIAN)
