"""Decrees stand side by side, one for each year; a list is taken in whole or not at all."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.reading.findings import Fault
from setara.domain.budget.severity import Severity
from setara.domain.foundation.actor import PUBLIC, Actor
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import NomenclatureEntryRecord, NomenclatureRecord
from setara.usecases.budget import nomenclature as verbs
from setara.usecases.budget.intake import BookRefused
from setara.usecases.budget.nomenclature import DecreeFacts, ListRefused
from setara.usecases.budget.nomenclature_lists import checked_version
from setara.usecases.budget.nomenclature_queries import (
    NomenclatureAnswer,
    NomenclatureFilter,
    nomenclature,
)
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.actors import OPERATOR
from tests.events import count_of_events, last_event
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.world import World

HEAD = ("Kode", "Nomenklatur", "Kinerja", "Indikator", "Satuan")
UPPER = (
    ("1.02", "KESEHATAN", "", "", ""),
    ("1.02.02", "PROGRAM UPAYA KESEHATAN", "", "", ""),
    ("1.02.02.2.02", "Layanan Kesehatan", "", "", ""),
)
NUTRITION = ("1.02.02.2.02.0009", "Pelayanan gizi", "", "Jumlah orang", "Orang")
BEFORE = DecreeFacts("Kepmendagri 050-5889 Tahun 2021", 2022, 2023, 2021, is_official=True)
NOW = DecreeFacts("Kepmendagri 900.1.15.5-3406 Tahun 2024", 2027, 2028, 2024, is_official=True)


def csv(*rows: tuple[str, ...], upper: tuple[tuple[str, ...], ...] = UPPER) -> bytes:
    return "\n".join(";".join(row) for row in (HEAD, *upper, *rows)).encode()


def load(by: Actor, content: bytes | None = None, facts: DecreeFacts = NOW, **given: Any) -> int:
    return verbs.load_nomenclature(
        by=by,
        at=AT,
        facts=facts,
        **({"name": "daftar.csv", "content": content or csv(NUTRITION)} | given),
    )


def seen(by: Actor, **asked: Any) -> NomenclatureAnswer:
    return nomenclature(by=by, only=NomenclatureFilter(**asked))


def why(act: Callable[[], object], kind: type[Exception] = Refused) -> str:
    with pytest.raises(kind) as caught:
        act()
    return caught.value.reason.say(Language.INDONESIAN)  # type: ignore[attr-defined, no-any-return]


def test_a_decree_is_kept_with_its_file_years_and_entries(world: World):
    pk = load(world.planner)

    (decree,) = seen(world.colleague).decrees
    assert (decree.nomenclature_id, decree.decree.decree, decree.decree.years) == (
        pk,
        NOW.decree,
        "2027–2028",
    )
    assert (decree.entries, decree.sub_activities, decree.set_in) == (4, 1, 2024)
    assert (decree.is_official, decree.verified_at) == (True, None)
    assert len(decree.sha256) == 64
    event = last_event(world.planner)
    assert (event.name, event.detail["entries"]) == ("budget.nomenclature.loaded", 4)


def test_csv_gzip_and_xlsx_hold_the_same(world: World):
    load(world.planner, gzip.compress(csv(NUTRITION)), BEFORE, name="daftar.csv.gz")
    workbook = openpyxl.Workbook()
    for row in (HEAD, *UPPER, NUTRITION):
        workbook.active.append(row)
    written = io.BytesIO()
    workbook.save(written)
    load(world.planner, written.getvalue(), name="daftar.xlsx")

    kept = NomenclatureEntryRecord.objects.order_by("nomenclature", "code")
    by_list: dict[int, list[tuple[str, str]]] = {}
    for entry in kept:
        by_list.setdefault(entry.nomenclature_id, []).append((entry.code, entry.name))
    first, second = by_list.values()
    assert first == second
    assert len(first) == 4


def test_two_decrees_stand_side_by_side_and_tell_what_each_calls_a_code(world: World):
    old = ("1.02.02.2.02.09", "Pelayanan gizi masyarakat", "", "", "")
    load(world.planner, csv(old), BEFORE)
    load(world.planner)

    (code,) = seen(world.author, words="gizi", level=ActivityLevel.SUB_ACTIVITY).codes
    assert code.code == NUTRITION[0]
    assert [(each.decree, each.code, each.name) for each in code.namings] == [
        (BEFORE.decree, *old[:2]),
        (NOW.decree, *NUTRITION[:2]),
    ]
    assert code.differs
    assert [each.code for each in seen(world.author, words="gizi", year=2027).codes] == [code.code]
    assert seen(world.author, words="gizi", year=2040).codes == ()


def test_the_shipped_part_is_there_and_says_so(world: World):
    answer = seen(world.chair, words="2.08.02.2.01.0001")

    (naming,) = answer.codes[0].namings
    assert (naming.is_shipped, naming.is_sure) == (True, False)
    assert "disertakan" in naming.decree.say(Language.INDONESIAN)
    assert answer.shipped
    assert answer.decrees == ()


def test_codes_are_searched_by_code_and_name_in_pages(world: World):
    many = [(f"1.02.02.2.02.{n:04}", f"Layanan {n}", "", "", "") for n in range(1, 121)]
    load(world.planner, csv(*many))

    first = seen(world.author, words="layanan 1.02.02", level=ActivityLevel.SUB_ACTIVITY)
    assert (first.count, first.pages, len(first.codes)) == (120, 3, 50)
    last = seen(world.author, words="layanan", level=ActivityLevel.SUB_ACTIVITY, page=99)
    assert last.page == last.pages
    assert seen(world.author, words="tidak ada kata begini").codes == ()


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        (replace(BEFORE, first_year=2026, last_year=2027), "bertumpang tindih"),
        (replace(BEFORE, first_year=2028, last_year=2029), "bertumpang tindih"),
        (replace(NOW, first_year=2030, last_year=2031), "sudah dimuat"),
        (replace(BEFORE, first_year=2023, last_year=2022), "tidak mungkin"),
        (replace(BEFORE, first_year=2011), "tidak mungkin"),
        (replace(BEFORE, decree="  "), "nomor keputusannya"),
    ],
)
def test_a_year_has_one_decree(world: World, facts: DecreeFacts, says: str):
    load(world.planner)
    events = count_of_events(world.planner)

    assert says in why(lambda: load(world.planner, csv(), facts))
    assert NomenclatureRecord.objects.count() == 1
    assert count_of_events(world.planner) == events


def test_the_same_file_is_not_loaded_twice(world: World):
    load(world.planner)

    assert "sudah pernah diterima" in why(lambda: load(world.planner, facts=BEFORE))


def test_a_list_with_an_error_leaves_nothing_and_names_the_row(world: World):
    bad = csv(NUTRITION, ("dua", "Nama", "", "", ""))
    with pytest.raises(ListRefused) as caught:
        load(world.planner, bad)

    assert [(each.fault, each.row) for each in caught.value.findings] == [(Fault.BAD_CODE, 6)]
    assert not NomenclatureRecord.objects.exists()
    assert not NomenclatureEntryRecord.objects.exists()


def test_warnings_are_accepted_by_a_person(world: World):
    doubtful = csv(NUTRITION, upper=())

    assert "peringatan" in why(lambda: load(world.planner, doubtful), ListRefused)
    assert load(world.planner, doubtful, accepts_warnings=True)


@pytest.mark.parametrize(
    "content",
    [b"", b"a;b\n1;2\n", b"%PDF-1.7", b"PK\x03\x04rusak", gzip.compress(csv(NUTRITION))[:-9]],
)
def test_a_file_that_is_no_list_is_refused_in_words(world: World, content: bytes):
    assert why(lambda: load(world.planner, content or b" "), ListRefused)
    assert not NomenclatureRecord.objects.exists()


def test_a_gzip_bomb_is_not_unpacked(world: World):
    bomb = gzip.compress(b"0" * 400_000_000)

    assert "mengembang" in why(lambda: load(world.planner, bomb), ListRefused)


def test_a_list_nobody_used_is_withdrawn_and_may_come_again(world: World):
    pk = load(world.planner)
    verbs.withdraw_nomenclature(by=world.planner, at=AT, nomenclature_id=pk)

    assert seen(world.planner).decrees == ()
    assert last_event(world.planner).name == "budget.nomenclature.withdrawn"
    assert NomenclatureRecord.objects.get(pk=pk).withdrawn_by == world.planner.name
    again = load(world.planner)
    assert again != pk
    with pytest.raises(NotFound):
        verbs.withdraw_nomenclature(by=world.planner, at=AT, nomenclature_id=pk)


def test_a_list_a_budget_was_held_against_stays(world: World):
    pk = load(world.planner)
    take_in(world.planner, book([*HEALTH, "1", ""]))

    (decree,) = seen(world.planner).decrees
    assert not decree.may_withdraw.allowed
    assert "RKA 2027" in why(
        lambda: verbs.withdraw_nomenclature(by=world.planner, at=AT, nomenclature_id=pk)
    )


def test_verifying_is_marked_once(world: World):
    pk = load(world.planner)
    verbs.verify_nomenclature(by=world.planner, at=AT, nomenclature_id=pk)

    (decree,) = seen(world.planner).decrees
    assert (decree.verified_by, decree.verified_at) == (world.planner.name, AT)
    with pytest.raises(Refused):
        verbs.verify_nomenclature(by=world.planner, at=AT, nomenclature_id=pk)


def test_a_book_is_held_against_the_decree_of_its_year(world: World):
    pk = load(world.planner)
    verbs.verify_nomenclature(by=world.planner, at=AT, nomenclature_id=pk)
    strange = [*HEALTH[:2], "1.02.02.2.02.0077", "Layanan lain"]
    content = book([*HEALTH, "1", ""], [*strange, "2", ""])

    with pytest.raises(BookRefused) as caught:
        take_in(world.planner, content)
    (finding,) = caught.value.findings
    assert (finding.fault, finding.severity, finding.row) == (
        Fault.UNLISTED_CODE,
        Severity.WARNING,
        3,
    )
    version = take_in(world.planner, content, accepts_warnings=True)
    answer = checked_version(by=world.colleague, version_id=version)
    assert [each.fault for each in answer.findings] == [Fault.UNLISTED_CODE]
    assert [each.decree for each in answer.decrees] == [NOW.decree]


@pytest.mark.parametrize(("is_official", "is_verified"), [(False, True), (True, False)])
def test_a_list_that_is_not_official_or_not_verified_stops_no_book(
    world: World, is_official, is_verified
):
    pk = load(world.planner, facts=replace(NOW, is_official=is_official))
    if is_verified:
        verbs.verify_nomenclature(by=world.planner, at=AT, nomenclature_id=pk)
    version = take_in(world.planner, book([*ANALYSED, "1", ""]))

    answer = checked_version(by=world.colleague, version_id=version)
    assert {each.severity for each in answer.findings} == {Severity.NOTE}


def test_only_those_who_take_budgets_in_keep_the_nomenclature(world: World):
    pk = load(world.planner)
    acts: list[Callable[[Actor], object]] = [
        lambda who: load(who, csv(), BEFORE),
        lambda who: verbs.withdraw_nomenclature(by=who, at=AT, nomenclature_id=pk),
        lambda who: verbs.verify_nomenclature(by=who, at=AT, nomenclature_id=pk),
    ]
    for who in (world.author, world.chair, world.inspector, PUBLIC):
        for act in acts:
            with pytest.raises(Refused):
                act(who)


def test_another_government_sees_and_changes_nothing(world: World):
    pk = load(world.planner)
    version = take_in(world.planner, book([*HEALTH, "1", ""]))

    assert seen(world.stranger).decrees == ()
    with pytest.raises(NotFound):
        checked_version(by=world.stranger, version_id=version)
    foreign = replace(OPERATOR, government_id=world.stranger.government_id)
    with pytest.raises(NotFound):
        verbs.withdraw_nomenclature(by=foreign, at=AT, nomenclature_id=pk)


def test_the_operator_loads_for_a_government_at_the_terminal(world: World):
    by = replace(OPERATOR, government_id=world.planner.government_id)

    assert load(by)
    assert seen(world.planner).decrees[0].loaded_by == "Operator"
