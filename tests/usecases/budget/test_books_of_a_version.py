"""A version in several books: handed in one by one, replaced, withdrawn, and asked for details."""

from __future__ import annotations

from decimal import Decimal

import pytest

from setara.domain.budget.phase import BudgetPhase, Stage
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.lake.budget_details import details_in
from setara.store.models import BudgetBookRecord, BudgetLineRecord, BudgetVersionRecord
from setara.usecases.budget.book_keeping import withdraw_book
from setara.usecases.budget.details import detail_files
from setara.usecases.budget.intake import replace_book
from setara.usecases.budget.queries import versions
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.usecases.budget.test_books import planner_of
from tests.world import World

NUTRITION, CLINICS = [*HEALTH, "1000", ""], [*HEALTH[:2], "1.02.02.2.02.0010", "Puskesmas", "7", ""]
TRADE = [*ANALYSED, "250", "10"]
WHY = "Berkas yang keliru"


def kept(world: World, year: int = 2027):
    (found,) = [each for each in versions(by=world.planner).versions if each.year == year]
    return found


def book_id() -> int:
    return BudgetBookRecord.objects.get(version__year=2027, withdrawn_at__isnull=True).pk


def swap(world: World, content: bytes, before: int | None = None) -> int:
    return replace_book(
        by=world.planner,
        at=AT,
        book_id=before or book_id(),
        name="benar.csv",
        content=content,
        reason=WHY,
    )


def test_a_version_grows_book_by_book_and_each_agency_comes_once(world: World):
    first = take_in(world.planner, book(NUTRITION), name="dinkes.csv")
    second = take_in(world.planner, book(TRADE), name="dagang.csv")

    assert first == second
    assert (kept(world).lines, kept(world).amount) == (2, Rupiah(1250))
    assert {each.file_name for each in kept(world).live} == {"dinkes.csv", "dagang.csv"}
    assert kept(world).file_name == "dagang.csv (+1)"
    with pytest.raises(Refused) as caught:
        take_in(world.planner, book(CLINICS), name="lagi.csv")
    assert "RKA 2027 sudah memuat anggaran 1.02" in caught.value.reason.say(Language.INDONESIAN)


def test_months_and_shifts_are_versions_of_their_own(world: World):
    take_in(world.planner, book(NUTRITION), phase=BudgetPhase.DPA)
    take_in(world.planner, book(CLINICS), phase=BudgetPhase.DPA, sequence=1)
    take_in(world.planner, book(TRADE), phase=BudgetPhase.REALISATION, sequence=6)

    stages = [each.stage for each in versions(by=world.planner).versions if each.year == 2027]
    assert stages == [
        Stage(BudgetPhase.REALISATION, 6),
        Stage(BudgetPhase.DPA, 1),
        Stage(BudgetPhase.DPA),
    ]
    assert [each.name.say(Language.INDONESIAN) for each in stages] == [
        "Realisasi s.d. Juni",
        "DPA pergeseran ke-1",
        "DPA",
    ]
    with pytest.raises(Refused) as caught:
        take_in(world.planner, book(TRADE), phase=BudgetPhase.REALISATION)
    assert "sampai dengan bulan apa" in caught.value.reason.say(Language.INDONESIAN)


def test_a_wrong_file_is_withdrawn_and_may_come_again(world: World):
    take_in(world.planner, book(NUTRITION))
    withdraw_book(by=world.planner, at=AT, book_id=book_id(), reason=WHY)

    assert not [each for each in versions(by=world.planner).versions if each.year == 2027]
    assert not BudgetLineRecord.objects.filter(version__year=2027).exists()
    assert last_event(world.planner).detail["reason"] == WHY
    again = take_in(world.planner, book(NUTRITION), phase=BudgetPhase.DPA)
    assert BudgetVersionRecord.objects.get(pk=again).books.get().file.name == "rka.csv"


def test_a_corrected_file_keeps_the_lines_that_stay(world: World):
    take_in(world.planner, book(NUTRITION, CLINICS))
    before = BudgetLineRecord.objects.get(version__year=2027, code=HEALTH[2]).pk
    swap(world, book([*HEALTH[:3], "Pelayanan gizi balita", "1500", "20"], TRADE))

    rows = BudgetLineRecord.objects.filter(version__year=2027).order_by("code")
    assert [(row.code, row.amount, row.realised) for row in rows] == [
        (HEALTH[2], 1500, 20),
        (ANALYSED[2], 250, 10),
    ]
    assert rows[0].pk == before
    old, new = BudgetBookRecord.objects.filter(version__year=2027).order_by("pk")
    assert (new.replaces, old.withdrawal_reason) == (old, WHY)


def test_a_line_with_a_statement_is_neither_withdrawn_nor_left_out(world: World):
    demo = BudgetLineRecord.objects.get(code=ANALYSED[2], version__year=2026).book
    for act in (
        lambda: withdraw_book(by=world.planner, at=AT, book_id=demo.pk, reason=WHY),
        lambda: swap(world, book(NUTRITION), demo.pk),
    ):
        with pytest.raises(Refused) as caught:
            act()
        assert ANALYSED[2] in caught.value.reason.say(Language.ENGLISH)
    assert BudgetLineRecord.objects.filter(book=demo).exists()


def test_a_reason_is_asked_for_and_a_foreigner_finds_nothing(world: World):
    take_in(world.planner, book(NUTRITION))

    with pytest.raises(Refused):
        withdraw_book(by=world.planner, at=AT, book_id=book_id(), reason="  ")
    with pytest.raises(Refused):
        withdraw_book(by=world.author, at=AT, book_id=book_id(), reason=WHY)
    with pytest.raises(NotFound):
        withdraw_book(by=planner_of(world.stranger), at=AT, book_id=book_id(), reason=WHY)


def test_details_are_kept_to_the_sen_and_written_anew_where_they_are_missing(world: World):
    content = book([*HEALTH, "1.000,50", "2,25"], NUTRITION[:2] + CLINICS[2:])
    version = BudgetVersionRecord.objects.get(pk=take_in(world.planner, content))

    (file,) = detail_files(version).values()
    file.unlink()
    (again,) = detail_files(version).values()
    first, second = details_in(again)
    assert (first.row, first.agency, first.activity) == (2, "1.02", HEALTH[2])
    assert (first.amount, first.realised) == (Decimal("1000.50"), Decimal("2.25"))
    assert (first.name, second.amount, second.realised) == ("Pelayanan gizi", Decimal(7), None)


def test_the_copy_on_disk_goes_with_the_book(
    world: World, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.LAKE_ROOT = str(tmp_path)
    version = BudgetVersionRecord.objects.get(pk=take_in(world.planner, book(NUTRITION)))
    (file,) = detail_files(version).values()
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_book(by=world.planner, at=AT, book_id=book_id(), reason=WHY)

    assert not file.exists()
    assert detail_files(version) == {}
