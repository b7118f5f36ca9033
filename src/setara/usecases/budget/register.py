"""Column 2 of a GAP out of the register of data by sex: offered, taken, kept fresh in drafts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db.models import QuerySet

from setara.domain.budget.datum import Datum, DatumReference
from setara.domain.budget.pathway import Pathway, next_key
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.statistics.observation import Nothing
from setara.store.models import IssueRecord, ObservationRecord, PathwayRecord
from setara.usecases.budget.columns import as_rule_sees_it

Place = tuple[DatumReference, Period]
"""Where figures stand in the register: element, place and period."""


@dataclass(frozen=True, slots=True)
class OfferedDatum:
    """Figures of the register that column 2 can take; `code` is their element's."""

    code: str
    datum: Datum


def current(record: PathwayRecord) -> Pathway:
    """The pathway with what the register says today; a signed one stays as it was frozen.

    Cost: one query for a draft, none for a signed pathway.
    """
    pathway = as_rule_sees_it(record)
    if record.signed_at is not None:
        return pathway
    references = [datum.reference for datum in pathway.data if datum.reference]
    figures = _by_place(
        _figures(record.government_id).filter(
            element__code__in=[each.element_code for each in references],
            place__code__in=[each.place_code for each in references],
        )
    )
    return replace(pathway, data=tuple(_fresh(datum, figures) for datum in pathway.data))


def datum_of_issue(issue: IssueRecord) -> Datum | None:
    """The issue's own disparity as the first row of column 2; None without figures.

    Cost: one query.
    """
    rows = _figures(issue.government_id).filter(
        element=issue.element_id,
        place=issue.place_id,
        valid_from=issue.valid_from,
        valid_to=issue.valid_to,
    )
    return next((_datum(place, by_sex, 1) for place, by_sex in _by_place(rows).items()), None)


def offered(record: PathwayRecord) -> tuple[OfferedDatum, ...]:
    """The latest figures of each element for the issue's place, without those already taken.

    Cost: one query.
    """
    pathway = as_rule_sees_it(record)
    taken = {datum.reference for datum in pathway.data}
    rows = _figures(record.government_id).filter(place=record.issue.place_id)
    # Ordered by period, so that the latest of an element stays.
    latest = {place[0]: (place, by_sex) for place, by_sex in _by_place(rows).items()}
    key = next_key(pathway.data)
    return tuple(
        OfferedDatum(reference.element_code, _datum(*latest[reference], key))
        for reference in sorted(latest, key=lambda each: each.element_code)
        if reference not in taken
    )


def _figures(government_id: int) -> QuerySet[ObservationRecord]:
    rows = ObservationRecord.objects.filter(element__government_id=government_id, breakdown="")
    return rows.select_related("element", "place", "source").order_by("valid_from", "pk")


def _by_place(rows: QuerySet[ObservationRecord]) -> dict[Place, dict[Sex, ObservationRecord]]:
    found: dict[Place, dict[Sex, ObservationRecord]] = {}
    for row in rows:
        reference = DatumReference(row.element.code, row.place.code)
        place = (reference, Period(row.valid_from, row.valid_to))
        found.setdefault(place, {})[Sex(row.sex)] = row
    return found


def _fresh(datum: Datum, figures: dict[Place, dict[Sex, ObservationRecord]]) -> Datum:
    if datum.reference is None or datum.period is None:
        return datum
    place = (datum.reference, datum.period)
    return _datum(place, figures[place], datum.key) if place in figures else datum


def _datum(place: Place, by_sex: dict[Sex, ObservationRecord], key: int) -> Datum:
    """The figures with the words of their element and source; a sex without row is unreported."""
    row = next(iter(by_sex.values()))
    element, source = row.element.as_rule_sees_it(), row.source
    named = (source.publisher, source.document, source.locator)
    women, men = by_sex.get(Sex.FEMALE), by_sex.get(Sex.MALE)
    return Datum(
        key=key,
        label=element.name,
        unit=element.unit,
        female=women.figure() if women else Nothing.NOT_REPORTED,
        male=men.figure() if men else Nothing.NOT_REPORTED,
        period=place[1],
        source=", ".join(part for part in named if part),
        population_type=element.population_type,
        measure=element.measure,
        polarity=element.polarity,
        place_name=row.place.name,
        is_sample=source.is_sample,
        reference=place[0],
    )
