"""The attack on published tables: between which bounds a hidden count must lie."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

from setara.domain.statistics.additive import (
    Equation,
    Key,
    Tables,
    components,
    equations,
    solution,
)
from setara.domain.statistics.linear import Polytope

MOST_UNKNOWNS = 400
"""Beyond so many unknowns that hang together nothing is computed, and nothing counts as proven."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an attacker can prove of a hidden count; `most` is None where there is no bound.

    `is_exact` is False where the bounds are only known to be at least this wide.
    """

    least: int
    most: int | None
    is_exact: bool = True

    @property
    def width(self) -> int | None:
        """How far apart they are; None for no upper bound."""
        return None if self.most is None else self.most - self.least

    def is_narrower_than(self, width: int) -> bool:
        """Whether fewer than `width` steps lie between them."""
        return self.most is not None and self.most - self.least < width


UNPROVEN = Bounds(0, 0, is_exact=False)
"""Stands for a cell in a system too large to solve: it is treated as recovered."""


def bounds_of(tables: Tables, hidden: Collection[Key]) -> dict[Key, Bounds]:
    """The exact bounds of each hidden cell. Cost: two linear programs a cell.

    The attacker knows every cell that is shown, how cells add up, and that counts are whole and
    not negative. He does not know which cells were hidden for being small.
    """
    found: dict[Key, Bounds] = {key: Bounds(0, None) for key in hidden}
    for group in components(equations(tables, hidden)):
        found |= {key: bounds for key, bounds in _solved(group).items() if key in found}
    return found


def recoverable(
    tables: Tables, hidden: Collection[Key], widths: Mapping[Key, int]
) -> dict[Key, Bounds]:
    """The hidden cells whose bounds are narrower than their width, with these bounds.

    Cheaper than `bounds_of`: a cell that is seen to move far enough in one direction along which
    all equations still hold needs no linear program.
    """
    true = solution(tables, hidden)
    found: dict[Key, Bounds] = {}
    for group in components(equations(tables, hidden)):
        keys = [key for key in _unknowns(group) if key in widths]
        free = _seen_to_move(group, true)
        doubtful = [key for key in keys if free.get(key, 0) < widths[key]]
        if doubtful:
            solved = _solved(group, doubtful)
            found |= {k: b for k, b in solved.items() if b.is_narrower_than(widths[k])}
    return found


def _unknowns(group: Sequence[Equation]) -> list[Key]:
    return list(dict.fromkeys(key for equation in group for key, _ in equation.signs))


def _solved(group: Sequence[Equation], wanted: Iterable[Key] | None = None) -> dict[Key, Bounds]:
    keys = _unknowns(group)
    asked = keys if wanted is None else list(wanted)
    if len(keys) > MOST_UNKNOWNS:
        return dict.fromkeys(asked, UNPROVEN)
    place = {key: at for at, key in enumerate(keys)}
    polytope = Polytope(_matrix(group, place), [equation.value for equation in group])
    found = {}
    for key in asked:
        most = polytope.most(place[key])
        least = ceil(polytope.least(place[key]))
        found[key] = Bounds(least, None if most is None else floor(most))
    return found


def _matrix(group: Sequence[Equation], place: Mapping[Key, int]) -> list[list[int]]:
    rows = []
    for equation in group:
        row = [0] * len(place)
        for key, sign in equation.signs:
            row[place[key]] += sign
        rows.append(row)
    return rows


def _seen_to_move(group: Sequence[Equation], true: Mapping[Key, int]) -> dict[Key, int]:
    """How far each cell is seen to move between two whole solutions on a line through the truth.

    The lines are those along which one free unknown changes and the dependent ones follow.
    """
    keys = _unknowns(group)
    place = {key: at for at, key in enumerate(keys)}
    rows, pivots = _reduced(_matrix(group, place))
    values = [true[key] for key in keys]
    moved: dict[Key, int] = {}
    for free in sorted(set(range(len(keys))) - set(pivots)):
        direction = {free: 1}
        for row, pivot in zip(rows, pivots, strict=True):
            if row[free]:
                direction[pivot] = -row[free]
        steps = _steps(direction, values)
        for at, change in direction.items():
            moved[keys[at]] = max(moved.get(keys[at], 0), abs(change) * steps)
    return moved


def _steps(direction: Mapping[int, int], values: Sequence[int]) -> int:
    """How many whole steps fit on the line before a count would be negative, both ways."""
    forth = min((values[at] // -by for at, by in direction.items() if by < 0), default=10**9)
    back = min((values[at] // by for at, by in direction.items() if by > 0), default=10**9)
    return forth + back


def _reduced(matrix: list[list[int]]) -> tuple[list[list[int]], list[int]]:
    """Gauss-Jordan with pivots of ±1 only, so that all stays whole.

    Where a row has none, no unknown is called free: its cells are left to the linear program.
    """
    rows = [list(row) for row in matrix]
    done: list[list[int]] = []
    pivots: list[int] = []
    while rows:
        row = rows.pop()
        for pivot_row, pivot in zip(done, pivots, strict=True):
            if factor := row[pivot]:
                row = [ours - factor * theirs for ours, theirs in zip(row, pivot_row, strict=True)]
        column = next((at for at, each in enumerate(row) if each in {1, -1}), None)
        if column is None:
            if any(row):
                return [], list(range(len(row)))
            continue
        row = [each * row[column] for each in row]
        done = [
            [ours - earlier[column] * theirs for ours, theirs in zip(earlier, row, strict=True)]
            for earlier in done
        ]
        done.append(row)
        pivots.append(column)
    return done, pivots
