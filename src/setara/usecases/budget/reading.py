"""A budget file opened and read, without any table of ours."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from setara.domain.budget.reading.budget import FlatTable, read_budget
from setara.domain.budget.reading.cells import Cells, letter, tidy
from setara.domain.budget.reading.findings import Fault, Mend, Repair, quoted
from setara.domain.budget.reading.heading import Heading
from setara.domain.budget.reading.judging import found
from setara.domain.budget.reading.preamble import Preamble
from setara.domain.budget.reading.reading import BudgetReading, NotABudget
from setara.domain.budget.reading.roles import MONEY
from setara.domain.budget.reading.sheets import together
from setara.domain.budget.reading.table import read_table
from setara.domain.language.text import Language, Text
from setara.formats.carried import Carried, FileKind, carried_by
from setara.formats.csv_table import CsvTable, LineFault, csv_table
from setara.formats.tables import Grid, kind_of, read_grids

MOST_CSV_BYTES = 512 * 1024 * 1024
_MENDS = {
    LineFault.IN_QUOTES: Mend.QUOTED_LINE,
    LineFault.BROKEN: Mend.CARRIAGE_RETURN,
    LineFault.QUOTE_OPEN: Mend.OPEN_QUOTE,
}


class NoSuchSheet(Exception):
    """The file has no sheet of that name; `reason` lists those it has."""

    def __init__(self, sheet: str, names: Iterable[str]) -> None:
        self.reason = Text(
            "Tidak ada lembar “{sheet}”. Yang ada: {names}.",
            "There is no sheet “{sheet}”. There are: {names}.",
        ).filled(sheet=sheet, names=", ".join(names))
        super().__init__(self.reason.say(Language.ENGLISH))


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A budget file as read: what the file is, the sheet the budget is on, the reading itself.

    `encoding` and `delimiter` are empty for a workbook. `sheets` are all the book was read from,
    `sheet` the first of them; `others` are further sheets that hold a budget too.
    """

    name: str
    kind: FileKind
    sheet: str
    reading: BudgetReading
    encoding: str = ""
    delimiter: str = ""
    sheets: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def read_file(
    *,
    name: str,
    content: bytes,
    sheet: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> ReadFile:
    """The budget in a file, whatever family it is of; of several sheets those that make one book.

    `progress` is told the part of a large CSV file that was read, 0 to 1. Raises Unreadable for
    what is no table, NotABudget for another table, NoSuchSheet. Cost: a flat CSV about 10 µs a
    line, above 32 MB 4 µs; workbooks about 10 µs a row more.
    """
    if kind_of(name, content, most_csv=MOST_CSV_BYTES) == "csv":
        return _read_csv(name, content, sheet, progress)
    grids = read_grids(name, content)
    asked = [grid for grid in grids if sheet is None or grid.sheet == sheet]
    if not asked:
        raise NoSuchSheet(sheet or "", [grid.sheet for grid in grids])
    read, refusal = _read_sheets(asked)
    if not read:
        raise refusal or NotABudget(_NO_SHEET)
    carried = carried_by(content)
    book = together([(each, _with_formulas(one, carried, each)) for each, one in read])
    return ReadFile(
        name=name,
        kind=carried.kind,
        sheet=book.taken[0],
        reading=book.reading,
        sheets=book.taken,
        others=book.left,
    )


def _read_sheets(
    grids: Iterable[Grid],
) -> tuple[list[tuple[str, BudgetReading]], NotABudget | None]:
    read: list[tuple[str, BudgetReading]] = []
    refusal: NotABudget | None = None
    for grid in grids:
        try:
            read.append((grid.sheet, read_budget(grid.rows)))
        except NotABudget as other:
            refusal = refusal or other
    return read, refusal


def _read_csv(
    name: str, content: bytes, sheet: str | None, progress: Callable[[float], None] | None
) -> ReadFile:
    if sheet is not None and sheet != "CSV":
        raise NoSuchSheet(sheet, ["CSV"])
    table = csv_table(content)
    with _without_collecting():
        reading = read_budget(table, read_flat=_flat_reader(table, progress))
    repairs = tuple(
        Repair(_MENDS[fault], row, quoted(was), quoted(tidy(was)))
        for fault, row, was in table.faults
    )
    findings = reading.findings
    if table.cut_off:
        findings = (*findings, found(Fault.CUT_OFF, table.cut_off))
    ordered = tuple(sorted((*reading.repairs, *repairs), key=lambda each: each.row))
    return ReadFile(
        name=name,
        kind=FileKind.CSV,
        sheet="CSV",
        reading=replace(reading, findings=findings, repairs=ordered),
        encoding=_encoding(table),
        delimiter=table.delimiter,
    )


def _flat_reader(table: CsvTable, progress: Callable[[float], None] | None) -> FlatTable:
    """Large files are read by columns, others row by row, which needs no other library."""
    if not table.is_large:
        return read_table
    # Imported here, because numpy takes longer to load than a small file to read.
    from setara.formats.flat_columns import read_columns  # noqa: PLC0415

    def by_columns(
        _: Iterable[Cells], heading: Heading, preamble: Preamble, first: int
    ) -> BudgetReading:
        return read_columns(table, heading, preamble, first, progress)

    return by_columns


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Reading makes millions of tuples that all stay: looking for garbage takes a third of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _encoding(table: CsvTable) -> str:
    is_plain = table.encoding == "utf-8-sig" and table.content.isascii()
    return "ascii" if is_plain else table.encoding


def _with_formulas(reading: BudgetReading, carried: Carried, sheet: str) -> BudgetReading:
    """With a finding where amounts are formulas that hold no result."""
    money = {letter(each.place) for each in reading.columns if each.role in MONEY}
    cells = [
        cell
        for name, cell in carried.empty_formulas
        if name == sheet and cell.rstrip("0123456789") in money
    ]
    if not cells:
        return reading
    row = int(cells[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    finding = found(Fault.FORMULA, row, count=len(cells), cell=cells[0])
    return replace(reading, findings=(*reading.findings, finding))


_NO_SHEET = Text("Berkas tidak memuat lembar kerja.", "The file has no sheet.")
