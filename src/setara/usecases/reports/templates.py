"""A government's own DOCX templates: taken in by version, used for printing, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, Verdict, require
from setara.domain.language.text import Text
from setara.domain.reports.paper_kinds import PaperKind
from setara.domain.reports.template_fields import ALLOWED, REQUIRED
from setara.formats.docx_template import TemplateFinding, TemplateUnreadable, judged
from setara.store.models import PaperTemplateRecord
from setara.usecases.foundation.access import government_of, one, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.files import kept_file

TEMPLATE = Text("Templat", "The template")


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A template in a list; `is_used` where the kind is printed on it."""

    template_id: int
    kind: PaperKind
    version: int
    file_name: str
    taken_by: str
    taken_at: datetime
    withdrawn_at: datetime | None
    is_used: bool


@dataclass(frozen=True, slots=True)
class TemplatesAnswer:
    """The templates of a government, and what one may hold."""

    templates: tuple[TemplateLine, ...]
    allowed: tuple[tuple[PaperKind, tuple[str, ...], tuple[str, ...]], ...]
    may_take: Verdict


class TemplateUnfit(Refused):
    """A template that does not fit; `findings` name each place."""

    def __init__(self, findings: tuple[TemplateFinding, ...]) -> None:
        super().__init__(_UNFIT.filled(n=len(findings)))
        self.findings = findings


@command("reports.template.taken", says=Text("Templat cetak diterima", "Paper template taken in"))
def take_template(*, by: Actor, at: datetime, kind: PaperKind, name: str, content: bytes) -> int:
    """Take in a template as the next version of its kind, also one that was withdrawn before.

    Raises TemplateUnfit with every finding, Refused for a file that is no DOCX or that the kind
    is printed on already.
    """
    require(by.may(Permission.CHOOSE_FORMS))
    if kind not in ALLOWED:
        raise Refused(_NO_KIND)
    try:
        findings = judged(content, kind)
    except TemplateUnreadable as unreadable:
        raise Refused(unreadable.reason) from unreadable
    if findings:
        raise TemplateUnfit(findings)
    file = kept_file(by=by, at=at, name=name[:255], content=content)
    rows = PaperTemplateRecord.objects.filter(government=government_of(by), kind=kind)
    used = rows.filter(withdrawn_at=None).order_by("-version").first()
    if used is not None and used.file_id == file.pk:
        raise Refused(_USED.filled(version=used.version))
    last = rows.order_by("-version").values_list("version", flat=True).first()
    record = PaperTemplateRecord.objects.create(
        government_id=government_of(by),
        kind=kind,
        version=(last or 0) + 1,
        file=file,
        taken_at=at,
        taken_by=by.name,
    )
    leave_event(
        "reports.template.taken", by=by, at=at, subject=record, kind=kind, version=record.version
    )
    return record.pk


@command(
    "reports.template.withdrawn", says=Text("Templat cetak dicabut", "Paper template withdrawn")
)
def withdraw_template(*, by: Actor, at: datetime, template_id: int) -> None:
    """Print no longer on a template; the version before it counts again. Raises NotFound."""
    require(by.may(Permission.CHOOSE_FORMS))
    record = one(by, PaperTemplateRecord.objects.all(), template_id, what=TEMPLATE)
    PaperTemplateRecord.objects.filter(pk=record.pk, withdrawn_at=None).update(withdrawn_at=at)
    leave_event("reports.template.withdrawn", by=by, at=at, subject=record, kind=record.kind)


def templates(*, by: Actor) -> TemplatesAnswer:
    """Every template of the actor's government, the latest first. Cost: one query."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, PaperTemplateRecord.objects.select_related("file").defer("file__content"))
    used: set[str] = set()
    lines = []
    for row in rows.order_by("kind", "-version"):
        is_used = row.withdrawn_at is None and row.kind not in used
        if is_used:
            used.add(row.kind)
        lines.append(_line(row, is_used=is_used))
    allowed = tuple((kind, REQUIRED[kind], tuple(sorted(ALLOWED[kind]))) for kind in ALLOWED)
    return TemplatesAnswer(tuple(lines), allowed, by.may(Permission.CHOOSE_FORMS))


def template_of(*, by: Actor, kind: PaperKind) -> bytes | None:
    """The DOCX a kind is printed on, None where there is none. Cost: one query."""
    rows = visible(by, PaperTemplateRecord.objects.select_related("file"))
    found = rows.filter(kind=kind, withdrawn_at=None).order_by("-version").first()
    return bytes(found.file.content) if found else None


def _line(row: PaperTemplateRecord, *, is_used: bool) -> TemplateLine:
    return TemplateLine(
        template_id=row.pk,
        kind=PaperKind(row.kind),
        version=row.version,
        file_name=row.file.name,
        taken_by=row.taken_by,
        taken_at=row.taken_at,
        withdrawn_at=row.withdrawn_at,
        is_used=is_used,
    )


_NO_KIND = Text(
    "Templat hanya untuk GAP, GBS, dan KAK.", "Templates are for GAP, GBS and KAK only."
)
_USED = Text(
    "Berkas ini sudah dipakai sebagai templat versi {version}.",
    "This file is used already, as version {version} of the template.",
)
_UNFIT = Text(
    "Templat belum sesuai: {n} hal harus diperbaiki.",
    "The template does not fit: {n} things have to be mended.",
)
