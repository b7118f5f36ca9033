"""Keeping verified figures: new ones are recorded, changed ones replace, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Nothing, Value
from setara.store.models import (
    ElementRecord,
    ObservationRecord,
    ObservationVersionRecord,
    SourceRecord,
)
from setara.usecases.foundation.access import NotFound, one, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.bringing import require_possible
from setara.usecases.statistics.commands import (
    ELEMENT,
    SOURCE,
    NewObservation,
    record_observations,
)
from setara.usecases.statistics.correcting import corrected
from setara.usecases.statistics.items import digits_of

Where = tuple[str, object, object, str, str]


@command("statistics.figures.kept", says=Text("Angka terverifikasi disimpan", "Figures kept"))
def keep_figures(
    *,
    by: Actor,
    at: datetime,
    element_code: str,
    source_id: int,
    figures: Iterable[NewObservation],
    reason: str,
) -> None:
    """Record figures that are new, replace those that differ, leave those that are the same.

    A replaced figure is kept as a version with its source; "not reported" never replaces one.
    A correction in force is applied to the figure it expects, and marked where it gets another.
    Raises NotFound for an unknown element, source or place. Cost: eight queries, and two a
    figure that is replaced.
    """
    require(by.may(Permission.IMPORT_STATISTICS))
    element = visible(by, ElementRecord.objects.filter(code=element_code)).first()
    if element is None:
        raise NotFound(ELEMENT)
    source = one(by, SourceRecord.objects.all(), source_id, what=SOURCE)
    figures = corrected(element, figures, at)
    require_possible(element.as_rule_sees_it(), (figure.value for figure in figures))
    standing = _standing(element, figures)
    new = [each for each in figures if _where(each) not in standing]
    known = [(standing[_where(each)], each) for each in figures if _where(each) in standing]
    changed = [(row, each) for row, each in known if _differs(row, each)]
    if new:
        record_observations(
            by=by, at=at, element_code=element_code, source_id=source_id, figures=new
        )
    for row, figure in changed:
        _replace(row, figure, source, by=by, at=at, reason=reason)
    counts = {"recorded": len(new), "replaced": len(changed)}
    leave_event("statistics.figures.kept", by=by, at=at, subject=element, counts=counts)


def _standing(
    element: ElementRecord, figures: list[NewObservation]
) -> dict[Where, ObservationRecord]:
    codes = {figure.place_code for figure in figures}
    rows = ObservationRecord.objects.filter(element=element, place__code__in=codes)
    return {
        (row.place.code, row.valid_from, row.valid_to, row.breakdown, row.sex): row
        for row in rows.select_related("place")
    }


def _where(figure: NewObservation) -> Where:
    period = figure.period
    return (
        figure.place_code,
        period.valid_from,
        period.end,
        figure.breakdown.key,
        figure.sex.value,
    )


def _differs(row: ObservationRecord, figure: NewObservation) -> bool:
    return figure.value is not Nothing.NOT_REPORTED and row.figure() != figure.value


def _replace(
    row: ObservationRecord,
    figure: NewObservation,
    source: SourceRecord,
    *,
    by: Actor,
    at: datetime,
    reason: str,
) -> None:
    figure_moved(row, figure.value, by=by, at=at, reason=reason)
    row.source, row.cell = source, figure.cell
    row.save(update_fields=["source", "cell"])


def figure_moved(
    row: ObservationRecord, value: Value, *, by: Actor, at: datetime, reason: str
) -> None:
    """Put `value` in the place of a figure, which is kept as a version with its source."""
    ObservationVersionRecord.objects.create(
        observation=row,
        value=row.value,
        decimal_places=row.decimal_places,
        nothing=row.nothing,
        source_id=row.source_id,
        cell=row.cell,
        version=row.version,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by,
        reason=row.reason,
    )
    row.value = value if isinstance(value, Decimal) else None
    row.decimal_places = digits_of(value)
    row.nothing = value if isinstance(value, Nothing) else ""
    row.version += 1
    row.recorded_at, row.recorded_by, row.reason = at, by.name, reason
    row.save()
