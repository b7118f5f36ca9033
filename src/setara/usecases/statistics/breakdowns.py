"""One element broken down: by age, by disability, or by several of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.domain.statistics.dimension import (
    Breakdown,
    dimensions,
    said_breakdown,
    said_dimensions,
)
from setara.domain.statistics.observation import Nothing, Value
from setara.store.models import CategoryRecord, ObservationRecord
from setara.usecases.foundation.access import NotFound, visible
from setara.usecases.statistics.element_rows import own_element

OLDEST = 200
"""Above every age."""
FIGURES = Text("Angka yang diminta", "The figure asked for")


@dataclass(frozen=True, slots=True)
class BrokenDown:
    """The figures of both sexes for one cell of the breakdown."""

    breakdown: Breakdown
    name: Text
    women: Value
    men: Value


@dataclass(frozen=True, slots=True)
class Cut:
    """A way figures are broken down: the dimensions at once, and what it is called."""

    key: str
    name: Text


@dataclass(frozen=True, slots=True)
class BreakdownAnswer:
    """One cut of an element in one place and period, and the cuts there are."""

    cuts: tuple[Cut, ...]
    chosen: Cut | None
    place_name: str
    period: Period | None
    rows: tuple[BrokenDown, ...]
    has_sample: bool

    @property
    def is_by_age(self) -> bool:
        """Whether it is by age and nothing else, so that a pyramid can be drawn."""
        return self.chosen is not None and self.chosen.key == "age"


def broken_down(
    *,
    by: Actor,
    element_code: str,
    place_code: str,
    year: int | None = None,
    cut: str = "",
) -> BreakdownAnswer:
    """The cut named (`age`, `age+disability`), or the first there is, in its latest period.

    Raises NotFound for an unknown element or cut. Cost: three queries.
    """
    require(by.may(Permission.READ_RECORDS))
    element = own_element(by, element_code)
    rows = list(
        ObservationRecord.objects.filter(element=element, place__code=place_code)
        .exclude(breakdown="")
        .select_related("place", "source")
        .order_by("valid_from")
    )
    keyed = [(Breakdown.parsed(row.breakdown), row) for row in rows]
    keys = sorted({"+".join(key.dimensions) for key, _ in keyed}, key=lambda k: (k.count("+"), k))
    if cut and cut not in keys:
        raise NotFound(FIGURES)
    chosen = cut or next(iter(keys), "")
    here = [(key, row) for key, row in keyed if "+".join(key.dimensions) == chosen]
    wanted = [row for _, row in here if year in (None, row.valid_from.year)]
    period = Period(wanted[-1].valid_from, wanted[-1].valid_to) if wanted else None
    now = [(key, row) for key, row in here if period == Period(row.valid_from, row.valid_to)]
    cuts = tuple(Cut(key, said_dimensions(key.split("+"))) for key in keys)
    return BreakdownAnswer(
        cuts=cuts,
        chosen=next((each for each in cuts if each.key == chosen), None),
        place_name=rows[0].place.name if rows else "",
        period=period,
        rows=_paired(now, own_categories(by)),
        has_sample=any(row.source.is_sample for _, row in now),
    )


def own_categories(by: Actor) -> dict[tuple[str, str], Text]:
    """The government's own categories of open dimensions. Cost: one query."""
    rows = visible(by, CategoryRecord.objects.all())
    return {(row.dimension, row.code): Text(row.name_id, row.name_en) for row in rows}


def _paired(
    figures: list[tuple[Breakdown, ObservationRecord]], names: dict[tuple[str, str], Text]
) -> tuple[BrokenDown, ...]:
    values: dict[Breakdown, dict[Sex, Value]] = {}
    for key, row in figures:
        values.setdefault(key, {})[Sex(row.sex)] = row.figure()
    return tuple(
        BrokenDown(
            breakdown=key,
            name=said_breakdown(key, names),
            women=values[key].get(Sex.FEMALE, Nothing.NOT_REPORTED),
            men=values[key].get(Sex.MALE, Nothing.NOT_REPORTED),
        )
        for key in sorted(values, key=_order)
    )


def side_by_side(rows: Sequence[BrokenDown]) -> tuple[BrokenDown, ...]:
    """The narrowest age groups that do not overlap, youngest first: what a pyramid may add up.

    Figures are often kept by five-year groups and by groups of a service at once.
    """
    chosen: list[BrokenDown] = []
    reached = 0
    aged = [(ages, row) for row in rows if (ages := _ages("age", row)) is not None]
    for (start, end), row in sorted(aged, key=lambda pair: pair[0]):
        if start >= reached:
            chosen.append(row)
            reached = end
    return tuple(chosen)


def _ages(dimension: str, row: BrokenDown) -> tuple[int, int] | None:
    code = row.breakdown.category_of(dimension)
    return None if code is None else _span(dimension, code)


def _span(dimension: str, code: str) -> tuple[int, int] | None:
    """The first age of a category and the one above its last; None where it is no age group."""
    known = dimensions().get(dimension)
    category = known.category(code) if known else None
    if category is None or category.from_age is None:
        return None
    return (category.from_age, OLDEST if category.below_age is None else category.below_age)


def _order(key: Breakdown) -> tuple[tuple[str, int, int, str], ...]:
    """Ages by age, others as shipped; a government's own categories come after them by code."""
    order = []
    for dimension, category in key.parts:
        known = dimensions().get(dimension)
        codes = [each.code for each in known.categories] if known else []
        at = codes.index(category) if category in codes else len(codes)
        start, end = _span(dimension, category) or (OLDEST + at, 0)
        order.append((dimension, start, end, category))
    return tuple(order)
