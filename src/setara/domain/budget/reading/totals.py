"""What a book adds up to: by level, by account, and against the totals it states itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from setara.domain.budget.reading.cells import folded
from setara.domain.budget.reading.findings import Fault, ReadingFinding
from setara.domain.budget.reading.judging import found, rupiah
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.line import Amount, added
from setara.domain.budget.reading.node import Node
from setara.domain.budget.reading.reading import LevelTotal
from setara.domain.budget.reading.sums import is_near

EXPENDITURE = "5"
_INCOME, _FINANCING = "4", "6"
_SHORT = 1
_DECIDED = (Level.SUB_ACTIVITY, Level.ACTIVITY, Level.PROGRAM)
_NEVER_ADDED = frozenset({Level.TOTAL, Level.AGENCY})


def is_expenditure(node: Node) -> bool:
    """Whether the money of a row is spent: an account under 5, or an activity."""
    return not node.account or node.account[0] not in {_INCOME, _FINANCING}


def stated_total(nodes: Sequence[Node]) -> Amount:
    """The expenditure of a book: its akun 5, else its kelompok, else its highest rows."""
    roots = [n for n in nodes if n.parent is None and n.level not in _NEVER_ADDED]
    spent = [n for n in roots if is_expenditure(n)]
    for chosen in (
        [n for n in spent if n.account == EXPENDITURE],
        [n for n in spent if n.account.startswith(EXPENDITURE)],
        [n for n in spent if n.children],
        _highest(spent),
    ):
        if any(n.amount is not None for n in chosen):
            return _sum(chosen)
    return 0


def _highest(nodes: Sequence[Node]) -> list[Node]:
    """Those of the highest level that has money: urusan and bidang side by side are one sum."""
    order = list(Level)
    paid = [node for node in nodes if node.amount]
    top = min((order.index(node.level) for node in paid), default=0)
    return [node for node in paid if order.index(node.level) == top]


def level_totals(nodes: Sequence[Node]) -> tuple[LevelTotal, ...]:
    """Rows and money of each level, expenditure only."""
    by_level: dict[Level, list[Node]] = {}
    for node in nodes:
        if node.level is not Level.TOTAL and is_expenditure(node):
            by_level.setdefault(node.level, []).append(node)
    return tuple(
        LevelTotal(level, len(by_level[level]), _sum(by_level[level]), _realised(by_level[level]))
        for level in Level
        if level in by_level
    )


def _sum(nodes: Iterable[Node]) -> Amount:
    return added(node.amount or 0 for node in nodes)


def _realised(nodes: Sequence[Node]) -> Amount | None:
    known = [node.realised for node in nodes if node.realised is not None]
    return added(known) if known else None


def account_totals(nodes: Sequence[Node]) -> Mapping[str, Amount]:
    """Akun and kelompok with their amounts; what speaks of the whole agency goes first."""
    totals: dict[str, list[Node]] = {}
    for node in nodes:
        if node.account and node.account.count(".") <= _SHORT and node.amount is not None:
            totals.setdefault(node.account, []).append(node)
    return {
        account: _sum([n for n in found_here if n.is_agency_wide] or found_here)
        for account, found_here in sorted(totals.items())
    }


def total_findings(nodes: Sequence[Node], place: int) -> list[ReadingFinding]:
    """Rows called Jumlah or Surplus held against what they are the total of."""
    findings = []
    accounts = account_totals(nodes)
    spent = stated_total(nodes)
    for node in nodes:
        if node.level is not Level.TOTAL or node.amount is None:
            continue
        expected = _expected(folded(node.name), accounts, spent)
        if expected is None or is_near(_size(node.amount), _size(expected), 2):
            continue
        fault = Fault.TOTAL_DIFFERS
        if expected and is_near(node.amount, expected * 2, 2):
            fault = Fault.SUBTOTAL_TWICE
        findings.append(
            found(fault, node.row, place, stated=rupiah(node.amount), added=rupiah(expected))
        )
    return findings


def _expected(words: str, accounts: Mapping[str, Amount], spent: Amount) -> Amount | None:
    """What a total ought to be; None where it cannot be known."""
    if "defisit" in words:
        # Books without income state their expenditure as the deficit.
        return accounts.get(_INCOME, 0) - spent if spent else None
    if words.startswith("pembiayaan net"):
        return _net(accounts)
    if "pendapatan" in words:
        return accounts.get(_INCOME)
    if "belanja" in words and "langsung" not in words:
        return spent or None
    if words in {
        "jumlah",
        "total",
        "grand total",
        "jumlah total",
        "total anggaran",
        "jumlah anggaran",
    }:
        return spent or None
    return None


def _net(accounts: Mapping[str, Amount]) -> Amount | None:
    """What financing brings in (6.1) less what it pays out (6.2)."""
    brought = accounts.get(f"{_FINANCING}.1")
    return None if brought is None else brought - accounts.get(f"{_FINANCING}.2", 0)


def _size(amount: Amount) -> Amount:
    return -amount if amount < 0 else amount


def planning_level(levels: Iterable[Level]) -> Level | None:
    """The lowest level of activities there is: budgets are decided by it, not by urusan alone."""
    there = set(levels)
    return next((level for level in _DECIDED if level in there), None)
