"""Questions about data by sex: what there is, the table of an element, one disparity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Disparity
from setara.domain.statistics.element import Element, Measure
from setara.store.models import (
    ElementRecord,
    GovernmentRecord,
    IssueRecord,
    ObservationRecord,
)
from setara.usecases.foundation.access import NotFound, government_of, visible
from setara.usecases.statistics.extents import Extent, extents_of
from setara.usecases.statistics.pairs import (
    PairAnswer,
    disparity_between,
    pairs_of,
    reading_of,
)

ELEMENT = Text("Elemen data", "The data element")
FIGURES = Text("Angka yang diminta", "The figure asked for")


@dataclass(frozen=True, slots=True)
class ElementAnswer:
    """A data element with the extent of what is there."""

    element: Element
    figures: int
    places: int
    latest: Period | None
    latest_place_code: str
    has_sample: bool


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """An element's figures: over time for the government, by place for one period."""

    element: Element
    over_time: tuple[PairAnswer, ...]
    by_place: tuple[PairAnswer, ...]
    period: Period | None
    periods: tuple[Period, ...]
    has_sample: bool

    @property
    def adds_up(self) -> bool:
        """Whether women and men together mean anything."""
        return self.element.measure is Measure.COUNT


@dataclass(frozen=True, slots=True)
class DisparityAnswer:
    """One disparity with its reading, its history and whether an issue rests on it."""

    element: Element
    pair: PairAnswer
    disparity: Disparity
    reading: tuple[Text, ...]
    history: tuple[PairAnswer, ...]
    issue_id: int | None
    may_raise: Verdict


def elements(*, by: Actor) -> tuple[ElementAnswer, ...]:
    """Every element of the actor's government, by code. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    extents = extents_of(by)
    rows = visible(by, ElementRecord.objects.all()).order_by("code")
    return tuple(_element_answer(row, extents.get(row.pk, [])) for row in rows)


def _element_answer(row: ElementRecord, extents: list[Extent]) -> ElementAnswer:
    return ElementAnswer(
        element=row.as_rule_sees_it(),
        figures=sum(extent.figures for extent in extents),
        places=len({extent.place_code for extent in extents}),
        latest=extents[-1].period if extents else None,
        latest_place_code=extents[-1].place_code if extents else "",
        has_sample=any(extent.is_sample for extent in extents),
    )


def table(*, by: Actor, element_code: str, year: int | None = None) -> TableAnswer:
    """The table of an element: by place for `year` (the latest for None), and over time.

    Raises NotFound for an unknown element. Cost: four queries.
    """
    require(by.may(Permission.READ_RECORDS))
    element = _element(by, element_code)
    pairs = pairs_of(_figures(element))
    periods = tuple(sorted({pair.period for pair in pairs}, reverse=True))
    chosen = next(
        (period for period in periods if year is None or period.valid_from.year == year), None
    )
    home = _home_code(by)
    return TableAnswer(
        element=element.as_rule_sees_it(),
        over_time=tuple(pair for pair in pairs if pair.place_code == home),
        by_place=tuple(p for p in pairs if p.place_code != home and p.period == chosen),
        period=chosen,
        periods=periods,
        has_sample=any(pair.source.is_sample for pair in pairs),
    )


def disparity_of(
    *, by: Actor, element_code: str, place_code: str, year: int, today: date
) -> DisparityAnswer:
    """One disparity, read in words, with its history. Raises NotFound. Cost: five queries."""
    require(by.may(Permission.READ_RECORDS))
    element = _element(by, element_code)
    history = pairs_of(_figures(element).filter(place__code=place_code))
    pair = next((pair for pair in history if pair.period == Period.year(year)), None)
    if pair is None:
        raise NotFound(FIGURES)
    issue = IssueRecord.objects.filter(
        element=element, place__code=place_code, valid_from=pair.period.valid_from
    ).first()
    return DisparityAnswer(
        element=element.as_rule_sees_it(),
        pair=pair,
        disparity=disparity_between(element.as_rule_sees_it(), pair),
        reading=reading_of(element.as_rule_sees_it(), pair, history, today),
        history=history,
        issue_id=issue.pk if issue else None,
        may_raise=by.may(Permission.RAISE_ISSUE),
    )


def _element(by: Actor, code: str) -> ElementRecord:
    row = visible(by, ElementRecord.objects.filter(code=code)).first()
    if row is None:
        raise NotFound(ELEMENT)
    return row


def _figures(element: ElementRecord) -> QuerySet[ObservationRecord]:
    return ObservationRecord.objects.filter(element=element)


def _home_code(by: Actor) -> str:
    return GovernmentRecord.objects.select_related("place").get(pk=government_of(by)).place.code
