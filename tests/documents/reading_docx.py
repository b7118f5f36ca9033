"""A DOCX read back: its words in order, table cells included."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.table import Table


def opened(content: bytes) -> Document:
    """The DOCX, opened."""
    return docx.Document(io.BytesIO(content))


def words_of(content: bytes) -> str:
    """All words of the body, one line a paragraph or cell."""
    lines: list[str] = []
    for part in opened(content).iter_inner_content():
        if isinstance(part, Table):
            lines += [cell.text for row in part.rows for cell in row.cells]
        else:
            lines.append(part.text)
    return "\n".join(lines)
