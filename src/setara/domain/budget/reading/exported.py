"""Our own export read back: nothing is guessed, so that what comes back is what was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import NamedTuple

from setara.domain.budget.reading.amounts import Amounts, NumberStyle, Unread
from setara.domain.budget.reading.cells import Cells, Tidied, is_blank, letter, tidy
from setara.domain.budget.reading.family import Family
from setara.domain.budget.reading.findings import Fault, ReadingFinding, quoted
from setara.domain.budget.reading.flat_caches import Agencies, Years
from setara.domain.budget.reading.heading import ColumnRead
from setara.domain.budget.reading.judging import found, rupiah
from setara.domain.budget.reading.level import Level, account_level
from setara.domain.budget.reading.line import AgencyRef, Amount, Line, added
from setara.domain.budget.reading.reading import BudgetReading, LevelTotal
from setara.domain.budget.reading.roles import Role
from setara.domain.budget.reading.sums import is_near


class ExportedRow(NamedTuple):
    """One row of the export, in the order of its columns.

    A row is one of the lowest lines of the budget; the first of a sub kegiatan also has the sub
    kegiatan's own stated money in the last two columns, so that each column of money can be
    added up. A sub kegiatan without lines below it has a row with these two alone.
    """

    year: object
    stage: object
    agency: object
    agency_name: object
    affair: object
    affair_name: object
    affair_field: object
    affair_field_name: object
    program: object
    program_name: object
    upper: object
    upper_name: object
    activity: object
    name: object
    account: object
    account_name: object
    text: object
    fund: object
    location: object
    before: object
    amount: object
    realised: object
    stated: object
    stated_realised: object


# The words are the law's and those of SIPD; a file has to be readable whatever the language.
COLUMNS: tuple[tuple[str, Role], ...] = (
    ("Tahun", Role.YEAR),
    ("Tahap", Role.IGNORED),
    ("Kode SKPD", Role.AGENCY_CODE),
    ("Nama SKPD", Role.AGENCY_NAME),
    ("Kode Urusan", Role.AFFAIR_CODE),
    ("Nama Urusan", Role.AFFAIR_NAME),
    ("Kode Bidang Urusan", Role.FIELD_CODE),
    ("Nama Bidang Urusan", Role.FIELD_NAME),
    ("Kode Program", Role.PROGRAM_CODE),
    ("Nama Program", Role.PROGRAM_NAME),
    ("Kode Kegiatan", Role.ACTIVITY_CODE),
    ("Nama Kegiatan", Role.ACTIVITY_NAME),
    ("Kode Sub Kegiatan", Role.SUB_CODE),
    ("Nama Sub Kegiatan", Role.SUB_NAME),
    ("Kode Rekening", Role.ACCOUNT_CODE),
    ("Nama Rekening", Role.ACCOUNT_NAME),
    ("Uraian", Role.TEXT),
    ("Sumber Dana", Role.FUND_NAME),
    ("Lokasi", Role.LOCATION),
    ("Pagu Sebelum Perubahan", Role.BEFORE),
    ("Pagu", Role.AMOUNT),
    ("Realisasi", Role.REALISED),
    ("Pagu Sub Kegiatan", Role.IGNORED),
    ("Realisasi Sub Kegiatan", Role.IGNORED),
)
HEADINGS = tuple(heading for heading, _ in COLUMNS)
_PLACE = {name: place for place, name in enumerate(ExportedRow._fields)}
_MONEY = ("before", "amount", "realised", "stated", "stated_realised")
_WIDTH = len(COLUMNS)
_BLOCK = 20_000
# A spreadsheet takes a text that starts so for a formula, and runs it.
_FORMULA = re.compile(r"'*[=+\-@]")
_GUARDED = re.compile(r"'+[=+\-@]")


def guarded(text: str, *, runs_formulas: bool) -> str:
    """A text as the export writes it; `unguarded` gives it back.

    Where texts can become formulas (CSV) an apostrophe goes before their sign; where they cannot,
    only before texts that look as if that had been done.
    """
    shape = _FORMULA if runs_formulas else _GUARDED
    return f"'{text}" if shape.match(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if _GUARDED.match(text) else text


def exported_heading(rows: Sequence[Cells]) -> int | None:
    """Which of the rows, from 0, is the heading of our own export; None for none."""
    for number, cells in enumerate(rows):
        if tuple(map(tidy, cells[:_WIDTH])) == HEADINGS:
            return number
    return None


def read_exported(rows: Iterable[Cells], heading: int) -> BudgetReading:
    """The budget in the rows below the heading, which is row `heading` from 0.

    Codes, names and amounts are taken as they stand. Cost: about 25 µs a row.
    """
    reader = _Reader()
    reader.read(rows, heading + 2)
    reader.judge(heading + 1)
    return _reading(reader, heading)


def _reading(reader: _Reader, heading: int) -> BudgetReading:
    activities = tuple(reader.activities.values())
    amount = added(_amounts(activities))
    known = [line.realised for line in activities if line.realised is not None]
    realised = added(known) if known else None
    years = tuple(reader.years)
    return BudgetReading(
        family=Family.SETARA,
        heading_rows=(heading + 1,),
        columns=tuple(ColumnRead(place, *column) for place, column in enumerate(COLUMNS)),
        styles=reader.styles,
        title="",
        region="",
        year=years[0] if len(years) == 1 else "",
        years=years,
        agencies=tuple(dict.fromkeys(line.agency for line in activities)),
        lines=tuple(reader.lines),
        activities=activities,
        totals=(
            LevelTotal(Level.SUB_ACTIVITY, len(activities), amount, realised),
            LevelTotal(Level.ITEM, len(reader.lines), added(_amounts(reader.lines))),
        ),
        accounts=_accounts(reader.lines),
        amount=amount,
        realised=realised,
        findings=tuple(sorted(reader.findings, key=lambda each: each.place)),
        repairs=(),
        names=reader.names,
    )


def _amounts(lines: Iterable[Line]) -> Iterator[Amount]:
    return (line.amount for line in lines if line.amount is not None)


def _accounts(lines: Iterable[Line]) -> dict[str, Amount]:
    totals: dict[str, Amount] = {}
    for line in lines:
        parts = line.account.split(".")
        keys = {parts[0], ".".join(parts[:2])} if line.account else ()
        for key in keys:
            totals[key] = totals.get(key, 0) + (line.amount or 0)
    return dict(sorted(totals.items()))


@dataclass(slots=True)
class _Reader:
    lines: list[Line] = field(default_factory=list)
    activities: dict[tuple[AgencyRef, str], Line] = field(default_factory=dict)
    names: dict[tuple[Level, str], str] = field(default_factory=dict)
    years: dict[str, None] = field(default_factory=dict)
    findings: list[ReadingFinding] = field(default_factory=list)
    _money: dict[str, Amounts] = field(default_factory=dict)
    _tidied: Tidied = field(default_factory=Tidied)
    _agencies: Agencies = field(default_factory=Agencies)
    _years: Years = field(default_factory=Years)

    @property
    def styles(self) -> dict[str, NumberStyle]:
        """How the numbers of each column are written."""
        return {letter(_PLACE[name]): column.style for name, column in self._money.items()}

    def read(self, rows: Iterable[Cells], first: int) -> None:
        """Take in all rows, of which `first` is the number of the first."""
        iterator = iter(rows)
        while block := [_padded(cells) for cells in islice(iterator, _BLOCK)]:
            if not self._money:
                self._money = {
                    name: Amounts([row[_PLACE[name]] for row in block], to_sen=True)
                    for name in _MONEY
                }
            for number, row in enumerate(block, start=first):
                if not is_blank(row):
                    self._take(number, row)
            first += len(block)

    def _take(self, number: int, row: ExportedRow) -> None:
        money = {name: self._amount(number, name, row[_PLACE[name]]) for name in _MONEY}
        agency = self._agencies[row.agency, self._text(row.agency_name)]
        activity, account = self._tidied[row.activity], self._tidied[row.account]
        year = self._years[row.year]
        if year:
            self.years[year] = None
        line = Line(
            row=number,
            level=account_level(account) if account else Level.ITEM,
            activity=activity,
            account=account,
            name=self._text(row.text),
            amount=money["amount"],
            agency=agency,
            before=money["before"],
            realised=money["realised"],
            fund=self._text(row.fund),
            year=year,
            location=self._text(row.location),
        )
        if line.amount is not None or line.realised is not None:
            self.lines.append(line)
            if not activity and not account:
                self._find(Fault.MISSING_CODE, number, "activity", amount=rupiah(line.amount or 0))
            if account:
                self.names.setdefault((line.level, account), self._text(row.account_name))
        if money["stated"] is not None:
            stated, realised = money["stated"], money["stated_realised"]
            name = self._text(row.name)
            self._keep(_activity(line, name, stated, realised))

    def _keep(self, line: Line) -> None:
        amount = line.amount or 0
        if not line.activity:
            self._find(Fault.MISSING_CODE, line.row, "activity", amount=rupiah(amount))
        if amount < 0:
            self._find(Fault.NEGATIVE, line.row, "stated", amount=rupiah(amount))
        known = self.activities.setdefault((line.agency, line.activity), line)
        if known is not line:
            self._find(
                Fault.DUPLICATE, line.row, "activity", code=line.activity, row=str(known.row)
            )

    def judge(self, heading_row: int) -> None:
        """Whether sub kegiatan are what their lines add up to, where all of these have money."""
        parts: dict[tuple[AgencyRef, str], list[Amount | None]] = {}
        for line in self.lines:
            parts.setdefault((line.agency, line.activity), []).append(line.amount)
        for key, line in self.activities.items():
            known = [each for each in parts.get(key, ()) if each is not None]
            stated, below = line.amount or 0, added(known)
            if known and len(known) == len(parts[key]) and not is_near(below, stated, len(known)):
                self._find(
                    Fault.PARENT_NOT_SUM,
                    line.row,
                    "stated",
                    code=line.activity,
                    name=quoted(line.name),
                    stated=rupiah(stated),
                    added=rupiah(below),
                )
        if not self.lines and not self.activities:
            self.findings.append(found(Fault.NO_LINES, heading_row))
        if len(self.years) > 1:
            self.findings.append(
                found(Fault.TWO_YEARS, heading_row, 0, years=", ".join(self.years))
            )

    def _text(self, cell: object) -> str:
        return unguarded(self._tidied[cell])

    def _amount(self, row: int, name: str, cell: object) -> Amount | None:
        amount = self._money[name][cell]
        if isinstance(amount, Unread):
            self._find(Fault.BAD_AMOUNT, row, name, cell=quoted(tidy(cell)))
            return None
        return amount

    def _find(self, fault: Fault, row: int, column: str, /, **values: object) -> None:
        self.findings.append(found(fault, row, _PLACE[column], rows=(), **values))


def _padded(cells: Cells) -> ExportedRow:
    return ExportedRow._make(chain(cells[:_WIDTH], (None for _ in range(_WIDTH - len(cells)))))


def _activity(line: Line, name: str, stated: Amount, realised: Amount | None) -> Line:
    return line._replace(
        level=Level.SUB_ACTIVITY,
        account="",
        name=name,
        amount=stated,
        before=None,
        realised=realised,
        fund="",
        location="",
    )
