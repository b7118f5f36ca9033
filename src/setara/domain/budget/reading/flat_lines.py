"""The lines of a flat table as its judgement needs them, whatever they are held in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from setara.domain.budget.reading.line import Amount, Line

_NOT_SPENT = frozenset("46")


class FlatLines(Protocol):
    """All lines, and those that a check has to look at; each in the order of rows.

    What a check is given may be more than what is wrong, never less: so lines held in columns
    are looked through as columns, and only what stands out is made into lines.
    """

    def kept(self) -> Sequence[Line]:
        """Every line."""

    def spent(self) -> Iterable[Line]:
        """Lines that are expenditure.

        Those of one agency and activity may be one: the first, with the money of all.
        """

    def by_account(self) -> Iterable[tuple[str, Amount]]:
        """Accounts with their money, in the order they are met; one may come more than once."""

    def by_activity(self) -> Iterable[tuple[str, int, Amount]]:
        """Activities with a number of lines and their money; one may come more than once."""

    def maybe_twice(self) -> Iterable[Line]:
        """Lines whose agency, activity, account and fund may stand there more than once."""

    def maybe_overspent(self) -> Iterable[Line]:
        """Lines whose realisation may be above their amount."""

    def cash_plans(self) -> Iterable[tuple[Line, Amount]]:
        """Lines whose yearly cash plan may be another than their months or their amount."""


def is_spent(account: str) -> bool:
    """Whether an account is expenditure: neither income (4) nor financing (6); so is none."""
    return not account or account[0] not in _NOT_SPENT


@dataclass(slots=True)
class ListedLines:
    """Lines held one by one: every check is given all of them."""

    lines: list[Line] = field(default_factory=list)
    plans: list[tuple[Line, Amount]] = field(default_factory=list)

    def kept(self) -> Sequence[Line]:
        """Every line."""
        return tuple(self.lines)

    def spent(self) -> Iterable[Line]:
        """Each line that is expenditure."""
        return (line for line in self.lines if is_spent(line.account))

    def by_account(self) -> Iterable[tuple[str, Amount]]:
        """Each line that has an account."""
        return ((line.account, line.amount or 0) for line in self.lines if line.account)

    def by_activity(self) -> Iterable[tuple[str, int, Amount]]:
        """Each line stands for itself."""
        return ((line.activity, 1, line.amount or 0) for line in self.lines)

    def maybe_twice(self) -> Iterable[Line]:
        """Every line."""
        return self.lines

    def maybe_overspent(self) -> Iterable[Line]:
        """Every line."""
        return self.lines

    def cash_plans(self) -> Iterable[tuple[Line, Amount]]:
        """Lines with a cash plan that is not simply their amount."""
        return self.plans
