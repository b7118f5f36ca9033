"""Indices as BPS published them, as they were taken in: to be set beside recomputed ones."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.indices.bps.measures import IndexMeasure, Vintage, every_measure
from setara.domain.statistics.observation import Source, Value
from setara.store.models import ObservationRecord
from setara.usecases.foundation.access import visible


@dataclass(frozen=True, slots=True)
class PublishedAnswer:
    """One figure of BPS with its provenance; `measure` has its key, such as `ipg`, and vintage."""

    place_code: str
    place_name: str
    year: int
    measure: IndexMeasure
    value: Value
    source: Source
    cell: str


def published_figures(
    *, by: Actor, vintage: Vintage | None = Vintage.OLD, place_code: str | None = None
) -> tuple[PublishedAnswer, ...]:
    """Every figure of indices and components of one vintage, by place, year and measure.

    Of both vintages for None, each told by its measure. Measures that rest on no life expectancy
    are in both. For a place, or all that are kept for None. Cost: one query.
    """
    require(by.may(Permission.READ_RECORDS))
    measures = {
        (measure.element_code, measure.kept_sex.value): measure
        for measure in every_measure()
        if vintage in {None, measure.vintage} or not measure.family.has_vintages
    }
    rows = visible(by, ObservationRecord.objects.all(), through="element__government")
    if place_code is not None:
        rows = rows.filter(place__code=place_code)
    rows = rows.filter(element__code__in={code for code, _ in measures}, breakdown="")
    related = rows.select_related("element", "place", "source", "source__file")
    ordered = related.defer("source__file__content").order_by("place__code", "valid_from")
    found = [
        PublishedAnswer(
            place_code=row.place.code,
            place_name=row.place.name,
            year=row.valid_from.year,
            measure=measures[(row.element.code, row.sex)],
            value=row.figure(),
            source=row.source.as_rule_sees_it(),
            cell=row.cell,
        )
        for row in ordered
        if (row.element.code, row.sex) in measures
    ]
    return tuple(sorted(found, key=lambda a: (a.place_code, a.year, a.measure.key)))
