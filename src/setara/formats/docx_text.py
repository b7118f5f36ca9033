"""The writing of a received DOCX in its order: text between tables, and tables cell by cell."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

Part = tuple[str, list[list[str | None]]]

BETWEEN = ""
"""The name under which text between tables is given; tables are counted from 1."""

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _TAB, _BREAKS = qn("w:t"), qn("w:tab"), {qn("w:br"), qn("w:cr")}
_WRAPPED = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")}
_CONTINUED, _SPAN, _VALUE = qn("w:vMerge"), qn("w:gridSpan"), qn("w:val")
_PROPERTIES = qn("w:tcPr")
_BEFORE = qn("w:gridBefore")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED = qn("w:del")


class NotADocument(Exception):
    """The bytes are no DOCX that can be read."""


def parts_of_docx(content: bytes) -> Iterator[Part]:
    """The parts in the order of the document.

    A cell is the text of its paragraphs, one a line; the cells that a merged one covers are
    None. What tracked changes deleted is left out. Raises NotADocument.
    """
    try:
        body = docx.Document(io.BytesIO(content)).element.body
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise NotADocument from error
    between: list[list[str | None]] = []
    number = 0
    for block in _blocks(body):
        if block.tag == _PARAGRAPH:
            between += [[line] for line in _text(block).splitlines() if line.strip()]
            continue
        if between:
            yield BETWEEN, between
            between = []
        number += 1
        yield str(number), [_row(row) for row in _rows(block)]
    if between:
        yield BETWEEN, between


def _blocks(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag in {_PARAGRAPH, _TABLE}:
            yield child
        elif child.tag in _WRAPPED:
            yield from _blocks(child)


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == _ROW:
            yield child
        elif child.tag in _WRAPPED:
            yield from _rows(child)


def _row(row: Any) -> list[str | None]:
    cells: list[str | None] = [None] * _skipped(row)
    for cell in _cells(row):
        properties = cell.find(_PROPERTIES)
        cells.append(None if _is_continued(properties) else _cell_text(cell))
        cells += [None] * (_spanned(properties) - 1)
    return cells


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == _CELL:
            yield child
        elif child.tag in _WRAPPED:
            yield from _cells(child)


def _skipped(row: Any) -> int:
    before = next(row.iter(_BEFORE), None)
    return int(before.get(_VALUE, "0")) if before is not None else 0


def _is_continued(properties: Any) -> bool:
    merge = properties.find(_CONTINUED) if properties is not None else None
    return merge is not None and merge.get(_VALUE, "continue") == "continue"


def _spanned(properties: Any) -> int:
    span = properties.find(_SPAN) if properties is not None else None
    return max(int(span.get(_VALUE, "1")), 1) if span is not None else 1


def _cell_text(cell: Any) -> str:
    """The paragraphs of a cell; a table within it gives a line for each of its rows."""
    lines = []
    for block in _blocks(cell):
        if block.tag == _PARAGRAPH:
            lines.append(_text(block))
        else:
            rows = (_row(row) for row in _rows(block))
            lines += [" ".join(text for text in row if text) for row in rows]
    return "\n".join(line for line in lines if line.strip())


def _text(paragraph: Any) -> str:
    return "".join(_pieces(paragraph))


def _pieces(parent: Any) -> Iterator[str]:
    for child in parent:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB:
            yield " "
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag not in {_FALLBACK, _DELETED, _PARAGRAPH}:
            yield from _pieces(child)
