"""Tables in which each row names its whole way down: exports of SIPD, and simple tables.

Columns are taken block by block, each distinct code and amount is read once: a file of a million
lines is read without looking at each cell by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress, islice, repeat, zip_longest

from setara.domain.budget.reading.amounts import UNREAD, Amounts, Unread
from setara.domain.budget.reading.cells import Cells, Tidied, tidy
from setara.domain.budget.reading.codes import Code
from setara.domain.budget.reading.findings import Mend
from setara.domain.budget.reading.flat_caches import Agencies, Codes, Years
from setara.domain.budget.reading.flat_lines import ListedLines
from setara.domain.budget.reading.flat_rows import (
    ACCOUNT_NAMES,
    NAME_OF,
    FlatRows,
    RowJudge,
)
from setara.domain.budget.reading.flat_shape import shape_of
from setara.domain.budget.reading.heading import Heading
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.line import AgencyRef, Amount, Line
from setara.domain.budget.reading.roles import MONTHS, Role

_BLOCK = 20_000


class FlatReader:
    """Reads block after block; `rows` is what it made of them."""

    def __init__(self, heading: Heading, agency: AgencyRef, year: str) -> None:
        shape = shape_of(heading)
        self._places, self._shape = shape.places, shape
        self._agency, self._year = agency, year
        self._code_role, self._amount_role = shape.code_role, shape.amount_role
        self._name_role = shape.name_role
        self._tidied = Tidied()
        self._agencies, self._years = Agencies(), Years()
        self._codes = Codes(is_key=self._code_role is Role.KEY)
        self._accounts = Codes(is_key=False)
        self.rows = FlatRows()
        self.lines = ListedLines()
        self._judge = RowJudge(
            heading, self._code_role, self._amount_role, self._name_role, self.rows
        )

    def read(self, rows: Iterable[Cells], first: int) -> None:
        """Take in all rows, of which `first` is the number of the first."""
        width = max(self._places.values()) + 1
        iterator = iter(rows)
        while block := list(islice(iterator, _BLOCK)):
            self._read_block(_columns(block, width), first, block)
            first += len(block)

    def _read_block(
        self, columns: list[tuple[object, ...]], first: int, block: Sequence[Cells]
    ) -> None:
        raw_codes = columns[self._places[self._code_role]]
        if not self.rows.amounts:
            self._begin(columns, raw_codes)
        codes = list(map(self._codes.__getitem__, raw_codes))
        money = {
            role: column.column(columns[self._places[role]])
            for role, column in self.rows.amounts.items()
        }
        names = self._names(columns, len(raw_codes))
        self._keep_repairs(columns, first)
        keep = self._sound(block, first, codes, money, names)
        if keep is not None:
            codes = list(compress(codes, keep))
            money = {role: list(compress(values, keep)) for role, values in money.items()}
            names = list(compress(names, keep))
            columns = [tuple(compress(column, keep)) for column in columns]
            numbers: Sequence[int] = list(compress(range(first, first + len(block)), keep))
        else:
            numbers = range(first, first + len(block))
        self._keep(columns, numbers, codes, money, names)  # type: ignore[arg-type]

    def _begin(self, columns: list[tuple[object, ...]], raw_codes: Sequence[object]) -> None:
        self._codes.learn(raw_codes)
        for role in self._shape.money:
            self.rows.amounts[role] = Amounts(columns[self._places[role]], to_sen=True)

    def _names(self, columns: list[tuple[object, ...]], count: int) -> list[str]:
        if self._name_role is None:
            return [""] * count
        return list(map(self._tidied.__getitem__, columns[self._places[self._name_role]]))

    def _sound(
        self,
        block: Sequence[Cells],
        first: int,
        codes: list[Code | None],
        money: dict[Role, list[Amount | Unread | None]],
        names: list[str],
    ) -> list[bool] | None:
        """Which rows of the block are lines; None where all are, which is the quick way."""
        amounts = money[self._amount_role]
        doubtful = set(filter(self._judge.is_doubtful, set(codes)))
        is_sound = (
            not doubtful
            and None not in amounts
            and ("" not in names or self._name_role is None)
            and not any(UNREAD in values for values in money.values())
            and min(amounts) >= 0  # type: ignore[type-var,operator]
        )
        if is_sound:
            return None
        return [
            self._is_sound(codes[n] in doubtful, [v[n] for v in money.values()], amount, names[n])
            or self._judge.is_line(
                block[n], first + n, codes[n], {r: v[n] for r, v in money.items()}, names[n]
            )
            for n, amount in enumerate(amounts)
        ]

    def _is_sound(
        self,
        is_doubtful: bool,
        money: Sequence[Amount | Unread | None],
        amount: Amount | Unread | None,
        name: str,
    ) -> bool:
        """Whether nothing in a row asks for a closer look."""
        if is_doubtful or amount is None or UNREAD in money:
            return False
        return (bool(name) or self._name_role is None) and amount >= 0  # type: ignore[operator]

    def _keep(
        self,
        columns: list[tuple[object, ...]],
        numbers: Sequence[int],
        codes: list[Code],
        money: dict[Role, list[Amount | None]],
        names: list[str],
    ) -> None:
        """The rows of a block that are lines."""
        activities = [code.activity for code in codes]
        accounts, levels = self._accounts_of(columns, codes)
        months = [money[month] for month in MONTHS if month in money]
        years = self._years_of(columns, numbers)
        lines = list(
            map(
                Line._make,
                zip(
                    numbers,
                    levels,
                    activities,
                    accounts,
                    names,
                    money[self._amount_role],
                    self._agencies_of(columns),
                    self._money(money, Role.BEFORE),
                    self._money(money, Role.REALISED),
                    zip(*months, strict=True) if months else repeat(()),
                    self._texts(columns, Role.FUND_NAME),
                    years,
                    repeat(0),
                    self._texts(columns, Role.LOCATION),
                    strict=False,
                ),
            )
        )
        self.lines.lines += lines
        if Role.CASH_PLAN in money and self._amount_role is not Role.CASH_PLAN:
            self._keep_cash_plans(lines, money[Role.CASH_PLAN])
        self._keep_names(columns, numbers)

    def _accounts_of(
        self, columns: list[tuple[object, ...]], codes: list[Code]
    ) -> tuple[Iterable[str], Iterable[Level]]:
        if not self._shape.has_accounts:
            accounts = [code.account for code in codes]
            levels: Iterable[Level] = [code.level for code in codes]
        else:
            cells = columns[self._places[Role.ACCOUNT_CODE]]
            read = list(map(self._accounts.__getitem__, cells))
            accounts = [each.account if each else "" for each in read]
            levels = [each.level if each else self._shape.level for each in read]
        return accounts, repeat(Level.ITEM) if self._shape.has_items else levels

    def _agencies_of(self, columns: list[tuple[object, ...]]) -> Iterator[AgencyRef]:
        codes, names = self._shape.agency_places
        if codes is None and names is None:
            return repeat(self._agency)
        pairs = zip(
            columns[codes] if codes is not None else repeat(None),
            columns[names] if names is not None else repeat(None),
            strict=False,
        )
        return map(self._agencies.__getitem__, pairs)

    def _years_of(self, columns: list[tuple[object, ...]], numbers: Sequence[int]) -> Iterable[str]:
        place = self._places.get(Role.YEAR)
        if place is None:
            return repeat(self._year)
        years = list(map(self._years.__getitem__, columns[place]))
        for year in dict.fromkeys(years):
            if year and year not in self.rows.years:
                self.rows.years[year] = numbers[years.index(year)]
        return years

    def _money(self, money: dict[Role, list[Amount | None]], role: Role) -> Iterable[Amount | None]:
        return money[role] if role in money and role is not self._amount_role else repeat(None)

    def _texts(self, columns: list[tuple[object, ...]], role: Role) -> Iterable[str]:
        place = self._places.get(role)
        return repeat("") if place is None else map(self._tidied.__getitem__, columns[place])

    def _keep_cash_plans(self, lines: list[Line], plans: list[Amount | None]) -> None:
        self.lines.plans += [
            (line, plan)
            for line, plan in zip(lines, plans, strict=True)
            if plan is not None and (plan != line.amount or line.months)
        ]

    def _keep_names(self, columns: list[tuple[object, ...]], numbers: Sequence[int]) -> None:
        for code_role, name_role in (NAME_OF | ACCOUNT_NAMES).items():
            places = self._places.get(code_role), self._places.get(name_role)
            if places[0] is None or places[1] is None:
                continue
            codes = self._accounts if code_role in ACCOUNT_NAMES else self._codes
            # From the last to the first, so that the first row of each pair remains.
            pairs = zip(reversed(columns[places[0]]), reversed(columns[places[1]]), strict=True)
            for (cell, name), row in dict(zip(pairs, reversed(numbers), strict=True)).items():
                self.rows.named(codes[cell], row, name)

    def _keep_repairs(self, columns: list[tuple[object, ...]], first: int) -> None:
        """What was mended in codes and amounts of a block; nothing to do in most."""
        for role, codes in ((self._code_role, self._codes), (Role.ACCOUNT_CODE, self._accounts)):
            column = columns[self._places[role]] if role in self._places else ()
            mended = {
                cell: (code.mend, code.text)
                for cell in set(column)
                if (code := codes[cell]) and code.mend
            }
            self._keep_mended(column, mended, first)
        for role, amounts in self.rows.amounts.items():
            changed = {cell: (mend, str(amounts[cell])) for cell, mend in amounts.mended.items()}
            self._keep_mended(columns[self._places[role]], changed, first)

    def _keep_mended(
        self, column: Sequence[object], mended: dict[object, tuple[Mend, str]], first: int
    ) -> None:
        for row, cell in enumerate(column if mended else (), start=first):
            if cell in mended:
                mend, now = mended[cell]
                self.rows.mended(mend, row, tidy(cell), now)


def _columns(block: Sequence[Cells], width: int) -> list[tuple[object, ...]]:
    """The columns of a block, short rows filled up. Cost: 20 ns a cell."""
    if {len(cells) for cells in block} == {len(block[0])}:
        columns = list(zip(*block, strict=True))
    else:
        columns = list(zip_longest(*block))
    missing = width - len(columns)
    return list(chain(columns, repeat((None,) * len(block), max(missing, 0))))
