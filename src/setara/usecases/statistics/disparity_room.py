"""Everything the page of one disparity shows: its pace, its chance, its neighbours, its parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.language.text import Text
from setara.domain.statistics.amount import decimals
from setara.domain.statistics.card import Collection
from setara.domain.statistics.disparity import Undefined
from setara.domain.statistics.element import Element
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.sampling import COMPLETE_COUNT
from setara.domain.statistics.series import Line, Point, series
from setara.usecases.statistics.breakdowns import BreakdownAnswer, broken_down
from setara.usecases.statistics.pairs import PairAnswer, disparity_between
from setara.usecases.statistics.place_figures import (
    PlacesAnswer,
    outlines,
    places_of_element,
)
from setara.usecases.statistics.queries import DisparityAnswer, disparity_of

NO_SAMPLE_SIZE = Text(
    "Angka ini dari survei, sehingga mengandung galat sampel. Jumlah sampel atau galat bakunya "
    "belum tercatat, jadi selang kepercayaannya tidak dapat dihitung; perubahan kecil belum tentu "
    "perubahan yang sungguh terjadi.",
    "These figures are from a survey, so they carry sampling error. Neither sample size nor "
    "standard error is on record, so no interval can be worked out; a small change may be none.",
)


@dataclass(frozen=True, slots=True)
class DisparityRoomAnswer:
    """One disparity with its surroundings.

    `pace` is the line through the difference over the years, or why there is none; `chance` says
    in words what chance may have done to the figures.
    """

    disparity: DisparityAnswer
    pace: Line | Undefined
    chance: Text
    neighbours: PlacesAnswer
    breakdown: BreakdownAnswer
    boundary_sources: tuple[str, ...]
    links: frozenset[str]

    @property
    def has_neighbours(self) -> bool:
        """Whether any sub-district has figures in the same year."""
        return self.neighbours.period is not None

    @property
    def has_nothing(self) -> bool:
        """Whether a kind of nothing stands anywhere on the page."""
        pairs = [(each.women, each.men) for each in self.disparity.history]
        if self.has_neighbours:
            pairs += [(each.women, each.men) for each in self.neighbours.figures]
        pairs += [(each.women, each.men) for each in self.breakdown.rows]
        return any(isinstance(value, Nothing) for pair in pairs for value in pair)


def disparity_room(
    *, by: Actor, element_code: str, place_code: str, year: int, today: date
) -> DisparityRoomAnswer:
    """One disparity with its surroundings. Raises NotFound. Cost: about fifteen queries."""
    found = disparity_of(
        by=by, element_code=element_code, place_code=place_code, year=year, today=today
    )
    neighbours = places_of_element(by=by, element_code=element_code, year=year)
    pairs = [pair for _, history in neighbours.histories for pair in history]
    return DisparityRoomAnswer(
        disparity=found,
        pace=_pace(found.element, found.pair, found.history),
        chance=_chance(found.element),
        neighbours=neighbours,
        breakdown=broken_down(by=by, element_code=element_code, place_code=place_code, year=year),
        boundary_sources=outlines(by=by).sources if neighbours.period else (),
        links=frozenset(pair.place_code for pair in pairs if pair.period == neighbours.period),
    )


def _pace(element: Element, pair: PairAnswer, history: tuple[PairAnswer, ...]) -> Line | Undefined:
    """Through periods of the same length up to the pair's: halves and wholes are not mixed."""
    like = [
        each
        for each in history
        if _months(each.period) == _months(pair.period) and each.period <= pair.period
    ]
    points = [Point(each.period, disparity_between(element, each)) for each in like]
    values = [v for each in like for v in (each.women, each.men) if isinstance(v, Decimal)]
    return series(points, decimals(values, element.measure)).difference


def _months(period: Period) -> int:
    start, end = period.valid_from, period.end
    return (end.year - start.year) * 12 + end.month - start.month


def _chance(element: Element) -> Text:
    return NO_SAMPLE_SIZE if element.collection is Collection.SAMPLE else COMPLETE_COUNT
