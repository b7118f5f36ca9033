"""Components and published indices of the case files, as the formula wants them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from setara.domain.statistics.observation import Value
from tests.domain.statistics.casebook import cases, figure

PASER = cases("indices", "ipg_paser")
ALL = [*PASER, *cases("indices", "ipg_kalimantan_timur", "ipg_indonesia")]
PASER_2021 = next(param.values[0] for param in PASER if param.values[0]["year"] == 2021)


def figures(case: dict[str, Any]) -> dict[str, Value]:
    """The figures of a case by measure."""
    return {
        f"{name}_{word}": figure(value)
        for sex, word in (("P", "female"), ("L", "male"))
        for name, value in case[sex].items()
    }


def as_floats(given: dict[str, Any]) -> dict[str, float]:
    """The same figures as floats."""
    return {key: float(Decimal(value)) for key, value in given.items()}
