"""What changed within a sub-activity between two versions: by line, and by account."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from setara.domain.budget.differences import Change
from setara.domain.budget.reading.line import Amount
from setara.domain.budget.tagging.parts import PartLine


@dataclass(frozen=True, slots=True)
class PartDifference:
    """One line in two versions; a new one has no `before`, a gone one no `after`."""

    before: PartLine | None
    after: PartLine | None

    @property
    def change(self) -> Change:
        """What became of it. A line is known by account and words, so none is renamed or moved."""
        if self.before is None:
            return Change.NEW
        if self.after is None:
            return Change.GONE
        return Change.SAME if self.amount == 0 else Change.CHANGED

    @property
    def shown(self) -> PartLine | None:
        """The line as it is now, or as it was where it is gone."""
        return self.after or self.before

    @property
    def amount(self) -> Amount:
        """How much more money there is now, in rupiah to the sen."""
        return _money(self.after) - _money(self.before)


@dataclass(frozen=True, slots=True)
class AccountDifference:
    """The money at one account of the sub-activity in both versions."""

    account: str
    name: str
    before: Amount
    after: Amount

    @property
    def amount(self) -> Amount:
        """How much more money there is now."""
        return self.after - self.before


def part_differences(
    before: Sequence[PartLine], after: Sequence[PartLine]
) -> tuple[PartDifference, ...]:
    """Every line of either version: those of the later one in their order, then what is gone.

    The differences add up to that of the sums of both.
    """
    was = {line.key: line for line in before}
    now = {line.key for line in after}
    return (
        *(PartDifference(was.get(line.key), line) for line in after),
        *(PartDifference(line, None) for line in before if line.key not in now),
    )


def by_account(found: Iterable[PartDifference]) -> tuple[AccountDifference, ...]:
    """The same money by account, in the order of the codes; lines without one stand first."""
    sums: dict[str, tuple[str, Amount, Amount]] = {}
    for each in found:
        shown = each.shown
        if shown is None:
            continue
        name, before, after = sums.get(shown.account, (shown.account_name, 0, 0))
        sums[shown.account] = (name, before + _money(each.before), after + _money(each.after))
    return tuple(AccountDifference(account, *money) for account, money in sorted(sums.items()))


def _money(line: PartLine | None) -> Amount:
    return line.amount if line else 0
