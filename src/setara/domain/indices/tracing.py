"""Numbers that remember how they came about, so that a formula explains itself.

A `Traced` number is an exact decimal with the formula that led to it, written with the symbols of
its terms. Fed to the very function that computes an index, it yields the way to the result; what
is shown can therefore not differ from what is computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from setara.domain.indices.arithmetic import (
    clip,
    constant,
    exp,
    greater,
    ln,
    root,
    rounded,
    single,
    smaller,
)
from setara.domain.indices.terms import Step, Term
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text, listed
from setara.domain.law.parameters import Parameter

_SUM, _PRODUCT, _POWER, _ATOM = range(4)


@dataclass(frozen=True, slots=True)
class Traced:
    """A value, the `template` that gave it (its terms in braces), and how tightly it binds."""

    value: Decimal
    template: str
    terms: Mapping[str, Term]
    binding: int = _ATOM
    notes: tuple[Text, ...] = ()

    def __add__(self, other: Traced | int) -> Traced:
        return _joined(self, "+", other, self.value + _value(other), _SUM)

    def __radd__(self, other: int) -> Traced:
        return _joined(other, "+", self, other + self.value, _SUM)

    def __sub__(self, other: Traced | int) -> Traced:
        return _joined(self, "−", other, self.value - _value(other), _SUM)

    def __rsub__(self, other: int) -> Traced:
        return _joined(other, "−", self, other - self.value, _SUM)

    def __mul__(self, other: Traced | int) -> Traced:
        return _joined(self, "×", other, self.value * _value(other), _PRODUCT)

    def __rmul__(self, other: int) -> Traced:
        return _joined(other, "×", self, other * self.value, _PRODUCT)

    def __truediv__(self, other: Traced | int) -> Traced:
        return _joined(self, "/", other, self.value / _value(other), _PRODUCT)

    def __rtruediv__(self, other: int) -> Traced:
        return _joined(other, "/", self, other / self.value, _PRODUCT)

    def within(self, binding: int) -> str:
        """The template, in parentheses where it binds more loosely than `binding`."""
        return self.template if self.binding >= binding else f"({self.template})"


def _value(number: Traced | int) -> Decimal:
    return number.value if isinstance(number, Traced) else Decimal(number)


def _lifted(number: Traced | int) -> Traced:
    return number if isinstance(number, Traced) else Traced(Decimal(number), str(number), {})


def _joined(
    first: Traced | int, sign: str, second: Traced | int, value: Decimal, binding: int
) -> Traced:
    left, right = _lifted(first), _lifted(second)
    # a − (b − c) and a / (b / c) need their parentheses, a + (b + c) and a × (b × c) do not.
    tight = binding + 1 if sign in "−/" else binding
    return Traced(
        value,
        f"{left.within(binding)} {sign} {right.within(tight)}",
        _terms(left, right),
        binding,
        (*left.notes, *right.notes),
    )


class AmbiguousSymbol(ValueError):
    """Two different numbers of one step would be printed under one symbol."""

    def __init__(self, symbol: str) -> None:
        super().__init__(f"two terms of one step are both called {symbol}")


def _terms(*numbers: Traced) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for number in numbers:
        for symbol, term in number.terms.items():
            if found.setdefault(symbol, term) != term:
                raise AmbiguousSymbol(symbol)
    return found


def _function(name: str, value: Decimal, *given: Traced) -> Traced:
    arguments = "; ".join(each.template for each in given)
    notes = tuple(note for each in given for note in each.notes)
    return Traced(value, f"{name}({arguments})", _terms(*given), _ATOM, notes)


@constant.register
def _(like: Traced, number: Decimal) -> Traced:
    return Traced(number, f"{number:f}", {})


@ln.register
def _(value: Traced) -> Traced:
    found = _function("ln", ln(value.value), value)
    return found if value.value else replace(found, notes=(*found.notes, LN_OF_ZERO))


LN_OF_ZERO = Text("ln(0) dihitung sebagai −∞", "ln(0) is taken as −∞")


@exp.register
def _(value: Traced) -> Traced:
    return _function("exp", exp(value.value), value)


@root.register
def _(value: Traced, degree: int) -> Traced:
    found = root(value.value, degree)
    return Traced(found, f"{value.within(_ATOM)}^(1/{degree})", value.terms, _POWER, value.notes)


@smaller.register
def _(first: Traced, second: Traced) -> Traced:
    return _function("min", smaller(first.value, second.value), first, second)


@greater.register
def _(first: Traced, second: Traced) -> Traced:
    return _function("max", greater(first.value, second.value), first, second)


@clip.register
def _(value: Traced, lower: Traced, upper: Traced) -> Traced:
    if lower.value <= value.value <= upper.value:
        return value
    is_above = value.value > upper.value
    bound, function = (upper, "min") if is_above else (lower, "max")
    cut = _function(function, bound.value, value, bound)
    note = (ABOVE if is_above else BELOW).filled(bound=bound.value)
    return replace(cut, notes=(*cut.notes, note))


ABOVE = Text(
    "di atas batas atas, dihitung sebagai {bound}", "above the upper goalpost, taken as {bound}"
)
BELOW = Text(
    "di bawah batas bawah, dihitung sebagai {bound}", "below the lower goalpost, taken as {bound}"
)


@rounded.register
def _(value: Traced, places: int) -> Traced:
    short = rounded(value.value, places)
    if len(value.terms) != 1 or value.binding != _ATOM:
        return _function("round", short, value, Traced(Decimal(places), str(places), {}))
    # A single term is shown by its rounded value.
    ((symbol, term),) = value.terms.items()
    return replace(value, value=short, terms={symbol: replace(term, value=short)})


single(Traced, lambda value: value.value == 0)


class TracedSheet(Worksheet[Traced]):
    """A sheet that writes down every step with its formula, its numbers and its law."""

    def __init__(self, terms: Mapping[str, Term | None], on: date) -> None:
        given = {measure: None if term is None else _leaf(term) for measure, term in terms.items()}
        super().__init__(given, on)
        self.steps: list[Step] = []

    def cited(self, value: Parameter, symbol: str = "", name: Text | None = None) -> Traced:
        """A fixed value as a term that cites its source."""
        symbol, name = symbol or _symbol(value.key), name or _name(value.key)
        return _leaf(Term(symbol, name, value.value, parameter=value, key=value.key))

    def step(
        self,
        name: StepName,
        value: Traced,
        *,
        decimals: Parameter | None = None,
        note: Text | None = None,
        rules: tuple[Parameter, ...] = (),
    ) -> Traced:
        """Write the step down and go on with its symbol."""
        notes = [*value.notes, *([note] if note else [])]
        self.steps.append(
            Step(
                symbol=name.symbol,
                key=name.key,
                name=name.name,
                template=value.template,
                terms=tuple(value.terms.values()),
                value=value.value,
                published=rounded(value.value, int(decimals.value)) if decimals else None,
                note=listed(notes) if notes else None,
                rules=(*rules, *([decimals] if decimals else [])),
                decimals=decimals,
            )
        )
        leaf = _leaf(Term(name.symbol, name.name, value.value, key=name.key))
        self.values[name.key] = leaf
        return leaf


def _leaf(term: Term) -> Traced:
    return Traced(term.value, f"{{{term.symbol}}}", {term.symbol: term})


_SYMBOLS = {"minimum": "min", "maximum": "max"}
_NAMES = {
    "minimum": Text("batas bawah", "lower goalpost"),
    "maximum": Text("batas atas", "upper goalpost"),
}


def _symbol(key: str) -> str:
    last = key.rpartition(".")[2]
    return _SYMBOLS.get(last, last)


def _name(key: str) -> Text:
    last = key.rpartition(".")[2]
    return _NAMES.get(last, FIXED)


FIXED = Text("nilai yang ditetapkan", "fixed value")
