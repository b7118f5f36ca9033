"""What a sceptic asks of a GAP: each rule with what breaks it and what does not."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from setara.domain.budget.datum import Aspect
from setara.domain.budget.pathway import (
    Action,
    Baseline,
    CauseSide,
    Factor,
    FactorNote,
    Indicator,
    IndicatorLevel,
    Pathway,
)
from setara.domain.budget.rule_book import SENTENCES
from setara.domain.budget.sceptic import blamed_sex
from setara.domain.budget.severity import Severity
from setara.domain.budget.substance import findings
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language
from setara.domain.statistics.element import PopulationType
from tests.domain.budget.examples import TODAY, datum, exemplar


def found(pathway: Pathway, rule: str, **given: Any) -> list[Severity]:
    every = findings(pathway, today=TODAY, **given)
    return [each.severity for each in every if each.rule == rule]


def acting(*actions: tuple[str, int | None]) -> Pathway:
    """The exemplar with other actions."""
    made = tuple(
        Action(number, text, (1, 2, 3), None if amount is None else Rupiah(amount))
        for number, (text, amount) in enumerate(actions, start=1)
    )
    return replace(exemplar(), actions=made)


def caused(text: str) -> Pathway:
    """The exemplar with another first cause."""
    causes = exemplar().causes
    return replace(exemplar(), causes=(replace(causes[0], text=text), *causes[1:]))


def test_an_action_without_money_beside_others_that_have_some_is_named():
    some = acting(("Pelatihan bagi penyuluh", 5_000_000), ("Undangan bagi kelompok wanita", None))
    every = acting(("Pelatihan bagi penyuluh", 5_000_000), ("Undangan bagi kelompok wanita", 0))

    assert found(some, "GAP-19") == [Severity.WARNING]
    assert found(every, "GAP-19", budget=Rupiah(9_000_000)) == []


def test_no_money_at_all_is_only_a_remark_and_only_where_there_is_a_budget():
    assert found(exemplar(), "GAP-19") == []
    assert found(exemplar(), "GAP-19", budget=Rupiah(75_000_000)) == [Severity.NOTE]


def test_actions_cost_no_more_than_the_sub_activity_has():
    pathway = acting(("Pelatihan bagi penyuluh", 5_000_000), ("Undangan bagi kelompok", 1_000_000))

    assert found(pathway, "GAP-20", budget=Rupiah(5_999_999)) == [Severity.WARNING]
    assert found(pathway, "GAP-20", budget=Rupiah(6_000_000)) == []
    assert found(pathway, "GAP-20") == []


def test_actions_that_name_neither_group_nor_time_are_remarked_on():
    assert found(acting(("Penyusunan modul", None)), "GAP-40") == [Severity.NOTE]
    assert found(acting(("Penyusunan modul bagi kader", None)), "GAP-40") == []
    assert found(acting(("Pelatihan pada triwulan II", None)), "GAP-40") == []


@pytest.mark.parametrize(
    ("objective", "count"),
    [
        ("Meningkatnya kualitas kelembagaan", 1),
        ("Meningkatnya kapasitas petani perempuan", 0),
        ("Meningkatnya layanan yang responsif gender", 0),
        ("Meningkatnya layanan bagi lansia dan penyandang disabilitas", 0),
    ],
)
def test_the_reformulated_objective_says_for_whom(objective, count):
    assert len(found(replace(exemplar(), reformulated_objective=objective), "GAP-41")) == count


def test_an_objective_kept_for_a_reason_is_left_alone():
    kept = replace(exemplar(), reformulated_objective="Tetap", reason_kept="Menyebut keduanya")

    assert found(kept, "GAP-41") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Persentase laki-laki dalam pengurus inti", 1),
        ("Persentase perempuan dalam pengurus inti", 0),
        ("Persentase pengurus inti perempuan terhadap laki-laki", 0),
        ("Persentase pengurus inti", 0),
    ],
)
def test_an_indicator_is_about_the_sex_of_its_baseline(text, count):
    first, second = exemplar().indicators
    pathway = replace(exemplar(), indicators=(first, replace(second, text=text)))

    assert len(found(pathway, "GAP-42")) == count


def test_a_baseline_is_the_newest_figure_of_the_same_thing():
    old = datum(1, "Peserta", male=70, female=20, period=Period.year(2023))
    new = datum(2, "peserta", male=69, female=21, period=Period.year(2024))
    pathway = replace(
        exemplar(), data=(old, new), baselines=(Baseline(1, 1, Sex.FEMALE, Aspect.SHARE),)
    )
    newest = replace(pathway, baselines=(Baseline(1, 2, Sex.FEMALE, Aspect.SHARE),))

    assert found(pathway, "GAP-43") == [Severity.WARNING]
    assert found(newest, "GAP-43") == []
    assert found(exemplar(), "GAP-43") == []


def test_inhabitants_show_no_factor_and_taking_part_is_not_access():
    city = replace(
        datum(2, "Penduduk", male=1430000, female=1470000),
        population_type=PopulationType.POPULATION,
    )
    taking_part = datum(2, "Peserta", male=245, female=55)

    def saying(text: str, row: Any) -> Pathway:
        note = FactorNote(Factor.ACCESS, text, row.key)
        return replace(exemplar(), data=(row,), factors=(note,), baselines=(), indicators=())

    assert found(saying("Warga kota", city), "GAP-44") == [Severity.WARNING]
    assert found(saying("Peserta perempuan sedikit", taking_part), "GAP-44") == [Severity.WARNING]
    assert found(saying("Undangan hanya lewat ketua", taking_part), "GAP-44") == []


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Perempuan kurang berminat mengikuti pelatihan", Sex.FEMALE),
        ("Rendahnya motivasi kaum perempuan", Sex.FEMALE),
        ("Perempuan masih malu berbicara", Sex.FEMALE),
        ("Minat perempuan masih rendah", Sex.FEMALE),
        ("Laki-laki enggan menjadi kader", Sex.MALE),
        ("Perempuan belum mendapat undangan", None),
        ("Perempuan tidak diundang", None),
        ("Waktu pelatihan bentrok dengan pekerjaan rumah tangga", None),
        ("Perempuan tidak mampu menjangkau lokasi karena biaya", None),
    ],
)
def test_whom_a_sentence_blames(text, sex):
    assert blamed_sex(text) is sex


def test_a_cause_blames_only_those_the_figures_show_behind():
    # In the exemplar women are behind: that men do not share the work at home is a cause.
    assert found(caused("Perempuan kurang berminat ikut"), "GAP-45") == [Severity.WARNING]
    assert found(caused("Laki-laki enggan berbagi pekerjaan rumah"), "GAP-45") == []


def test_causes_are_written_and_one_empty_side_is_remarked_on():
    inside = replace(exemplar(), causes=exemplar().causes_of(CauseSide.INTERNAL))

    assert found(replace(exemplar(), causes=()), "GAP-46") == [Severity.WARNING]
    assert found(inside, "GAP-46") == [Severity.NOTE]
    assert found(exemplar(), "GAP-46") == []


def test_talk_alone_changes_no_service():
    talk = acting(("Sosialisasi kepada ketua kelompok", None), ("Rapat koordinasi", None))
    deed = acting(("Sosialisasi kepada ketua kelompok", None), ("Jadwal pelatihan sore", None))

    assert found(talk, "GAP-47") == [Severity.WARNING]
    assert found(deed, "GAP-47") == []


def test_two_factors_on_the_same_figures_are_remarked_on():
    notes = (
        FactorNote(Factor.PARTICIPATION, "Peserta perempuan sedikit", 2),
        FactorNote(Factor.CONTROL, "Keputusan diambil ketua kelompok", 2),
    )

    assert found(replace(exemplar(), factors=notes), "GAP-48") == [Severity.NOTE]
    assert found(exemplar(), "GAP-48") == []


def test_every_new_rule_speaks_both_languages():
    target = Indicator(1, IndicatorLevel.OUTCOME, "Persentase laki-laki", "%", Decimal(35), 1)
    weak = replace(
        acting(("Rapat", 9), ("Rapat", None)),
        reformulated_objective="Baik",
        causes=(),
        indicators=(target,),
    )

    for finding in findings(weak, today=TODAY, budget=Rupiah(1)):
        for text in (finding.message, finding.fix, SENTENCES[finding.rule]):
            assert text.say(Language.INDONESIAN) != text.say(Language.ENGLISH)
