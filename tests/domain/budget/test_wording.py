"""Columns of a GAP in words."""

from dataclasses import replace
from decimal import Decimal

from setara.domain.budget.wording import columns_in_words, columns_reviewed
from setara.domain.language.text import Language
from tests.domain.budget.examples import exemplar


def said(pathway, column):
    return [each.say(Language.INDONESIAN) for each in columns_in_words(pathway)[column]]


def test_an_indicator_without_a_start_says_its_target():
    first, *rest = exemplar().indicators
    loose = replace(first, text="Peserta", baseline_key=None, target=Decimal(200), unit="orang")

    told = said(replace(exemplar(), indicators=(loose, *rest)), "indicators")

    assert told[0] == "Keluaran (output): Peserta, target 200 orang"
    assert "→" in told[1]


def test_the_target_of_the_activity_is_said_to_reviewers():
    words = columns_reviewed(replace(exemplar(), activity_target="40 kelompok"))["activity"]

    assert words[-1].say(Language.INDONESIAN) == "Indikator/sasaran: 40 kelompok"
