"""The figures a plan document's GAP can begin with: data by sex, and indices; never typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils.timezone import localdate

from setara.domain.budget.datum import Datum, DatumReference
from setara.domain.budget.document_pathway import DocumentPathway, Evidence, IndexFigure
from setara.domain.budget.following import followed
from setara.domain.foundation.actor import Actor
from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.registry import index_named
from setara.domain.statistics.element import Polarity
from setara.store.models import DocumentPathwayRecord, GovernmentRecord
from setara.usecases.budget.document_columns import document_as_rule_sees_it
from setara.usecases.budget.register import figures_of_rows, rows_of
from setara.usecases.indices.kept import INDEX_FAMILIES
from setara.usecases.indices.overview import overview
from setara.usecases.indices.published import published_figures

COMPUTED = "Setara, dihitung dari komponennya"
"""The source of an index nobody printed; sources stand in Indonesian as they were kept."""


@dataclass(frozen=True, slots=True)
class OfferedEvidence:
    """Figures that can be taken; `code` names them in the form."""

    code: str
    evidence: Evidence
    is_of_issue: bool = False


def offered_evidence(
    by: Actor, record: DocumentPathwayRecord, pathway: DocumentPathway, on: date
) -> tuple[OfferedEvidence, ...]:
    """What is not taken yet: the indices of the place, the issues' data, then all other data.

    Hidden counts are not offered. Cost: about nine queries.
    """
    taken = {code_of(each) for each in pathway.evidence}
    found = [*_indices(by), *_data(record, on)]
    return tuple(each for each in found if each.code not in taken)


def code_of(evidence: Evidence) -> str:
    """How a form names a figure: by index and year, or by element, place, breakdown and year."""
    if isinstance(evidence, IndexFigure):
        return f"index:{evidence.index}:{evidence.year}"
    reference, period = evidence.reference, evidence.period
    if reference is None or period is None:
        return f"datum:{evidence.key}"
    return f"data:{reference.element_code}:{reference.place_code}:{reference.breakdown}"


def current_document(record: DocumentPathwayRecord) -> DocumentPathway:
    """The analysis with what the register says today; a signed one stays as it was frozen.

    Cost: nothing for a signed one, two queries and those of the limits for a draft.
    """
    pathway = document_as_rule_sees_it(record)
    if record.signed_at is not None:
        return pathway
    data = tuple(each for each in pathway.evidence if isinstance(each, Datum))
    references = [each.reference for each in data if each.reference]
    if not references:
        return pathway
    rows = rows_of(record.government_id).filter(
        element__code__in=[each.element_code for each in references],
        place__code__in=[each.place_code for each in references],
        breakdown__in=[each.breakdown for each in references],
    )
    register = figures_of_rows(rows, record.government_id, on=localdate(record.saved_at))
    fresh = {each.key: each for each in followed(data, register)}
    return replace(pathway, evidence=tuple(fresh.get(each.key, each) for each in pathway.evidence))


def _data(record: DocumentPathwayRecord, on: date) -> Iterator[OfferedEvidence]:
    """The latest figures of every element for the place, those of the chosen issues first."""
    place = GovernmentRecord.objects.select_related("place").get(pk=record.government_id).place
    issues = record.issues.values_list("issue__element__code", "issue__place__code")
    chosen = {DatumReference(element, at, "") for element, at in issues}
    codes = {place.code, *(each.place_code for each in chosen)}
    rows = rows_of(record.government_id).filter(place__code__in=codes, breakdown="")
    found = figures_of_rows(rows, record.government_id, on=on)
    data = [
        OfferedEvidence(code_of(latest), latest, reference in chosen)
        for reference, figures in found.items()
        if reference in chosen or reference.place_code == place.code
        if (latest := figures.latest).has_figures and not latest.is_hidden
    ]
    yield from sorted(data, key=lambda each: (not each.is_of_issue, each.code))


def _indices(by: Actor) -> Iterator[OfferedEvidence]:
    """The newest of each index, as BPS printed it or as it can be computed, the newer one."""
    answer = overview(by=by)
    newest = _printed(by, answer.place_code)
    for standing in answer.standings:
        key, result = standing.index.key, standing.computed
        if result is None or standing.year is None:
            continue
        if key not in newest or newest[key].year < standing.year:
            newest[key] = IndexFigure(
                key=0,
                index=key,
                label=standing.index.name,
                place_name=answer.place_name,
                year=standing.year,
                value=result.published,
                source=COMPUTED,
                polarity=_polarity(key),
                is_computed=True,
            )
    for figure in sorted(newest.values(), key=lambda each: each.index):
        yield OfferedEvidence(code_of(figure), figure)


def _printed(by: Actor, place_code: str) -> dict[str, IndexFigure]:
    """The newest of each index as BPS printed it; of one year the newer series."""
    found: dict[str, IndexFigure] = {}
    for each in published_figures(by=by, vintage=None, place_code=place_code):
        key, value = each.measure.family.key, each.value
        if key not in INDEX_FAMILIES or each.measure.sex or not isinstance(value, Decimal):
            continue
        is_newer_series = each.measure.vintage is not Vintage.OLD
        known = found.get(key)
        if known and (known.year, True) > (each.year, is_newer_series):
            continue
        source = ", ".join(part for part in (each.source.publisher, each.source.document) if part)
        found[key] = IndexFigure(
            key=0,
            index=key,
            label=each.measure.label,
            place_name=each.place_name,
            year=each.year,
            value=value,
            source=source,
            polarity=_polarity(key),
            is_sample=each.source.is_sample,
        )
    return found


def _polarity(key: str) -> Polarity:
    is_better_low = index_named(key).higher_is_better is False
    return Polarity.LOWER_IS_BETTER if is_better_low else Polarity.HIGHER_IS_BETTER
