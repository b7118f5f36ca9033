"""Rupiah by what became of the disparity they stand beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from setara.domain.budget.outcome import OutcomeVerdict
from setara.domain.foundation.money import Rupiah, total


@dataclass(frozen=True, slots=True)
class OutcomeMoney:
    """One statement: its verdict, its budget, and what was spent; None where it is not known."""

    verdict: OutcomeVerdict
    budget: Rupiah | None
    spent: Rupiah | None


@dataclass(frozen=True, slots=True)
class VerdictTotal:
    """The statements of one verdict and their money; `unspent` have no known realisation."""

    verdict: OutcomeVerdict
    statements: int
    budget: Rupiah
    spent: Rupiah
    unspent: int


def by_verdict(lines: Iterable[OutcomeMoney]) -> tuple[VerdictTotal, ...]:
    """One total for every verdict, in their order, with those that have none."""
    every = list(lines)
    return tuple(_total(verdict, every) for verdict in OutcomeVerdict)


def _total(verdict: OutcomeVerdict, every: list[OutcomeMoney]) -> VerdictTotal:
    own = [line for line in every if line.verdict is verdict]
    spent = [line.spent for line in own if line.spent is not None]
    return VerdictTotal(
        verdict,
        len(own),
        total(line.budget for line in own if line.budget is not None),
        total(spent),
        len(own) - len(spent),
    )
