"""Rows of a flat table that are no plain lines: totals, subtotals, headings again, and faults."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from setara.domain.budget.reading.amounts import Amounts, Unread
from setara.domain.budget.reading.cells import Cells, folded, is_blank, tidy
from setara.domain.budget.reading.codes import Code
from setara.domain.budget.reading.findings import Fault, Mend, ReadingFinding, Repair, quoted
from setara.domain.budget.reading.heading import Heading, is_printed_again
from setara.domain.budget.reading.judging import found, rupiah
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.line import Amount, Line
from setara.domain.budget.reading.roles import Role
from setara.domain.budget.reading.tree import TOTAL_WORDS

# From the lowest level of activities to the highest: the first that is there is the line's.
CODE_ROLES = (Role.SUB_CODE, Role.ACTIVITY_CODE, Role.PROGRAM_CODE, Role.KEY)
NAME_OF = {
    Role.SUB_CODE: Role.SUB_NAME,
    Role.ACTIVITY_CODE: Role.ACTIVITY_NAME,
    Role.PROGRAM_CODE: Role.PROGRAM_NAME,
    Role.FIELD_CODE: Role.FIELD_NAME,
    Role.AFFAIR_CODE: Role.AFFAIR_NAME,
}
ACCOUNT_NAMES = {Role.ACCOUNT_CODE: Role.ACCOUNT_NAME}
LEVEL_OF = {
    Role.SUB_CODE: Level.SUB_ACTIVITY,
    Role.ACTIVITY_CODE: Level.ACTIVITY,
    Role.PROGRAM_CODE: Level.PROGRAM,
    Role.KEY: Level.SUB_ACTIVITY,
}
# A row that numbers the columns has a number where the codes are.
_COLUMN_NUMBER = re.compile(r"\d{1,2}(?:\s*=.*)?")
AMOUNT_ROLES = (Role.AMOUNT, Role.AFTER, Role.CASH_PLAN, Role.BEFORE)


@dataclass(slots=True)
class FlatRows:
    """What was read of a flat table."""

    upper: list[Line] = field(default_factory=list)
    totals: list[tuple[int, Amount]] = field(default_factory=list)
    findings: list[ReadingFinding] = field(default_factory=list)
    _repairs: dict[tuple[Mend, str], Repair] = field(default_factory=dict)
    _named: dict[tuple[Level, str], tuple[int, str]] = field(default_factory=dict)
    years: dict[str, int] = field(default_factory=dict)
    amounts: dict[Role, Amounts] = field(default_factory=dict)

    def mended(self, mend: Mend, row: int, was: str, now: str, times: int = 1) -> None:
        """Count a repair; the same one is told once, and blanks in codes once for the file.

        It is told at its first row, whatever the order they are counted in.
        """
        key = (mend, "" if mend is Mend.CODE_BLANKS else was)
        before = self._repairs.get(key)
        if before is None:
            self._repairs[key] = Repair(mend, row, was, now, times)
        elif before.row <= row:
            self._repairs[key] = replace(before, times=before.times + times)
        else:
            self._repairs[key] = Repair(mend, row, was, now, before.times + times)

    def named(self, code: Code | None, row: int, words: object) -> None:
        """Keep what a code is called; what its first row says counts."""
        if code is None:
            return
        key = code.level, code.activity or code.account
        if key not in self._named or row < self._named[key][0]:
            self._named[key] = row, tidy(words)

    @property
    def names(self) -> dict[tuple[Level, str], str]:
        """What each code of each level is called."""
        return {key: words for key, (_, words) in self._named.items()}

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """What was mended, in the order of rows."""
        return tuple(sorted(self._repairs.values(), key=lambda each: (each.row, each.mend.value)))


@dataclass(frozen=True, slots=True)
class RowJudge:
    """Looks at single rows; what it makes of them goes into `rows`."""

    heading: Heading
    code_role: Role
    amount_role: Role
    name_role: Role | None
    rows: FlatRows

    def is_doubtful(self, code: Code | None) -> bool:
        """Whether a row with that code has to be looked at by itself."""
        if code is None or not code.activity:
            return True
        return self._is_upper(code) or _COLUMN_NUMBER.fullmatch(code.text) is not None

    def is_line(
        self,
        cells: Cells,
        row: int,
        code: Code | None,
        money: dict[Role, Amount | Unread | None],
        name: str,
    ) -> bool:
        """Whether a row is a line; what is wrong with one that is none is found."""
        amount = money[self.amount_role]
        raw = self._cell(cells, self.code_role)
        if is_blank(cells) or is_printed_again(cells, self.heading):
            return False
        if not tidy(raw) and any(TOTAL_WORDS.match(folded(cell)) for cell in cells):
            self._keep_total(row, amount)
            return False
        if code is not None and self._is_upper(code):
            self._keep_upper(row, code, name, amount)
            if amount is not None:
                self._find_amounts(row, cells, money)
            return False
        if not (code and code.activity) and self._is_prose(raw, money):
            return False
        before = len(self.rows.findings)
        if code is None or not code.activity:
            self._find_code(row, raw, amount)
        if not name and self.name_role is not None:
            self._find(Fault.MISSING_NAME, row, self.name_role)
        self._find_amounts(row, cells, money)
        return len(self.rows.findings) == before

    def _is_prose(self, raw: object, money: dict[Role, Amount | Unread | None]) -> bool:
        """Signatures and remarks: no amount, and nothing like a code where the code stands."""
        has_money = any(value is not None for value in money.values())
        return not has_money and not tidy(raw)[:1].isdigit()

    def _is_upper(self, code: Code) -> bool:
        lowest = LEVEL_OF[self.code_role]
        order = (Level.AFFAIR, Level.FIELD, Level.PROGRAM, Level.ACTIVITY, Level.SUB_ACTIVITY)
        return not code.account and code.level in order[: order.index(lowest)]

    def _find_code(self, row: int, raw: object, amount: Amount | Unread | None) -> None:
        if tidy(raw):
            self._find(Fault.BAD_CODE, row, self.code_role, code=quoted(tidy(raw)))
        else:
            money = 0 if amount is None or isinstance(amount, Unread) else amount
            self._find(Fault.MISSING_CODE, row, self.code_role, amount=rupiah(money))

    def _find_amounts(
        self, row: int, cells: Cells, money: dict[Role, Amount | Unread | None]
    ) -> None:
        for role, value in money.items():
            if isinstance(value, Unread):
                self._find(Fault.BAD_AMOUNT, row, role, cell=quoted(tidy(self._cell(cells, role))))
        amount = money[self.amount_role]
        if amount is None:
            self._find(Fault.MISSING_AMOUNT, row, self.amount_role)
        elif not isinstance(amount, Unread) and amount < 0:
            self._find(Fault.NEGATIVE, row, self.amount_role, amount=rupiah(amount))

    def _keep_total(self, row: int, amount: Amount | Unread | None) -> None:
        if amount is None or isinstance(amount, Unread):
            self._find(Fault.TOTAL_UNREAD, row, self.amount_role)
        else:
            self.rows.totals.append((row, amount))

    def _keep_upper(self, row: int, code: Code, name: str, amount: Amount | Unread | None) -> None:
        stated = None if isinstance(amount, Unread) else amount
        self.rows.upper.append(Line(row, code.level, code.activity, "", name, stated))

    def _find(self, fault: Fault, row: int, role: Role, **values: object) -> None:
        self.rows.findings.append(found(fault, row, self.heading.places[role], rows=(), **values))

    def _cell(self, cells: Cells, role: Role) -> object:
        place = self.heading.places[role]
        return cells[place] if place < len(cells) else None
