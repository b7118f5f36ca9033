"""Which figures of the register nobody may see in a GAP: small counts and their cover."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from setara.domain.foundation.period import Period
from setara.domain.statistics.dimension import Breakdown
from setara.domain.statistics.element import Confidentiality, Measure
from setara.domain.statistics.release import CellKey, CellState
from setara.store.models import ElementRecord, ObservationRecord, PublicationRecord
from setara.usecases.statistics.releases import guarded_at, limits_at

Table = tuple[int, Period]
"""One element, by its id, in one period."""
Cell = tuple[int, Period, str, str]
"""Both sexes in one table: place code and key of the breakdown."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """The cells that are hidden, whichever sex is."""

    cells: frozenset[Cell]

    def has(self, element_id: int, period: Period, place_code: str, breakdown: str) -> bool:
        """Whether the figures of that cell may not be seen."""
        return (element_id, period, place_code, breakdown) in self.cells


def hidden_in(government_id: int, elements: Collection[int], today: date) -> Hidden:
    """What the disclosure control hides in the tables of these elements, as if published today.

    A GAP leaves the house: it is printed, signed and handed on. Cost: three queries, and four
    more for each table that has a small count or had hidden cells when it went out.
    """
    limits = limits_at(government_id, today)
    records = {row.pk: row for row in ElementRecord.objects.filter(pk__in=elements)}
    own = ObservationRecord.objects.filter(element__in=records)
    least = max(limits.general, limits.careful)
    is_small = Q(element__measure=Measure.COUNT, value__gt=0, value__lt=least)
    is_sensitive = Q(element__confidentiality=Confidentiality.SENSITIVE)
    rows = own.filter(is_small | (is_sensitive & ~Q(element__measure=Measure.COUNT)))
    tables = {
        (element, Period(start, end))
        for element, start, end in rows.values_list("element_id", "valid_from", "valid_to")
    } | _hidden_before(records)
    found: set[Cell] = set()
    for element_id, period in tables:
        guarded = guarded_at(government_id, records[element_id], period, today)
        found |= {
            _cell(element_id, cell.key) for cell in guarded.cells if cell.state is CellState.HIDDEN
        }
    return Hidden(frozenset(found))


def _hidden_before(elements: Collection[int]) -> set[Table]:
    rows = PublicationRecord.objects.filter(element__in=elements)
    return {
        (row.element_id, Period(row.valid_from, row.valid_to))
        for row in rows.only("element_id", "valid_from", "valid_to", "audit")
        if row.audit.get("primary") or row.audit.get("secondary")
    }


def _cell(element_id: int, key: CellKey) -> Cell:
    breakdown: Breakdown = key.breakdown
    return (element_id, key.period, key.place_code, breakdown.key)
