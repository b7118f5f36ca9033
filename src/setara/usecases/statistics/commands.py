"""Verbs on figures: their sources cited, observations recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.dimension import EVERYBODY, Breakdown
from setara.domain.statistics.observation import Nothing, Value
from setara.store.models import (
    ElementRecord,
    ObservationRecord,
    PlaceRecord,
    ReceivedFileRecord,
    SourceRecord,
)
from setara.usecases.foundation.access import NotFound, government_of, one, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.bringing import require_possible
from setara.usecases.statistics.element_rows import ELEMENT
from setara.usecases.statistics.elements import define_element

__all__ = [
    "ELEMENT",
    "SOURCE",
    "NewObservation",
    "cite_source",
    "define_element",
    "record_observations",
]

SOURCE = Text("Sumber data", "The source")


@dataclass(frozen=True, slots=True)
class NewObservation:
    """A figure to be kept, or its kind of nothing; `cell` is where it stood in the file."""

    place_code: str
    period: Period
    sex: Sex
    value: Value
    cell: str = ""
    breakdown: Breakdown = EVERYBODY


@command("statistics.source.cited", says=Text("Sumber data dicatat", "Source cited"))
def cite_source(
    *,
    by: Actor,
    at: datetime,
    publisher: str,
    document: str,
    locator: str = "",
    url: str = "",
    published_on: date | None = None,
    is_sample: bool = False,
    file_id: int | None = None,
) -> int:
    """Record where figures come from; the same source is recorded once and found again.

    Raises Refused where publisher or document is empty.
    """
    require(by.may(Permission.IMPORT_STATISTICS))
    require(_may_cite(publisher, document))
    file = (
        None
        if file_id is None
        else one(by, ReceivedFileRecord.objects.all(), file_id, what=Text("Berkas", "The file"))
    )
    source, _ = SourceRecord.objects.get_or_create(
        government_id=government_of(by),
        publisher=publisher.strip(),
        document=document.strip(),
        locator=locator.strip(),
        file=file,
        defaults={"url": url, "published_on": published_on, "is_sample": is_sample},
    )
    leave_event("statistics.source.cited", by=by, at=at, subject=source, document=source.document)
    return source.pk


def _may_cite(publisher: str, document: str) -> Verdict:
    if publisher.strip() and document.strip():
        return ALLOWED
    return refused(
        "Penerbit dan judul dokumen sumber wajib diisi.",
        "The publisher and the title of the source are required.",
    )


@command("statistics.observations.recorded", says=Text("Data dicatat", "Observations recorded"))
def record_observations(
    *,
    by: Actor,
    at: datetime,
    element_code: str,
    source_id: int,
    figures: Iterable[NewObservation],
) -> None:
    """Keep figures of one element from one source, all or none of them.

    Raises Refused where a figure is already there (a correction is another act), or names a
    place twice; NotFound for an unknown element, source or place.
    """
    require(by.may(Permission.IMPORT_STATISTICS))
    element = visible(by, ElementRecord.objects.filter(code=element_code)).first()
    if element is None:
        raise NotFound(ELEMENT)
    source = one(by, SourceRecord.objects.all(), source_id, what=SOURCE)
    figures = list(figures)
    require_possible(element.as_rule_sees_it(), (figure.value for figure in figures))
    places = _places_of(figures)
    _refuse_known(element, figures, places)
    ObservationRecord.objects.bulk_create(
        _record(figure, element, source, places[figure.place_code], by=by, at=at)
        for figure in figures
    )
    leave_event(
        "statistics.observations.recorded",
        by=by,
        at=at,
        subject=element,
        count=len(figures),
        source=source.document,
    )


def _record(
    figure: NewObservation,
    element: ElementRecord,
    source: SourceRecord,
    place_id: int,
    *,
    by: Actor,
    at: datetime,
) -> ObservationRecord:
    value = figure.value
    return ObservationRecord(
        element=element,
        source=source,
        place_id=place_id,
        valid_from=figure.period.valid_from,
        valid_to=figure.period.end,
        breakdown=figure.breakdown.key,
        sex=figure.sex,
        recorded_at=at,
        recorded_by=by.name,
        value=value if isinstance(value, Decimal) else None,
        decimal_places=_places_in(value),
        nothing=value if isinstance(value, Nothing) else "",
        cell=figure.cell,
    )


def _places_in(value: Value) -> int:
    """The digits behind the decimal mark, as published."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _places_of(figures: list[NewObservation]) -> dict[str, int]:
    codes = {figure.place_code for figure in figures}
    known = dict(PlaceRecord.objects.filter(code__in=codes).values_list("code", "pk"))
    unknown = sorted(codes - set(known))
    if unknown:
        raise NotFound(Text("Wilayah {code}", "Place {code}").filled(code=unknown[0]))
    return known


def _refuse_known(
    element: ElementRecord, figures: list[NewObservation], places: dict[str, int]
) -> None:
    wanted = [
        (places[f.place_code], f.period.valid_from, f.period.end, f.breakdown.key, f.sex.value)
        for f in figures
    ]
    stored = ObservationRecord.objects.filter(element=element, place__in=set(places.values()))
    there = set(stored.values_list("place_id", "valid_from", "valid_to", "breakdown", "sex"))
    for figure, key in zip(figures, wanted, strict=True):
        if key in there:
            require(
                refused(
                    "Angka {element} untuk wilayah {place}, {period}, {sex}, sudah tercatat. "
                    "Perbaikan dilakukan sebagai koreksi, bukan dengan mengirim ulang.",
                    "The figure of {element} for place {place}, {period}, {sex}, is already "
                    "recorded. Correct it instead of sending it again.",
                    element=element.code,
                    place=figure.place_code,
                    period=figure.period,
                    sex=figure.sex.label,
                )
            )
        there.add(key)
