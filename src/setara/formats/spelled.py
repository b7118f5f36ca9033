"""An outline spelled as plain values in one language, for renderers that read JSON."""

from __future__ import annotations

from typing import Any

from setara.domain.language.text import Language, Text
from setara.domain.reports.outline import (
    Block,
    Facts,
    Figure,
    Heading,
    Items,
    Notice,
    Outline,
    Paragraph,
    Signature,
    Table,
)
from setara.formats.qr import qr_svg

Spelled = dict[str, Any]


def spelled(outline: Outline, language: Language) -> Spelled:
    """The outline as JSON values, every word in `language`."""
    head = outline.letterhead
    return {
        "title": outline.title.say(language),
        "subtitle": _said(outline.subtitle, language),
        "letterhead": head
        and {"government": head.government, "agency": head.agency, "address": head.address},
        "orientation": outline.orientation.value,
        "notice": _said(outline.notice, language),
        "footer": _said(outline.footer, language),
        "author": outline.author,
        "language": language.value,
        "check_url": outline.check_url,
        "code": qr_svg(outline.check_url) if outline.check_url else None,
        "blocks": [_block(block, language) for block in outline.blocks],
    }


def _said(text: Text | None, language: Language) -> str | None:
    return text.say(language) if text else None


def _block(  # noqa: C901, PLR0911 -- one case a kind of block
    block: Block, language: Language
) -> Spelled:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": text.say(language), "level": level}
        case Paragraph(text, is_small):
            return {"kind": "paragraph", "text": text.say(language), "small": is_small}
        case Facts(rows):
            said = [[label.say(language), value.say(language)] for label, value in rows]
            return {"kind": "facts", "rows": said}
        case Items(items, is_numbered):
            said_items = [item.say(language) for item in items]
            return {"kind": "items", "items": said_items, "numbered": is_numbered}
        case Table():
            return _table(block, language)
        case Figure(svg, caption, alternative):
            return {
                "kind": "figure",
                "svg": svg,
                "caption": caption.say(language),
                "alternative": alternative.say(language),
            }
        case Notice(text):
            return {"kind": "notice", "text": text.say(language)}
        case Signature():
            return {
                "kind": "signature",
                "place": block.place_and_day.say(language),
                "office": block.office.say(language),
                "agency": block.agency,
                "name": block.name,
                "rank": block.rank,
                "number": block.employee_number,
            }


def _table(table: Table, language: Language) -> Spelled:
    return {
        "kind": "table",
        "caption": _said(table.caption, language),
        "columns": [
            {
                "heading": column.heading.say(language),
                "width": column.width,
                "alignment": column.alignment.value,
                "group": _said(column.group, language),
            }
            for column in table.columns
        ],
        "rows": [
            [{"parts": [part.say(language) for part in cell]} for cell in row] for row in table.rows
        ],
    }
