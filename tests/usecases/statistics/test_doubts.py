"""Figures on record are doubted by year, explained by their producer, accepted by another."""

from __future__ import annotations

import pytest

from setara.domain.foundation.verdict import Refused
from setara.domain.statistics.explaining import ExplanationState
from setara.store.models import ElementRecord, ObservationRecord, PlaceRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.statistics.doubt_queries import DoubtLine, doubted
from setara.usecases.statistics.explanations import (
    accept_explanation,
    explain_doubt,
    refuse_explanation,
)
from tests.makers import AT
from tests.world import World

WORDS = "Dua peserta mendaftar sebagai kelompok; satu kartu hadir untuk berdua."


@pytest.fixture
def doubt(world: World) -> DoubtLine:
    """A figure that cannot be: more trained than there can be."""
    agency_id = next(iter(world.author.agency_ids))
    ElementRecord.objects.filter(code="EK01-LATIH").update(producer_id=agency_id, most=500)
    ObservationRecord.objects.filter(
        element__code="EK01-LATIH", place__code="64.01.05", valid_from__year=2025, sex="P"
    ).update(value=501)
    return the_doubt(world)


def the_doubt(world: World) -> DoubtLine:
    lines = doubted(by=world.secretary, year=2025).lines
    return next(line for line in lines if line.doubt.rule.id == "DATA-06")


def explain(world: World, line: DoubtLine, words: str = WORDS) -> int:
    return explain_doubt(
        by=world.author,
        at=AT,
        year=2025,
        rule=line.doubt.rule.id,
        fingerprint=line.fingerprint,
        words=words,
    )


def test_an_accepted_explanation_silences_a_doubt(world: World, doubt: DoubtLine) -> None:
    before = doubted(by=world.secretary, year=2025).open
    explanation_id = explain(world, doubt)
    assert the_doubt(world).state is ExplanationState.EXPLAINED
    accept_explanation(by=world.secretary, at=AT, explanation_id=explanation_id)
    line = the_doubt(world)
    assert line.state is ExplanationState.ACCEPTED
    assert line.words == WORDS
    assert doubted(by=world.secretary, year=2025).open == before - 1


def test_an_explanation_is_stale_once_the_figure_changed(world: World, doubt: DoubtLine) -> None:
    accept_explanation(by=world.secretary, at=AT, explanation_id=explain(world, doubt))
    ObservationRecord.objects.filter(value=501).update(value=502)
    assert the_doubt(world).state is ExplanationState.STALE


def test_a_refused_explanation_may_be_written_anew(world: World, doubt: DoubtLine) -> None:
    explanation_id = explain(world, doubt)
    refuse_explanation(
        by=world.secretary, at=AT, explanation_id=explanation_id, because="Daftar hadir tidak ada."
    )
    assert the_doubt(world).state is ExplanationState.REFUSED
    explain(world, doubt, "Daftar hadir terlampir.")
    assert the_doubt(world).state is ExplanationState.EXPLAINED


def test_who_may_explain_and_who_may_accept(world: World, doubt: DoubtLine) -> None:
    with pytest.raises(Refused):
        explain(world, doubt, " ")
    asked = {"at": AT, "year": 2025, "rule": "DATA-06", "fingerprint": doubt.fingerprint}
    with pytest.raises(Refused):
        explain_doubt(by=world.planner, words=WORDS, **asked)
    explanation_id = explain(world, doubt)
    with pytest.raises(Refused):
        accept_explanation(by=world.author, at=AT, explanation_id=explanation_id)
    with pytest.raises(NotFound):
        accept_explanation(by=world.stranger, at=AT, explanation_id=explanation_id)
    own = explain_doubt(by=world.secretary, words="Benar.", **asked)
    with pytest.raises(Refused):
        accept_explanation(by=world.secretary, at=AT, explanation_id=own)


def test_nothing_can_be_explained_that_is_not_doubted(world: World) -> None:
    with pytest.raises(NotFound):
        explain_doubt(
            by=world.secretary, at=AT, year=2025, rule="DATA-01", fingerprint="x", words=WORDS
        )


def test_what_is_accepted_hides_no_wrong_sum(world: World) -> None:
    agency_id = next(iter(world.author.agency_ids))
    ElementRecord.objects.filter(code="EK01-LATIH").update(producer_id=agency_id, least=4)
    rows = ObservationRecord.objects.filter(element__code="EK01-LATIH", valid_from__year=2025)
    home = PlaceRecord.objects.get(code="64.01")
    for sex, wrong_by in (("L", 0), ("P", 5)):
        one_of_it = rows.filter(sex=sex)
        row = rows.get(sex=sex, place__code="64.01.10")
        row.value = sum(each.value or 0 for each in one_of_it) + wrong_by
        row.pk, row.place = None, home
        row.save()
    line = the_doubt(world)
    assert [each.rule.id for each in line.consequences] == ["DATA-02"]
    open_before = {each.doubt.rule.id for each in doubted(by=world.secretary, year=2025).lines}
    assert "DATA-02" not in open_before
    accept_explanation(by=world.secretary, at=AT, explanation_id=explain(world, line))
    assert the_doubt(world).consequences == ()
    told = doubted(by=world.secretary, year=2025).lines
    sums = [each for each in told if each.doubt.rule.id == "DATA-02"]
    assert [each.state for each in sums] == [ExplanationState.OPEN]
    explain(world, sums[0])
