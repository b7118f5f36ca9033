"""A step's formula, worked out by Python instead of by us."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal

from setara.domain.indices.terms import Step

_PYTHONS = (("−", "-"), ("×", "*"), ("^", "**"), (";", ","))


def worked_out(step: Step) -> float:
    """The template with exact numbers, evaluated."""
    numbers = {term.symbol: f"({float(term.value)!r})" for term in step.terms}
    written = step.template.format_map(numbers)
    for ours, pythons in _PYTHONS:
        written = written.replace(ours, pythons)
    known = {"min": min, "max": max, "ln": _ln, "exp": math.exp, "round": _rounded}
    return float(eval(written, {"__builtins__": known}))


def _ln(value: float) -> float:
    return math.log(value) if value else -math.inf


def _rounded(value: float, places: int) -> float:
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-int(places)), ROUND_HALF_UP))
