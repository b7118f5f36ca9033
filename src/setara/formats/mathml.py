"""Formulas of indices as MathML, so that a fraction looks like one and is read aloud as one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from setara.domain.indices.terms import Step, shown
from setara.domain.language.text import Language, spoken

_TOKEN = re.compile(
    r"\{(?P<symbol>[^{}]+)\}|(?P<number>-?[0-9]+(?:\.[0-9]+)?)|(?P<name>[a-z]+)|(?P<sign>[-+−×/^();])"
)
_SQUARE = "2"


class NoFormula(ValueError):
    """The template is not written as formulas of steps are."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """MathML of a part: `markup` with fractions, `flat` on one line; both with the parentheses
    around it, the `bare` ones without."""

    markup: str
    flat: str
    bare: str
    bare_flat: str
    numbers: tuple[str, str] | None = None
    """Numerator and denominator of a fraction of two whole numbers, as `1/3`."""


def _piece(markup: str, flat: str = "", numbers: tuple[str, str] | None = None) -> _Piece:
    return _Piece(markup, flat or markup, markup, flat or markup, numbers)


def formula_mathml(step: Step) -> str:
    """`symbol = formula`, in symbols."""
    return _math(f"{_symbol(step.symbol)}<mo>=</mo>{_read(step.template, _symbol)}", step.formula)


def worked_mathml(step: Step, language: Language) -> str:
    """`= numbers = value`, and the published value behind an arrow."""
    values = {term.symbol: spoken(shown(term.value), language) for term in step.terms}
    numbers = _read(step.template, lambda symbol: _number(values[symbol]))
    result = f"<mo>=</mo>{_number(spoken(shown(step.value), language))}"
    if step.published is not None:
        result += f"<mo>→</mo>{_number(spoken(step.published, language))}"
    return _math(f"<mo>=</mo>{numbers}{result}", step.worked(language))


def _math(markup: str, words: str) -> str:
    return f'<math alttext="{escape(words)}"><mrow>{markup}</mrow></math>'


def _symbol(symbol: str) -> str:
    """`I_UHH_P` as I with what stands behind it below the line."""
    head, _, rest = symbol.partition("_")
    if not rest:
        return f"<mi>{escape(head)}</mi>"
    below = escape(rest.replace("_", " "))
    return f"<msub><mi>{escape(head)}</mi><mtext>{below}</mtext></msub>"


def _number(written: str) -> str:
    if written.startswith("−"):
        return f"<mrow><mo>(</mo><mo>−</mo><mn>{escape(written[1:])}</mn><mo>)</mo></mrow>"
    return f"<mn>{escape(written)}</mn>"


def _read(template: str, term: Callable[[str], str]) -> str:
    tokens = [
        (found.lastgroup or "", found[found.lastgroup or 0]) for found in _TOKEN.finditer(template)
    ]
    left_over = _TOKEN.sub("", template).strip()
    if left_over:
        raise NoFormula(template)
    reader = _Reader(template, tokens, term)
    markup = reader.sum().markup
    if reader.at != len(tokens):
        raise NoFormula(template)
    return markup


@dataclass(slots=True)
class _Reader:
    """Reads sums of products of powers, left to right, as they are written by `tracing`."""

    template: str
    tokens: list[tuple[str, str]]
    term: Callable[[str], str]
    at: int = field(default=0)

    def sum(self) -> _Piece:
        piece = self.product()
        while (sign := self._sign("+", "−")) is not None:
            piece = _between(piece, sign, self.product())
        return piece

    def product(self) -> _Piece:
        """a / b × c / d as two fractions: a division belongs to the factor before it."""
        whole, factor = None, self.power()
        while (sign := self._sign("×", "/")) is not None:
            other = self.power()
            if sign == "/":
                factor = _fraction(factor, other)
            else:
                whole = factor if whole is None else _between(whole, "×", factor)
                factor = other
        return factor if whole is None else _between(whole, "×", factor)

    def power(self) -> _Piece:
        piece = self.atom()
        if self._sign("^") is None:
            return piece
        exponent = self.atom()
        if exponent.numbers and exponent.numbers[0] == "<mn>1</mn>":
            return _piece(_root(piece, exponent.numbers[1]))
        return _piece(f"<msup>{_row(piece.flat)}{_row(exponent.bare_flat)}</msup>")

    def atom(self) -> _Piece:
        kind, written = self._next()
        if kind == "symbol":
            markup = self.term(written)
        elif kind == "number":
            markup = f"<mn>{written}</mn>"
        elif kind == "name":
            markup = f"<mi>{written}</mi>{self._arguments()}"
        elif written == "(":
            inner = self.sum()
            self._closed()
            return _Piece(
                _bracketed(inner.markup),
                _bracketed(inner.flat),
                inner.markup,
                inner.flat,
                inner.numbers,
            )
        else:
            raise NoFormula(self.template)
        return _piece(markup)

    def _arguments(self) -> str:
        if self._sign("(") is None:
            raise NoFormula(self.template)
        arguments = [self.sum().markup]
        while self._sign(";") is not None:
            arguments.append(self.sum().markup)
        self._closed()
        return _bracketed("<mo>;</mo>".join(arguments))

    def _next(self) -> tuple[str, str]:
        if self.at >= len(self.tokens):
            raise NoFormula(self.template)
        self.at += 1
        return self.tokens[self.at - 1]

    def _sign(self, *signs: str) -> str | None:
        if self.at < len(self.tokens) and self.tokens[self.at] in {
            ("sign", each) for each in signs
        }:
            self.at += 1
            return self.tokens[self.at - 1][1]
        return None

    def _closed(self) -> None:
        if self._sign(")") is None:
            raise NoFormula(self.template)


def _between(first: _Piece, sign: str, second: _Piece) -> _Piece:
    markup, flat = (
        f"{left}<mo>{sign}</mo>{right}"
        for left, right in ((first.markup, second.markup), (first.flat, second.flat))
    )
    return _piece(markup, flat)


def _fraction(above: _Piece, below: _Piece) -> _Piece:
    markup = f"<mfrac>{_row(above.bare)}{_row(below.bare)}</mfrac>"
    flat = f"{above.flat}<mo>/</mo>{below.flat}"
    return _piece(markup, flat, (above.bare, below.bare))


def _root(piece: _Piece, degree: str) -> str:
    """On one line below the sign, which grows over fractions only where a font for it is."""
    if degree == f"<mn>{_SQUARE}</mn>":
        return f"<msqrt>{piece.bare_flat}</msqrt>"
    return f"<mroot>{_row(piece.bare_flat)}{degree}</mroot>"


def _row(markup: str) -> str:
    return f"<mrow>{markup}</mrow>"


def _bracketed(markup: str) -> str:
    return f"<mrow><mo>(</mo>{markup}<mo>)</mo></mrow>"
