"""Cells of an XLSX whose formula gives no value: a reader of values alone takes them for empty."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from typing import cast

# Declarations of entities end the reading before the parser sees them.
from xml.etree.ElementTree import Element, ParseError, XMLPullParser  # nosec B405

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DTD = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_MOST_SHEET = 40 * 1024 * 1024
_LOT = 256 * 1024


def is_open_xml(content: bytes) -> bool:
    """Whether the bytes are a workbook of the XLSX kind."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except zipfile.BadZipFile:
        return False


def broken_formulas(content: bytes, sheets: Collection[str]) -> frozenset[tuple[str, str]]:
    """Sheet and address of each formula in `sheets` that is in error or was never computed.

    Sheets that cannot be read give nothing: whoever read their values has the last word. Cost:
    the parsing of these sheets once more, at most 40 MB of each.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(
                (name, where)
                for name, part in _parts(archive)
                if name in sheets
                for where in _broken_in(archive, part)
            )
    except (zipfile.BadZipFile, KeyError, ParseError, NotImplementedError, zlib.error):
        return frozenset()


def _parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """The name of each sheet with the part it is kept in."""
    targets = {
        each.get("Id", ""): each.get("Target", "")
        for each in _elements(archive, "xl/_rels/workbook.xml.rels")
        if each.tag.endswith("}Relationship")
    }
    return [
        (each.get("name", ""), _part(targets.get(each.get(_RELATION, ""), "")))
        for each in _elements(archive, "xl/workbook.xml")
        if each.tag == f"{_MAIN}sheet"
    ]


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _broken_in(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    for cell in _elements(archive, part):
        if cell.tag != f"{_MAIN}c":
            continue
        shown = cell.findtext(f"{_MAIN}v")
        is_empty_formula = cell.find(f"{_MAIN}f") is not None and not shown
        if cell.get("t") == "e" or is_empty_formula:
            yield cell.get("r", "")
        cell.clear()


def _elements(archive: zipfile.ZipFile, part: str) -> Iterator[Element]:
    """Every element of a part once it is whole; declarations of entities end the reading."""
    parser: XMLPullParser[Element] = XMLPullParser(["end"])
    read = 0
    with archive.open(part) as stream:
        while (lot := stream.read(_LOT)) and read < _MOST_SHEET:
            if _DTD.search(lot):
                return
            read += len(lot)
            parser.feed(lot)
            # Only ends were asked for, and each of them brings its element.
            for _, element in cast(Iterator[tuple[str, Element]], parser.read_events()):
                yield element
