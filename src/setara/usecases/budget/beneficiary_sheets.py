"""Beneficiaries as a list in a workbook: given out filled with what stands, taken back whole."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from setara.domain.budget.beneficiaries.headcount import ReachStage
from setara.domain.budget.beneficiaries.sheet import SHEET, SheetFacts, SheetRow, sheet_form
from setara.domain.budget.beneficiaries.sheet_reading import (
    FOUND,
    Key,
    ReadSheet,
    SheetEntry,
    SheetFinding,
    read_sheet,
)
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Language, Text
from setara.domain.statistics.form_reading import FORMULA_ERROR, TYPE_IT
from setara.domain.statistics.form_seal import NotThisForm
from setara.domain.statistics.form_slots import Place
from setara.formats.broken_formulas import broken_formulas, is_open_xml
from setara.formats.form_book import form_book
from setara.formats.tables import Unreadable, read_grids
from setara.store.models import (
    BudgetLineRecord,
    BudgetVersionRecord,
    EventRecord,
    ReceivedFileRecord,
)
from setara.usecases.budget.beneficiaries import NewBeneficiaries, record_beneficiaries
from setara.usecases.budget.beneficiary_rows import FigureAnswer, Known, known_of
from setara.usecases.budget.queries import VERSION
from setara.usecases.foundation.access import one
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.files import keep_file

TAKEN = "budget.beneficiaries.list_taken"
_LONGEST_NAME = 255
Lines = Mapping[tuple[str, str], BudgetLineRecord]


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A workbook to be handed out under its name."""

    name: str
    content: bytes


class SheetRefused(Exception):
    """Nothing of the list was kept; `findings` say in which cell to mend what."""

    def __init__(self, reason: Text, findings: tuple[SheetFinding, ...] = ()) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason
        self.findings = findings


def beneficiary_sheet(*, by: Actor, version_id: int) -> SheetFile:
    """The list of the sub kegiatan the actor may write of, with what stands. Raises NotFound.

    Cost: eleven queries, and about 3 s for a thousand sub kegiatan.
    """
    require(by.may(Permission.RECORD_BENEFICIARIES))
    version = _version(by, version_id)
    lines = _own(by, version)
    known = known_of(lines, version.year)
    rows = [row for line in lines for row in _rows(line, known)]
    facts = _facts(version)
    name = f"penerima-{version.year}-{version.pk}.xlsx"
    return SheetFile(name, form_book(sheet_form(facts, rows)))


@command(TAKEN, says=Text("Daftar penerima manfaat diterima", "List of beneficiaries taken in"))
def take_beneficiary_sheet(
    *, by: Actor, at: datetime, version_id: int, name: str, content: bytes
) -> int | None:
    """Take a filled list in: all of its rows or none, each with the cell it stood in.

    Rows that say what stands already change nothing. Returns how many figures changed, None
    where these very bytes were taken before. Raises SheetRefused with findings by cell, NotFound,
    Refused.
    """
    require(by.may(Permission.RECORD_BENEFICIARIES))
    version = _version(by, version_id)
    sha256 = hashlib.sha256(content).hexdigest()
    if _was_taken(version, sha256):
        leave_event(TAKEN, by=by, at=at, subject=version, sha256=sha256, is_repeated=True)
        return None
    read = _read(name, content, _facts(version))
    lines = _by_code(version)
    standing = _standing(list(lines.values()), version.year)
    findings = (*read.findings, *_judged(by, read, lines, standing))
    if findings:
        raise SheetRefused(TO_MEND.filled(count=len(findings)), findings)
    changed = [each for each in read.entries if not _is_same(each, standing.get(each.key))]
    file = keep_file(by=by, at=at, name=name[-_LONGEST_NAME:], content=content)
    for entry in changed:
        stands = standing.get(entry.key)
        record_beneficiaries(
            by=by,
            at=at,
            line_id=lines[entry.key[:2]].pk,
            figures=_figures(entry, file),
            replacing=stands.record_id if stands else None,
            reason=entry.reason if stands else "",
        )
    leave_event(TAKEN, by=by, at=at, subject=version, sha256=sha256, changed=len(changed))
    return len(changed)


def _version(by: Actor, version_id: int) -> BudgetVersionRecord:
    rows = BudgetVersionRecord.objects.select_related("government__place")
    return one(by, rows, version_id, what=VERSION)


def _facts(version: BudgetVersionRecord) -> SheetFacts:
    government = version.government
    return SheetFacts(
        government_code=f"{government.place.code}/{government.pk}",
        government_name=government.name,
        year=version.year,
        version_id=version.pk,
        book=f"{version.stage.name.say(Language.INDONESIAN)} {version.year}",
    )


def _own(by: Actor, version: BudgetVersionRecord) -> list[BudgetLineRecord]:
    lines = BudgetLineRecord.objects.filter(version=version).select_related("version", "agency")
    return [
        line
        for line in lines.order_by("agency__code", "row", "pk")
        if by.may(Permission.RECORD_BENEFICIARIES, agency_id=line.agency_id)
    ]


def _by_code(version: BudgetVersionRecord) -> dict[tuple[str, str], BudgetLineRecord]:
    lines = BudgetLineRecord.objects.filter(version=version).select_related("version", "agency")
    return {(line.agency.code, line.code): line for line in lines}


def _rows(line: BudgetLineRecord, known: Mapping[tuple[int, str], Known]) -> list[SheetRow]:
    """A row for each figure that stands, and one to fill in for each stage still without."""
    mine = known.get((line.agency_id, line.code), Known())
    rows = [_row(line, figure) for figure in mine.figures]
    missing = [stage for stage in ReachStage if not mine.units(stage)]
    return [*rows, *(_row(line, None, stage) for stage in missing)]


def _row(
    line: BudgetLineRecord, figure: FigureAnswer | None, stage: ReachStage = ReachStage.PLANNED
) -> SheetRow:
    bare = SheetRow(line.agency.code, line.code, line.name, Rupiah(line.amount), stage=stage)
    if figure is None:
        return bare
    return SheetRow(
        agency_code=bare.agency_code,
        code=bare.code,
        name=bare.name,
        amount=bare.amount,
        standing=figure.record_id,
        stage=figure.stage,
        month=figure.month,
        unit=figure.unit,
        count=figure.count,
        certainty=figure.certainty,
        document=figure.document,
        locator=figure.locator,
    )


def _read(name: str, content: bytes, facts: SheetFacts) -> ReadSheet:
    try:
        sheets = {grid.sheet: grid.rows for grid in read_grids(name, content)}
        read = read_sheet(sheets, facts)
    except (Unreadable, NotThisForm) as refused:
        raise SheetRefused(refused.reason) from refused
    # A formula nobody computed reads as an empty cell, and its row would be passed over.
    uncomputed = broken_formulas(content, {SHEET}) if is_open_xml(content) else frozenset[Place]()
    told = tuple(SheetFinding(f"{sheet}!{at}", NOT_COMPUTED) for sheet, at in sorted(uncomputed))
    return replace(read, findings=(*read.findings, *told))


def _standing(lines: Sequence[BudgetLineRecord], year: int) -> dict[Key, FigureAnswer]:
    codes = {(line.agency_id, line.code): line.agency.code for line in lines}
    return {
        (codes[key], key[1], each.stage, each.month, each.unit): each
        for key, known in known_of(lines, year).items()
        for each in known.figures
    }


def _judged(
    by: Actor, read: ReadSheet, lines: Lines, standing: Mapping[Key, FigureAnswer]
) -> list[SheetFinding]:
    found, seen = [], set[Key]()
    for entry in read.entries:
        message = _against(by, entry, lines, standing.get(entry.key), read.stood.get(entry.key, 0))
        if entry.key in seen:
            message = TWICE
        seen.add(entry.key)
        if message is not None:
            found.append(SheetFinding(entry.where, message))
    return found


def _against(
    by: Actor, entry: SheetEntry, lines: Lines, stands: FigureAnswer | None, stood: int
) -> Text | None:
    line = lines.get(entry.key[:2])
    if line is None:
        return NO_LINE.filled(agency=entry.key[0], code=entry.key[1])
    verdict = by.may(Permission.RECORD_BENEFICIARIES, agency_id=line.agency_id)
    if not verdict.allowed:
        return verdict.reason
    if stands is None:
        return GONE if stood else None
    if _is_same(entry, stands):
        return None
    if stands.record_id != stood:
        return MEANWHILE.filled(who=stands.recorded_by)
    return None if entry.reason else NEEDS_REASON


def _is_same(entry: SheetEntry, stands: FigureAnswer | None) -> bool:
    return stands is not None and (
        (entry.count, entry.certainty, entry.document, entry.locator)
        == (stands.count, stands.certainty, stands.document, stands.locator)
    )


def _figures(entry: SheetEntry, file: ReceivedFileRecord) -> NewBeneficiaries:
    _, _, stage, month, unit = entry.key
    return NewBeneficiaries(
        stage=stage,
        unit=unit,
        count=entry.count,
        certainty=entry.certainty,
        document=entry.document,
        month=month,
        locator=entry.locator,
        file=file,
        cell=entry.where,
    )


def _was_taken(version: BudgetVersionRecord, sha256: str) -> bool:
    return EventRecord.objects.filter(
        government=version.government_id,
        name=TAKEN,
        subject_kind="BudgetVersion",
        subject_id=str(version.pk),
        detail__sha256=sha256,
    ).exists()


TO_MEND = Text(
    "Daftar belum diterima: {count} hal perlu diperbaiki. Tidak ada angka yang disimpan.",
    "The list was not taken: {count} things need mending. No figure was kept.",
)
NOT_COMPUTED = FOUND.filled(message=FORMULA_ERROR, remedy=TYPE_IT)
NO_LINE = Text(
    "Sub kegiatan {code} milik {agency} tidak ada dalam buku anggaran ini.",
    "There is no sub-activity {code} of {agency} in this budget book.",
)
TWICE = Text(
    "Sub kegiatan, tahap, bulan, dan satuan ini sudah ada di baris lain.",
    "This sub-activity, stage, month and unit stand in another row already.",
)
NEEDS_REASON = Text(
    "Angka ini mengubah angka yang berlaku. Tulis alasannya di kolom terakhir.",
    "This changes figures that stand. Give the reason in the last column.",
)
GONE = Text(
    "Angka ini sudah dicabut sejak daftar diunduh. Unduh daftar yang baru, lalu isi kembali bila "
    "memang perlu.",
    "These figures were withdrawn since the list was downloaded. Download a new one, and fill them "
    "in again where they are right.",
)
MEANWHILE = Text(
    "Angka ini sudah diubah oleh {who} sejak daftar diunduh. Unduh daftar yang baru.",
    "These figures were changed by {who} since the list was downloaded. Download a new one.",
)
