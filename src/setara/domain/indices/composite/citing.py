"""The numbers of a definition as values that can be cited, like those of the law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from setara.domain.indices.arithmetic import N
from setara.domain.indices.composite.blueprint import Vintage
from setara.domain.indices.worksheet import Worksheet
from setara.domain.language.text import Text
from setara.domain.law.parameters import Parameter

WEIGHT, BOUND, DECIMALS = "bobot", "batas", "desimal"
"""What kinds of number a definition fixes, said where the law has a unit."""

PREFIXES = ("w_", "min_", "max_", "patokan_", "nol_", "kosong_")
"""What stands before the symbol of a part in that of its weight, goalpost, benchmark or rule."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a fixed number is called: in formulas, in words, and what kind of number it is."""

    symbol: str
    name: Text
    unit: str = BOUND


@dataclass(frozen=True, slots=True)
class Citing:
    """Makes the fixed numbers of one vintage of one index."""

    index: str
    vintage: Vintage

    def value(self, key: str, number: Decimal, unit: str = BOUND) -> Parameter:
        """A number of the definition, with its source and the years it is used."""
        origin, last = self.vintage.origin, self.vintage.last_year
        return Parameter(
            key=f"{self.index}.{key}",
            value=number,
            unit=unit,
            valid_from=date(self.vintage.first_year, 1, 1),
            valid_to=None if last is None else date(last + 1, 1, 1),
            regulation=origin.regulation,
            locator=origin.locator,
            verified=origin.verified,
            note=origin.note,
        )

    def on(self, sheet: Worksheet[N], key: str, number: Decimal, named: Named) -> N:
        """The number on the sheet, by its name in formulas and in words."""
        return sheet.cited(self.value(key, number, named.unit), named.symbol, named.name)
