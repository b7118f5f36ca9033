"""Questions about places: one place with what lies above and below it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.place import COUNTRY_CODE, PlaceKind, parent_of
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.store.models import PlaceRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.queries import PlaceAnswer, government, places


@dataclass(frozen=True, slots=True)
class TerritoryAnswer:
    """A place, its way down from the country, and what lies in it.

    `children` are the places right below; `counts` every place of each kind anywhere below.
    """

    place: PlaceAnswer
    above: tuple[PlaceAnswer, ...]
    children: tuple[PlaceAnswer, ...]
    counts: tuple[tuple[PlaceKind, int], ...]


def territory(*, by: Actor, code: str | None = None) -> TerritoryAnswer:
    """The place `code`, or the actor's own government's place for None.

    Raises NotFound for a place that is not kept, BadPlaceCode for what is no code.
    Cost: five queries.
    """
    require(by.may(Permission.READ_RECORDS))
    asked = code or government(by=by).place_code
    line = _line_of(asked)
    rows = PlaceRecord.objects.filter(code__in=line).annotate(below=Count("children"))
    kept = {
        row.code: PlaceAnswer(row.code, row.name, PlaceKind(row.kind), row.below) for row in rows
    }
    if asked not in kept:
        raise NotFound(Text("Wilayah {code}", "Place {code}").filled(code=asked))
    return TerritoryAnswer(
        place=kept[asked],
        above=tuple(kept[each] for each in line if each in kept and each != asked),
        children=places(by=by, parent_code=asked),
        counts=_counts_below(asked),
    )


def _line_of(code: str) -> list[str]:
    """The codes from the country down to `code`."""
    line, above = [code], parent_of(code)
    while above is not None:
        line.insert(0, above)
        above = parent_of(above)
    return line


def _counts_below(code: str) -> tuple[tuple[PlaceKind, int], ...]:
    below = PlaceRecord.objects.exclude(code=COUNTRY_CODE)
    if code != COUNTRY_CODE:
        below = below.filter(code__startswith=f"{code}.")
    counts = dict(below.order_by().values_list("kind").annotate(number=Count("pk")))
    return tuple((kind, counts[kind.value]) for kind in PlaceKind if kind.value in counts)
