"""The lowest lines of a book that have money: those whose sums the other lines are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from setara.domain.budget.reading.level import ACTIVITY_LEVELS, Level
from setara.domain.budget.reading.line import Line

_NEVER = frozenset({Level.TOTAL, Level.AGENCY, Level.ITEM_GROUP})
_OF_ACTIVITIES = frozenset(ACTIVITY_LEVELS)
_GROUP_PARTS = 2


def lowest(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines no part of whose money is in another of them.

    A line counts where no line below it has an amount. Old books print the accounts of a whole
    agency before its activities: of a kelompok that activities have too, only theirs count.
    """
    paid = [line for line in lines if line.level not in _NEVER and _has_money(line)]
    rows, codes = _above_money(lines, paid), _codes_above(paid)
    found = [
        line
        for line in paid
        if line.row not in rows and (line.account or line.activity not in codes)
    ]
    wide = [line for line in found if line.account and not line.activity]
    if not wide or len(wide) == len(found):
        return tuple(found)
    told = {group_of(line.account) for line in found if line.account and line.activity}
    if any(line.level in _OF_ACTIVITIES for line in found):
        # Kegiatan without accounts of their own are belanja langsung.
        told.add("5.2")
    return tuple(
        line
        for line in found
        if line.activity or not line.account or group_of(line.account) not in told
    )


def _has_money(line: Line) -> bool:
    return line.amount is not None or line.realised is not None


def _above_money(lines: Iterable[Line], paid: Sequence[Line]) -> set[int]:
    """The rows with money somewhere below them."""
    parent_of = {line.row: line.parent for line in lines if line.parent}
    above: set[int] = set()
    for line in paid:
        row = line.parent
        while row and row not in above:
            above.add(row)
            row = parent_of.get(row, 0)
    return above


def _codes_above(paid: Iterable[Line]) -> set[str]:
    """The codes of activities whose money is told by lines below, by lower code or by account."""
    above: set[str] = set()
    for activity, has_account in {(line.activity, bool(line.account)) for line in paid}:
        parts = activity.split(".")
        above |= {".".join(parts[:end]) for end in range(1, len(parts))}
        if has_account and activity:
            above.add(activity)
    return above


def group_of(account: str) -> str:
    """The kelompok of an account: `5.1`."""
    return ".".join(account.split(".")[:_GROUP_PARTS])
