"""Whether each line of a book is the sum of the lines it is made of, and what would make it so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from setara.domain.budget.reading.findings import Fault, ReadingFinding, quoted
from setara.domain.budget.reading.judging import found, rupiah
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.line import Amount, added, plain
from setara.domain.budget.reading.node import Node

_FINANCING = "6"
_FACTORS = (1, 10, 100)
_ZEROS = (10, 100, 1000)
_MOST_CHILDREN_TRIED = 14
_MOST_WRONG = 3
_HALF = Decimal("0.5")

AmountOf = Callable[[Node], Amount | None]


def sum_findings(nodes: Sequence[Node], place: int, amount_of: AmountOf) -> list[ReadingFinding]:
    """What does not add up in one column of amounts, at `place` from 0.

    A line without lines below it is not judged, and neither is one some of whose lines have no
    amount. Sen are forgiven to half a rupiah a line. Cost: linear in the lines; where a sum is
    wrong, at most some hundred ways of setting lost decimal marks are tried.
    """
    mended: dict[int, Amount] = {}
    findings: list[ReadingFinding] = []
    for node in nodes:
        if node.children:
            findings += _judged(node, place, amount_of, mended)
    return findings


def _judged(
    node: Node, place: int, amount_of: AmountOf, mended: dict[int, Amount]
) -> Iterator[ReadingFinding]:
    stated = amount_of(node)
    children = [child for child in node.children if child.level is not Level.TOTAL]
    parts = [amount_of(child) for child in children]
    known = [part for part in parts if part is not None]
    if stated is None or not known or len(known) < len(parts):
        return
    sum_of_parts = sum_of(node, children, known)
    if is_near(sum_of_parts, stated, len(known)):
        return
    if node.account == _FINANCING and is_near(added(known), stated, len(known)):
        return
    larger = [c for c, part in zip(children, known, strict=True) if part > stated > 0]
    if node.account != _FINANCING:
        for child in larger:
            yield _larger(child, node, place, amount_of)
    fault, lost = _lost_digits(node, children, known, mended.get(node.row, stated))
    for child, was, fitting in lost:
        mended[child.row] = fitting
        yield _lost(fault, child, place, was, fitting)
    if not larger and not lost:
        yield _not_sum(node, children, place, stated, sum_of_parts)


def _lost(fault: Fault, node: Node, place: int, was: Amount, fitting: Amount) -> ReadingFinding:
    return found(
        fault,
        node.row,
        place,
        code=node.code,
        name=quoted(node.name),
        amount=rupiah(was),
        fitting=rupiah(fitting),
    )


def _not_sum(
    node: Node, children: Sequence[Node], place: int, stated: Amount, sum_of_parts: Amount
) -> ReadingFinding:
    return found(
        Fault.PARENT_NOT_SUM,
        node.row,
        place,
        rows=tuple(child.row for child in children),
        code=node.code,
        name=quoted(node.name),
        stated=rupiah(stated),
        added=rupiah(sum_of_parts),
    )


def _larger(child: Node, parent: Node, place: int, amount_of: AmountOf) -> ReadingFinding:
    return found(
        Fault.CHILD_LARGER,
        child.row,
        place,
        rows=(parent.row,),
        code=child.code,
        name=quoted(child.name),
        amount=rupiah(amount_of(child) or 0),
        parent=str(parent.row),
        limit=rupiah(amount_of(parent) or 0),
    )


def sum_of(node: Node, children: Sequence[Node], parts: Sequence[Amount]) -> Amount:
    """The sum; financing is what comes in (6.1) less what goes out (6.2)."""
    if node.account != _FINANCING:
        return added(parts)
    return added(
        -part if child.account.endswith(".2") else part
        for child, part in zip(children, parts, strict=True)
    )


def is_near(one: Amount, other: Amount, parts: int) -> bool:
    """Whether two sums differ by no more than what rounding their parts explains."""
    difference = Decimal(one) - Decimal(other)
    return abs(difference) <= _HALF * parts


def _lost_digits(
    node: Node, children: Sequence[Node], parts: Sequence[Amount], stated: Amount
) -> tuple[Fault, list[tuple[Node, Amount, Amount]]]:
    lost = _lost_marks(node, children, parts, stated)
    if lost:
        return Fault.LOST_DECIMAL, lost
    return Fault.LOST_ZEROS, _lost_zeros(node, children, parts, stated)


def _lost_marks(
    node: Node, children: Sequence[Node], parts: Sequence[Amount], stated: Amount
) -> list[tuple[Node, Amount, Amount]]:
    """The fewest lines that, divided by 10 or 100, make the sum fit to the sen; none if none do.

    `1234567.89` becomes 123456789 when its mark is lost, `1234567.8` becomes 12345678. The sum
    itself may have lost its mark too.
    """
    if len(children) > _MOST_CHILDREN_TRIED or node.account == _FINANCING:
        return []
    for factor in _FACTORS:
        target = Decimal(stated) / factor
        fitting = _fitting(parts, target)
        if fitting:
            own = [(node, stated, plain(target))] if factor > 1 else []
            return own + [(children[n], parts[n], value) for n, value in fitting.items()]
    return []


def _fitting(parts: Sequence[Amount], target: Decimal) -> dict[int, Amount]:
    """Which parts to divide, with what they become, so that the sum is `target`.

    Dividing takes away what stands too much: looked for are the fewest that take away exactly
    the surplus. Cost: 2 ms where nothing fits.
    """
    surplus = sum(map(Decimal, parts), Decimal(0)) - target
    if surplus <= 0:
        return {}
    tried = [
        (n, Decimal(part) / factor, Decimal(part) - Decimal(part) / factor)
        for n, part in enumerate(parts)
        if part and part == int(part)
        for factor in _FACTORS[1:]
    ]
    for wrong in range(1, _MOST_WRONG + 1):
        for chosen in combinations(tried, wrong):
            if sum(taken for _, _, taken in chosen) == surplus:
                fitting = {n: plain(value) for n, value, _ in chosen}
                if len(fitting) == wrong:
                    return fitting
    return {}


def _lost_zeros(
    node: Node, children: Sequence[Node], parts: Sequence[Amount], stated: Amount
) -> list[tuple[Node, Amount, Amount]]:
    """The one line that, times 10, 100 or 1000, makes the sum fit; none if none or several do.

    A spreadsheet takes `600.000` for 600 and `57.500` for 57.5.
    """
    if node.account == _FINANCING:
        return []
    missing = Decimal(stated) - sum(map(Decimal, parts), Decimal(0))
    fitting = [
        (child, part, plain(Decimal(part) * factor))
        for child, part in zip(children, parts, strict=True)
        if part > 0
        for factor in _ZEROS
        if Decimal(part) * (factor - 1) == missing
    ]
    return fitting if len(fitting) == 1 else []


def change_findings(nodes: Sequence[Node], place: int) -> list[ReadingFinding]:
    """Where the column of changes is not after minus before."""
    findings = []
    for node in nodes:
        if node.change is None or node.amount is None or node.before is None:
            continue
        difference = node.amount - node.before
        if not is_near(difference, node.change, 2):
            findings.append(
                found(
                    Fault.CHANGE_DIFFERS,
                    node.row,
                    place,
                    stated=rupiah(node.change),
                    added=rupiah(difference),
                )
            )
    return findings
