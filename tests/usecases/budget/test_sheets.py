"""Sheets of one workbook that together are a book are read as one, and nothing is counted twice."""

from __future__ import annotations

import io
from collections.abc import Mapping
from random import Random
from typing import Any

import openpyxl
import pytest

from setara.domain.budget.reading.findings import Fault
from setara.domain.budget.reading.level import Level
from setara.domain.budget.severity import Severity
from setara.usecases.budget.reading import ReadFile, read_file
from tests.domain.budget.reading import rendering, rendering_books, rendering_tables
from tests.domain.budget.reading.rendering import Leaf, Rows

LEAVES = rendering.current(Random(11))
TOTAL = sum(leaf.amount for leaf in LEAVES)
ACTIVITIES = sorted({leaf.activity for leaf in LEAVES})


def plain(amount: int) -> object:
    return amount


def of(activity: str) -> list[Leaf]:
    return [leaf for leaf in LEAVES if leaf.activity == activity]


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    book: Any = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def read(sheets: Mapping[str, Rows]) -> ReadFile:
    return read_file(name="dpa.xlsx", content=workbook(sheets))


def forms(year: int = 2025) -> dict[str, Rows]:
    """One printed form for each sub kegiatan."""
    return {
        f"DPA {number}": rendering_books.detail(of(activity), year, plain)
        for number, activity in enumerate(ACTIVITIES, start=1)
    }


def simple(leaves: list[Leaf], *, year: int = 2025) -> Rows:
    head = ["Tahun", "Kode SKPD", "Nama SKPD", "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Pagu"]
    sums: dict[tuple[str, str, str, str], int] = {}
    for each in leaves:
        key = (each.agency, each.agency_name, each.activity, each.name)
        sums[key] = sums.get(key, 0) + each.amount
    rows: Rows = [[*head]]
    rows += [[year, *key, amount] for key, amount in sums.items()]
    return rows


def faults(read: ReadFile) -> list[tuple[Fault, str]]:
    return [(each.fault, each.cell) for each in read.reading.findings]


def test_a_form_on_each_sheet_makes_one_book():
    book = read({**forms(), "Catatan": [["dibuat otomatis"]]})

    assert len(ACTIVITIES) > 2
    assert book.sheets == tuple(forms())
    assert book.others == ()
    reading = book.reading
    assert reading.amount == TOTAL
    assert {line.activity: line.amount for line in reading.activities} == {
        activity: sum(leaf.amount for leaf in of(activity)) for activity in ACTIVITIES
    }
    assert reading.total(Level.SUB_ACTIVITY).count == len(ACTIVITIES)
    assert reading.total(Level.ITEM).amount == TOTAL
    assert sum(part.lines for part in reading.parts) == len(reading.lines)
    assert {line.activity for line in reading.lines} == set(ACTIVITIES)
    assert (reading.year, len(reading.agencies)) == ("2025", len({x.agency for x in LEAVES}))
    assert faults(book) == [(Fault.SHEETS_JOINED, "")]


@pytest.mark.parametrize("name", ["Rekap", "AAA"])
def test_a_summary_beside_its_details_is_not_counted(name):
    sheets = dict(sorted({**forms(), name: simple(LEAVES)}.items()))

    book = read(sheets)

    assert book.reading.amount == TOTAL
    assert book.sheets == tuple(forms())
    assert book.others == (name,)
    assert faults(book) == [(Fault.SHEETS_JOINED, ""), (Fault.SHEET_REPEATS, "")]


def test_a_summary_of_another_amount_is_told():
    wrong = simple(LEAVES)
    wrong[1][-1] = 1

    book = read({**forms(), "Rekap": wrong})

    assert book.reading.amount == TOTAL
    assert [fault for fault, _ in faults(book)] == [Fault.SHEETS_JOINED, Fault.SHEET_DIFFERS]


def test_a_summary_with_activities_whose_form_is_missing_is_the_book():
    some = dict(list(forms().items())[1:])

    book = read({**some, "Rekap": simple(LEAVES)})

    assert book.reading.amount == TOTAL
    assert (book.sheets, book.others) == (("Rekap",), tuple(some))
    assert [fault for fault, _ in faults(book)] == [Fault.OTHER_SHEETS]


def test_sheets_of_agencies_with_the_same_sub_kegiatan_make_one_book():
    one: Rows = [["Tahun", "Kode SKPD", "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Pagu"]]
    sheets: dict[str, Rows] = {
        code: [*one, [2025, code, "1.02.01.2.01.0001", "Perencanaan", 5]] for code in ("A.1", "A.2")
    }

    book = read({**sheets})

    assert (book.sheets, book.reading.amount) == (("A.1", "A.2"), 10)
    assert [agency.code for agency in book.reading.agencies] == ["A.1", "A.2"]


def test_the_sheet_of_another_year_is_left_out():
    book = read({"2024": simple(LEAVES[:-1], year=2024), "2025": simple(LEAVES)})

    assert (book.sheets, book.reading.year) == (("2025",), "2025")
    assert (Fault.OTHER_SHEETS, "") in faults(book)


def test_the_same_sheet_before_and_after_is_not_added_up():
    book = read({"MURNI": simple(LEAVES), "GESER": simple(LEAVES)})

    assert book.reading.amount == TOTAL
    assert (book.sheets, book.others) == (("MURNI",), ("GESER",))


def test_a_summary_by_kegiatan_is_not_added_to_its_sub_kegiatan():
    head: list[object] = ["Tahun", "Kode SKPD", "Kode Kegiatan", "Nama Kegiatan", "Pagu"]
    rows: Rows = [
        [2025, leaf.agency, leaf.activity.rpartition(".")[0], "Kegiatan", 7] for leaf in LEAVES[:1]
    ]

    book = read({"Kegiatan": [head, *rows], "Rincian": simple(LEAVES)})

    assert (book.sheets, book.reading.amount) == (("Rincian",), TOTAL)


def test_findings_name_their_sheet():
    sheets = forms()
    last = [*sheets][-1]
    total = next(row for row in sheets[last] if "Jumlah" in row)
    total[-1] = 1

    book = read(sheets)

    (finding,) = [each for each in book.reading.findings if each.severity is Severity.WARNING]
    assert finding.cell.startswith(f"{last}!L")


def test_one_sheet_asked_for_is_read_alone():
    book = read_file(name="dpa.xlsx", content=workbook(forms()), sheet="DPA 2")

    assert book.sheets == ("DPA 2",)
    assert [line.activity for line in book.reading.activities] == [ACTIVITIES[1]]


def test_two_sheets_of_accounts_alone_are_not_added_up():
    rows: Rows = [
        ["Tahun Anggaran 2016"],
        ["No. Rekening", "Uraian", "Jumlah"],
        ["4", "PENDAPATAN DAERAH", 1000],
        ["5", "BELANJA DAERAH", 1200],
        ["5.1", "BELANJA TIDAK LANGSUNG", 1200],
    ]

    book = read({"Lampiran I": rows, "Lampiran II": rows[:-1]})

    assert (book.sheets, book.reading.amount) == (("Lampiran I",), 1200)


def test_an_export_split_over_sheets_is_one_book():
    rows = rendering_tables.sipd_items(LEAVES, 2025, plain)
    by_activity = {
        activity: [rows[0], *(row for row in rows[1:] if activity in row)]
        for activity in ACTIVITIES
    }

    book = read(by_activity)

    assert book.reading.amount == TOTAL
    assert book.reading.total(Level.ITEM).count == len(rows) - 1
