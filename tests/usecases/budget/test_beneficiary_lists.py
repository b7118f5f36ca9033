"""The list of beneficiaries goes out filled, and comes back whole or not at all."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial

import openpyxl
import pytest

from setara.domain.budget.beneficiaries.headcount import Headcount, ReachStage, Unit
from setara.domain.budget.beneficiaries.sheet import HEAD_ROW, MORE_ROWS, SHEET, Column
from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing
from setara.store.models import BeneficiaryRecord
from setara.usecases.budget.beneficiaries import withdraw_beneficiaries
from setara.usecases.budget.beneficiary_files import TableKind, beneficiary_table
from setara.usecases.budget.beneficiary_queries import BeneficiaryFilter
from setara.usecases.budget.beneficiary_sheets import (
    SheetRefused,
    beneficiary_sheet,
    take_beneficiary_sheet,
)
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.usecases.budget.reached import (
    PLAN,
    REACHED,
    SALARIES,
    TODAY,
    choose,
    line_of,
    page,
    record,
    take_book_in,
)
from tests.world import World

FIRST = HEAD_ROW + 2
"""The first row of the list as a spreadsheet counts it."""
FILLED = {
    Column.WOMEN: 321,
    Column.MEN: 179,
    Column.STATED: 500,
    Column.DOCUMENT: "Daftar calon peserta 2026",
}


@pytest.fixture
def version(world: World) -> int:
    return take_book_in(world.planner)


def rows_of(content: bytes) -> list[tuple[object, ...]]:
    page_ = openpyxl.load_workbook(io.BytesIO(content))[SHEET]
    return list(page_.iter_rows(min_row=FIRST, values_only=True))


def filled(by: Actor, version_id: int, *typed: tuple[int, dict[Column, object]]) -> bytes:
    """The list with cells typed into its rows, counted from 0."""
    book_ = openpyxl.load_workbook(
        io.BytesIO(beneficiary_sheet(by=by, version_id=version_id).content)
    )
    for row, cells in typed:
        for column, value in cells.items():
            book_[SHEET].cell(FIRST + row, column.place + 1).value = value
    written = io.BytesIO()
    book_.save(written)
    return written.getvalue()


def take(by: Actor, version_id: int, content: bytes) -> int | None:
    return take_beneficiary_sheet(
        by=by, at=AT, version_id=version_id, name="daftar.xlsx", content=content
    )


def refused(act: Callable[[], object]) -> SheetRefused:
    with pytest.raises(SheetRefused) as caught:
        act()
    return caught.value


def said(refusal: SheetRefused) -> list[str]:
    return [f"{each.where} {each.message.say(Language.INDONESIAN)}" for each in refusal.findings]


def test_the_list_holds_ones_own_and_comes_back_with_its_cells(world: World, version: int):
    content = beneficiary_sheet(by=world.author, version_id=version).content
    listed = {row[Column.CODE.place] for row in rows_of(content)}

    assert listed == {ANALYSED[2], SALARIES[2], None}
    assert take(world.author, version, filled(world.author, version, (0, FILLED))) == 1
    (figure,) = page(world.author, line_of(version, rows_of(content)[0][1])).figures
    assert figure.count == Headcount(Decimal(321), Decimal(179), 500)
    assert (figure.file_name, figure.cell) == ("daftar.xlsx", f"{SHEET}!H{FIRST}")
    event = last_event(world.author)
    assert (event.name, event.detail["changed"]) == ("budget.beneficiaries.list_taken", 1)


def test_what_goes_out_comes_back_without_a_change(world: World, version: int):
    line_id = line_of(version)
    record(world.author, line_id)
    record(world.author, line_id, replace(REACHED, count=Headcount(Decimal(60), Nothing.REFUSED)))
    families = replace(PLAN, unit=Unit.HOUSEHOLD, count=Headcount(Decimal(6), Decimal(54), 60))
    record(world.author, line_id, families)
    before = page(world.author, line_id).figures

    assert take(world.author, version, filled(world.author, version)) == 0
    assert page(world.author, line_id).figures == before


def test_the_same_bytes_are_taken_once(world: World, version: int):
    content = filled(world.author, version, (0, FILLED))

    assert take(world.author, version, content) == 1
    assert take(world.author, version, content) is None
    assert BeneficiaryRecord.objects.count() == 1


def test_a_figure_that_stands_is_changed_for_a_reason_only(world: World, version: int):
    line_id = line_of(version)
    record(world.author, line_id)
    place = [row[Column.CODE.place] for row in rows_of(filled(world.author, version))].index(
        ANALYSED[2]
    )
    changed = {Column.WOMEN: 300, Column.MEN: 200}

    refusal = refused(
        lambda: take(world.author, version, filled(world.author, version, (place, changed)))
    )
    assert ["alasannya" in each for each in said(refusal)] == [True]
    why = changed | {Column.REASON: "Verifikasi lapangan"}
    content = filled(world.author, version, (place, why))
    assert take(world.author, version, content) == 1
    (old,) = page(world.author, line_id).history
    assert old.withdrawn_for == "Verifikasi lapangan"

    stale = filled(world.author, version, (place, why | {Column.WOMEN: 310}))
    kept = page(world.author, line_id).figures[0].record_id
    record(world.author, line_id, PLAN, replacing=kept, reason="Salah")
    assert "sejak daftar diunduh" in said(refused(lambda: take(world.author, version, stale)))[0]


def test_everything_wrong_is_told_by_cell_and_nothing_is_kept(world: World, version: int):
    content = filled(
        world.author,
        version,
        (0, FILLED | {Column.WOMEN: 31, Column.MEN: 141, Column.STATED: 163}),
        (1, FILLED | {Column.WOMEN: "dua", Column.DOCUMENT: ""}),
        (2, FILLED | {Column.MONTH: 3, Column.WOMEN: 1.5}),
        (3, FILLED | {Column.UNIT: "ekor", Column.MEN_WHY: "entah"}),
    )

    told = said(refused(lambda: take(world.author, version, content)))

    # A row of what was reached needs its month too.
    assert len(told) == 9
    assert "berjumlah 172" in told[0]
    assert told[0].startswith(f"{SHEET}!H{FIRST} ")
    assert "bukan angka" in told[1]
    assert any("ekor" in each for each in told)
    assert any("entah" in each for each in told)
    assert not BeneficiaryRecord.objects.exists()


def test_a_formula_nobody_computed_is_told_and_not_passed_over(world: World, version: int):
    content = filled(world.author, version, (0, FILLED | {Column.WOMEN: "=300+21"}))

    told = said(refused(lambda: take(world.author, version, content)))

    assert any(each.startswith(f"{SHEET}!H{FIRST} Rumus") for each in told)


def test_rows_below_the_list_take_another_month_or_unit(world: World, version: int):
    rows = len(rows_of(filled(world.author, version)))
    below = rows - MORE_ROWS
    more = FILLED | {
        Column.AGENCY: ANALYSED[0],
        Column.CODE: ANALYSED[2],
        Column.STAGE: "Tercapai",
        Column.MONTH: 9,
        Column.UNIT: "orang",
        Column.CERTAINTY: "perkiraan",
    }

    assert take(world.author, version, filled(world.author, version, (below, more))) == 1
    (figure,) = page(world.author, line_of(version)).figures
    assert (figure.stage, figure.month) == (ReachStage.REACHED, 9)
    twice = filled(
        world.author,
        version,
        (below, more | {Column.MONTH: 10}),
        (below + 1, more | {Column.MONTH: 10}),
        (below + 2, more | {Column.CODE: "9.99"}),
        (below + 3, more | {Column.AGENCY: HEALTH[0], Column.CODE: HEALTH[2]}),
    )
    told = said(refused(lambda: take(world.author, version, twice)))
    assert len(told) == 3
    assert "baris lain" in told[0]
    assert "tidak ada dalam buku" in told[1]


def test_what_is_no_list_of_this_book_is_refused_in_words(world: World, version: int):
    other = take_in(world.planner, book([*ANALYSED, "5.000", ""]), year=2027, phase=BudgetPhase.RKA)
    content = filled(world.author, version, (0, FILLED))
    moved = openpyxl.load_workbook(io.BytesIO(content))
    moved[SHEET].delete_cols(5)
    written = io.BytesIO()
    moved.save(written)

    for given, says in (
        (b"PK\x03\x04", "rusak"),
        (b"a;b\n1;2\n", "bukan daftar"),
        (written.getvalue(), "Kolom daftar berubah"),
    ):
        refusal = refused(partial(take, world.author, version, given))
        assert says in refusal.reason.say(Language.INDONESIAN)
    assert "milik" in refused(lambda: take(world.author, other, content)).reason.say(
        Language.INDONESIAN
    )
    assert not BeneficiaryRecord.objects.exists()


def test_a_list_is_for_those_who_may_write(world: World, version: int):
    content = filled(world.author, version, (0, FILLED))

    for reader in (world.inspector, world.chair):
        with pytest.raises(Refused):
            beneficiary_sheet(by=reader, version_id=version)
        with pytest.raises(Refused):
            take(reader, version, content)
    with pytest.raises(Refused):
        take(world.stranger, version, content)
    others = said(refused(lambda: take(world.colleague, version, content)))
    assert len(others) == 1
    assert not BeneficiaryRecord.objects.exists()


def table(by: Actor, version_id: int, *, to_publish: bool = False) -> list[list[str]]:
    found = beneficiary_table(
        by=by,
        version_id=version_id,
        today=TODAY,
        only=BeneficiaryFilter(),
        kind=TableKind.CSV,
        language=Language.INDONESIAN,
        to_publish=to_publish,
    )
    return [line.split(";") for line in found.content.decode("utf-8-sig").splitlines()]


def test_the_table_holds_what_follows(world: World, version: int):
    record(world.author, line_of(version))
    choose(world.author, line_of(version))

    head, row, *_ = table(world.author, version)
    told = dict(zip(head, row, strict=True))
    assert told["Biaya per penerima (rupiah)"] == "1000000"
    assert told["Perempuan di antara penerima (%)"] == "64.20"
    assert told["Rasio"] != ""
    workbook = beneficiary_table(
        by=world.author,
        version_id=version,
        today=TODAY,
        only=BeneficiaryFilter(),
        kind=TableKind.XLSX,
        language=Language.ENGLISH,
        to_publish=True,
    )
    assert "Women" in str(list(openpyxl.load_workbook(io.BytesIO(workbook.content)).active.values))
    with pytest.raises(NotFound):
        table(world.stranger, version)


def test_small_counts_are_hidden_in_what_is_published(world: World, version: int):
    record(world.author, line_of(version), replace(PLAN, count=Headcount(Decimal(3), Decimal(179))))

    plain, guarded = table(world.author, version), table(world.author, version, to_publish=True)
    assert "3" in plain[1]
    told = dict(zip(guarded[0], guarded[1], strict=True))
    assert told["Perempuan"] == "∎"
    assert "∎" in (told["Laki-laki"], told["Jumlah"])
    assert told["Biaya per penerima (rupiah)"] == told["Perempuan di antara penerima (%)"] == "∎"
    assert any("disembunyikan" in " ".join(line) for line in guarded)


def test_what_was_withdrawn_since_the_list_was_downloaded_does_not_come_back(
    world: World, version: int
):
    take(world.author, version, filled(world.author, version, (0, FILLED)))
    untouched = filled(world.author, version)
    row = BeneficiaryRecord.objects.get(withdrawn_at__isnull=True)
    withdraw_beneficiaries(by=world.author, at=AT, record_id=row.pk, because="Salah hitung")

    (finding,) = said(refused(lambda: take(world.author, version, untouched)))
    assert "sudah dicabut sejak daftar diunduh" in finding
    assert not BeneficiaryRecord.objects.filter(withdrawn_at__isnull=True).exists()
