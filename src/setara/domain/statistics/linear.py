"""Exact linear programming over rational numbers, for systems of a few dozen unknowns."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Number = int | Fraction


class Polytope:
    """All x ≥ 0 with A·x = b, as a tableau; made feasible once, then asked many times.

    Raises ValueError where there is no such x. Pivots follow Bland's rule, which cannot cycle.
    Cost: m·n multiplications a pivot; whole numbers stay whole as long as pivots are ±1, as
    they are in tables of two dimensions.
    """

    def __init__(self, matrix: Sequence[Sequence[int]], right: Sequence[int]) -> None:
        width = len(matrix[0]) if matrix else 0
        self._width = width
        self._rows: list[list[Number]] = []
        self._basis: list[int] = []
        height = len(matrix)
        for place, (row, value) in enumerate(zip(matrix, right, strict=True)):
            sign = -1 if value < 0 else 1
            signed = list[Number]()
            signed.extend(sign * each for each in row)
            signed.extend(int(place == each) for each in range(height))
            signed.append(sign * value)
            self._rows.append(signed)
            self._basis.append(width + place)
        self._make_feasible(height)

    def least(self, unknown: int) -> Number:
        """The smallest value of one unknown."""
        found = self._minimised(unknown, 1)
        return 0 if found is None else found

    def most(self, unknown: int) -> Number | None:
        """The largest value of one unknown; None where there is no bound."""
        found = self._minimised(unknown, -1)
        return None if found is None else -found

    def _make_feasible(self, helpers: int) -> None:
        """Drive the helping unknowns to zero, out of the basis, and away."""
        cost = list[Number]([0] * self._width + [1] * helpers)
        if self._run(cost) != 0:
            message = "the equations have no solution"
            raise ValueError(message)
        for place in reversed(range(len(self._rows))):
            if self._basis[place] < self._width:
                continue
            row = self._rows[place]
            column = next((at for at in range(self._width) if row[at]), None)
            if column is None:
                # The equation follows from the others.
                del self._rows[place], self._basis[place]
            else:
                self._pivot(place, column)
        self._rows = [[*row[: self._width], row[-1]] for row in self._rows]

    def _minimised(self, unknown: int, sign: int) -> Number | None:
        cost: list[Number] = [0] * self._width
        cost[unknown] = sign
        return self._run(cost)

    def _run(self, cost: list[Number]) -> Number | None:
        """The smallest value of cost·x; None where it has no bound."""
        priced = self._priced(cost)
        while True:
            column = next((at for at in range(len(priced) - 1) if priced[at] < 0), None)
            if column is None:
                return -priced[-1]
            place = self._leaving(column)
            if place is None:
                return None
            self._pivot(place, column)
            factor = priced[column]
            row = self._rows[place]
            priced = [ours - factor * theirs for ours, theirs in zip(priced, row, strict=True)]

    def _priced(self, cost: list[Number]) -> list[Number]:
        """The cost of bringing each unknown in, and minus the cost as it is."""
        priced = [*cost, 0]
        for place, basic in enumerate(self._basis):
            if factor := priced[basic]:
                row = self._rows[place]
                priced = [ours - factor * theirs for ours, theirs in zip(priced, row, strict=True)]
        return priced

    def _leaving(self, column: int) -> int | None:
        best: tuple[Number, int, int] | None = None
        for place, row in enumerate(self._rows):
            if row[column] > 0:
                ratio = _divided(row[-1], row[column])
                here = (ratio, self._basis[place], place)
                best = here if best is None or here < best else best
        return None if best is None else best[2]

    def _pivot(self, place: int, column: int) -> None:
        head = self._rows[place][column]
        if head != 1:
            self._rows[place] = [_divided(each, head) for each in self._rows[place]]
        pivot_row = self._rows[place]
        filled = [at for at, each in enumerate(pivot_row) if each]
        for other, row in enumerate(self._rows):
            factor = row[column]
            if other != place and factor:
                for at in filled:
                    row[at] -= factor * pivot_row[at]
        self._basis[place] = column


def _divided(above: Number, below: Number) -> Number:
    """The exact quotient, a whole number where it is one."""
    if below in {1, -1}:
        return above * below
    quotient = Fraction(above) / Fraction(below)
    return quotient.numerator if quotient.denominator == 1 else quotient
