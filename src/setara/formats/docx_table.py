"""A table of an outline in a DOCX: grouped head, repeated on every page, widths as asked."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from setara.domain.language.text import Language
from setara.domain.reports.outline import Alignment, Column, Table
from setara.formats.docx_styles import TABLE_STYLE, TINT, room_of
from setara.formats.printable import printable, said

# From this many columns on, a table is set smaller.
_DENSE_FROM = 7
PLACES = {
    Alignment.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Alignment.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Alignment.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
}


def add_table(document: WordDocument, table: Table, language: Language) -> None:
    """Append the table; several points in a cell become a list."""
    if table.caption:
        document.add_paragraph(said(table.caption, language), style="Caption")
    columns = table.columns
    kind = "Dense" if len(columns) >= _DENSE_FROM else "Table"
    has_groups = any(column.group for column in columns)
    has_numbers = any(column.number for column in columns)
    written = document.add_table(rows=1 + has_groups + has_numbers, cols=len(columns))
    written.style = TABLE_STYLE
    written.alignment = WD_TABLE_ALIGNMENT.CENTER
    _head(written, columns, language, f"Setara {kind} Head")
    for row in table.rows:
        for cell, parts, column in zip(written.add_row().cells, row, columns, strict=True):
            style = f"Setara {kind} {'Point' if len(parts) > 1 else 'Text'}"
            _fill(cell, [said(part, language) for part in parts], style, PLACES[column.alignment])
    if table.has_total and table.rows:
        _embolden(written.rows[-1])
    room, whole = room_of(document), sum(column.width for column in columns)
    set_widths(written, [Length(room * column.width // whole) for column in columns])
    document.add_paragraph(style="Setara Small")


def _head(written: WordTable, columns: tuple[Column, ...], language: Language, style: str) -> None:
    last = int(any(column.group for column in columns))
    for place, column in enumerate(columns):
        cell = written.cell(last, place)
        if last and column.group is None:
            cell = cell.merge(written.cell(0, place))
        _fill_head(cell, said(column.heading, language), style)
    for start, end in _groups(columns):
        cell = written.cell(0, start).merge(written.cell(0, end))
        _fill_head(cell, said(columns[start].group, language), style)
    if len(written.rows) - 1 > last:
        for cell, column in zip(written.rows[-1].cells, columns, strict=True):
            _fill_head(cell, printable(column.number), style)
    for row in written.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _groups(columns: tuple[Column, ...]) -> list[tuple[int, int]]:
    """First and last place of each run of columns that share a group."""
    runs: list[tuple[int, int]] = []
    for place, column in enumerate(columns):
        if column.group is None:
            continue
        if runs and runs[-1][1] == place - 1 and columns[place - 1].group == column.group:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _fill_head(cell: _Cell, words: str, style: str) -> None:
    _fill(cell, [words], style, WD_ALIGN_PARAGRAPH.CENTER)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    _shade(cell)


def _fill(cell: _Cell, parts: list[str], style: str, place: WD_ALIGN_PARAGRAPH) -> None:
    # Merged cells bring the empty paragraphs of their parts along.
    for spare in cell.paragraphs[1:]:
        spare._p.getparent().remove(spare._p)
    for number, words in enumerate(parts or [""]):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.style = style
        paragraph.text = words
        paragraph.alignment = place


def _embolden(row: _Row) -> None:
    for cell in row.cells:
        _shade(cell)
        for paragraph in cell.paragraphs:
            for run in paragraph.runs:
                run.bold = True


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), TINT)
    cell._tc.get_or_add_tcPr().append(shade)


def set_widths(table: WordTable, widths: Sequence[Length]) -> None:
    """Fix the columns: the word processor would otherwise share the room out anew."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
