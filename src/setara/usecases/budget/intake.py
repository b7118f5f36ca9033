"""Taking a budget book in: read, judged as a whole, and only then kept as a version."""

from __future__ import annotations

from datetime import datetime

from setara.domain.budget.agency_match import AgencyMatch, matched
from setara.domain.budget.book import Book, BookFinding, read_book
from setara.domain.budget.columns import NotABook
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.severity import Severity
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused, require
from setara.domain.language.text import Language, Text
from setara.formats.tables import Unreadable, read_grids
from setara.store.models import (
    AgencyRecord,
    BudgetLineRecord,
    BudgetVersionRecord,
    GovernmentRecord,
)
from setara.usecases.foundation.access import government_of, one, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.files import keep_file

AGENCY = Text("Perangkat daerah", "The agency")


class BookRefused(Exception):
    """Nothing of the file was kept; `findings` say row by row what to mend."""

    def __init__(self, reason: Text, findings: tuple[BookFinding, ...] = ()) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason
        self.findings = findings


@command("budget.version.imported", says=Text("Buku anggaran diimpor", "Budget book imported"))
def import_budget(
    *,
    by: Actor,
    at: datetime,
    year: int,
    phase: BudgetPhase,
    name: str,
    content: bytes,
    agency_id: int | None = None,
    accepts_warnings: bool = False,
    is_sample: bool = False,
) -> int:
    """Keep a budget book with its file as the version of a year and phase: all lines or none.

    `agency_id` is the agency of the whole file, where it names none or by another name. Raises
    BookRefused with findings by row where the file cannot be trusted or its warnings are not
    accepted; Refused where the version or the file is there already.
    """
    require(first_refusal(by.may(Permission.IMPORT_BUDGET), _is_new(by, year, phase)))
    book = _book(name, content, year)
    codes = _judged(by, book, agency_id, accepts_warnings=accepts_warnings)
    version = BudgetVersionRecord.objects.create(
        government_id=government_of(by),
        year=year,
        phase=phase,
        file=keep_file(by=by, at=at, name=name, content=content),
        is_sample=is_sample,
        imported_at=at,
    )
    _keep_lines(by, version, book, codes)
    leave_event(
        "budget.version.imported",
        by=by,
        at=at,
        subject=version,
        sha256=version.file.sha256,
        lines=len(book.lines),
        amount=book.amount.amount,
    )
    return version.pk


def _is_new(by: Actor, year: int, phase: BudgetPhase) -> Verdict:
    known = BudgetVersionRecord.objects.filter(
        government_id=by.government_id, year=year, phase=phase
    )
    if not known.exists():
        return ALLOWED
    return refused(
        "{phase} {year} sudah diimpor. Perubahan anggaran diimpor sebagai tahap berikutnya.",
        "The {phase} of {year} was imported already. A change is imported as the next phase.",
        phase=phase.short,
        year=str(year),
    )


def _book(name: str, content: bytes, year: int) -> Book:
    try:
        grids = read_grids(name, content)
    except Unreadable as unreadable:
        raise BookRefused(unreadable.reason) from unreadable
    refusal: NotABook | None = None
    for grid in grids:
        try:
            book = read_book(grid.rows)
        except NotABook as not_a_book:
            refusal = refusal or not_a_book
            continue
        if book.year is not None and book.year != str(year):
            raise BookRefused(_OTHER_YEAR.filled(stated=book.year, year=str(year)))
        return book
    raise BookRefused(refusal.reason if refusal else _NO_SHEET)


def _judged(by: Actor, book: Book, agency_id: int | None, *, accepts_warnings: bool) -> AgencyMatch:
    """The agency of each line. Raises BookRefused with everything that is wrong."""
    rows = visible(by, AgencyRecord.objects.prefetch_related("names")).order_by("code")
    owner = None if agency_id is None else one(by, rows, agency_id, what=AGENCY).code
    government = GovernmentRecord.objects.select_related("place").get(pk=government_of(by))
    match = matched(
        book.lines,
        [row.as_rule_sees_it() for row in rows],
        government_name=government.place.name,
        whole_file=owner,
    )
    findings = tuple(sorted((*book.findings, *match.findings), key=lambda each: each.row))
    errors = [each for each in findings if each.severity is Severity.ERROR]
    if errors:
        raise BookRefused(_HAS_ERRORS.filled(count=len(errors)), findings)
    if findings and not accepts_warnings:
        raise BookRefused(_HAS_WARNINGS.filled(count=len(findings)), findings)
    return match


def _keep_lines(by: Actor, version: BudgetVersionRecord, book: Book, match: AgencyMatch) -> None:
    ids = dict(visible(by, AgencyRecord.objects.all()).values_list("code", "pk"))
    BudgetLineRecord.objects.bulk_create(
        BudgetLineRecord(
            version=version,
            agency_id=ids[match.codes[(line.agency_code, line.agency_name)]],
            code=line.code.text,
            name=line.name,
            amount=line.amount.amount,
            realised=line.realised.amount if line.realised else None,
            row=line.row,
        )
        for line in book.lines
    )


_OTHER_YEAR = Text(
    "Berkas ini menyebut tahun {stated}, sedangkan yang dipilih {year}. Periksa berkas atau "
    "tahunnya.",
    "The file says {stated}, but {year} was chosen. Check the file or the year.",
)
_NO_SHEET = Text("Berkas tidak memuat lembar kerja.", "The file has no sheet.")
_HAS_ERRORS = Text(
    "Berkas belum diterima: ada {count} hal yang perlu diperbaiki. Tidak ada baris yang disimpan.",
    "The file was not taken: {count} things need mending. No line was kept.",
)
_HAS_WARNINGS = Text(
    "Berkas belum disimpan: ada {count} peringatan. Periksa, lalu perbaiki berkasnya atau terima "
    "peringatannya.",
    "The file was not kept yet: there are {count} warnings. Check them, then correct the file or "
    "accept them.",
)
