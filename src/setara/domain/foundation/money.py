"""Rupiah: whole numbers only, because budgets have no cents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from setara.domain.language.text import Language, spoken


@dataclass(frozen=True, slots=True, order=True)
class Rupiah:
    """An amount in whole rupiah; negative where a change takes away."""

    amount: int

    def __add__(self, other: Rupiah) -> Rupiah:
        return Rupiah(self.amount + other.amount)

    def __sub__(self, other: Rupiah) -> Rupiah:
        return Rupiah(self.amount - other.amount)

    def say(self, language: Language) -> str:
        """`Rp1.234.567`, no blank after the sign (EYD V); English groups with commas."""
        sign = "−" if self.amount < 0 else ""
        return f"{sign}Rp{spoken(abs(self.amount), language)}"


def total(amounts: Iterable[Rupiah]) -> Rupiah:
    """The sum; nothing sums to Rp0."""
    return Rupiah(sum(amount.amount for amount in amounts))
