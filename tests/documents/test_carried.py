"""What a workbook carries beside its values: formulas nobody worked out, links to other files."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from setara.formats.carried import FileKind, carried_by, file_kind
from setara.formats.xlsx import xlsx
from tests.documents.workbooks import altered, ods, xls


def with_formulas(**by_cell: str) -> bytes:
    """A workbook whose formulas were never worked out, as programs write it."""
    book: Any = openpyxl.Workbook()
    for cell, formula in by_cell.items():
        book.active[cell] = formula
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def with_stored_results() -> bytes:
    """A workbook whose formula holds a result, as a spreadsheet program writes it."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    page = book.add_worksheet("Data")
    page.write_formula("B2", "=1+1", None, 2)
    book.close()
    return written.getvalue()


def test_formulas_without_a_result_are_named_by_sheet_and_cell():
    carried = carried_by(with_formulas(A1="teks", B2="=SUM(C2:D2)", AB12="=1+1"))

    assert carried.empty_formulas == (("Sheet", "B2"), ("Sheet", "AB12"))


def test_a_formula_with_a_result_is_nothing_to_tell():
    assert carried_by(with_stored_results()).empty_formulas == ()


def test_links_to_other_files_are_told():
    written = io.BytesIO(xlsx("Data", [], [["a"]]))
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")

    assert carried_by(written.getvalue()).has_links
    assert not carried_by(xlsx("Data", [], [["a"]])).has_links


def test_unclosed_cells_by_the_million_take_no_time():
    hostile = b"<worksheet><sheetData><row>" + b'<c r="A1"><f>' * 400_000
    book = altered(
        xlsx("Data", [], [["a"]]),
        lambda name, part: hostile if name.endswith("sheet1.xml") else part,
    )

    assert carried_by(book).empty_formulas == ()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (xlsx("Data", [], [["a"]]), FileKind.XLSX),
        (xls([(0, 0, "a")]), FileKind.XLS),
        (ods(1, 1, 1), FileKind.ODS),
        (b"\n <html><table></table>", FileKind.HTML),
        (b"a;b\n", FileKind.CSV),
        (b"PK\x03\x04", FileKind.XLSX),
    ],
)
def test_the_kind_is_told_by_the_bytes(content, kind):
    assert file_kind(content) is kind
    assert carried_by(content).kind is kind
