"""A typed figure that cannot be is named before it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.datum import Datum
from setara.domain.budget.typed_datum import flaws, may_be_typed
from setara.domain.foundation.period import Period
from setara.domain.language.text import Language, same
from setara.domain.statistics.element import Measure, PopulationType
from setara.domain.statistics.observation import Nothing

ON = date(2026, 6, 16)
# Pug dossier §2.4, example 7: members of farmers' groups.
DATUM = Datum(
    key=1,
    label=same("Anggota kelompok tani"),
    unit=same("orang"),
    female=Decimal(273),
    male=Decimal(1438),
    period=Period.year(2025),
    source="Dinas Pertanian",
    population_type=PopulationType.BENEFICIARIES,
    stated_total=Decimal(1711),
    stated_female_percent=Decimal("16.0"),
    stated_male_percent=Decimal("84.0"),
)


def test_what_can_be_has_no_flaw():
    assert flaws(DATUM, ON) == ()
    assert may_be_typed(DATUM, ON)


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("female", {"female": Decimal(-1)}),
        ("male", {"male": Decimal("1.438")}),
        ("male", {"male": Decimal(10**13)}),
        ("female", {"female": Decimal("100.5"), "measure": Measure.RATE, "male": Decimal(3)}),
        ("female", {"female": Decimal("0.1234567"), "measure": Measure.VALUE}),
        ("stated_total", {"stated_total": Decimal(-5)}),
        ("stated_female_percent", {"stated_female_percent": Decimal(4300)}),
        ("stated_male_percent", {"stated_male_percent": Decimal("-0.1")}),
        ("period", {"period": Period.year(2099)}),
        ("period", {"period": Period.year(2027)}),
        ("period", {"period": Period.year(1900)}),
    ],
)
def test_what_cannot_be_is_named_with_its_reason(field, changed):
    wrong = replace(DATUM, **changed)

    assert field in {flaw.field for flaw in flaws(wrong, ON)}
    assert not may_be_typed(wrong, ON)
    assert "{" not in flaws(wrong, ON)[0].reason.say(Language.INDONESIAN)


def test_nothing_is_no_flaw():
    empty = replace(
        DATUM,
        female=Nothing.NOT_REPORTED,
        period=None,
        stated_total=None,
        stated_female_percent=None,
        stated_male_percent=None,
    )

    assert flaws(empty, ON) == ()


@given(women=st.integers(0, 10**12), men=st.integers(0, 10**12), year=st.integers(1970, ON.year))
def test_no_count_of_a_past_year_is_refused(women, men, year):
    counted = replace(
        DATUM, female=Decimal(women), male=Decimal(men), period=Period.year(year), stated_total=None
    )

    assert flaws(counted, ON) == ()


@given(per_cent=st.decimals(-(10**6), 10**6, places=2))
def test_a_per_cent_stands_between_nought_and_a_hundred(per_cent):
    stated = replace(DATUM, stated_female_percent=per_cent)

    assert (flaws(stated, ON) == ()) is (0 <= per_cent <= 100)
