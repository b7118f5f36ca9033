"""A government's own DOCX with placeholders: judged when it comes in, filled when it is printed.

Only names of a list are put in their places; nothing in the file is ever carried out.
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from setara.domain.language.text import Language, Text
from setara.domain.reports.paper_kinds import PaperKind
from setara.domain.reports.template_fields import ALLOWED, REQUIRED, TemplateValues, closest
from setara.formats.archive import without_clock
from setara.formats.printable import printable, said

MOST_BYTES = 5 * 1024 * 1024
_MOST_UNPACKED = 60 * 1024 * 1024
_GUARD = "\ue000"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z_.]+)\s*\}\}")
_LEFT_OVER = re.compile(r"\{\{[^{}]{0,40}|\}\}|\{%[^{}]{0,40}|%\}")


class TemplateUnreadable(Exception):
    """The file is no DOCX that can be a template; `reason` says why and what to do."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class TemplateFinding:
    """One thing that does not fit: where in the document, and what to write instead."""

    where: Text
    message: Text


def judged(content: bytes, kind: PaperKind) -> tuple[TemplateFinding, ...]:
    """What does not fit in a template for that kind of paper. Raises TemplateUnreadable."""
    document = _opened(content)
    findings: list[TemplateFinding] = []
    names: set[str] = set()
    for paragraph, where in _paragraphs(document):
        words = _words(paragraph)
        found = _PLACEHOLDER.findall(words)
        names.update(found)
        findings += [_unknown(name, where, kind) for name in found if name not in ALLOWED[kind]]
        rest = _LEFT_OVER.search(_PLACEHOLDER.sub("", words))
        if rest:
            findings.append(TemplateFinding(where, _BROKEN.filled(words=rest[0])))
        if len({name.split(".")[0] for name in found if "." in name}) > 1:
            findings.append(TemplateFinding(where, _TWO_LISTS))
    findings += [
        TemplateFinding(_WHOLE, _MISSING.filled(name=_braced(name)))
        for name in REQUIRED[kind]
        if name not in names
    ]
    return tuple(findings)


def filled(
    content: bytes, values: TemplateValues, notice: Text | None, footer: Text, language: Language
) -> bytes:
    """The template with the words of a paper; the notice stands in the head of every page.

    The template was judged when it came in. The same words give the same bytes.
    """
    document = _opened(content)
    for parent in _parents(document):
        _repeat(parent, values, language)
    single = {name: _guarded(text, language) for name, text in values.single.items()}
    for paragraph, _ in _paragraphs(document):
        _put(paragraph, single)
        for part in paragraph.iter(qn("w:t")):
            part.text = (part.text or "").replace(_GUARD, "")
    for section in document.sections:
        if notice:
            _mark(section.header, said(notice, language))
        _mark(section.footer, said(footer, language))
    written = io.BytesIO()
    document.save(written)
    return without_clock(written.getvalue())


def _opened(content: bytes) -> WordDocument:
    if content[:4] == _OLD_WORD:
        raise TemplateUnreadable(_OLD)
    if len(content) > MOST_BYTES:
        raise TemplateUnreadable(_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
                raise TemplateUnreadable(_LARGE)
            if any("vbaproject" in entry.filename.lower() for entry in entries):
                raise TemplateUnreadable(_MACROS)
        return Document(io.BytesIO(content))
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, OSError) as error:
        raise TemplateUnreadable(_NO_DOCX) from error


def _paragraphs(document: WordDocument) -> Iterator[tuple[BaseOxmlElement, Text]]:
    """Every paragraph with where it stands, tables within tables and text boxes included."""
    body = document.element.body
    for number, paragraph in enumerate(body.iter(qn("w:p")), start=1):
        within = "w:tbl" if any(True for _ in paragraph.iterancestors(qn("w:tbl"))) else ""
        yield (
            paragraph,
            (_IN_TABLE if within else _IN_BODY).filled(
                n=number, words=_words(paragraph).strip()[:40]
            ),
        )
    for section in document.sections:
        for part, where in ((section.header, _IN_HEADER), (section.footer, _IN_FOOTER)):
            if not part.is_linked_to_previous:
                for paragraph in part._element.iter(qn("w:p")):
                    yield paragraph, where.filled(words=_words(paragraph).strip()[:40])


def _parents(document: WordDocument) -> Iterator[BaseOxmlElement]:
    """What holds rows or paragraphs that may repeat, the innermost first."""
    body = document.element.body
    yield from reversed(list(body.iter(qn("w:tbl"))))
    yield from list(body.iter(qn("w:tc")))
    yield body


def _repeat(parent: BaseOxmlElement, values: TemplateValues, language: Language) -> None:
    """Write a row or paragraph once for each of its list; one of an empty list stays, dashed."""
    tag = qn("w:tr") if parent.tag == qn("w:tbl") else qn("w:p")
    for element in [each for each in parent if each.tag == tag]:
        name = _list_of(element)
        if name is None:
            continue
        rows = values.rows.get(name, ()) or ({},)
        for row in rows:
            grown = copy.deepcopy(element)
            element.addprevious(grown)
            words = {f"{name}.{part}": _guarded(text, language) for part, text in row.items()}
            for paragraph in grown.iter(qn("w:p")):
                _put(paragraph, words, dash_for=f"{name}.")
        parent.remove(element)


def _list_of(element: BaseOxmlElement) -> str | None:
    """The list a row or paragraph repeats for; a row that names several is left to its cells."""
    inside = [element] if element.tag == qn("w:p") else element.iter(qn("w:p"))
    names = [name for part in inside for name in _PLACEHOLDER.findall(_words(part))]
    lists = {name.split(".")[0] for name in names if "." in name}
    return lists.pop() if len(lists) == 1 else None


def _guarded(text: Text, language: Language) -> str:
    """Words of a user that look like a placeholder are never taken for one."""
    return said(text, language).replace("{{", f"{{{_GUARD}{{")


def _words(paragraph: BaseOxmlElement) -> str:
    return "".join(part.text or "" for part in paragraph.iter(qn("w:t")))


def _put(paragraph: BaseOxmlElement, words: Mapping[str, str], dash_for: str = "") -> None:
    """Put words in the places of their names, also where Word split a name over several runs.

    The words take the looks of the run in which the name begins.
    """
    parts = list(paragraph.iter(qn("w:t")))
    text = "".join(part.text or "" for part in parts)
    for found in reversed(list(_PLACEHOLDER.finditer(text))):
        name = found[1]
        if name not in words and not (dash_for and name.startswith(dash_for)):
            continue
        _replace(parts, found.start(), found.end(), words.get(name, "–"))


def _replace(parts: list[BaseOxmlElement], start: int, end: int, words: str) -> None:
    place, is_written = 0, False
    for part in parts:
        text = part.text or ""
        first, last = max(start - place, 0), min(end - place, len(text))
        if first < last and first < len(text):
            part.text = text[:first] + ("" if is_written else words) + text[last:]
            part.set(qn("xml:space"), "preserve")
            is_written = True
        place += len(text)


def _mark(part: object, words: str) -> None:
    paragraph = part.add_paragraph(printable(words))  # type: ignore[attr-defined]
    paragraph.alignment = 1
    for run in paragraph.runs:
        run.bold = True


def _unknown(name: str, where: Text, kind: PaperKind) -> TemplateFinding:
    meant = closest(name, kind)
    if meant:
        return TemplateFinding(where, _MEANT.filled(name=_braced(name), meant=_braced(meant)))
    return TemplateFinding(where, _UNKNOWN.filled(name=_braced(name)))


def _braced(name: str) -> str:
    return f"{{{{ {name} }}}}"


_IN_BODY = Text("Paragraf ke-{n} (“{words}”)", "Paragraph {n} (“{words}”)")
_IN_TABLE = Text("Tabel, paragraf ke-{n} (“{words}”)", "Table, paragraph {n} (“{words}”)")
_IN_HEADER = Text("Kepala halaman (“{words}”)", "Page header (“{words}”)")
_IN_FOOTER = Text("Kaki halaman (“{words}”)", "Page footer (“{words}”)")
_WHOLE = Text("Seluruh templat", "The whole template")
_UNKNOWN = Text(
    "{name} tidak dikenal. Pakailah salah satu dari daftar di halaman ini.",
    "{name} is not known. Use one of the list on this page.",
)
_MEANT = Text(
    "{name} tidak dikenal. Mungkin yang dimaksud {meant}.",
    "{name} is not known. Perhaps {meant} was meant.",
)
_MISSING = Text(
    "{name} belum ada. Tanpa itu cetakan tidak lengkap.",
    "{name} is missing. Without it a print is not complete.",
)
_BROKEN = Text(
    "“{words}” tidak utuh. Tulis nama di antara dua kurung kurawal, misalnya {{{{ agency }}}}.",
    "“{words}” is not whole. Write a name between double braces, as in {{{{ agency }}}}.",
)
_TWO_LISTS = Text(
    "Satu paragraf memuat dua daftar. Pisahkan menjadi dua paragraf atau dua kolom.",
    "One paragraph holds two lists. Make two paragraphs or two columns of it.",
)
_OLD = Text(
    "Ini berkas Word lama (.doc). Simpan sebagai .docx, lalu unggah lagi.",
    "This is an old Word file (.doc). Save it as .docx, then upload it again.",
)
_LARGE = Text(
    "Berkasnya terlalu besar. Kecilkan gambarnya sampai di bawah 5 MB.",
    "The file is too large. Make its pictures smaller, below 5 MB.",
)
_MACROS = Text(
    "Berkas ini memuat makro. Simpan sebagai .docx tanpa makro, lalu unggah lagi.",
    "This file holds macros. Save it as .docx without macros, then upload it again.",
)
_NO_DOCX = Text(
    "Berkas ini bukan DOCX, atau rusak. Buka di pengolah kata, simpan sebagai .docx, lalu unggah.",
    "This is no DOCX, or it is damaged. Open it in a word processor, save it as .docx, upload it.",
)
