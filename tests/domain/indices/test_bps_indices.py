"""The IDG, the IKG and the old IPG of BPS come out as published, and so do rules no row tries."""

from datetime import date
from decimal import Decimal

import pytest

from setara.domain.indices import (
    NoMethod,
    UnusableInput,
    idg,
    ikg,
    ipg_until_2013,
    one_year_ahead,
    solve_ppp,
)
from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.computing import computed
from setara.domain.indices.ikg import NOISE
from setara.domain.indices.registry import index_named
from setara.domain.indices.worksheet import Worksheet
from setara.domain.language.text import Language
from setara.domain.law.parameters import parameter
from tests.domain.indices.published import as_floats
from tests.domain.statistics.casebook import cases

IDG, IKG = cases("indices", "idg_indonesia"), cases("indices", "ikg_jawa_barat")
ACEH = cases("indices", "ipg_until_2013_aceh")[0].values[0]
EVERY = [
    pytest.param(key, param.values[0], id=f"{key} {param.id}")
    for key, found in (("idg", IDG), ("ikg", IKG), ("ipg_until_2013", [ACEH]))
    for param in (found if key != "ipg_until_2013" else cases("indices", "ipg_until_2013_aceh"))
]
INDONESIA_2013 = IDG[-1].values[0]
JAWA_BARAT_2022 = next(p.values[0] for p in IKG if p.id == "Jawa Barat 2022")


def given(case):
    return {measure: Decimal(value) for measure, value in case["figures"].items()}


WOMEN = given(INDONESIA_2013)
UNEQUAL = given(JAWA_BARAT_2022)
SHARES = {key: value for key, value in WOMEN.items() if key != "ppp"}


def refusal(function, figures, **changed):
    with pytest.raises(UnusableInput) as caught:
        function(**{**figures, **changed})
    return caught.value


def about(refused):
    return {measure for fault in refused.faults for measure in fault.measures}


@pytest.mark.parametrize("case", IKG)
def test_every_published_ikg_comes_out(case):
    assert ikg(**given(case), year=case["year"]).published == case["published"]


@pytest.mark.parametrize("case", IDG)
def test_the_national_idg_comes_out_within_what_is_not_known_exactly(case):
    found = idg(**given(case), year=case["year"])

    assert abs(found.published - case["published"]) <= case["tolerance"]


@pytest.mark.parametrize(("key", "case"), EVERY)
def test_floats_give_the_same(key, case):
    index = index_named(key)
    exact = computed(index, given(case), year=case["year"])

    sheet = Worksheet[float](as_floats(given(case)), date(case["year"], 1, 1))
    quick = index.method_for(case["year"]).formula(sheet)

    assert quick == pytest.approx(float(exact.unrounded), abs=1e-10)
    assert list(sheet.values) == list(exact.steps)


def test_the_worked_example_of_the_idg_comes_out_step_by_step():
    found = idg(**WOMEN, year=2013)

    steps = ("seats_index", "professional_index", "edep_income", "income_index")
    assert [rounded(found.steps[step], 6) for step in steps] == [
        Decimal(value) for value in ("0.594005", "0.989964", "0.915680", "0.529469")
    ]
    assert rounded(found.unrounded, 3) == Decimal("70.448")


def test_the_worked_example_of_the_ikg_comes_out_step_by_step():
    found = ikg(**UNEQUAL, year=2022)

    for step, value in {
        "health_female": "0.031456",
        "mean_female": "0.161314",
        "mean_male": "0.781053",
        "harmonic": "0.267401",
        "reference": "0.523977",
        "ikg": "0.489670",
    }.items():
        assert rounded(found.steps[step], 6) == Decimal(value), step


def test_the_worked_example_of_the_old_ipg_comes_out_step_by_step():
    found = ipg_until_2013(**given(ACEH), year=ACEH["year"])

    for step, printed in ACEH["steps"].items():
        places = len(str(printed).partition(".")[2])
        assert rounded(found.steps[step], places) == printed, step
    assert found.published == Decimal("58.89")


@pytest.mark.parametrize("reference", ["0.000049", "0.000051"])
def test_another_reference_of_health_gives_no_published_row(reference):
    ours = parameter("ikg.health_reference", on=date(2020, 1, 1)).value
    scale = ours / Decimal(reference)

    for param in IKG:
        case = param.values[0]
        # A smaller reference acts as a larger MTF.
        figures = {**given(case), "mtf": given(case)["mtf"] * scale}
        assert ikg(**figures, year=case["year"]).published != case["published"], param.id


@pytest.mark.parametrize("outside", ["0", "0.001", "0.005"])
def test_births_outside_a_facility_count_as_no_fewer_than_the_floor(outside):
    found = ikg(**{**UNEQUAL, "mtf": Decimal(outside)})

    assert found.steps["mtf_counted"] == Decimal("0.005")
    assert found.unrounded == ikg(**{**UNEQUAL, "mtf": Decimal("0.005")}).unrounded
    assert not parameter("ikg.mtf.minimum", on=date(2022, 1, 1)).verified


def test_early_births_count_as_no_fewer_than_the_floor():
    none = ikg(**{**UNEQUAL, "mhpk20": 0, "mtf": 0})

    assert none.steps["health_female"] == 1
    assert not parameter("ikg.mhpk20.minimum", on=date(2022, 1, 1)).verified


@pytest.mark.parametrize("women", ["0", "0.01"])
def test_without_a_seat_women_count_as_a_hundredth_of_a_per_cent(women):
    share = Decimal(women)
    in_ikg = ikg(**{**UNEQUAL, "seats_female": share, "seats_male": 100 - share})
    in_idg = idg(**{**WOMEN, "seats_female": share})

    assert in_ikg.steps["seats_counted_female"] == Decimal("0.01")
    assert 0 < in_ikg.published < 1
    assert in_idg.steps["seats_counted_female"] == Decimal("0.01")
    assert rounded(in_idg.steps["seats_index"], 4) == Decimal("0.0004")


def test_the_explanation_of_the_ikg_warns_of_noise():
    step = ikg(**UNEQUAL).explain().step("H_P")

    assert NOISE.say(Language.INDONESIAN) in step.note.say(Language.INDONESIAN)
    assert "0.025–0.035" in step.note.say(Language.ENGLISH)


def test_one_seat_of_thirty_moves_the_idg_by_two_and_a_half_points():
    paser = {**SHARES, "population_share_female": Decimal("48.25")}

    def with_seats(women):
        share = Decimal(women * 100) / 30
        return idg(**{**paser, "seats_female": share}, ppp=640).unrounded

    assert Decimal("2.5") < with_seats(7) - with_seats(6) < Decimal("2.8")
    assert Decimal("2.5") < with_seats(6) - with_seats(5) < Decimal("2.9")


def test_the_missing_expenditure_is_refused_with_its_reason_and_who_could_give_it():
    refused = refusal(idg, WOMEN, ppp=None)

    assert about(refused) == {"ppp"}
    for language, why, who in (
        (Language.INDONESIAN, "setelah 2013", "mintalah kepada BPS"),
        (Language.ENGLISH, "after 2013", "Only BPS can provide it"),
    ):
        assert why in refused.reason.say(language)
        assert who in refused.reason.say(language)
        assert "solve_ppp" not in refused.reason.say(language)


def test_the_expenditure_of_the_new_method_is_not_taken_for_the_old():
    refused = refusal(idg, WOMEN, ppp=Decimal(11000))

    assert "643.36" in refused.reason.say(Language.ENGLISH)


@pytest.mark.parametrize("case", IDG)
def test_worked_out_backwards_the_expenditure_gives_the_published_idg(case):
    shares = {key: value for key, value in given(case).items() if key != "ppp"}

    ppp = solve_ppp(idg=case["published"], **shares, year=case["year"])

    assert abs(idg(**shares, ppp=ppp, year=case["year"]).unrounded - case["published"]) < 1e-28
    assert abs(ppp - given(case)["ppp"]) < Decimal("0.6")


@pytest.mark.parametrize("wrong", [None, 0, -3, Decimal(7046), Decimal("NaN")])
def test_no_expenditure_is_worked_out_from_what_is_no_idg(wrong):
    with pytest.raises(UnusableInput) as caught:
        solve_ppp(idg=wrong, **SHARES)

    assert about(caught.value) == {"idg"}


def test_the_next_year_is_computed_with_the_expenditure_of_the_last():
    before, now = (
        {k: v for k, v in given(p.values[0]).items() if k != "ppp"} for p in (IDG[-2], IDG[-1])
    )

    ahead = one_year_ahead(idg_before=Decimal("70.07"), before=before, now=now, year=2013)

    assert ahead.figures["ppp"] == solve_ppp(idg=Decimal("70.07"), **before, year=2012)
    assert abs(ahead.published - Decimal("70.46")) < Decimal("0.3")


@pytest.mark.parametrize(
    ("function", "figures", "measure", "wrong"),
    [
        (idg, WOMEN, "seats_female", "0.1804"),
        (idg, WOMEN, "seats_female", "118"),
        (idg, WOMEN, "professional_female", "0.4482"),
        (idg, WOMEN, "income_share_female", "0.3517"),
        (idg, WOMEN, "population_share_female", "0.4966"),
        (idg, WOMEN, "population_share_female", "101.4"),
        (idg, WOMEN, "population_share_female", "29"),
        (idg, WOMEN, "ppp", "643360"),
        (ikg, UNEQUAL, "mtf", "16.9"),
        (ikg, UNEQUAL, "mhpk20", "29.9"),
        (ikg, UNEQUAL, "seats_female", "121.85"),
        (ikg, UNEQUAL, "lfpr_female", "0.4801"),
    ],
)
def test_a_slip_of_unit_is_named_with_its_measure_and_what_to_enter(
    function, figures, measure, wrong
):
    refused = refusal(function, figures, **{measure: Decimal(wrong)})

    assert about(refused) == {measure}
    assert "Isi" in refused.reason.say(Language.INDONESIAN)
    assert "Enter" in refused.reason.say(Language.ENGLISH)


def test_all_schooling_as_proportions_is_refused():
    refused = refusal(
        ikg, UNEQUAL, secondary_female=Decimal("0.3536"), secondary_male=Decimal("0.4124")
    )

    assert about(refused) == {"secondary_female", "secondary_male"}


def test_exchanged_births_raise_a_doubt_and_change_nothing():
    exchanged = ikg(**{**UNEQUAL, "mtf": UNEQUAL["mhpk20"], "mhpk20": UNEQUAL["mtf"]})

    (doubt,) = exchanged.doubts
    assert doubt.measures == ("mtf", "mhpk20")
    assert exchanged.published == ikg(**UNEQUAL).published
    assert ikg(**UNEQUAL).doubts == ()


def test_more_income_for_women_than_for_men_raises_a_doubt():
    (doubt,) = idg(**{**WOMEN, "income_share_female": Decimal("64.83")}).doubts

    assert doubt.measures == ("income_share_female",)
    assert idg(**WOMEN).doubts == ()


@pytest.mark.parametrize(
    ("key", "case", "year", "said"),
    [
        ("idg", INDONESIA_2013, 2009, "from 2010"),
        ("ikg", JAWA_BARAT_2022, 2017, "from 2018"),
        ("ipg_until_2013", ACEH, 2014, "from 1996 to 2013"),
        ("ipg_until_2013", ACEH, 1995, "from 1996 to 2013"),
        ("ipg_until_2013", ACEH, None, "needs the year"),
    ],
)
def test_a_year_without_a_method_is_refused_and_never_guessed(key, case, year, said):
    with pytest.raises(NoMethod) as caught:
        computed(index_named(key), given(case), year=year)

    assert said in caught.value.reason.say(Language.ENGLISH)
