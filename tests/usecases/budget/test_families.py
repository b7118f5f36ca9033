"""Every family of budget files goes in through the import: all of it, or nothing with its rows."""

from __future__ import annotations

from random import Random

import pytest

from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.reading.findings import Fault
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Language
from setara.store.models import BudgetLineRecord, BudgetVersionRecord
from setara.usecases.budget.intake import BookRefused
from tests.domain.budget.reading import rendering, rendering_books, rendering_tables
from tests.domain.budget.reading.samples import FOLDER, beside
from tests.events import last_event
from tests.makers import agency_of
from tests.usecases.budget.books import take_in
from tests.world import World

LEAVES = rendering.current(Random(11))
TOTAL = sum(leaf.amount for leaf in LEAVES)


def of_rows(rows: rendering.Rows) -> bytes:
    return rendering.written(rows, Random(4))


@pytest.mark.parametrize(
    ("family", "content"),
    [
        ("sipd_items", of_rows(rendering_tables.sipd_items(LEAVES, 2027, str))),
        ("sipd_cash_plan", of_rows(rendering_tables.cash_plan(LEAVES, 2027, str))),
        ("coded_book", of_rows(rendering_books.coded_book(LEAVES, 2027, str))),
        ("printed_recap", of_rows(rendering_books.recap(LEAVES, 2027, str))),
    ],
)
def test_a_file_of_each_family_is_kept_by_sub_activity(world: World, family, content):
    owner = agency_of(world.author)

    version_id = take_in(world.planner, content, agency_id=owner)

    kept = {row.code: row.amount for row in BudgetLineRecord.objects.filter(version=version_id)}
    assert set(kept) == {leaf.activity for leaf in LEAVES}
    assert sum(kept.values()) == TOTAL
    detail = last_event(world.planner).detail
    assert (detail["format"], detail["amount"]) == (family, TOTAL)


def test_one_sub_activity_of_two_units_is_one_line_of_the_agency_that_owns_the_file(world: World):
    rows = rendering_tables.sipd_items(LEAVES, 2027, str)
    other = [[*row] for row in rows[1:]]
    for row in other:
        row[3], row[4] = "9.99.0.00.0.00.02.0000", "Unit lain"

    version_id = take_in(world.planner, of_rows([*rows, *other]), agency_id=agency_of(world.author))

    assert BudgetLineRecord.objects.filter(version=version_id).count() == len(
        {leaf.activity for leaf in LEAVES}
    )


@beside
def test_an_old_book_is_kept_by_kegiatan_with_what_stands_outside_them(world: World):
    (path,) = FOLDER.glob("kulonprogo_2015*")
    facts = {"year": 2015, "phase": BudgetPhase.DPA, "name": path.name}
    owner = agency_of(world.author)
    with pytest.raises(BookRefused) as caught:
        take_in(world.planner, path.read_bytes(), agency_id=owner, **facts)
    assert [each.fault for each in caught.value.findings] == [Fault.OTHER_GOVERNMENT]

    version_id = take_in(
        world.planner, path.read_bytes(), agency_id=owner, accepts_warnings=True, **facts
    )

    lines = BudgetLineRecord.objects.filter(version=version_id)
    assert lines.count() == 42
    assert Rupiah(sum(line.amount for line in lines)) == Rupiah(13_273_123_711)
    assert lines.get(code="1.22.1.22.01.01.26").name == "Penyediaan Jasa dan Peralatan Perkantoran"


@beside
@pytest.mark.parametrize(
    ("name", "year", "fault"),
    [
        ("bantul_2015", 2015, Fault.TIMES_HUNDRED),
        ("sleman_2015", 2015, Fault.PARENT_NOT_SUM),
    ],
)
def test_a_book_that_is_doubted_leaves_nothing_behind(world: World, name, year, fault):
    (path,) = FOLDER.glob(f"{name}*")
    before = BudgetVersionRecord.objects.count()

    with pytest.raises(BookRefused) as caught:
        take_in(world.planner, path.read_bytes(), year=year, agency_id=agency_of(world.author))

    assert fault in {each.fault for each in caught.value.findings}
    whole = {Fault.OTHER_GOVERNMENT, Fault.OUTSIDE_ACTIVITIES}
    assert all(each.row or each.fault in whole for each in caught.value.findings)
    assert BudgetVersionRecord.objects.count() == before


@beside
def test_a_summary_without_activities_is_readable_but_holds_nothing_to_tie_a_gap_to(world: World):
    content = "No. Rekening,Uraian,Jumlah\n5,BELANJA,5\n5.1,BELANJA TIDAK LANGSUNG,5\n"

    with pytest.raises(BookRefused) as caught:
        take_in(world.planner, content.encode())

    assert "tidak memuat sub kegiatan atau kegiatan" in caught.value.reason.say(Language.INDONESIAN)
