"""A paper as an agency hands it in, a DOCX or a workbook, read into the grids of its tables."""

from __future__ import annotations

import io
import zipfile

from setara.domain.language.text import Text
from setara.formats.apart import NotOpened, opened_apart
from setara.formats.opening import MOST_CELLS, Ending
from setara.formats.strangers import IS_DOCUMENT, IS_IMAGE, IS_PDF, stranger
from setara.formats.tables import (
    GROWS,
    HAS_MACROS,
    MOST_BYTES,
    MOST_UNPACKED,
    NOTHING_WRITTEN,
    TOO_MANY_BYTES,
    TOO_MANY_CELLS,
    Grid,
    NotATable,
    Unreadable,
    read_grids,
)

_ZIP = b"PK\x03\x04"
_MAIN = "word/document.xml"
_PDF = Text(
    "“{name}” adalah PDF; tabelnya tidak dapat dibaca dengan pasti. Pakai berkas aslinya dalam "
    "bentuk DOCX atau XLSX.",
    "“{name}” is a PDF; its table cannot be read for certain. Use the original file, as DOCX or "
    "XLSX.",
)
_IMAGE = Text(
    "“{name}” adalah gambar. Pakai berkas aslinya dalam bentuk DOCX atau XLSX.",
    "“{name}” is an image. Use the original file, as DOCX or XLSX.",
)
_OLD_DOCUMENT = Text(
    "“{name}” adalah dokumen dalam bentuk lama (DOC atau RTF) atau presentasi. Buka di "
    "aplikasinya, simpan sebagai DOCX, lalu pakai berkas itu.",
    "“{name}” is a document of an old kind (DOC or RTF), or a presentation. Open it where it was "
    "made, save it as DOCX and use that.",
)
_NO_DOCUMENT = Text(
    "“{name}” tidak dapat dibuka sebagai dokumen. Buka di aplikasi asalnya, simpan ulang sebagai "
    "DOCX, lalu pakai berkas itu.",
    "“{name}” cannot be opened as a document. Open it where it was made, save it again as DOCX "
    "and use that.",
)
_OTHER_WORDS = {IS_PDF: _PDF, IS_IMAGE: _IMAGE, IS_DOCUMENT: _OLD_DOCUMENT}


def read_paper(name: str, content: bytes) -> tuple[Grid, ...]:
    """The tables of a paper in their order, by its content; its name only speaks in messages.

    Text between the tables of a DOCX is a grid without a name. Raises Unreadable, with a reason
    that says what the file is, for what is no DOCX and no table.
    """
    if _is_docx(content):
        return _document(name, content)
    reason = stranger(content)
    if reason in _OTHER_WORDS:
        raise NotATable(_OTHER_WORDS[reason], name=name)
    return read_grids(name, content)


def is_document(content: bytes) -> bool:
    """Whether the content is a DOCX rather than a table."""
    return _is_docx(content)


def _is_docx(content: bytes) -> bool:
    if not content.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _MAIN in archive.namelist()
    except zipfile.BadZipFile:
        return False


def _document(name: str, content: bytes) -> tuple[Grid, ...]:
    if len(content) > MOST_BYTES:
        size = len(content) // 1024**2
        raise Unreadable(TOO_MANY_BYTES, name=name, size=size, most=MOST_BYTES // 1024**2)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Unreadable(GROWS, name=name, most=MOST_UNPACKED // 1024**2)
    if any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
        raise Unreadable(HAS_MACROS, name=name)
    try:
        parts = opened_apart("document", content)
    except NotOpened as closed:
        reason = TOO_MANY_CELLS if closed.ending is Ending.TOO_LARGE else _NO_DOCUMENT
        raise Unreadable(reason, name=name, most=MOST_CELLS) from closed
    if not any(cell for _, rows in parts for row in rows for cell in row):
        raise Unreadable(NOTHING_WRITTEN, name=name)
    return tuple(Grid(sheet, tuple(rows)) for sheet, rows in parts)
