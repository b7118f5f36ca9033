"""The lines of a flat table as its judgement needs them, whatever they are held in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from setara.domain.budget.reading.line import Amount, Line


class FlatLines(Protocol):
    """All lines, and those that a check has to look at; each in the order of rows.

    What a check is given may be more than what is wrong, never less: so lines held in columns
    are looked through as columns, and only what stands out is made into lines.
    """

    def __len__(self) -> int: ...

    def kept(self) -> Sequence[Line]:
        """Every line."""

    def summed(self) -> Iterable[tuple[Line, int]]:
        """Lines that add up to all of them, with how many each stands for.

        Lines of one agency, activity and account may be one: the first, with the money of all.
        """

    def maybe_twice(self) -> Iterable[Line]:
        """Lines whose agency, activity, account and fund may stand there more than once."""

    def maybe_overspent(self) -> Iterable[Line]:
        """Lines whose realisation may be above their amount."""

    def cash_plans(self) -> Iterable[tuple[Line, Amount]]:
        """Lines whose yearly cash plan may be another than their months or their amount."""


@dataclass(slots=True)
class ListedLines:
    """Lines held one by one: every check is given all of them."""

    lines: list[Line] = field(default_factory=list)
    plans: list[tuple[Line, Amount]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.lines)

    def kept(self) -> Sequence[Line]:
        """Every line."""
        return tuple(self.lines)

    def summed(self) -> Iterable[tuple[Line, int]]:
        """Each line stands for itself."""
        return ((line, 1) for line in self.lines)

    def maybe_twice(self) -> Iterable[Line]:
        """Every line."""
        return self.lines

    def maybe_overspent(self) -> Iterable[Line]:
        """Every line."""
        return self.lines

    def cash_plans(self) -> Iterable[tuple[Line, Amount]]:
        """Lines with a cash plan that is not simply their amount."""
        return self.plans
