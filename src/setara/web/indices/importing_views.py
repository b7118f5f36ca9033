"""Views by which a table of BPS becomes figures: upload, look, keep."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from setara.domain.foundation.verdict import Refused, require
from setara.domain.language.text import Text
from setara.usecases.indices.importing import import_index_table, receive_index_table
from setara.usecases.indices.importing_queries import index_file, may_import
from setara.usecases.statistics.receiving import TableRefused
from setara.web.indices.importing_pages import (
    KeepForm,
    ReviewPage,
    TableForm,
    UploadTablePage,
    series_in,
)
from setara.web.shell.pages import Crumb
from setara.web.shell.request import Request

UPLOAD = Text("Unggah tabel indeks BPS", "Upload a BPS table of indices")
REVIEW = Text("Yang dibaca dari “{name}”", "What was read of “{name}”")
KEPT = Text("Tabel disimpan beserta berkasnya.", "The table was kept with its file.")
_CARRIED = ("publisher", "document")


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: Request) -> HttpResponse:
    """Receive a file, or say why it is no table of an index."""
    require(may_import(request.actor))
    form = TableForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            file_id = _receive(request, form)
        except (TableRefused, Refused) as refusal:
            form.add_error("file", refusal.reason.say(request.language))
        else:
            carried = urlencode({name: form.cleaned_data[name] for name in _CARRIED})
            return redirect(f"{reverse('indices:review_table', args=[file_id])}?{carried}")
    page = UploadTablePage(title=UPLOAD, form=form)
    status = 422 if form.errors else 200
    return TemplateResponse(request, "indices/upload_table.html", {"page": page}, status=status)


def _receive(request: Request, form: TableForm) -> int:
    file = form.cleaned_data["file"]
    return receive_index_table(
        by=request.actor, at=timezone.now(), name=file.name, content=file.read()
    )


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: Request, file_id: int) -> HttpResponse:
    """Show what was read; read it in another series; keep it."""
    typed = request.POST if request.method == "POST" else request.GET
    form = KeepForm(typed if request.method == "POST" else None, initial=typed.dict())
    refusal: Text | None = None
    if typed.get("act") == "keep" and form.is_valid():
        try:
            _keep(request, file_id, form)
        except (TableRefused, Refused) as refused:
            refusal = refused.reason
        else:
            messages.success(request, KEPT.say(request.language))
            return redirect("indices:overview")
    return _page(request, file_id, form, refusal)


def _keep(request: Request, file_id: int, form: KeepForm) -> None:
    given = form.cleaned_data
    import_index_table(
        by=request.actor,
        at=timezone.now(),
        file_id=file_id,
        publisher=given["publisher"],
        document=given["document"],
        vintage=series_in(given["series"]),
    )


def _page(request: Request, file_id: int, form: KeepForm, refusal: Text | None) -> TemplateResponse:
    typed = request.POST if request.method == "POST" else request.GET
    read = index_file(by=request.actor, file_id=file_id, vintage=series_in(typed.get("series", "")))
    page = ReviewPage(
        title=REVIEW.filled(name=read.file_name),
        crumbs=(Crumb(UPLOAD, reverse("indices:upload_table")),),
        read=read,
        form=form,
        refusal=refusal,
    )
    status = 422 if refusal or form.errors else 200
    return TemplateResponse(request, "indices/review_table.html", {"page": page}, status=status)
