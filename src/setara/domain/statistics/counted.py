"""Cases out of the people they could have happened to, which every rate and interval stands on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Undefined
from setara.domain.statistics.observation import Nothing, Value


@dataclass(frozen=True, slots=True)
class Counted:
    """`cases` out of `base`, both of one sex; the base is above zero, the cases are not below.

    There may be more cases than people (visits, enrolments over age); such a figure is a rate,
    but no proportion. Weighted surveys count in fractions. Raises ValueError for anything else.
    """

    cases: Decimal
    base: Decimal

    def __post_init__(self) -> None:
        if self.base <= 0 or self.cases < 0:
            message = f"no rate: {self.cases} out of {self.base}"
            raise ValueError(message)

    @property
    def rate(self) -> Decimal:
        """Cases for each member of the base; a proportion where it is not above 1."""
        return self.cases / self.base

    @property
    def is_proportion(self) -> bool:
        """Whether the cases are a part of the base."""
        return self.cases <= self.base

    def per(self, many: int) -> Decimal:
        """Cases per `many` of the base."""
        return self.cases * many / self.base

    def thinned(self, design_effect: Decimal) -> Counted:
        """What a simple random sample of equal precision would have counted."""
        return Counted(self.cases / design_effect, self.base / design_effect)


@dataclass(frozen=True, slots=True)
class Sides:
    """The counted figures of both sexes for one element, place and period."""

    women: Counted
    men: Counted

    @property
    def difference(self) -> Decimal:
        """Women's rate minus men's, as a proportion and not in per cent."""
        return self.women.rate - self.men.rate

    @property
    def turned(self) -> Sides:
        """The same figures with the sexes exchanged."""
        return Sides(self.men, self.women)

    def thinned(self, design_effect: Decimal) -> Sides:
        """Both sides as a simple random sample of equal precision would have counted them."""
        return Sides(self.women.thinned(design_effect), self.men.thinned(design_effect))


def counted(sex: Sex, cases: Value, base: Value) -> Counted | Undefined:
    """The figures of one sex as a rate, or the reason why they make none. Never raises."""
    if isinstance(cases, Nothing):
        return Undefined(MISSING.filled(what=CASES, sex=sex.label, kind=cases.label))
    if isinstance(base, Nothing):
        return Undefined(MISSING.filled(what=BASE, sex=sex.label, kind=base.label))
    if cases < 0 or base < 0:
        return Undefined(NEGATIVE.filled(what=CASES if cases < 0 else BASE, sex=sex.label))
    if base == 0:
        return Undefined(NO_BASE.filled(sex=sex.label))
    return Counted(cases, base)


def sides(women: Counted | Undefined, men: Counted | Undefined) -> Sides | Undefined:
    """Both sexes together, or the reason why one of them has no rate."""
    if isinstance(women, Undefined):
        return women
    return men if isinstance(men, Undefined) else Sides(women, men)


CASES = Text("banyaknya kasus", "the number of cases")
BASE = Text("penyebut", "the base")
MISSING = Text(
    "Untuk {sex}, {what} tidak ada: {kind}.", "There is no figure for {what} of {sex}: {kind}."
)
NEGATIVE = Text("Untuk {sex}, {what} negatif.", "For {sex}, {what} is negative.")
NO_BASE = Text(
    "Penyebut {sex} nol, sehingga angka relatifnya tidak ada.",
    "The base for {sex} is zero, so there is no rate.",
)
