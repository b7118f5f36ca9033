"""An index of one place over years, in stretches of one basis; breaks are kept.

Two figures stand in one line only where both came about by the same method and from inputs of the
same vintage. BPS publishes life expectancy in two: before and after the long form of the 2020
census; across them an IPG moves by half a point and more where nothing has happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.indices.bps.measures import VINTAGE_LABELS, Vintage, families
from setara.domain.indices.definition import Index
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Undefined


@dataclass(frozen=True, slots=True, order=True)
class Basis:
    """What two figures must share to be compared: the method's key and the inputs' vintage."""

    method: str
    vintage: str = ""


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """The index of one year; `is_published` tells the publisher's figure from one recomputed."""

    year: int
    value: Decimal
    basis: Basis
    is_published: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """The years of one basis, in order, each year once."""

    basis: Basis
    points: tuple[SeriesPoint, ...]

    @property
    def first_year(self) -> int:
        """The year it begins."""
        return self.points[0].year

    @property
    def last(self) -> SeriesPoint:
        """The newest figure."""
        return self.points[-1]

    def at(self, year: int) -> SeriesPoint | None:
        """The figure of a year, None where there is none."""
        return next((point for point in self.points if point.year == year), None)


class TwoFigures(ValueError):
    """One year has two figures of one basis, so one of them is not what it says it is."""


def basis_of(index: Index, year: int, vintage: Vintage) -> Basis:
    """The basis of an index of `year`. Raises NoMethod; a vintage counts only where it matters."""
    rests_on = _rests_on_vintages(index)
    return Basis(index.method_for(year).key, vintage.value if rests_on else "")


def _rests_on_vintages(index: Index) -> bool:
    keys = {measure.key for measure in index.measures}
    return any(
        each.has_vintages and any(key == each.key or key.startswith(f"{each.key}_") for key in keys)
        for each in families()
    )


def stretches(points: Iterable[SeriesPoint]) -> tuple[Stretch, ...]:
    """The points by basis, the stretch that begins first in front. Raises TwoFigures.

    Stretches may overlap: both vintages are published for the years around the change.
    """
    by_basis: dict[Basis, dict[int, SeriesPoint]] = {}
    for point in points:
        years = by_basis.setdefault(point.basis, {})
        if point.year in years:
            raise TwoFigures(f"{point.year} {point.basis}")
        years[point.year] = point
    found = [
        Stretch(basis, tuple(point for _, point in sorted(years.items())))
        for basis, years in by_basis.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.first_year, each.basis)))


def newest(found: Sequence[Stretch]) -> SeriesPoint | None:
    """The figure of the latest year; of two the one of the basis that begins later."""
    points = [point for stretch in found for point in stretch.points]
    latest = max((point.year for point in points), default=None)
    return next((point for point in reversed(points) if point.year == latest), None)


def change(found: Sequence[Stretch], first: int, second: int) -> Decimal | Undefined:
    """The change from one year to another inside one basis, or why there is none.

    Where several bases have both years the one that begins later counts.
    """
    for stretch in reversed(found):
        before, after = stretch.at(first), stretch.at(second)
        if before and after:
            return after.value - before.value
    known = {point.year: point.basis for stretch in found for point in stretch.points}
    missing = next((year for year in (first, second) if year not in known), None)
    if missing is not None:
        return Undefined(NO_FIGURE.filled(year=str(missing)))
    return Undefined(why_apart(known[first], known[second], first, second))


def why_apart(one: Basis, other: Basis, first: int, second: int) -> Text:
    """Why two years of different bases cannot be compared."""
    if one.method != other.method:
        return OTHER_METHOD.filled(first=str(first), second=str(second))
    return OTHER_VINTAGE.filled(
        first=str(first),
        second=str(second),
        before=vintage_label(one),
        after=vintage_label(other),
    )


def vintage_label(basis: Basis) -> Text:
    """Which series the figures rest on; empty where it does not matter."""
    return VINTAGE_LABELS[Vintage(basis.vintage)] if basis.vintage else Text("", "")


@dataclass(frozen=True, slots=True)
class Target:
    """What a plan wants the index to be in a year, and which document says so."""

    year: int
    value: Decimal
    document: str


def target_words(index: Index, target: Target, found: Sequence[Stretch], places: int) -> Text:
    """How far the index was from its target, or still is; never across a break without saying so.

    For a year that has a figure that figure counts, else the newest before it.
    """
    points = [point for stretch in found for point in stretch.points]
    now = [point for point in points if point.year <= target.year]
    if not now:
        return NOTHING_YET
    point = max(now, key=lambda each: each.year)
    distance = point.value - target.value
    is_reached = distance <= 0 if index.higher_is_better is False else distance >= 0
    size = round(abs(distance), places)
    if point.year == target.year:
        return (REACHED if is_reached else MISSED).filled(value=point.value, size=size)
    return (ALREADY if is_reached else STILL).filled(
        value=point.value, year=str(point.year), size=size, years=target.year - point.year
    )


NO_FIGURE = Text("Tidak ada angka untuk {year}.", "There is no figure for {year}.")
OTHER_METHOD = Text(
    "{first} dan {second} dihitung dengan metode yang berbeda, sehingga tidak dapat dibandingkan.",
    "{first} and {second} were computed by different methods and cannot be compared.",
)
OTHER_VINTAGE = Text(
    "{first} ({before}) dan {second} ({after}) bukan satu deret: umur harapan hidupnya berasal "
    "dari sumber yang berbeda.",
    "{first} ({before}) and {second} ({after}) are not one series: their life expectancy comes "
    "from different sources.",
)
NOTHING_YET = Text("Belum ada angka sampai tahun itu.", "There is no figure up to that year yet.")
REACHED = Text(
    "Tercapai: {value}, lebih baik {size} dari target.", "Reached: {value}, better by {size}."
)
MISSED = Text("Tidak tercapai: {value}, kurang {size}.", "Not reached: {value}, short by {size}.")
ALREADY = Text(
    "Sudah tercapai pada {year} ({value}, lebih baik {size}).",
    "Already reached in {year} ({value}, better by {size}).",
)
STILL = Text(
    "Angka terakhir {value} ({year}); masih kurang {size} dalam {years} tahun.",
    "The newest figure is {value} ({year}); short by {size} with {years} years to go.",
)
