"""Taking a budget book in: read, judged as a whole, and only then kept as a version."""

from __future__ import annotations

from datetime import datetime

from setara.domain.budget.agency_match import AgencyMatch, matched
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.reading.findings import ReadingFinding
from setara.domain.budget.reading.line import Line, whole
from setara.domain.budget.reading.reading import BudgetReading, NotABudget
from setara.domain.budget.severity import Severity
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused, require
from setara.domain.language.text import Language, Text
from setara.formats.tables import Unreadable
from setara.store.models import (
    AgencyRecord,
    BudgetLineRecord,
    BudgetVersionRecord,
    GovernmentRecord,
)
from setara.usecases.budget.reading import read_file
from setara.usecases.foundation.access import government_of, one, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.files import keep_file

AGENCY = Text("Perangkat daerah", "The agency")
_LONGEST_NAME = 500


class BookRefused(Exception):
    """Nothing of the file was kept; `findings` say row by row what to mend."""

    def __init__(self, reason: Text, findings: tuple[ReadingFinding, ...] = ()) -> None:
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

    `agency_id` owns the whole file. Lines are sub kegiatan, in old books kegiatan. Raises
    BookRefused with findings by row, Refused where the version or the file is there already.
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
    kept = BudgetLineRecord.objects.bulk_create(_lines(by, version, book, codes))
    leave_event(
        "budget.version.imported",
        by=by,
        at=at,
        subject=version,
        sha256=version.file.sha256,
        format=book.family.value,
        lines=len(kept),
        amount=sum(line.amount for line in kept),
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


def _book(name: str, content: bytes, year: int) -> BudgetReading:
    try:
        book = read_file(name=name, content=content).reading
    except (Unreadable, NotABudget) as refusal:
        raise BookRefused(refusal.reason) from refusal
    if book.years and book.years != (str(year),):
        raise BookRefused(_OTHER_YEAR.filled(stated=", ".join(book.years), year=str(year)))
    if not book.activities and not book.errors:
        raise BookRefused(_NO_ACTIVITIES.filled(family=book.family.label))
    return book


def _judged(
    by: Actor, book: BudgetReading, agency_id: int | None, *, accepts_warnings: bool
) -> AgencyMatch:
    """The agency of each line. Raises BookRefused with everything that is wrong."""
    rows = visible(by, AgencyRecord.objects.prefetch_related("names")).order_by("code")
    owner = None if agency_id is None else one(by, rows, agency_id, what=AGENCY).code
    government = GovernmentRecord.objects.select_related("place").get(pk=government_of(by))
    match = matched(
        book.activities,
        [row.as_rule_sees_it() for row in rows],
        government_name=government.place.name,
        whole_file=owner,
    )
    told = (each for each in book.findings if each.severity is not Severity.NOTE)
    findings = tuple(sorted((*told, *match.findings), key=lambda each: each.place))
    errors = [each for each in findings if each.severity is Severity.ERROR]
    if errors:
        raise BookRefused(_HAS_ERRORS.filled(count=len(errors)), findings)
    if findings and not accepts_warnings:
        raise BookRefused(_HAS_WARNINGS.filled(count=len(findings)), findings)
    return match


def _lines(
    by: Actor, version: BudgetVersionRecord, book: BudgetReading, match: AgencyMatch
) -> list[BudgetLineRecord]:
    """A record for each activity of each agency; units of one agency are added up."""
    ids = dict(visible(by, AgencyRecord.objects.all()).values_list("code", "pk"))
    kept: dict[tuple[int, str], BudgetLineRecord] = {}
    for line in book.activities:
        key = (ids[match.codes[line.agency]], line.activity)
        record = kept.get(key)
        if record is None:
            kept[key] = _record(version, key[0], line)
            continue
        record.amount += whole(line.amount or 0)
        if line.realised is not None:
            record.realised = (record.realised or 0) + whole(line.realised)
    return list(kept.values())


def _record(version: BudgetVersionRecord, agency_id: int, line: Line) -> BudgetLineRecord:
    return BudgetLineRecord(
        version=version,
        agency_id=agency_id,
        code=line.activity,
        name=line.name[:_LONGEST_NAME],
        amount=whole(line.amount or 0),
        realised=None if line.realised is None else whole(line.realised),
        row=line.row,
    )


_OTHER_YEAR = Text(
    "Berkas ini menyebut tahun {stated}, sedangkan yang dipilih {year}. Periksa berkas atau "
    "tahunnya.",
    "The file says {stated}, but {year} was chosen. Check the file or the year.",
)
_NO_ACTIVITIES = Text(
    "Berkas ini terbaca sebagai {family}, tetapi tidak memuat sub kegiatan atau kegiatan, sehingga "
    "tidak ada yang dapat dikaitkan dengan GAP. Unggah rincian menurut sub kegiatan.",
    "This file reads as a {family}, but holds no sub-activities or activities, so there is nothing "
    "a GAP could be tied to. Upload the budget by sub-activity.",
)
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
