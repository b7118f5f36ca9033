"""A figure's place between the value that counts as 0 and the one that counts as 1."""

from __future__ import annotations

from decimal import Decimal

from setara.domain.indices.arithmetic import N, clip, constant, ln
from setara.domain.indices.worksheet import Worksheet


def linear(sheet: Worksheet[N], value: N, law: str) -> N:
    """(value − minimum) / (maximum − minimum) within 0 and 1; `law` holds both goalposts."""
    minimum = sheet.law(f"{law}.minimum")
    maximum = sheet.law(f"{law}.maximum")
    return between_0_and_1((value - minimum) / (maximum - minimum))


def logarithmic(sheet: Worksheet[N], value: N, law: str) -> N:
    """ln(value / minimum) / ln(maximum / minimum) within 0 and 1, for money."""
    minimum = sheet.law(f"{law}.minimum")
    maximum = sheet.law(f"{law}.maximum")
    reached: N = ln(value / minimum)
    whole: N = ln(maximum / minimum)
    return between_0_and_1(reached / whole)


def between_0_and_1(index: N) -> N:
    """`index`, but no less than 0 and no more than 1."""
    clipped: N = clip(index, constant(index, Decimal(0)), constant(index, Decimal(1)))
    return clipped
