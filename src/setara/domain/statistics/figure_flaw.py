"""What a figure of an element cannot be, whoever hands it in and however."""

from __future__ import annotations

from decimal import Decimal

from setara.domain.language.text import Text
from setara.domain.statistics.element import Element, Measure

MOST_WHOLE_DIGITS, MOST_DECIMALS = 18, 6
"""As long as a figure can be kept; rupiah of the whole country have sixteen digits."""


def flaw_of(element: Element, value: Decimal) -> Text | None:
    """Why the figure cannot be, or None: `negatif`, `bukan bilangan bulat`, `di atas 100`."""
    if not value.is_finite() or abs(value) >= Decimal(10) ** MOST_WHOLE_DIGITS:
        return TOO_LONG
    if value != round(value, MOST_DECIMALS):
        return TOO_FINE
    if element.measure is Measure.COUNT and value != value.to_integral_value():
        return Text("bukan bilangan bulat", "not a whole number")
    return _out_of_range(element, value)


def _out_of_range(element: Element, value: Decimal) -> Text | None:
    least, most = element.range.least, element.range.most
    if value < 0 and (least is None or least >= 0):
        return Text("negatif", "negative")
    if most is not None and value > most:
        return Text("di atas {most}", "above {most}").filled(most=plain(most))
    if least is not None and value < least:
        return Text("di bawah {least}", "below {least}").filled(least=plain(least))
    return None


def plain(bound: Decimal) -> Decimal:
    """A bound without the zeros a column keeps behind it."""
    whole = bound.to_integral_value()
    return whole if whole == bound else bound.normalize()


TOO_LONG = Text("terlalu panjang untuk disimpan", "too long to be kept")
TOO_FINE = Text("lebih dari enam desimal", "finer than six decimals")
