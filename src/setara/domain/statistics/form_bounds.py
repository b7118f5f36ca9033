"""What a spreadsheet may take in the open cells of the form."""

from __future__ import annotations

from decimal import Decimal

from setara.domain.statistics import form_words as words
from setara.domain.statistics.element import Element, Measure
from setara.domain.statistics.form import Bounds

# A spreadsheet keeps 15 digits of a number.
_MOST_WHOLE = Decimal(10) ** 15 - 1


def figure_bounds(element: Element) -> Bounds:
    """What a spreadsheet may take as a figure of the element."""
    least, most = element.range.least, element.range.most
    is_whole = element.measure is Measure.COUNT
    if is_whole:
        least = max(least or Decimal(0), Decimal(0))
    says = words.TYPE_WHOLE if is_whole else words.TYPE_NUMBER
    least = -_MOST_WHOLE if least is None else least
    most = _MOST_WHOLE if most is None else most
    return Bounds(is_whole, least, most, says=says.filled(least=least, most=most))


WHOLE = Bounds(
    is_whole=True,
    least=Decimal(0),
    most=_MOST_WHOLE,
    says=words.TYPE_WHOLE.filled(least=Decimal(0), most=_MOST_WHOLE),
)
