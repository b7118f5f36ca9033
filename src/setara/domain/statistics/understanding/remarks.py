"""What a reader of a received table should know, beside what is wrong in its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from setara.domain.language.text import Text
from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.ages import age_group
from setara.domain.statistics.understanding.columns import ColumnRead, Role
from setara.domain.statistics.understanding.findings import (
    Fault,
    SheetFinding,
    error,
    quoted,
    warning,
)
from setara.domain.statistics.understanding.header import Rows
from setara.domain.statistics.understanding.rows import FIGURE_ROWS, ReadRow, RowKind
from setara.domain.statistics.understanding.structure import Structure

MOST_IN_A_NAME = 300

NO_SEX = Text("Tabel ini tidak memuat jenis kelamin.", "This table does not tell the sexes apart.")
NO_SEX_INDEX = Text(
    "Tabel ini deret indeks ({about}) tanpa jenis kelamin: indeks gender sudah membandingkan "
    "perempuan dan laki-laki.",
    "This is a series of an index ({about}) without sex: a gender index has compared women and "
    "men already.",
)
NO_SEX_REMEDY = Text(
    "Bila ini data orang, minta kolom laki-laki dan perempuan kepada produsennya.",
    "If these are data on people, ask the producer for columns of men and women.",
)
INDEX_REMEDY = Text(
    "Simpan sebagai indeks, bukan sebagai data terpilah.",
    "Keep it as an index, not as data by sex.",
)
ONE_SEX = Text("Hanya ada kolom {sex}.", "There is only a column for {sex}.")
NO_YEAR = Text(
    "Tahun datanya tidak disebut dalam judul maupun kolom.",
    "Neither title nor columns name the year of the data.",
)
UNKNOWN_AGE = Text("“{cell}” bukan kelompok umur yang dikenal.", "“{cell}” is no known age group.")
AGE_REMEDY = Text("Tulis seperti 0–4 atau 65+.", "Write it like 0–4 or 65+.")
NO_YEAR_REMEDY = Text("Isi tahunnya saat memetakan.", "Enter the year when mapping.")


def remarks(rows: Rows, read: Sequence[ReadRow], structure: Structure) -> Iterator[SheetFinding]:
    """The remarks on one sheet, the general ones first."""
    yield from _on_sexes(structure)
    years = (structure.year, *structure.of(Role.YEAR), *(c.year for c in structure.columns))
    if not any(years):
        yield warning(Fault.NO_YEAR, NO_YEAR, NO_YEAR_REMEDY)
    for column in structure.of(Role.AGE):
        yield from _on_ages(rows, read, column)
    yield from _on_long_names(read)


def _on_sexes(structure: Structure) -> Iterator[SheetFinding]:
    if not structure.layout.has_sex:
        about = structure.about or structure.title
        if wording.is_index(about) or any(
            wording.is_index(said) for c in structure.figures for said in c.headings
        ):
            yield warning(Fault.NO_SEX, NO_SEX_INDEX.filled(about=about), INDEX_REMEDY)
        else:
            yield warning(Fault.NO_SEX, NO_SEX, NO_SEX_REMEDY)
        return
    sexes = [role for role in (Role.FEMALE, Role.MALE) if structure.of(role)]
    if len(sexes) == 1:
        yield warning(Fault.NO_SEX, ONE_SEX.filled(sex=sexes[0].label), NO_SEX_REMEDY)


def _on_ages(rows: Rows, read: Sequence[ReadRow], column: ColumnRead) -> Iterator[SheetFinding]:
    for row in read:
        if row.kind is not RowKind.DATA:
            continue
        cells = rows[row.number - 1]
        cell = cells[column.place] if column.place < len(cells) else None
        if isinstance(cell, date):
            yield _became_date(row, column, cell)
        elif isinstance(cell, str) and age_group(cell) is None and not _is_total(cell):
            yield _unknown_age(row, column, cell)


def _is_total(cell: str) -> bool:
    return wording.TOTAL_ROW.match(wording.folded(cell)) is not None


def _became_date(row: ReadRow, column: ColumnRead, cell: date) -> SheetFinding:
    return error(
        Fault.AGE_BECAME_DATE,
        Text(
            "Kelompok umur berubah menjadi tanggal ({day}); mungkin maksudnya {start}–{end}.",
            "An age group became a date ({day}); perhaps {start}–{end} was meant.",
        ).filled(day=cell, start=min(cell.day, cell.month), end=max(cell.day, cell.month)),
        Text(
            "Atur format kolom itu sebagai teks, lalu ketik ulang kelompok umurnya.",
            "Set the format of the column to text and type the age group again.",
        ),
        row=row.number,
        column=column.letter,
    )


def _unknown_age(row: ReadRow, column: ColumnRead, cell: str) -> SheetFinding:
    said = UNKNOWN_AGE.filled(cell=quoted(cell))
    return warning(Fault.UNKNOWN_AGE, said, AGE_REMEDY, row=row.number, column=column.letter)


def _on_long_names(read: Sequence[ReadRow]) -> Iterator[SheetFinding]:
    for row in read:
        longest = max((len(name) for _, name in row.names), default=0)
        if row.kind in FIGURE_ROWS and longest > MOST_IN_A_NAME:
            yield warning(
                Fault.LONG_CELL,
                Text(
                    "Nama baris ini sepanjang {count} huruf.",
                    "The name of this row has {count} letters.",
                ).filled(count=longest),
                Text("Periksa isi selnya.", "Check what is in the cell."),
                row=row.number,
            )
