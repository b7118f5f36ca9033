"""The figures in the cells of a received table, each column read in its own style of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from setara.domain.language.numerals import (
    DecimalStyle,
    NotANumber,
    told_style,
    typed_number,
)
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Value
from setara.domain.statistics.understanding.cells import nothing_in, without_mark
from setara.domain.statistics.understanding.columns import ColumnRead
from setara.domain.statistics.understanding.findings import (
    Fault,
    SheetFinding,
    error,
    quoted,
    warning,
)
from setara.domain.statistics.understanding.header import Rows
from setara.domain.statistics.understanding.rows import FIGURE_ROWS, ReadRow
from setara.domain.statistics.understanding.structure import Structure

ALL_COLUMNS = "*"
"""Where one style was chosen for every column."""

NUMBER_REMEDY = Text(
    "Isi angka; bila tidak ada, tulis “–” (tidak ada) atau “…” (belum dilaporkan).",
    "Enter a number; for none write “–” (nothing there) or “…” (not reported).",
)
STYLE_REMEDY = Text(
    "Tulis angka dalam kolom ini dengan satu cara, misalnya 1234,5 tanpa pemisah ribuan.",
    "Write the numbers of this column in one way, such as 1234.5 without a mark for thousands.",
)
AMBIGUOUS = Text(
    "“{cell}” dapat berarti dua angka; dibaca {number}, karena tanda sebelum tiga angka "
    "dianggap pemisah ribuan.",
    "“{cell}” could be two numbers; it was read as {number}, a mark before three digits being "
    "taken to group thousands.",
)
AMBIGUOUS_REMEDY = Text(
    "Bila maksudnya desimal, pilih gaya angkanya saat memetakan kolom, atau tulis tanpa pemisah.",
    "If decimals were meant, choose the style of numbers when mapping, or write no mark.",
)


@dataclass(slots=True)
class Numbers:
    """How each column writes its numbers, by place, and what was found on the way."""

    styles: dict[int, DecimalStyle]
    findings: list[SheetFinding] = field(default_factory=list)
    two_styled: set[int] = field(default_factory=set)


def with_values(
    rows: Rows,
    read: Iterable[ReadRow],
    structure: Structure,
    chosen: Mapping[str, DecimalStyle],
    *,
    is_count: bool | None = None,
) -> tuple[tuple[ReadRow, ...], tuple[SheetFinding, ...]]:
    """The rows with their figures; `chosen` styles by column letter are believed.

    Where the figures are known to be no count, the mark in `1.234` is a decimal mark.

    Cost: two looks at each cell of a figure.
    """
    read = tuple(read)
    numbers = _styles(rows, read, structure, chosen, is_count=is_count)
    columns = structure.figures
    valued = tuple(
        replace(row, values=tuple(_value(rows, row, column, numbers) for column in columns))
        if row.kind in FIGURE_ROWS
        else row
        for row in read
    )
    return valued, tuple(numbers.findings)


def _styles(
    rows: Rows,
    read: Sequence[ReadRow],
    structure: Structure,
    chosen: Mapping[str, DecimalStyle],
    *,
    is_count: bool | None,
) -> Numbers:
    numbers = Numbers({})
    unsure: list[tuple[ColumnRead, str]] = []
    sure: list[DecimalStyle] = []
    for column in structure.figures:
        style = chosen.get(column.letter) or chosen.get(ALL_COLUMNS)
        if style is not None:
            numbers.styles[column.place] = style
            continue
        cells = (without_mark(_cell(rows, row, column)) for row in read if row.kind in FIGURE_ROWS)
        try:
            told = told_style(cells)
        except NotANumber as mixed:
            numbers.two_styled.add(column.place)
            numbers.styles[column.place] = DecimalStyle.COMMA
            numbers.findings.append(
                error(Fault.TWO_NUMBER_STYLES, mixed.reason, STYLE_REMEDY, column=column.letter)
            )
            continue
        numbers.styles[column.place] = told.style
        if told.is_sure:
            sure.append(told.style)
        elif told.quoted:
            unsure.append((column, told.quoted))
    _settle(numbers, unsure, set(sure), is_count=is_count)
    return numbers


_OTHER = {DecimalStyle.COMMA: DecimalStyle.POINT, DecimalStyle.POINT: DecimalStyle.COMMA}


def _settle(
    numbers: Numbers,
    unsure: list[tuple[ColumnRead, str]],
    sure: set[DecimalStyle],
    *,
    is_count: bool | None,
) -> None:
    """A column that could be read in two ways follows the others, else what it counts."""
    for column, example in unsure:
        if len(sure) == 1:
            numbers.styles[column.place] = next(iter(sure))
        elif is_count is False:
            numbers.styles[column.place] = _OTHER[numbers.styles[column.place]]
        elif is_count is None:
            read_as = typed_number(example, numbers.styles[column.place])
            said = AMBIGUOUS.filled(cell=quoted(example), number=read_as)
            numbers.findings.append(
                warning(Fault.AMBIGUOUS_NUMBER_STYLE, said, AMBIGUOUS_REMEDY, column=column.letter)
            )


def _value(rows: Rows, row: ReadRow, column: ColumnRead, numbers: Numbers) -> Value | None:
    cell = _cell(rows, row, column)
    if type(cell) is int:
        return Decimal(cell)
    if cell is None:
        return None
    nothing = nothing_in(cell)
    if nothing is not None:
        return nothing
    try:
        return typed_number(without_mark(cell), numbers.styles[column.place])
    except NotANumber:
        if column.place not in numbers.two_styled:
            numbers.findings.append(_no_number(row, column, cell))
        return None


def _no_number(row: ReadRow, column: ColumnRead, cell: object) -> SheetFinding:
    message = Text("“{cell}” bukan angka.", "“{cell}” is not a number.")
    message = message.filled(cell=quoted(str(cell)))
    return error(Fault.NOT_A_NUMBER, message, NUMBER_REMEDY, row=row.number, column=column.letter)


def _cell(rows: Rows, row: ReadRow, column: ColumnRead) -> object:
    cells = rows[row.number - 1]
    return cells[column.place] if column.place < len(cells) else None
