"""The page of the difference between two versions."""

from __future__ import annotations

import io

import openpyxl
import pytest

from setara.domain.budget.phase import BudgetPhase
from setara.domain.language.text import Language
from setara.store.models import BudgetVersionRecord
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.web.visitor import Visitor, words
from tests.world import World

LEVELS = ["Urusan", "Bidang urusan", "Program", "Kegiatan"]
ROWS = [[*HEALTH[:2], f"1.02.02.2.02.{n:04}", f"Layanan {n}", "1", ""] for n in range(1, 251)]


@pytest.fixture
def pair(world: World) -> dict[str, str]:
    """The practice RKA and a DPA with 250 lines more."""
    before = BudgetVersionRecord.objects.get().pk
    rows = ([*ANALYSED, "600000000", ""], *ROWS)
    after = take_in(world.planner, book(*rows), year=2026, phase=BudgetPhase.DPA)
    return {"dari": str(before), "ke": str(after)}


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (Language.INDONESIAN, ("Akibatnya bagi ARG", "berubah jumlah", "Rp600.000.000")),
        (Language.ENGLISH, ("What it does to the ARG", "changed in amount", "Rp600,000,000")),
    ],
)
def test_the_page_tells_money_kinds_and_levels(world: World, pair, language, says):
    answer = Visitor(world.colleague, language).opens("budget:difference", **pair)

    assert answer.status_code == 200
    for each in says:
        assert each in words(answer)


def test_the_lines_come_in_pages_and_keep_the_filter(world: World, pair):
    visitor = Visitor(world.planner)
    first = visitor.opens("budget:difference", **pair, jenis="new")
    last = visitor.opens("budget:difference", **pair, jenis="new", hal="3")

    assert "1–100 dari" in words(first)
    assert "jenis=new&amp;hal=2#baris" in first.content.decode()
    assert "201–2" in words(last)
    assert "Layanan 250" in words(last)


@pytest.mark.parametrize("odd", ["hal", "bagian", "jenis", "tingkat", "opd"])
def test_an_odd_parameter_breaks_nothing(world: World, pair, odd: str):
    for value in ("99999", "-1", "x", "²"):
        answer = Visitor(world.planner).opens("budget:difference", **pair, **{odd: value})
        assert answer.status_code == 200


def test_a_version_of_another_government_is_not_there(world: World, pair):
    assert Visitor(world.stranger).opens("budget:difference", **pair).status_code == 404


def test_without_two_versions_the_page_says_what_is_missing(world: World):
    answer = Visitor(world.planner).opens("budget:difference")

    assert "Belum ada dua versi" in words(answer)


def test_the_budget_page_leads_there(world: World, pair):
    assert "Bandingkan dua versi" in words(Visitor(world.planner).opens("budget:versions"))


def test_the_workbook_computes_what_the_page_shows(world: World, pair):
    visitor = Visitor(world.planner)
    before, after = int(pair["dari"]), int(pair["ke"])
    page = visitor.opens("budget:difference", **pair)
    answer = visitor.opens("budget:difference_file", before, after)
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    values = openpyxl.load_workbook(io.BytesIO(answer.content), data_only=True)

    assert f"/anggaran/beda/{before}-{after}.xlsx" in page.content.decode()
    assert book.sheetnames == ["Ringkasan", *LEVELS, "Baris"]
    lines = values["Baris"]
    assert lines.max_row == 1 + len(page.context["page"].answer.lines)
    assert book["Baris"]["I2"].value == "=H2-G2"
    total = next(row for row in values["Ringkasan"].values if row[0] == "Jumlah")
    assert total[2:] == tuple(
        each.amount
        for each in (
            page.context["page"].answer.before.amount,
            page.context["page"].answer.after.amount,
            page.context["page"].answer.amount,
        )
    )
    for level in LEVELS:
        rows = list(values[level].values)[1:]
        assert sum(row[3] for row in rows) == total[3]


def test_the_workbook_is_not_there_for_strangers(world: World, pair):
    answer = Visitor(world.stranger).opens(
        "budget:difference_file", int(pair["dari"]), int(pair["ke"])
    )
    assert answer.status_code == 404


def test_within_a_sub_activity_accounts_and_lines_stand_side_by_side(world: World):
    heads = (
        "kode_skpd,nama_skpd,kode_sub_kegiatan,nama_sub_kegiatan,kode_rekening,nama_rekening,pagu"
    )
    paper, ink = ("5.1.02.01.01.0024", "Kertas"), ("5.1.02.01.01.0025", "Tinta")

    def taken(phase: BudgetPhase, *rows: tuple[tuple[str, str], str]) -> int:
        lines = [",".join((*HEALTH, *what, f'"{amount}"')) for what, amount in rows]
        content = "\r\n".join([heads, *lines, ""]).encode()
        return take_in(world.planner, content, phase=phase, accepts_warnings=True)

    before = taken(BudgetPhase.RKA, (paper, "100,00"), (ink, "50,25"))
    after = taken(BudgetPhase.DPA, (paper, "130,00"))
    place = ("budget:difference_within", HEALTH[0], HEALTH[2])
    page = words(Visitor(world.planner).opens(*place, dari=str(before), ke=str(after)))

    assert "Kertas 5.1.02.01.01.0024 berubah jumlah Rp100 Rp130 Rp30" in page
    assert "Tinta 5.1.02.01.01.0025 hilang 50,25 Rp0" in page
    linked = Visitor(world.planner).opens("budget:difference", dari=str(before), ke=str(after))
    assert f"/anggaran/beda/1.02/{HEALTH[2]}/?dari={before}" in linked.content.decode()
    assert Visitor(world.stranger).opens(*place, dari=str(before), ke=str(after)).status_code == 404
    assert Visitor(world.planner).opens(*place, dari="x", ke="1").status_code == 404
    other = ("budget:difference_within", "1.02", "9.99")
    gone = Visitor(world.planner).opens(*other, dari=str(before), ke=str(after))
    assert gone.status_code == 404


def test_books_without_lines_say_so(world: World):
    version = BudgetVersionRecord.objects.get(year=2026).pk
    place = ("budget:difference_within", ANALYSED[0], ANALYSED[2])

    page = words(Visitor(world.planner).opens(*place, dari=str(version), ke=str(version)))
    assert "Tidak ada rincian dalam sub kegiatan ini" in page
