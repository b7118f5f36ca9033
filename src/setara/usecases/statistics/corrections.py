"""Correcting a figure, and taking the last change of it back; nothing is ever overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Verdict, refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.correction import Correction, may_correct
from setara.domain.statistics.observation import Nothing, Value
from setara.store.models import CorrectionRecord, ObservationRecord
from setara.usecases.foundation.access import CHANGED_MEANWHILE, one
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.bringing import may_bring, require_possible
from setara.usecases.statistics.figures import figure_moved
from setara.usecases.statistics.items import digits_of

FIGURE = Text("Angka ini", "This figure")
UNDONE = Text("Perubahan dibatalkan", "The change was taken back")


@dataclass(frozen=True, slots=True)
class Mending:
    """What a correction says: the right figure, why, and who gave it."""

    value: Value
    reason: str
    provider: str


@command("statistics.figure.corrected", says=Text("Angka dikoreksi", "Figure corrected"))
def correct_figure(
    *, by: Actor, at: datetime, observation_id: int, version: int, mending: Mending
) -> int:
    """Put another figure in the place of one, which is kept as a version.

    `version` is the one that was read: raises Refused where another has come since, and for what
    `may_correct` refuses; NotFound. Returns the id of the correction, which is applied again when
    the same wrong figure is delivered again.
    """
    row = figure_for(by, observation_id)
    require(may_mend(by, row))
    require(_is_as_read(row, version))
    require_possible(row.element.as_rule_sees_it(), [mending.value])
    correction = Correction(row.figure(), mending.value)
    require(may_correct(correction, reason=mending.reason, provider=mending.provider))
    _in_force(row).update(withdrawn_at=at)
    record = CorrectionRecord.objects.create(
        element=row.element,
        place=row.place,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        breakdown=row.breakdown,
        sex=row.sex,
        expected_value=row.value,
        expected_nothing=row.nothing,
        **_columns(mending.value),
        reason=mending.reason.strip(),
        provider=mending.provider.strip(),
        recorded_by=by.name,
        recorded_at=at,
    )
    figure_moved(row, mending.value, by=by, at=at, reason=mending.reason.strip())
    leave_event(
        "statistics.figure.corrected", by=by, at=at, subject=record, element=row.element.code
    )
    return record.pk


@command("statistics.figure.restored", says=Text("Perubahan angka dibatalkan", "Change undone"))
def undo_change(*, by: Actor, at: datetime, observation_id: int, version: int) -> None:
    """Put the figure before the last change back, as a new version; its correction is withdrawn.

    Raises Refused where there is none before, or another change has come since; NotFound.
    """
    row = figure_for(by, observation_id)
    require(may_mend(by, row))
    require(_is_as_read(row, version))
    before = row.versions.order_by("version").last()
    if before is None:
        require(refused("Angka ini belum pernah berubah.", "This figure never changed."))
        return
    _in_force(row).update(withdrawn_at=at)
    row_source, row_cell = before.source, before.cell
    figure_moved(row, before.figure(), by=by, at=at, reason=UNDONE.id)
    row.source, row.cell = row_source, row_cell
    row.save(update_fields=["source", "cell"])
    leave_event("statistics.figure.restored", by=by, at=at, subject=row, restored=before.version)


def figure_for(by: Actor, observation_id: int) -> ObservationRecord:
    """The figure of the actor's government. Raises NotFound."""
    rows = ObservationRecord.objects.select_related("element", "place", "source")
    return one(by, rows, observation_id, what=FIGURE, through="element__government")


def may_mend(by: Actor, row: ObservationRecord) -> Verdict:
    """Who runs the register, or the agency that produces the element."""
    return may_bring(by, row.element)


def _is_as_read(row: ObservationRecord, version: int) -> Verdict:
    return Verdict(allowed=row.version == version, reason=CHANGED_MEANWHILE)


def _in_force(row: ObservationRecord) -> QuerySet[CorrectionRecord]:
    return CorrectionRecord.objects.filter(
        element=row.element,
        place=row.place,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        breakdown=row.breakdown,
        sex=row.sex,
        withdrawn_at__isnull=True,
    )


def _columns(value: Value) -> dict[str, object]:
    return {
        "value": value if isinstance(value, Decimal) else None,
        "decimal_places": digits_of(value),
        "nothing": value if isinstance(value, Nothing) else "",
    }
