"""What was understood of a received file: sheet by sheet, row by row, figure by figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from setara.domain.language.numerals import DecimalStyle
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.table import Severity
from setara.domain.statistics.understanding.checks import table_faults
from setara.domain.statistics.understanding.columns import ColumnRead, Role
from setara.domain.statistics.understanding.findings import Fault, SheetFinding, warning
from setara.domain.statistics.understanding.header import Rows
from setara.domain.statistics.understanding.levels import leveled
from setara.domain.statistics.understanding.places import (
    Gazetteer,
    Match,
    places_of_rows,
    with_place_column,
)
from setara.domain.statistics.understanding.remarks import remarks
from setara.domain.statistics.understanding.rows import (
    FIGURE_ROWS,
    ReadRow,
    RowKind,
    read_rows,
)
from setara.domain.statistics.understanding.structure import MOST_COLUMNS, Structure, structure_of
from setara.domain.statistics.understanding.sums import Whole, with_sums
from setara.domain.statistics.understanding.values import with_values

NO_TABLE = Text(
    "Tidak ada tabel angka: tidak ditemukan baris judul kolom yang diikuti baris angka.",
    "There is no table of figures: no heading row is followed by rows of figures.",
)
TOO_WIDE = Text(
    "Lembar ini lebarnya {width} kolom; hanya {most} kolom pertama yang dibaca.",
    "This sheet is {width} columns wide; only the first {most} were read.",
)
EMPTY_SHEET = Text("Lembar kosong.", "The sheet is empty.")


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """One figure with the cell it stood in, as `B7`; the value None is an empty cell."""

    row: ReadRow
    column: ColumnRead
    value: Value | None
    role: Role
    year: int | None

    @property
    def cell(self) -> str:
        """`B7`, as the spreadsheet names it."""
        return f"{self.column.letter}{self.row.number}"


@dataclass(frozen=True, slots=True)
class UnderstoodSheet:
    """One sheet: its structure, rows, places and findings; or why there is no table in it."""

    name: str
    structure: Structure | None
    rows: tuple[ReadRow, ...] = ()
    wholes: tuple[Whole, ...] = ()
    places: Mapping[int, Match] = field(default_factory=dict)
    findings: tuple[SheetFinding, ...] = ()
    not_understood: tuple[Text, ...] = ()

    def of_kind(self, *kinds: RowKind) -> tuple[ReadRow, ...]:
        """The rows of these kinds."""
        return tuple(row for row in self.rows if row.kind in kinds)

    @property
    def row_counts(self) -> Mapping[RowKind, int]:
        """How many rows there are of each kind that there is."""
        return dict(Counter(row.kind for row in self.rows))

    def figures(self) -> Iterator[ReadFigure]:
        """Every figure and every kind of nothing, per cents excepted, row by row."""
        if self.structure is None:
            return
        columns = tuple(enumerate(self.structure.figures))
        for row in self.rows:
            if row.kind not in FIGURE_ROWS:
                continue
            for index, column in columns:
                if column.role.is_figure:
                    role = column.role if row.sex is None else row.sex
                    year = row.year or column.year or self.structure.year
                    yield ReadFigure(row, column, row.values[index], role, year)

    @property
    def nothings(self) -> Mapping[Nothing | None, int]:
        """How many cells hold each kind of nothing; None stands for empty cells."""
        values = (figure.value for figure in self.figures())
        return Counter(v for v in values if v is None or isinstance(v, Nothing))

    @property
    def years(self) -> tuple[int, ...]:
        """The years its figures are about, ascending."""
        return tuple(sorted({f.year for f in self.figures() if f.year is not None}))


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a whole file."""

    file: str
    sheets: tuple[UnderstoodSheet, ...]
    findings: tuple[SheetFinding, ...] = ()

    @property
    def tables(self) -> tuple[UnderstoodSheet, ...]:
        """The sheets that hold a table."""
        return tuple(sheet for sheet in self.sheets if sheet.structure is not None)

    @property
    def has_errors(self) -> bool:
        """Whether the file or any sheet contradicts itself or cannot be read somewhere."""
        every = [*self.findings, *(f for sheet in self.sheets for f in sheet.findings)]
        return any(finding.severity is Severity.ERROR for finding in every)


@dataclass(frozen=True, slots=True)
class Given:
    """What a person or a remembered mapping has settled: it is believed before the grid.

    `is_count` says whether the figures are counts, where the data element is known.
    """

    structure: Structure | None = None
    styles: Mapping[str, DecimalStyle] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    is_count: bool | None = None


NOTHING_GIVEN = Given()


def understood_sheet(
    name: str, rows: Rows, gazetteer: Gazetteer, given: Given = NOTHING_GIVEN
) -> UnderstoodSheet:
    """What one sheet says. Cost: linear in its cells; 50 to 70 µs a row of four."""
    structure = given.structure or structure_of(rows)
    if structure is None:
        said = NO_TABLE if any(any(c is not None for c in row) for row in rows) else EMPTY_SHEET
        return UnderstoodSheet(name, None, not_understood=(said,))
    named = leveled(read_rows(rows, structure), structure)
    structure = with_place_column(structure, named, gazetteer)
    read, numbers = with_values(rows, named, structure, given.styles, is_count=given.is_count)
    summed, wholes = with_sums(read, structure)
    places, unknown = places_of_rows(summed, structure, gazetteer, given.places)
    findings = (
        *remarks(rows, summed, structure),
        *numbers,
        *table_faults(summed, structure, wholes, is_count=given.is_count),
        *unknown,
    )
    return UnderstoodSheet(
        name=name,
        structure=structure,
        rows=summed,
        wholes=wholes,
        places=places,
        findings=tuple(sorted(findings, key=lambda f: (f.row or 0, f.column))),
        not_understood=_unclear(rows, summed, structure),
    )


def _unclear(grid: Rows, rows: Sequence[ReadRow], structure: Structure) -> tuple[Text, ...]:
    unread = [
        Text("Kolom {letter} tidak dipakai.", "Column {letter} is not used.").filled(
            letter=column.letter
        )
        for column in structure.of(Role.IGNORED)
    ]
    width = max((len(cells) for cells in grid), default=0)
    if width > MOST_COLUMNS:
        unread.append(TOO_WIDE.filled(width=width, most=MOST_COLUMNS))
    unread += [
        Text("Baris {row} tidak dipahami.", "Row {row} is not understood.").filled(row=row.number)
        for row in rows
        if row.kind is RowKind.UNCLEAR
    ]
    return tuple(unread)


__all__ = ["Fault", "Given", "ReadFigure", "Understood", "UnderstoodSheet", "warning"]
