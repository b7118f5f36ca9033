"""The look of papers as DOCX: sheet, named styles and language, so that a typist can go on."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

from setara.domain.language.text import Language
from setara.domain.reports.outline import Orientation
from setara.formats.fonts import FAMILY

WD_ORIENTS = {
    Orientation.PORTRAIT: WD_ORIENT.PORTRAIT,
    Orientation.LANDSCAPE: WD_ORIENT.LANDSCAPE,
}
LOCALES = {Language.INDONESIAN: "id-ID", Language.ENGLISH: "en-US"}
TABLE_STYLE = "Setara Table"
INK, SOFT, AMBER = RGBColor(0x16, 0x30, 0x2B), RGBColor(0x55, 0x64, 0x5F), RGBColor(0x8A, 0x4B, 0)
TINT, HAIRLINE = "EEF3F0", "8FA19B"
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_MARGIN = Cm(1.9)


@dataclass(frozen=True, slots=True)
class _Look:
    """A paragraph style; sizes and distances in points, `indent` in centimetres."""

    name: str
    size: float
    is_bold: bool = False
    colour: RGBColor = INK
    before: float = 0
    after: float = 4
    place: WD_ALIGN_PARAGRAPH | None = None
    based_on: str = "Normal"
    indent: float | None = None
    hanging: float = 0
    keeps_with_next: bool = False


_LOOKS = (
    _Look("Normal", 9.5),
    _Look("Title", 14, True, before=10, after=2, place=_CENTRE),
    _Look("Subtitle", 10, after=8, place=_CENTRE),
    _Look("Heading 1", 11, True, before=10, keeps_with_next=True),
    _Look("Heading 2", 9.5, True, before=6, keeps_with_next=True),
    _Look("Caption", 8.5, True, before=4, keeps_with_next=True),
    _Look("List Bullet", 9.5, after=3),
    _Look("List Number", 9.5, after=3),
    _Look("Header", 8, True, AMBER, place=_CENTRE),
    _Look("Footer", 7.5, colour=SOFT, after=0),
    _Look("Setara Small", 8, colour=SOFT),
    _Look("Setara Notice", 9, colour=AMBER, before=4),
    _Look("Setara Letterhead", 11, True, after=0, place=_CENTRE),
    _Look("Setara Letterhead Agency", 13, True, after=0, place=_CENTRE),
    _Look("Setara Letterhead Address", 8, after=0, place=_CENTRE),
    _Look("Setara Signature", 9.5, after=0, indent=9.6, keeps_with_next=True),
    _Look("Setara Table Text", 8.5, after=1),
    _Look("Setara Table Point", 8.5, after=1, based_on="List Bullet", indent=0.3, hanging=0.3),
    _Look("Setara Table Head", 8.5, True, after=1, place=_CENTRE),
    _Look("Setara Dense Text", 7.5, after=1),
    _Look("Setara Dense Point", 7.5, after=1, based_on="List Bullet", indent=0.25, hanging=0.25),
    _Look("Setara Dense Head", 7.5, True, after=1, place=_CENTRE),
)


def prepare(document: WordDocument, orientation: Orientation, language: Language) -> None:
    """Lay the sheet (A4), define the styles, and say which language the words are in."""
    _lay(document, orientation)
    for look in _LOOKS:
        _define(document, look)
    _define_table(document)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for mark in defaults.iter(qn("w:lang")):
        mark.set(qn("w:val"), LOCALES[language])


def room_of(document: WordDocument, section: Section | None = None) -> Length:
    """The width between the margins of a section, the last one where none is named."""
    return Length(((section or document.sections[-1]).page_width or 0) - 2 * _MARGIN)


def turn(document: WordDocument, orientation: Orientation) -> None:
    """Begin a section on a new sheet (A4) that lies as it says."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    width, height = Cm(21), Cm(29.7)
    if orientation is Orientation.LANDSCAPE:
        width, height = height, width
    section.orientation = WD_ORIENTS[orientation]
    section.page_width, section.page_height = width, height


def rule_below(paragraph: WordParagraph) -> None:
    """The double line that closes the head of an official paper."""
    borders = OxmlElement("w:pBdr")
    borders.append(_line("w:bottom", "thickThinSmallGap", 18, "16302B", space=4))
    paragraph._p.get_or_add_pPr().append(borders)


def _lay(document: WordDocument, orientation: Orientation) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if orientation is Orientation.LANDSCAPE:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = _MARGIN
    section.bottom_margin = Cm(2.8)
    section.header_distance = section.footer_distance = Cm(0.9)


def _define(document: WordDocument, look: _Look) -> None:
    style = _style(document, look.name)
    if look.name.startswith("Setara"):
        style.base_style = document.styles[look.based_on]
    style.font.name, style.font.size = FAMILY, Pt(look.size)
    style.font.bold, style.font.italic = look.is_bold, False
    style.font.color.rgb = look.colour
    marks = style.element.get_or_add_rPr()
    _remove(marks, "w:spacing")
    # The theme's fonts would win over the name that is given here.
    fonts = marks.get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FAMILY)
    _space(style, look)


def _style(document: WordDocument, name: str) -> ParagraphStyle:
    if name not in [style.name for style in document.styles]:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    found: ParagraphStyle = document.styles[name]
    return found


def _space(style: ParagraphStyle, look: _Look) -> None:
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.alignment = look.place
    layout.keep_with_next = look.keeps_with_next
    if look.indent is not None:
        layout.left_indent = Cm(look.indent)
        layout.first_line_indent = Cm(-look.hanging)
    # The word processor's own template draws a line here and stops for other sheets there.
    _remove(style.element.get_or_add_pPr(), "w:pBdr", "w:tabs")


def _remove(parent: BaseOxmlElement, *tags: str) -> None:
    for tag in tags:
        for found in parent.findall(qn(tag)):
            parent.remove(found)


def _define_table(document: WordDocument) -> None:
    style = document.styles.add_style(TABLE_STYLE, WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_line(f"w:{side}", "single", 4, HAIRLINE))
    margins = OxmlElement("w:tblCellMar")
    for side, twentieths in (("top", 40), ("left", 80), ("bottom", 40), ("right", 80)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twentieths))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = OxmlElement("w:tblPr")
    properties.append(borders)
    properties.append(margins)
    style.element.append(properties)


def _line(tag: str, kind: str, eighths: int, colour: str, *, space: int = 0) -> BaseOxmlElement:
    line = OxmlElement(tag)
    facts = (("val", kind), ("sz", str(eighths)), ("space", str(space)), ("color", colour))
    for name, value in facts:
        line.set(qn(f"w:{name}"), value)
    return line
