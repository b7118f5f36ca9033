"""A form that came back: what its file holds, and whether it is the form it should be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from setara.domain.language.text import Text
from setara.domain.statistics.address import column_number
from setara.domain.statistics.form import FIXED, FormSheet
from setara.domain.statistics.form_seal import (
    SEAL_SHEET,
    NotThisForm,
    Rows,
    Seal,
    folded,
    read_seal,
    refuse_old_structure,
    structure_of,
)
from setara.domain.statistics.form_sheet import AS_KEPT, sheet_of
from setara.domain.statistics.form_slots import Place, slots_of
from setara.domain.statistics.form_tables import FormFacts, Table

NO_SHEET = Text(
    "Lembar “{sheet}” tidak ada. Unduh formulir yang baru dan salin angkanya ke sana.",
    "The sheet “{sheet}” is missing. Download a new form and copy the figures into it.",
)
MOVED = Text(
    "Susunan lembar “{sheet}” berubah: di {where} seharusnya “{ours}”, tetapi ada “{theirs}”. "
    "Baris atau kolom mungkin disisipkan, dihapus, atau diurutkan. Unduh formulir yang baru dan "
    "salin angkanya ke sana.",
    "The layout of the sheet “{sheet}” has changed: {where} should say “{ours}” but says "
    "“{theirs}”. Rows or columns may have been inserted, deleted or sorted. Download a new form "
    "and copy the figures into it.",
)
ADDED = Text(
    "Di bawah tabel pada lembar “{sheet}” ada baris tambahan (baris {row}). Hapus, atau unduh "
    "formulir yang baru.",
    "There are rows below the table on the sheet “{sheet}” (row {row}). Delete them, or download "
    "a new form.",
)


@dataclass(frozen=True, slots=True)
class Received:
    """What a file holds: the rows of its sheets, and the cells whose formula gives no value."""

    sheets: Mapping[str, Rows]
    broken: frozenset[Place] = frozenset()


def spot(where: str) -> tuple[int, int]:
    """Row and column of an address, from 0."""
    letters = where.rstrip("0123456789")
    return int(where[len(letters) :]) - 1, column_number(letters)


def recognised(facts: FormFacts, tables: Sequence[Table], received: Received) -> Seal:
    """The seal of the file. Raises NotThisForm where it is not the form of these tables."""
    sealed = received.sheets.get(SEAL_SHEET)
    seal = read_seal(sealed, received.sheets, facts)
    sheets = tuple(sheet_of(table, facts, AS_KEPT) for table in tables)
    refuse_old_structure(sealed or (), structure_of(sheets, slots_of(tables)))
    for sheet in sheets:
        _refuse_moved(sheet, received)
    return seal


def _refuse_moved(sheet: FormSheet, received: Received) -> None:
    rows = received.sheets.get(sheet.name)
    if rows is None:
        raise NotThisForm(NO_SHEET.filled(sheet=sheet.name))
    for cell in sheet.cells:
        if cell.role not in FIXED:
            continue
        ours, theirs = folded(cell.content), folded(cell_at(rows, cell.row, cell.column))
        if ours != theirs:
            raise NotThisForm(
                MOVED.filled(sheet=sheet.name, where=cell.address, ours=ours, theirs=theirs)
            )
    end = max(cell.row for cell in sheet.cells) + 1
    for number, row in enumerate(rows[end:], start=end + 1):
        if any(folded(cell) for cell in row):
            raise NotThisForm(ADDED.filled(sheet=sheet.name, row=str(number)))


def cell_at(rows: Rows, row: int, column: int) -> object:
    """The cell there; None beyond the end of what was filled in."""
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else None
