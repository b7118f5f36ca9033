"""Budget lines held as columns of numbers: a line is made only where somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from setara.domain.budget.reading.amounts import Unread
from setara.domain.budget.reading.flat_lines import is_spent
from setara.domain.budget.reading.leaves import group_of, lowest
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.line import AgencyRef, Amount, Line, sen_of
from setara.domain.budget.reading.roles import MONTHS, Role
from setara.formats.distinct_cells import Distinct, Numbers, Whole, distinct

T = TypeVar("T")
U = TypeVar("U")
_AT_ONCE = 20_000
_MOST_SUM = 2**62
_SEN = 100
_CODED = ("level", "activity", "account", "name", "agency", "fund", "year", "location")
PLAIN = -1


@dataclass(frozen=True, slots=True)
class Coded(Generic[T]):
    """A column: for each row the number of its value. `values` are distinct."""

    codes: Numbers
    values: Sequence[T]

    def mapped(self, read: Callable[[T], U]) -> Coded[U]:
        """The column of what each value becomes; what becomes the same is one value."""
        numbers: dict[U, int] = {}
        table = [numbers.setdefault(read(value), len(numbers)) for value in self.values]
        return Coded(np.array(table, np.int32)[self.codes], list(numbers))

    def spread(self) -> NDArray[Any]:
        """The value of every row."""
        values = np.empty(len(self.values), object)
        values[:] = self.values
        return values[self.codes]

    def met(self) -> list[int]:
        """The numbers of the values that are there, in the order they are first met."""
        met = self.codes[distinct(self.codes.astype(np.uint64)).firsts]
        return [int(code) for code in met]

    def at(self, rows: Whole) -> list[T]:
        """The values of some rows."""
        values = self.values
        return [values[code] for code in self.codes[rows].tolist()]


@dataclass(frozen=True, slots=True)
class Money:
    """A column of amounts: whole rupiah, and what is none by its number in `others`.

    `other` is PLAIN where `whole` counts; None where it does in every row.
    """

    whole: Whole
    other: Numbers | None
    others: Sequence[Amount | Unread | None]

    def at(self, rows: Whole) -> list[Any]:
        """The amounts of some rows, None for none."""
        values: list[Any] = self.whole[rows].tolist()
        if self.other is not None:
            picked = self.other[rows]
            for place in np.flatnonzero(picked != PLAIN).tolist():
                values[place] = self.others[int(picked[place])]
        return values

    def is_odd(self) -> NDArray[np.bool_]:
        """The rows that hold something else than a whole number or nothing."""
        if self.other is None:
            return np.zeros(len(self.whole), np.bool_)
        is_something = np.array([each is not None for each in self.others] + [False])
        return is_something[self.other]

    def is_there(self) -> NDArray[np.bool_]:
        """The rows that hold an amount."""
        if self.other is None:
            return np.ones(len(self.whole), np.bool_)
        return np.array([each is not None for each in self.others] + [True])[self.other]

    def sen(self) -> tuple[Whole, NDArray[np.bool_]]:
        """The amounts in sen, and which of them are known."""
        sen = self.whole * _SEN
        odd = np.flatnonzero(self.is_odd())
        sen[odd] = [sen_of(amount) for amount in self.at(odd)]
        return sen, self.is_there()

    def picked(self, rows: Whole) -> Money:
        """The amounts of some rows."""
        other = None if self.other is None else self.other[rows]
        return Money(self.whole[rows], other, self.others)

    def sums(self, groups: Numbers, count: int) -> list[Any]:
        """The amounts of each group added up; nothing counts as 0."""
        sums: list[Any]
        largest = max(int(self.whole.max(initial=0)), -int(self.whole.min(initial=0)))
        if largest * max(len(self.whole), 1) < _MOST_SUM:
            added = np.zeros(count, np.int64)
            np.add.at(added, groups, self.whole)
            sums = added.tolist()
        else:
            sums = [0] * count
            for group, amount in zip(groups.tolist(), self.whole.tolist(), strict=True):
                sums[group] += amount
        odd = np.flatnonzero(self.is_odd())
        for group, amount in zip(groups[odd].tolist(), self.at(odd), strict=True):
            sums[group] += amount
        return sums


@dataclass(frozen=True, slots=True, eq=False)
class LineColumns(Sequence[Line]):
    """Lines as columns, in the order of rows; as a sequence each is made when it is asked for.

    `money` has the columns of amounts the file has, `amount_role` the one that is in force.
    """

    rows: Whole
    level: Coded[Level]
    activity: Coded[str]
    account: Coded[str]
    name: Coded[str]
    agency: Coded[AgencyRef]
    fund: Coded[str]
    year: Coded[str]
    location: Coded[str]
    money: Mapping[Role, Money]
    amount_role: Role

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | Sequence[Line]:
        if isinstance(place, slice):
            return tuple(self.lines(np.arange(len(self))[place]))
        (line,) = self.lines(np.array([range(len(self))[place]]))
        return line

    def __iter__(self) -> Iterator[Line]:
        for start in range(0, len(self), _AT_ONCE):
            yield from self.lines(np.arange(start, min(start + _AT_ONCE, len(self))))

    @property
    def amount(self) -> Money:
        """The amounts in force."""
        return self.money[self.amount_role]

    @property
    def before(self) -> Money | None:
        """The amounts before a change, where the file has them beside those in force."""
        return None if self.amount_role is Role.BEFORE else self.money.get(Role.BEFORE)

    @property
    def realised(self) -> Money | None:
        """What was spent, where the file says it."""
        return self.money.get(Role.REALISED)

    def lines(self, picked: Whole) -> Iterator[Line]:
        """The lines of some rows, numbered from 0. Cost: 1 µs a line."""
        months = [self.money[month].at(picked) for month in MONTHS if month in self.money]
        nothing = [None] * len(picked)
        return map(
            Line._make,
            zip(
                self.rows[picked].tolist(),
                self.level.at(picked),
                self.activity.at(picked),
                self.account.at(picked),
                self.name.at(picked),
                self.amount.at(picked),
                self.agency.at(picked),
                self.before.at(picked) if self.before else nothing,
                self.realised.at(picked) if self.realised else nothing,
                zip(*months, strict=True) if months else [()] * len(picked),
                self.fund.at(picked),
                self.year.at(picked),
                [0] * len(picked),
                self.location.at(picked),
                strict=True,
            ),
        )

    def kept(self) -> Sequence[Line]:
        """Every line, made when it is looked at."""
        return self

    def lowest(self) -> LineColumns:
        """The lines no part of whose money is in another of them, as `leaves.lowest` says.

        It tells them by level, activity and kelompok: it is asked once for each of these.
        """
        kinds = _pairs(
            _pairs(self.level.codes, self.activity.codes).codes,
            self.account.mapped(group_of).codes,
        )
        asked = list(self.lines(kinds.firsts))
        rows = {line.row for line in lowest(asked)}
        is_lowest = np.array([line.row in rows for line in asked], np.bool_)
        return self if is_lowest.all() else self.picked(np.flatnonzero(is_lowest[kinds.codes]))

    def picked(self, rows: Whole) -> LineColumns:
        """Some of the lines."""
        columns = {
            name: replace(column, codes=column.codes[rows])
            for name in _CODED
            for column in [getattr(self, name)]
        }
        money = {role: column.picked(rows) for role, column in self.money.items()}
        return replace(self, rows=self.rows[rows], money=money, **columns)

    def spent(self) -> Iterator[Line]:
        """For each agency and activity its first line of expenditure, with the money of all."""
        table = np.array([is_spent(account) for account in self.account.values], np.bool_)
        rows = np.flatnonzero(table[self.account.codes]) if len(self) else np.arange(0)
        group = _pairs(self.agency.codes[rows], self.activity.codes[rows])
        count = len(group.firsts)
        amounts, before, realised = (
            self._sums(money, rows, group.codes, count)
            for money in (self.amount, self.before, self.realised)
        )
        firsts = self.lines(rows[group.firsts])
        for line, amount, was, spent in zip(firsts, amounts, before, realised, strict=True):
            yield line._replace(amount=amount, before=was, realised=spent)

    def _sums(self, money: Money | None, rows: Whole, groups: Numbers, count: int) -> list[Any]:
        """The money of each group, None where none of its rows has any."""
        if money is None:
            return [None] * count
        picked = money if len(rows) == len(self) else money.picked(rows)
        there = np.bincount(groups, weights=picked.is_there(), minlength=count)
        sums = picked.sums(groups, count)
        return [each if known else None for each, known in zip(sums, there.tolist(), strict=True)]

    def by_account(self) -> Iterator[tuple[str, Amount]]:
        """Each account with its money, in the order they are first met."""
        sums = self.amount.sums(self.account.codes, len(self.account.values))
        for code in self.account.met():
            if self.account.values[code]:
                yield self.account.values[code], sums[code]

    def by_activity(self) -> Iterator[tuple[str, int, Amount]]:
        """Each activity with its lines and their money."""
        count = len(self.activity.values)
        lines = np.bincount(self.activity.codes, minlength=count).tolist()
        sums = self.amount.sums(self.activity.codes, count)
        return zip(self.activity.values, lines, sums, strict=True)

    def maybe_twice(self) -> Iterator[Line]:
        """Lines that share agency, activity, account and fund with another."""
        codes = self.agency.codes
        for column in (self.activity, self.account, self.fund):
            codes = _pairs(codes, column.codes).codes
        return self.lines(np.flatnonzero(np.bincount(codes)[codes] > 1))

    def maybe_overspent(self) -> Iterator[Line]:
        """Lines whose realisation is above their amount, or that hold sen."""
        if self.realised is None:
            return iter(())
        odd = self.realised.is_odd() | self.amount.is_odd()
        return self.lines(np.flatnonzero((self.realised.whole > self.amount.whole) | odd))

    def cash_plans(self) -> Iterator[tuple[Line, Amount]]:
        """Lines whose cash plan is not the sum of their months, or else their amount."""
        plan = self.money.get(Role.CASH_PLAN)
        if plan is None or self.amount_role is Role.CASH_PLAN:
            return iter(())
        months = [self.money[month] for month in MONTHS if month in self.money]
        planned, has_months = np.zeros(len(self), np.int64), np.zeros(len(self), np.bool_)
        odd = plan.is_odd() | self.amount.is_odd()
        for month in months:
            planned = planned + month.whole
            has_months |= month.is_there()
            odd |= month.is_odd()
        planned = np.where(has_months, planned, self.amount.whole)
        rows = np.flatnonzero(plan.is_there() & (odd | (planned != plan.whole)))
        return zip(self.lines(rows), plan.at(rows), strict=True)


def _pairs(one: Numbers, other: Numbers) -> Distinct:
    """Pairs of numbers, numbered in the order they are first met."""
    return distinct((one.astype(np.uint64) << np.uint64(32)) | other.astype(np.uint64))


def nothing_known(count: int) -> tuple[Whole, NDArray[np.bool_]]:
    """The sen of a column the file does not have."""
    return np.zeros(count, np.int64), np.zeros(count, np.bool_)


def joined(parts: Iterable[NDArray[Any]], kind: type) -> NDArray[Any]:
    """Blocks of a column as one; none at all are an empty column."""
    held = list(parts)
    return np.concatenate(held) if held else np.zeros(0, kind)
