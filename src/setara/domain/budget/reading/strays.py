"""Rows of a book whose code belongs to another organisation than the head of the file names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from setara.domain.budget.reading.findings import Fault, ReadingFinding
from setara.domain.budget.reading.judging import found
from setara.domain.budget.reading.node import Node
from setara.domain.budget.reading.preamble import Preamble

_FEW = 0.1


def agency_findings(
    nodes: Sequence[Node], preamble: Preamble, organisation_of: Callable[[str], str]
) -> list[ReadingFinding]:
    """One finding for each organisation that is not the one the file is said to be of.

    Where all rows are of another one, the head is wrong; where few are, a part of their code was
    lost, or they were copied from another book. A head that names only the beginning of the code
    speaks of all that begin so.
    """
    stated = preamble.agency.code
    rows: dict[str, list[int]] = {}
    for node in nodes:
        if code := organisation_of(node.activity):
            rows.setdefault(code, []).append(node.row)
    strange = {code: at for code, at in rows.items() if not _is_alike(code, stated)}
    count = sum(map(len, rows.values()))
    is_head_wrong = len(strange) == len(rows) == 1
    if not stated or not (is_head_wrong or 0 < sum(map(len, strange.values())) <= count * _FEW):
        return []
    return [
        found(
            Fault.AGENCY_DIFFERS, at[0], rows=tuple(at[1:]), stated=stated, code=code, count=len(at)
        )
        for code, at in strange.items()
    ]


def _is_alike(one: str, other: str) -> bool:
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")
