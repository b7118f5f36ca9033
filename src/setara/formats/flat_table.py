"""A table of one line of headings and its rows, written as CSV, XLSX or Parquet and nothing else.

Cells that came in go out as they are: a text stays that text, also one that starts with `=`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

from setara.domain.language.text import Language, Text
from setara.formats.printable import printable

MOST_ROWS_OF_A_SHEET = 1_048_575
"""What a worksheet holds below its headings."""
_MOST_IN_A_CELL = 32_767
_MADE_AT = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and, for numbers we computed, how many decimals they are shown with."""

    name: str
    decimals: int | None = None
    is_number: bool = False


class TooLong(Exception):
    """A worksheet does not hold so many rows; `reason` says what does."""

    def __init__(self, rows: int) -> None:
        self.reason = TOO_LONG.filled(rows=rows, most=MOST_ROWS_OF_A_SHEET)
        super().__init__(self.reason.say(Language.ENGLISH))


TOO_LONG = Text(
    "{rows} baris tidak muat di satu lembar XLSX ({most} baris). Simpan sebagai .csv atau "
    ".parquet.",
    "{rows} rows do not fit on a sheet of an XLSX ({most} rows). Save as .csv or .parquet.",
)


def write_csv(
    file: TextIO, columns: Sequence[Column], rows: Iterable[Sequence[object]], delimiter: str = ","
) -> None:
    """The rows as CSV with `\\n` line ends; numbers with a decimal point."""
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    writer.writerows([in_csv(cell) for cell in row] for row in rows)


def in_csv(cell: object) -> object:
    """A cell as CSV has it: no exponent, nothing for what is missing."""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return "" if cell is None else cell


def write_xlsx(
    path: Path, sheet: str, columns: Sequence[Column], rows: Sequence[Sequence[object]]
) -> None:
    """The rows as a workbook of one sheet, headings in its first row. Raises TooLong.

    Cost: 10 µs a cell; rows are written out as they come.
    """
    import xlsxwriter  # noqa: PLC0415 -- CSV is written without any package

    if len(rows) > MOST_ROWS_OF_A_SHEET:
        raise TooLong(len(rows))
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_urls": False})
    book.set_properties({"created": _MADE_AT})
    page = book.add_worksheet(sheet)
    page.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    for place, column in enumerate(columns):
        page.write_string(0, place, _text(column.name), bold)
    styles = [_style(book, column) for column in columns]
    days: dict[type, Any] = {
        date: book.add_format({"num_format": "yyyy-mm-dd"}),
        datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
    }
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            _write(page, (number, place), cell, days.get(type(cell), styles[place]))
    book.close()


def _style(book: Any, column: Column) -> Any:
    if column.decimals is None:
        return None
    digits = f".{'0' * column.decimals}" if column.decimals else ""
    return book.add_format({"num_format": f"0{digits}"})


def _write(page: Any, at: tuple[int, int], cell: object, style: Any) -> None:
    match cell:
        case None | "":
            return
        case bool():
            page.write_boolean(*at, cell)
        case int() | float() | Decimal():
            page.write_number(*at, float(cell), style)
        case datetime():
            page.write_datetime(*at, cell.replace(tzinfo=None), style)
        case date():
            page.write_datetime(*at, cell, style)
        case _:
            page.write_string(*at, _text(cell))


def _text(cell: object) -> str:
    return printable(str(cell))[:_MOST_IN_A_CELL]
