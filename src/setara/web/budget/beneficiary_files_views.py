"""Views on beneficiaries as files: the list to fill in, the filled one, and the table."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from setara.domain.budget.beneficiaries.sheet_reading import SheetFinding
from setara.domain.foundation.verdict import Refused, Verdict
from setara.domain.language.text import Text
from setara.usecases.budget import beneficiary_queries as queries
from setara.usecases.budget.beneficiary_files import TableKind, beneficiary_table
from setara.usecases.budget.beneficiary_queries import BeneficiaryFilter
from setara.usecases.budget.beneficiary_sheets import (
    SheetFile,
    SheetRefused,
    beneficiary_sheet,
    take_beneficiary_sheet,
)
from setara.web.budget.beneficiary_views import asked_of
from setara.web.foundation.acting import status_of
from setara.web.foundation.fields import DeedForm
from setara.web.shell.request import Request
from setara.web.shell.words import lazy_text

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA_TYPES = {TableKind.CSV: "text/csv; charset=utf-8", TableKind.XLSX: XLSX_TYPE}
UPLOAD = Text("Unggah daftar penerima, {stage} {year}", "Upload beneficiaries, {stage} {year}")
TAKEN = Text("Daftar diterima: {n} angka berubah.", "The list was taken: {n} figures changed.")
TAKEN_BEFORE = Text(
    "Berkas yang sama sudah diterima sebelumnya; tidak ada yang berubah.",
    "The same file was taken in before; nothing has changed.",
)
_MOST_SHOWN = 200


class ListForm(DeedForm):
    """The filled list."""

    file = forms.FileField(label=lazy_text(Text("Daftar yang sudah diisi", "The filled list")))


@dataclass(frozen=True, slots=True)
class UploadPage:
    """The form that takes the list, with what must be mended in the last one."""

    title: Text
    version_id: int
    form: ListForm
    findings: tuple[SheetFinding, ...]
    may_record: Verdict

    @property
    def shown(self) -> tuple[SheetFinding, ...]:
        """As many findings as a person mends before trying again."""
        return self.findings[:_MOST_SHOWN]

    @property
    def left_out(self) -> int:
        """How many findings the page leaves out."""
        return max(len(self.findings) - _MOST_SHOWN, 0)


@require_safe
def sheet(request: Request, version_id: int) -> HttpResponse:
    """The list to fill in, with what stands."""
    return _handed_out(beneficiary_sheet(by=request.actor, version_id=version_id), XLSX_TYPE)


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: Request, version_id: int) -> HttpResponse:
    """Take the filled list in, or say cell by cell why not."""
    form = ListForm(request.POST or None, request.FILES or None)
    findings: tuple[SheetFinding, ...] = ()
    if form.is_valid():
        try:
            return _taken(request, version_id, form)
        except SheetRefused as refused:
            form.add_error("file", refused.reason.say(request.language))
            findings = refused.findings
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
    page = _page(request, version_id, form, findings)
    return TemplateResponse(
        request, "budget/beneficiary_upload.html", {"page": page}, status=status_of(form)
    )


@require_safe
def table(request: Request, version_id: int, kind: str) -> HttpResponse:
    """What is asked for as a table; with `terbit=1` safe to publish."""
    if kind not in set(TableKind):
        raise Http404
    found = beneficiary_table(
        by=request.actor,
        version_id=version_id,
        today=timezone.localdate(),
        only=asked_of(request.GET),
        kind=TableKind(kind),
        language=request.language,
        to_publish=request.GET.get("terbit") == "1",
    )
    return _handed_out(SheetFile(found.name, found.content), MEDIA_TYPES[TableKind(kind)])


def _taken(request: Request, version_id: int, form: ListForm) -> HttpResponse:
    file = form.cleaned_data["file"]
    changed = take_beneficiary_sheet(
        by=request.actor,
        at=timezone.now(),
        version_id=version_id,
        name=file.name,
        content=file.read(),
    )
    says = TAKEN_BEFORE if changed is None else TAKEN.filled(n=changed)
    messages.success(request, says.say(request.language))
    return redirect("budget:beneficiaries", version_id)


def _page(
    request: Request, version_id: int, form: ListForm, findings: tuple[SheetFinding, ...]
) -> UploadPage:
    answer = queries.beneficiaries(
        by=request.actor,
        version_id=version_id,
        today=timezone.localdate(),
        only=BeneficiaryFilter(),
    )
    title = UPLOAD.filled(stage=answer.book.stage.name, year=str(answer.book.year))
    return UploadPage(title, version_id, form, findings, answer.may_record)


def _handed_out(file: SheetFile, media_type: str) -> HttpResponse:
    response = HttpResponse(file.content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response
