"""What a data call asks of one producer: one cell for each figure that is expected back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text
from setara.domain.statistics.dimension import EVERYBODY, Breakdown, Category, dimensions
from setara.domain.statistics.element import Element, Measure
from setara.domain.statistics.observation import Value

AGE = "age"


@dataclass(frozen=True, slots=True, order=True)
class CellKey:
    """Where one figure stands: element, place, breakdown, sex. The period is the call's."""

    element_code: str
    place_code: str
    breakdown: Breakdown
    sex: Sex


@dataclass(frozen=True, slots=True)
class AskedItem:
    """One element as it is asked for; `breakdowns` come on top of the figure of everybody."""

    element: Element
    breakdowns: tuple[Breakdown, ...] = ()
    by_subdistrict: bool = False

    @property
    def rows(self) -> tuple[Breakdown, ...]:
        """Everybody first, then each breakdown once, as it was listed."""
        return tuple(dict.fromkeys((EVERYBODY, *self.breakdowns)))

    @property
    def sexes(self) -> tuple[Sex, ...]:
        """Both, or the only one the element can be about (mothers who died in childbirth)."""
        return (self.element.only_sex,) if self.element.only_sex else (Sex.MALE, Sex.FEMALE)


@dataclass(frozen=True, slots=True)
class Territory:
    """The code of the government's own place, and those of its sub-districts in order."""

    home_code: str
    subdistrict_codes: tuple[str, ...] = ()

    def within(self, place_code: str | None) -> Territory:
        """What an agency with that place answers for: a sub-district for itself alone."""
        if place_code is not None and place_code in self.subdistrict_codes:
            return Territory(place_code)
        return self

    def asked_of(self, item: AskedItem) -> tuple[str, ...]:
        """The sub-districts where the item goes down to them and there are any, else the whole."""
        if item.by_subdistrict and self.subdistrict_codes:
            return self.subdistrict_codes
        return (self.home_code,)


# The last group of BPS's five-year groups; what follows in the list are groups of laws.
_LAST_FIVE_YEAR_GROUP = "75+"


def breakdowns_by(element: Element, dimension: str) -> tuple[Breakdown, ...]:
    """One breakdown a shipped category of `dimension`; ages in five-year groups within the
    element's own. Empty for a dimension without shipped categories.
    """
    found = dimensions().get(dimension)
    if found is None:
        return ()
    categories = found.categories
    if dimension == AGE:
        codes = [each.code for each in categories]
        categories = categories[: codes.index(_LAST_FIVE_YEAR_GROUP) + 1]
    return tuple(
        Breakdown.of({dimension: each.code}) for each in categories if _concerns(element, each)
    )


def _concerns(element: Element, category: Category) -> bool:
    """Whether the ages of the category meet those the element is about."""
    is_too_old = element.below_age is not None and (category.from_age or 0) >= element.below_age
    ends = category.below_age
    is_too_young = element.from_age is not None and ends is not None and ends <= element.from_age
    return not (is_too_old or is_too_young)


def cells_of(item: AskedItem, territory: Territory) -> tuple[CellKey, ...]:
    """The cells of one element: places × breakdowns × sexes, in the order they are read."""
    return tuple(
        CellKey(item.element.code, place, breakdown, sex)
        for place in territory.asked_of(item)
        for breakdown in item.rows
        for sex in item.sexes
    )


def expected_cells(items: Iterable[AskedItem], territory: Territory) -> tuple[CellKey, ...]:
    """The cells of all items, each once, in the order of the items."""
    return tuple(dict.fromkeys(cell for item in items for cell in cells_of(item, territory)))


@dataclass(frozen=True, slots=True)
class AskedCell:
    """One figure that is expected, and what stands there.

    `value` is None for a cell nobody has filled in; `last` is the figure of the latest earlier
    period, None where there is none. `changed_in` is the submission's version that last changed
    the cell, 0 for an untouched one.
    """

    key: CellKey
    element: Element
    place_name: str
    breakdown_name: Text
    value: Value | None = None
    cell: str = ""
    comment: str = ""
    commented_by: str = ""
    is_settled: bool = True
    last: Value | None = None
    last_period: Period | None = None
    changed_in: int = 0

    @property
    def element_code(self) -> str:
        """The code of the element."""
        return self.key.element_code

    @property
    def element_name(self) -> Text:
        """What is counted."""
        return self.element.name

    @property
    def unit(self) -> Text:
        """What it is counted in."""
        return self.element.unit

    @property
    def measure(self) -> Measure:
        """Whether the sexes add up."""
        return self.element.measure

    @property
    def place_code(self) -> str:
        """The code of the place."""
        return self.key.place_code

    @property
    def breakdown(self) -> Breakdown:
        """Empty where the figure is about everybody."""
        return self.key.breakdown

    @property
    def sex(self) -> Sex:
        """Whose figure it is."""
        return self.key.sex


@dataclass(frozen=True, slots=True)
class FilledCell:
    """What a producer puts in a cell; None empties it. `cell` is its address in a file."""

    key: CellKey
    value: Value | None
    cell: str = ""


# What a column of 24 digits with 6 decimals can keep.
_DIGITS_BEFORE, _DIGITS_BEHIND = 18, 6


def may_stand(element: Element, value: Value | None) -> Verdict:
    """Whether a figure can be one of the element at all; what is merely unlikely may stand."""
    if not isinstance(value, Decimal):
        return ALLOWED
    if element.measure is Measure.COUNT and (value < 0 or value != value.to_integral_value()):
        return refused(
            "{value} bukan jumlah: isi bilangan bulat, 0 atau lebih.",
            "{value} is no count: give a whole number, 0 or more.",
            value=value,
        )
    least, most = element.range.least, element.range.most
    if (least is not None and value < least) or (most is not None and value > most):
        return refused(
            "{value} di luar batas elemen ini ({least} sampai {most}).",
            "{value} lies outside the bounds of this element ({least} to {most}).",
            value=value,
            least="…" if least is None else _short(least),
            most="…" if most is None else _short(most),
        )
    return _fits(value)


def _short(bound: Decimal) -> Decimal:
    """Without the zeros a column keeps behind the mark: `100`, `0.5`."""
    whole = bound.to_integral_value()
    return whole if whole == bound else bound.normalize()


def _fits(value: Decimal) -> Verdict:
    exponent = value.as_tuple().exponent
    behind = -exponent if isinstance(exponent, int) else 0
    if value.is_finite() and value.adjusted() < _DIGITS_BEFORE and behind <= _DIGITS_BEHIND:
        return ALLOWED
    return refused(
        "Angka ini terlalu panjang: paling banyak 18 angka, dan 6 di belakang koma.",
        "This figure is too long: at most 18 digits, and 6 decimals.",
    )
