"""A year's gender-responsive money in each of the ways, as page, workbook and paper show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from setara.domain.budget.numerators import Numerator
from setara.domain.budget.recap import NO_MONEY, Recap, RecapLine, Slice
from setara.domain.budget.recap_series import YearLine
from setara.domain.budget.whereabouts import NOWHERE, apportioned
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Text


@dataclass(frozen=True, slots=True)
class Way:
    """One way of counting: its recapitulation, or the reason why there is none."""

    numerator: Numerator
    recap: Recap | None
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """Which books and documents the columns come from, None where there is none.

    `spent` is the realisation up to a month; None where only the budget book's own column is
    known. `missions` is the document of the missions.
    """

    before: Text | None = None
    after: Text | None = None
    spent: Text | None = None
    missions: Text | None = None


@dataclass(frozen=True, slots=True)
class YearRecap:
    """All ways of counting a year; `chosen` is the one taken apart and followed over the years."""

    year: int
    ways: tuple[Way, ...]
    chosen: Numerator
    series: tuple[YearLine, ...]
    sources: Sources
    is_sample: bool

    @property
    def way(self) -> Way:
        """The chosen way."""
        return next(each for each in self.ways if each.numerator is self.chosen)

    @property
    def recap(self) -> Recap | None:
        """The recapitulation in the chosen way."""
        return self.way.recap


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The whole money of a sub-activity by sub-district, in each book that names places.

    `home` takes what names no place: the sub-district of an agency that is its office.
    """

    now: Mapping[str, Rupiah] = field(default_factory=dict)
    before: Mapping[str, Rupiah] = field(default_factory=dict)
    after: Mapping[str, Rupiah] = field(default_factory=dict)
    spent: Mapping[str, Rupiah] = field(default_factory=dict)
    home: str = NOWHERE


def sliced(line: RecapLine, known: Whereabouts) -> tuple[Slice, ...]:
    """The line's money by sub-district; each amount of the slices adds up to the line's."""
    gross, weighted, pagu, revised, realised = (
        None if amount is None else apportioned(amount, where, rest=known.home)
        for amount, where in (
            (line.gross, known.now),
            (line.weighted, known.now),
            (line.pagu, known.before),
            (line.revised, known.after),
            (line.realised, known.spent),
        )
    )
    every = [each for each in (gross, weighted, pagu, revised, realised) if each is not None]
    return tuple(
        Slice(
            place,
            _there(gross, place) or NO_MONEY,
            _there(weighted, place),
            _there(pagu, place),
            _there(revised, place),
            _there(realised, place),
        )
        for place in sorted(set().union(*every)) or [known.home]
    )


def _there(by_place: Mapping[str, Rupiah] | None, place: str) -> Rupiah | None:
    return None if by_place is None else by_place.get(place, NO_MONEY)
