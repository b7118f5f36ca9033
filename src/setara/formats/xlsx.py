"""A table as XLSX, in which nothing that was typed can become a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal

import xlsxwriter


def xlsx(sheet: str, title: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """A workbook with title lines, a blank row, then the rows; the first of them is the head.

    Numbers stay numbers; every text is written as text, also one that starts with `=`.
    """
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": title[0] if title else sheet})
    page = book.add_worksheet(sheet[:31])
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#EEF3F0", "text_wrap": True})
    cell = book.add_format({"border": 1})
    for number, words in enumerate(title):
        page.write_string(number, 0, words, bold)
    first = len(title) + 1 if title else 0
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            style = head if number == 0 else cell
            if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
                page.write_number(first + number, place, float(value), style)
            else:
                page.write_string(first + number, place, "" if value is None else str(value), style)
    page.freeze_panes(first + 1, 0)
    page.set_column(0, max(0, len(rows[0]) - 1 if rows else 0), 18)
    book.close()
    return written.getvalue()
