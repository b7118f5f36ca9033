"""Columns of a budget while its blocks are read: the distinct values so far, the rows so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from setara.domain.budget.reading.amounts import Amounts, Unread
from setara.domain.budget.reading.line import Amount
from setara.formats.csv_blocks import Block, Column
from setara.formats.distinct_cells import Numbers, Whole
from setara.formats.line_columns import PLAIN, Coded, Money, joined

T = TypeVar("T")
_MOST_WHOLE = 2**53


class BlockBelow:
    """A block without the rows above the table, its columns taken once."""

    def __init__(self, block: Block, above: int) -> None:
        self._block, self._above = block, above
        self.first, self.count = block.first + above, block.count - above
        self._columns: dict[int, Column] = {}

    def column(self, place: int) -> Column:
        """The cells of a column."""
        if place not in self._columns:
            taken = self._block.column(place)
            self._columns[place] = Column(taken.codes[self._above :], taken.cells)
        return self._columns[place]

    def wholes(self, place: int) -> tuple[Whole, Whole]:
        """A column of whole numbers, and the rows in which something else stands."""
        values, others = self._block.wholes(place)
        return values[self._above :], others[others >= self._above] - self._above

    def row(self, number: int) -> list[str]:
        """The cells of one row, from 0."""
        return self._block.row(number + self._above)


@dataclass(slots=True)
class GrowingValues(Generic[T]):
    """The distinct values of a column over all blocks, and the parts of the column so far."""

    read: Callable[[Any], T]
    numbers: dict[T, int] = field(default_factory=dict)
    parts: list[Numbers] = field(default_factory=list)
    _known: dict[object, int] = field(default_factory=dict)

    def of(self, codes: Numbers, cells: Iterable[Any]) -> Numbers:
        """The numbers of the values the cells have."""
        known, numbers = self._known, self.numbers
        table = []
        for cell in cells:
            number = known.get(cell)
            if number is None:
                number = known[cell] = numbers.setdefault(self.read(cell), len(numbers))
            table.append(number)
        return np.array(table, np.int32)[codes]

    def of_all(self, count: int) -> Numbers:
        """The number of the one value all rows have."""
        return self.of(np.zeros(count, np.int32), (None,))

    def keep(self, codes: Numbers, keep: NDArray[np.bool_] | None) -> None:
        """Add the rows of a block that are lines, all of them for None."""
        self.parts.append(codes if keep is None else codes[keep])

    def coded(self) -> Coded[T]:
        """The whole column."""
        return Coded(joined(self.parts, np.int32), list(self.numbers))


@dataclass(slots=True)
class GrowingMoney:
    """A column of money over all blocks."""

    amounts: Amounts
    is_in_force: bool
    others: dict[object, int] = field(default_factory=dict)
    values: list[Amount | Unread | None] = field(default_factory=list)
    wholes: list[Whole] = field(default_factory=list)
    parts: list[Numbers] = field(default_factory=list)
    has_others: bool = False

    def of(self, block: BlockBelow, place: int) -> tuple[Money, NDArray[np.bool_]]:
        """The amounts of a block and the rows in doubt for them.

        What is not all digits is read cell by distinct cell. In doubt is what was not read; in the
        column in force also nothing, and less than nothing.
        """
        whole, rest = block.wholes(place)
        other = np.full(block.count, PLAIN, np.int32)
        doubted = np.zeros(block.count, np.bool_)
        if len(rest):
            column = block.column(place)
            met = column.codes[rest]
            wholes = np.zeros(len(column.cells), np.int64)
            numbers = np.full(len(column.cells), PLAIN, np.int32)
            in_doubt = np.zeros(len(column.cells), np.bool_)
            for code in np.unique(met).tolist():
                amount = self.amounts[column.cells[code]]
                in_doubt[code] = isinstance(amount, Unread) or (
                    self.is_in_force and (amount is None or amount < 0)
                )
                wholes[code], numbers[code] = self._held(column.cells[code], amount)
            whole[rest], other[rest], doubted[rest] = wholes[met], numbers[met], in_doubt[met]
        return Money(whole, other, self.values), doubted

    def _held(self, cell: object, amount: Amount | Unread | None) -> tuple[int, int]:
        if isinstance(amount, int) and abs(amount) < _MOST_WHOLE:
            return amount, PLAIN
        # A Decimal equals an int of its value, and None is no number: the cell tells them apart.
        if cell not in self.others:
            self.others[cell] = len(self.values)
            self.values.append(amount)
        return 0, self.others[cell]

    def keep(self, money: Money, keep: NDArray[np.bool_] | None) -> None:
        """Add the rows of a block that are lines, all of them for None."""
        other = money.other if money.other is not None else np.zeros(0, np.int32)
        self.wholes.append(money.whole if keep is None else money.whole[keep])
        self.parts.append(other if keep is None else other[keep])
        self.has_others = self.has_others or bool((self.parts[-1] != PLAIN).any())

    def money(self) -> Money:
        """The whole column."""
        other = joined(self.parts, np.int32) if self.has_others else None
        return Money(joined(self.wholes, np.int64), other, self.values)
