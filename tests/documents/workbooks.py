"""Workbooks made by hand, byte by byte: an old XLS, an ODS, and broken XLSX."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Sequence

_SECTOR = 512
_END, _FAT, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
Placed = tuple[int, int, float | str]


def xls(cells: Sequence[Placed], *, is_locked: bool = False) -> bytes:
    """An Excel 97 workbook with one sheet; each cell is row, column (from 0) and its value."""
    return _container("Workbook", _biff(cells, is_locked))


def ods(rows: int, columns: int, value: int) -> bytes:
    """An OpenDocument sheet that repeats one value over `rows` and `columns`."""
    namespaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {namespaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Data"><table:table-row table:number-rows-repeated="{rows}">'
        f'<table:table-cell office:value-type="float" office:value="{value}" '
        f'table:number-columns-repeated="{columns}"/></table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": "<m/>"})


def packed(parts: dict[str, str]) -> bytes:
    """A zip archive of these parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def altered(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The archive with each part changed."""
    written = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(content))
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
    return written.getvalue()


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _biff(cells: Sequence[Placed], is_locked: bool) -> bytes:
    def beginning(kind: int) -> bytes:
        return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 0))

    lock = _record(0x2F, struct.pack("<H", 1) + bytes(52)) if is_locked else b""
    end = _record(0x0A, b"")
    sheet = beginning(0x10) + b"".join(_cell(*cell) for cell in cells) + end
    name = b"Data"
    bound_size = 4 + 8 + len(name)
    start = len(beginning(5)) + len(lock) + bound_size + len(end)
    bound = _record(0x85, struct.pack("<IHBB", start, 0, len(name), 0) + name)
    return beginning(5) + lock + bound + end + sheet


def _cell(row: int, column: int, value: float | str) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        words = value.encode("utf-16-le")
        return _record(0x204, place + struct.pack("<HB", len(value), 1) + words)
    return _record(0x203, place + struct.pack("<d", value))


def _container(name: str, stream: bytes) -> bytes:
    """A compound file: one sector of its table, one of its folder, then the stream."""
    # A shorter stream would have to live among the small ones.
    stream = stream.ljust(max(4096, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    sectors = len(stream) // _SECTOR
    table = [_FAT, _END, *range(3, 2 + sectors), _END]
    table += [_FREE] * (_SECTOR // 4 - len(table))
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE,
        9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    folder = _entry("Root Entry", 5, 1, _END, 0) + _entry(name, 2, _FREE, 2, len(stream))
    folder += _entry("", 0, _FREE, 0, 0) * 2
    return header + struct.pack("<128I", *table) + folder + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    words = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sI16sIQ", words, len(words) + 2 if name else 0, kind, 1, _FREE, _FREE, child,
        bytes(16), 0, bytes(16), start, size,
    )  # fmt: skip
