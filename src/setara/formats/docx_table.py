"""A table of an outline in a DOCX: grouped head, repeated on every page, widths as asked."""

from __future__ import annotations

from collections.abc import Callable

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from setara.domain.language.text import Language
from setara.domain.reports.outline import Alignment, Table

_DENSE_FROM = 7
_PLACES = {
    Alignment.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Alignment.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Alignment.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
}


def add_table(
    document: WordDocument, table: Table, language: Language, plain: Callable[[str], str]
) -> None:
    """Append the table; `plain` strips what XML cannot hold."""
    if table.caption:
        document.add_paragraph(plain(table.caption.say(language)), style="Caption")
    grouped = any(column.group for column in table.columns)
    written = document.add_table(rows=2 if grouped else 1, cols=len(table.columns))
    written.style = "Table Grid"
    written.autofit = False
    size = Pt(7.5) if len(table.columns) >= _DENSE_FROM else Pt(8.5)
    _head(written, table, language, plain, size)
    for row in table.rows:
        cells = written.add_row().cells
        for cell, parts, column in zip(cells, row, table.columns, strict=True):
            said = [plain(part.say(language)) for part in parts] or [""]
            marked = [f"• {words}" for words in said] if len(said) > 1 else said
            _fill(cell, marked, size, _PLACES[column.alignment])
    _set_widths(document, written, table)
    document.add_paragraph()


def room_of(document: WordDocument) -> Length:
    """The width between the margins."""
    section = document.sections[0]
    sides = (section.left_margin or 0) + (section.right_margin or 0)
    return Length((section.page_width or 0) - sides)


def _head(
    written: WordTable,
    table: Table,
    language: Language,
    plain: Callable[[str], str],
    size: Pt,
) -> None:
    last = len(written.rows) - 1
    for place, column in enumerate(table.columns):
        cell = written.cell(last, place)
        if last and column.group is None:
            cell = cell.merge(written.cell(0, place))
        _fill(cell, [plain(column.heading.say(language))], size, _PLACES[Alignment.CENTRE], True)
    if last:
        _groups(written, table, language, plain, size)
    for row in written.rows:
        _repeat(row)


def _groups(
    written: WordTable,
    table: Table,
    language: Language,
    plain: Callable[[str], str],
    size: Pt,
) -> None:
    start = 0
    while start < len(table.columns):
        group, end = table.columns[start].group, start
        while end + 1 < len(table.columns) and table.columns[end + 1].group == group:
            end += 1
        if group is not None:
            cell = written.cell(0, start).merge(written.cell(0, end))
            _fill(cell, [plain(group.say(language))], size, _PLACES[Alignment.CENTRE], True)
            start = end
        start += 1


def _fill(
    cell: _Cell, parts: list[str], size: Pt, place: WD_ALIGN_PARAGRAPH, is_head: bool = False
) -> None:
    for spare in cell.paragraphs[1:]:
        spare._p.getparent().remove(spare._p)
    cell.paragraphs[0].clear()
    for number, words in enumerate(parts):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.alignment = place
        paragraph.paragraph_format.space_after = Pt(1)
        run = paragraph.add_run(words)
        run.font.size, run.bold = size, is_head
    if is_head:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), "EEF3F0")
        cell._tc.get_or_add_tcPr().append(shade)


def _repeat(row: _Row) -> None:
    mark = OxmlElement("w:tblHeader")
    row._tr.get_or_add_trPr().append(mark)


def _set_widths(document: WordDocument, written: WordTable, table: Table) -> None:
    room = room_of(document)
    parts = sum(column.width for column in table.columns)
    for place, column in enumerate(table.columns):
        width = Length(room * column.width // parts)
        written.columns[place].width = width
        for cell in written.columns[place].cells:
            cell.width = width
