"""What of the register may go out: guarded tables, and those that went out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.db.models import QuerySet

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.domain.statistics.dimension import Breakdown
from setara.domain.statistics.element import Element
from setara.domain.statistics.guard import Guarded, Thresholds, guarded, thresholds
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.release import CellKey, CellState, Release, ReleasedCell
from setara.domain.statistics.sums import nearest_above
from setara.store.models import (
    CategoryRecord,
    DisclosureRuleRecord,
    ElementRecord,
    ObservationRecord,
    PlaceRecord,
    PublicationRecord,
)
from setara.usecases.foundation.access import NotFound, government_of, visible
from setara.usecases.statistics.commands import ELEMENT
from setara.usecases.statistics.territory import figures_of, own_figures

Kept = list[list[str | None]]
"""Published cells as they are stored: place, breakdown, sex, state, figure."""


@dataclass(frozen=True, slots=True)
class ReleaseAnswer:
    """One element and year: what would go out now, and when it last went out."""

    element: Element
    period: Period
    cells: int
    hidden: int
    holds: bool
    published_at: datetime | None
    published_by: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class ReleasesAnswer:
    """All elements of a year with the limits in force, and who may send them out."""

    year: int
    years: tuple[int, ...]
    lines: tuple[ReleaseAnswer, ...]
    limits: Thresholds
    may_publish: Verdict


def releases(*, by: Actor, year: int | None, today: date) -> ReleasesAnswer:
    """What there is to publish of a year, the latest for None. Cost: five queries an element."""
    require(by.may(Permission.READ_RECORDS))
    known = own_figures(by)
    years = sorted({day.year for day in known.values_list("valid_from", flat=True).distinct()})
    chosen = year if year in years else (years[-1] if years else today.year)
    period = Period.year(chosen)
    with_figures = known.filter(valid_from=period.valid_from, valid_to=period.end)
    rows = ElementRecord.objects.filter(pk__in=with_figures.values("element")).order_by("code")
    return ReleasesAnswer(
        year=chosen,
        years=tuple(reversed(years)),
        lines=tuple(_line(by, row, period, today) for row in rows),
        limits=limits_of(by, today),
        may_publish=by.may(Permission.PUBLISH_STATISTICS),
    )


def _line(by: Actor, row: ElementRecord, period: Period, today: date) -> ReleaseAnswer:
    now = guarded_now(by, row, period, today)
    last = last_publication(row, period)
    return ReleaseAnswer(
        element=row.as_rule_sees_it(),
        period=period,
        cells=len(now.cells),
        hidden=sum(cell.state is CellState.HIDDEN for cell in now.cells),
        holds=now.protection.holds,
        published_at=last.published_at if last else None,
        published_by=last.published_by if last else "",
        is_changed=last is not None and last.cells != kept_form(now.cells),
    )


def limits_of(by: Actor, today: date) -> Thresholds:
    """The government's own limits, or the suggested ones."""
    return limits_at(by.government_id, today)


def limits_at(government_id: int | None, today: date) -> Thresholds:
    """The limits of a government by its id. Cost: one query."""
    rows = DisclosureRuleRecord.objects.filter(government_id=government_id)
    own = rows.order_by("-set_at", "-pk").first()
    return Thresholds(own.general, own.careful) if own else thresholds(today)


def guarded_now(by: Actor, element: ElementRecord, period: Period, today: date) -> Guarded:
    """The cells of an element and period as they could go out now, beside what went out before."""
    return guarded_at(government_of(by), element, period, today)


def guarded_at(government_id: int, element: ElementRecord, period: Period, today: date) -> Guarded:
    """The same for a government by its id. Cost: four queries."""
    rows = (
        figures_of(government_id)
        .filter(element=element, valid_from=period.valid_from, valid_to=period.end)
        .select_related("place")
    )
    figures = _figures(rows, period)
    before = [cell for each in _publications(element, period) for cell in cells_of(each)]
    # What was shown once is known, whatever a later publication did with it; a figure that was
    # corrected since is not, so it may still be hidden.
    known = {cell.key: cell.value for cell in before if cell.value is not None}
    shown = {key for key, value in known.items() if _now(key, figures) == value}
    hidden = {cell.key for cell in before if cell.state is CellState.HIDDEN} - known.keys()
    return guarded(
        element.as_rule_sees_it(),
        figures,
        _parents(rows),
        limits_at(government_id, today),
        shown_before=shown,
        hidden_before=hidden,
    )


def _now(key: CellKey, figures: Mapping[CellKey, Decimal | Nothing]) -> Decimal | Nothing | None:
    """The figure of a cell as it holds now; women and men together are added."""
    if key.sex is not None:
        return figures.get(key)
    women, men = (figures.get(replace(key, sex=sex)) for sex in (Sex.FEMALE, Sex.MALE))
    return women + men if isinstance(women, Decimal) and isinstance(men, Decimal) else None


def _figures(rows: Iterable[ObservationRecord], period: Period) -> dict[CellKey, Decimal | Nothing]:
    return {
        CellKey(period, row.place.code, Breakdown.parsed(row.breakdown), Sex(row.sex)): row.figure()
        for row in rows
    }


def _parents(rows: QuerySet[ObservationRecord]) -> Mapping[str, str]:
    return nearest_above({row.place.code for row in rows})


def _publications(element: ElementRecord, period: Period) -> QuerySet[PublicationRecord]:
    return PublicationRecord.objects.filter(
        element=element, valid_from=period.valid_from, valid_to=period.end
    ).order_by("published_at", "pk")


def last_publication(element: ElementRecord, period: Period) -> PublicationRecord | None:
    """What of the element and period went out last."""
    return _publications(element, period).last()


def kept_form(cells: Iterable[ReleasedCell]) -> Kept:
    """Cells as they are stored."""
    return [
        [
            cell.key.place_code,
            cell.key.breakdown.key,
            cell.key.sex.value if cell.key.sex else "",
            cell.state.value,
            None if cell.value is None else str(cell.value),
        ]
        for cell in cells
    ]


def cells_of(record: PublicationRecord) -> tuple[ReleasedCell, ...]:
    """The cells that went out."""
    period = Period(record.valid_from, record.valid_to)
    return tuple(
        ReleasedCell(
            CellKey(period, place, Breakdown.parsed(breakdown), Sex(sex) if sex else None),
            CellState(state),
            None if value is None else Decimal(value),
        )
        for place, breakdown, sex, state, value in record.cells
    )


def published(*, by: Actor, element_code: str) -> Release:
    """What went out of an element, the last publication of each period.

    Raises NotFound where nothing did. Cost: five queries.
    """
    require(by.may(Permission.READ_RECORDS))
    row = visible(by, ElementRecord.objects.filter(code=element_code)).first()
    if row is None:
        raise NotFound(ELEMENT)
    release = _release(by, row)
    if release is None:
        raise NotFound(PUBLICATION)
    return release


PUBLICATION = Text("Publikasi elemen data ini", "The publication of this element")


def all_published(*, by: Actor) -> tuple[Release, ...]:
    """What went out of every element, by code. Cost: five queries an element."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, ElementRecord.objects.filter(publications__isnull=False)).distinct()
    found = (_release(by, row) for row in rows.order_by("code"))
    return tuple(release for release in found if release is not None)


def _release(by: Actor, row: ElementRecord) -> Release | None:
    last: dict[Period, PublicationRecord] = {}
    for record in PublicationRecord.objects.filter(element=row).order_by("published_at", "pk"):
        last[Period(record.valid_from, record.valid_to)] = record
    if not last:
        return None
    cells = tuple(cell for period in sorted(last) for cell in cells_of(last[period]))
    sources = _sources(row, last)
    return Release(
        element=row.as_rule_sees_it(),
        cells=cells,
        places=_names(cells),
        categories=_categories(by),
        sources=tuple(sorted({f"{publisher}, {document}" for publisher, document, _ in sources})),
        is_sample=any(is_sample for _, _, is_sample in sources),
    )


def _sources(row: ElementRecord, last: Iterable[Period]) -> set[tuple[str, str, bool]]:
    rows = ObservationRecord.objects.filter(
        element=row, valid_from__in=[period.valid_from for period in last]
    )
    names = ("source__publisher", "source__document", "source__is_sample")
    return set(rows.values_list(*names).distinct())


def _names(cells: Iterable[ReleasedCell]) -> dict[str, str]:
    codes = {cell.key.place_code for cell in cells}
    return dict(PlaceRecord.objects.filter(code__in=codes).values_list("code", "name"))


def _categories(by: Actor) -> dict[tuple[str, str], Text]:
    rows = CategoryRecord.objects.filter(government_id=government_of(by))
    return {
        (dimension, code): Text(id_, en)
        for dimension, code, id_, en in rows.values_list("dimension", "code", "name_id", "name_en")
    }
