"""The list of beneficiaries as a form: what is open, what is sealed, and what is read back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from setara.domain.budget.beneficiaries.guard import hidden_counts
from setara.domain.budget.beneficiaries.headcount import Headcount, ReachStage, Unit
from setara.domain.budget.beneficiaries.sheet import (
    FIRST_ROW,
    MORE_ROWS,
    SHEET,
    Column,
    SheetFacts,
    SheetRow,
    sheet_form,
)
from setara.domain.budget.beneficiaries.sheet_reading import read_sheet
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language
from setara.domain.statistics.form import Form
from setara.domain.statistics.form_seal import SEAL_SHEET, NotThisForm
from setara.domain.statistics.observation import Nothing
from tests.domain.budget.test_beneficiaries import heads

FACTS = SheetFacts("64.01/1", "Kabupaten Paser", 2026, 7, "DPA 2026")
EMPTY = SheetRow("2.17", "2.17.07.2.01.0015", "Pelatihan UMKM", Rupiah(500_000_000))
STANDS = replace(
    EMPTY,
    standing=3,
    stage=ReachStage.REACHED,
    month=6,
    count=Headcount(Decimal(60), Nothing.REFUSED, 100),
    document="Daftar hadir",
)
Cells = dict[str, list[list[object]]]


def grid(form: Form) -> Cells:
    """The form as a reader of workbooks would see it."""
    found: Cells = {SEAL_SHEET: [list(row) for row in form.seal]}
    for sheet in form.sheets:
        rows: list[list[object]] = []
        for cell in sheet.cells:
            while len(rows) <= cell.row:
                rows.append([None] * len(Column))
            rows[cell.row][cell.column] = cell.content
        found[sheet.name] = rows
    return found


def why(cells: Cells, facts: SheetFacts = FACTS) -> str:
    with pytest.raises(NotThisForm) as caught:
        read_sheet(cells, facts)
    return caught.value.reason.say(Language.INDONESIAN)


def test_what_stands_is_read_back_and_empty_rows_are_passed_over():
    read = read_sheet(grid(sheet_form(FACTS, [STANDS, EMPTY])), FACTS)

    (entry,) = read.entries
    assert entry.count == STANDS.count
    assert entry.key == ("2.17", EMPTY.code, ReachStage.REACHED, 6, Unit.PERSON)
    assert read.stood == {entry.key: 3}
    assert (entry.where, read.findings) == (f"{SHEET}!H{FIRST_ROW + 1}", ())


def test_only_what_is_filled_in_is_open():
    table = sheet_form(FACTS, [EMPTY]).sheets[1]
    first = [cell for cell in table.cells if cell.row == FIRST_ROW]
    below = [cell for cell in table.cells if cell.row == FIRST_ROW + MORE_ROWS]

    assert {cell.column for cell in first if not cell.is_open} == {0, 1, 2, 3}
    assert {cell.column for cell in below if not cell.is_open} == {2, 3}


def test_another_book_or_a_changed_list_is_refused():
    made = grid(sheet_form(FACTS, [STANDS]))

    assert "milik" in why(made, replace(FACTS, year=2027))
    assert "milik" in why(made, replace(FACTS, government_code="64.03/2"))
    assert "bukan daftar" in why(made | {SEAL_SHEET: []})
    assert "versi Setara" in why(made | {SEAL_SHEET: [["setara-penerima", "0"]]})
    spoilt = [*made[SEAL_SHEET][:4], ["2.17", "x", "belum"]]
    assert "sudah diubah" in why(made | {SEAL_SHEET: spoilt})
    assert "Lembar" in why({SEAL_SHEET: made[SEAL_SHEET]})
    del made[SHEET][2][4]
    assert "Kolom daftar berubah" in why(made)


@pytest.mark.parametrize(
    ("column", "typed", "says"),
    [
        (Column.WOMEN, "-", "mengapa tidak ada"),
        (Column.WOMEN, -3, "bilangan bulat"),
        (Column.WOMEN_WHY, "ditolak diberikan", "sekaligus"),
        (Column.STATED, 7, "berjumlah"),
        (Column.STAGE, "kapan-kapan", "daftar"),
        (Column.MONTH, None, "1 sampai 12"),
        (Column.MONTH, 13, "1 sampai 12"),
        (Column.DOCUMENT, "", "dokumen"),
        (Column.DOCUMENT, "x" * 401, "400"),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(column: Column, typed: object, says: str):
    made = grid(sheet_form(FACTS, [STANDS]))
    made[SHEET][FIRST_ROW][column.place] = typed

    read = read_sheet(made, FACTS)

    assert read.entries == ()
    assert says in " ".join(each.message.say(Language.INDONESIAN) for each in read.findings)
    assert all(each.where.startswith(f"{SHEET}!") for each in read.findings)


def test_words_of_either_language_are_understood():
    made = grid(sheet_form(FACTS, [STANDS]))
    made[SHEET][FIRST_ROW][Column.STAGE.place] = "Reached"
    made[SHEET][FIRST_ROW][Column.MEN_WHY.place] = "Refused"
    made[SHEET][FIRST_ROW][Column.STATED.place] = "1.000"

    (entry,) = read_sheet(made, FACTS).entries

    assert entry.count == Headcount(Decimal(60), Nothing.REFUSED, 1000)


def test_small_counts_are_hidden_with_what_gives_them_away():
    hidden = hidden_counts([heads(3, 200), heads(40, 50), heads(0, 9), heads(2, 1)], least=5)

    assert (0, Sex.FEMALE) in hidden
    assert {(0, Sex.MALE), (0, None)} & hidden
    assert not any(row in (1, 2) for row, _ in hidden)
    assert {(3, Sex.FEMALE), (3, Sex.MALE)} <= hidden
    known = hidden_counts([heads(3, Nothing.NOT_REPORTED, 60)], least=5)
    assert (0, Sex.FEMALE) in known
