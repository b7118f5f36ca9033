"""An outline spelled as plain values in one language, for renderers that read JSON."""

from __future__ import annotations

from typing import Any

from setara.domain.language.text import Language, Text
from setara.domain.reports.outline import (
    SOURCE,
    Alignment,
    Block,
    Facts,
    Figure,
    Heading,
    Items,
    Letterhead,
    Notice,
    Outline,
    PageBreak,
    Paragraph,
    Signature,
    SourceNote,
    Table,
)
from setara.formats.printable import printable, said
from setara.formats.qr import qr_svg

Spelled = dict[str, Any]


def spelled(outline: Outline, language: Language) -> Spelled:
    """The outline as JSON values, every word in `language`; what is not there is empty."""
    url = outline.check_url
    day = outline.dated_on
    return {
        "title": _named(outline.title, language),
        "is_letter": outline.is_letter,
        "subtitle": said(outline.subtitle, language),
        "subject": said(outline.subject, language),
        "author": printable(outline.author),
        "date": [day.year, day.month, day.day] if day else [],
        "language": language.value,
        "letterhead": _letterhead(outline.letterhead),
        "orientation": outline.orientation.value,
        "notice": said(outline.notice, language),
        "footer": said(outline.footer, language),
        "check_url": printable(url) if url else "",
        "code": qr_svg(url) if url else "",
        "blocks": [_block(block, language) for block in outline.blocks],
    }


def _named(text: Text, language: Language) -> str:
    """Words that may not be missing: a tagged PDF takes no title, heading or figure without."""
    return said(text, language).strip() or "–"


def _letterhead(head: Letterhead | None) -> Spelled | None:
    if head is None:
        return None
    return {
        "government": printable(head.government),
        "agency": printable(head.agency),
        "address": printable(head.address),
    }


def _block(  # noqa: C901, PLR0911 -- one case a kind of block
    block: Block, language: Language
) -> Spelled:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": _named(text, language), "level": level}
        case Paragraph(text, is_small, alignment):
            return _paragraph(said(text, language), is_small=is_small, alignment=alignment)
        case SourceNote(text):
            return _paragraph(said(SOURCE.filled(source=text), language), is_small=True)
        case Facts(rows, is_narrow):
            pairs = [[said(label, language), said(value, language)] for label, value in rows]
            return {"kind": "facts", "rows": pairs, "narrow": is_narrow}
        case Items(items, is_numbered):
            points = [said(item, language) for item in items]
            return {"kind": "items", "items": points, "numbered": is_numbered}
        case Table():
            return _table(block, language)
        case Figure():
            return _figure(block, language)
        case Notice(text):
            return {"kind": "notice", "text": said(text, language)}
        case Signature():
            return _signature(block, language)
        case PageBreak(orientation):
            return {"kind": "page_break", "orientation": orientation.value if orientation else ""}


def _paragraph(words: str, *, is_small: bool, alignment: Alignment = Alignment.LEFT) -> Spelled:
    return {"kind": "paragraph", "text": words, "small": is_small, "alignment": alignment.value}


def _figure(figure: Figure, language: Language) -> Spelled:
    return {
        "kind": "figure",
        "svg": figure.svg,
        "caption": said(figure.caption, language),
        "alternative": _named(figure.alternative, language),
    }


def _signature(signature: Signature, language: Language) -> Spelled:
    return {
        "kind": "signature",
        "place": said(signature.place_and_day, language),
        "office": said(signature.office, language),
        "agency": printable(signature.agency),
        "name": printable(signature.name),
        "rank": printable(signature.rank),
        "number": printable(signature.employee_number),
    }


def _table(table: Table, language: Language) -> Spelled:
    return {
        "kind": "table",
        "caption": said(table.caption, language),
        "has_total": table.has_total,
        "columns": [
            {
                "heading": said(column.heading, language),
                "width": column.width,
                "alignment": column.alignment.value,
                "group": said(column.group, language),
                "number": printable(column.number),
            }
            for column in table.columns
        ],
        # A list of lists of lists; each innermost one is a cell.
        "rows": [[[said(part, language) for part in cell] for cell in row] for row in table.rows],
    }
