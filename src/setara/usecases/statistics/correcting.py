"""Corrections applied to what is delivered again, each told what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from setara.domain.statistics.correction import Correction, Standing
from setara.domain.statistics.observation import Nothing, Value
from setara.store.models import CorrectionRecord, ElementRecord
from setara.usecases.statistics.commands import NewObservation

Where = tuple[str, date, date, str, str]


def corrected(
    element: ElementRecord, figures: Iterable[NewObservation], at: datetime
) -> list[NewObservation]:
    """The delivered figures with corrections in force applied; those that no longer hold are
    marked so, and their figures stay as delivered. Cost: one query, and one a correction met.
    """
    in_force = {
        (row.place.code, row.valid_from, row.valid_to, row.breakdown, row.sex): row
        for row in CorrectionRecord.objects.filter(
            element=element, withdrawn_at__isnull=True
        ).select_related("place")
    }
    return [_read(figure, in_force.get(_where(figure)), at) for figure in figures]


def _read(figure: NewObservation, row: CorrectionRecord | None, at: datetime) -> NewObservation:
    if row is None or figure.value is Nothing.NOT_REPORTED:
        return figure
    correction = correction_of(row)
    standing = correction.standing(figure.value)
    row.holds, row.checked_at = standing is not Standing.NO_LONGER_HOLDS, at
    row.save(update_fields=["holds", "checked_at"])
    return replace(figure, value=correction.corrected) if standing is Standing.APPLIES else figure


def correction_of(row: CorrectionRecord) -> Correction:
    """The correction as the rule sees it."""
    expected: Value = (
        Nothing(row.expected_nothing) if row.expected_value is None else row.expected_value
    )
    if row.value is None:
        return Correction(expected, Nothing(row.nothing))
    return Correction(expected, row.value.quantize(Decimal(1).scaleb(-row.decimal_places)))


def _where(figure: NewObservation) -> Where:
    period = figure.period
    place, group = figure.place_code, figure.breakdown.key
    return (place, period.valid_from, period.end, group, figure.sex.value)
