"""A budget book by sub kegiatan, read from a neutral grid and judged as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from setara.domain.budget.activity import (
    ActivityCode,
    BadActivityCode,
    sub_activity_code,
)
from setara.domain.budget.amount import BadAmount, is_empty, rupiah_of
from setara.domain.budget.columns import (
    Cells,
    Column,
    Heading,
    folded,
    heading_of,
    letter,
    tidy,
)
from setara.domain.budget.severity import Severity
from setara.domain.foundation.money import Rupiah, total
from setara.domain.language.text import Text


@dataclass(frozen=True, slots=True)
class BookFinding:
    """What is wrong at one place; `cell` is what a spreadsheet calls it, such as `G7`."""

    row: int
    cell: str
    severity: Severity
    message: Text


@dataclass(frozen=True, slots=True)
class BookLine:
    """One sub kegiatan of one agency; `row` is where it first stands in the file."""

    row: int
    code: ActivityCode
    name: str
    amount: Rupiah
    realised: Rupiah | None
    agency_code: str
    agency_name: str


@dataclass(frozen=True, slots=True)
class Book:
    """The lines with all findings; `year` is the one the file itself states, if any."""

    lines: tuple[BookLine, ...]
    findings: tuple[BookFinding, ...]
    year: str | None

    @property
    def errors(self) -> tuple[BookFinding, ...]:
        """The findings that keep the book out."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)

    @property
    def amount(self) -> Rupiah:
        """The sum of all lines."""
        return total(line.amount for line in self.lines)


_TOTAL_WORDS = re.compile(r"^(sub)? ?(grand)? ?(jumlah|total)\b")
_YEAR = re.compile(r"\b(20\d{2})\b")


def read_book(grid: Sequence[Cells]) -> Book:
    """The book in `grid`, with a finding for every row that cannot be trusted.

    Rows of accounts are added up to their sub kegiatan where the sheet has an account
    column; a stated total is compared, not added. Raises NotABook for another kind of file.
    """
    heading = heading_of(grid)
    reader = _Reader(heading)
    for number, cells in enumerate(grid[heading.row + 1 :], start=heading.row + 2):
        reader.read(number, cells)
    return reader.book(_stated_year(grid, heading))


class _Reader:
    """Collects lines and findings row by row."""

    def __init__(self, heading: Heading) -> None:
        self._heading = heading
        self._has_accounts = Column.ACCOUNT in heading.places
        self._lines: dict[tuple[str, str, str], BookLine] = {}
        self._findings: list[BookFinding] = []
        self._totals: list[tuple[int, Rupiah]] = []

    def read(self, row: int, cells: Cells) -> None:
        """Take in one row: a line, a total, or nothing."""
        if all(is_empty(cell) for cell in cells):
            return
        if self._is_total(cells):
            self._keep_total(row, cells)
            return
        code, name = self._code(row, cells), self._heading.words(cells, Column.NAME)
        amount, realised = self._amount(row, cells), self._realised(row, cells)
        if not name:
            self._find(row, Column.NAME, _NO_NAME)
        if code is not None and amount is not None and name:
            self._add(
                BookLine(
                    row=row,
                    code=code,
                    name=name,
                    amount=amount,
                    realised=realised,
                    agency_code=self._heading.words(cells, Column.AGENCY_CODE),
                    agency_name=self._heading.words(cells, Column.AGENCY_NAME),
                )
            )

    def book(self, year: str | None) -> Book:
        """What was read, the totals compared, findings by row."""
        lines = tuple(self._lines.values())
        added_up = total(line.amount for line in lines)
        for row, stated in self._totals:
            if stated != added_up and not self._findings:
                self._find(
                    row,
                    Column.AMOUNT,
                    _OTHER_TOTAL.filled(stated=stated, added=added_up),
                    Severity.WARNING,
                )
        if not lines and not self._findings:
            self._find(self._heading.row + 1, Column.CODE, _NO_LINES)
        return Book(lines, tuple(sorted(self._findings, key=lambda each: each.row)), year)

    def _add(self, line: BookLine) -> None:
        key = (folded(line.agency_code), folded(line.agency_name), line.code.text)
        earlier = self._lines.get(key)
        if earlier is None:
            self._lines[key] = line
        elif self._has_accounts:
            self._lines[key] = _added(earlier, line)
        else:
            self._find(
                line.row, Column.CODE, _TWICE.filled(code=line.code.text, row=str(earlier.row))
            )

    def _code(self, row: int, cells: Cells) -> ActivityCode | None:
        try:
            return sub_activity_code(self._heading.words(cells, Column.CODE))
        except BadActivityCode as bad:
            self._find(row, Column.CODE, bad.reason)
            return None

    def _amount(self, row: int, cells: Cells) -> Rupiah | None:
        cell = self._heading.cell(cells, Column.AMOUNT)
        if is_empty(cell):
            self._find(row, Column.AMOUNT, _NO_AMOUNT)
            return None
        try:
            amount = rupiah_of(cell)
        except BadAmount as bad:
            self._find(row, Column.AMOUNT, bad.reason)
            return None
        if amount.amount < 0:
            self._find(row, Column.AMOUNT, _NEGATIVE.filled(amount=amount))
            return None
        return amount

    def _realised(self, row: int, cells: Cells) -> Rupiah | None:
        cell = self._heading.cell(cells, Column.REALISED)
        if is_empty(cell):
            return None
        try:
            return rupiah_of(cell)
        except BadAmount as bad:
            self._find(row, Column.REALISED, bad.reason)
            return None

    def _is_total(self, cells: Cells) -> bool:
        if self._heading.words(cells, Column.CODE):
            return False
        return any(_TOTAL_WORDS.match(folded(cell)) for cell in cells)

    def _keep_total(self, row: int, cells: Cells) -> None:
        cell = self._heading.cell(cells, Column.AMOUNT)
        try:
            self._totals.append((row, rupiah_of(cell)))
        except BadAmount:
            self._find(row, Column.AMOUNT, _UNREAD_TOTAL, Severity.WARNING)

    def _find(
        self, row: int, column: Column, message: Text, severity: Severity = Severity.ERROR
    ) -> None:
        place = self._heading.places.get(column, 0)
        self._findings.append(BookFinding(row, f"{letter(place)}{row}", severity, message))


def _added(one: BookLine, other: BookLine) -> BookLine:
    """Two account rows of one sub kegiatan as one line."""
    realised = [each for each in (one.realised, other.realised) if each is not None]
    return replace(
        one, amount=one.amount + other.amount, realised=total(realised) if realised else None
    )


def _stated_year(grid: Sequence[Cells], heading: Heading) -> str | None:
    """The year in the lines above the heading (`Tahun, 2015`), or in a year column."""
    candidates: Iterable[object] = (
        " ".join(tidy(cell) for cell in cells)
        for cells in grid[: heading.row]
        if any(folded(cell).startswith("tahun") for cell in cells)
    )
    if Column.YEAR in heading.places:
        candidates = (heading.cell(cells, Column.YEAR) for cells in grid[heading.row + 1 :])
    for candidate in candidates:
        if found := _YEAR.search(tidy(candidate)):
            return found[1]
    return None


_NO_NAME = Text("Nama sub kegiatan kosong.", "The sub-activity has no name.")
_NO_AMOUNT = Text(
    "Pagu kosong. Isi 0 jika memang tidak dianggarkan.",
    "The amount is empty. Enter 0 if nothing is budgeted.",
)
_NEGATIVE = Text(
    "Pagu bernilai negatif ({amount}). Pagu satu sub kegiatan tidak dapat kurang dari nol.",
    "The amount is negative ({amount}). A sub-activity cannot have less than nothing.",
)
_TWICE = Text(
    "Kode {code} sudah ada pada baris {row} untuk perangkat daerah yang sama.",
    "Code {code} already stands in row {row} for the same agency.",
)
_OTHER_TOTAL = Text(
    "Jumlah yang tertulis {stated}, sedangkan seluruh baris berjumlah {added}.",
    "The stated total is {stated}, while all rows add up to {added}.",
)
_UNREAD_TOTAL = Text(
    "Baris jumlah tidak terbaca, sehingga tidak dapat dibandingkan.",
    "The total could not be read, so it was not compared.",
)
_NO_LINES = Text(
    "Tidak ada satu baris pun di bawah judul kolom.",
    "There is not a single row below the headings.",
)
