"""Everything the page of one element shows: over time, by place, broken down."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.statistics.observation import Nothing
from setara.usecases.statistics.breakdowns import BreakdownAnswer, broken_down
from setara.usecases.statistics.pairs import PairAnswer
from setara.usecases.statistics.place_figures import (
    PlacesAnswer,
    home_place,
    outlines,
    places_of_element,
)
from setara.usecases.statistics.queries import TableAnswer, table


@dataclass(frozen=True, slots=True)
class ElementRoomAnswer:
    """An element's figures in every way they are kept.

    `links` are the places with a disparity page of their own in the chosen period;
    `boundary_sources` is empty where no outlines were loaded.
    """

    table: TableAnswer
    home_code: str
    places: PlacesAnswer
    place_periods: tuple[Period, ...]
    breakdown: BreakdownAnswer
    boundary_sources: tuple[str, ...]
    links: frozenset[str]

    @property
    def has_figures(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.table.periods or self.breakdown.rows)

    @property
    def has_map(self) -> bool:
        """Whether any sub-district has a figure or a kind of nothing in the chosen period."""
        return self.places.period is not None

    @property
    def has_histories(self) -> bool:
        """Whether some sub-district has figures of several periods."""
        return any(len(history) > 1 for _, history in self.places.histories)

    @property
    def kinds(self) -> frozenset[Nothing]:
        """The kinds of nothing on the page, so that the legend can name them."""
        values = [value for pair in self._pairs() for value in (pair.women, pair.men)]
        values += [v for row in self.breakdown.rows for v in (row.women, row.men)]
        if self.has_map:
            values += [v for figure in self.places.figures for v in (figure.women, figure.men)]
        return frozenset(value for value in values if isinstance(value, Nothing))

    def _pairs(self) -> tuple[PairAnswer, ...]:
        drawn = (pair for _, history in self.places.histories for pair in history)
        return (*self.table.over_time, *drawn)


def element_room(
    *, by: Actor, element_code: str, year: int | None = None, cut: str = ""
) -> ElementRoomAnswer:
    """One element in every way. Raises NotFound for an unknown element or cut.

    Cost: about fifteen queries, whatever the number of figures.
    """
    home = home_place(by)
    places = places_of_element(by=by, element_code=element_code, year=year)
    found = table(by=by, element_code=element_code, year=year)
    pairs = [pair for _, history in places.histories for pair in history]
    return ElementRoomAnswer(
        table=found,
        home_code=home.code,
        places=places,
        place_periods=tuple(sorted({pair.period for pair in pairs}, reverse=True)),
        breakdown=broken_down(by=by, element_code=element_code, place_code=home.code, cut=cut),
        boundary_sources=outlines(by=by).sources if places.period else (),
        links=frozenset(pair.place_code for pair in pairs if pair.period == places.period),
    )
