"""Tables written for spreadsheets: nothing typed becomes a formula, nothing depends on the hour."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from setara.formats.csv_text import csv_of
from setara.formats.tables import read_grids
from setara.formats.xlsx import xlsx

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A1"]


def page(content):
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


@pytest.mark.parametrize("words", DANGEROUS, ids=ascii)
def test_no_text_becomes_a_formula(words):
    written = page(xlsx("Data", [words], [[words], [words]]))

    assert {cell.data_type for row in written.iter_rows() for cell in row} <= {"s", "n"}
    assert written["A4"].value.strip() == words.strip()


@pytest.mark.parametrize("words", DANGEROUS, ids=ascii)
def test_no_text_of_a_csv_becomes_a_formula(words):
    ((cell,),) = csv.reader(io.StringIO(csv_of([[words]]).decode("utf-8-sig"), newline=""))

    assert cell == f"'{words}"


def test_numbers_stay_numbers_in_both_formats():
    row = [-5, 2.5, Decimal("1.25"), None, "Kuaro"]
    written = page(xlsx("Data", [], [["a"] * 5, row]))

    assert [cell.value for cell in written[2]] == [-5, 2.5, 1.25, None, "Kuaro"]
    assert csv_of([row]) == b"\xef\xbb\xbf-5;2.5;1.25;;Kuaro\r\n"


def test_the_head_is_bold_stands_still_and_is_printed_on_every_page():
    written = page(xlsx("Data", ["Judul", "Sumber"], [["Nama", "Hari"], ["a", date(2024, 1, 31)]]))

    assert written["A4"].font.bold
    assert not written["A5"].font.bold
    assert written.freeze_panes == "B5"
    assert written.print_title_rows == "$4:$4"
    assert written["B5"].value.date() == date(2024, 1, 31)


def test_columns_are_as_wide_as_their_words_within_reason():
    written = page(xlsx("Data", [], [["a", "Kecamatan Tanah Grogot"], ["b" * 300, 1]]))
    wide, fitting = (written.column_dimensions[letter].width for letter in "AB")

    assert 40 < wide < 60
    assert 22 < fitting < 30


@pytest.mark.parametrize(
    ("name", "kept"),
    [("a" * 40, "a" * 31), ("L/P [2024]: semua?", "L P  2024   semua"), ("'x'", "x"), ("", "Data")],
)
def test_any_name_of_a_sheet_is_made_one_that_a_spreadsheet_takes(name, kept):
    assert page(xlsx(name, [], [["a"]])).title == kept


def test_a_text_longer_than_a_cell_is_cut_and_an_empty_table_is_a_sheet():
    assert len(page(xlsx("Data", [], [["x" * 40_000]]))["A1"].value) == 32_767
    assert page(xlsx("Data", [], [])).max_row == 1


def test_the_same_table_gives_the_same_bytes():
    assert xlsx("Data", ["J"], [["a"], [1]]) == xlsx("Data", ["J"], [["a"], [1]])
    written = openpyxl.load_workbook(io.BytesIO(xlsx("Data", [], [["a"]])))
    assert written.properties.created.year == 2000


def test_what_is_written_is_read_again():
    rows = [["Kecamatan", "P"], ["Kuaro", 21575], ["=1+1", "-"]]

    assert read_grids("a.xlsx", xlsx("Data", [], rows))[0].rows == tuple(map(tuple, rows))
