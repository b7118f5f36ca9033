"""Prints a batch into a folder, paper by paper, and goes on where an earlier run stopped."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import typst

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Language, Text, same
from setara.domain.reports.paper_batch import BatchHead, IndexLine, safe
from setara.formats.paper_archive import Written, write_paper_archive
from setara.store.models import AgencyRecord, GovernmentRecord
from setara.usecases.foundation.access import government_of, one
from setara.usecases.reports.batch_contents import BatchedPaper, BatchWanted, batched_papers
from setara.usecases.reports.batch_parts import Part, Parts
from setara.usecases.reports.papers import NAMES, outline_of
from setara.usecases.reports.prints import is_unkept, keep_print

Told = Callable[[int, int], None]
"""Called with how many papers are there and how many there will be; may raise to stop the run."""

CHECK = "check"
_AGENCY = Text("Perangkat daerah", "The agency")


class NothingToPrint(Exception):
    """No paper is meant; `reason` says what to change."""

    reason = Text(
        "Tidak ada dokumen dengan pilihan itu. Pilih tahun, perangkat daerah, atau jenis lain.",
        "There is no paper of that choice. Choose another year, agency or kind.",
    )


class PaperNotPrinted(Exception):
    """One paper could not be set; `reason` names it."""

    def __init__(self, paper: BatchedPaper) -> None:
        self.reason = Text(
            "{kind} {code} ({agency}) tidak dapat dicetak. Cetak dokumen itu dari halamannya "
            "sendiri untuk melihat sebabnya, lalu lanjutkan.",
            "The {kind} {code} ({agency}) cannot be printed. Print it from its own page to see "
            "the cause, then go on.",
        ).filled(kind=NAMES[paper.kind], code=paper.activity_code, agency=paper.agency)
        super().__init__(self.reason.say(Language.ENGLISH))


class BatchNotWritten(Exception):
    """The disk took no more; `reason` says why. What was written whole stays."""

    def __init__(self, why: OSError) -> None:
        self.reason = _FULL if why.errno in _NO_ROOM else _NOT_WRITABLE.filled(why=why.strerror)
        super().__init__(self.reason.say(Language.ENGLISH))


_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FULL = Text(
    "Tempat di disk habis. Kosongkan tempat, lalu lanjutkan; yang sudah tercetak tidak dicetak "
    "ulang.",
    "The disk is full. Make room, then go on; what is printed is not printed again.",
)
_NOT_WRITABLE = Text(
    "Folder tujuan tidak dapat ditulisi ({why}). Periksa hak aksesnya, lalu lanjutkan.",
    "The folder cannot be written to ({why}). Check its permissions, then go on.",
)


@dataclass(frozen=True, slots=True)
class BatchFolders:
    """Where the archive is put, and where its papers are kept until it is there."""

    archive: Path
    parts: Path


@dataclass(frozen=True, slots=True)
class BatchPrinted:
    """What came of a run: the archive, and how many of its papers were set in this run."""

    name: str
    archive: Written
    papers: int
    set_now: int


@dataclass(frozen=True, slots=True)
class _Desk:
    by: Actor
    today: date
    clock: Callable[[], datetime]
    pages: Mapping[str, str]


def print_batch(
    *,
    by: Actor,
    wanted: BatchWanted,
    folders: BatchFolders,
    today: date,
    clock: Callable[[], datetime],
    told: Told = lambda done, of: None,
    pages: Mapping[str, str] | None = None,
) -> BatchPrinted:
    """Print what `by` may read of `wanted` into one archive, whole or not at all.

    Only papers that no earlier run left among the parts are set. `pages` gives the address of the
    page of each kind, with `{id}` in it, and as CHECK that behind the code of a signed print, with
    `{code}` in it; with it the print of a signed version is kept. Raises Refused,
    NotFound, NothingToPrint, PaperNotPrinted and BatchNotWritten. Cost: twenty queries and about
    30 ms a paper; memory for one paper.
    """
    require(by.may(Permission.READ_RECORDS))
    head = _head(by, wanted, today)
    papers = batched_papers(by=by, wanted=wanted, today=today)
    if not papers:
        raise NothingToPrint
    desk = _Desk(by, today, clock, pages or {})
    try:
        parts = Parts(folders.parts, wanted.form, wanted.language)
        found = []
        for done, paper in enumerate(papers):
            told(done, len(papers))
            found.append(_printed(paper, parts, desk))
        told(len(papers), len(papers))
        parts.drop_all_but(found)
        name = _archive_name(head, wanted)
        lines = _numbered(papers, found, wanted)
        archive = write_paper_archive(folders.archive / name, head, lines, wanted.language)
    except OSError as error:
        raise BatchNotWritten(error) from error
    return BatchPrinted(name, archive, len(papers), parts.set_now)


def _printed(paper: BatchedPaper, parts: Parts, desk: _Desk) -> Part:
    by, subject = desk.by, paper.subject_id
    if CHECK in desk.pages and is_unkept(by=by, kind=paper.kind, subject_id=subject):
        keep_print(by=by, at=desk.clock(), kind=paper.kind, subject_id=subject)
    outline = outline_of(
        by=by,
        kind=paper.kind,
        subject_id=subject,
        today=desk.today,
        check_url=desk.pages.get(paper.kind, "").replace("{id}", str(subject)) or None,
        check_page=desk.pages.get(CHECK),
    )
    try:
        return parts.printed(outline)
    except (typst.TypstError, ValueError) as error:
        raise PaperNotPrinted(paper) from error


def _numbered(
    papers: Sequence[BatchedPaper], parts: Sequence[Part], wanted: BatchWanted
) -> list[tuple[IndexLine, Path]]:
    return [
        (_line(number, paper, wanted, part), part.path)
        for number, (paper, part) in enumerate(zip(papers, parts, strict=True), start=1)
    ]


def _line(number: int, paper: BatchedPaper, wanted: BatchWanted, part: Part) -> IndexLine:
    return IndexLine(
        number=number,
        kind=NAMES[paper.kind],
        agency=paper.agency,
        activity_code=paper.activity_code,
        activity_name=paper.activity_name,
        state=paper.state,
        amount=paper.amount,
        file=paper.file(wanted.form),
        sha256=part.sha256,
    )


def _head(by: Actor, wanted: BatchWanted, today: date) -> BatchHead:
    government = GovernmentRecord.objects.select_related("place").get(pk=government_of(by))
    agency = ""
    if wanted.agency_id is not None:
        row = one(by, AgencyRecord.objects.all(), wanted.agency_id, what=_AGENCY)
        agency = row.as_rule_sees_it().name_on(today).name
    return BatchHead(
        title=Text("{kinds} {year} – {whose}", "{kinds} {year} – {whose}").filled(
            kinds=", ".join(NAMES[kind] for kind in wanted.kinds),
            year=str(wanted.year),
            whose=same(agency or f"Pemerintah {government.place.name}"),
        ),
        agency=agency,
        printed_on=Text("Dicetak dari Setara pada {day}.", "Printed from Setara on {day}.").filled(
            day=today
        ),
        is_practice=government.is_practice,
    )


def _archive_name(head: BatchHead, wanted: BatchWanted) -> str:
    """`GAP-GBS-2026-id.zip`, with the agency where one is meant."""
    kinds = (NAMES[kind] for kind in wanted.kinds)
    parts = (*kinds, str(wanted.year), safe(head.agency), wanted.form.value, wanted.language.value)
    return f"{'-'.join(part for part in parts if part)}.zip"
