"""Which indices can be computed from what is kept, and what the others lack."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.computing import Result
from setara.domain.indices.definition import Index, Measure
from setara.domain.indices.registry import INDICES
from setara.domain.language.text import Text
from setara.store.models import GovernmentRecord
from setara.usecases.foundation.access import government_of
from setara.usecases.indices.importing_queries import may_import
from setara.usecases.indices.kept import INDEX_FAMILIES, Kept, element_of, index_from, kept

# They are of any element with both sexes, and stand on each element's own page.
OF_ANY_ELEMENT = frozenset({"gpi", "adjusted_gpi"})


@dataclass(frozen=True, slots=True)
class Lacking:
    """An input that is not there; `element_code` is empty where the register has no element.

    `years` are those for which it is kept all the same.
    """

    measure: Measure
    element_code: str
    years: tuple[int, ...]

    @property
    def last_year(self) -> int | None:
        """The newest year for which it is kept."""
        return self.years[-1] if self.years else None


@dataclass(frozen=True, slots=True)
class IndexStanding:
    """One index: its newest value, computed or as printed, or what the best year still lacks."""

    index: Index
    year: int | None
    computed: Result | None
    printed: Decimal | None
    printed_year: int | None
    lacking: tuple[Lacking, ...]
    reason: Text | None = None

    @property
    def has_register(self) -> bool:
        """Whether any input of it has an element in the register."""
        return any(element_of(measure) for measure in self.index.measures)


@dataclass(frozen=True, slots=True)
class OverviewAnswer:
    """The indices of the government's place: those that are there first."""

    place_code: str
    place_name: str
    standings: tuple[IndexStanding, ...]
    may_import: Verdict


def overview(*, by: Actor) -> OverviewAnswer:
    """Every index of the registry for the government's own place. Cost: three queries."""
    require(by.may(Permission.READ_RECORDS))
    home = GovernmentRecord.objects.select_related("place").get(pk=government_of(by)).place
    found = kept(by=by, place_code=home.code)
    standings = [
        _standing(index, found, home.code) for index in INDICES if index.key not in OF_ANY_ELEMENT
    ]
    ordered = sorted(standings, key=lambda each: (each.computed is None, each.printed is None))
    return OverviewAnswer(home.code, home.name, tuple(ordered), may_import(by))


def _standing(index: Index, found: Kept, place: str) -> IndexStanding:
    printed_year, printed = _newest_printed(index, found, place)
    best: tuple[int, tuple[Lacking, ...]] | None = None
    reason: Text | None = None
    for at, vintage in _years(found, place):
        if not any(method.covers(at) for method in index.methods):
            continue
        result = index_from(index, found, place=place, vintage=vintage, year=at)
        if isinstance(result, Result):
            return IndexStanding(index, at, result, printed, printed_year, ())
        lacking = _lacking(index, found, place, vintage, at)
        if best is None or len(lacking) < len(best[1]):
            best, reason = (at, lacking), result
    nearest, lacking = best or (0, _lacking(index, found, place, Vintage.OLD, 0))
    year = nearest if len(lacking) < len(index.measures) else None
    # Where nothing lacks a figure is impossible, or the year has no method.
    return IndexStanding(
        index, year, None, printed, printed_year, lacking, None if lacking else reason
    )


def _years(found: Kept, place: str) -> list[tuple[int, Vintage]]:
    """Newest first; of one year the newer series first."""
    known = {(year, vintage) for vintage in Vintage for year in found.years(place, vintage)}
    return sorted(known, key=lambda each: (-each[0], each[1] is Vintage.OLD))


def _newest_printed(index: Index, found: Kept, place: str) -> tuple[int | None, Decimal | None]:
    if index.key not in INDEX_FAMILIES:
        return None, None
    for each, vintage in _years(found, place):
        if (value := found.printed(place, vintage, each, index.key)) is not None:
            return each, value
    return None, None


def _lacking(
    index: Index, found: Kept, place: str, vintage: Vintage, year: int
) -> tuple[Lacking, ...]:
    here = found.figures(place, vintage, year)
    return tuple(
        Lacking(measure, element_of(measure), _years_of(measure, found, place))
        for measure in index.measures
        if not measure.optional
        if measure.key not in here or not isinstance(here[measure.key].value, Decimal)
    )


def _years_of(measure: Measure, found: Kept, place: str) -> tuple[int, ...]:
    known = {
        year
        for vintage in Vintage
        for year, figures in found.inputs.get((place, vintage), {}).items()
        if measure.key in figures and isinstance(figures[measure.key].value, Decimal)
    }
    return tuple(sorted(known))
