"""The explanation shows the very calculation: its formulas, worked out again, give its values."""

from decimal import Decimal

import pytest

from setara.domain.indices import ipg
from setara.domain.language.text import Language
from setara.domain.law.parameters import keys
from setara.domain.law.regulations import register
from setara.domain.statistics.observation import Source
from tests.domain.indices.published import ALL, PASER_2021, figures
from tests.domain.indices.working import worked_out


def explanation_of(case, year=None, **changed):
    return ipg(**{**figures(case), **changed}, year=year or case["year"]).explain()


@pytest.mark.parametrize("case", ALL)
def test_every_formula_gives_its_value(case):
    for step in explanation_of(case).steps:
        assert worked_out(step) == pytest.approx(float(step.value), abs=1e-9), step.symbol


def test_inputs_of_a_step_are_values_of_earlier_steps_or_measured():
    explanation = explanation_of(PASER_2021)
    known: dict[str, set[Decimal | None]] = {}
    for step in explanation.steps:
        for term in step.inputs:
            if term.unit is None:
                assert term.value in known[term.symbol], (step.symbol, term.symbol)
        known[step.symbol] = {step.value, step.published}


def test_a_figure_above_the_goalpost_is_said_to_be_cut():
    step = explanation_of(PASER_2021, expenditure_male=27667).step("I_PPD_L")

    assert step.value == 1
    assert step.template.startswith("min(ln(")
    assert worked_out(step) == 1
    assert step.note.say(Language.INDONESIAN) == "di atas batas atas, dihitung sebagai 1"


def test_a_figure_below_the_goalpost_is_said_to_be_cut():
    step = explanation_of(PASER_2021, expenditure_female=900).step("I_PPD_P")

    assert step.value == 0
    assert worked_out(step) == 0
    assert "below the lower goalpost" in step.note.say(Language.ENGLISH)


def test_figures_between_the_goalposts_are_not_remarked_on():
    steps = explanation_of(PASER_2021).steps

    assert [step.symbol for step in steps if step.note] == ["IPG"]


def test_every_value_of_the_law_is_shown_with_its_citation():
    shown = explanation_of(PASER_2021).parameters

    assert {one.key for one in shown} == {key for key in keys() if key.startswith("ipg.")}
    known = {each.key for each in register()}
    assert all(one.regulation in known and one.locator for one in shown)


@pytest.mark.parametrize(
    ("year", "words"), [(2015, "yang belum dibulatkan"), (2016, "yang sudah dibulatkan")]
)
def test_the_rounding_rule_of_the_year_is_told(year, words):
    step = explanation_of(PASER_2021, year).step("IPG")

    assert words in step.note.say(Language.INDONESIAN)
    assert [rule.key for rule in step.parameters] == [
        "ipg.rounds_components_first",
        "ipg.published_decimals",
    ]


def test_paser_2021_in_lines():
    first, life, *_, last = explanation_of(PASER_2021).as_lines(Language.INDONESIAN)

    assert first == "Indeks Pembangunan Gender IPG = 71,19 (Metode BPS tahun 2014)"
    assert life == (
        "Indeks umur harapan hidup perempuan: I_UHH_P = (UHH_P − min) / (max − min) = "
        "(74,84 − 22,5) / (87,5 − 22,5) = 0,805231"
    )
    assert last.startswith(
        "Indeks Pembangunan Gender: IPG = 100 × IPM_P / IPM_L = 100 × 55,76 / 78,33 = "
        "71,186008 → 71,19 (dihitung dari kedua IPM"
    )


def test_lines_exist_in_english_with_english_numbers():
    lines = explanation_of(PASER_2021).as_lines(Language.ENGLISH)

    assert len(lines) == 14
    assert lines[-1].startswith("Gender development index of BPS: IPG = 100 × IPM_P / IPM_L")
    assert "ln(2,965 × 1000 / 1,007,436)" in "".join(lines)


def test_a_step_is_found_by_its_symbol_or_not_at_all():
    explanation = explanation_of(PASER_2021)

    assert str(explanation.step("IPM_P").published) == "55.76"
    with pytest.raises(KeyError):
        explanation.step("IDG")


def test_the_tree_of_paser_2021():
    first, women, life, figure, *_ = explanation_of(PASER_2021).as_tree(Language.INDONESIAN)

    assert first.startswith("Indeks Pembangunan Gender: IPG = 100 × IPM_P / IPM_L")
    assert women.startswith("├─ Indeks Pembangunan Manusia perempuan: IPM_P = 100 × (")
    assert life.startswith("│  ├─ Indeks umur harapan hidup perempuan: I_UHH_P = ")
    assert figure == "│  │  ├─ Umur harapan hidup perempuan: UHH_P = 74,84 tahun"


def test_a_branch_tells_the_number_used_beside_the_number_computed():
    facts = explanation_of(PASER_2021).as_facts(Language.ENGLISH)

    women = facts["tree"]["inputs"][0]
    assert (women["key"], women["used"], women["published"]) == ("ipm_female", "55.76", "55.76")
    assert women["value"].startswith("55.7638")
    assert facts["rounding"]["decimals"]["key"] == "ipg.published_decimals"


def test_sources_are_told_where_they_are_known():
    source = Source("BPS Kabupaten Paser", "Kabupaten Paser Dalam Angka 2022", "Tabel 4.1")
    result = ipg(**figures(PASER_2021), year=2021)
    explanation = result.explain({"life_expectancy_female": source})

    (told,) = [line for line in explanation.as_tree(Language.ENGLISH) if "UHH_P = 74.84" in line]
    assert told.endswith(
        "74.84 years – BPS Kabupaten Paser, Kabupaten Paser Dalam Angka 2022 Tabel 4.1"
    )
