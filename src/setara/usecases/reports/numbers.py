"""The numbers an agency's registry gives to its papers."""

from __future__ import annotations

from datetime import datetime

from setara.domain.budget.states import may_own
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import refused, require
from setara.domain.language.text import Text
from setara.domain.reports.paper_kinds import PaperKind
from setara.store.models import GovernmentRecord, PaperNumberRecord, PrintRecord
from setara.usecases.foundation.access import NotFound, government_of
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.reports.paper_versions import version_of
from setara.usecases.reports.prints import PAPER

_MOST = 100


@command("reports.paper.numbered", says=Text("Dokumen diberi nomor", "Paper numbered"))
def number_paper(*, by: Actor, at: datetime, kind: PaperKind, subject_id: int, number: str) -> int:
    """Give a paper its number, or another one. Raises NotFound, and Refused where the number is
    empty, too long, or another paper's of the same kind, or the signed paper was printed."""
    version = version_of(kind, subject_id)
    if version is None or version.government_id != government_of(by):
        raise NotFound(PAPER)
    require(may_own(Permission.WRITE_STATEMENT, by, version.agency_id))
    # The number is no part of the content that a print's code answers for.
    if PrintRecord.objects.filter(kind=kind, subject_id=subject_id).exists():
        require(_PRINTED)
    words = " ".join(number.split())
    if not words or len(words) > _MOST:
        require(_NO_NUMBER)
    # Two who give the same number at once would not see each other's.
    GovernmentRecord.objects.select_for_update().get(pk=version.government_id)
    taken = PaperNumberRecord.objects.filter(
        government_id=version.government_id, kind=kind, number=words
    ).exclude(subject_id=subject_id)
    if taken.exists():
        require(
            refused(
                "Nomor {number} sudah dipakai dokumen lain.",
                "Another paper has the number {number}.",
                number=words,
            )
        )
    record, _ = PaperNumberRecord.objects.update_or_create(
        kind=kind,
        subject_id=subject_id,
        defaults={
            "government_id": version.government_id,
            "number": words,
            "given_at": at,
            "given_by": by.name,
        },
    )
    leave_event("reports.paper.numbered", by=by, at=at, subject=record, number=words)
    return record.pk


def number_of(kind: PaperKind, subject_id: int) -> str:
    """The number a paper was given, empty where none was. Cost: one query."""
    found = PaperNumberRecord.objects.filter(kind=kind, subject_id=subject_id)
    return found.values_list("number", flat=True).first() or ""


_PRINTED = refused(
    "Dokumen ini sudah dicetak sebagai versi yang disetujui, jadi nomornya tidak dapat diubah.",
    "This paper was printed as the approved version, so its number cannot be changed.",
)
_NO_NUMBER = refused(
    "Tuliskan nomor dokumen, paling panjang 100 huruf.",
    "Write the paper's number, 100 characters at most.",
)
