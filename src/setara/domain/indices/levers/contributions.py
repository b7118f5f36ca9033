"""What the change of an index between two years is made of, measure by measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.computing import Result
from setara.domain.indices.levers.owners import Group, grouped
from setara.domain.indices.levers.sharing import shared_out
from setara.domain.indices.levers.unrounded import unrounded
from setara.domain.language.text import Language, Text, listed

MOST_RUNS = 2048
"""As many runs of the formula as a page can wait for; beyond, both sexes are taken together."""
LAW = "law"


class NotComparable(ValueError):
    """Two results differ in more than their figures; `reason` says in what."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.say(Language.ENGLISH))


@dataclass(frozen=True, slots=True)
class Contribution:
    """The part of the change that one measure makes, or a few that move together."""

    name: Text
    measures: tuple[str, ...]
    size: Fraction


@dataclass(frozen=True, slots=True)
class DimensionPart:
    """The part of a dimension, which is the sum of its contributions."""

    name: Text
    contributions: tuple[Contribution, ...]

    @property
    def size(self) -> Fraction:
        """The part of the change, in points of the index."""
        return sum((each.size for each in self.contributions), Fraction(0))


@dataclass(frozen=True, slots=True)
class Line:
    """A contribution as it is printed."""

    name: Text
    size: Decimal


@dataclass(frozen=True, slots=True)
class Contributions:
    """The change from `before` to `after` by dimension and measure.

    `change` is the change of the index before any rounding and the exact sum of the dimensions;
    `rounding` is what the published change has beside it. `law` is the part of values of the law
    that changed between the years, zero where none did.
    """

    before: Result
    after: Result
    dimensions: tuple[DimensionPart, ...]
    law: Fraction = Fraction(0)

    @property
    def change(self) -> Fraction:
        """The change before any rounding."""
        return sum((each.size for each in self.dimensions), self.law)

    @property
    def published_change(self) -> Decimal:
        """The change of the published index."""
        return self.after.published - self.before.published

    @property
    def rounding(self) -> Fraction:
        """The part of the published change that comes from rounding alone."""
        return Fraction(self.published_change) - self.change

    def lines(self, places: int, *, by_measure: bool = True) -> tuple[Line, ...]:
        """The parts with `places` decimals, the last one what rounding makes.

        Together they are exactly the published change.
        """
        parts = [(part.name, part.size) for part in self._parts(by_measure=by_measure)]
        if self.law:
            parts.append((LAW_CHANGED, self.law))
        lines = [Line(name, _decimal(size, places)) for name, size in parts]
        rest = self.published_change - sum((line.size for line in lines), Decimal(0))
        return (*lines, Line(ROUNDING, rest))

    def _parts(self, *, by_measure: bool) -> tuple[Contribution | DimensionPart, ...]:
        if not by_measure:
            return self.dimensions
        return tuple(each for part in self.dimensions for each in part.contributions)


def contributions(
    before: Result, after: Result, *, vintages: tuple[Text, Text] | None = None
) -> Contributions:
    """How much each measure and each dimension contributed to the change of an index.

    Exact: averages over every order in which the dimensions, and in them the measures, could
    have changed. Shares of one whole count as one. `vintages` names the series from which the
    figures of either year come, where that is known. Raises NotComparable for another index,
    method, vintage or set of measures; UnusableInput where figures of both years together leave
    nothing to divide by. Cost: at most `MOST_RUNS` runs of the formula.
    """
    _require_comparable(before, after, vintages)
    groups = grouped(before, after, MOST_RUNS)
    if groups is None:
        raise NotComparable(TOO_MANY.filled(index=before.index.symbol))
    owned = {owner.name: owner.measures for group in groups for owner in group.owners}

    def value(owners: frozenset[str]) -> Fraction:
        moved = {key for owner in owners - {LAW} for key in owned[owner]}
        year = after.year if LAW in owners else before.year
        return _mixed(before, after, moved, year)

    laws = [[LAW]] if _law_changed(before, after) else []
    sizes = shared_out([*(group.names for group in groups if group.names), *laws], value)
    return Contributions(
        before,
        after,
        tuple(_part(group, sizes) for group in groups),
        sizes.get(LAW, Fraction(0)),
    )


def _part(group: Group, sizes: Mapping[str, Fraction]) -> DimensionPart:
    return DimensionPart(
        group.dimension,
        tuple(
            Contribution(owner.label, owner.measures, sizes.get(owner.name, Fraction(0)))
            for owner in group.owners
        ),
    )


def _require_comparable(before: Result, after: Result, vintages: tuple[Text, Text] | None) -> None:
    if before.index is not after.index:
        raise NotComparable(OTHER_INDEX.filled(one=before.index.symbol, other=after.index.symbol))
    if before.method.key != after.method.key:
        raise NotComparable(OTHER_METHOD.filled(one=before.method.name, other=after.method.name))
    if vintages is not None and vintages[0] != vintages[1]:
        raise NotComparable(OTHER_VINTAGE.filled(one=vintages[0], other=vintages[1]))
    lacking = before.figures.keys() ^ after.figures.keys()
    if lacking:
        names = [each.name for each in before.index.measures if each.key in lacking]
        raise NotComparable(OTHER_MEASURES.filled(measures=listed(names)))


def _mixed(before: Result, after: Result, moved: set[str], year: int | None) -> Fraction:
    """The index with the figures of `after` for the measures that moved, by the law of `year`."""
    figures = {key: (after if key in moved else before).figures[key] for key in before.figures}
    return Fraction(unrounded(before, figures, year=year))


def _law_changed(before: Result, after: Result) -> bool:
    return any(
        unrounded(each, each.figures, year=before.year)
        != unrounded(each, each.figures, year=after.year)
        for each in (before, after)
    )


def _decimal(size: Fraction, places: int) -> Decimal:
    shown: Decimal = rounded(Decimal(size.numerator) / Decimal(size.denominator), places)
    return shown


ROUNDING = Text("Pembulatan", "Rounding")
LAW_CHANGED = Text("Nilai yang ditetapkan metode berubah", "Values fixed by the method changed")
OTHER_INDEX = Text(
    "{one} dan {other} adalah dua indeks; selisihnya tidak dapat diuraikan.",
    "{one} and {other} are two indices; their difference cannot be taken apart.",
)
OTHER_METHOD = Text(
    "Metodenya berbeda ({one}; {other}), sehingga perubahannya bukan perubahan keadaan dan tidak "
    "diuraikan.",
    "The methods differ ({one}; {other}), so that the change is not one of conditions and is not "
    "taken apart.",
)
OTHER_VINTAGE = Text(
    "Angkanya dari dua seri ({one}; {other}) yang tidak boleh disambung, sehingga perubahannya "
    "tidak diuraikan.",
    "The figures are from two series ({one}; {other}) that must not be joined, so that the change "
    "is not taken apart.",
)
OTHER_MEASURES = Text(
    "Hanya ada pada salah satu tahun: {measures}. Perubahannya tidak dapat diuraikan.",
    "There in one of the years only: {measures}. The change cannot be taken apart.",
)
TOO_MANY = Text(
    "{index} memiliki terlalu banyak dimensi untuk diuraikan satu per satu.",
    "The {index} has too many dimensions to be taken apart one by one.",
)
