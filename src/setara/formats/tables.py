"""Tables as they are handed in, read into one neutral grid: xlsx, xls, ods, csv, HTML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import python_calamine

from setara.domain.language.text import Language, Text
from setara.formats.csv_text import rows_of_csv
from setara.formats.html_table import rows_of_html

Cells = Sequence[object]

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 300 * 1024 * 1024
MOST_CELLS = 2_000_000
_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name and its rows; a cell is a text, a number, a date or None."""

    sheet: str
    rows: tuple[Cells, ...]


class Unreadable(Exception):
    """The file cannot be taken as a table; `reason` says why and what to do."""

    def __init__(self, indonesian: str, english: str, **values: object) -> None:
        self.reason = Text(indonesian, english).filled(**values)
        super().__init__(self.reason.say(Language.ENGLISH))


def read_grids(name: str, content: bytes) -> tuple[Grid, ...]:
    """The sheets of a file by its content; its name only speaks in messages.

    Macros, formulas and links are never run: only stored values are read. Raises Unreadable
    for what is empty, too large, locked, or no table at all.
    """
    _check_size(name, content)
    if content.startswith(_PDF):
        raise Unreadable(
            "“{name}” adalah PDF. Unggah tabel aslinya dalam bentuk XLSX atau CSV.",
            "“{name}” is a PDF. Upload the table itself as XLSX or CSV.",
            name=name,
        )
    if content.startswith((_ZIP, _OLE)):
        return _workbook(name, content)
    if content.lstrip()[:1] == b"<":
        return (Grid("HTML", _bounded(name, rows_of_html(content))),)
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(
            "“{name}” bukan tabel. Unggah berkas XLSX, XLS, ODS, atau CSV.",
            "“{name}” is not a table. Upload an XLSX, XLS, ODS or CSV file.",
            name=name,
        )
    return (Grid("CSV", _bounded(name, rows_of_csv(content))),)


def _check_size(name: str, content: bytes) -> None:
    if not content.strip():
        raise Unreadable("“{name}” kosong.", "“{name}” is empty.", name=name)
    if len(content) > MOST_BYTES:
        raise Unreadable(
            "“{name}” berukuran {size} MB; paling besar {most} MB. Pecah berkasnya.",
            "“{name}” has {size} MB; at most {most} MB are taken. Split the file.",
            name=name,
            size=len(content) // 1024**2,
            most=MOST_BYTES // 1024**2,
        )


def _workbook(name: str, content: bytes) -> tuple[Grid, ...]:
    if content.startswith(_ZIP):
        _check_archive(name, content)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [(sheet, _size(book, sheet)) for sheet in book.sheet_names]
        if sum(cells for _, cells in sheets) > MOST_CELLS:
            raise _too_many(name)
        return tuple(Grid(sheet, _rows(book, sheet)) for sheet, _ in sheets)
    except python_calamine.PasswordError as error:
        raise _locked(name) from error
    except (python_calamine.CalamineError, OSError) as error:
        if content.startswith(_OLE) and b"E\x00n\x00c\x00r\x00y\x00p\x00t" in content:
            raise _locked(name) from error
        raise Unreadable(
            "“{name}” tidak dapat dibuka sebagai buku kerja. Buka di aplikasi asalnya, simpan "
            "ulang sebagai XLSX, lalu unggah kembali.",
            "“{name}” cannot be opened as a workbook. Open it where it was made, save it again "
            "as XLSX and upload that.",
            name=name,
        ) from error


def _check_archive(name: str, content: bytes) -> None:
    """Refuse before unpacking what would fill the memory, and what is no workbook."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except zipfile.BadZipFile as error:
        raise Unreadable(
            "“{name}” rusak atau tidak lengkap terunggah.",
            "“{name}” is damaged, or was not uploaded whole.",
            name=name,
        ) from error
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Unreadable(
            "“{name}” mengembang melebihi {most} MB saat dibuka, sehingga ditolak.",
            "“{name}” grows beyond {most} MB when it is opened, so it is refused.",
            name=name,
            most=MOST_UNPACKED // 1024**2,
        )


def _size(book: python_calamine.CalamineWorkbook, sheet: str) -> int:
    read = book.get_sheet_by_name(sheet)
    return read.total_height * read.total_width


def _rows(book: python_calamine.CalamineWorkbook, sheet: str) -> tuple[Cells, ...]:
    # The rows above the first used one are kept, so that row numbers are those people see.
    rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return tuple(tuple(_cell(cell) for cell in row) for row in rows)


def _cell(cell: object) -> object:
    if isinstance(cell, str):
        return cell or None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, datetime | date | int | float):
        return cell
    return None if cell is None else str(cell)


def _bounded(name: str, rows: Sequence[Cells]) -> tuple[Cells, ...]:
    if sum(len(row) for row in rows) > MOST_CELLS:
        raise _too_many(name)
    return tuple(rows)


def _too_many(name: str) -> Unreadable:
    return Unreadable(
        "“{name}” memuat lebih dari {most} sel. Hapus kolom dan baris kosong, atau pecah "
        "berkasnya.",
        "“{name}” has more than {most} cells. Delete empty columns and rows, or split it.",
        name=name,
        most=MOST_CELLS,
    )


def _locked(name: str) -> Unreadable:
    return Unreadable(
        "“{name}” dikunci dengan sandi. Simpan tanpa sandi, lalu unggah kembali.",
        "“{name}” is locked with a password. Save it without one and upload it again.",
        name=name,
    )
