"""What a received file really is, and what it carries beside values: formulas, links to others."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from setara.formats.tables import MOST_UNPACKED

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_NAME = re.compile(rb'\br="([A-Z]{1,3}[0-9]{1,7})"')
_VALUE = re.compile(rb"<v>[^<]|<v [^>]*>[^<]|<is>")
_FORMULA = re.compile(rb"<f[ />]")
# How far before a formula its cell begins at most.
_BEFORE = 500
_SHEET = re.compile(r'<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"[^>]*?\br:id="([^"]*)"')
_RELATION = re.compile(r"<Relationship\b[^>]*>")
_TARGET, _ID = re.compile(r'\bTarget="([^"]*)"'), re.compile(r'\bId="([^"]*)"')
_UNREADABLE = (
    KeyError,
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    zlib.error,
    EOFError,
)
MOST_CELLS_NAMED = 1000


class FileKind(StrEnum):
    """What the bytes are, whatever the name says."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    HTML = "html"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Carried:
    """The kind of a file; its formulas without a stored value by sheet, as cell names.

    `has_links` is True where it takes values from other files; those stored are read.
    """

    kind: FileKind
    empty_formulas: tuple[tuple[str, str], ...] = ()
    has_links: bool = False


def file_kind(content: bytes) -> FileKind:
    """The kind by the first bytes; text that is no page is CSV."""
    if content.startswith(_ZIP):
        return FileKind.ODS if content[30:38] == b"mimetype" else FileKind.XLSX
    if content.startswith(_OLE):
        return FileKind.XLS
    return FileKind.HTML if content.lstrip()[:1] == b"<" else FileKind.CSV


def carried_by(content: bytes) -> Carried:
    """What a file carries that was taken as a table before. Never raises.

    Cost: nothing but for XLSX with formulas, whose sheets are looked through once.
    """
    kind = file_kind(content)
    if kind is not FileKind.XLSX:
        return Carried(kind)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        names = archive.namelist()
        links = any(name.startswith("xl/externalLinks/") for name in names)
        return Carried(kind, tuple(_empty_formulas(archive)), links)
    except _UNREADABLE:
        # The reader has the last word on what can be read.
        return Carried(kind)


def _empty_formulas(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    named = 0
    for sheet, part in _sheets(archive):
        if archive.getinfo(part).file_size > MOST_UNPACKED:
            continue
        for cell in _cells_without_value(archive.read(part)):
            yield sheet, cell
            named += 1
            if named == MOST_CELLS_NAMED:
                return


def _cells_without_value(content: bytes) -> Iterator[str]:
    """The names of cells that hold a formula and no result. Cost: linear, whatever is in it."""
    at = 0
    while found := _FORMULA.search(content, at):
        start = content.rfind(b"<c ", max(0, found.start() - _BEFORE), found.start())
        at = content.find(b"</c>", found.start())
        if at == -1:
            return
        name = _NAME.search(content, max(start, 0), found.start())
        if start != -1 and name and not _VALUE.search(content, found.start(), at):
            yield name[1].decode()


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet and the part it is in; read without following anything."""
    book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {}
    for relation in _RELATION.findall(relations):
        key, target = _ID.search(relation), _TARGET.search(relation)
        if key and target:
            targets[key[1]] = target[1].lstrip("/").removeprefix("xl/")
    for name, key in _SHEET.findall(book):
        part = f"xl/{targets.get(key, '')}"
        if part in archive.namelist():
            yield html.unescape(name), part
