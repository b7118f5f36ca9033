"""Verbs on the nomenclature of a government: a decree's list loaded, verified, withdrawn."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.nomenclature.entry import ListedEntry, territory_of
from setara.domain.budget.nomenclature.headings import NotANomenclature
from setara.domain.budget.nomenclature.loading import DecreeYears, may_load
from setara.domain.budget.nomenclature.reading import ListReading
from setara.domain.budget.reading.findings import ReadingFinding
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Refused, Verdict, refused, require
from setara.domain.language.text import Language, Text
from setara.formats.tables import Unreadable
from setara.store.models import (
    BudgetBookRecord,
    GovernmentRecord,
    NomenclatureEntryRecord,
    NomenclatureRecord,
    ReceivedFileRecord,
)
from setara.usecases.budget.nomenclature_reading import read_nomenclature
from setara.usecases.foundation.access import CHANGED_MEANWHILE, government_of, one, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.files import keep_file

NOMENCLATURE = Text("Nomenklatur", "The nomenclature")
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class DecreeFacts:
    """What its loader says of a decree; `set_in` is the year it was set, where known."""

    decree: str
    first_year: int
    last_year: int
    set_in: int | None = None
    is_official: bool = False


class ListRefused(Exception):
    """Nothing of the list was kept; `findings` say row by row what to mend."""

    def __init__(self, reason: Text, findings: tuple[ReadingFinding, ...] = ()) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason
        self.findings = findings


@command("budget.nomenclature.loaded", says=Text("Nomenklatur dimuat", "Nomenclature loaded"))
def load_nomenclature(
    *,
    by: Actor,
    at: datetime,
    facts: DecreeFacts,
    name: str,
    content: bytes,
    accepts_warnings: bool = False,
) -> int:
    """Keep a decree's list with its file beside the others: all entries or none.

    Raises ListRefused with findings by row; Refused where the years have a list, the decree is
    loaded or the file was received already. Cost: some forty queries for 6,000 entries.
    """
    require(may_keep(by))
    new = _new(by, facts)
    _hold(by)
    held = visible(by, NomenclatureRecord.objects.filter(withdrawn_at__isnull=True))
    require(may_load(new, [row.as_rule_sees_it() for row in held.order_by("first_year")]))
    reading = _judged(name, content, accepts_warnings=accepts_warnings)
    record = NomenclatureRecord.objects.create(
        government_id=government_of(by),
        decree=new.decree,
        set_in=facts.set_in,
        first_year=new.first_year,
        last_year=new.last_year,
        territory=new.territory,
        file=_file(by, at, name, content),
        is_official=facts.is_official,
        loaded_by=by.name,
        loaded_at=at,
    )
    _keep(record, reading)
    told = _told(record, reading)
    leave_event("budget.nomenclature.loaded", by=by, at=at, subject=record, **told)
    return record.pk


def _hold(by: Actor) -> None:
    # Two lists loaded at once would not see that their years meet.
    GovernmentRecord.objects.select_for_update().get(pk=government_of(by))


def _new(by: Actor, facts: DecreeFacts) -> DecreeYears:
    government = GovernmentRecord.objects.select_related("place").get(pk=government_of(by))
    decree = " ".join(facts.decree.split())
    territory = territory_of(government.place.code)
    return DecreeYears(decree, facts.first_year, facts.last_year, territory)


def _told(record: NomenclatureRecord, reading: ListReading) -> dict[str, Any]:
    """What the trail keeps of a list."""
    return {
        "decree": record.decree,
        "years": record.as_rule_sees_it().years,
        "sha256": record.file.sha256,
        "entries": len(reading.entries),
        "repairs": len(reading.repairs),
    }


def _keep(record: NomenclatureRecord, reading: ListReading) -> None:
    entries = [_entry(record, each) for each in reading.entries]
    NomenclatureEntryRecord.objects.bulk_create(entries, batch_size=_AT_ONCE)


@command(
    "budget.nomenclature.verified", says=Text("Nomenklatur diverifikasi", "Nomenclature verified")
)
def verify_nomenclature(*, by: Actor, at: datetime, nomenclature_id: int) -> None:
    """Say that the list was compared with the decree. Raises Refused, NotFound."""
    require(may_keep(by))
    record = one(by, _standing(), nomenclature_id, what=NOMENCLATURE)
    unverified = NomenclatureRecord.objects.filter(pk=record.pk, verified_at__isnull=True)
    if unverified.update(verified_at=at, verified_by=by.name) != 1:
        raise Refused(CHANGED_MEANWHILE)
    leave_event("budget.nomenclature.verified", by=by, at=at, subject=record, decree=record.decree)


@command(
    "budget.nomenclature.withdrawn", says=Text("Nomenklatur dicabut", "Nomenclature withdrawn")
)
def withdraw_nomenclature(*, by: Actor, at: datetime, nomenclature_id: int) -> None:
    """Take a list back that no budget was held against; it stays as history.

    Raises Refused where a book of its years came in since it was loaded, NotFound.
    """
    require(may_keep(by))
    record = one(by, _standing(), nomenclature_id, what=NOMENCLATURE)
    require(is_unused(record))
    standing = NomenclatureRecord.objects.filter(pk=record.pk, withdrawn_at__isnull=True)
    if standing.update(withdrawn_at=at, withdrawn_by=by.name) != 1:
        raise Refused(CHANGED_MEANWHILE)
    leave_event("budget.nomenclature.withdrawn", by=by, at=at, subject=record, decree=record.decree)


def may_keep(by: Actor) -> Verdict:
    """Those who take budgets in keep the nomenclature; so may the operator, at the terminal.

    A decree is the nation's, not the content of a government.
    """
    return ALLOWED if by.is_operator else by.may(Permission.IMPORT_BUDGET)


def is_unused(record: NomenclatureRecord) -> Verdict:
    """Whether no book of the list's years came in since it was loaded. Cost: one query."""
    book = (
        BudgetBookRecord.objects.filter(
            version__government=record.government_id,
            version__year__gte=record.first_year,
            version__year__lte=record.last_year,
            imported_at__gte=record.loaded_at,
            withdrawn_at__isnull=True,
        )
        .select_related("version")
        .first()
    )
    if book is None:
        return ALLOWED
    return refused(
        "Anggaran {stage} {year} diimpor setelah {decree} dimuat dan diperiksa terhadapnya, "
        "sehingga daftarnya tidak dapat dicabut.",
        "The budget {stage} {year} came in after {decree} was loaded and was held against it, so "
        "the list cannot be withdrawn.",
        stage=book.version.stage.name,
        year=str(book.version.year),
        decree=record.decree,
    )


def _standing() -> QuerySet[NomenclatureRecord]:
    return NomenclatureRecord.objects.filter(withdrawn_at__isnull=True)


def _judged(name: str, content: bytes, *, accepts_warnings: bool) -> ListReading:
    try:
        reading = read_nomenclature(name=name, content=content).reading
    except (Unreadable, NotANomenclature) as refusal:
        raise ListRefused(refusal.reason) from refusal
    if not reading.count(ActivityLevel.SUB_ACTIVITY) and not reading.errors:
        raise ListRefused(_NO_SUB_ACTIVITIES)
    if reading.errors:
        raise ListRefused(_HAS_ERRORS.filled(count=len(reading.errors)), reading.findings)
    if reading.findings and not accepts_warnings:
        raise ListRefused(_HAS_WARNINGS.filled(count=len(reading.findings)), reading.findings)
    return reading


def _file(by: Actor, at: datetime, name: str, content: bytes) -> ReceivedFileRecord:
    """The file, kept anew, or as it was kept for a list that was withdrawn since."""
    sha256 = hashlib.sha256(content).hexdigest()
    of_withdrawn = visible(by, ReceivedFileRecord.objects.filter(sha256=sha256)).filter(
        nomenclatures__withdrawn_at__isnull=False
    )
    known = of_withdrawn.exclude(nomenclatures__withdrawn_at__isnull=True).first()
    return known or keep_file(by=by, at=at, name=name, content=content)


def _entry(record: NomenclatureRecord, entry: ListedEntry) -> NomenclatureEntryRecord:
    return NomenclatureEntryRecord(
        nomenclature=record,
        code=entry.code,
        level=entry.level,
        name=entry.name,
        performance=entry.performance,
        indicator=entry.indicator,
        unit=entry.unit,
        row=entry.row,
    )


_NO_SUB_ACTIVITIES = Text(
    "Daftar ini tidak memuat satu sub kegiatan pun, sehingga tidak ada yang dapat dipakai untuk "
    "memeriksa anggaran.",
    "This list holds not a single sub-activity, so there is nothing a budget could be held "
    "against.",
)
_HAS_ERRORS = Text(
    "Daftar belum dimuat: ada {count} hal yang perlu diperbaiki. Tidak ada baris yang disimpan.",
    "The list was not loaded: {count} things need mending. No line was kept.",
)
_HAS_WARNINGS = Text(
    "Daftar belum dimuat: ada {count} peringatan. Periksa, lalu perbaiki daftarnya atau terima "
    "peringatannya.",
    "The list was not loaded yet: there are {count} warnings. Check them, then correct the list "
    "or accept them.",
)
