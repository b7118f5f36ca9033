"""The breakdowns there are, with shipped categories and a government's own."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.domain.statistics.dimension import Dimension, dimensions
from setara.store.models import ElementRecord
from setara.usecases.foundation.access import visible
from setara.usecases.statistics.breakdowns import own_categories
from setara.usecases.statistics.element_rows import NO_AGENCY


@dataclass(frozen=True, slots=True)
class DimensionAnswer:
    """A breakdown, its own categories by code, and how many elements use it."""

    dimension: Dimension
    own: tuple[tuple[str, Text], ...]
    elements: int


@dataclass(frozen=True, slots=True)
class DimensionsAnswer:
    """Every breakdown, and whether the actor may add categories."""

    dimensions: tuple[DimensionAnswer, ...]
    may_write: Verdict


def dimensions_room(*, by: Actor) -> DimensionsAnswer:
    """Every breakdown. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    own = own_categories(by)
    used = [
        code
        for codes in visible(by, ElementRecord.objects.all()).values_list("dimensions", flat=True)
        for code in codes
    ]
    return DimensionsAnswer(
        dimensions=tuple(
            DimensionAnswer(
                dimension=each,
                own=tuple((code, name) for (dim, code), name in own.items() if dim == each.code),
                elements=used.count(each.code),
            )
            for each in dimensions().values()
        ),
        may_write=by.may(Permission.IMPORT_STATISTICS, agency_id=NO_AGENCY),
    )
