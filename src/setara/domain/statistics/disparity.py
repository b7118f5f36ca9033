"""The disparity between the figures of women and of men, with every intermediate value named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from setara.domain.foundation.sex import Sex
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text
from setara.domain.law.parameters import parameter
from setara.domain.statistics.amount import rounded
from setara.domain.statistics.element import Measure, Polarity
from setara.domain.statistics.observation import Nothing, Value


@dataclass(frozen=True, slots=True)
class Undefined:
    """A result that does not exist, and why; nothing is invented in its place."""

    reason: Text


Result = Decimal | Undefined


class Behind(StrEnum):
    """Who is worse off; the answer comes from the figures and never from an assumption."""

    WOMEN = "women"
    MEN = "men"
    NEITHER = "neither"
    NOT_JUDGED = "not_judged"
    UNDECIDED = "undecided"

    @property
    def label(self) -> Text:
        """In both languages."""
        return BEHIND_LABELS[self]


BEHIND_LABELS = {
    Behind.WOMEN: Text("perempuan tertinggal", "women are behind"),
    Behind.MEN: Text("laki-laki tertinggal", "men are behind"),
    Behind.NEITHER: Text("setara", "at parity"),
    Behind.NOT_JUDGED: Text("tidak dinilai", "not judged"),
    Behind.UNDECIDED: Text("belum dapat ditentukan", "cannot be decided"),
}


@dataclass(frozen=True, slots=True)
class ParityBand:
    """The adjusted parity values that count as parity, both ends included.

    The band is laid on the adjusted ratio because that one is symmetric: exchanging the sexes
    must not turn parity into a disparity.
    """

    lower: Decimal
    upper: Decimal

    def holds(self, adjusted_parity: Decimal) -> bool:
        """Whether the value counts as parity."""
        return self.lower <= adjusted_parity <= self.upper


def parity_band(on: date) -> ParityBand:
    """The band in force on `on` (UNESCO's 0.97 to 1.03, see the register of parameters)."""
    return ParityBand(
        lower=parameter("parity.lower", on=on).value,
        upper=parameter("parity.upper", on=on).value,
    )


@dataclass(frozen=True, slots=True)
class Disparity:
    """The measures of one disparity; each is a Decimal or says why it is undefined.

    `difference` is women minus men in the element's unit (per cent points for a rate); `ratio`
    is women over men; `adjusted_parity` maps the ratio to 0..2 with 1 as parity. The measures
    that are asked for less often are worked out when they are.
    """

    women: Value
    men: Value
    measure: Measure
    polarity: Polarity
    band: ParityBand
    difference: Result
    ratio: Result
    adjusted_parity: Result
    behind: Behind

    def difference_shown(self, places: int) -> Result:
        """The difference of the two figures as they are shown with `places` decimals.

        Whoever subtracts the figures that are printed must meet the difference that is printed.
        """
        pair = _pair(self.women, self.men)
        if isinstance(pair, Undefined):
            return pair
        women, men = pair
        return rounded(women, places) - rounded(men, places)

    @property
    def relative(self) -> Result:
        """(M−F)/M: how far women's figure lies below men's, as a part of the latter."""
        return self.ratio if isinstance(self.ratio, Undefined) else 1 - self.ratio

    @property
    def normalised(self) -> Result:
        """(F−M)/(F+M), from −1 to 1."""
        pair = _comparable(_pair(self.women, self.men))
        if isinstance(pair, Undefined):
            return pair
        women, men = pair
        return Undefined(BOTH_ZERO) if women + men == 0 else (women - men) / (women + men)

    @property
    def total(self) -> Result:
        """Women and men together, for counts only."""
        pair = _comparable(_pair(self.women, self.men))
        if isinstance(pair, Undefined):
            return pair
        return pair[0] + pair[1] if self.measure is Measure.COUNT else Undefined(NOT_A_COUNT)

    @property
    def share_of_women(self) -> Share | Undefined:
        """Women's part in the total, for counts only."""
        return _share(self.women, self.total)

    @property
    def share_of_men(self) -> Share | Undefined:
        """Men's part in the total, for counts only."""
        return _share(self.men, self.total)


def disparity(
    *, women: Value, men: Value, measure: Measure, polarity: Polarity, band: ParityBand
) -> Disparity:
    """The disparity between two figures of one element, place and period.

    Never raises: what cannot be computed is answered with its reason. Definitions: UNESCO
    (parity index and its adjusted form), BMC Public Health 13:659 table 1 (normalised).
    """
    pair = _pair(women, men)
    comparable = _comparable(pair)
    difference = pair if isinstance(pair, Undefined) else pair[0] - pair[1]
    ratio = comparable if isinstance(comparable, Undefined) else _ratio(comparable)
    adjusted = ratio if isinstance(ratio, Undefined) else adjusted_parity(ratio)
    return Disparity(
        women=women,
        men=men,
        measure=measure,
        polarity=polarity,
        band=band,
        difference=difference,
        ratio=ratio,
        adjusted_parity=adjusted,
        behind=_behind(difference, adjusted, polarity, band),
    )


def adjusted_parity(ratio: Decimal) -> Decimal:
    """The ratio itself up to 1, and 2 − 1/ratio above: symmetric, between 0 and 2.

    Source: World Bank, definition of the adjusted gender parity index; 1.25 becomes 1.20.
    """
    return ratio if ratio <= 1 else 2 - 1 / ratio


_Pair = tuple[Decimal, Decimal]
"""The figures of women and of men."""


def _pair(women: Value, men: Value) -> _Pair | Undefined:
    if isinstance(women, Nothing):
        return Undefined(NO_FIGURE.filled(sex=Sex.FEMALE.label, kind=women.label))
    if isinstance(men, Nothing):
        return Undefined(NO_FIGURE.filled(sex=Sex.MALE.label, kind=men.label))
    return women, men


def _comparable(pair: _Pair | Undefined) -> _Pair | Undefined:
    if isinstance(pair, Undefined):
        return pair
    women, men = pair
    if women < 0 or men < 0:
        negative = Sex.FEMALE if women < 0 else Sex.MALE
        return Undefined(NEGATIVE.filled(sex=negative.label))
    return pair


def _ratio(pair: _Pair) -> Result:
    women, men = pair
    if men == 0:
        return Undefined(BOTH_ZERO if women == 0 else MEN_ZERO)
    return women / men


def _share(part: Value, total: Result) -> Share | Undefined:
    if isinstance(total, Undefined):
        return total
    if total == 0 or isinstance(part, Nothing):
        return Undefined(BOTH_ZERO)
    return Share(part, total, BOTH_SEXES)


def _behind(difference: Result, adjusted: Result, polarity: Polarity, band: ParityBand) -> Behind:
    if isinstance(difference, Undefined):
        return Behind.UNDECIDED
    if polarity is Polarity.NEITHER:
        return Behind.NOT_JUDGED
    # Without a ratio (men at zero, or a negative figure) only equality can be told from the rest.
    at_parity = band.holds(adjusted) if isinstance(adjusted, Decimal) else difference == 0
    if at_parity:
        return Behind.NEITHER
    women_have_less = difference < 0
    less_is_worse = polarity is Polarity.HIGHER_IS_BETTER
    return Behind.WOMEN if women_have_less is less_is_worse else Behind.MEN


BOTH_SEXES = Text("jumlah perempuan dan laki-laki", "women and men together")
NO_FIGURE = Text("Angka {sex} tidak ada: {kind}.", "There is no figure for {sex}: {kind}.")
NEGATIVE = Text(
    "Angka {sex} negatif, sehingga rasio tidak bermakna.",
    "The figure for {sex} is negative, so a ratio means nothing.",
)
MEN_ZERO = Text(
    "Angka laki-laki nol, sehingga rasio tidak dapat dihitung; lihat selisihnya.",
    "The figure for men is zero, so the ratio cannot be computed; see the difference.",
)
BOTH_ZERO = Text(
    "Angka perempuan dan laki-laki sama-sama nol, sehingga tidak ada yang dibandingkan.",
    "The figures for women and men are both zero, so there is nothing to compare.",
)
NOT_A_COUNT = Text(
    "Hanya jumlah yang dapat dijumlahkan; angka ini bukan jumlah.",
    "Only counts add up to a whole; this figure is not a count.",
)
