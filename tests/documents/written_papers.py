"""GAPs and GBSs written to files as agencies do, for reading back: DOCX and XLSX, cells merged."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import openpyxl

Rows = Sequence[Sequence[str | None]]


def as_docx(*tables: Rows, above: Sequence[str] = ()) -> bytes:
    """Each table after the lines above; cells covered by what stands left of them are merged."""
    document = docx.Document()
    for line in above:
        document.add_paragraph(line)
    for rows in tables:
        table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                if text is not None:
                    table.cell(number, place).text = text
            for start, end in _runs(row):
                table.cell(number, start).merge(table.cell(number, end))
        document.add_paragraph("")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def as_xlsx(*sheets: Rows) -> bytes:
    """Each table on a sheet of its own."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, start=1):
        page = book.create_sheet(f"GAP {number}")
        for row, cells in enumerate(rows, start=1):
            for place, text in enumerate(cells, start=1):
                if text is not None:
                    page.cell(row, place, text)
            for start, end in _runs(cells):
                page.merge_cells(
                    start_row=row, end_row=row, start_column=start + 1, end_column=end + 1
                )
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _runs(row: Sequence[str | None]) -> list[tuple[int, int]]:
    """A text with empty cells to its right, as a title or the head of a group has them."""
    if sum(text is not None for text in row) > len(row) // 2:
        return []
    runs = []
    for place, text in enumerate(row):
        end = place
        while text is not None and end + 1 < len(row) and row[end + 1] is None:
            end += 1
        if end > place:
            runs.append((place, end))
    return runs
