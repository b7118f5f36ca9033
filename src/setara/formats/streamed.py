"""Rows of a received file one after the other, so that a large one need not be held as a whole."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence

from setara.formats.apart import NotOpened, streamed_apart
from setara.formats.csv_text import delimiter_of
from setara.formats.opening import MOST_CELLS
from setara.formats.tables import REASONS, Unreadable, kind_of

MOST_CSV_BYTES = 200 * 1024 * 1024
_PIECE = 1 << 20
_SAMPLE = 1 << 16

PlacedRow = tuple[str, int, Sequence[object]]
"""Name of the sheet, row number in it counted from 1, cells."""


def streamed_rows(name: str, content: bytes) -> Iterator[PlacedRow]:
    """Each row of a table with where it stands; a cell of a CSV is a text, perhaps an empty one.

    Raises Unreadable, as `read_grids` does; a workbook may be found unreadable only after some
    of its rows were given. Cost: a CSV 1 µs a row, a workbook about 10.
    """
    kind = kind_of(name, content, most_csv=MOST_CSV_BYTES)
    if kind != "csv":
        yield from _from_apart(name, kind, content)
        return
    encoding = encoding_of(content)
    delimiter = delimiter_of(content[:_SAMPLE].decode(encoding, errors="replace"))
    text = io.TextIOWrapper(io.BytesIO(content), encoding, errors="replace", newline="")
    for number, row in enumerate(csv.reader(text, delimiter=delimiter), start=1):
        yield "CSV", number, row


def _from_apart(name: str, kind: str, content: bytes) -> Iterator[PlacedRow]:
    try:
        yield from streamed_apart(kind, content)
    except NotOpened as closed:
        raise Unreadable(REASONS[closed.ending], name=name, most=MOST_CELLS) from closed


def encoding_of(content: bytes) -> str:
    """The encoding a text file is in, by its mark or by trying it piece by piece."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(content)
    try:
        for start in range(0, len(content), _PIECE):
            piece = bytes(view[start : start + _PIECE])
            # What is ASCII needs no decoding, unless a letter is open from the piece before.
            if not piece.isascii() or decoder.getstate()[0]:
                decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"
