"""Tables as they are handed in, read into one neutral grid: xlsx, xls, ods, csv, HTML."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from setara.domain.language.text import Language, Text
from setara.formats.apart import NotOpened, opened_apart
from setara.formats.csv_text import rows_of_csv
from setara.formats.opening import MOST_CELLS, Ending
from setara.formats.strangers import (
    IS_PAGE,
    NO_TABLE,
    is_empty,
    is_noise,
    packed_stranger,
    stranger,
)

Cells = Sequence[object]

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 300 * 1024 * 1024
_BEGINNING = 4096
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# An old workbook begins with a BOF record; FILEPASS, perhaps after WRITEPROT, means a password.
_LOCKED_XLS = re.compile(
    rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MANIFEST, _MOST_MANIFEST = "META-INF/manifest.xml", 1024 * 1024
_MACROS = "_VBA_PROJECT".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name and its rows; a cell is a text, a number, a date or None.

    The first row is row 1 of the file, the first cell column A.
    """

    sheet: str
    rows: tuple[Cells, ...]


class Unreadable(Exception):
    """The file cannot be taken as a table; `reason` says why and what to do."""

    def __init__(self, reason: Text, **values: object) -> None:
        self.reason = reason.filled(**values)
        super().__init__(self.reason.say(Language.ENGLISH))


class NotATable(Unreadable):
    """The content is of no kind of table that is read here."""


EMPTY = Text(
    "“{name}” kosong. Pastikan berkas sudah disimpan, lalu unggah kembali.",
    "“{name}” is empty. Make sure the file was saved, then upload it again.",
)
NOTHING_WRITTEN = Text(
    "Lembar kerja “{name}” kosong. Periksa apakah berkasnya benar dan sudah disimpan.",
    "The sheets of “{name}” are empty. Check that it is the right file, and was saved.",
)
TOO_MANY_BYTES = Text(
    "“{name}” berukuran {size} MB; paling besar {most} MB. Pecah berkasnya.",
    "“{name}” has {size} MB; at most {most} MB are taken. Split the file.",
)
GROWS = Text(
    "“{name}” mengembang melebihi {most} MB saat dibuka, sehingga ditolak. Simpan ulang hanya "
    "lembar yang diperlukan.",
    "“{name}” grows beyond {most} MB when it is opened, so it is refused. Save only the sheet "
    "that is needed.",
)
TOO_MANY_CELLS = Text(
    "“{name}” memuat lebih dari {most} sel atau terlalu besar untuk dibuka. Hapus kolom dan "
    "baris kosong sampai ujung lembar, atau pecah berkasnya.",
    "“{name}” has more than {most} cells or is too large to open. Delete empty columns and rows "
    "to the end of the sheet, or split the file.",
)
HAS_MACROS = Text(
    "“{name}” memuat makro. Simpan sebagai “Buku Kerja Excel (.xlsx)” tanpa makro, lalu unggah "
    "kembali.",
    "“{name}” holds macros. Save it as “Excel Workbook (.xlsx)” without macros and upload that.",
)
LOCKED = Text(
    "“{name}” dikunci dengan sandi. Simpan tanpa sandi, lalu unggah kembali.",
    "“{name}” is locked with a password. Save it without one and upload it again.",
)
DAMAGED = Text(
    "“{name}” rusak atau tidak lengkap terunggah. Unggah kembali dari berkas aslinya.",
    "“{name}” is damaged, or was not uploaded whole. Upload it again from the original.",
)
NO_WORKBOOK = Text(
    "“{name}” tidak dapat dibuka sebagai buku kerja. Buka di aplikasi asalnya, simpan ulang "
    "sebagai XLSX, lalu unggah kembali.",
    "“{name}” cannot be opened as a workbook. Open it where it was made, save it again as XLSX "
    "and upload that.",
)
REASONS = {Ending.TOO_LARGE: TOO_MANY_CELLS, Ending.UNREADABLE: NO_WORKBOOK}


def read_grids(name: str, content: bytes) -> tuple[Grid, ...]:
    """The sheets of a file by its content; its name only speaks in messages.

    Macros, formulas and links are never run: only stored values are read, and a file that
    carries macros is not taken at all, since it would be kept and handed on. Raises Unreadable
    for what is empty, too large, locked, or no table at all.
    """
    kind = kind_of(name, content)
    if kind != "csv":
        return _apart(name, kind, content)
    rows = rows_of_csv(content)
    if sum(len(row) for row in rows) > MOST_CELLS:
        raise Unreadable(TOO_MANY_CELLS, name=name, most=MOST_CELLS)
    return (Grid("CSV", tuple(rows)),)


def kind_of(name: str, content: bytes, *, most_csv: int | None = None) -> str:
    """`workbook`, `html` or `csv`, by what the bytes are. Raises Unreadable, as `read_grids` does.

    `most_csv` is how long a CSV may be where its rows are read one after the other.
    """
    begins = content[:_BEGINNING].lstrip()
    if is_empty(content):
        raise Unreadable(EMPTY, name=name)
    if (reason := stranger(content)) is not None:
        raise NotATable(reason, name=name)
    is_archive, is_old = content.startswith(_ZIP), content.startswith(_OLE)
    is_other = is_archive or is_old or begins[:1] == b"<"
    _check_size(name, content, MOST_BYTES if is_other or most_csv is None else most_csv)
    if is_archive:
        _check_archive(name, content)
    elif is_old:
        _check_old_workbook(name, content)
    elif not is_other:
        if not content.startswith(_UTF16_MARKS) and is_noise(content):
            raise NotATable(NO_TABLE, name=name)
        return "csv"
    return "workbook" if is_archive or is_old else "html"


def _check_size(name: str, content: bytes, most: int) -> None:
    if len(content) > most:
        size = len(content) // 1024**2
        raise Unreadable(TOO_MANY_BYTES, name=name, size=size, most=most // 1024**2)


def _check_archive(name: str, content: bytes) -> None:
    """Refuse what would fill the memory before it is unpacked, and what carries macros."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile as error:
        raise Unreadable(DAMAGED, name=name) from error
    entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Unreadable(GROWS, name=name, most=MOST_UNPACKED // 1024**2)
    if any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
        raise Unreadable(HAS_MACROS, name=name)
    if _is_locked(archive):
        raise Unreadable(LOCKED, name=name)
    if (reason := packed_stranger(entry.filename for entry in entries)) is not None:
        raise NotATable(reason, name=name)


def _is_locked(archive: zipfile.ZipFile) -> bool:
    """An ODS says in its manifest that its parts are encrypted."""
    try:
        with archive.open(_MANIFEST) as manifest:
            return b"encryption-data" in manifest.read(_MOST_MANIFEST)
    except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
        # No manifest, or one that cannot be read: then the reader has the last word.
        return False


def _check_old_workbook(name: str, content: bytes) -> None:
    """A locked XLSX hides in the container of the old XLS; macros have a folder in it."""
    if _ENCRYPTED in content or _LOCKED_XLS.search(content):
        raise Unreadable(LOCKED, name=name)
    if _MACROS in content:
        raise Unreadable(HAS_MACROS, name=name)


def _apart(name: str, kind: str, content: bytes) -> tuple[Grid, ...]:
    try:
        sheets = opened_apart(kind, content)
    except NotOpened as closed:
        reason = REASONS[closed.ending]
        raise Unreadable(reason, name=name, most=MOST_CELLS) from closed
    if not sheets:
        raise NotATable(IS_PAGE if kind == "html" else NO_TABLE, name=name)
    if not any(cell not in {None, ""} for _, rows in sheets for row in rows for cell in row):
        raise Unreadable(NOTHING_WRITTEN, name=name)
    return tuple(Grid(sheet, tuple(rows)) for sheet, rows in sheets)
