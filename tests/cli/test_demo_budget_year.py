"""The demo's budget year runs whole, and no page of the room is empty after it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from setara.cli.demo.filling import Practice, steps_of
from setara.domain.language.text import Language
from setara.usecases.budget.queries import versions
from setara.usecases.budget.recap_queries import responsive_recap_file
from setara.usecases.budget.result_overview import results
from setara.usecases.foundation.copying import copied_kinds, rows_of
from setara.usecases.foundation.practice import close_practice_year, open_practice_year
from setara.usecases.foundation.practice_queries import Sitting, practising
from tests.makers import AT
from tests.web.visitor import Visitor, words


@pytest.fixture
def practice(db: None, tmp_path: Path) -> Practice:
    """The practice government with its budget year, without neighbours and papers."""
    practice = Practice(tmp_path, AT)
    *before, _neighbours, _plan, budget_year, _reviews, _papers = steps_of(practice)
    for _, do in (*before, budget_year):
        do()
    return practice


STAGES = {(2025, "DPA", 0), (2026, "RKA", 0), (2026, "DPA", 0), (2026, "DPPA", 0)}
SPENT = {(2026, "REALISASI", 6), (2026, "REALISASI", 9)}
OK = 200


def test_last_year_is_reported_to_its_end_and_its_disparity_narrowed(practice: Practice) -> None:
    visitor = Visitor(practice.secretary)

    shown = visitor.opens("budget:results", tahun="2025")
    assert "menyempit" in words(shown)
    last_year = results(by=practice.secretary, year=2025, today=AT.date()).rows[0]
    page = words(visitor.opens("budget:pathway_result", last_year.pathway_id))
    assert "Kesenjangan 42,8 poin pada 2024 menjadi 21,4 poin pada 2025" in page
    assert "Dua peserta perempuan di Long Kali terlewat" in page
    assert "dilaporkan terlambat" in page
    assert "tidak membuktikan" in page


def test_every_page_of_the_room_has_content(practice: Practice) -> None:
    visitor = Visitor(practice.secretary)
    found = versions(by=practice.secretary).versions
    ids = {(each.year, each.phase.value, each.stage.sequence): each.version_id for each in found}
    dpa, dppa, before = ids[2026, "DPA", 0], ids[2026, "DPPA", 0], ids[2025, "DPA", 0]

    assert set(ids) == STAGES | SPENT
    assert all(each.is_sample for each in found)
    shown = {
        "versions": (visitor.opens("budget:versions"), "2025"),
        "version": (visitor.opens("budget:version", dpa), "Gaji dan Tunjangan"),
        "tagging": (visitor.opens("budget:tagging", dpa), "contoh yang meragukan"),
        "windows": (visitor.opens("budget:tagging_windows", dpa), "setelah perubahan anggaran"),
        "screening": (visitor.opens("budget:screening", dppa), "DPA 2025: ditandai ARG"),
        "beneficiaries": (visitor.opens("budget:beneficiaries", dppa), "4.430"),
        "carrying": (visitor.opens("budget:carrying", before, dpa), "Ibu Bersalin"),
        "choose": (visitor.opens("budget:choose_carrying"), "2025"),
        "nomenclature": (visitor.opens("budget:version_nomenclature", dpa), "DPA"),
        "recap": (visitor.opens("budget:recap", tahun="2026"), "DPPA 2026"),
        "missions": (visitor.opens("budget:missions"), "2029"),
        "difference": (
            visitor.opens("budget:difference", dari=str(dpa), ke=str(dppa)),
            "DPPA 2026",
        ),
    }
    for name, (answer, said) in shown.items():
        assert answer.status_code == OK, name
        assert said in words(answer), name
    for answer in (
        visitor.opens("budget:recap_file", 2026),
        visitor.opens("budget:beneficiary_table", dppa, "csv"),
        visitor.opens("budget:export", dpa, "csv"),
        visitor.opens("reports:recap_figure"),
        visitor.opens("reports:recap_paper", 2026, "pdf"),
    ):
        assert answer.status_code == OK
        assert answer.content


def cells(workbook: bytes) -> list[list[object]]:
    """Every cell of every sheet, row by row."""
    book = openpyxl.load_workbook(BytesIO(workbook))
    return [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]


def test_a_practice_year_of_it_is_whole(practice: Practice) -> None:
    copy_id = open_practice_year(by=practice.secretary, at=AT)
    there = practising(by=practice.secretary, sitting=Sitting(copy_id), on=AT.date())
    assert there is not None
    for kind in copied_kinds():
        assert rows_of(kind, copy_id).count() == rows_of(kind, practice.government_id).count(), kind
    asked = {"year": 2026, "today": AT.date(), "language": Language.INDONESIAN}
    real = responsive_recap_file(by=practice.secretary, **asked)
    assert cells(responsive_recap_file(by=there, **asked).content) == cells(real.content)
    close_practice_year(by=practice.secretary, at=AT)
    assert not any(rows_of(kind, copy_id).exists() for kind in copied_kinds())
