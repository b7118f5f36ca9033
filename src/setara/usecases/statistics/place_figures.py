"""One element in every sub-district: figures, the kinds of nothing, and where boundaries are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.place import PlaceKind
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.domain.statistics.boundary import Outline, outline_of
from setara.domain.statistics.disparity import Disparity, disparity, parity_band
from setara.domain.statistics.element import Element, Measure
from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.parity_class import ParityClass, parity_class, told_by_class
from setara.store.models import BoundaryRecord, GovernmentRecord, ObservationRecord, PlaceRecord
from setara.usecases.foundation.access import government_of, visible
from setara.usecases.statistics.element_rows import own_element
from setara.usecases.statistics.pairs import PairAnswer, pairs_of


@dataclass(frozen=True, slots=True)
class PlaceFigure:
    """The figures of one place; a place nobody reported is there too, as not reported."""

    place_code: str
    place_name: str
    women: Value
    men: Value
    disparity: Disparity

    @property
    def parity(self) -> ParityClass | None:
        """How women's figure stands to men's, or None where they have no ratio."""
        return parity_class(self.disparity)

    @property
    def ratio(self) -> Decimal | None:
        """Women over men, or None."""
        found = self.disparity.ratio
        return found if isinstance(found, Decimal) else None

    @property
    def total(self) -> Decimal | None:
        """Both together, for a count."""
        found = self.disparity.total
        return found if isinstance(found, Decimal) else None


@dataclass(frozen=True, slots=True)
class PlacesAnswer:
    """Every sub-district in one period, and each one's figures over the years."""

    element: Element
    period: Period | None
    figures: tuple[PlaceFigure, ...]
    histories: tuple[tuple[str, tuple[PairAnswer, ...]], ...]

    @property
    def told(self) -> tuple[Text, ...]:
        """Which places stand how, in words, for those who do not see a map."""
        found = [(f.place_name, f.parity.label if f.parity else None) for f in self.figures]
        return told_by_class(found, [each.label for each in ParityClass])

    @property
    def adds_up(self) -> bool:
        """Whether women and men together mean anything."""
        return self.element.measure is Measure.COUNT


@dataclass(frozen=True, slots=True)
class BoundariesAnswer:
    """Outlines by place code, and where they come from."""

    outlines: dict[str, Outline]
    sources: tuple[str, ...]


def places_of_element(*, by: Actor, element_code: str, year: int | None = None) -> PlacesAnswer:
    """An element by sub-district for `year` (the latest with any for None).

    Raises NotFound. Cost: four queries.
    """
    require(by.may(Permission.READ_RECORDS))
    record = own_element(by, element_code)
    element = record.as_rule_sees_it()
    names = dict(subdistricts(by).values_list("code", "name"))
    rows = ObservationRecord.objects.filter(element=record, place__code__in=names)
    pairs = pairs_of(rows)
    period = max(
        (p.period for p in pairs if year is None or p.year == year),
        key=lambda each: each.valid_from,
        default=None,
    )
    now = {pair.place_code: pair for pair in pairs if pair.period == period}
    return PlacesAnswer(
        element=element,
        period=period,
        figures=tuple(
            _figure(code, name, now.get(code), element, period) for code, name in names.items()
        ),
        histories=tuple(
            (name, history)
            for code, name in names.items()
            if (history := tuple(pair for pair in pairs if pair.place_code == code))
        ),
    )


def outlines(*, by: Actor) -> BoundariesAnswer:
    """The outlines of the government's sub-districts. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, BoundaryRecord.objects.filter(level=PlaceKind.SUBDISTRICT))
    found = [(row.place.code, row) for row in rows.select_related("place")]
    return BoundariesAnswer(
        outlines={code: outline_of(row.geometry) for code, row in found},
        sources=tuple(sorted({row.source for _, row in found})),
    )


def home_place(by: Actor) -> PlaceRecord:
    """The place the actor's government governs. Cost: one query."""
    return GovernmentRecord.objects.select_related("place").get(pk=government_of(by)).place


def subdistricts(by: Actor) -> QuerySet[PlaceRecord]:
    """The sub-districts of the actor's government, by code."""
    home = GovernmentRecord.objects.filter(pk=government_of(by)).values("place_id")
    rows = PlaceRecord.objects.filter(parent_id__in=home, kind=PlaceKind.SUBDISTRICT)
    return rows.order_by("code")


def _figure(
    code: str, name: str, pair: PairAnswer | None, element: Element, period: Period | None
) -> PlaceFigure:
    women = pair.women if pair else Nothing.NOT_REPORTED
    men = pair.men if pair else Nothing.NOT_REPORTED
    found = disparity(
        women=women,
        men=men,
        measure=element.measure,
        polarity=element.polarity,
        band=parity_band(period.valid_from if period else date(2000, 1, 1)),
    )
    return PlaceFigure(code, name, women, men, found)
