"""Taking a budget book in: read, judged as a whole, and only then kept as a version."""

from __future__ import annotations

import hashlib
from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import Count, QuerySet, Sum

from setara.domain.budget.agency_match import AgencyMatch, government_findings, matched
from setara.domain.budget.outside import outside_findings
from setara.domain.budget.phase import BudgetPhase, Stage, may_stage
from setara.domain.budget.reading.findings import Fault, ReadingFinding
from setara.domain.budget.reading.line import Line, added, whole
from setara.domain.budget.reading.reading import BudgetReading, NotABudget
from setara.domain.budget.severity import Severity
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused, require
from setara.domain.language.text import Language, Text
from setara.formats.tables import Unreadable
from setara.store.models import (
    AgencyRecord,
    BudgetBookRecord,
    BudgetLineRecord,
    BudgetVersionRecord,
    GovernmentRecord,
    ReceivedFileRecord,
)
from setara.usecases.budget.book_keeping import exchange, live_book, may_take_out, named, take_out
from setara.usecases.budget.details import keep_details
from setara.usecases.budget.intake_steps import IntakeStep, Told, nobody
from setara.usecases.budget.nomenclature_lists import doubts_of
from setara.usecases.budget.reading import read_file
from setara.usecases.budget.stored_versions import version_at
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
    sequence: int = 0,
    agency_id: int | None = None,
    accepts_warnings: bool = False,
    is_sample: bool = False,
    progress: Told = nobody,
) -> int:
    """Keep a budget book with its file in the version of a year and stage: all lines or none.

    `sequence` is the month of a realisation, the number of a shift elsewhere; `agency_id` owns the
    whole file. Returns the version. Raises BookRefused with findings, Refused for lines there.
    """
    stage = Stage(phase, sequence)
    require(first_refusal(by.may(Permission.IMPORT_BUDGET), may_stage(stage)))
    book = _book(name, content, year, progress)
    progress(IntakeStep.JUDGE, 0)
    seen = _seen(by, content, year, stage)
    match = _judged(by, book, agency_id, year, seen=seen, accepts_warnings=accepts_warnings)
    version = version_at(by, year, stage)
    require(_are_new(version, match))
    progress(IntakeStep.KEEP, 0)
    record = BudgetBookRecord.objects.create(
        version=version,
        agency_id=agency_id,
        is_sample=is_sample,
        **_received(by, at, name, content, book),
    )
    BudgetLineRecord.objects.bulk_create(lines_of_book(by, record, book, match))
    details = keep_details(record, book, match)
    leave_event(
        "budget.version.imported", by=by, at=at, subject=version, **_facts(record, book, details)
    )
    return version.pk


@command("budget.book.replaced", says=Text("Buku anggaran diganti", "Budget book replaced"))
def replace_book(
    *,
    by: Actor,
    at: datetime,
    book_id: int,
    name: str,
    content: bytes,
    reason: str,
    accepts_warnings: bool = False,
    progress: Told = nobody,
) -> int:
    """Put a corrected file in the place of a book of the same stage. Returns the new book.

    Lines that stay keep their tags and statements. Raises Refused where one that bears them would
    be gone, or one with an approved GBS would have another amount: a changed budget is the next
    stage, not a correction. Raises BookRefused as `import_budget` does, and NotFound.
    """
    require(first_refusal(by.may(Permission.IMPORT_BUDGET), may_take_out(reason)))
    before = live_book(by, book_id)
    version = before.version
    book = _book(name, content, version.year, progress)
    progress(IntakeStep.JUDGE, 0)
    match = _judged(by, book, before.agency_id, version.year, accepts_warnings=accepts_warnings)
    require(_are_new(version, match, besides=before))
    progress(IntakeStep.KEEP, 0)
    record = BudgetBookRecord.objects.create(
        version=version,
        agency_id=before.agency_id,
        is_sample=before.is_sample,
        replaces=before,
        **_received(by, at, name, content, book),
    )
    exchange(before, lines_of_book(by, record, book, match))
    take_out(before, by.name, at, reason)
    facts = _facts(record, book, keep_details(record, book, match)) | {"before": before.pk}
    leave_event("budget.book.replaced", by=by, at=at, subject=record, reason=reason, **facts)
    return record.pk


def _facts(record: BudgetBookRecord, book: BudgetReading, details: int) -> dict[str, Any]:
    """What the trail keeps of a book taken in."""
    lines = record.lines.aggregate(count=Count("pk"), amount=Sum("amount"))
    return {
        "book": record.pk,
        "sha256": record.file.sha256,
        "format": book.family.value,
        "lines": lines["count"],
        "amount": lines["amount"] or 0,
        "details": details,
    }


def _received(
    by: Actor, at: datetime, name: str, content: bytes, book: BudgetReading
) -> dict[str, Any]:
    return {
        "file": _file(by, at, name, content),
        "family": book.family.value,
        "imported_at": at,
        "imported_by": by.name,
    }


def _file(by: Actor, at: datetime, name: str, content: bytes) -> ReceivedFileRecord:
    """The file kept. One that came as a budget before may come again: a DPA like its RKA."""
    return _received_before(by, content).first() or keep_file(
        by=by, at=at, name=name, content=content
    )


def _received_before(by: Actor, content: bytes) -> QuerySet[ReceivedFileRecord]:
    return ReceivedFileRecord.objects.filter(
        government_id=government_of(by),
        sha256=hashlib.sha256(content).hexdigest(),
        budget_books__isnull=False,
    ).defer("content")


def _seen(by: Actor, content: bytes, year: int, stage: Stage) -> tuple[ReadingFinding, ...]:
    """A warning where the same bytes are the budget of another stage already."""
    books = BudgetBookRecord.objects.filter(
        withdrawn_at__isnull=True, file__in=_received_before(by, content)
    ).exclude(version__year=year, version__phase=stage.phase, version__sequence=stage.sequence)
    return tuple(
        ReadingFinding(
            Fault.SAME_FILE,
            Severity.WARNING,
            0,
            "",
            _SAME_FILE.filled(stage=book.version.stage.name, year=str(book.version.year)),
            _LIKE_IT,
        )
        for book in books.select_related("version").order_by("-imported_at")[:1]
    )


def _are_new(
    version: BudgetVersionRecord, match: AgencyMatch, besides: BudgetBookRecord | None = None
) -> Verdict:
    """Whether no agency of the file has lines in the version yet."""
    there = BudgetLineRecord.objects.filter(
        version=version, agency__code__in=set(match.codes.values())
    )
    if besides is not None:
        there = there.exclude(book=besides)
    codes = sorted(set(there.values_list("agency__code", flat=True)))
    if not codes:
        return ALLOWED
    return refused(
        "{stage} {year} sudah memuat anggaran {agencies}. Anggaran yang berubah diimpor sebagai "
        "tahap berikutnya; berkas yang keliru diganti atau ditarik pada halaman versi itu.",
        "The {stage} of {year} already holds the budget of {agencies}. A changed budget is "
        "imported as the next stage; a wrong file is replaced or withdrawn on that version's page.",
        stage=version.stage.name,
        year=str(version.year),
        agencies=named(codes),
    )


def _book(name: str, content: bytes, year: int, progress: Told) -> BudgetReading:
    progress(IntakeStep.READ, 0)
    try:
        book = read_file(
            name=name, content=content, progress=partial(progress, IntakeStep.READ)
        ).reading
    except (Unreadable, NotABudget) as refusal:
        raise BookRefused(refusal.reason) from refusal
    if book.years and book.years != (str(year),):
        raise BookRefused(_OTHER_YEAR.filled(stated=", ".join(book.years), year=str(year)))
    if not book.activities and not book.errors:
        raise BookRefused(_NO_ACTIVITIES.filled(family=book.family.label))
    return book


def _judged(
    by: Actor,
    book: BudgetReading,
    agency_id: int | None,
    year: int,
    *,
    accepts_warnings: bool,
    seen: tuple[ReadingFinding, ...] = (),
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
    strange = government_findings(book.region, government.place.name)
    outside = outside_findings(book)
    doubted = (*book.findings, *seen, *outside, *strange, *doubts_of(by, book, year))
    told = (each for each in doubted if each.severity is not Severity.NOTE)
    findings = tuple(sorted((*told, *match.findings), key=lambda each: each.place))
    errors = [each for each in findings if each.severity is Severity.ERROR]
    if errors:
        raise BookRefused(_HAS_ERRORS.filled(count=len(errors)), findings)
    if findings and not accepts_warnings:
        raise BookRefused(_HAS_WARNINGS.filled(count=len(findings)), findings)
    return match


def lines_of_book(
    by: Actor, record: BudgetBookRecord, book: BudgetReading, match: AgencyMatch
) -> list[BudgetLineRecord]:
    """A record for each activity of each agency; units of one agency are added up."""
    ids = dict(visible(by, AgencyRecord.objects.all()).values_list("code", "pk"))
    kept: dict[tuple[int, str], Line] = {}
    for line in book.activities:
        key = (ids[match.codes[line.agency]], line.activity)
        known = kept.get(key)
        # Rounding each unit first would make the book differ from the file it came in.
        kept[key] = line if known is None else _together(known, line)
    return [_record(record, agency, line) for (agency, _), line in kept.items()]


def _together(one: Line, other: Line) -> Line:
    realised = [each.realised for each in (one, other) if each.realised is not None]
    return one._replace(
        amount=(one.amount or 0) + (other.amount or 0),
        realised=added(realised) if realised else None,
    )


def _record(record: BudgetBookRecord, agency_id: int, line: Line) -> BudgetLineRecord:
    return BudgetLineRecord(
        version=record.version,
        book=record,
        agency_id=agency_id,
        code=line.activity,
        name=line.name[:_LONGEST_NAME],
        amount=whole(line.amount or 0),
        realised=None if line.realised is None else whole(line.realised),
        row=line.row,
    )


_SAME_FILE = Text(
    "Berkas yang persis sama sudah diimpor sebagai {stage} {year}.",
    "The very same file was imported as the {stage} of {year}.",
)
_LIKE_IT = Text(
    "Terima peringatan ini bila anggarannya memang tidak berubah; jika tidak, pilih berkas lain.",
    "Accept the warning where the budget did not change; else choose another file.",
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
