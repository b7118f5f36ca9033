"""The lines of the budget that pay for an action: ticked, matched again, never counted twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused

NOTHING = Rupiah(0)


@dataclass(frozen=True, slots=True)
class BudgetedLine:
    """One line of the sub kegiatan in the budget; `key` names it in any version of it."""

    key: str
    account: str
    account_name: str
    text: str
    amount: Rupiah
    row: int


@dataclass(frozen=True, slots=True)
class TickedLine:
    """A line of the budget that pays for an action, as it stands in the version `source` names.

    `wanted` is the part of it that the action takes, None for the whole line; `taken` what there
    is of that. A line that the version does not have any more stays, with nothing taken.
    """

    key: str
    account: str
    account_name: str
    text: str
    row: int
    source: str
    amount: Rupiah
    wanted: Rupiah | None = None
    taken: Rupiah = NOTHING
    is_found: bool = True

    @property
    def is_cut(self) -> bool:
        """Whether less is left of the line than the action takes of it."""
        return self.is_found and self.taken < (self.wanted or self.amount)


Budget = Mapping[str, BudgetedLine]
"""The lines of a sub kegiatan by their key."""
Money = Mapping[str, Rupiah]
"""What other GAPs take of each line, by its key."""


def allocated(
    ticks: Sequence[Sequence[TickedLine]], budget: Budget, source: str, elsewhere: Money
) -> tuple[tuple[TickedLine, ...], ...]:
    """The lines of each action as the budget has them, none counted beyond its amount.

    Lines are found again by account and words, exactly; an action that stands first is paid
    first. `elsewhere` is what other GAPs on the same sub kegiatan take.
    """
    left = {
        key: max(NOTHING, line.amount - elsewhere.get(key, NOTHING)) for key, line in budget.items()
    }
    return tuple(tuple(_paid(tick, budget, source, left) for tick in lines) for lines in ticks)


def _paid(tick: TickedLine, budget: Budget, source: str, left: dict[str, Rupiah]) -> TickedLine:
    line = budget.get(tick.key)
    if line is None:
        return replace(tick, taken=NOTHING, is_found=False)
    wanted = line.amount if tick.wanted is None else tick.wanted
    taken = min(wanted, left[tick.key])
    left[tick.key] -= taken
    return TickedLine(
        key=line.key,
        account=line.account,
        account_name=line.account_name,
        text=line.text,
        row=line.row,
        source=source,
        amount=line.amount,
        wanted=tick.wanted,
        taken=taken,
    )


def money_of(lines: Iterable[TickedLine]) -> Rupiah | None:
    """The money of an action; None where none of its lines is in the budget any more."""
    found = [line.taken for line in lines if line.is_found]
    return total(found) if found else None


def may_tick(line: BudgetedLine, wanted: Rupiah | None, others: Rupiah) -> Verdict:
    """Whether that much of the line is left beside what other actions take of it."""
    asked = line.amount if wanted is None else wanted
    if asked < NOTHING or (wanted is not None and asked == NOTHING):
        return refused(
            "“{text}”: bagian yang dipakai harus lebih dari nol. Hapus centangnya bila tidak "
            "dipakai.",
            "“{text}”: the part used must be more than nought. Take the tick away if it is not "
            "used.",
            text=line.text,
        )
    if asked + others <= line.amount:
        return ALLOWED
    return refused(
        "“{text}” hanya {amount}, dan {others} sudah dipakai aksi lain. Pakai paling banyak "
        "{left}, atau kurangi pada aksi lain.",
        "“{text}” is only {amount}, and {others} is used by other actions. Use {left} at most, "
        "or lower it there.",
        text=line.text,
        amount=line.amount,
        others=others,
        left=max(NOTHING, line.amount - others),
    )
