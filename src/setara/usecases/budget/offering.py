"""What the register of data by sex offers to column 2: elements to search, and what lies in one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.db.models import Exists, OuterRef

from setara.domain.budget.datum import Datum, DatumReference
from setara.domain.budget.pathway import next_key
from setara.domain.language.text import Text
from setara.domain.statistics.dimension import Breakdown, dimensions
from setara.store.models import ElementRecord, ObservationRecord, PathwayRecord, PlaceRecord
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.budget.register import figures_of_rows, rows_of

A_PAGE = 10


class Narrowed(StrEnum):
    """Which elements are looked at."""

    ALL = "semua"
    OWN = "sendiri"

    @property
    def label(self) -> Text:
        """In both languages."""
        return NARROWED_LABELS[self]


NARROWED_LABELS = {
    Narrowed.ALL: Text("semua data", "all data"),
    Narrowed.OWN: Text("yang dihasilkan perangkat daerah ini", "produced by this agency"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the writer looks for: words of name or code, whose, which page (from 1).

    `element_code` opens one element, with its breakdowns at `place_code` (the issue's where it
    is empty) and its sub-districts.
    """

    words: str = ""
    narrowed: Narrowed = Narrowed.ALL
    page: int = 1
    element_code: str = ""
    place_code: str = ""


@dataclass(frozen=True, slots=True)
class OfferedDatum:
    """Figures of the register that column 2 can take; `code` is their element's.

    Those that are hidden are named and cannot be taken; those already taken say so.
    """

    code: str
    datum: Datum
    is_taken: bool = False

    @property
    def can_be_taken(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.is_taken and not self.datum.is_hidden


@dataclass(frozen=True, slots=True)
class ElementOffer:
    """One element of the list; `figures` is None where only its parts have any."""

    code: str
    name: Text
    is_of_issue: bool
    is_own: bool
    figures: OfferedDatum | None


@dataclass(frozen=True, slots=True)
class OfferedElement:
    """One element that was opened: its breakdowns at a place, and its sub-districts."""

    code: str
    name: Text
    place_code: str
    place_name: str
    breakdowns: tuple[OfferedDatum, ...]
    places: tuple[OfferedDatum, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    """A page of what is offered; `found` counts all elements that answer the search."""

    wanted: Wanted
    rows: tuple[ElementOffer, ...]
    found: int
    pages: int
    own: int
    place_name: str
    opened: OfferedElement | None = None


@dataclass(frozen=True, slots=True)
class _Ground:
    """Whose GAP is written, and what it has already."""

    record: PathwayRecord
    taken: frozenset[DatumReference | None]
    key: int
    on: date


def offers(record: PathwayRecord, wanted: Wanted, on: date) -> Offers:
    """The elements that have figures where the issue is: that of the issue first, then the
    agency's own, then by code; the latest figures of each with the periods before.

    Cost: three queries and those of `hidden_in`; three more where an element is opened.
    """
    ground, issue = _ground(record, on), record.issue
    matching = [row for row in _elements(record) if _answers(row, wanted, record.agency_id)]
    matching.sort(key=lambda row: (row.pk != issue.element_id, not _is_own(row, record), row.code))
    pages = max(1, -(-len(matching) // A_PAGE))
    page = min(max(wanted.page, 1), pages)
    shown = matching[(page - 1) * A_PAGE : page * A_PAGE]
    return Offers(
        wanted=replace(wanted, page=page),
        rows=_latest(ground, shown),
        found=len(matching),
        pages=pages,
        own=sum(_is_own(row, record) for row in matching),
        place_name=issue.place.name,
        opened=_opened(ground, wanted) if wanted.element_code else None,
    )


def offered_datum(
    record: PathwayRecord, reference: DatumReference, on: date
) -> OfferedDatum | None:
    """The latest figures at that place of the register, as the next row of column 2.

    None where there are none, or where the place lies outside that of the issue. Cost: two
    queries and those of `hidden_in`.
    """
    rows = rows_of(record.government_id).filter(
        element__code=reference.element_code,
        place__code=reference.place_code,
        place__code__startswith=record.issue.place.code,
        breakdown=reference.breakdown,
    )
    found = _offered(_ground(record, on), rows)
    return found[0] if found else None


def _ground(record: PathwayRecord, on: date) -> _Ground:
    pathway = as_rule_sees_it(record)
    taken = frozenset(datum.reference for datum in pathway.data)
    return _Ground(record, taken, next_key(pathway.data), on)


def _elements(record: PathwayRecord) -> Sequence[ElementRecord]:
    figures = ObservationRecord.objects.filter(
        element=OuterRef("pk"), place__code__startswith=record.issue.place.code
    )
    rows = ElementRecord.objects.filter(Exists(figures), government_id=record.government_id)
    return list(rows.order_by("code"))


def _is_own(row: ElementRecord, record: PathwayRecord) -> bool:
    return row.producer_id == record.agency_id


def _answers(row: ElementRecord, wanted: Wanted, agency_id: int) -> bool:
    if wanted.narrowed is Narrowed.OWN and row.producer_id != agency_id:
        return False
    said = f"{row.code} {row.name_id} {row.name_en}".casefold()
    return all(word in said for word in wanted.words.casefold().split())


def _latest(ground: _Ground, elements: Sequence[ElementRecord]) -> tuple[ElementOffer, ...]:
    record = ground.record
    rows = rows_of(record.government_id).filter(
        element__in=elements, place=record.issue.place_id, breakdown=""
    )
    found = {each.code: each for each in _offered(ground, rows)}
    return tuple(
        ElementOffer(
            code=row.code,
            name=Text(row.name_id, row.name_en),
            is_of_issue=row.pk == record.issue.element_id,
            is_own=_is_own(row, record),
            figures=found.get(row.code),
        )
        for row in elements
    )


def _offered(ground: _Ground, rows: Iterable[ObservationRecord]) -> tuple[OfferedDatum, ...]:
    """The latest period of each cell, in the order of places and cells."""
    found = figures_of_rows(rows, ground.record.government_id, on=ground.on)
    return tuple(
        OfferedDatum(
            code=reference.element_code,
            datum=replace(found[reference].latest, key=ground.key),
            is_taken=reference in ground.taken,
        )
        for reference in sorted(found, key=_order)
    )


def _order(reference: DatumReference) -> tuple[str, str, list[tuple[str, int, str]]]:
    """By element and place, ages by the age they begin with and other categories as named."""
    cell = Breakdown.parsed(reference.breakdown)
    parts = [(dimension, _from_age(dimension, code), code) for dimension, code in cell.parts]
    return (reference.element_code, reference.place_code, parts)


def _from_age(dimension: str, code: str) -> int:
    known = dimensions().get(dimension)
    category = known.category(code) if known else None
    return category.from_age or 0 if category else 0


def _opened(ground: _Ground, wanted: Wanted) -> OfferedElement | None:
    record = ground.record
    element = ElementRecord.objects.filter(
        government_id=record.government_id, code=wanted.element_code
    ).first()
    inside = PlaceRecord.objects.filter(code__startswith=record.issue.place.code)
    place = inside.filter(code=wanted.place_code or record.issue.place.code).first()
    if element is None or place is None:
        return None
    rows = rows_of(record.government_id).filter(element=element)
    broken_down = rows.filter(place=place).exclude(breakdown="")
    below = rows.filter(breakdown="", place__parent=record.issue.place_id)
    return OfferedElement(
        code=element.code,
        name=Text(element.name_id, element.name_en),
        place_code=place.code,
        place_name=place.name,
        breakdowns=_offered(ground, broken_down),
        places=_offered(ground, below),
    )
