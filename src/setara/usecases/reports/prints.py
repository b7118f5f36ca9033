"""Prints of signed papers: kept once a version, and looked up by the code on the paper."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.domain.reports.fingerprint import print_code, short, typed_code
from setara.domain.reports.paper_kinds import PaperKind
from setara.store.models import PrintRecord
from setara.usecases.foundation.access import NotFound, government_of
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.reports.paper_versions import CHECKED, PaperVersion, version_of

PAPER = Text("Dokumen", "The paper")


class PrintState(StrEnum):
    """What a print is worth today."""

    APPROVED = "approved"
    SUPERSEDED = "superseded"
    CHANGED = "changed"
    NO_LONGER_APPROVED = "no_longer_approved"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class PrintAnswer:
    """What the page behind a code says; a code that is not known has no `kind`.

    `content` is the short hash of the print, `content_now` that of the record today.
    """

    state: PrintState
    code: str
    kind: PaperKind | None = None
    agency: str = ""
    government: str = ""
    activity_code: str = ""
    activity_name: str = ""
    year: str = ""
    content: str = ""
    content_now: str = ""
    signed_on: date | None = None
    printed_at: datetime | None = None
    replaced_on: date | None = None
    is_practice: bool = False


@command("reports.paper.printed", says=Text("Dokumen dicetak", "Paper printed"))
def keep_print(*, by: Actor, at: datetime, kind: PaperKind, subject_id: int) -> int:
    """Keep that a signed version was printed, with a code nobody can guess; once a version.

    Raises NotFound for another government's paper and for one that is not signed.
    """
    require(by.may(Permission.READ_RECORDS))
    version = _own(by, kind, subject_id)
    if version.signed_on is None:
        raise NotFound(PAPER)
    record, _ = PrintRecord.objects.get_or_create(
        kind=kind,
        subject_id=subject_id,
        content_hash=version.content_hash,
        defaults={
            "government_id": version.government_id,
            "code": print_code(secrets.token_bytes(16)),
            "printed_at": at,
            "printed_by": by.name,
            "said": version.said,
        },
    )
    leave_event(
        "reports.paper.printed", by=by, at=at, subject=record, kind=kind.value, paper=subject_id
    )
    return record.pk


def is_unkept(*, by: Actor, kind: PaperKind, subject_id: int) -> bool:
    """Whether a paper is signed and its version was not printed before. Raises NotFound."""
    if kind not in CHECKED:
        return False
    version = _own(by, kind, subject_id)
    return version.signed_on is not None and not code_of(by=by, kind=kind, subject_id=subject_id)


def code_of(*, by: Actor, kind: PaperKind, subject_id: int) -> str:
    """The code of the version's print, empty where it was not printed yet. Raises NotFound."""
    version = _own(by, kind, subject_id)
    found = PrintRecord.objects.filter(
        kind=kind, subject_id=subject_id, content_hash=version.content_hash
    )
    return found.values_list("code", flat=True).first() or ""


def print_of(*, by: Actor, code: str) -> PrintAnswer:
    """What a print is worth; asked by anybody who holds the paper. Cost: five queries."""
    typed = typed_code(code)
    record = PrintRecord.objects.select_related("government__place").filter(code=typed).first()
    if record is None:
        return PrintAnswer(PrintState.NOT_KNOWN, typed[:19])
    kind, said = PaperKind(record.kind), record.said
    now = version_of(kind, record.subject_id)
    signed_on = said.get("signed_on")
    return PrintAnswer(
        state=_state(record, now),
        code=record.code,
        kind=kind,
        agency=said.get("agency", ""),
        government=record.government.place.name,
        activity_code=said.get("code", ""),
        activity_name=said.get("name", ""),
        year=said.get("year", ""),
        content=short(record.content_hash),
        content_now=short(now.content_hash) if now else "",
        signed_on=date.fromisoformat(signed_on) if signed_on else None,
        printed_at=record.printed_at,
        replaced_on=now.replaced_on if now else None,
        is_practice=record.government.is_practice,
    )


def _state(record: PrintRecord, now: PaperVersion | None) -> PrintState:
    if now is None or now.signed_on is None:
        return PrintState.NO_LONGER_APPROVED
    if now.is_superseded:
        return PrintState.SUPERSEDED
    if now.content_hash != record.content_hash:
        return PrintState.CHANGED
    return PrintState.APPROVED


def _own(by: Actor, kind: PaperKind, subject_id: int) -> PaperVersion:
    version = version_of(kind, subject_id)
    if version is None or version.government_id != government_of(by):
        raise NotFound(PAPER)
    return version
