"""An outline as DOCX: real styles and tables, to be edited further in a word processor."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from setara.domain.language.text import Language, Text
from setara.domain.reports.outline import (
    Block,
    Facts,
    Figure,
    Heading,
    Items,
    Letterhead,
    Notice,
    Orientation,
    Outline,
    Paragraph,
    Signature,
    Table,
)
from setara.formats.charts import png_of
from setara.formats.docx_table import add_table, room_of

_INK = RGBColor(0x16, 0x30, 0x2B)
_AMBER = RGBColor(0x8A, 0x4B, 0x00)
_LOCALES = {Language.INDONESIAN: "id-ID", Language.ENGLISH: "en-US"}
# A fixed moment, so that the same words give the same bytes.
_MADE_AT = datetime(2000, 1, 1, tzinfo=UTC)
_PAGE, _OF = Text("Halaman", "Page"), Text("dari", "of")


def docx(outline: Outline, language: Language) -> bytes:
    """The paper in one language."""
    document = Document()
    _prepare(document, outline, language)
    if outline.notice:
        _notice_in_header(document, outline.notice.say(language))
    if outline.letterhead:
        _letterhead(document, outline.letterhead)
    title = document.add_paragraph(plain(outline.title.say(language)), style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if outline.subtitle:
        below = document.add_paragraph(plain(outline.subtitle.say(language)), style="Subtitle")
        below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for block in outline.blocks:
        _add(document, block, language)
    _footer(document, outline, language)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def plain(words: str) -> str:
    """The words without the control characters that XML cannot hold."""
    return "".join(char for char in words if char in "\n\t" or ord(char) >= ord(" "))


def _prepare(document: WordDocument, outline: Outline, language: Language) -> None:
    properties = document.core_properties
    properties.title = plain(outline.title.say(language))
    properties.author = plain(outline.author)
    properties.language = _LOCALES[language]
    properties.created = properties.modified = _MADE_AT
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if outline.orientation is Orientation.LANDSCAPE:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.8)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Noto Sans", Pt(9.5)
    normal.paragraph_format.space_after = Pt(4)
    normal.element.get_or_add_rPr().append(_language_mark(language))
    for name, size in (("Title", 14), ("Subtitle", 9.5), ("Heading 1", 11), ("Heading 2", 9.5)):
        style = document.styles[name]
        style.font.name, style.font.size = "Noto Sans", Pt(size)
        style.font.color.rgb, style.font.italic = _INK, False
        # Word's own theme font would win over the name in East Asian and complex scripts.
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)


def _language_mark(language: Language) -> BaseOxmlElement:
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), _LOCALES[language])
    return mark


def _notice_in_header(document: WordDocument, words: str) -> None:
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(plain(words))
    run.bold, run.font.size, run.font.color.rgb = True, Pt(8), _AMBER


def _letterhead(document: WordDocument, head: Letterhead) -> None:
    for words, size in ((head.government, 10.5), (head.agency, 12.5), (head.address, 8)):
        if not words:
            continue
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(plain(words if words == head.address else words.upper()))
        run.bold, run.font.size = words != head.address, Pt(size)
    _rule_below(paragraph)


def _rule_below(paragraph: WordParagraph) -> None:
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", "16302B")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)


def _add(  # noqa: C901 -- one case a kind of block
    document: WordDocument, block: Block, language: Language
) -> None:
    match block:
        case Heading(text, level):
            document.add_heading(plain(text.say(language)), level=min(level, 2))
        case Paragraph(text, is_small):
            run = document.add_paragraph().add_run(plain(text.say(language)))
            run.font.size = Pt(8) if is_small else None
        case Facts(rows):
            _facts(document, rows, language)
        case Items(items, is_numbered):
            style = "List Number" if is_numbered else "List Bullet"
            for item in items:
                document.add_paragraph(plain(item.say(language)), style=style)
        case Table():
            add_table(document, block, language, plain)
        case Figure(svg, caption, alternative):
            _figure(document, svg, caption.say(language), alternative.say(language))
        case Notice(text):
            run = document.add_paragraph().add_run(plain(text.say(language)))
            run.bold, run.font.color.rgb = True, _AMBER
        case Signature():
            _signature(document, block, language)


def _facts(document: WordDocument, rows: tuple[tuple[Text, Text], ...], language: Language) -> None:
    table = document.add_table(rows=0, cols=3)
    for label, value in rows:
        cells = table.add_row().cells
        for cell, words, width in zip(
            cells, (label.say(language), ":", value.say(language)), (4.6, 0.4, 12), strict=True
        ):
            cell.width = Cm(width)
            cell.paragraphs[0].text = plain(words)


def _figure(document: WordDocument, svg: str, caption: str, alternative: str) -> None:
    picture = document.add_picture(io.BytesIO(png_of(svg)), width=room_of(document))
    picture._inline.docPr.set("descr", plain(alternative))
    document.add_paragraph(plain(caption), style="Caption")


def _signature(document: WordDocument, signature: Signature, language: Language) -> None:
    lines = [
        (signature.place_and_day.say(language), False),
        (signature.office.say(language), True),
        (signature.agency, False),
        ("\n\n", False),
        (signature.name, True),
        (signature.rank, False),
        (f"NIP. {signature.employee_number}" if signature.employee_number else "", False),
    ]
    for words, is_bold in lines:
        if not words:
            continue
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(10)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run(plain(words))
        run.bold, run.underline = is_bold, words == signature.name


def _footer(document: WordDocument, outline: Outline, language: Language) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    parts = [outline.footer.say(language)] if outline.footer else []
    if outline.check_url:
        parts.append(outline.check_url)
    paragraph.add_run(plain("  ·  ".join([*parts, f"{_PAGE.say(language)} "])))
    _field(paragraph, "PAGE")
    paragraph.add_run(f" {_OF.say(language)} ")
    _field(paragraph, "NUMPAGES")
    for run in paragraph.runs:
        run.font.size = Pt(7.5)


def _field(paragraph: WordParagraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)
