"""The list of beneficiaries as a workbook, read back by another library."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from setara.domain.budget.beneficiaries.headcount import Headcount
from setara.domain.budget.beneficiaries.sheet import (
    FIRST_ROW,
    GUIDE,
    SHEET,
    Column,
    SheetFacts,
    SheetRow,
    sheet_form,
)
from setara.domain.budget.beneficiaries.sheet_reading import read_sheet
from setara.domain.foundation.money import Rupiah
from setara.formats.form_book import form_book
from setara.formats.tables import read_grids

FACTS = SheetFacts("64.01/1", "Kabupaten Paser", 2026, 7, "DPA 2026")
ROW = SheetRow(
    "2.17",
    "2.17.07.2.01.0015",
    "=HYPERLINK(1)",
    Rupiah(500_000_000),
    standing=3,
    count=Headcount(Decimal(321), Decimal(179)),
    document="=1+1",
)


@pytest.fixture(scope="module")
def content() -> bytes:
    return form_book(sheet_form(FACTS, [ROW]))


@pytest.fixture
def table(content: bytes) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(content))[SHEET]


def test_only_what_is_filled_in_is_unlocked(table: Worksheet):
    locked = {
        column for column in Column if table.cell(FIRST_ROW + 1, column.place + 1).protection.locked
    }

    assert table.protection.sheet
    assert locked == {Column.AGENCY, Column.CODE, Column.NAME, Column.AMOUNT}


def test_free_text_is_not_checked_and_choices_are(table: Worksheet):
    def rule(column: Column) -> list[str]:
        where = table.cell(FIRST_ROW + 1, column.place + 1).coordinate
        return [each.type for each in table.data_validations.dataValidation if where in each.sqref]

    assert rule(Column.UNIT) == ["list"]
    assert rule(Column.WOMEN) == ["whole"]
    assert rule(Column.DOCUMENT) == []


def test_nothing_that_was_typed_becomes_a_formula(table: Worksheet):
    for column in (Column.NAME, Column.DOCUMENT):
        assert table.cell(FIRST_ROW + 1, column.place + 1).data_type == "s"


def test_the_list_has_a_guide_and_comes_back_as_it_went(content: bytes):
    sheets = {grid.sheet: grid.rows for grid in read_grids("daftar.xlsx", content)}

    assert GUIDE in sheets
    (entry,) = read_sheet(sheets, FACTS).entries
    assert (entry.count, entry.document) == (ROW.count, ROW.document)


def test_the_same_list_gives_the_same_bytes(content: bytes):
    assert form_book(sheet_form(FACTS, [ROW])) == content
