"""Which rows sum up which others: told by their depth, by words, and by the figures themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.understanding.levels import level_named
from setara.domain.statistics.understanding.rows import FIGURE_ROWS, ReadRow, RowKind
from setara.domain.statistics.understanding.structure import Structure

_FEWEST_SUMMED = 2
_FEWEST_FIGURES = 2


@dataclass(frozen=True, slots=True)
class Whole:
    """A row that sums others up, with the numbers of those rows."""

    number: int
    parts: tuple[int, ...]


def with_sums(
    rows: Sequence[ReadRow], structure: Structure
) -> tuple[tuple[ReadRow, ...], tuple[Whole, ...]]:
    """The rows with subtotals and totals told apart, and what each of these should be.

    Cost: a few looks at each row.
    """
    figures = [row for row in rows if row.kind in FIGURE_ROWS]
    if any(row.sex is not None or row.year is not None for row in figures):
        return tuple(rows), ()
    summing = _summing(structure)
    kinds = _by_closing_rows(figures, summing)
    if not kinds.parts:
        kinds = _by_depth(figures)
        if level_named(structure) is None and not _is_borne_out(figures, kinds, summing):
            kinds = _Kinds({})
            figures = [replace(row, depth=0) for row in figures]
    if not kinds.parts:
        kinds = _by_figures(figures, summing)
    changed = {row.number: row for row in _changed(figures, kinds, summing)}
    settled = tuple(changed.get(row.number, row) for row in rows)
    return settled, _wholes([row for row in settled if row.kind in FIGURE_ROWS])


@dataclass(slots=True)
class _Kinds:
    """The parent of each part, by number."""

    parts: dict[int, int]


def _summing(structure: Structure) -> tuple[int, ...]:
    return tuple(i for i, column in enumerate(structure.figures) if column.adds_up)


def _by_closing_rows(rows: Sequence[ReadRow], summing: tuple[int, ...]) -> _Kinds:
    """Several rows called “Jumlah”: each closes the rows since the one before it."""
    closing = [row for row in rows if row.kind is RowKind.TOTAL]
    if len(closing) < _FEWEST_SUMMED:
        return _Kinds({})
    parts: dict[int, int] = {}
    block: list[ReadRow] = []
    for row in rows:
        if row.kind is not RowKind.TOTAL:
            block.append(row)
            continue
        if row is not closing[-1] or _equals(row, block, summing):
            parts |= {each.number: row.number for each in block}
        block = []
    return _Kinds(parts)


def _by_depth(rows: Sequence[ReadRow]) -> _Kinds:
    """A row sums up the deeper rows behind it; before it, where the first row is a deep one."""
    data = [row for row in rows if row.kind is RowKind.DATA]
    if len({row.depth for row in data}) <= 1:
        return _Kinds({})
    is_below = data[0].depth > data[-1].depth and data[0].depth == max(r.depth for r in data)
    ordered = list(reversed(data)) if is_below else data
    parts: dict[int, int] = {}
    open_rows: list[ReadRow] = []
    for row in ordered:
        while open_rows and open_rows[-1].depth >= row.depth:
            open_rows.pop()
        if open_rows:
            parts[row.number] = open_rows[-1].number
        open_rows.append(row)
    return _Kinds(parts)


def _is_borne_out(rows: Sequence[ReadRow], kinds: _Kinds, summing: tuple[int, ...]) -> bool:
    """Whether one figure at least is the sum of those below it; of rates none needs to be."""
    by_number = {row.number: row for row in rows}
    below: dict[int, list[ReadRow]] = {}
    for part, whole in kinds.parts.items():
        below.setdefault(whole, []).append(by_number[part])
    values = [value for row in rows for i in summing if (value := amount(row.values[i]))]
    if not values or any(value != value.to_integral_value() for value in values):
        return True
    return any(
        sum(_vector(part, (index,))[0] for part in parts) == _vector(by_number[whole], (index,))[0]
        for whole, parts in below.items()
        for index in summing
    )


def _by_figures(rows: Sequence[ReadRow], summing: tuple[int, ...]) -> _Kinds:
    """Rows of one depth: each subtotal is the sum of the rows behind it, or of those before."""
    data = [row for row in rows if row.kind is RowKind.DATA]
    if len(summing) < _FEWEST_FIGURES:
        return _Kinds({})
    return _Kinds(_partition(data, summing) or _partition(list(reversed(data)), summing))


def _partition(data: Sequence[ReadRow], summing: tuple[int, ...]) -> dict[int, int]:
    """The whole of each part where wholes and parts take turns without remainder, else nothing.

    Cost: linear, because the running sums are looked up.
    """
    sums = [tuple(Decimal(0) for _ in summing)]
    for row in data:
        added = zip(sums[-1], _vector(row, summing), strict=True)
        sums.append(tuple(before + figure for before, figure in added))
    # The first place behind a row at which a sum is reached; zeros do not prolong a block.
    ends: dict[tuple[Decimal, ...], list[int]] = {}
    for index, reached in enumerate(sums):
        ends.setdefault(reached, []).append(index)
    parts: dict[int, int] = {}
    start = 0
    while start < len(data):
        vector = _vector(data[start], summing)
        wanted = tuple(b + f for b, f in zip(sums[start + 1], vector, strict=True))
        behind = ends.get(wanted, [])
        place = bisect_left(behind, start + 1 + _FEWEST_SUMMED)
        if not any(vector) or place == len(behind):
            return {}
        end = behind[place]
        parts |= {data[i].number: data[start].number for i in range(start + 1, end)}
        start = end
    return parts


def _vector(row: ReadRow, summing: tuple[int, ...]) -> tuple[Decimal, ...]:
    return tuple(amount(row.values[index]) or Decimal(0) for index in summing)


def amount(value: Value | None) -> Decimal | None:
    """What a figure adds to a sum: nothing that exists adds zero, nothing reported is unknown."""
    if isinstance(value, Decimal):
        return value
    return Decimal(0) if value is Nothing.NONE_EXISTS else None


def _changed(rows: Sequence[ReadRow], kinds: _Kinds, summing: tuple[int, ...]) -> list[ReadRow]:
    summed = set(kinds.parts.values())
    settled = []
    for row in rows:
        parent = kinds.parts.get(row.number)
        changed = replace(row, parent=parent) if parent else row
        if row.number in summed:
            changed = replace(changed, kind=RowKind.SUBTOTAL)
        settled.append(changed)
    return _with_total(settled, summing)


def _with_total(rows: list[ReadRow], summing: tuple[int, ...]) -> list[ReadRow]:
    """The one row above all others, or the first or last one that equals the sum of the rest."""
    if any(row.kind is RowKind.TOTAL for row in rows):
        return rows
    roots = [index for index, row in enumerate(rows) if row.parent is None]
    if len(roots) == 1 and rows[roots[0]].kind is RowKind.SUBTOTAL:
        return _as_total(rows, roots[0])
    for index in (roots[-1], roots[0]) if len(roots) > _FEWEST_SUMMED else ():
        others = [rows[i] for i in roots if i != index]
        is_outermost = all(rows[index].depth < other.depth for other in others)
        if is_outermost or _equals(rows[index], others, summing):
            return _as_total(rows, index)
    return rows


def _equals(whole: ReadRow, parts: Sequence[ReadRow], summing: tuple[int, ...]) -> bool:
    if not parts or not summing or not any(_vector(whole, summing)):
        return False
    vectors = [_vector(part, summing) for part in parts]
    return all(
        sum(column) == figure
        for column, figure in zip(zip(*vectors, strict=True), _vector(whole, summing), strict=True)
    )


def _as_total(rows: list[ReadRow], index: int) -> list[ReadRow]:
    number = rows[index].number
    changed = [replace(row, parent=None) if row.parent == number else row for row in rows]
    changed[index] = replace(rows[index], kind=RowKind.TOTAL, parent=None)
    return changed


def _wholes(rows: Sequence[ReadRow]) -> tuple[Whole, ...]:
    """What each subtotal and each total sums up; a total sums up the rows nothing else does."""
    parts: dict[int, list[int]] = {}
    roots: list[int] = []
    for row in rows:
        if row.kind is RowKind.TOTAL:
            continue
        if row.parent is None:
            roots.append(row.number)
        else:
            parts.setdefault(row.parent, []).append(row.number)
    found = [Whole(number, tuple(below)) for number, below in parts.items()]
    totals = [row.number for row in rows if row.kind is RowKind.TOTAL]
    if len(totals) == 1 and roots:
        found.append(Whole(totals[0], tuple(roots)))
    return tuple(sorted(found, key=lambda whole: whole.number))
