"""Files that are no table, told by their first bytes, so that people hear what they handed in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from setara.domain.language.text import Text

_BEGINNING = 4096
_MARKS_OF_ORDER = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_PACKED = (b"Rar!\x1a", b"7z\xbc\xaf", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ")
_OLE_WORD = "WordDocument".encode("utf-16-le")
_XML_BOOK = b"urn:schemas-microsoft-com:office:spreadsheet"
_JSON = re.compile(rb"(?:\[\s*[\[{]|\{)\s*[\"{}\]]")
_PASSWORD = re.compile(rb"<input[^>]+type\s*=\s*[\"']?password", re.IGNORECASE)
# Control characters no text has; the vertical tab and form feed some printouts do.
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})
_MOST_CONTROL = 0.02

IS_PDF = Text(
    "“{name}” adalah PDF. Unggah tabel aslinya dalam bentuk XLSX atau CSV.",
    "“{name}” is a PDF. Upload the table itself as XLSX or CSV.",
)
IS_IMAGE = Text(
    "“{name}” adalah gambar. Unggah tabel aslinya dalam bentuk XLSX atau CSV.",
    "“{name}” is an image. Upload the table itself as XLSX or CSV.",
)
IS_PACKED = Text(
    "“{name}” adalah arsip terkompresi. Buka arsipnya, lalu unggah tabel di dalamnya.",
    "“{name}” is a compressed archive. Unpack it and upload the table inside.",
)
IS_DOCUMENT = Text(
    "“{name}” adalah dokumen atau presentasi, bukan buku kerja. Salin tabelnya ke lembar kerja, "
    "lalu unggah sebagai XLSX.",
    "“{name}” is a document or presentation, not a workbook. Copy its table into a spreadsheet and "
    "upload that as XLSX.",
)
IS_JSON = Text(
    "“{name}” adalah JSON, bukan tabel. Unggah berkas XLSX, XLS, ODS, atau CSV.",
    "“{name}” is JSON, not a table. Upload an XLSX, XLS, ODS or CSV file.",
)
IS_XML_BOOK = Text(
    "“{name}” adalah lembar kerja XML lama. Buka di aplikasi lembar kerja, simpan sebagai XLSX, "
    "lalu unggah kembali.",
    "“{name}” is an old XML spreadsheet. Open it in a spreadsheet program, save it as XLSX and "
    "upload that.",
)
IS_LOGIN = Text(
    "“{name}” adalah halaman masuk sebuah situs, bukan tabelnya. Masuk dahulu, unduh ulang "
    "berkasnya, lalu unggah kembali.",
    "“{name}” is the sign-in page of a site, not its table. Sign in, download the file again and "
    "upload that.",
)
IS_PAGE = Text(
    "“{name}” adalah halaman web tanpa tabel. Unduh ulang tabelnya, lalu unggah kembali.",
    "“{name}” is a web page without a table. Download the table again and upload that.",
)
NO_TABLE = Text(
    "“{name}” bukan tabel. Unggah berkas XLSX, XLS, ODS, atau CSV.",
    "“{name}” is not a table. Upload an XLSX, XLS, ODS or CSV file.",
)


def is_empty(content: bytes) -> bool:
    """Whether nothing stands in the file but blanks and the mark of its encoding."""
    begins = content[:_BEGINNING]
    for mark in _MARKS_OF_ORDER:
        begins = begins.removeprefix(mark)
    return not begins.strip() and not content[_BEGINNING:].strip()


def stranger(content: bytes) -> Text | None:
    """What a file is that is no table, as a sentence to fill with its name; None for a table.

    Archives that hold a workbook are judged by `packed_stranger`.
    """
    begins = content[:_BEGINNING].removeprefix(_MARKS_OF_ORDER[0]).lstrip()
    is_riff = begins.startswith(b"RIFF") and begins[8:12] == b"WEBP"
    is_photo = begins[4:8] == b"ftyp"
    is_word = begins.startswith(b"{\\rtf") or (
        begins.startswith(b"\xd0\xcf\x11\xe0") and _OLE_WORD in content
    )
    told = (
        (begins.startswith(b"%PDF"), IS_PDF),
        (begins.startswith(_IMAGES) or is_riff or is_photo, IS_IMAGE),
        (begins.startswith(_PACKED), IS_PACKED),
        (is_word, IS_DOCUMENT),
        (_JSON.match(begins) is not None, IS_JSON),
        (begins.startswith(b"<") and _XML_BOOK in begins, IS_XML_BOOK),
        (begins.startswith(b"<") and _PASSWORD.search(content) is not None, IS_LOGIN),
    )
    return next((text for is_it, text in told if is_it), None)


def packed_stranger(names: Iterable[str]) -> Text | None:
    """What a zip archive is by the names in it; None for a workbook, or one nobody knows."""
    inside = list(names)
    if any(name.startswith(("word/", "ppt/")) for name in inside):
        return IS_DOCUMENT
    is_office = any(name in {"[Content_Types].xml", "mimetype", "content.xml"} for name in inside)
    is_book = any(name.startswith("xl/") for name in inside)
    return None if is_office or is_book else IS_PACKED


def is_noise(content: bytes) -> bool:
    """Whether the bytes are no text in any encoding of one byte or of UTF-8."""
    begins = content[:_BEGINNING]
    control = len(begins) - len(begins.translate(None, _CONTROL))
    return control > len(begins) * _MOST_CONTROL
