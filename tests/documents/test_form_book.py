"""The form as a workbook, read back by another library: what is open, checked, said, hidden."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from setara.domain.language.text import same
from setara.domain.statistics.form import Form, FormSheet, Formula, Role
from setara.domain.statistics.form_guide import Mending
from setara.domain.statistics.observation import NOTHING_LABELS, Nothing
from setara.domain.statistics.workbook import Received, form_of, judge_form
from setara.formats.broken_formulas import broken_formulas, is_open_xml
from setara.formats.form_book import form_book
from setara.formats.tables import read_grids
from tests.documents.workbooks import altered, packed, xls
from tests.domain.statistics.forms import FACTS, MEN, WOMEN, cells, grid_of

KEPT = {MEN: Decimal(3), WOMEN: Nothing.REFUSED}


def made(**more: object) -> bytes:
    return form_book(form_of(FACTS, cells(KEPT, **more)))


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def table() -> Worksheet:
    return opened(made(last=Decimal(7)))["KS15"]


def test_only_what_is_filled_in_is_unlocked(table: Worksheet) -> None:
    form = form_of(FACTS, cells(KEPT))
    sheet = next(each for each in form.sheets if each.name == "KS15")
    unlocked = {
        cell.coordinate for row in table.iter_rows() for cell in row if not cell.protection.locked
    }

    assert unlocked == {cell.address for cell in sheet.open_cells}
    assert {"D6", "E6", "G6", "H6", "J6", "D10", "G10", "I10"} <= unlocked


def test_every_sheet_is_protected_and_nobody_needs_a_password() -> None:
    book = opened(made())

    for sheet in book:
        assert sheet.protection.sheet
        assert not sheet.protection.password
        assert sheet.protection.insertRows
        assert sheet.protection.sort


def test_the_sheet_that_identifies_the_form_is_hidden_for_good_and_still_read() -> None:
    content = made()
    grids = {grid.sheet: grid for grid in read_grids("a.xlsx", content)}

    assert opened(content)["_setara"].sheet_state == "veryHidden"
    assert grids["_setara"].rows[2][:3] == ("round", "1", "Data terpilah 2025")


def test_figures_and_reasons_are_checked_as_they_are_typed(table: Worksheet) -> None:
    rules = table.data_validations.dataValidation
    by_cell = {
        where: rule for where in ("D6", "E6", "G8", "J7") for rule in rules if where in rule.sqref
    }

    assert (by_cell["D6"].type, by_cell["D6"].formula1) == ("whole", "0")
    assert by_cell["E6"].type == "list"
    assert by_cell["E6"].formula1.strip('"').split(",") == [
        label.id for label in NOTHING_LABELS.values()
    ]
    assert by_cell["D6"] == by_cell["G8"]
    assert by_cell["J7"].type == "whole"
    assert by_cell["D6"].showErrorMessage
    assert "bilangan bulat" in by_cell["D6"].error


def test_a_rate_is_checked_within_its_range() -> None:
    sheet = opened(made())["Seluruh wilayah"]
    rules = [rule for rule in sheet.data_validations.dataValidation if rule.type == "decimal"]

    assert ("0", "100") in {(rule.formula1, rule.formula2) for rule in rules}


def test_what_is_kept_and_the_last_figures_stand_beside_each_other(table: Worksheet) -> None:
    assert [table[where].value for where in ("C6", "D6", "E6", "G6", "H6")] == [
        7, 3, None, None, "ditolak diberikan",
    ]  # fmt: skip


def test_totals_are_live_and_say_their_verdict_in_a_word(table: Worksheet) -> None:
    assert table["I6"].value == '=IF(COUNT(D6,G6)=2,SUM(D6,G6),"")'
    assert table["D9"].value == '=IF(COUNT(D6:D8)=0,"",SUM(D6:D8))'
    assert table["K6"].value.startswith("=IF(OR(AND(")
    coloured = {
        rule.text
        for area in table.conditional_formatting
        for rule in area.rules
        if "K6" in area.sqref
    }
    assert {"lengkap", "cocok", "belum diisi", "selisih"} <= coloured


def test_a_comment_of_the_reviewer_hangs_on_its_cell() -> None:
    said = made(comment="Bukankah 512?", commented_by="Dian", is_settled=False)
    sheet = opened(said)["KS15"]

    assert "Bukankah 512?" in sheet["D6"].comment.text
    assert sheet["D6"].comment.author == "Dian"
    assert "Bukankah 512?" in sheet["L6"].value


def test_it_prints_on_lying_a4_with_its_head_on_every_page(table: Worksheet) -> None:
    assert (table.page_setup.orientation, str(table.page_setup.paperSize)) == ("landscape", "9")
    assert table.print_title_rows == "$4:$5"
    assert table.freeze_panes == "B6"
    assert table.sheet_properties.pageSetUpPr.fitToPage


def test_the_same_form_gives_the_same_bytes() -> None:
    assert made() == made()


def test_a_figure_longer_than_a_spreadsheet_can_hold_comes_back_whole() -> None:
    kept = {MEN: Decimal("123456789012345678"), WOMEN: Decimal("0.10")}
    asked = cells(kept)
    grids = read_grids("a.xlsx", form_book(form_of(FACTS, asked)))
    found = judge_form(FACTS, asked, Received({grid.sheet: grid.rows for grid in grids}))

    assert found.changes == ()


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "http://x.id", "a\x00b"])
def test_nothing_that_was_typed_becomes_a_formula_or_a_link(words: str) -> None:
    entries = {("KS15", "D6"): words, ("KS15", "E6"): words}
    mending = Mending(("KS15", "D6"), same(words), same(words))
    asked = cells(comment=words, commented_by=words, is_settled=False)
    book = opened(form_book(form_of(FACTS, asked, entries, [mending])))

    assert book["KS15"]["D6"].data_type == "s"
    assert book["KS15"]["D6"].hyperlink is None
    assert book["Perbaikan"]["C4"].data_type == "s"
    assert book["KS15"]["D6"].value.strip() == words.replace("\x00", "")


def test_a_marked_form_leads_to_every_marked_cell() -> None:
    mending = Mending(("KS15", "D6"), same("salah"), same("betulkan"))
    book = opened(form_book(form_of(FACTS, cells(), {("KS15", "D6"): "x"}, [mending])))
    plain = opened(made())

    assert book.active.title == "Perbaikan"
    assert book["Perbaikan"]["B4"].hyperlink.location == "'KS15'!D6"
    assert "salah" in book["KS15"]["D6"].comment.text
    assert "Perbaiki: salah" in book["KS15"]["L6"].value
    assert book["KS15"]["D6"].fill.fgColor.rgb != plain["KS15"]["D6"].fill.fgColor.rgb


def test_what_the_checks_show_before_they_run_is_what_they_find() -> None:
    """The results beside the formulas are ours: a reader of values sees them too."""
    form = form_of(FACTS, cells({MEN: Decimal(3), WOMEN: Decimal(4)}), {("KS15", "J6"): Decimal(8)})
    shown = {
        cell.address: cell.content.result
        for cell in sheet_of(form, "KS15").cells
        if isinstance(cell.content, Formula)
    }

    assert (shown["I6"], shown["K6"], shown["K7"]) == (Decimal(7), "selisih 1", "belum diisi")
    assert (shown["D9"], shown["I9"]) == (Decimal(3), Decimal(7))
    values = openpyxl.load_workbook(io.BytesIO(form_book(form)), data_only=True)["KS15"]
    assert (values["I6"].value, values["K6"].value) == (7, "selisih 1")


def sheet_of(form: Form, name: str) -> FormSheet:
    return next(sheet for sheet in form.sheets if sheet.name == name)


def test_sheets_are_named_so_that_a_spreadsheet_takes_them() -> None:
    assert [sheet.name for sheet in form_of(FACTS, cells()).sheets] == [
        "Petunjuk", "Seluruh wilayah", "KS15", "KS12",
    ]  # fmt: skip
    assert grid_of(form_of(FACTS, cells()))["Petunjuk"][0][0]


def test_a_sex_that_is_not_asked_is_closed() -> None:
    whole = sheet_of(form_of(FACTS, cells()), "Seluruh wilayah")
    row = next(cell.row for cell in whole.cells if "KS01" in str(cell.content))
    men = [cell for cell in whole.cells if cell.row == row and cell.column in {2, 3, 4}]

    assert {cell.role for cell in men} == {Role.CLOSED}


class TestBrokenFormulas:
    """Formulas without a value are seen, whoever wrote the file."""

    @staticmethod
    def typed(formula: str) -> bytes:
        book = opened(made())
        book["KS15"]["D6"] = formula
        written = io.BytesIO()
        book.save(written)
        return written.getvalue()

    def test_a_formula_nobody_computed(self) -> None:
        assert broken_formulas(self.typed("=5+5"), {"KS15"}) >= {("KS15", "D6")}

    def test_an_error_in_a_cell(self) -> None:
        content = altered(
            self.typed("=5+5"),
            lambda _, part: part.replace(b'<c r="D6" s', b'<c r="D6" t="e" s').replace(
                b"<f>5+5</f><v></v>", b"<f>A1/0</f><v>#DIV/0!</v>"
            ),
        )
        assert ("KS15", "D6") in broken_formulas(content, {"KS15"})

    def test_a_formula_that_shows_something_is_whole(self) -> None:
        found = broken_formulas(made(), {"KS15"})

        assert ("KS15", "K6") not in found
        assert ("KS15", "D6") not in found

    def test_a_file_that_is_none_has_none(self) -> None:
        assert broken_formulas(b"PK\x03\x04", {"KS15"}) == frozenset()
        assert not is_open_xml(b"PK\x03\x04")
        assert not is_open_xml(packed({"content.xml": "<a/>"}))
        assert is_open_xml(made())
        assert not is_open_xml(xls([(0, 0, "a")]))

    def test_entities_end_the_reading(self) -> None:
        bomb = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
        content = altered(made(), lambda name, part: bomb.encode() if "sheet3" in name else part)

        assert broken_formulas(content, {"KS15"}) == frozenset()
