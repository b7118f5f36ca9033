"""Flat tables judged as a whole: doubles, totals, months, years; added up by level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from setara.domain.budget.reading.cells import Cells, letter
from setara.domain.budget.reading.family import Family, flat_family
from setara.domain.budget.reading.findings import Fault, ReadingFinding
from setara.domain.budget.reading.flat import FlatReader
from setara.domain.budget.reading.flat_lines import FlatLines, is_spent
from setara.domain.budget.reading.flat_rows import AMOUNT_ROLES, FlatRows
from setara.domain.budget.reading.heading import Heading
from setara.domain.budget.reading.judging import found, rupiah
from setara.domain.budget.reading.level import ACTIVITY_LEVELS, Level, account_level
from setara.domain.budget.reading.line import AgencyRef, Amount, Line, added
from setara.domain.budget.reading.preamble import Preamble
from setara.domain.budget.reading.reading import BudgetReading, LevelTotal
from setara.domain.budget.reading.roles import Role
from setara.domain.budget.reading.sums import is_near
from setara.domain.budget.reading.tree import style_findings

_PARTS = {
    Level.AFFAIR: 1,
    Level.FIELD: 2,
    Level.PROGRAM: 3,
    Level.ACTIVITY: 5,
    Level.SUB_ACTIVITY: 6,
}


def read_table(
    rows: Iterable[Cells], heading: Heading, preamble: Preamble, first: int
) -> BudgetReading:
    """The table below a heading, `first` the number of its first row.

    Cost: about 3 µs a row where nothing is wrong.
    """
    reader = FlatReader(heading, preamble.agency, preamble.year)
    reader.read(rows, first)
    return judged_table(reader.rows, reader.lines, heading, preamble)


def judged_table(
    read: FlatRows, lines: FlatLines, heading: Heading, preamble: Preamble
) -> BudgetReading:
    """What the rows and lines of a flat table make, judged as a whole."""
    family = flat_family(heading)
    kept = lines.kept()
    sums = _Sums(lines)
    years = tuple(read.years) or ((preamble.year,) if preamble.year else ())
    return BudgetReading(
        family=family,
        heading_rows=tuple(range(heading.first + 1, heading.last + 2)),
        columns=heading.columns,
        styles={},
        title=preamble.title,
        region=preamble.region,
        year=years[0] if len(years) == 1 else "",
        years=years,
        agencies=tuple(sums.agencies),
        lines=kept,
        activities=() if Role.KEY in heading.places else sums.activities(read.names),
        totals=sums.levels(kept),
        accounts=sums.accounts(),
        amount=sums.amount,
        realised=sums.realised,
        findings=tuple(_judged(read, lines, heading, sums)),
        repairs=(),
        names=read.names,
    ).with_repairs(
        (*preamble.repairs, *read.repairs),
        {letter(heading.places[role]): column.style for role, column in read.amounts.items()},
    )


@dataclass(slots=True)
class _Sum:
    """Money of one activity of one agency, with the line where it first stands."""

    first: Line
    amount: Amount
    realised: Amount | None
    before: Amount | None


class _Sums:
    """Money by agency and activity, and by account."""

    def __init__(self, lines: FlatLines) -> None:
        self._by_activity: dict[tuple[AgencyRef, str], _Sum] = {}
        self._by_account: dict[str, Amount] = {}
        for line in lines.spent():
            self._add(line)
        for account, amount in lines.by_account():
            self._by_account[account] = self._by_account.get(account, 0) + amount
        sums = self._by_activity.values()
        self.agencies = list(dict.fromkeys(a for a, _ in self._by_activity if any(a)))
        self.amount: Amount = added(each.amount for each in sums)
        known = [each.realised for each in sums if each.realised is not None]
        self.realised: Amount | None = added(known) if known else None

    def _add(self, line: Line) -> None:
        key = (line.agency, line.activity)
        kept = self._by_activity.get(key)
        if kept is None:
            self._by_activity[key] = _Sum(line, line.amount or 0, line.realised, line.before)
            return
        kept.amount += line.amount or 0
        if line.realised is not None:
            kept.realised = (kept.realised or 0) + line.realised
        if line.before is not None:
            kept.before = (kept.before or 0) + line.before

    def activities(self, names: Mapping[tuple[Level, str], str]) -> tuple[Line, ...]:
        """One line for each activity of each agency, at the row where it first stands."""
        found_here = []
        for (_, activity), each in self._by_activity.items():
            level = _level_of(activity)
            found_here.append(
                each.first._replace(
                    level=level,
                    account="",
                    name=names.get((level, activity), each.first.name),
                    amount=each.amount,
                    realised=each.realised,
                    before=each.before,
                    months=(),
                )
            )
        return tuple(found_here)

    def levels(self, lines: Sequence[Line]) -> tuple[LevelTotal, ...]:
        """Codes and money of each level; every level of activities has all of the money."""
        totals = []
        activities = {activity for _, activity in self._by_activity}
        for level in ACTIVITY_LEVELS:
            codes = {c for a in activities if (c := above(a, level))}
            if codes:
                totals.append(LevelTotal(level, len(codes), self.amount, self.realised))
        spent = [a for a in self._by_account if is_spent(a)]
        for level in dict.fromkeys(account_level(account) for account in spent):
            accounts = [a for a in spent if account_level(a) is level]
            money = added(self._by_account[a] for a in accounts)
            totals.append(LevelTotal(level, len(accounts), money))
        if lines and lines[0].level is Level.ITEM:
            totals.append(LevelTotal(Level.ITEM, len(lines), self.amount, self.realised))
        return tuple(totals)

    def accounts(self) -> dict[str, Amount]:
        """Akun and kelompok with what their accounts add up to."""
        totals: dict[str, Amount] = {}
        for account, amount in self._by_account.items():
            parts = account.split(".")
            for length in (1, 2):
                if len(parts) >= length:
                    key = ".".join(parts[:length])
                    totals[key] = totals.get(key, 0) + amount
        return dict(sorted(totals.items()))


def _level_of(activity: str) -> Level:
    parts = activity.count(".") + 1
    return next((level for level, count in _PARTS.items() if count == parts), Level.SUB_ACTIVITY)


def above(activity: str, level: Level) -> str:
    """The code of a level within an activity code, empty where it does not reach so far."""
    parts = activity.split(".")
    is_code = len(parts) in _PARTS.values()
    needed = _PARTS[level]
    if not is_code:
        return activity if level is Level.SUB_ACTIVITY else ""
    return ".".join(parts[:needed]) if len(parts) >= needed else ""


def _judged(
    read: FlatRows, lines: FlatLines, heading: Heading, sums: _Sums
) -> list[ReadingFinding]:
    count = len(lines.kept())
    family = flat_family(heading)
    places = heading.places
    money = next(places[role] for role in AMOUNT_ROLES if role in places)
    findings = [*read.findings, *style_findings(read.amounts, heading)]
    if not count and not findings:
        findings.append(found(Fault.NO_LINES, heading.last + 1))
    findings += _uppers(read, lines, heading)
    findings += _totals(read, money, sums.amount, count)
    if Role.ACCOUNT_CODE not in places and family in {Family.SIMPLE, Family.SIPD_API_ACTIVITIES}:
        findings += _doubles(lines.maybe_twice(), heading)
    if len(read.years) > 1:
        findings.append(
            found(
                Fault.TWO_YEARS,
                list(read.years.values())[1],
                places[Role.YEAR],
                years=", ".join(read.years),
            )
        )
    if Role.CASH_PLAN in places:
        findings += _cash_plans(lines, places[Role.CASH_PLAN])
    if Role.REALISED in places:
        findings += _overspent(lines, places[Role.REALISED])
    return findings


def _overspent(lines: FlatLines, place: int) -> list[ReadingFinding]:
    return [
        found(
            Fault.OVERSPENT,
            line.row,
            place,
            realised=rupiah(line.realised),
            amount=rupiah(line.amount),
        )
        for line in lines.maybe_overspent()
        if line.realised is not None and line.amount is not None and line.realised > line.amount
    ]


def _doubles(lines: Iterable[Line], heading: Heading) -> list[ReadingFinding]:
    first: dict[tuple[AgencyRef, str, str, str], int] = {}
    place = heading.code_places[0] if heading.code_places else 0
    findings = []
    for line in lines:
        row = first.setdefault((line.agency, line.activity, line.account, line.fund), line.row)
        if row != line.row:
            findings.append(
                found(Fault.DUPLICATE, line.row, place, rows=(row,), code=line.code, row=str(row))
            )
    return findings


def _uppers(read: FlatRows, lines: FlatLines, heading: Heading) -> list[ReadingFinding]:
    """Rows of a program or kegiatan in between: subtotals where they are sums, wrong codes else."""
    findings = []
    place = heading.code_places[0] if heading.code_places else 0
    below = _below(lines) if read.upper else {}
    for upper in read.upper:
        count, money = below.get(upper.activity, (0, 0))
        if count and (upper.amount is None or is_near(money, upper.amount, count)):
            continue
        findings.append(
            found(
                Fault.UPPER_CODE,
                upper.row,
                place,
                code=upper.activity,
                level=upper.level.label,
            )
        )
    return findings


def _below(lines: FlatLines) -> dict[str, tuple[int, Amount]]:
    """How many lines stand below each code, and their money."""
    below: dict[str, tuple[int, Amount]] = {}
    for activity, count, amount in lines.by_activity():
        above = activity.rpartition(".")[0]
        while above:
            before, money = below.get(above, (0, 0))
            below[above] = before + count, money + amount
            above = above.rpartition(".")[0]
    return below


def _totals(read: FlatRows, place: int, whole: Amount, count: int) -> list[ReadingFinding]:
    """Stated totals; told only where nothing else is wrong, for then they cannot fit."""
    if read.findings:
        return []
    subtotals = added(upper.amount or 0 for upper in read.upper)
    findings = []
    for row, stated in read.totals:
        if is_near(stated, whole, max(count, 1)) or len(read.totals) > 1:
            continue
        doubled = {whole * 2, whole + subtotals} - {whole}
        fault = Fault.SUBTOTAL_TWICE if stated in doubled else Fault.TOTAL_DIFFERS
        findings.append(found(fault, row, place, stated=rupiah(stated), added=rupiah(whole)))
    return findings


def _cash_plans(lines: FlatLines, place: int) -> list[ReadingFinding]:
    findings = []
    for line, plan in lines.cash_plans():
        months = [each for each in line.months if each is not None]
        planned = added(months) if months else (line.amount or 0)
        if not is_near(planned, plan, len(months) + 1):
            findings.append(
                found(
                    Fault.MONTHS_DIFFER,
                    line.row,
                    place,
                    stated=rupiah(plan),
                    added=rupiah(planned),
                )
            )
    return findings
