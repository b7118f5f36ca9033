"""The register's figures of what column 2 refers to, at every period."""

from __future__ import annotations

from collections.abc import Collection

from setara.domain.budget.datum import DatumReference
from setara.domain.budget.outcome_measure import Compared
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.statistics.observation import Nothing
from setara.store.models import ObservationRecord

LaterFigures = dict[DatumReference, list[Compared]]


def register_figures(government_id: int, references: Collection[DatumReference]) -> LaterFigures:
    """The figures of both sexes by reference, the earliest period first.

    A sex without a row is not reported. Cost: one query.
    """
    rows = (
        ObservationRecord.objects.filter(
            element__government_id=government_id,
            element__code__in={each.element_code for each in references},
            place__code__in={each.place_code for each in references},
            breakdown="",
        )
        .select_related("element", "place", "source")
        .order_by("valid_from", "valid_to", "pk")
    )
    pairs: dict[tuple[DatumReference, Period], dict[Sex, ObservationRecord]] = {}
    wanted = set(references)
    for row in rows:
        reference = DatumReference(row.element.code, row.place.code)
        if reference in wanted:
            key = (reference, Period(row.valid_from, row.valid_to))
            pairs.setdefault(key, {})[Sex(row.sex)] = row
    found: LaterFigures = {}
    for (reference, period), by_sex in pairs.items():
        found.setdefault(reference, []).append(_compared(period, by_sex))
    return found


def _compared(period: Period, by_sex: dict[Sex, ObservationRecord]) -> Compared:
    row = next(iter(by_sex.values()))
    element, source = row.element.as_rule_sees_it(), row.source
    women, men = by_sex.get(Sex.FEMALE), by_sex.get(Sex.MALE)
    named = (source.publisher, source.document, source.locator)
    return Compared(
        women=women.figure() if women else Nothing.NOT_REPORTED,
        men=men.figure() if men else Nothing.NOT_REPORTED,
        period=period,
        measure=element.measure,
        polarity=element.polarity,
        unit=element.unit,
        population=element.population_type,
        source=", ".join(part for part in named if part),
        is_sample=source.is_sample,
    )
