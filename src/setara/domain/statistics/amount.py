"""A figure as it is read aloud: rounded once, the same way wherever it appears, with its unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from setara.domain.language.text import Language, Text, spoken
from setara.domain.statistics.element import Measure

MOST_DECIMALS = {Measure.COUNT: 0, Measure.RATE: 2, Measure.VALUE: 3}
"""People are whole; per cents and averages are published with at most these decimals."""

PERCENT_POINTS = Text("persen poin", "percentage points")


@dataclass(frozen=True, slots=True)
class Amount:
    """A rounded figure and its unit; a per cent sign stands close to its figure."""

    value: Decimal
    unit: Text

    def say(self, language: Language) -> str:
        """`74,84 tahun`, `20,5%`."""
        unit = self.unit.say(language)
        return f"{spoken(self.value, language)}{'' if unit == '%' else ' '}{unit}".rstrip()


def decimals(values: Iterable[Decimal], measure: Measure) -> int:
    """How many decimals figures that are read side by side get: as many as the finest needs."""
    needed = [-int(value.normalize().as_tuple().exponent) for value in values]
    return min(max([0, *needed]), MOST_DECIMALS[measure])


def rounded(value: Decimal, places: int) -> Decimal:
    """Half rounded up, away from zero, as Indonesian tables do."""
    return value.quantize(_step(places), ROUND_HALF_UP)


@cache
def _step(places: int) -> Decimal:
    return Decimal(1).scaleb(-places)
