"""The IKG asks for what BPS measures, and says where it rests on a floor nobody confirmed."""

import pytest

from setara.domain.indices import UnusableInput, gii, ikg
from setara.domain.indices.gii import GII
from setara.domain.indices.ikg import IKG
from setara.domain.language.text import Language

GIVEN = {
    "mtf": 0.169,
    "mhpk20": 0.299,
    "seats_female": 21.67,
    "seats_male": 78.33,
    "secondary_female": 30.5,
    "secondary_male": 38.2,
    "lfpr_female": 45.2,
    "lfpr_male": 83.9,
}


def doubts(**changed):
    return {
        fault.measures: fault.reason
        for fault in ikg(**{**GIVEN, **changed}, year=2022).doubts
        if len(fault.measures) == 1
    }


@pytest.mark.parametrize("sex", ["female", "male"])
def test_schooling_is_sma_or_more_for_bps_and_some_secondary_for_undp(sex):
    bps, undp = (index.measure(f"secondary_{sex}").name for index in (IKG, GII))

    assert bps.say(Language.INDONESIAN).startswith("Berpendidikan SMA ke atas")
    assert bps.say(Language.ENGLISH).startswith("Senior secondary school or more")
    assert undp.say(Language.ENGLISH).startswith("At least some secondary education")


def test_faults_and_explanations_name_the_schooling_bps_counts():
    with pytest.raises(UnusableInput) as refused:
        ikg(**{**GIVEN, "secondary_female": 0.305, "secondary_male": 0.382})
    said = refused.value.reason.say(Language.INDONESIAN)

    assert "SMA ke atas" in said
    assert "menengah" not in said
    terms = [term.symbol for step in ikg(**GIVEN).explain().steps for term in step.terms]
    assert {"SMA_P", "SMA_L", "TPAK_P", "TPAK_L"} <= set(terms)
    assert not {"LFPR_F", "SE_F", "PR_F"} & set(terms)


def test_symbols_of_undp_stay():
    assert [each.symbol for each in GII.measures][-2:] == ["LFPR_F", "LFPR_M"]
    assert gii.__doc__ is not None


@pytest.mark.parametrize(
    ("changed", "measure", "words"),
    [
        ({"mtf": 0}, "mtf", "0,005"),
        ({"mtf": 0.0049}, "mtf", "0,005"),
        ({"mhpk20": 0.002, "mtf": 0.001}, "mhpk20", "0,01"),
        ({"seats_female": 0, "seats_male": 100}, "seats_female", "kursi perempuan"),
    ],
)
def test_an_unverified_floor_that_took_effect_is_a_doubt(changed, measure, words):
    said = doubts(**changed)[(measure,)]

    assert words in said.say(Language.INDONESIAN)
    assert "belum terverifikasi" in said.say(Language.INDONESIAN)
    assert "not verified" in said.say(Language.ENGLISH)


def test_figures_at_the_floor_rest_on_nothing():
    assert not doubts(mtf=0.005, mhpk20=0.01)
    assert not doubts()
