"""The sheet a formula computes on: it reads figures and values of the law, and keeps each step.

A formula is a plain function of a sheet. The same function serves exact decimals, floats, columns
and numbers that remember how they came about (`tracing`), because only the sheet differs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic

from setara.domain.indices.arithmetic import N, constant, rounded
from setara.domain.language.text import Text
from setara.domain.law.parameters import Parameter, parameter

NEWEST = date.max
"""The day at which an index without a year is judged: by the values in force without an end."""


@dataclass(frozen=True, slots=True)
class StepName:
    """A named intermediate value: `key` in files, `symbol` in formulas, `name` for readers."""

    key: str
    symbol: str
    name: Text


class Worksheet(Generic[N]):
    """One calculation over one kind of number.

    `given` holds the figures by measure, None where there is none; `on` is the day whose law
    counts, a day of the year the figures are from.
    """

    def __init__(self, given: Mapping[str, N | None], on: date) -> None:
        self.given = given
        self.on = on
        self.values: dict[str, N] = {}

    def figure(self, measure: str) -> N:
        """The figure of a measure. Raises KeyError where there is none."""
        value = self.given.get(measure)
        if value is None:
            raise KeyError(measure)
        return value

    def has(self, measure: str) -> bool:
        """Whether the measure has a figure."""
        return self.given.get(measure) is not None

    def rule(self, key: str) -> Parameter:
        """A value of the law that decides how to compute without standing in the formula."""
        return parameter(key, on=self.on)

    def law(self, key: str, symbol: str = "") -> N:
        """A value of the law as a number of the formula; `symbol` is what it is called there."""
        return self.cited(self.rule(key), symbol)

    def cited(self, value: Parameter, symbol: str = "", name: Text | None = None) -> N:
        """A fixed value as a number of the formula, called `symbol` there and `name` in words."""
        like = next(given for given in self.given.values() if given is not None)
        number: N = constant(like, value.value)
        return number

    def step(
        self,
        name: StepName,
        value: N,
        *,
        decimals: Parameter | None = None,
        note: Text | None = None,
        rules: tuple[Parameter, ...] = (),
    ) -> N:
        """Keep `value` under its name and go on with it.

        `decimals` says how the publisher rounds it, `note` tells of a rule that was applied and
        `rules` which; a sheet that explains shows them.
        """
        self.values[name.key] = value
        return value

    def published(self, value: N, decimals: Parameter) -> N:
        """`value` as the publisher prints it."""
        number: N = rounded(value, int(decimals.value))
        return number
