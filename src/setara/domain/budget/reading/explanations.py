"""Amounts held against the explanation beside them: `12 bln x 1.500.000,00 = 18.000.000,00`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from setara.domain.budget.reading.findings import Fault, ReadingFinding
from setara.domain.budget.reading.judging import found, rupiah
from setara.domain.budget.reading.line import Amount, plain
from setara.domain.budget.reading.node import Node

# Only what is written with sen is sure to be rupiah, not a count of sheets.
_RESULT = re.compile(
    r"=\s*(?:Rp\.?\s*)?(\d{1,3}(?:\.\d{3})*,\d{2}|\d{1,3}(?:,\d{3})*\.\d{2})(?!\d)"
)
_FACTORS = (10, 100, 1000)
_FEWEST = 3
_SHARE = Decimal("0.5")


@dataclass(slots=True)
class _Compared:
    """How many lines were held against their explanation, and those that are a power of ten off."""

    count: int = 0
    agreeing: int = 0
    off: dict[int, list[tuple[Node, Amount]]] = field(default_factory=dict)


def explanation_findings(nodes: Sequence[Node], place: int) -> list[ReadingFinding]:
    """One finding for the file where amounts are a power of ten times their explanations.

    At least three lines and half of all that have an explanation must agree on the power. Cost:
    linear in the text of the explanations.
    """
    compared = _compared(nodes)
    if not compared.off:
        return []
    factor, lines = max(compared.off.items(), key=lambda each: len(each[1]))
    count = len(lines)
    if count < _FEWEST or count < compared.count * _SHARE or compared.agreeing > count:
        return []
    node, explained = lines[0]
    return [
        found(
            Fault.TIMES_HUNDRED,
            node.row,
            place,
            rows=tuple(each.row for each, _ in lines),
            count=count,
            compared=compared.count,
            factor=factor,
            row=str(node.row),
            amount=rupiah(node.amount or 0),
            explained=rupiah(explained),
        )
    ]


def _compared(nodes: Sequence[Node]) -> _Compared:
    compared = _Compared()
    for node in nodes:
        explained = explained_of(node)
        if explained is None or not node.amount or node.children:
            continue
        compared.count += 1
        compared.agreeing += node.amount == explained
        factor = next((f for f in _FACTORS if node.amount == explained * f), 0)
        if factor:
            compared.off.setdefault(factor, []).append((node, explained))
    return compared


def explained_of(node: Node) -> Amount | None:
    """The sum of the results in an explanation, None where it states none."""
    results = [_amount(text) for note in node.notes for text in _RESULT.findall(note)]
    total = sum(results, Decimal(0))
    return plain(total) if total else None


def _amount(text: str) -> Decimal:
    whole, sen = text[:-3], text[-2:]
    return Decimal(f"{re.sub(r'[.,]', '', whole)}.{sen}")
