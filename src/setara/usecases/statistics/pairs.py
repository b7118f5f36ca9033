"""The figures of both sexes side by side, as rows become what the domain compares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from django.db.models import QuerySet

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Disparity, disparity, parity_band
from setara.domain.statistics.element import Element
from setara.domain.statistics.observation import Nothing, Source, Value
from setara.domain.statistics.reading import Measured, Subject, reading
from setara.store.models import ObservationRecord, PlaceRecord


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """The figures of both sexes for one place and period, with where they come from."""

    place_code: str
    place_name: str
    period: Period
    women: Value
    men: Value
    source: Source
    cells: tuple[str, str]

    @property
    def year(self) -> int:
        """The year the period begins in."""
        return self.period.valid_from.year

    @property
    def total(self) -> Decimal | None:
        """Women and men together, where both are figures."""
        if isinstance(self.women, Nothing) or isinstance(self.men, Nothing):
            return None
        return self.women + self.men


def disparity_between(element: Element, pair: PairAnswer) -> Disparity:
    """The disparity of a pair, under the parity band of its period."""
    return disparity(
        women=pair.women,
        men=pair.men,
        measure=element.measure,
        polarity=element.polarity,
        band=parity_band(pair.period.valid_from),
    )


def measured(element: Element, pair: PairAnswer) -> Measured:
    """A pair as the reading and the trend want it."""
    return Measured(pair.period, disparity_between(element, pair))


def reading_of(
    element: Element, pair: PairAnswer, history: Iterable[PairAnswer], today: date
) -> tuple[Text, ...]:
    """The sentences on a pair, beside the period before it where there is one."""
    before = [each for each in history if each.period < pair.period]
    subject = Subject(
        element=element,
        place=pair.place_name,
        now=measured(element, pair),
        before=measured(element, before[-1]) if before else None,
        is_sample=pair.source.is_sample,
    )
    return reading(subject, today=today)


def pairs_of(figures: QuerySet[ObservationRecord]) -> tuple[PairAnswer, ...]:
    """Both sexes of one place and period side by side, by period and place. Cost: one query.

    Only figures about everybody are paired; those of an age or another breakdown are left out.
    The figures must be of one element.
    """
    return _paired(_rows(figures).order_by("valid_from", "place__code", "sex"))


def pairs_by_element(
    figures: QuerySet[ObservationRecord],
) -> tuple[tuple[Element, tuple[PairAnswer, ...]], ...]:
    """The same for figures of several elements, by element code. Cost: one query."""
    rows = _rows(figures).order_by("element__code", "valid_from", "place__code", "sex")
    return tuple(
        (element.as_rule_sees_it(), _paired(each))
        for element, each in groupby(rows, key=lambda row: row.element)
    )


def _rows(figures: QuerySet[ObservationRecord]) -> QuerySet[ObservationRecord]:
    related = figures.filter(breakdown="").select_related(
        "place", "source", "source__file", "element"
    )
    return related.defer("source__file__content")


def _paired(rows: Iterable[ObservationRecord]) -> tuple[PairAnswer, ...]:
    places: dict[str, PlaceRecord] = {}
    found: dict[tuple[str, Period], dict[Sex, ObservationRecord]] = {}
    for row in rows:
        places[row.place.code] = row.place
        key = (row.place.code, Period(row.valid_from, row.valid_to))
        found.setdefault(key, {})[Sex(row.sex)] = row
    return tuple(
        PairAnswer(
            place_code=code,
            place_name=places[code].name,
            period=period,
            women=by_sex[Sex.FEMALE].figure() if Sex.FEMALE in by_sex else Nothing.NOT_REPORTED,
            men=by_sex[Sex.MALE].figure() if Sex.MALE in by_sex else Nothing.NOT_REPORTED,
            source=next(iter(by_sex.values())).source.as_rule_sees_it(),
            cells=(_cell(by_sex, Sex.FEMALE), _cell(by_sex, Sex.MALE)),
        )
        for (code, period), by_sex in found.items()
    )


def _cell(by_sex: dict[Sex, ObservationRecord], sex: Sex) -> str:
    return by_sex[sex].cell if sex in by_sex else ""
