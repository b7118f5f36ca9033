"""The rules find the mistakes of published GAPs, and nothing in one that is well made."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.datum import Aspect, Datum
from setara.domain.budget.finding import Finding
from setara.domain.budget.pathway import Baseline, Indicator, IndicatorLevel, Pathway
from setara.domain.budget.severity import Severity
from setara.domain.budget.substance import findings
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, same
from setara.domain.statistics.element import Measure, Polarity, PopulationType
from setara.domain.statistics.observation import Nothing
from tests.domain.budget.examples import CASES, TODAY, datum, exemplar


def rules(pathway: Pathway) -> list[str]:
    return [finding.rule for finding in findings(pathway, today=TODAY)]


def found(pathway: Pathway, rule: str) -> Finding:
    (only,) = [each for each in findings(pathway, today=TODAY) if each.rule == rule]
    return only


def measured(row: Datum, sex: Sex, aspect: Aspect, target: str, unit: str = "%") -> Pathway:
    """The exemplar with one datum and one outcome on it."""
    return replace(
        exemplar(),
        data=(row,),
        factors=(
            replace(exemplar().factors[1], text="Ikut serta dalam kegiatan", datum_key=row.key),
        ),
        baselines=(Baseline(1, row.key, sex, aspect),),
        indicators=(
            Indicator(1, IndicatorLevel.OUTCOME, "Bagian", unit, Decimal(target), 1),
            Indicator(2, IndicatorLevel.OUTPUT, "Pelatihan", "kali", Decimal(2)),
        ),
    )


def test_nothing_is_weak_in_the_exemplar():
    assert findings(exemplar(), today=TODAY) == ()


@pytest.mark.parametrize("case", CASES["published"], ids=lambda case: str(case["id"]))
def test_the_mistakes_of_published_gaps_are_found(case):
    row = datum(
        2,
        case["subject"],
        male=case["L"],
        female=case["P"],
        stated_total=case.get("total"),
        stated_male_percent=case.get("male_percent"),
        stated_female_percent=case.get("female_percent"),
    )
    code = case.get("code", exemplar().activity_code)
    note = replace(exemplar().factors[1], text=case.get("says", "Ikut serta dalam kegiatan"))
    pathway = replace(
        exemplar(),
        activity_code=code,
        data=(replace(row, population_type=PopulationType(case.get("about", "participants"))),),
        factors=(note,),
        baselines=(),
        indicators=(),
    )

    assert {rule for rule in rules(pathway) if rule != "GAP-07"} == set(case["triggers"])


def test_per_cents_that_do_not_add_up_are_found_also_when_each_is_nearly_right():
    row = datum(
        2,
        "x",
        male=50,
        female=50,
        stated_male_percent=Decimal("50.09"),
        stated_female_percent=Decimal("50.09"),
    )

    assert "berjumlah 100,18%" in found(
        replace(exemplar(), data=(row, exemplar().data[2])), "GAP-01"
    ).message.say(Language.INDONESIAN)


def test_one_factor_with_figures_is_enough_and_none_stops_the_signature():
    one = replace(exemplar(), factors=exemplar().factors[1:2])
    wordless = replace(exemplar(), factors=(replace(exemplar().factors[1], text=" "),))
    numberless = replace(exemplar(), factors=exemplar().factors[:1])

    assert rules(one) == []
    for pathway in (wordless, numberless):
        assert found(pathway, "GAP-04").severity is Severity.ERROR


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ({"reformulated_objective": ""}, 1),
        ({"reformulated_objective": " meningkatnya  kapasitas kelembagaan petani. "}, 1),
        ({"reformulated_objective": "", "reason_kept": "Sudah menyebut keduanya"}, 0),
        ({"objective": ""}, 1),
    ],
)
def test_the_objective_is_reformulated_or_kept_for_a_reason(given, count):
    assert rules(replace(exemplar(), **given)).count("GAP-05") == count


def test_causes_without_action_and_actions_without_cause_are_named():
    actions = exemplar().actions
    pathway = replace(exemplar(), actions=(actions[0], replace(actions[1], answers=()), actions[2]))

    messages = [each.message.say(Language.INDONESIAN) for each in findings(pathway, today=TODAY)]

    assert messages == [
        "Sebab “Undangan ditujukan kepada kepala keluarga” tidak dijawab aksi mana pun.",
        "Aksi “Undangan langsung kepada kelompok wanita tani” tidak menjawab sebab mana pun.",
    ]


def test_no_action_at_all_stops_the_signature():
    assert found(replace(exemplar(), actions=()), "GAP-06").severity is Severity.ERROR


@pytest.mark.parametrize("given", [{"source": " "}, {"period": None}])
def test_data_without_source_or_period_stop_the_signature(given):
    data = (replace(exemplar().data[0], **given), *exemplar().data[1:])

    assert found(replace(exemplar(), data=data), "GAP-08").severity is Severity.ERROR


@pytest.mark.parametrize(
    ("year", "today", "is_old"),
    [(2022, TODAY, True), (2023, TODAY, False), (2022, date(2025, 1, 1), True)],
)
def test_data_older_than_two_years_are_a_warning(year, today, is_old):
    data = (replace(exemplar().data[0], period=Period.year(year)), *exemplar().data[1:])
    old = list(findings(replace(exemplar(), data=data), today=today))

    assert [each.rule for each in old] == (["GAP-08"] if is_old else [])
    assert all(each.severity is Severity.WARNING for each in old)


def test_a_target_of_the_share_narrows_towards_one_half():
    row = datum(2, "Peserta", male=69, female=21)

    assert rules(measured(row, Sex.FEMALE, Aspect.SHARE, "35")) == []
    for target in ("23.3", "20", "80"):
        assert found(measured(row, Sex.FEMALE, Aspect.SHARE, target), "GAP-07")


def test_where_men_are_behind_a_target_for_women_is_met_with_the_figures():
    row = datum(2, "Kader UKBM", male=409, female=27380)

    finding = found(measured(row, Sex.FEMALE, Aspect.SHARE, "99"), "GAP-10")

    assert "yang tertinggal adalah laki-laki" in finding.message.say(Language.INDONESIAN)
    assert rules(measured(row, Sex.MALE, Aspect.SHARE, "10")) == []


@given(st.sampled_from(Sex), st.integers(1, 49), st.integers(0, 100))
def test_the_judgement_does_not_know_which_sex_it_is(sex, few, target):
    def judged(behind: Sex) -> list[str]:
        figures = {"female": few, "male": 100 - few}
        if behind is Sex.MALE:
            figures = {"female": 100 - few, "male": few}
        return rules(measured(datum(2, "x", **figures), behind, Aspect.SHARE, str(target)))

    assert judged(sex) == judged(sex.other)


def test_where_less_is_better_the_figure_must_fall():
    row = datum(
        2,
        "Anemia",
        male=30,
        female=52,
        measure=Measure.RATE,
        polarity=Polarity.LOWER_IS_BETTER,
        unit=same("kasus"),
    )

    assert rules(measured(row, Sex.FEMALE, Aspect.VALUE, "40", "kasus")) == []
    assert rules(measured(row, Sex.FEMALE, Aspect.VALUE, "60", "kasus")) == ["GAP-07"]
    assert rules(measured(row, Sex.MALE, Aspect.VALUE, "45", "kasus")) == ["GAP-10"]


def test_figures_nobody_judges_are_given_no_direction():
    row = datum(2, "x", male=30, female=52, polarity=Polarity.NEITHER)

    assert rules(measured(row, Sex.FEMALE, Aspect.SHARE, "90")) == []


def test_an_outcome_starts_from_a_baseline_in_the_same_unit():
    row = datum(2, "Peserta", male=69, female=21)
    good = measured(row, Sex.FEMALE, Aspect.SHARE, "35")
    indicator, output = good.indicators

    for spoiled in (
        replace(indicator, baseline_key=None),
        replace(indicator, target=None),
        replace(indicator, unit="orang"),
        replace(indicator, level=IndicatorLevel.OUTPUT),
    ):
        assert rules(replace(good, indicators=(spoiled, output))) == ["GAP-07"]
    assert rules(good) == []


def test_what_was_not_reported_is_neither_zero_nor_a_factor():
    row = datum(2, "Peserta", male=69, female=Nothing.NOT_REPORTED)

    assert "GAP-04" in rules(measured(row, Sex.FEMALE, Aspect.SHARE, "35"))
    assert row.share_of(Sex.MALE) is None
    assert row.figure(Sex.FEMALE, Aspect.VALUE) is None


def test_every_finding_says_its_place_and_remedy_in_both_languages():
    empty = Pathway(agency_id=1, year=2026, activity_code="", activity_name="")

    for finding in findings(empty, today=TODAY):
        assert 1 <= finding.column <= 9
        for text in (finding.message, finding.fix):
            assert text.say(Language.INDONESIAN) != text.say(Language.ENGLISH)
