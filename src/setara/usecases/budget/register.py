"""Column 2 of a GAP out of the register of data by sex: kept fresh in drafts, frozen by signing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet
from django.utils.timezone import localdate

from setara.domain.budget.datum import Datum, DatumReference, Earlier
from setara.domain.budget.following import Figures, Standing, followed, standing
from setara.domain.budget.pathway import Pathway
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.dimension import Breakdown, said_breakdown
from setara.domain.statistics.observation import Nothing
from setara.store.models import CategoryRecord, IssueRecord, ObservationRecord, PathwayRecord
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.budget.register_guard import Hidden, hidden_in
from setara.usecases.budget.ticking import matched

Names = Mapping[tuple[str, str], Text]
"""A government's own categories of open dimensions."""

MOST_EARLIER = 4
"""Periods before its own that a datum carries; longer series say no more in one sentence."""


def current(record: PathwayRecord) -> Pathway:
    """The pathway with what the register and the budget say today; a signed one stays as it was.

    Figures that became so small since that nobody may see them are taken out of a draft. Cost:
    nothing for a signed pathway, two queries for a draft and those of `hidden_in` and `matched`.
    """
    pathway = as_rule_sees_it(record)
    if record.signed_at is not None:
        return pathway
    fresh = replace(pathway, data=followed(pathway.data, _today(record, pathway)))
    return matched(record, fresh)


def standings(record: PathwayRecord) -> tuple[Standing, ...]:
    """How each datum, as it was last written or frozen, stands to the register of today.

    Cost: as `current` for a draft.
    """
    pathway = as_rule_sees_it(record)
    found = _today(record, pathway)
    return tuple(standing(datum, found) for datum in pathway.data)


def _today(record: PathwayRecord, pathway: Pathway) -> dict[DatumReference, Figures]:
    references = [datum.reference for datum in pathway.data if datum.reference]
    if not references:
        return {}
    rows = rows_of(record.government_id).filter(
        element__code__in=[each.element_code for each in references],
        place__code__in=[each.place_code for each in references],
        breakdown__in=[each.breakdown for each in references],
    )
    return figures_of_rows(rows, record.government_id, on=localdate(record.saved_at))


def datum_of_issue(issue: IssueRecord, on: date) -> Datum | None:
    """The issue's own disparity as the first row of column 2; None without figures.

    Cost: two queries and those of `hidden_in`.
    """
    rows = rows_of(issue.government_id).filter(
        element=issue.element_id, place=issue.place_id, breakdown=""
    )
    of_issue = Period(issue.valid_from, issue.valid_to)
    for found in figures_of_rows(rows, issue.government_id, on=on).values():
        datum = found.datum(of_issue)
        return replace(datum, key=1) if datum else None
    return None


def rows_of(government_id: int) -> QuerySet[ObservationRecord]:
    """The figures of a government's elements with what names them, the earliest period first."""
    rows = ObservationRecord.objects.filter(element__government_id=government_id)
    return rows.select_related("element", "place", "source").order_by("valid_from", "pk")


def figures_of_rows(
    rows: Iterable[ObservationRecord], government_id: int, *, on: date
) -> dict[DatumReference, Figures]:
    """The periods of each element, place and breakdown as data, small counts without figures.

    `on` is the day whose limits count where the government has set none of its own.
    """
    by_cell: dict[DatumReference, dict[Period, dict[Sex, ObservationRecord]]] = {}
    for row in rows:
        reference = DatumReference(row.element.code, row.place.code, row.breakdown)
        period = Period(row.valid_from, row.valid_to)
        by_cell.setdefault(reference, {}).setdefault(period, {})[Sex(row.sex)] = row
    elements = {_any(periods).element_id for periods in by_cell.values()}
    hidden = hidden_in(government_id, elements, on)
    names = _names(government_id, by_cell)
    return {
        reference: _figures(reference, periods, hidden, names)
        for reference, periods in by_cell.items()
    }


def _any(periods: Mapping[Period, Mapping[Sex, ObservationRecord]]) -> ObservationRecord:
    return next(row for by_sex in periods.values() for row in by_sex.values())


def _names(government_id: int, references: Collection[DatumReference]) -> Names:
    if not any(reference.breakdown for reference in references):
        return {}
    rows = CategoryRecord.objects.filter(government_id=government_id)
    return {(row.dimension, row.code): Text(row.name_id, row.name_en) for row in rows}


def _figures(
    reference: DatumReference,
    periods: Mapping[Period, Mapping[Sex, ObservationRecord]],
    hidden: Hidden,
    names: Names,
) -> Figures:
    shown = []
    for period, by_sex in sorted(periods.items()):
        datum = _datum(reference, period, by_sex, names)
        element_id = _any({period: by_sex}).element_id
        is_hidden = hidden.has(element_id, period, reference.place_code, reference.breakdown)
        shown.append(datum.hidden() if is_hidden else datum)
    return Figures(tuple(_with_series(shown)))


def _with_series(data: Sequence[Datum]) -> Iterable[Datum]:
    """Each datum with the periods before it that have figures, the oldest first."""
    for at, datum in enumerate(data):
        if datum.is_hidden:
            yield datum
            continue
        before = [
            Earlier(each.period, each.female, each.male, each.source, each.is_sample)
            for each in data[:at]
            if each.has_figures and each.period is not None
        ]
        yield replace(datum, series=tuple(before[-MOST_EARLIER:]))


def _datum(
    reference: DatumReference,
    period: Period,
    by_sex: Mapping[Sex, ObservationRecord],
    names: Names,
) -> Datum:
    """The figures with the words of their element and source; a sex without row is unreported."""
    row = next(iter(by_sex.values()))
    element, source = row.element.as_rule_sees_it(), row.source
    named = (source.publisher, source.document, source.locator)
    women, men = by_sex.get(Sex.FEMALE), by_sex.get(Sex.MALE)
    return Datum(
        key=0,
        label=_label(element.name, reference.breakdown, names),
        unit=element.unit,
        female=women.figure() if women else Nothing.NOT_REPORTED,
        male=men.figure() if men else Nothing.NOT_REPORTED,
        period=period,
        source=", ".join(part for part in named if part),
        population_type=element.population_type,
        measure=element.measure,
        polarity=element.polarity,
        place_name=row.place.name,
        is_sample=any(each.source.is_sample for each in by_sex.values()),
        reference=reference,
        is_reconciled=element.is_reconciled,
    )


def _label(name: Text, breakdown: str, names: Names) -> Text:
    if not breakdown:
        return name
    cell = said_breakdown(Breakdown.parsed(breakdown), names)
    return Text(f"{name.id} ({cell.id})", f"{name.en} ({cell.en})")
