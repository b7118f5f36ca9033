"""A budget book is read in the shapes it is met in, and kept as a whole or not at all."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.severity import Severity
from setara.domain.foundation.actor import Actor, SeatTaken
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.formats.xlsx import xlsx
from setara.store.models import BudgetVersionRecord, ReceivedFileRecord
from setara.usecases.budget.intake import BookRefused
from setara.usecases.budget.queries import PAGE, upload, version, versions
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT, agency_of
from tests.usecases.budget.books import HEADINGS, HEALTH, book, take_in
from tests.world import World

TODAY = AT.date()
GOOD = [*HEALTH, "1.250.000,00", "-"]
DASHED = [*HEALTH[:3], "Pelayanan gizi – balita", "1,250,000.00", "500000"]
PREAMBLE = "Judul,Rencana Kerja dan Anggaran\r\nDaerah,Kabupaten Paser\r\nTahun,2027\r\n,\r\n"
SEMARANG = Path(__file__).parents[4] / "shared/data/samples/budget/dp3a_kota_semarang_2025.csv"


def planner_of(who: Actor) -> Actor:
    """Somebody of the same government who may import budgets."""
    return replace(who, seats=(SeatTaken(SeatKind.DRIVER_PLANNING, Capacity.HOLDER),))


def lines(world: World, version_id: int):
    return version(by=world.planner, version_id=version_id, today=TODAY).lines


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("koma.csv", book(GOOD)),
        ("titik-koma.csv", book(GOOD, separator=";")),
        ("pembuka.csv", book(GOOD, before=PREAMBLE)),
        (
            "buku.xlsx",
            xlsx("RKA", ["RKA 2027", "Kabupaten Paser"], [HEADINGS, [*HEALTH, 1_250_000, None]]),
        ),
    ],
)
def test_a_book_is_kept_in_each_shape_with_its_file(world: World, name, content):
    version_id = take_in(world.planner, content, name=name)

    (line,) = lines(world, version_id)
    (kept,) = [each for each in versions(by=world.planner).versions if each.year == 2027]
    assert (line.code, line.amount, line.realised) == (HEALTH[2], Rupiah(1_250_000), None)
    assert line.agency_name == "Dinkes"
    assert (kept.lines, kept.amount, kept.file_name) == (1, Rupiah(1_250_000), name)
    assert kept.books[0].sha256 == hashlib.sha256(content).hexdigest()
    assert bytes(ReceivedFileRecord.objects.get(sha256=kept.books[0].sha256).content) == content
    assert last_event(world.planner).detail["amount"] == 1_250_000


def test_a_dash_of_windows_and_the_other_notation_are_read(world: World):
    (line,) = lines(world, take_in(world.planner, book(DASHED)))

    assert line.name == "Pelayanan gizi – balita"
    assert (line.amount, line.realised) == (Rupiah(1_250_000), Rupiah(500_000))


def test_a_name_and_an_amount_swapped_keep_everything_out(world: World):
    swapped = [*HEALTH[:3], "1.250.000,00", "Pelayanan gizi", ""]
    other = [*HEALTH[:2], "1.02.02", "Program", "-5", ""]
    before = (BudgetVersionRecord.objects.count(), ReceivedFileRecord.objects.count())

    with pytest.raises(BookRefused) as caught:
        take_in(world.planner, book(GOOD, swapped, other))

    assert "ada 3 hal yang perlu diperbaiki" in caught.value.reason.say(Language.INDONESIAN)
    assert [finding.cell for finding in caught.value.findings] == ["E3", "C4", "E4"]
    after = (BudgetVersionRecord.objects.count(), ReceivedFileRecord.objects.count())
    assert after == before


def test_the_same_file_is_another_stage_only_with_a_yes(world: World):
    take_in(world.planner, book(GOOD))
    again = {"phase": BudgetPhase.DPA, "name": "lain.csv"}

    with pytest.raises(BookRefused) as caught:
        take_in(world.planner, book(GOOD), **again)
    (finding,) = caught.value.findings
    assert finding.message.say(Language.ENGLISH) == (
        "The very same file was imported as the RKA of 2027."
    )
    version_id = take_in(world.planner, book(GOOD), **again, accepts_warnings=True)
    assert len(lines(world, version_id)) == 1
    assert ReceivedFileRecord.objects.filter(budget_books__version__year=2027).distinct().count()
    with pytest.raises(Refused):
        take_in(world.planner, book(GOOD), accepts_warnings=True)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (book(GOOD, before=PREAMBLE.replace("2027", "2025")), "menyebut tahun 2025"),
        (b"No. Rekening,Uraian,Jumlah\r\n5.1,Belanja,1\r\n", "tidak memuat sub kegiatan"),
        (b"nama,umur\r\nSari,30\r\n", "Baris judul tidak ditemukan"),
        (b"\x00\x01", "rka.csv"),
        (b"", "kosong"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(world: World, content, says):
    with pytest.raises(BookRefused) as caught:
        take_in(world.planner, content)

    assert says in caught.value.reason.say(Language.INDONESIAN)
    assert not caught.value.findings


def test_an_unknown_agency_is_met_with_a_suggestion_or_said_to_own_the_file(world: World):
    foreign = ["", "Dinas Kesehatn", *GOOD[2:]]
    with pytest.raises(BookRefused) as caught:
        take_in(world.planner, book(foreign))
    (finding,) = caught.value.findings
    assert "Apakah maksudnya “Dinas Kesehatan”?" in finding.message.say(Language.INDONESIAN)

    owner = agency_of(world.author)
    (line,) = lines(world, take_in(world.planner, book(foreign), agency_id=owner))

    assert line.agency_name == "Disperindagkop UKM"


def test_an_agency_of_another_government_owns_no_file_here(world: World):
    with pytest.raises(NotFound):
        take_in(planner_of(world.stranger), book(GOOD), agency_id=agency_of(world.author))


def test_a_warning_is_read_before_the_book_is_kept(world: World):
    content = book(GOOD, ["", "", "", "JUMLAH", "9", ""])
    with pytest.raises(BookRefused) as caught:
        take_in(world.planner, content)
    assert [each.severity for each in caught.value.findings] == [Severity.WARNING]
    assert "1 peringatan" in caught.value.reason.say(Language.INDONESIAN)

    assert len(lines(world, take_in(world.planner, content, accepts_warnings=True))) == 1


def test_lines_come_in_pages(world: World):
    many = [
        [*HEALTH[:2], f"1.02.02.2.02.{number:04}", "Pelayanan", "1", ""]
        for number in range(1, PAGE + 3)
    ]
    version_id = take_in(world.planner, book(*many))

    first = version(by=world.planner, version_id=version_id, today=TODAY)
    second = version(by=world.planner, version_id=version_id, today=TODAY, page=first.next_page)

    assert (len(first.lines), len(second.lines)) == (PAGE, 2)
    assert second.next_page is None


def test_the_form_offers_agencies_that_exist_and_says_who_may_import(world: World):
    planner, author = upload(by=world.planner, today=TODAY), upload(by=world.author, today=TODAY)

    assert "Dinas Kesehatan" in dict(planner.agencies).values()
    assert planner.may_import
    assert not author.may_import


@pytest.mark.skipif(not SEMARANG.exists(), reason="the shared sample of Kota Semarang is not here")
def test_a_real_book_of_semarang_is_read_to_the_last_rupiah(world: World):
    version_id = take_in(
        world.planner,
        SEMARANG.read_bytes(),
        year=2025,
        phase=BudgetPhase.DPA,
        name=SEMARANG.name,
        agency_id=agency_of(world.author),
    )

    kept = version(by=world.planner, version_id=version_id, today=TODAY).version
    assert (kept.lines, kept.amount) == (68, Rupiah(23_844_375_036))
