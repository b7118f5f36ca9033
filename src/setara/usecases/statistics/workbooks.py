"""The form of an answer as a workbook: given out filled with what is kept, taken back whole."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.language.text import Language, Text
from setara.domain.statistics.asked import AskedCell
from setara.domain.statistics.form_guide import Mending
from setara.domain.statistics.form_seal import SEAL_SHEET, NotThisForm
from setara.domain.statistics.form_tables import FormFacts
from setara.domain.statistics.workbook import Judged, Received, form_of, judge_form
from setara.formats.broken_formulas import broken_formulas, is_open_xml
from setara.formats.form_book import form_book
from setara.formats.tables import Unreadable, read_grids
from setara.store.models import EventRecord, GovernmentRecord, SubmissionRecord
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.files import keep_file
from setara.usecases.statistics.asked import asked_cells, fillable, keep_cells

_LONGEST_NAME = 255


@dataclass(frozen=True, slots=True)
class WorkbookFile:
    """A workbook to be handed out under its name."""

    name: str
    content: bytes


class WorkbookRefused(Exception):
    """Nothing of the file was kept; `mendings` say where and what to mend.

    `marked` is the same form with these places marked, None where the file was not this form.
    """

    def __init__(
        self, reason: Text, mendings: tuple[Mending, ...] = (), marked: WorkbookFile | None = None
    ) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason
        self.mendings = mendings
        self.marked = marked


NOT_XLSX = Text(
    "“{name}” bukan buku kerja .xlsx. Simpan formulir sebagai “Buku Kerja Excel (.xlsx)”, lalu "
    "unggah kembali.",
    "“{name}” is no .xlsx workbook. Save the form as “Excel Workbook (.xlsx)” and upload it again.",
)
TO_MEND = Text(
    "Formulir belum diterima: {count} hal perlu diperbaiki. Tidak ada angka yang disimpan.",
    "The form was not taken: {count} things need mending. No figure was kept.",
)

TAKEN = "statistics.workbook.taken"


def workbook_for(*, by: Actor, submission_id: int, today: date) -> WorkbookFile:
    """The form with what is kept. Raises NotFound, Refused where it cannot be filled in now.

    Cost: eleven queries, and about 5 s for 10,000 figures.
    """
    submission = fillable(by, submission_id)
    facts = _facts(submission, today)
    return WorkbookFile(_name(facts), form_book(form_of(facts, asked_cells(submission))))


@command(TAKEN, says=Text("Formulir isian diterima", "Form taken in"))
def take_workbook(
    *, by: Actor, at: datetime, submission_id: int, name: str, content: bytes
) -> int | None:
    """Take the filled form in: all of it or nothing, each changed figure with its cell.

    Returns how many figures changed, or None where these very bytes were taken before: then
    nothing happens. Raises WorkbookRefused with the marked form where anything is wrong,
    NotFound, Refused where the answer cannot be filled in now.
    """
    submission = fillable(by, submission_id)
    sha256 = hashlib.sha256(content).hexdigest()
    if _was_taken(submission, sha256):
        leave_event(TAKEN, by=by, at=at, subject=submission, sha256=sha256, is_repeated=True)
        return None
    facts, cells = _facts(submission, localdate(at)), asked_cells(submission)
    judged = _judged(facts, cells, name, content)
    file = keep_file(by=by, at=at, name=name[-_LONGEST_NAME:], content=content)
    keep_cells(
        by=by,
        at=at,
        submission_id=submission_id,
        cells=judged.changes,
        expected_version=facts.answer_version,
        file=file,
    )
    changed = len(judged.changes)
    leave_event(TAKEN, by=by, at=at, subject=submission, sha256=sha256, changed=changed)
    return changed


def _was_taken(submission: SubmissionRecord, sha256: str) -> bool:
    """Whether these bytes became part of this very answer before."""
    return EventRecord.objects.filter(
        government=submission.call.government_id,
        name=TAKEN,
        subject_kind="Submission",
        subject_id=str(submission.pk),
        detail__sha256=sha256,
    ).exists()


def _judged(facts: FormFacts, cells: tuple[AskedCell, ...], name: str, content: bytes) -> Judged:
    try:
        judged = judge_form(facts, cells, _received(name, content))
    except NotThisForm as other:
        raise WorkbookRefused(other.reason) from other
    if judged.mendings:
        form = form_of(facts, cells, judged.entries, judged.mendings)
        marked = WorkbookFile(_name(facts, "perbaikan"), form_book(form))
        raise WorkbookRefused(TO_MEND.filled(count=len(judged.mendings)), judged.mendings, marked)
    return judged


def _received(name: str, content: bytes) -> Received:
    """What the file holds. Raises WorkbookRefused for what is no workbook of this kind."""
    try:
        sheets = {grid.sheet: grid.rows for grid in read_grids(name, content)}
    except Unreadable as unreadable:
        raise WorkbookRefused(unreadable.reason) from unreadable
    if not is_open_xml(content):
        raise WorkbookRefused(NOT_XLSX.filled(name=name))
    return Received(sheets, broken_formulas(content, sheets.keys() - {SEAL_SHEET}))


def _facts(submission: SubmissionRecord, today: date) -> FormFacts:
    call = submission.call
    government = GovernmentRecord.objects.select_related("place").get(pk=call.government_id)
    agency = submission.agency.as_rule_sees_it()
    return FormFacts(
        government_code=_code(government),
        government_name=government.name,
        call_id=call.pk,
        call_title=call.title,
        call_version=call.version,
        period=Period(call.valid_from, call.valid_to),
        due_on=call.due_on,
        agency_code=agency.code,
        agency_name=agency.name_on(today).name,
        answer_version=submission.version,
    )


def _code(government: GovernmentRecord) -> str:
    """A practice government shares its place with the real one."""
    return f"{government.place.code}{'-latihan' if government.is_practice else ''}"


def _name(facts: FormFacts, ending: str = "") -> str:
    """`setara-formulir-1.02-data-terpilah-2025.xlsx`."""
    words = f"{facts.agency_code} {facts.call_title} {ending}".lower()
    plain = "".join(
        char if char.isascii() and (char.isalnum() or char == ".") else " " for char in words
    )
    return f"setara-formulir-{'-'.join(plain.split())[:80].strip('-.')}.xlsx"
