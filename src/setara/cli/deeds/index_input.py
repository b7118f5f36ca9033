"""Tables for an index as they are given: found, opened, and their headings told from their rows."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from setara.cli.deeds.received import content_of
from setara.domain.language.text import Language, Text, listed, same
from setara.formats import strangers
from setara.formats.csv_text import delimiter_of
from setara.formats.parquet import MARK, rows_of_parquet
from setara.formats.streamed import MOST_CSV_BYTES, encoding_of, streamed_rows
from setara.formats.tables import NotATable, kind_of

CSV, WORKBOOK, PARQUET = "csv", "workbook", "parquet"
MOST_MAP_BYTES = 1024 * 1024
_OF_TEXT = "CSV"
_SAMPLE = 1 << 16
# A quote that nobody closed swallows the rest of the file into one cell.
_MOST_LINES_IN_A_CELL = 200


class NotTaken(Exception):
    """The file cannot be used; `reason` says why and what to do."""

    def __init__(self, reason: Text, **values: object) -> None:
        self.reason = reason.filled(**values)
        super().__init__(self.reason.say(Language.ENGLISH))


@dataclass(frozen=True, slots=True)
class Given:
    """A table: headings, rows as wide as they, and the row each stands in (headings: row 1 …)."""

    name: str
    kind: str
    headings: tuple[str, ...]
    rows: list[Sequence[object]]
    numbers: Sequence[int]
    delimiter: str = ","


def given_table(path: Path, sheet: str | None) -> Given:
    """The table in a file. Raises NotRead, NotTaken, and Unreadable for what is no table."""
    content = content_of(path, MOST_CSV_BYTES)
    if content.startswith(MARK):
        names, cells = rows_of_parquet(path)
        return _checked(Given(path.name, PARQUET, tuple(names), cells, range(1, len(cells) + 1)))
    sheets: dict[str, list[tuple[int, Sequence[object]]]] = {}
    try:
        for name, number, row in streamed_rows(path.name, content):
            sheets.setdefault(name, []).append((number, row))
    except NotATable as refusal:
        # The reader of uploads knows a PDF from an image; what it does not know, we name ourselves.
        is_known = refusal.reason.id != strangers.NO_TABLE.id
        raise NotTaken(refusal.reason if is_known else NO_TABLE, name=path.name) from refusal
    kind = CSV if kind_of(path.name, content, most_csv=MOST_CSV_BYTES) == CSV else WORKBOOK
    numbered = _announced(_chosen(path.name, sheets, sheet))
    (_, head), *rest = numbered or [(0, [])]
    if not rest:
        raise NotTaken(NO_ROWS, name=path.name)
    headings = tuple("" if cell is None else str(cell) for cell in head)
    delimiter = _delimiter(content) if kind == CSV else ","
    rows, numbers = [cells for _, cells in rest], [number for number, _ in rest]
    return _checked(Given(path.name, kind, headings, rows, numbers, delimiter))


Numbered = list[tuple[int, Sequence[object]]]


def _chosen(name: str, sheets: dict[str, Numbered], sheet: str | None) -> Numbered:
    """The rows of the sheet that was asked for, or of the only one that has any."""
    filled = {key: _used(key, rows) for key, rows in sheets.items()}
    names = listed([same(f"“{key}”") for key in filled])
    if sheet is not None:
        if sheet not in filled:
            raise NotTaken(NO_SHEET, name=name, sheet=sheet, sheets=names)
        return filled[sheet]
    used = [rows for rows in filled.values() if rows]
    if len(used) > 1:
        raise NotTaken(MANY_SHEETS, name=name, sheets=names)
    return used[0] if used else []


def _used(sheet: str, rows: Numbered) -> Numbered:
    """Without the empty rows above, and in a workbook below; those between stay."""
    places = [place for place, (_, cells) in enumerate(rows) if any(map(_is_filled, cells))]
    if not places:
        return []
    return rows[places[0] :] if sheet == _OF_TEXT else rows[places[0] : places[-1] + 1]


def _is_filled(cell: object) -> bool:
    return cell is not None and cell != ""


def _announced(rows: Numbered) -> Numbered:
    """Without the line `sep=;` that some spreadsheets write above a CSV."""
    first = str(rows[0][1][0]).lower() if rows and rows[0][1] else ""
    return rows[1:] if first.startswith("sep=") else rows


def _delimiter(content: bytes) -> str:
    return delimiter_of(content[:_SAMPLE].decode(encoding_of(content), errors="replace"))


def _checked(given: Given) -> Given:
    """Every row as wide as the headings; a blank line of a text file is no row."""
    headings = given.headings
    if given.kind == WORKBOOK:
        width = max([len(headings), *map(len, given.rows)])
        headings = (*headings, *[""] * (width - len(headings)))
    kept: list[Sequence[object]] = []
    numbers: list[int] = []
    for number, row in zip(given.numbers, given.rows, strict=True):
        if row:
            fits = len(row) == len(headings)
            kept.append(row if fits else _fitted(given.name, number, row, len(headings)))
            numbers.append(number)
            _check_quotes(given.name, number, row)
    return replace(given, headings=headings, rows=kept, numbers=numbers)


def _check_quotes(name: str, number: int, row: Sequence[object]) -> None:
    for cell in row:
        if isinstance(cell, str) and cell.count("\n") > _MOST_LINES_IN_A_CELL:
            raise NotTaken(OPEN_QUOTE, name=name, row=number)


def _fitted(name: str, number: int, row: Sequence[object], width: int) -> Sequence[object]:
    if len(row) < width:
        return [*row, *[None] * (width - len(row))]
    if any(map(_is_filled, row[width:])):
        raise NotTaken(TOO_WIDE, name=name, row=number, cells=len(row), headings=width)
    return row[:width]


def given_map(path: Path) -> dict[str, str]:
    """The measures by heading that a map file gives. Raises NotRead, NotTaken."""
    try:
        table = tomllib.loads(content_of(path, MOST_MAP_BYTES).decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NotTaken(NO_TOML, name=path.name, why=str(error)) from error
    columns = table.get("columns")
    if not isinstance(columns, dict) or not all(isinstance(key, str) for key in columns.values()):
        raise NotTaken(NO_COLUMNS, name=path.name)
    return {heading.strip(): key for heading, key in columns.items()}


NO_TABLE = Text(
    "“{name}” bukan tabel. Berikan berkas CSV, XLSX, XLS, ODS, atau Parquet.",
    "“{name}” is not a table. Give a CSV, XLSX, XLS, ODS or Parquet file.",
)
NO_ROWS = Text(
    "“{name}” tidak memuat satu baris data pun. Baris pertama harus judul kolom, di bawahnya "
    "angkanya.",
    "“{name}” holds no row of figures. Its first row must be the headings, the figures below.",
)
NO_SHEET = Text(
    "“{name}” tidak memiliki lembar “{sheet}”; yang ada {sheets}.",
    "“{name}” has no sheet “{sheet}”; there is {sheets}.",
)
MANY_SHEETS = Text(
    "“{name}” memuat beberapa lembar: {sheets}. Pilih satu dengan --sheet.",
    "“{name}” has several sheets: {sheets}. Choose one with --sheet.",
)
TOO_WIDE = Text(
    "“{name}” baris {row} memuat {cells} sel, padahal judulnya {headings}. Bila angkanya berkoma "
    "desimal, apit dengan tanda kutip atau pisahkan kolom dengan titik koma.",
    "“{name}” has {cells} cells in row {row} below {headings} headings. Where numbers have a "
    "decimal comma, put them in quotes or separate the columns with semicolons.",
)
OPEN_QUOTE = Text(
    "“{name}” baris {row}: satu sel memuat ratusan baris; tanda kutipnya mungkin tidak ditutup.",
    "“{name}” row {row}: one cell holds hundreds of lines; its quotation mark may not be closed.",
)
NO_TOML = Text(
    "Berkas petaan “{name}” tidak dapat dibaca sebagai TOML: {why}",
    "The map “{name}” cannot be read as TOML: {why}",
)
NO_COLUMNS = Text(
    "Berkas petaan “{name}” harus memuat [columns] dengan baris seperti "
    '"Umur Harapan Hidup P" = "life_expectancy_female".',
    "The map “{name}” must hold [columns] with lines such as "
    '"Umur Harapan Hidup P" = "life_expectancy_female".',
)
