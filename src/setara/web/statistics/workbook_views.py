"""Views on the form of an answer as a workbook: handed out, and taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.statistics import submission_queries
from setara.usecases.statistics.workbooks import WorkbookRefused, take_workbook, workbook_for
from setara.web.foundation.acting import status_of
from setara.web.shell.request import Request
from setara.web.statistics.workbook_pages import MEDIA_TYPE, WorkbookForm, workbook_page

TAKEN = Text(
    "Formulir diterima: {n} sel berubah. Periksa, lalu kirim.",
    "The form was taken in: {n} cells changed. Look it over, then hand in.",
)
TAKEN_BEFORE = Text(
    "Berkas yang sama sudah diterima sebelumnya; tidak ada yang berubah.",
    "The same file was taken in before; nothing has changed.",
)


@require_safe
def workbook_file(request: Request, submission_id: int) -> HttpResponse:
    """The form, filled with what is kept."""
    file = workbook_for(by=request.actor, submission_id=submission_id, today=timezone.localdate())
    response = HttpResponse(file.content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def workbook(request: Request, submission_id: int) -> HttpResponse:
    """Take the filled form in, or say cell by cell why not."""
    form = WorkbookForm(request.POST or None, request.FILES or None)
    refusal: WorkbookRefused | None = None
    if form.is_valid():
        try:
            return _taken(request, submission_id, form)
        except WorkbookRefused as refused:
            form.add_error("file", refused.reason.say(request.language))
            refusal = refused
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
    answer = submission_queries.submission(
        by=request.actor, submission_id=submission_id, today=timezone.localdate()
    )
    page = workbook_page(answer, form, refusal)
    status = status_of(form)
    return TemplateResponse(request, "statistics/workbook.html", {"page": page}, status=status)


def _taken(request: Request, submission_id: int, form: WorkbookForm) -> HttpResponse:
    file = form.cleaned_data["file"]
    changed = take_workbook(
        by=request.actor,
        at=timezone.now(),
        submission_id=submission_id,
        name=file.name,
        content=file.read(),
    )
    says = TAKEN_BEFORE if changed is None else TAKEN.filled(n=changed)
    messages.success(request, says.say(request.language))
    return redirect("statistics:submission", submission_id)
