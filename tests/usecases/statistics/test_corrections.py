"""A figure is corrected for a reason and taken back; every figure that stood there stays."""

from __future__ import annotations

from decimal import Decimal

import pytest

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.domain.statistics.correction import Correction, Standing
from setara.domain.statistics.observation import Nothing
from setara.store.models import CorrectionRecord, ObservationRecord, SourceRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.statistics.commands import NewObservation
from setara.usecases.statistics.corrections import Mending, correct_figure, undo_change
from setara.usecases.statistics.figure_history import figure_history, observation_at
from setara.usecases.statistics.figures import keep_figures
from tests.events import last_event
from tests.makers import AT
from tests.world import World

RIGHT = Mending(Decimal(12), "Salah ketik pada rekap", "Bidang UMKM")


def a_figure(world: World) -> ObservationRecord:
    pk = observation_at(
        by=world.secretary,
        element_code="EK01-LATIH",
        place_code="64.01.05",
        year=2025,
        sex=Sex.FEMALE,
    )
    return ObservationRecord.objects.get(pk=pk)


def mend(world: World, mending: Mending = RIGHT) -> ObservationRecord:
    row = a_figure(world)
    correct_figure(
        by=world.secretary, at=AT, observation_id=row.pk, version=row.version, mending=mending
    )
    return a_figure(world)


def deliver(world: World, value: Decimal | Nothing) -> ObservationRecord:
    row = a_figure(world)
    figure = NewObservation("64.01.05", Period.year(2025), Sex.FEMALE, value, "Data!C2")
    keep_figures(
        by=world.secretary,
        at=AT,
        element_code="EK01-LATIH",
        source_id=SourceRecord.objects.filter(pk=row.source_id).get().pk,
        figures=[figure],
        reason="Kiriman ulang",
    )
    return a_figure(world)


def test_a_correction_keeps_what_stood_there_with_its_source(world: World) -> None:
    before = a_figure(world)
    after = mend(world)
    assert after.figure() == 12
    assert after.version == before.version + 1
    assert last_event(world.secretary).name == "statistics.figure.corrected"

    history = figure_history(by=world.secretary, observation_id=after.pk)
    assert [each.value for each in history.versions] == [12, before.figure()]
    assert history.versions[0].reason == RIGHT.reason
    assert history.versions[1].cell == before.cell
    assert history.versions[1].file_hash
    assert history.corrections[0].provider == RIGHT.provider


def test_the_last_change_is_taken_back_as_another_version(world: World) -> None:
    before = a_figure(world)
    after = mend(world)
    undo_change(by=world.secretary, at=AT, observation_id=after.pk, version=after.version)
    back = a_figure(world)
    assert back.figure() == before.figure()
    assert back.version == before.version + 2
    assert (back.cell, back.source_id) == (before.cell, before.source_id)
    assert CorrectionRecord.objects.get().withdrawn_at is not None


@pytest.mark.parametrize(
    ("mending", "says"),
    [
        (Mending(Decimal(12), " ", "Bidang UMKM"), "Alasan"),
        (Mending(Decimal(12), "Salah ketik", ""), "Pemberi"),
    ],
)
def test_a_correction_says_why_and_who(world: World, mending: Mending, says: str) -> None:
    with pytest.raises(Refused) as refused:
        mend(world, mending)
    assert says in refused.value.reason.say(Language.INDONESIAN)
    assert not CorrectionRecord.objects.exists()


@pytest.mark.parametrize("value", [Decimal(-4), Decimal("6.5"), Decimal("9" * 30)])
def test_what_cannot_be_is_no_correction(world: World, value: Decimal) -> None:
    with pytest.raises(Refused):
        mend(world, Mending(value, "Salah ketik", "Bidang UMKM"))


def test_the_figure_on_record_is_no_correction(world: World) -> None:
    with pytest.raises(Refused):
        mend(world, Mending(Decimal(a_figure(world).figure()), "sama", "sama"))


def test_what_was_read_before_another_change_is_refused(world: World) -> None:
    row = a_figure(world)
    mend(world)
    with pytest.raises(Refused):
        correct_figure(
            by=world.secretary, at=AT, observation_id=row.pk, version=row.version, mending=RIGHT
        )
    with pytest.raises(Refused):
        undo_change(by=world.secretary, at=AT, observation_id=row.pk, version=row.version)


def test_the_same_wrong_figure_delivered_again_is_corrected_again(world: World) -> None:
    wrong = a_figure(world).figure()
    mend(world)
    assert deliver(world, wrong).figure() == 12
    assert CorrectionRecord.objects.get().holds is True


def test_a_correction_whose_figure_has_changed_is_reported_and_not_applied(world: World) -> None:
    mend(world)
    assert deliver(world, Decimal(99)).figure() == 99
    assert CorrectionRecord.objects.get().holds is False
    history = figure_history(by=world.secretary, observation_id=a_figure(world).pk)
    assert history.corrections[0].standing is Standing.NO_LONGER_HOLDS


def test_a_figure_mended_at_its_source_needs_no_correction() -> None:
    correction = Correction(Decimal(5), Decimal(12))
    assert correction.standing(Decimal(12)) is Standing.NOT_NEEDED
    assert correction.standing(Decimal(5)) is Standing.APPLIES
    assert correction.standing(Nothing.REFUSED) is Standing.NO_LONGER_HOLDS


def test_only_who_runs_the_register_or_produces_the_element_corrects(world: World) -> None:
    row = a_figure(world)
    asked = {"at": AT, "observation_id": row.pk, "version": row.version, "mending": RIGHT}
    with pytest.raises(Refused):
        correct_figure(by=world.planner, **asked)
    with pytest.raises(NotFound):
        correct_figure(by=world.stranger, **asked)
    with pytest.raises(NotFound):
        figure_history(by=world.stranger, observation_id=row.pk)
    agency_id = next(iter(world.author.agency_ids))
    type(row.element).objects.filter(pk=row.element_id).update(producer_id=agency_id)
    correct_figure(by=world.author, **asked)
    assert a_figure(world).figure() == 12
