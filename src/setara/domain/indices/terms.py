"""One line of a calculation: its formula, the numbers that go into it, and where each is from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from setara.domain.language.text import Language, Text, spoken
from setara.domain.law.parameters import Parameter
from setara.domain.statistics.observation import Source

SHOWN_DECIMALS = 6
"""Intermediate values are shown with six decimals; they are computed with 34 digits."""


@dataclass(frozen=True, slots=True)
class Term:
    """A number that goes into a formula.

    `parameter` is its legal source where the law fixed it, `source` where it was measured and
    its provenance was given; the result of an earlier step has neither. `key` names the measure,
    the earlier step or the parameter, as files do.
    """

    symbol: str
    name: Text
    value: Decimal
    unit: Text | None = None
    parameter: Parameter | None = None
    source: Source | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the calculation.

    `template` names its terms in braces, `({UHH} − {UHH_min}) / …`, so that the formula and the
    calculation with numbers are one text and cannot differ. `published` is the rounded value
    where the publisher prints one; `note` tells of a rule that changed the value, and `rules`
    are the values of the law that work without standing in the formula, among them `decimals`,
    by which `published` was rounded.
    """

    symbol: str
    key: str
    name: Text
    template: str
    terms: tuple[Term, ...]
    value: Decimal
    published: Decimal | None = None
    note: Text | None = None
    rules: tuple[Parameter, ...] = ()
    decimals: Parameter | None = None

    @property
    def formula(self) -> str:
        """The template with symbols."""
        return self.template.format_map({term.symbol: term.symbol for term in self.terms})

    @property
    def inputs(self) -> tuple[Term, ...]:
        """The terms that are measured or come from an earlier step."""
        return tuple(term for term in self.terms if term.parameter is None)

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The values of the law that the step uses."""
        in_formula = [term.parameter for term in self.terms if term.parameter is not None]
        return (*in_formula, *self.rules)

    def worked(self, language: Language) -> str:
        """The template with the numbers, as one would type it into a calculator."""
        numbers = {term.symbol: _number(term.value, language) for term in self.terms}
        return self.template.format_map(numbers)

    def line(self, language: Language) -> str:
        """`Name: symbol = formula = numbers = value`."""
        value = spoken(shown(self.value), language)
        if self.published is not None:
            value = f"{value} → {spoken(self.published, language)}"
        worked = f"{self.symbol} = {self.formula} = {self.worked(language)} = {value}"
        note = f" ({self.note.say(language)})" if self.note else ""
        return f"{self.name.say(language)}: {worked}{note}"


def _number(value: Decimal, language: Language) -> str:
    number = spoken(shown(value), language)
    return f"({number})" if value < 0 else number


def shown(value: Decimal) -> Decimal:
    """`value` with at most six decimals, half rounded up, and no trailing zeros."""
    short = value.quantize(Decimal(1).scaleb(-SHOWN_DECIMALS), ROUND_HALF_UP)
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short.normalize()
