"""CSV as offices write it: comma, semicolon or tab; UTF-8 or the Windows code page."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

# On a tie the comma comes last: it is the decimal mark inside Indonesian cells.
_DELIMITERS = ";\t|,"
_SAMPLED_LINES = 60
_ANNOUNCED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
# A quote that nobody closed swallows the rest of the file into one cell.
_MOST_LINES_IN_A_CELL = 200
# A spreadsheet takes a text that starts so for a formula, and runs it.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# One cell may be as long as the largest file that is taken.
csv.field_size_limit(2**31 - 1)


def rows_of_csv(content: bytes) -> list[list[object]]:
    """The rows as texts; an empty cell is None. Never raises: each byte means something."""
    text = decoded(content)
    announced = _ANNOUNCED.match(text)
    delimiter = announced[1] if announced else delimiter_of(text)
    lines = text[announced.end() :] if announced else text
    rows = _rows(lines, delimiter)
    if any(cell.count("\n") > _MOST_LINES_IN_A_CELL for row in rows for cell in row):
        rows = _rows(lines, delimiter, has_quotes=False)
    return [[cell.strip() or None for cell in row] for row in rows]


def csv_of(rows: Sequence[Sequence[object]], *, delimiter: str = ";") -> bytes:
    """The rows for a spreadsheet: UTF-8 with its mark, no text that could become a formula.

    A semicolon is what an Indonesian spreadsheet expects. Numbers are written as they are, with
    a decimal point.
    """
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows(
        [_harmless(cell) for cell in row] for row in rows
    )
    return written.getvalue().encode("utf-8-sig")


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell


def _rows(text: str, delimiter: str, *, has_quotes: bool = True) -> list[list[str]]:
    lines = io.StringIO(text, newline="")
    if has_quotes:
        return list(csv.reader(lines, delimiter=delimiter))
    return list(csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE))


def decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 by their marks, UTF-8 where it fits, the Windows code page otherwise."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def delimiter_of(text: str) -> str:
    """The mark that cuts most lines into the same number of cells, at least two."""
    lines = [line for line in text.splitlines()[:_SAMPLED_LINES] if line.strip()]
    best, best_score = ",", 0
    for mark in _DELIMITERS:
        widths = [len(row) for row in csv.reader(lines, delimiter=mark)]
        score = max((widths.count(w) * (w - 1) for w in set(widths) if w > 1), default=0)
        if score > best_score:
            best, best_score = mark, score
    return best
