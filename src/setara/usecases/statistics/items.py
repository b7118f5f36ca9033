"""What a call asks of a producer and what stands in its cells, as rows become the domain's own."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from setara.domain.foundation.period import Period
from setara.domain.foundation.place import PlaceKind
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.asked import AskedItem, CellKey, Territory
from setara.domain.statistics.dimension import Breakdown
from setara.domain.statistics.observation import Nothing, Value
from setara.store.models import (
    CallItemRecord,
    CategoryRecord,
    DataCallRecord,
    ElementRecord,
    ObservationRecord,
    PlaceRecord,
    SubmissionCellRecord,
    SubmissionRecord,
)


def items_of(submission: SubmissionRecord) -> list[tuple[AskedItem, ElementRecord]]:
    """What is asked of the producer, by element code. Cost: one query."""
    rows = CallItemRecord.objects.filter(call=submission.call_id, agency=submission.agency_id)
    return [
        (as_item(row), row.element)
        for row in rows.select_related("element").order_by("element__code")
    ]


def as_item(row: CallItemRecord) -> AskedItem:
    """The item as the domain knows it. Cost: a query unless the element is selected."""
    return AskedItem(
        element=row.element.as_rule_sees_it(),
        breakdowns=tuple(Breakdown.parsed(key) for key in row.breakdowns),
        by_subdistrict=row.by_subdistrict,
    )


def territory_of(call: DataCallRecord) -> Territory:
    """The government's place and its sub-districts. Cost: two queries."""
    home = PlaceRecord.objects.get(governments=call.government_id)
    below = PlaceRecord.objects.filter(parent=home, kind=PlaceKind.SUBDISTRICT).order_by("code")
    return Territory(home.code, tuple(below.values_list("code", flat=True)))


def categories_of(call: DataCallRecord) -> dict[tuple[str, str], Text]:
    """The government's own categories of open dimensions. Cost: one query."""
    rows = CategoryRecord.objects.filter(government=call.government_id)
    return {(row.dimension, row.code): Text(row.name_id, row.name_en) for row in rows}


def value_in(row: SubmissionCellRecord) -> Value | None:
    """The figure with its digits, the kind of nothing, or None where nobody filled it in."""
    if row.value is not None:
        return row.value.quantize(Decimal(1).scaleb(-row.decimal_places))
    return Nothing(row.nothing) if row.nothing else None


def digits_of(value: Value | None) -> int:
    """The digits behind the decimal mark, as they were given."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def place_names(keys: Iterable[CellKey]) -> dict[str, str]:
    """The names of the places of the cells by code. Cost: one query."""
    codes = {key.place_code for key in keys}
    return dict(PlaceRecord.objects.filter(code__in=codes).values_list("code", "name"))


def kept_cells(submission: SubmissionRecord) -> Iterable[SubmissionCellRecord]:
    """The rows of the submission with element and place. Cost: one query."""
    rows = SubmissionCellRecord.objects.filter(submission=submission)
    return rows.select_related("element", "place")


def key_of(row: SubmissionCellRecord | ObservationRecord) -> CellKey:
    """Where the row's figure stands. Cost: queries unless element and place are selected."""
    return CellKey(row.element.code, row.place.code, Breakdown.parsed(row.breakdown), Sex(row.sex))


def last_figures(
    call: DataCallRecord, element_ids: set[int]
) -> dict[CellKey, tuple[Period, Value]]:
    """The figure of the latest period that ended by the time the call's one starts, by cell."""
    rows = ObservationRecord.objects.filter(
        element__in=element_ids, valid_to__lte=call.valid_from
    ).select_related("element", "place")
    return {
        key_of(row): (Period(row.valid_from, row.valid_to), row.figure())
        for row in rows.order_by("valid_to", "valid_from")
    }
