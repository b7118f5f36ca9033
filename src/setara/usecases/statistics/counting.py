"""How complete every submission of a call is, counted in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from setara.domain.foundation.sex import Sex
from setara.domain.statistics.asked import CellKey, cells_of
from setara.domain.statistics.completeness import Completeness, completeness, total
from setara.domain.statistics.dimension import Breakdown
from setara.domain.statistics.observation import Nothing, Value
from setara.store.models import CallItemRecord, DataCallRecord, SubmissionCellRecord
from setara.usecases.statistics.items import as_item, territory_of


@dataclass(frozen=True, slots=True)
class Counts:
    """Completeness by agency and element code, and unsettled comments by agency."""

    by_element: Mapping[int, Mapping[str, Completeness]]
    unsettled: Mapping[int, int]

    def of_agency(self, agency_id: int) -> Completeness:
        """All elements asked of one agency together."""
        return total(self.by_element.get(agency_id, {}).values())

    @property
    def whole(self) -> Completeness:
        """Everything the call asks for."""
        return total(self.of_agency(agency_id) for agency_id in self.by_element)


def counts_of(call: DataCallRecord, only: frozenset[int] | None = None) -> Counts:
    """Count what is asked and what stands there; what is no longer asked does not count.

    `only` counts for these agencies alone.

    Cost: four queries and one look at every cell (50,000 cells: about half a second).
    """
    items = CallItemRecord.objects.filter(call=call).select_related("element", "agency__place")
    cells = SubmissionCellRecord.objects.filter(submission__call=call)
    if only is not None:
        items, cells = items.filter(agency__in=only), cells.filter(submission__agency__in=only)
    territory = territory_of(call)
    kept, unsettled = _kept(cells)
    found: dict[int, dict[str, Completeness]] = {}
    for row in items.order_by("element__code"):
        standing = kept.get(row.agency_id, {})
        place = row.agency.place
        asked = cells_of(as_item(row), territory.within(place.code if place else None))
        found.setdefault(row.agency_id, {})[row.element.code] = _count(asked, standing)
    return Counts(found, unsettled)


def _count(cells: Iterable[CellKey], standing: Mapping[CellKey, Value]) -> Completeness:
    return completeness(standing.get(key) for key in cells)


def _kept(
    cells: QuerySet[SubmissionCellRecord],
) -> tuple[dict[int, dict[CellKey, Value]], dict[int, int]]:
    rows = cells.values_list(
        "submission__agency_id",
        "element__code",
        "place__code",
        "breakdown",
        "sex",
        "value",
        "nothing",
        "comment",
        "is_settled",
    )
    standing: dict[int, dict[CellKey, Value]] = {}
    unsettled: dict[int, int] = {}
    for agency_id, element, place, breakdown, sex, value, nothing, comment, settled in rows:
        if value is not None or nothing:
            key = CellKey(element, place, Breakdown.parsed(breakdown), Sex(sex))
            standing.setdefault(agency_id, {})[key] = _value(value, nothing)
        if comment and not settled:
            unsettled[agency_id] = unsettled.get(agency_id, 0) + 1
    return standing, unsettled


def _value(value: Decimal | None, nothing: str) -> Value:
    return value if value is not None else Nothing(nothing)
