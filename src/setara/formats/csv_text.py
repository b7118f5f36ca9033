"""CSV as offices write it: comma, semicolon or tab; UTF-8 or the Windows code page."""

from __future__ import annotations

import csv
import io

_DELIMITERS = ",;\t|"
_SAMPLED_LINES = 60


def rows_of_csv(content: bytes) -> list[list[object]]:
    """The rows as texts; an empty cell is None. Never raises: each byte means something."""
    text = decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    # A quote that never closes must not swallow megabytes into one cell and fail.
    csv.field_size_limit(10_000_000)
    return [[cell.strip() or None for cell in row] for row in reader]


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
