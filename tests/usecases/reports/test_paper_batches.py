"""Papers printed together: all that may be read, nothing else, checkable, and taken up again."""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import subprocess
import zipfile
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.statement import StatementState
from setara.domain.foundation.actor import PUBLIC, Actor
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import (
    AgencyRecord,
    BudgetLineRecord,
    GovernmentRecord,
    PathwayRecord,
    StatementRecord,
)
from setara.usecases.foundation.access import NotFound
from setara.usecases.reports import batch_parts
from setara.usecases.reports.batch_contents import USUAL, BatchWanted, batched_papers
from setara.usecases.reports.batch_printing import (
    BatchFolders,
    BatchNotWritten,
    BatchPrinted,
    NothingToPrint,
    PaperNotPrinted,
    print_batch,
)
from setara.usecases.reports.papers import PaperFormat, PaperKind
from tests.makers import AT
from tests.world import World

pytestmark = pytest.mark.django_db
YEAR = 2026
TODAY = AT.date()
ALL = BatchWanted(YEAR, None, USUAL, PaperFormat.PDF, Language.INDONESIAN)


class Cut(Exception):
    """The run was cut off."""


@dataclass(frozen=True)
class Desk:
    """A folder papers are printed into."""

    folder: Path

    def prints(self, by: Actor, wanted: BatchWanted = ALL, *, cut_at: int | None = None):
        def told(done: int, of: int) -> None:
            if done == cut_at:
                raise Cut

        folders = BatchFolders(self.folder, self.folder / "parts")
        return print_batch(
            by=by, wanted=wanted, folders=folders, today=TODAY, clock=lambda: AT, told=told
        )

    def holds(self, printed: BatchPrinted) -> dict[str, bytes]:
        with zipfile.ZipFile(self.folder / printed.name) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def many(world: World) -> World:
    """The demo's thread, three more GAPs of other agencies, one of them of another year."""
    agencies = list(AgencyRecord.objects.filter(government_id=world.secretary.government_id))
    copied(PathwayRecord.objects.get(), agency=agencies[0], year=YEAR)
    copied(PathwayRecord.objects.order_by("pk")[0], agency=agencies[1], year=YEAR)
    copied(PathwayRecord.objects.order_by("pk")[0], agency=agencies[1], year=YEAR + 1)
    return world


def copied(row: PathwayRecord, **changed: object) -> PathwayRecord:
    row.pk = None
    row._state.adding = True
    for name, value in {"replaces": None, "follows": None, **changed}.items():
        setattr(row, name, value)
    row.save()
    return row


def index(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_the_archive_holds_each_paper_its_index_and_checksums(many, desk):
    printed = desk.prints(many.secretary)
    held = desk.holds(printed)

    heading, *rows = index(held["INDEKS.csv"])
    files = [row[7] for row in rows]
    assert heading[0] == "Nomor"
    assert [row[0] for row in rows] == [str(each) for each in range(1, len(rows) + 1)]
    assert set(held) == {*files, "index.html", "INDEKS.csv", "SHA256SUMS"}
    assert all(held[row[7]].startswith(b"%PDF-") for row in rows)
    assert [hashlib.sha256(held[row[7]]).hexdigest() for row in rows] == [row[8] for row in rows]
    assert printed.papers == printed.set_now == len(rows) == 4
    assert len({row[2] for row in rows}) == 3, "one name an agency, whatever the kind"
    statement = StatementRecord.objects.select_related("line").get()
    (money,) = [row for row in rows if row[1] == "GBS"]
    assert money[3] == statement.line.code
    assert money[6] == str(statement.line.amount)


def test_the_checksums_are_those_sha256sum_takes(many, desk, tmp_path):
    printed = desk.prints(many.secretary)
    with zipfile.ZipFile(desk.folder / printed.name) as archive:
        archive.extractall(tmp_path / "unpacked")

    def check() -> int:
        command = ["sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS"]
        return subprocess.run(command, cwd=tmp_path / "unpacked", check=False).returncode

    assert check() == 0
    sums = (tmp_path / "unpacked" / "SHA256SUMS").read_text().splitlines()
    assert len(sums) == printed.papers + 2

    paper = next((tmp_path / "unpacked").glob("*/GBS-*.pdf"))
    paper.write_bytes(paper.read_bytes() + b" ")
    assert check() == 1


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.language = ""
        self.headers = 0

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "a":
            self.links.append(given["href"])
        if tag == "html":
            self.language = given["lang"]
        if tag == "th":
            self.headers += given.get("scope") in {"col", "row"}


@pytest.mark.parametrize("language", Language)
def test_the_page_links_each_paper_and_says_its_language(many, desk, language):
    printed = desk.prints(many.secretary, replace(ALL, language=language))
    held = desk.holds(printed)
    page = _Page()
    page.feed(held["index.html"].decode())

    assert page.language == language.value
    assert page.headers == 9 + printed.papers
    assert sorted(page.links) == sorted(name for name in held if "/" in name)


def test_only_the_kinds_agency_and_format_asked_for_are_printed(many, desk):
    pathway = PathwayRecord.objects.order_by("pk")[1]
    wanted = replace(ALL, agency_id=pathway.agency_id, form=PaperFormat.DOCX)
    printed = desk.prints(many.secretary, replace(wanted, kinds=(PaperKind.PATHWAY,)))

    papers = [name for name in desk.holds(printed) if "/" in name]
    assert [Path(name).name for name in papers] == [
        f"GAP-{pathway.activity_code}-{pathway.pk}.docx"
    ]


def test_papers_of_another_government_are_never_in_it(many, desk):
    theirs = GovernmentRecord.objects.get(pk=many.stranger.government_id)
    agency = AgencyRecord.objects.create(government=theirs, code="1.01")
    copied(PathwayRecord.objects.order_by("pk")[0], government=theirs, agency=agency)
    ours = desk.prints(many.secretary)

    rows = index(desk.holds(ours)["INDEKS.csv"])[1:]
    assert len(rows) == 4
    with pytest.raises(NotFound):
        desk.prints(many.stranger, replace(ALL, agency_id=PathwayRecord.objects.first().agency_id))
    with pytest.raises(Refused):
        desk.prints(PUBLIC)


def test_nothing_meant_is_said_and_leaves_nothing(many, desk):
    with pytest.raises(NothingToPrint) as refusal:
        desk.prints(many.secretary, replace(ALL, year=1999))

    assert "tahun" in refusal.value.reason.id
    assert list(desk.folder.iterdir()) == []


@pytest.mark.parametrize("cut_at", [1, 3, 4])
def test_a_run_that_was_cut_off_goes_on_and_gives_the_same_bytes(many, desk, tmp_path, cut_at):
    whole = Desk(tmp_path / "whole")
    whole.folder.mkdir()
    at_once = whole.prints(many.secretary)

    with pytest.raises(Cut):
        desk.prints(many.secretary, cut_at=cut_at)
    assert list(desk.folder.glob("*.zip")) == []
    later = desk.prints(many.secretary)

    assert later.set_now == 4 - cut_at
    assert (desk.folder / later.name).read_bytes() == (whole.folder / at_once.name).read_bytes()


def test_only_what_changed_is_set_anew(many, desk):
    desk.prints(many.secretary)
    PathwayRecord.objects.filter(pk=PathwayRecord.objects.order_by("pk")[1].pk).update(
        objective="Tujuan yang diubah setelah dicetak"
    )

    assert desk.prints(many.secretary).set_now == 1
    assert desk.prints(many.secretary).set_now == 0
    assert len(list((desk.folder / "parts").iterdir())) == 4


def test_a_part_that_was_cut_off_is_not_taken_for_whole(many, desk):
    first = desk.prints(many.secretary)
    before = (desk.folder / first.name).read_bytes()
    part = next((desk.folder / "parts").iterdir())
    part.write_bytes(part.read_bytes()[:1000])

    second = desk.prints(many.secretary)

    assert second.set_now == 1
    assert (desk.folder / second.name).read_bytes() == before


def test_a_full_disk_leaves_nothing_half_and_says_so(many, desk, monkeypatch):
    def full(self: Path, content: bytes) -> int:
        with self.open("wb") as file:
            file.write(content[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(BatchNotWritten) as refusal:
            desk.prints(many.secretary)

    assert refusal.value.reason.id.startswith("Tempat di disk habis")
    assert [path for path in desk.folder.rglob("*") if path.is_file()] == []
    assert desk.prints(many.secretary).papers == 4


def test_an_archive_that_does_not_fit_leaves_the_last_one_in_its_place(many, desk, monkeypatch):
    before = desk.prints(many.secretary)
    kept = (desk.folder / before.name).read_bytes()

    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(BatchNotWritten):
        desk.prints(many.secretary)

    assert (desk.folder / before.name).read_bytes() == kept
    assert len(list(desk.folder.glob("*.zip"))) == len(list(desk.folder.glob(".*"))) + 1


def test_a_paper_that_cannot_be_set_is_named(many, desk, monkeypatch):
    def broken(outline, language):
        message = "no"
        raise ValueError(message)

    monkeypatch.setattr(batch_parts, "pdf", broken)
    with pytest.raises(PaperNotPrinted) as refusal:
        desk.prints(many.secretary)

    first = batched_papers(by=many.secretary, wanted=ALL, today=TODAY)[0]
    assert first.activity_code in refusal.value.reason.say(Language.INDONESIAN)


def test_the_terms_of_reference_come_with_the_rest_and_money_is_counted_once(many, desk):
    wanted = replace(ALL, kinds=(*USUAL, PaperKind.TERMS))
    rows = index(desk.holds(desk.prints(many.secretary, wanted))["INDEKS.csv"])[1:]

    assert sorted(row[1] for row in rows) == ["GAP", "GAP", "GAP", "GBS", "KAK"]
    assert [bool(row[6]) for row in rows if row[1] == "KAK"] == [False]


def meant(world: World) -> set[tuple[PaperKind, int]]:
    kinds = (PaperKind.PATHWAY, PaperKind.STATEMENT, PaperKind.TERMS)
    wanted = replace(ALL, kinds=kinds)
    found = batched_papers(by=world.secretary, wanted=wanted, today=TODAY)
    return {(each.kind, each.subject_id) for each in found}


def test_a_dropped_draft_is_not_printed(world):
    row = PathwayRecord.objects.get()
    signed = (PaperKind.PATHWAY, row.pk)
    dropped = copied(row, state=PathwayState.DROPPED, signed_at=None)

    assert signed in meant(world)
    assert (PaperKind.PATHWAY, dropped.pk) not in meant(world)


def changed_statement(**changed: object) -> StatementRecord:
    """A GBS perubahan of the demo's, on a line of its own."""
    old = StatementRecord.objects.select_related("line").get()
    line = BudgetLineRecord.objects.exclude(pk=old.line_id).filter(agency=old.line.agency_id)[0]
    row = StatementRecord.objects.get()
    for name, value in {"pk": None, "changes": old, "line": line, **changed}.items():
        setattr(row, name, value)
    row._state.adding = True
    row.save()
    return row


def test_a_changed_statement_is_printed_in_place_of_the_one_before(world):
    old = StatementRecord.objects.get().pk
    new = changed_statement(state=StatementState.DRAFT, approved_at=None)
    assert {(PaperKind.STATEMENT, old), (PaperKind.STATEMENT, new.pk)} <= meant(world)

    StatementRecord.objects.filter(pk=new.pk).update(state=StatementState.APPROVED, approved_at=AT)

    found = meant(world)
    assert not {(PaperKind.STATEMENT, old), (PaperKind.TERMS, old)} & found
    assert {(PaperKind.STATEMENT, new.pk), (PaperKind.TERMS, new.pk)} <= found


def test_a_statement_on_a_superseded_pathway_is_not_printed(world):
    PathwayRecord.objects.update(state=PathwayState.SUPERSEDED)

    assert meant(world) == set()
