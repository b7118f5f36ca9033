"""What a difference is made of, in plain words; the parts read aloud make up the whole read."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from setara.domain.language.text import Text, listed
from setara.domain.statistics.amount import Amount, rounded
from setara.domain.statistics.decomposition import Decomposition, parts_shown


def decomposition_reading(
    found: Decomposition, *, difference: Decimal, unit: Text, places: int, scale: int = 1
) -> Text:
    """One sentence on the parts of the difference, as a reader sees it: without its sign.

    `difference` is the rounded one that the reading has named; the parts, times `scale`, are
    rounded so that they make it up. Where it is another difference than the decomposed one, the
    latter is named in its place.
    """
    exact = found.total * scale
    is_that = is_shown_as(exact, difference, places)
    shown = difference if is_that else _rounded(exact, places)
    if shown == 0:
        return NOTHING_TO_DIVIDE
    sizes = parts_shown([effect.size * scale for effect in found.effects], places, total=shown)
    sign = 1 if shown > 0 else -1
    parts = [
        PART.filled(size=sign * size, name=effect.name)
        for effect, size in zip(found.effects, sizes, strict=True)
    ]
    sentence = MADE_OF if is_that else ANOTHER_MADE_OF
    return sentence.filled(total=Amount(abs(shown), unit), parts=listed(parts))


def is_shown_as(exact: Fraction, difference: Decimal, places: int) -> bool:
    """Whether a difference of two rounded figures can be the exact one: one step apart at most."""
    return abs(exact - Fraction(difference)) <= Fraction(1, 10**places)


def _rounded(exact: Fraction, places: int) -> Decimal:
    return rounded(Decimal(exact.numerator) / Decimal(exact.denominator), places)


MADE_OF = Text("Dari selisih {total} itu, {parts}.", "Of that difference of {total}, {parts}.")
ANOTHER_MADE_OF = Text(
    "Dari selisih {total} yang diuraikan, {parts}.",
    "Of a difference of {total} that was taken apart, {parts}.",
)
PART = Text("{size} berasal dari {name}", "{size} comes from {name}")
NOTHING_TO_DIVIDE = Text(
    "Tidak ada selisih yang dapat diuraikan.", "There is no difference to take apart."
)
