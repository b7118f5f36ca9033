"""A card holds together before it is kept, and keeps its meaning once there are figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.card import Card, Frequency
from setara.domain.statistics.element import (
    Confidentiality,
    Element,
    Measure,
    Polarity,
    PopulationType,
    Range,
)
from setara.domain.statistics.register_rules import (
    changes_meaning,
    may_change,
    may_name_category,
    may_reconcile,
    may_register,
)

PEOPLE = Element(
    code="KP01",
    name=Text("Penduduk", "Population"),
    unit=Text("orang", "people"),
    polarity=Polarity.NEITHER,
    measure=Measure.COUNT,
    population_type=PopulationType.POPULATION,
)
RATE = replace(PEOPLE, code="KP02", measure=Measure.RATE)


def test_a_plain_card_is_taken():
    assert may_register(PEOPLE, {})
    assert may_register(
        replace(PEOPLE, code="EK01-LATIH", population_base="KP01"), {"KP01": PEOPLE}
    )


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"code": "kp 01"}, "Kode elemen"),
        ({"name": Text("Penduduk", " ")}, "bahasa Indonesia dan Inggris"),
        ({"unit": Text("", "people")}, "bahasa Indonesia dan Inggris"),
        ({"dimensions": ("age", "colour")}, "Rincian"),
        ({"dimensions": ("age", "age")}, "dua kali"),
        ({"population_base": "KP01"}, "Basis"),
        ({"population_base": "KP02"}, "Basis"),
        ({"population_base": "KP77"}, "Basis"),
        ({"from_age": 20, "below_age": 20}, "Batas bawah"),
        ({"range": Range(Decimal(3), Decimal(1))}, "Batas bawah"),
    ],
)
def test_what_does_not_hold_together_is_refused(changes, says):
    verdict = may_register(replace(PEOPLE, **changes), {"KP01": PEOPLE, "KP02": RATE})

    assert not verdict
    assert says in verdict.reason.id


def test_bases_never_run_in_a_ring():
    others = {"A1": replace(PEOPLE, code="A1", population_base="B1")}

    assert not may_register(replace(PEOPLE, code="B1", population_base="A1"), others)


def test_measure_and_sex_stay_once_there_are_figures():
    one_sex = replace(PEOPLE, only_sex=Sex.FEMALE)

    assert may_change(PEOPLE, one_sex, has_figures=False)
    assert not may_change(PEOPLE, one_sex, has_figures=True)
    assert not may_change(PEOPLE, replace(PEOPLE, measure=Measure.RATE), has_figures=True)
    assert not may_change(PEOPLE, replace(PEOPLE, code="KP02"), has_figures=False)
    assert may_change(PEOPLE, replace(PEOPLE, unit=Text("jiwa", "souls")), has_figures=True)


def test_only_a_change_of_meaning_asks_for_comparing_anew():
    assert not changes_meaning(PEOPLE, replace(PEOPLE, frequency=Frequency.MONTHLY))
    assert not changes_meaning(PEOPLE, replace(PEOPLE, confidentiality=Confidentiality.SENSITIVE))
    assert changes_meaning(PEOPLE, replace(PEOPLE, card=Card(concept=Text("a", "b"))))
    assert changes_meaning(PEOPLE, replace(PEOPLE, unit=Text("jiwa", "souls")))


def test_a_card_is_reconciled_once_and_with_something():
    open_card = replace(PEOPLE, is_reconciled=False)

    assert may_reconcile(open_card, "Kartu Dukcapil 2025")
    assert not may_reconcile(open_card, "  ")
    assert not may_reconcile(PEOPLE, "Kartu Dukcapil 2025")


@pytest.mark.parametrize(
    ("dimension", "code", "is_taken"),
    [
        ("market", "penyembolum", True),
        ("household_head", "other", False),
        ("colour", "red", False),
        ("market", "Pasar Induk", False),
        ("education", "bachelor", False),
    ],
)
def test_categories_are_added_to_open_breakdowns_only(dimension, code, is_taken):
    assert bool(may_name_category(dimension, code, Text("Pasar", "Market"))) is is_taken


def test_a_category_has_both_names():
    assert not may_name_category("market", "induk", Text("Pasar Induk", ""))
